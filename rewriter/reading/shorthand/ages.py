"""The patient's age and sex in shorthand: "86F", "72 y/o F", "68yo male", "22 mo old boy"; a child's age, "7 mo CMT".

A bare letter may be degrees, metres or months: it says the sex at the note's opening or behind the patient, where the
figure can be nothing else.
"""

from collections.abc import Sequence

from rewriter.reading.words import Words

_YEARS = frozenset({"y/o", "yo", "y", "yr", "yrs", "year", "years"})
_MONTHS = frozenset({"m/o", "mo", "mos", "month", "months"})
_WHOLE = frozenset({"y/o", "yo", "m/o"})  # they say "old" too
_LETTERS = {"f": "female", "m": "male"}
PERSONS = frozenset("female male woman man boy girl gentleman lady child toddler infant veteran patient pt".split())
_PATIENT = frozenset({"pt", "patient"})
_SUBJECTS = _PATIENT | {"is", "a", "an", "this"}
_HEADINGS = frozenset({"s", "subj", "subjective", "hx", "history", "hpi", "dx"})
# What goes on behind an age and sex.
_OF_PERSON = frozenset(
    "with w/ w who whose that from in on at after status s/p post for and or is was has presents presented presenting "
    "referred seen admitted lives living recovering diagnosed known here not".split()
)
_LENGTH = 4
_OLDEST = 110
# Up to here an M behind a figure counts months.
_FEW_MONTHS = 36
# What a child is seen for from birth or early on: so many months before it are the child's, and not how long it lasts.
_FROM_BIRTH = frozenset(
    "torticollis cmt plagiocephaly brachycephaly cp cerebral down downs down's trisomy erb's erbs erb obpp "
    "autism autistic asd developmental dev delay delays delayed hypotonia hypotonic clubfoot bifida preemie premature "
    "prematurity arthrogryposis hydrocephalus microcephaly gmfcs toe-walker toe-walking".split()
)
_OF_CHILDREN = frozenset("peds ped pediatric pediatrics paeds infant toddler baby child".split())
_PLACES = frozenset("op outpt outpatient clinic ei home hh school pt ot ip : , -".split())
_NO_AGE = frozenset("ago s/p post p post-op postop out since after old hx f/u follow re recheck in into later".split())
_NEAR = 3  # words
_ADULT = 18
# What is so many degrees warm, or so many metres long.
_NO_PERSONS = frozenset(
    "pool water bath temp temperature hot cold warm heat pack packs degrees room aquatic walk walks walking sprint run "
    "dash x / \u00b0 : = shuttle lap laps".split()
)


def find_ages(words: Words) -> dict[int, tuple[int, str]]:
    """Return the ages that name the patient's sex, by their first word: where each ends, and what it says."""
    found = {}
    for at, low in [(at, low) for at, low in enumerate(words.low) if low.isdecimal()]:
        if not 0 < int(low) <= _OLDEST or (at and words.low[at - 1] in ("x", "/", "-", ".")):
            continue
        hit = _age_of_person(words, at) or _bare_age(words, at)
        if hit is None and (child := _age_of_child(words, at)) is not None:
            found[at] = child
        elif hit is not None:
            lead = _article(low) if at and words.low[at - 1] in ("is", "was") else ""
            found[at] = (hit[0], f"{lead}{low}-{hit[1]}")
    return found


def ends_age(low: Sequence[str], start: int, at: int) -> bool:
    """The piece that begins at word `start` is an age up to word `at`, and what stands there is told beside it."""
    begin = start + (low[start] == "patient")
    return at == begin + _LENGTH and low[at - 2] == "old" and low[at - 1] in PERSONS and low[at] not in _OF_PERSON


def _article(figure: str) -> str:
    return "an " if figure[0] == "8" or figure in ("11", "18") else "a "


def _age_of_person(words: Words, at: int) -> tuple[int, str] | None:
    """Read "72 y/o F", "68yo male", "4 year old boy", "22 mo old girl"."""
    low = words.low
    unit = low[at + 1] if at + 1 < len(low) else ""
    if unit not in _YEARS | _MONTHS:
        return None
    end = at + 2
    is_old = low[end : end + 1] == ["old"]
    end += is_old
    if (not is_old and unit not in _WHOLE and not _is_letter(words, end)) or end >= len(low) or words.gap[end] == "":
        return None
    sex = _LETTERS.get(low[end]) if _is_letter(words, end) else low[end] if low[end] in PERSONS else None
    if sex is None:
        return None
    span = "month" if unit in _MONTHS else "year"
    return end + 1, f"{span}-old {'patient' if sex == 'pt' else sex}"


def _age_of_child(words: Words, at: int) -> tuple[int, str] | None:
    """Read "7 mo torticollis", "peds 14mo DS" where a note opens; behind the diagnosis it is how long: "TKA 6 mo"."""
    low = words.low
    unit = low[at + 1] if at + 1 < len(low) else ""
    of_child = 0 < at <= _NEAR and low[0] in _OF_CHILDREN and _PLACES.issuperset(low[1:at])
    if not (at == 0 or of_child or (at == 1 and low[0] in _PATIENT)):
        return None
    span, limit = ("month", _FEW_MONTHS) if unit in _MONTHS else ("year", _ADULT)
    behind = low[at + 2 : at + 2 + _NEAR]
    if unit not in _MONTHS | _YEARS - _WHOLE or int(low[at]) > limit or not behind or behind[0] in _NO_AGE:
        return None
    if words.gap[at + 2] == "" and behind[0].isalnum():
        return None  # "5y3m"
    if not (of_child and behind[0][0].isalpha()) and _FROM_BIRTH.isdisjoint(behind):
        return None
    return at + 2, f"{low[at]} {span}{'s' if low[at] != '1' else ''} old"


def _is_letter(words: Words, at: int) -> bool:
    """A letter for the sex stands free here: not the first of "F/U"."""
    low = words.low
    if low[at : at + 1] not in (["f"], ["m"]):
        return False
    behind = at + 1
    return behind == len(low) or words.gap[behind] != "" or low[behind] in (".", ",", ";", ")", "\n", ":")


def _bare_age(words: Words, at: int) -> tuple[int, str] | None:
    """Read "86F" where a note opens, or behind "pt"."""
    low = words.low
    headed = at > 1 and low[at - 1] == ":" and low[at - 2] in _HEADINGS
    opens = at == 0 or headed or (low[at - 1] in _SUBJECTS and words.gap[at] == " ")
    if not opens or not _is_letter(words, at + 1) or words.written(at + 1, at + 2).islower():
        return None
    loose = words.gap[at + 1] != "" and at > 0 and low[at - 1] not in _PATIENT
    if loose or not _NO_PERSONS.isdisjoint(low[at + 2 : at + 5]):
        return None
    if low[at + 1] == "m" and int(low[at]) <= _FEW_MONTHS:
        return None
    return at + 2, f"year-old {_LETTERS[low[at + 1]]}"
