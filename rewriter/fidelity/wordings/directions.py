"""Words that only say which way a value went ("down to 3", "rose from 4", "back to 91"), checked against the values.

Such a word claims nothing of its own where the note has the same values and they went that way.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rewriter.fidelity.related.pairs import Pair
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, Modifier
from rewriter.fidelity.texts.shelf import agree
from rewriter.fidelity.texts.terms import Terms
from rewriter.fidelity.texts.values import SAME

# Either way: what went or came to a value.
_MOVING = (
    "went go goes going came come comes coming moved moving moves returned returning returns back changed changing "
    "changes shifted settled settling settles resolving progressed progressing progresses advanced advancing "
)
_FALLING = frozenset(
    (
        _MOVING + "down decrease decreased decreases decreasing drop dropped drops dropping fall fell falls falling "
        "fallen reduce reduced reduces reducing reduction lower lowered lowers lowering lessen lessened lessens "
        "lessening "
        "less fewer decline declined declines declining diminish diminished diminishes diminishing shrank shrink "
        "shrinking subside subsided subsides subsiding ease eased eases easing cut below under faded fading tapered "
        "tapering descended recover recovered recovering"
    ).split()
)
_RISING = frozenset(
    (
        _MOVING + "up increase increased increases increasing rise rose rises rising risen raise raised raises raising "
        "higher more climb climbed climbs climbing grow grew grows growing gain gained gains gaining reach reached "
        "reaches reaching build built building lengthened lengthening extended extending above over recover recovered "
        "recovering rebounded rebounding"
    ).split()
)
_SAME = SAME | {"still", "again", "steady"}
_RESTS = frozenset({"rest", "rested", "resting", "break", "recovered", "recovery"})
_REACH = 8
_ONWARD = frozenset({"\u2192", "->", "to", "then", "back", "up", "down"})
_HELP = (
    "independent modified_independent setup supervision standby contact_guard minimal moderate maximal total".split()
)


def find_ways(
    said: Terms, stated: Iterable[Modifier], given: Sequence[Pair], note: Terms, asked: Iterable[Modifier]
) -> set[int]:
    """Return the places of words of the rewrite (`stated`) that only say which way a value of the note went.

    `given` are the pairs of the note, `asked` its modifiers.
    """
    ordered = [pair for pair in given if pair.relation == "before"]
    asked = list(asked)
    ranked = [(pair, _way(note, pair)) for pair in (*ordered, *_ratings(note, asked), *_returns(note, ordered, asked))]
    if not ranked:
        return set()
    by_sentence: dict[int, list[Modifier]] = {}
    for item in stated:
        if item.kind in (FIGURE, LEVEL):
            by_sentence.setdefault(item.sentence, []).append(item)
    low = said.reading.words.low
    return {
        place
        for place, number in zip(said.place, said.sentence, strict=True)
        if low[place] in _ANY
        and any(
            low[place] in way and (agree(item, pair.one) or agree(item, pair.two))
            for item in by_sentence.get(number, ())
            if -_REACH <= item.first - place <= _REACH
            for pair, way in ranked
            if pair.one.kind == item.kind
        )
    }


_ANY = _FALLING | _RISING | _SAME


def _ratings(note: Terms, asked: Iterable[Modifier]) -> Iterator[Pair]:
    """Yield the pairs of a rating of which only one value names the scale: "4 -> 6/10, back to 4"."""
    figures = sorted((item for item in asked if item.family in ("number", "ratio")), key=lambda item: item.first)
    for one, two in pairwise(figures):
        between = note.reading.words.low[one.last : two.first]
        if one.sentence == two.sentence and one.family != two.family and not _ONWARD.isdisjoint(between):
            yield Pair("before", one, two, True)


def _returns(note: Terms, ordered: Sequence[Pair], asked: Iterable[Modifier]) -> Iterator[Pair]:
    """Yield the pairs of what a rest brought back: 91 and 95 of "97->91, RR 34, rested, 95 in 2 min"."""
    low = note.reading.words.low
    rests = note.reading.at_any(_RESTS)
    for pair in ordered if rests else ():
        rest = next((at for at in rests if at >= pair.two.last), len(low))
        later = (item for item in asked if item.first > rest and item.sentence == pair.two.sentence)
        third = next((item for item in later if item.family == pair.two.family), None)
        if third is not None and (third.first - rest) <= _REACH and pair.one.kind == FIGURE:
            way = _way(note, Pair("before", pair.two, third, True))
            if way and way is _way(note, Pair("before", pair.two, pair.one, True)):
                yield Pair("before", pair.two, third, True)


def _way(note: Terms, pair: Pair) -> frozenset[str]:
    """Return the words for going from the earlier to the later value; none where they cannot be compared."""
    if pair.one.kind == LEVEL:
        if not {pair.one.value, pair.two.value}.issubset(_HELP):
            return frozenset()
        before, after = float(_HELP.index(pair.one.value)), float(_HELP.index(pair.two.value))
    else:
        try:
            before, after = (_value(note, item) for item in (pair.one, pair.two))
        except ValueError:
            return frozenset()
    return _FALLING if after < before else _RISING if after > before else _SAME


def _value(terms: Terms, item: Modifier) -> float:
    """Return a figure with the minus that stands before it: "RASS 0, falling to -1"."""
    words, at = terms.reading.words, item.first
    minus = at > 0 and words.low[at - 1] == "-" and words.gap[at] == "" and (at < 2 or words.gap[at - 1] != "")
    value = float(item.value.partition("/")[0])
    return -value if minus else value
