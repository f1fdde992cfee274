"""What still is, told as over; what was, told as what is: "drops keys" as "used to drop keys before surgery".

"Used to", "no longer" and "at a previous visit" say that it is over, "now" and "currently" that it goes on. Each is
held against the parts of the note that tell most of the same. Figures have an era of their own, see `eras`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rewriter.english import BE
from rewriter.fidelity.texts.aspects import denies, is_former
from rewriter.fidelity.texts.bounds import Words, around
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms
from rewriter.fidelity.texts.values import NAMES_OF_TIME
from rewriter.punctuation import FULL_STOPS
from rewriter.reading.quantities.numerals import NUMBER_WORDS

_FORMER = (
    *(("used", "to"), ("no", "longer"), ("in", "the", "past"), ("at", "one", "time"), ("formerly",), ("previously",)),
    *(("at", article, word) for article in ("a", "an", "the") for word in ("previous", "prior", "earlier", "former")),
    *(("before", word) for word in ("surgery", "admission", "injury")),
    *(("before", "the", word) for word in ("surgery", "operation", "admission", "injury", "stroke", "accident")),
)
_PRESENT = (("currently",), ("presently",), ("now",), ("still",), ("today",), ("at", "present"), ("at", "this", "time"))
_NOW = frozenset("now today currently presently still tonight -> \u2192".split())
# With any of these the note tells of another time.
_OVER = frozenset(
    "was were had been prev previous previously prior priors former formerly hx history h/o pmh ago last since soc ie "
    "eval evaluation initial initially baseline plof before pre past earlier old until til used longer stopped "
    "discontinued d/c dc'd removed resolved gone ended finished weaned off anymore yesterday yest then yr year".split()
)
_CHANGING = _OVER | _NOW | frozenset("from to new change changed improved better worse less more".split())
# "Was used to reach", "cues used to facilitate" say what something was for.
_AUXILIARIES = BE | {"and"}
_BACK = 3


def find_mistimed(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) of the rewrite that say "no more" of what is, or "now" of what was."""
    low = said.reading.words.low
    for phrases, over in ((_FORMER, False), (_PRESENT, True)):
        for first, last in _phrases(said, phrases):
            part = part_around(said, first, last)
            if not (_is_dated(low, part, first, last) if over else _is_aim(low, first)):
                same, rest = _likest(said, note, part, (first, last))
                parts = same if over else same + rest
                if same and all(_is_over(note, one) if over else _goes_on(note, one) for one in parts):
                    yield first, last


def _phrases(said: Terms, phrases: Sequence[tuple[str, ...]]) -> Iterator[Words]:
    low = said.reading.words.low
    for at in said.reading.at_any([phrase[0] for phrase in phrases]):
        for phrase in phrases:
            if tuple(low[at : at + len(phrase)]) == phrase:
                yield at, at + len(phrase)


def _is_dated(low: Sequence[str], part: Words, first: int, last: int) -> bool:
    """The part of the rewrite tells of another time too, or a value."""
    around_it = [*low[part[0] : first], *low[last : part[1]]]
    return not _OVER.isdisjoint(around_it) or any(word[0].isdecimal() or word in NUMBER_WORDS for word in around_it)


def _is_aim(low: Sequence[str], first: int) -> bool:
    before = low[max(0, first - _BACK) : first]
    return low[first] == "used" and (not _AUXILIARIES.isdisjoint(before) or "".join(before[-1:]).endswith("s"))


def _likest(said: Terms, note: Terms, part: Words, phrase: Words) -> tuple[list[Words], list[Words]]:
    """Return the parts of the note that tell most of what a part of the rewrite tells, if that is half of it.

    The other parts that tell any of it come second: "last visit mod A tub" tells the tub alone.
    """
    shared: dict[Words, int] = defaultdict(int)
    count = 0
    for index in said.claiming(*part):
        if phrase[0] <= said.place[index] < phrase[1] or said.kind(index) in ("person", "verb"):
            continue
        count += 1
        places = [note.place[one] for one in note.partners(said.keys[index])]
        for one in {part_around(note, place, place + 1) for place in places}:
            shared[one] += 1
    most = max(shared.values(), default=0)
    likest = [one for one, number in shared.items() if number == most and 2 * most >= count]
    return likest, [one for one in shared if one not in likest]


def _is_over(note: Terms, part: Words) -> bool:
    """The part tells of another time, and nothing in its statement of today: "prior I w ADL, now mod A" has both."""
    low = note.reading.words.low
    words = low[slice(*part)]
    if not _NOW.isdisjoint(low[slice(*around(low, *part, FULL_STOPS))]):
        return False
    return not _OVER.isdisjoint(words) or is_former(words)


def _goes_on(note: Terms, part: Words) -> bool:
    """Nothing in the statement tells of another time, of a change or of an end."""
    low = note.reading.words.low
    words = low[slice(*around(low, *part, FULL_STOPS))]
    return not (not _CHANGING.isdisjoint(words) or is_former(words) or denies(words)) and NAMES_OF_TIME.isdisjoint(
        words
    )
