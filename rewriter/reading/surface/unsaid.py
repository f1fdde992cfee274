"""Where no verb is left out though a noun and a value stand side by side: there is one already, or none belongs there.

"R fires better than L" has its verb, in "fatigue by set 3" the figure counts the sets, and "two more visits" tell how
many.
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
