"""Who was told: "MD notified by PT", "PT notified the MD" both say that the physician was told."""

from rewriter.english import BE, DETERMINERS, HAVE, OBJECTS
from rewriter.fidelity.texts.modifiers import Modifier
from rewriter.fidelity.texts.terms import Terms

_TELLING = frozenset(
    "told notified notify notifies informed informs inform alerted alerts called contacted contacts updated updates "
    "messaged paged advised emailed phoned".split()
)
_LETTING = frozenset({"let", "lets", "letting"})
ARTICLES = DETERMINERS | {"treating", "attending", "primary"}
BEING = BE | HAVE | {"to", "also", "already"}
_ACTIVE = DETERMINERS | OBJECTS | {"that", "me", "us"}


def is_recipient(item: Modifier, terms: Terms) -> bool:
    """Tell whether a person is the one who was told something, not the one who told it."""
    low = terms.reading.words.low
    before, after = item.first - 1, item.last
    while before >= 0 and low[before] in ARTICLES:
        before -= 1
    if before >= 0 and (low[before] in _TELLING or (low[before] in _LETTING and low[after : after + 1] == ["know"])):
        return True
    while after < len(low) and low[after] in BEING:
        after += 1
    if after >= len(low) or low[after] not in _TELLING:
        return False
    told = low[after + 1 : after + 2]
    persons = (terms.reading.mentions[at].sense.kind for at in terms.reading.between(after + 1, after + 2))
    return after > item.last or (_ACTIVE.isdisjoint(told) and "person" not in persons)
