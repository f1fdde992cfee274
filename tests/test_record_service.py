from datetime import date

import pytest

from rewriter.check import check
from rewriter.record.service import find_service_date
from rewriter.visit import Visit

BODY = "Therapist cued weight shift using tactile cues at the pelvis."


def levels(text: str, source: str | None = None, visit: Visit = Visit()) -> list[str]:
    verdict = check(text, source=source, visit=visit, profile="full")
    return [item.level for item in verdict.findings if item.code == "REC401"]


@pytest.mark.parametrize(
    "lead",
    [
        "Date of service: 11/18/2026.", "DOS 11/18.", "11/18/26 -", "2026-11-18", "Nov 18, 2026:", "Wednesday 11/18:",
        "Treatment date: 18 Nov 2026.", "Pt seen 11/18/2026 for NMR.", "Visit 4, 11/18/2026.", "11-18-2026 1400:",
        "Note for November 18th:", "Tx 11/18/2026 0900-0925.", "Session: Tuesday, November 17.",
    ],
)  # fmt: skip
def test_a_date_in_the_text_or_its_source_is_enough(lead: str) -> None:
    assert levels(f"{lead} {BODY}") == []
    assert levels(BODY, source=f"{lead} wt shift w/ TC at pelvis") == []


@pytest.mark.parametrize(
    "lead",
    [
        "", "DOB 11/18/1950.", "s/p CVA 3/2/2026.", "TKA on 9/1/26.", "Next visit 11/20/2026.", "BBS 46/56, 7/10 reps.",
        "Eval 10/1/2026.", "POC certified through 12/1/2026.", "Pain 3/10, MMT 3/5.", "Last seen 11/10/2026.",
        "Reassess on 11/25/2026.", "Return visit scheduled for 11/25/2026.", "Referral dated 10/2/2026.",
    ],
)  # fmt: skip
def test_without_a_date_of_service_it_is_an_error(lead: str) -> None:
    assert levels(f"{lead} {BODY}".strip()) == ["error"]


def test_where_only_the_signature_is_dated_it_is_a_warning() -> None:
    assert levels(f"{BODY}\nElectronically signed by A. Zefgq, PT on 11/18/2026") == ["warning"]


def test_the_date_of_the_visit_is_enough() -> None:
    assert levels(BODY, visit=Visit(date="2026-11-18")) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("DOS 11/18/2026 wt shift. Next visit 11/20/2026", date(2026, 11, 18)),
        ("11/18/2026 wt shift", date(2026, 11, 18)),
        ("wt shift. 11/18/2026", None),
        ("DOS 11/18 wt shift", None),
        ("DOS 11/18/2026, visit date 11/19/2026", None),
        ("11/20/2026 late entry. DOS 11/18/2026", date(2026, 11, 18)),
        ("wt shift", None),
    ],
)
def test_the_date_of_a_note_is_taken_only_where_it_is_certain(text: str, day: date | None) -> None:
    assert find_service_date(text) == day
