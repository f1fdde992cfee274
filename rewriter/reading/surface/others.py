"""Whether somebody else was spoken of, who may have done or felt what a piece without a subject tells.

"Wife in room. Tearful" and "mom present, states tired" may be told of the wife and of the mother: nobody is said to.
"""

from bisect import bisect_right
from collections.abc import Sequence

from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence

_OF_TREATMENT = frozenset({"patient", "therapist"})
_RELATIVES = frozenset({"caregiver", "student"})
_MOST_BEFORE = 2
# Who stands behind these is no subject of what comes next: "lunch held per nurse. Denies pain".
_TIES = frozenset({"per", "by", "from", "for", "of"})
# Who of the staff was only told something did nothing: "nurse aware. Dizzy after stairs".
_TOLD = frozenset("aware notified informed present told updated paged".split())
# Who spoke before may be the one who denies.
_SPOKE = frozenset(
    "says said say reports reported report states stated tells told thinks feels felt notes noted asks asked denies "
    "denied admits worried worries concerned called calls per via interpreting interprets translates".split()
)
_NEAR = 4
# "Skilled nursing facility" is a place.
_PLACES = frozenset("facility home unit station floor".split())


def is_alone(reading: Reading, sentence: Sentence, inside: Sequence[int]) -> bool:
    """Nobody else than the patient is named in the sentence up to here: else what follows may be told of them."""
    end = max(inside, default=-1)
    return not any(i <= end and _is_other(reading, i) for i in reading.between(sentence.first, sentence.last))


def is_nobody_elses(reading: Reading, sentence: Sentence, first: int) -> bool:
    """Nobody else is named in the sentence before word `first`, nor can one in the sentences before be meant.

    That is one who opens them, or a relative anywhere in the last of them.
    """
    if any(_is_other(reading, i) for i in reading.between(sentence.first, first)):
        return False
    number = bisect_right(reading.firsts, sentence.first) - 1
    before = reading.sentences[max(0, number - _MOST_BEFORE) : number]
    if _denies_feeling(reading, first) and first in (sentence.first, sentence.label):
        # who only came or watched denies no pain: "wife to video HEP. Denies shoulder pain"
        before = [one for one in before if not _SPOKE.isdisjoint(reading.words.low[one.first : one.last])]
    opening = [i for one in before for i in reading.between(one.label, one.label + 2)]
    near = [
        i
        for one in before[-1:]
        for i in reading.between(one.first, one.last)
        if reading.mentions[i].sense.group in _RELATIVES
    ]
    return not any(_may_be_meant(reading, i) for i in opening + near)


def _denies_feeling(reading: Reading, first: int) -> bool:
    """Right behind "denies" stands what only the patient can feel."""
    if reading.words.low[first] not in ("denies", "denied"):
        return False
    near = (reading.mentions[i].sense.kind for i in reading.between(first + 1, first + _NEAR))
    return any(kind == "symptom" for kind in near)


def _is_other(reading: Reading, index: int) -> bool:
    mention = reading.mentions[index]
    if mention.sense.kind != "person" or mention.sense.group == "patient":
        return False
    return _PLACES.isdisjoint(reading.words.low[mention.last : mention.last + 1])


def _may_be_meant(reading: Reading, index: int) -> bool:
    low, mention = reading.words.low, reading.mentions[index]
    if not _is_other(reading, index) or mention.sense.group in _OF_TREATMENT:
        return False
    if mention.first and low[mention.first - 1] in _TIES:
        return False
    return mention.sense.group in _RELATIVES or _TOLD.isdisjoint(low[mention.last : mention.last + 1])
