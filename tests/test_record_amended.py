from typing import Any

import pytest

from rewriter.check import check
from rewriter.visit import visit_from

FULL = (
    "LATE ENTRY for DOS 11/03/2026; entered 11/20/2026 14:05 by A. Zefgq, OTR/L; reason: interrupted by an emergency; "
    "basis: treatment log. Tactile cues at the pelvis. Original entry unchanged below."
)


def levels(text: str, source: str | None = None, code: str = "REC403", **visit: Any) -> list[str]:
    verdict = check(text, source=source, visit=visit_from(visit), profile="full")
    return [item.level for item in verdict.findings if item.code == code]


def lacking(text: str) -> str:
    verdict = check(text, profile="full")
    return " ".join(item.message for item in verdict.findings if item.code == "REC403")


@pytest.mark.parametrize(
    "text",
    [
        FULL,
        "Addendum to 10/12/2026 note, written 10/12/2026 at 4:15 pm by A. Zefgq, DPT. Reason: dose was omitted. "
        "2 sets of 10. Original note left intact.",
        "ADDENDUM (11/20/2026 1405, A. Zefgq PT) for visit of 11/18/2026: cue type was not recorded; tactile. The "
        "original entry stands.",
        "This is a late entry for treatment on 11/3/26. Entered on 11/5/26 at 08:10 by A. Zefgq, PTA because the "
        "system was down. The entry above has not been changed; original retained.",
        "CORRECTION TO NOTE of 11/18/2026. Entered 11/19/2026 9:00 am. Author: A. Zefgq, PT. Reason: wrong side "
        "typed. Should read left. Original text preserved.",
        "Delayed entry, date of service: 2026-11-18. Recorded: 2026-11-19T07:45 by A. Zefgq, COTA/L, to add the cue "
        "that was left out. Original record unaltered.",
        "Amended entry for 11/18/2026, amended on 11/19/2026 07:45 by A. Zefgq, PT to clarify assistance: minimal. "
        "Original: step taps w/ TC.",
        "Late entry for my session on Nov 18, 2026, written Nov 20, 2026, 14:05. I forgot to record the cue: tactile "
        "at the hip. Original note unchanged. A. Zefgq, PT",
    ],
)
def test_an_amendment_with_all_its_parts_passes(text: str) -> None:
    assert levels(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Therapist cued weight shift; posture was corrected with tactile cues. Patient self-corrected.",
        "No addendum needed. Therapist cued weight shift.",
        "Addendum to plan of care sent to the physician.",
        "Therapist modified and revised the task; edited home program.",
        "Patient entered late; therapist cued weight shift.",
        "Therapist corrected the entry of the foot to the board.",
        "Addendum will follow.",
        "Note was not amended.",
        "Therapist gave corrected cues; note posture amended by mirror.",
    ],
)
def test_what_amends_nothing_is_left_alone(text: str) -> None:
    assert levels(text) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (FULL.replace("LATE ENTRY", "Note was amended"), "a label"),
        (FULL.replace("for DOS 11/03/2026", ""), "the date of service"),
        (FULL.replace("entered 11/20/2026 14:05 by", "by"), "the date of the entry"),
        (FULL.replace(" by A. Zefgq, OTR/L", ""), "its author"),
        (FULL.replace("Original entry unchanged below.", ""), "the original entry"),
        ("LATE ENTRY: tactile cues were given at the pelvis.", "the date of service"),
        ("Note was amended to add tactile cues.", "a label"),
        ("Addendum: [date], [author]. Tactile cues. Original unchanged.", "its author"),
        ("Minutes were added on 11/20/2026.", "a label"),
        ("Amended 11/20: 3 sets.", "its author"),
        ("Late note: step taps with cues given 11/18.", "the date of the entry"),
        ("Step taps with cues. (addendum: min A given)", "its author"),
        ("Therapist cued step taps. Documentation was later edited.", "a label"),
    ],
)
def test_each_missing_part_is_named(text: str, part: str) -> None:
    assert levels(text) == ["error"]
    assert part in lacking(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (FULL.replace(" 14:05", ""), "the time of the entry"),
        (FULL.replace("reason: interrupted by an emergency; ", ""), "the reason"),
    ],
)
def test_a_missing_time_or_reason_is_a_warning(text: str, part: str) -> None:
    assert levels(text) == ["warning"]
    assert part in lacking(text)


def test_the_original_stands_word_for_word_where_it_is_known() -> None:
    original = "wt shift w/ TC @ pelvis\r\n25 min"
    assert levels(f"{FULL}\n{original}", source=original) == []
    assert levels(f"{FULL}\nweight shift with cues, 25 min", source=original) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "LATE ENTRY for DOS 11/20/2026, entered 11/03/2026 14:05.",
        "Addendum to my note of 11/20/2026, written 11/19/2026 at 9:00 by A. Zefgq, PT.",
        "LATE ENTRY for 11/20. Entered 11/18/2026 10:15.",
        "Date of service 2026-11-20. ADDENDUM entered 2026-11-19T10:00.",
        "Late entry for Nov 20, 2026, recorded Nov 2, 2026.",
        "Amendment for visit of 11/20/26, dated entry, entered 1/5/26.",
        "Late entry, back-dated to 11/03/2026.",
        "Entry was backdated.",
    ],
)
def test_an_entry_is_not_dated_before_the_service(text: str) -> None:
    assert levels(text, code="REC406") == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        FULL,
        "LATE ENTRY for 12/30. Entered 1/2 10:15.",
        "LATE ENTRY for DOS 12/30/2025, entered 1/2/2026 10:15.",
        "Addendum to note of 11/20/2026, written 11/20/2026 at 9:00.",
        "Late entry; not backdated. DOS 11/3/2026, entered 11/20/2026.",
        "LATE ENTRY for DOS 11/20/2026. CVA 3/2/2026.",
        "Entered the clinic 11/3/2026. Seen 11/20/2026.",
        "Late entry for DOS 11/20/2026, onset 11/1/2026, entered 11/21/2026 by A. Zefgq, PT.",
    ],
)
def test_an_entry_of_the_day_or_later_is_not_backdated(text: str) -> None:
    assert levels(text, code="REC406") == []


def test_the_date_of_the_visit_counts_as_the_service() -> None:
    text = "Addendum entered 11/03/2026: tactile cues."
    assert levels(text, code="REC406", date="2026-11-20") == ["error"]
    assert levels(text, code="REC406", date="2026-11-03") == []


def test_a_bare_narrative_is_not_judged_as_a_record() -> None:
    assert "REC403" not in {item.code for item in check("LATE ENTRY: tactile cues.").findings}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Entered late because the system was down: tactile cues.", True),
        ("Note was reopened on 11/20 to add tactile cues.", True),
        ("Plan of care was amended on 11/10 by PT to 2x/wk.", False),
        ("Goals were amended on 11/10 by PT.", False),
    ],
)
def test_what_else_amends(text: str, expected: bool) -> None:
    assert bool(levels(text)) is expected


def test_an_entry_dated_before_its_service_is_backdated() -> None:
    text = "LATE ENTRY dated 11/01/2026 09:00 by A. Zefgq, PT for DOS 11/03/2026: foam stance."
    assert levels(text, code="REC406") == ["error"]
    text = "DOS 06/11/2026. Correction made 06/09/2026 16:00 by PT: side was left."
    assert levels(text, code="REC406") == ["error"]
