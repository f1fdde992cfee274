"""What opens a note: where the patient was seen, which visit it was, how long after an operation.

"SNF day 11" is "the setting was a skilled nursing facility, day 11", "wk 3" is "this was week 3", "L ulnar n. repair 9
wks" is "patient was 9 weeks after left ulnar nerve repair". Further on in a note a place or a week may be told of
something else and stays as written.
"""

from collections.abc import Sequence

from rewriter.reading.mentions import Mention
from rewriter.reading.pieces.stays import PLACES, SORTS, find_end_of_place, opens_setting
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.surface.classes import classify_words, compile_pattern, spell
from rewriter.reading.surface.sided import Part

_KINDS_OF_CARE = frozenset(
    "home health school inpatient outpatient pediatric early intervention hand acute pelvic floor low vision aquatic "
    "vestibular first second initial follow-up telehealth".split()
)
_CARE = (
    ("physical", "therapy"),
    ("occupational", "therapy"),
    ("pt",),
    ("ot",),
    ("visit",),
    ("session",),
    ("treatment",),
)
_SERVICES = tuple(words for words in _CARE if words not in (("visit",), ("session",), ("treatment",)))
_ROOMS = frozenset({"home", "clinic", "gym", "classroom", "school", "bedside"})
_ORDERED = frozenset({"day", "week", "visit", "session", "month", "treatment"})
_CONDITIONS = compile_pattern("(?:side )?(?:diagnosis )+(?:side )?")
_VISITS = frozenset({"visit", "session", "treatment"})
_WEEKS = frozenset({"week", "day", "month"})
_OPERATIONS = frozenset(
    "repair fusion reconstruction arthroplasty replacement release transplant amputation craniotomy laminectomy "
    "discectomy meniscectomy fixation pinning transposition decompression debridement osteotomy arthroscopy".split()
)
_LONGEST_NAME = 14
# An operation is named without any of these.
_NO_NAMES = frozenset(
    "verb person caregiver patient bar not no comma cue level count cause so when modal doing dash arrow around to "
    "quote".split()
)
_FARTHEST = 16


def find_occasion(
    reading: Reading, sentence: Sentence, first: int, last: int, held: Sequence[Mention], *, alone: bool
) -> list[Part] | None:
    """Return words `first:last` near the start of a note as a sentence about the occasion; None where they are none."""
    if (first > _FARTHEST and not opens_setting(reading, sentence.first, first)) or sentence.heading not in (
        "",
        "objective",
    ):
        return None
    return (
        _tell_place(reading, first, last)
        or _tell_visit(reading.words.low, first, last)
        or _tell_care(reading.words.low, first, last)
        or (_tell_operation(reading, first, last, held) if alone else None)
    )


def _tell_place(reading: Reading, first: int, last: int) -> list[Part] | None:
    low = reading.words.low
    for article, name in PLACES:
        end = first + name.count(" ") + 1
        if low[first:end] != name.split():
            continue
        told: list[Part] = [f"the setting was {article}".strip(), (first, end)]
        if end + 1 == last and name in ("outpatient", "inpatient") and low[end] in SORTS:
            told[-1], end = (first, last), last  # "outpatient neuro"
        if end == last:
            return told
        if _CONDITIONS.fullmatch(spell(classify_words(reading, end, last))):
            return [*told, "and patient presented with", (end, last)]  # "SNF COPD"
        return [*told, ",", (end, last)] if _is_count(low, end, last) else None
    return None


def _tell_visit(low: Sequence[str], first: int, last: int) -> list[Part] | None:
    """A visit or a week by its number, and what care it was: "home health visit 3", "wk 7", "school OT"."""
    at = first
    while at < last and low[at] in _KINDS_OF_CARE:
        at += 1
    named = next((words for words in _CARE if tuple(low[at : at + len(words)]) == words), ())
    counted = next((k for k in range(max(at, last - 4), last) if _is_count(low, k, last)), last)
    if at > first and named and (at + len(named) == last or at + len(named) == counted or counted == at):
        comma: list[Part] = [",", (counted, last)] if first < counted < last and at + len(named) == counted else []
        article = "a " if low[counted - 1] in _VISITS and counted == last else ""
        begun: list[Part] = [f"this was {article}".strip()]
        return [*begun, (first, counted), *comma] if comma else [*begun, (first, last)]
    if at == first and counted == first and (first == 0 or low[first] in _VISITS):
        return ["this was", (first, last)]  # a week behind a diagnosis is how long ago that was
    return None


def _tell_care(low: Sequence[str], first: int, last: int) -> list[Part] | None:
    """Who treated where, and nothing else: "SNF OT", "OT OP neuro", "school gym PT", "EI OT home"."""
    begin, end = first, last
    service = next((len(words) for words in _SERVICES if tuple(low[first : first + len(words)]) == words), 0)
    begin += service
    if not service:
        service = next((len(words) for words in _SERVICES if tuple(low[last - len(words) : last]) == words), 0)
        end -= service
    at = begin
    while at < end:
        length = find_end_of_place(low, at) - at
        if at + max(length, 1) > end or (length <= 0 and low[at] not in _KINDS_OF_CARE | SORTS | _ROOMS):
            return None
        at += max(length, 1)
    if not service or begin == end:
        return None
    return ["this was", (begin, end), (first, begin)] if begin > first else ["this was", (first, last)]


def _is_count(low: Sequence[str], first: int, last: int) -> bool:
    """Words `first:last` are "day 11", "visit 3 of 8" or "wk 3"."""
    behind = list(low[first + 1 : last])
    return low[first] in _ORDERED and (
        (len(behind) == 1 and behind[0].isdecimal())
        or (len(behind) == 3 and behind[0].isdecimal() and behind[1] in ("of", "/") and behind[2].isdecimal())
    )


def _tell_operation(reading: Reading, first: int, last: int, held: Sequence[Mention]) -> list[Part] | None:
    """So long after an operation that the piece names: "L4-5 fusion 10 wks", "R ulnar n. repair (wrist) wk 9"."""
    low = reading.words.low
    since = next((m.first for m in held if m.sense.kind == "duration" and m.last == last and m.first > first), None)
    weekly = last - 2 if last - first > 2 and low[last - 2] in _WEEKS and low[last - 1].isdecimal() else 0
    end = since or weekly
    if not end or end - first > _LONGEST_NAME or low[end - 1] in ("for", "x", "in"):
        return None
    begin = end
    if low[end - 1] == ")" and "(" in low[first:end]:
        begin = first + low[first:end].index("(")
    if low[begin - 1] not in _OPERATIONS:
        return None
    if any(part.name in _NO_NAMES for part in classify_words(reading, first, begin)):
        return None
    told: list[Part] = ["patient was" if since else "patient was in", (end, last), "after", (first, end)]
    return told
