"""Scores told with the end of their scale: "pain 4 pre" told as "4/10 before", "Berg 44" as "44/56".

A note gives the bare score where every reader knows the scale: a symptom is rated to 10, strength to 5, a measure to
its most, and beside a score with its scale another is on the same. Such a score is the same as the one told whole.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.modifiers import FIGURE, Modifier
from rewriter.fidelity.texts.terms import Terms
from rewriter.pack import Pack
from rewriter.reading.mentions import BODILY

_RATED, _GRADED = "10", "5"
_STRENGTH = frozenset({"mmt", "muscle", "strength"})
_REACH = 20


def with_scales(items: Sequence[Modifier], terms: Terms, others: Sequence[Modifier], pack: Pack) -> list[Modifier]:
    """Read a bare score of a note as one of its scale where the other text has it so."""
    told = {other.value for other in others if other.family == "ratio"}
    told -= {item.value for item in items if item.family == "ratio"}
    return [_whole(item, items, terms, told, pack) for item in items] if told else list(items)


def _whole(item: Modifier, items: Sequence[Modifier], terms: Terms, told: set[str], pack: Pack) -> Modifier:
    if item.kind != FIGURE or item.family != "number" or _counts(item, terms):
        return item
    for scale in _scales(item, items, terms, pack):
        if (value := f"{item.value}/{scale}") in told:
            return item._replace(family="ratio", value=value, figure=value)
    return item


def _counts(item: Modifier, terms: Terms) -> bool:
    """What is counted stands right behind: "3 turns"."""
    low = terms.reading.words.low
    return item.last in terms.claimed and low[item.last].endswith("s") and not low[item.last].endswith("ss")


def _scales(item: Modifier, items: Sequence[Modifier], terms: Terms, pack: Pack) -> Iterator[str]:
    """Yield the ends of the scales that a bare figure may be on, by what stands before it and beside."""
    for other in items:
        if other.family == "ratio" and other.sentence == item.sentence and abs(other.first - item.last) <= _REACH:
            yield other.value.partition("/")[2]
    if item.sentence < 0:
        return
    reading = terms.reading
    first = max(reading.sentences[item.sentence].first, item.first - _REACH)
    if not _STRENGTH.isdisjoint(reading.words.low[first : item.first]):
        yield _GRADED
    for at in reading.between(first, item.first):
        sense = reading.mentions[at].sense
        if sense.kind in BODILY:
            yield _RATED
        elif sense.kind == "measure" and (limits := pack.measures.get(sense.id)) is not None:
            yield f"{limits.max:g}"
