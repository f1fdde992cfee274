"""What a number tells by the words behind it: a part of a whole, or a piece of a name."""

from collections.abc import Sequence

from rewriter.reading.quantities import NUMBER_WORDS

_POINTING = frozenset({"the", "those", "these", "his", "her", "their"})
# Behind these points are counted: "a 4-point change".
_GAINED = frozenset(
    "change improvement gain drop decline increase decrease difference discrimination scale print font".split()
)


def is_part_of(low: Sequence[str], at: int) -> bool:
    """A whole is told behind it: "one of the three", "one out of her 3 precautions"."""
    length = 2 if low[at : at + 2] == ["out", "of"] else 1 if low[at : at + 1] == ["of"] else 0
    if not length or low[at + length : at + length + 1] == [] or low[at + length] not in _POINTING:
        return False
    whole = low[at + length + 1 : at + length + 2]
    return len(whole) > 0 and (whole[0].isdecimal() or NUMBER_WORDS.get(whole[0], 0) > 1)


def names_points(low: Sequence[str], last: int) -> bool:
    """The figure is part of a name: "4pt kneeling", "three-point gait"; not "a 4-point change"."""
    last += low[last : last + 1] == ["-"]
    return low[last : last + 1] == ["point"] and (last + 1 == len(low) or low[last + 1] not in _GAINED)
