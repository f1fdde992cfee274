"""Where no verb is left out though a noun and a value stand side by side: there is one already, or none belongs there.

"R fires better than L" has its verb, in "fatigue by set 3" the figure counts the sets, "two more visits" tell how many,
and "PROM <90 only" is a limit to keep.
"""

from rewriter.reading.mentions import Mention
from rewriter.reading.quantities.numerals import NUMBER_WORDS
from rewriter.reading.reading import Reading

# What is counted by the figure behind it.
_COUNTED = frozenset(
    "set rep trial lap round bout step day week visit minute level grade stage floor attempt session month".split()
)
_COMPARED = frozenset({"better", "worse", "less", "more", "later", "earlier", "faster", "slower", "harder"})
_PAST = frozenset("hurt felt went got reached ached stung burned burnt gave came fell hit took held".split())
_NAMED = frozenset({"symptom", "impairment", "measure", "vital", "ability", "diagnosis", "device", "equipment"})
# Behind a figure these tell how far it may go.
_BOUNDS = frozenset({"only", "max", "maximum", "limit"})
_FIGURES = frozenset({"number", "angle", "percent", "load"})
_OF_BODY = frozenset({"side", "part"})


def may_be_verb(reading: Reading, first: int, at: int, last: int) -> bool:
    """Tell whether word `at` of the piece at words `first:last` takes no "was" before it."""
    low = reading.words.low
    if at == first and any(
        m.sense.group == "grade" for m in map(reading.mentions.__getitem__, reading.between(at, at + 1))
    ):
        return True  # "2+ edema": a grade counts nothing
    if not first < at < last:
        return False
    if _limits(reading, at, last):
        return True
    if low[at - 1] in _PAST or (low[at - 1] in _COUNTED and low[at][0].isdecimal()):
        return True
    if at == first + 1 and (low[first] in NUMBER_WORDS or low[first].isdecimal()):
        return True
    if low[at] in ("less", "more") and any(m.last == at and m.sense.kind == "part" for m in _near(reading, first, at)):
        return True  # "headache 5 to 2, R eye less": of what, is not said
    return low[at] in _COMPARED and _does(reading, first, at - 1)


def _does(reading: Reading, first: int, at: int) -> bool:
    """Word `at` may tell what a side or a part of the body does: "fires" in "R fires better"."""
    low = reading.words.low
    here = {reading.mentions[i].sense.kind for i in reading.between(at, at + 1)}
    if at <= first or not low[at].endswith("s") or low[at].endswith("ss") or not here.isdisjoint(_NAMED):
        return False
    return any(m.last == at and m.sense.kind in _OF_BODY for m in _near(reading, first, at))


def _near(reading: Reading, first: int, at: int) -> list[Mention]:
    return [reading.mentions[i] for i in reading.between(first, at)]


def _limits(reading: Reading, at: int, last: int) -> bool:
    """A bound that is to be kept, and nothing measured: "PROM <90 only", "flexion 0-30 max in splint"."""
    value = next((m for m in _near(reading, at, at + 2) if m.sense.kind in _FIGURES and at <= m.first <= at + 1), None)
    end = value.last if value is not None else at
    end += reading.words.low[end : end + 1] in (["degrees"], ["deg"], ["%"])
    return value is not None and end < last and reading.words.low[end] in _BOUNDS
