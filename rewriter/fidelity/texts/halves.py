"""Both halves of the body at once, one of them, a side alone between two marks, and the "right" that is no side."""

from collections.abc import Mapping, Sequence

from rewriter.fidelity.texts.bounds import begin_of
from rewriter.fidelity.texts.terms import SPLITS
from rewriter.punctuation import DASHES
from rewriter.reading import Reading

_HALF_OF_BODY = frozenset({"@hemiparesis", "=hemiparesis", "=hemiplegic"})
_BODY_REACH, _CLAUSE_REACH = 4, 8
_BEING = frozenset("is was are were got get gets came comes come did does done".split())
_TAKING = frozenset("be been being not actively closely more less".split())
# Behind a pronoun and before a mark or one of these "right" tells that it was so.
_GOT = frozenset({"them", "it", "those", "out"})
_BEHIND_ANSWER = frozenset("on at in by from every each most without the first".split())
_LEFT_FOR = frozenset("for until till to out off undone aside alone untouched unfinished behind blank over".split())
_PUTTING = frozenset("put puts putting set sets setting got get gets getting".split())
_PUT = frozenset("it that this them these those one two three things everything matters errors mistakes both".split())
_ANSWERS = frozenset(
    "that this it which they these all answers answer responses response replies reps repetitions attempts attempt "
    "trials tries technique form steps times ones words guesses choices numbers letters colors colours shapes".split()
)


BILATERAL = frozenset({"bilateral", "bilaterally"})
_PAIRS = frozenset(
    "both each ea either sides hands arms legs feet knees hips ankles shoulders elbows wrists alternating alternately "
    "alternate reciprocal".split()
)


def names_no_side(reading: Reading) -> bool:
    """A text has no word of a side, of a pair, or of what one does in turn; nor letters that may be one."""
    return (
        not reading.having("side")
        and _PAIRS.isdisjoint(reading.words.low)
        and all(item.sure for item in reading.words.read_as)
    )


def end_of_both(low: Sequence[str], at: int) -> int:
    """Return where "side to side" (or "side-to-side") ends that begins at word `at`, 0 where it does not.

    >>> end_of_both("side - to - side shifts".split(), 0), end_of_both("side step to the side".split(), 0)
    (5, 0)
    """
    end = next((place for place in range(at + 1, min(at + 5, len(low))) if low[place] == "side"), 0)
    return end + 1 if end and [word for word in low[at : end + 1] if word != "-"] == ["side", "to", "side"] else 0


def keys_of_its_own(
    low: Sequence[str], by_word: Mapping[int, tuple[str, ...]], first: int, last: int
) -> frozenset[str]:
    """Return the words of the clause before a side that stands alone between two marks: "median n. glide, R - halted".

    The left side of the body is that of somebody weak on the left.
    """
    if list(low[last : last + 1]) == ["side"] and "body" in low[last + 1 : last + _BODY_REACH]:
        return _HALF_OF_BODY
    if low[first - 1] != "," or last >= len(low) or low[last] not in DASHES:
        return frozenset()
    begin = begin_of(low, first - 1, SPLITS, max(0, first - _CLAUSE_REACH))
    return frozenset(key for at in range(begin, first - 1) for key in by_word.get(at, ()))


def takes_part(low: Sequence[str], at: int) -> bool:
    """Tell whether "involved" tells of no side of the body: "S1 may be involved", "the daughter was involved"."""
    return low[at] == "involved" and at > 0 and (low[at - 1] in _BEING or low[at - 1] in _TAKING)


def is_leaving(low: Sequence[str], at: int) -> bool:
    """Tell whether "left" says that something was left: "the ramp was left for another day", "left out"."""
    if low[at] != "left" or not at:
        return False
    undone = low[at - 1] in _BEING and low[at + 2 : at + 3] != ["right"]
    return undone and not _LEFT_FOR.isdisjoint(low[at + 1 : at + 2])


def is_answer(low: Sequence[str], at: int) -> bool:
    """Tell whether "right" says that something was correct or well: "that was right", "all right", "put one right"."""
    if low[at] != "right" or not at:
        return False
    if low[at - 1] in _GOT and (at + 1 == len(low) or not low[at + 1].isalpha() or low[at + 1] in _BEHIND_ANSWER):
        return True  # "got two of them right on the first try"
    if at > 1 and low[at - 2] in _PUTTING and low[at - 1] in _PUT:
        return True
    return low[at - 1] == "all" or (at > 1 and low[at - 1] in _BEING and low[at - 2] in _ANSWERS)
