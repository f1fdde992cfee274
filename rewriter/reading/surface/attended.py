"""Who else was there: what somebody named was doing, where he was, and what he is to do.

"Wife watching" is "wife was watching", "gran in room" is "gran was in the room", "son to install bars" is "son is to
install bars". What somebody does at other times is a habit: "mom doing putty nightly" stays as written.
"""

from collections.abc import Sequence

from rewriter.reading.reading import Reading
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell

# What is done at the patient's side; "driving", "coming" and "bringing" may be told of another day.
_BESIDE = frozenset(
    "guarding watching assisting helping managing holding observing standing sitting filming spotting cueing cuing "
    "steadying supporting following waiting interpreting translating listening blocking stabilizing asking recording "
    "videoing stabilising handing".split()
)
_NEAR = frozenset("nearby there outside downstairs upstairs alongside".split())
_ROOMS = frozenset(
    "room bedside side session kitchen hall hallway gym attendance building clinic lobby bathroom doorway".split()
)
# What somebody is asked or has promised to do.
_TO_DO = frozenset(
    "adjust apply arrange ask assess assist attend bring build buy call check clear complete contact continue cue "
    "deliver discuss drive encourage ensure exchange find fit fix follow get give help increase install instruct keep "
    "lift look make measure monitor move obtain order perform pick practice practise provide purchase put quote raise "
    "reassess recheck remind remove repair replace report request reschedule return review schedule screen see send "
    "set stretch supervise switch take teach try update video walk watch".split()
)
# A habit or another day is no deed of this visit.
_OTHER_DAYS = frozenset("home daily nightly nights weekly always usually most every per week weeks".split())

_WHO = f"(?:det )?{any_of('caregiver person agent')}"
_FREELY = "(?:(?!verb |withheld |odd |person |caregiver |arrow |open |so |dash |bar |pressure ).)*"
_DOING = compile_pattern(f"{_WHO}(?P<was>)(?:now )?(?P<deed>doing ){_FREELY}")
_STOOD = compile_pattern(f"{_WHO}(?P<was>)(?P<deed>(?:not )?(?:in |prep )){_FREELY}")
_NEARBY = compile_pattern(f"{_WHO}(?P<was>)(?P<deed>word |time |place |manner )(?:now )?")
_TO = compile_pattern(f"{_WHO}(?P<was>)to (?P<deed>.)(?:(?!arrow |so |bar ).)*")


def find_attended(reading: Reading, first: int, last: int) -> tuple[int, str] | None:
    """Return the word before which a verb is left out behind somebody who opens words `first:last`, and the verb."""
    low = reading.words.low
    parts = classify_words(reading, first, last)
    row = spell(parts)
    for pattern in (_DOING, _STOOD, _NEARBY, _TO):
        if (found := pattern.fullmatch(row)) is None:
            continue
        at, deed = parts[found.start("was")].first, parts[found.start("deed")].first
        behind = low[deed + 1 : last]
        if pattern is _TO:
            return (at, "is") if low[deed] in _TO_DO else None
        told = (
            (pattern is _DOING and low[deed] in _BESIDE and _OTHER_DAYS.isdisjoint(behind))
            or (pattern is _STOOD and _is_room(behind))
            or (pattern is _NEARBY and (low[deed] in _NEAR or _is_room(low[deed + 1 : last])))
        )
        return (at, "was") if told else None
    return None


def _is_room(behind: Sequence[str]) -> bool:
    """Where somebody was, and nothing else: "in room", "on other side", "at bedside throughout"."""
    return any(word in _ROOMS for word in behind[:3]) and "home" not in behind
