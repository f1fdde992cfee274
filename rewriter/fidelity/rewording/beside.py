"""Words that only say in full what a sign or a short word beside a figure or a grade says: "up to 110", "fair-"."""

from collections.abc import Sequence

from rewriter.body import MOTIONS
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.quantities import NUMBER_WORDS

_WAYS = {
    "up": frozenset("rose rises rising risen increased increases climbed reached gained".split()),
    "down": frozenset("decreased decreases dropped declined fallen".split()),
}
# Thus: "lateral up 2 in", "seat down 1 in".
_MOVED = {
    "up": frozenset("raised higher lifted elevated".split()),
    "down": frozenset("lowered lower dropped".split()),
}
_GRADES = frozenset({"fair", "good", "poor", "normal", "trace"})
_AS = frozenset({"as", "at", "a", "an", "of", "to", "be"})
_SIGNS = {"-": frozenset({"minus"}), "+": frozenset({"plus"})}
_MORE = frozenset({"more", "greater", "larger"})  # "R +2.1 cm vs L"
_AGAIN = frozenset({"same", "unchanged", "again", "identical"})
_EARLIER = frozenset(
    "last prev previous previously prior was before adm admission eval soc baseline ago \u2192 ->".split()
)
_STRENGTH = frozenset({"strength", "grade", "graded", "mmt"})
_SHIFTED = {"lowered": "down", "dropped": "down", "raised": "up"}
_TELLING = _GRADES | _WAYS.keys() | _SHIFTED.keys() | {"in", "out"}
_WHOLE_LIMBS = frozenset({"lower_extremity", "upper_extremity"})
_GRIPS = frozenset({"grip", "pinch"})
_CLOSE = 5
_LENGTHS = frozenset("in inch inches cm mm".split())
_ENDS = frozenset("arrival arriving arrived entry entering leaving departure departing beginning start end".split())


def words_beside_figures(terms: Terms) -> frozenset[str]:
    """Return what "in" and "out", "up to" and "down to", a plus or a minus at a grade say: "4/10 in, 7/10 out"."""
    low = terms.reading.words.low
    found: frozenset[str] = frozenset()
    ends = set()
    for at in terms.reading.at_any([word for word in terms.reading.places if word in _TELLING or word.isdecimal()]):
        word = low[at]
        graded = word in _GRADES or (word.isdecimal() and low[at + 2 : at + 3] == ["/"])
        if graded and low[at + 1 : at + 2] and low[at + 1] in _SIGNS:
            found |= _SIGNS[low[at + 1]]
        if word == "+" and _is_length(low, at + 1):
            found |= _MORE
        if word in ("in", "out") and at and low[at - 1][0].isdecimal() and SPLITS.issuperset(low[at + 1 : at + 2]):
            ends.add(word)
        elif word in _WAYS and _has_figure(low, at + 1):
            found |= _WAYS[word] | (_MOVED[word] if _is_length(low, at + 1) else frozenset())
        elif word in _SHIFTED and _is_length(low, at + 1 + (low[at + 1 : at + 2] in (["to"], ["by"]))):
            found |= _MOVED[_SHIFTED[word]]
    return found | _ENDS if len(ends) > 1 else found


def _has_figure(low: Sequence[str], at: int) -> bool:
    """A figure stands here, or behind "to" or "by": "up 3 lb", "down to 4"."""
    at += low[at : at + 1] in (["to"], ["by"])
    return bool(low[at : at + 1]) and low[at][0].isdecimal()


def _is_length(low: Sequence[str], at: int) -> bool:
    """A length stands there: "2 in", "1/2 in"."""
    at += 2 if low[at + 1 : at + 2] == ["/"] else 0
    return low[at : at + 1] != [] and low[at][0].isdecimal() and low[at + 1 : at + 2] != [] and low[at + 1] in _LENGTHS


def is_again(one: Terms, index: int, texts: Sequence[Terms]) -> bool:
    """Thus: "6 seconds, the same as last month" for "6 s, 6 s last month"."""
    low, at = one.reading.words.low, one.place[index]
    if low[at] not in _AGAIN:
        return False
    near = {word for word in low[max(0, at - _CLOSE) : at + _CLOSE] if word[0].isdecimal()}
    return any(_repeats(terms.reading.words.low, near) for terms in texts)


def is_strength(one: Terms, index: int, texts: Sequence[Terms]) -> bool:
    """Thus: "strength 2-/5", "grip strength of 20 lb" for a grade of a muscle, a grip with its figure."""
    low, at = one.reading.words.low, one.place[index]
    if low[at] not in _STRENGTH and not _is_muscle_test(one, index):
        return False
    if low[at - 1] in _GRIPS:
        return any(_is_measured(terms.reading.words.low, low[at - 1]) for terms in texts)
    span = one.reading.sentences[max(0, one.sentence[index])]
    here = (one.reading.mentions[number].sense.kind for number in one.reading.between(span.first, span.last))
    return "ratio" in here and any(
        _is_grade(terms, number) for terms in texts for number in terms.reading.having("ratio")
    )


def is_grading(one: Terms, index: int) -> bool:
    """Thus: "was graded 4-/5", "graded as good", "graded AIS C": no task is graded, for the grade stands behind."""
    low, at = one.reading.words.low, one.place[index] + 1
    if low[at - 1] != "graded":
        return False
    while low[at : at + 1] and low[at] in _AS:
        at += 1
    return any(
        word[0].isdecimal()
        or word in _GRADES
        or word in NUMBER_WORDS
        or one.reading.words.written(at, at + 1).isupper()
        for word in low[at : at + 1]
    )


def _is_muscle_test(one: Terms, index: int) -> bool:
    """The name of the test that grades a muscle."""
    mention = one.mention[index]
    return mention >= 0 and one.reading.mentions[mention].sense.id == "manual_muscle_test"


def _is_measured(low: Sequence[str], grip: str) -> bool:
    """A figure stands behind the word: "grip R 20 lb"."""
    return any(
        word == grip and any(one[0].isdecimal() for one in low[at + 1 : at + _CLOSE]) for at, word in enumerate(low)
    )


def _is_grade(terms: Terms, mention: int) -> bool:
    """Thus: "2-/5"; "quad 3/5" too, beside a muscle, but not the 3/5 of five trials."""
    sense, first, _ = terms.reading.mentions[mention]
    if sense.group == "grade":
        return True
    if not sense.id.endswith("/5"):
        return False
    if not MOTIONS.isdisjoint(terms.reading.words.low[max(0, first - 2) : first]):
        return True  # "knee ext 4/5", "DF R 4/5"
    near = (terms.reading.mentions[at].sense for at in terms.reading.between(first - 2, first))
    return any(one.kind == "part" and (one.group == "muscle" or one.id in _WHOLE_LIMBS) for one in near)


def _repeats(low: Sequence[str], figures: set[str]) -> bool:
    """One of the figures stands again beside a word for an earlier time."""
    for at, word in enumerate(low):
        if word in figures and word in low[at + 1 : at + _CLOSE]:
            again = low.index(word, at + 1)
            if not _EARLIER.isdisjoint(low[at + 1 : again + _CLOSE]):
                return True
    return False
