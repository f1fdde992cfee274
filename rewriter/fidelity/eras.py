"""Then and now: which of a measure's values is the former one, by the words beside it.

"19.4 s (21.8 at SOC)", "44 last week, 47 today", "4/10 in, 7/10 out": a value that the note has as the former one must
not be told as today's, nor the reverse, in whatever order the two are written.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.bindings import Shelf
from rewriter.fidelity.modifiers import FIGURE, LEVEL, Modifier
from rewriter.fidelity.relations import Pair
from rewriter.fidelity.terms import SPLITS, Terms

NOW, THEN = "now", "then"
_CUES = {
    **dict.fromkeys(
        "today now currently end out final finally last post afterwards afterward after later going".split(), NOW
    ),
    **dict.fromkeys(
        "eval evaluation initially initial start adm admission admit soc before pre was were been previous previously "
        "prior baseline care coming in first earlier ago yesterday former formerly entry beginning intake".split(),
        THEN,
    ),
}
_REACH, _CLOSE = 5, 6
_DAY = 86400
_ROWS = frozenset({"count", "ordinal", "date", "clock", "frequency"})
_VAGUE = frozenset({"in", "out", "was", "were", "been", "last", "first", "after", "before", "end", "start"})


def find_eras(terms: Terms, modifiers: Sequence[Modifier], pairs: Sequence[Pair]) -> dict[Modifier, str]:
    """Return the era of each figure and amount of assistance that has one."""
    eras: dict[Modifier, str] = {}
    for pair in pairs:
        if pair.relation == "before" and pair.told:
            eras[pair.one], eras[pair.two] = THEN, NOW
    for item in modifiers:
        if _is_measured(item) and item not in eras and (era := _era_beside(terms, item)):
            eras[item] = era
    for pair in pairs:  # of two values of one measure, if one is dated the other is not of that time
        close = abs(pair.two.first - pair.one.last) <= _CLOSE
        if pair.relation == "before" and close and len({pair.one, pair.two} & eras.keys()) == 1:
            dated, other = (pair.one, pair.two) if pair.one in eras else (pair.two, pair.one)
            eras[other] = THEN if eras[dated] == NOW else NOW
    return eras


def _is_measured(item: Modifier) -> bool:
    """Thus: a score, a rating, a time, an amount of assistance; not how often, which of a row, or weeks ago."""
    if item.kind != FIGURE:
        return item.kind == LEVEL
    return item.family not in _ROWS and not (item.family == "duration" and float(item.value) >= _DAY)


def _era_beside(terms: Terms, item: Modifier) -> str:
    """Return the era that the words close by say, "" where they say none or both."""
    low = terms.reading.words.low
    first, last = item.first, item.last
    while first > max(0, item.first - _REACH) and low[first - 1] not in SPLITS and not low[first - 1][0].isdecimal():
        first -= 1
    while last < min(len(low), item.last + _REACH) and low[last] not in SPLITS and not low[last][0].isdecimal():
        last += 1
    near = {*low[item.first - 1 : item.first], *low[item.last : item.last + 1]} - (
        {"in"} & {*low[item.first - 1 : item.first]}
    )
    if not SPLITS.issuperset(low[item.last + 1 : item.last + 2]):
        near.difference_update(low[item.last : item.last + 1])  # "3 in 10 trials", but "4/10 in, 7/10 out"
    found = {_CUES[word] for word in low[first:last] if word in _CUES and (word not in _VAGUE or word in near)}
    return found.pop() if len(found) == 1 else ""


def find_misdated(stated: dict[Modifier, str], given: dict[Modifier, str], shelf: Shelf) -> Iterator[Modifier]:
    """Yield the values of the rewrite told of the other time than the note has them, all of them."""
    for item, era in stated.items():
        eras = [given.get(other) for other in shelf.same(item)]
        if eras and all(other is not None and other != era for other in eras):
            yield item
