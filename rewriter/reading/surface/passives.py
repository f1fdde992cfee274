"""The "was" before what was done to somebody or something: "RN told", "wife shown transfers", "bra not tried".

A closed set of verbs of which the subject cannot be the doer: behind "not" or before "by" their past form is a
participle, and somebody told, notified or trained is the one who heard it where no hearer follows. What may be told of
a doer ("spouse cued last round", "orthotist called") stays as written.
"""

from collections.abc import Sequence

from rewriter.english import ARTICLES, BE, HAVE, OBJECTS, PASTS, POSSESSIVES, SPEAKERS
from rewriter.reading.pieces.seams import CUE_ENDS
from rewriter.reading.reading import Reading
from rewriter.reading.surface.predicates import is_many

# Never the doer's own past.
_SHOWN = frozenset({"shown", "given"})
_HEARD = frozenset("told notified informed updated trained educated instructed coached reminded advised".split())
# Whose teaching it is where a relative or an aide is the subject and a thing follows.
_TAUGHT = frozenset("taught trained instructed educated".split())
_TEACHERS = frozenset({"therapist", "pt", "ot", "slp", "otr", "student", "teacher", "i", "we", "nurse", "rn", "md"})
_DONE = frozenset(
    "done reached addressed attempted tolerated noted cleared tested retested used tried worn given taken performed "
    "practiced reviewed discussed issued fitted adjusted measured assessed checked rechecked pushed installed "
    "delivered worked shown provided completed initiated loaded needed obtained ordered placed received redone removed "
    "repeated replaced required scheduled seen weighed written challenged counted billed progressed".split()
)
_BY_WHOM = frozenset(
    "called checked marked done seen cleared notified told driven carried held donned doffed applied removed placed "
    "caught blocked guarded supervised adjusted issued fitted taped wrapped cleaned changed given taken brought "
    "pushed moved installed reviewed performed completed managed dressed bathed washed fed helped transferred "
    "medicated premedicated redirected started stopped".split()
)
# What is done to a patient, with what leads to what was taught or given.
_TO_PATIENTS = _SHOWN | frozenset("instructed educated trained cued issued reminded advised provided fitted".split())
_LEADING = frozenset("in on to re regarding about with not for".split())
_STILL = frozenset({"still", "also", "again", "already", "just", "then"})
_BEHIND_HEARD = frozenset(
    "to not in on about re regarding of by via at today yesterday and that this when after before with for per then "
    "again".split()
)
_NO_SUBJECT = (
    BE
    | HAVE
    | SPEAKERS
    | frozenset(
        "but and or if when while because so than as at on in to for with without by from of no not it that this which "
        "who there here did does do will would can could may might must should has patient pt per after before until "
        "unless only".split()
    )
)
_TOLD_AGAIN = [[word] for word in ("was", "were", "is", "are")]
# How soon a goal is called one, and what another statement begins behind.
_GOAL = 3
_PARTED = frozenset({",", ";", ":", "(", "-", "but"}) | BE
_LONGEST = 5
_BED = 3


def find_passive(reading: Reading, first: int, last: int) -> tuple[int, str]:
    """Return the word of words `first:last` before which "was" or "were" is left out, with it; (-1, "") for none."""
    low = reading.words.low
    if "goal" in low[first : first + _GOAL] and low[last - 2 : last] == ["not", "met"]:
        told = low[first : last - 2]
        return (last - 2, "was") if told[-1] not in _NO_SUBJECT and _PARTED.isdisjoint(told) else (-1, "")
    if patient := _is_done_to_patient(low, first, last):
        return patient, "was"
    for at in range(first + 1, min(last, first + _LONGEST + 2)):
        begin = at
        if low[begin - 1] == "not":
            begin -= 1
        denied = begin < at and low[at] in _DONE
        done = low[at] in _BY_WHOM and low[at + 1 : at + 2] == ["by"] and at + 2 < last
        if not denied and not done and not (begin == at and _hears(reading, first, at, last)):
            continue
        while begin > first + 1 and low[begin - 1] in _STILL:
            begin -= 1
        if 0 < begin - first <= _LONGEST and _names(low, first, begin) and low[at + 1 : at + 2] not in _TOLD_AGAIN:
            many = not low[begin - 1].isdecimal() and is_many(low, first, begin)
            return begin, "were" if many else "was"
        return -1, ""
    return -1, ""


def _is_done_to_patient(low: Sequence[str], first: int, last: int) -> int:
    """Return where the "was" of "pt instructed in HEP", "pt issued band" belongs; 0 where the patient may have done it.

    Thus "pt instructed wife", "pt told RN".
    """
    at = first + 1 + (low[first + 1 : first + 2] != [] and low[first + 1] in _STILL)
    if low[first] != "patient" or at + 1 >= last or low[at] not in _TO_PATIENTS:
        return 0
    return first + 1 if low[at] in _SHOWN | {"issued"} or low[at + 1] in _LEADING else 0


def _hears(reading: Reading, first: int, at: int, last: int) -> bool:
    """Somebody named right before word `at` was shown or told something."""
    low = reading.words.low
    if low[at] not in _SHOWN | _HEARD | _TAUGHT:
        return False
    person = any(
        reading.mentions[i].sense.kind == "person" and reading.mentions[i].last <= at
        for i in reading.between(first, at)
    )
    if not person:
        return False
    behind = low[at + 1] if at + 1 < last else "."
    if low[at] in _SHOWN or not behind[0].isalpha() or behind in _BEHIND_HEARD:
        return low[at] != "taught" or behind[0].isalpha()
    heard = any(reading.mentions[i].sense.kind == "person" for i in reading.between(at + 1, at + 2))
    return (
        low[at] in _TAUGHT and not heard and behind not in OBJECTS | ARTICLES | POSSESSIVES and _learns(low, first, at)
    )


def _learns(low: Sequence[str], first: int, at: int) -> bool:
    return _TEACHERS.isdisjoint(low[first:at])


def _names(low: Sequence[str], first: int, last: int) -> bool:
    """Words `first:last` are a name of something: no verb, preposition or mark is among them."""
    return not any(word in _STILL or (word.endswith("ed") and len(word) > _BED) for word in low[first:last]) and all(
        word[0].isalnum() and word not in _NO_SUBJECT | PASTS | (CUE_ENDS - {"first", "total"})
        for word in low[first:last]
    )
