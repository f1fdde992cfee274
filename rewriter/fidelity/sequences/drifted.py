"""A change told of a value that the note has going the other way: "girth 17.2 (-0.4)" as "17.2, up 0.4".

The note tells the way by a sign or a word right at the value. A word that can only mean one way, right beside that
value, must mean the same; and nothing went "up from" what was more.
"""

from collections.abc import Iterable, Iterator, Sequence

from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, Modifier
from rewriter.fidelity.texts.shelf import agree
from rewriter.fidelity.texts.terms import Terms

_UP = frozenset("up increased increase increasing rose risen rising raised higher gained grew".split())
_DOWN = frozenset("down decreased decrease decreasing fell fallen falling dropped lower reduced declined".split())
_SAME = frozenset({"unchanged", "same"})
_CLEAR = _UP | _DOWN | _SAME | {"more", "less"}
_SIGNS = {
    **dict.fromkeys(("+", "\u2191", *_UP, "more"), _UP | {"more"}),
    **dict.fromkeys(("-", "\u2193", *_DOWN, "less"), _DOWN | {"less"}),
}
_STEERED = frozenset("by to from at".split())
_REACH, _BEHIND = 4, 2


def find_drifted(said: Terms, stated: Sequence[Modifier], note: Terms, asked: Iterable[Modifier]) -> Iterator[Words]:
    """Yield the words (first, last) of change that no value of the note beside them bears out."""
    low = said.reading.words.low
    yield from _against_figures(said, [item for item in stated if item.kind == FIGURE])
    signed = [(item, way) for item in asked if item.kind == FIGURE and (way := _sign(note, item))]
    for item in stated if signed else ():
        if item.kind not in (FIGURE, LEVEL):
            continue
        for at in (*range(max(0, item.first - _REACH), item.first), *range(item.last, item.last + _BEHIND)):
            if at >= len(low) or low[at] not in _CLEAR or not _is_beside(low, at, item):
                continue
            borne = [low[at] in way for other, way in signed if agree(item, other)]
            if borne and not any(borne):
                yield at, at + 1


def _against_figures(said: Terms, figures: Sequence[Modifier]) -> Iterator[Words]:
    """Yield the words that say a value went up "from" a higher one of its kind, or down from a lower one."""
    low = said.reading.words.low
    for at, word in enumerate(low):
        if word not in _UP | _DOWN or low[at + 1 : at + 2] != ["from"]:
            continue
        begun = next((item for item in figures if at + 2 <= item.first <= at + 3), None)
        ended = max((item for item in figures if item.last <= at), key=lambda item: item.last, default=None)
        if begun is None or ended is None or begun.family != ended.family or begun.sentence != ended.sentence:
            continue
        if at - ended.last > _REACH or "to" in low[begun.first : begun.last + 1]:
            continue  # "RPE was 13 and heart rate rose from 72 to 94"
        before, after = _number(said, begun), _number(said, ended)
        if before is not None and after is not None and before != after and (after > before) != (word in _UP):
            yield ended.first, begun.last


def _number(said: Terms, item: Modifier) -> float | None:
    """Return the value of a figure without a sign before it; the first of two, as of a score."""
    value = item.value.partition("/")[0]
    if said.reading.words.low[item.first - 1] in ("-", "minus") or not value.replace(".", "", 1).isdecimal():
        return None
    return float(value)


def _sign(note: Terms, item: Modifier) -> frozenset[str]:
    """Return the words for the way that a sign at a value tells: "+1.2 cm", "(-0.4)"."""
    words, at = note.reading.words, item.first - 1
    if at < 0 or words.low[at] not in _SIGNS:
        return frozenset()
    joins = at > 0 and words.gap[at] == "" and words.low[at - 1][-1].isalnum()  # "2-3", "2 - 3" are no signs
    apart = words.low[at] in ("+", "-") and (words.gap[item.first] != "" or joins)
    return frozenset() if apart else _SIGNS[words.low[at]]


def _is_beside(low: Sequence[str], at: int, item: Modifier) -> bool:
    """Only words like "by" or "from" stand between: "up by 0.4", "rose from 4", "6 seconds, up"."""
    if at < item.first:
        return all(low[between] in _STEERED for between in range(at + 1, item.first))
    return all(low[between] == "," for between in range(item.last, at))
