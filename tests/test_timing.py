"""When something was may be told by order, by the clock or by a plan that the note tells too."""

import pytest

from tests.worded import error_codes, is_said_plainly, is_told_plainly


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "plain"),
    [
        ("called Dr office 0930", "The office was called in the morning.", "morning", True),
        ("called Dr office 1430", "The office was called in the morning.", "morning", False),
        ("called Dr office", "The office was called in the morning.", "morning", False),
        ("called office 0930", "The office was called at 9:30 in the morning.", "morning", True),
        ("called office 0930", "The office was called at 9:30 in the evening.", "evening", False),
        ("OT to screen", "OT will screen.", "will", True),
        ("OT screened", "OT will screen.", "will", False),
        ("seen 1420 after RN OK", "The RN gave the OK before the patient was seen.", "before", True),
        ("wt shifts 9 min, stopped", "Shifting went on for 9 minutes before it was stopped.", "before", True),
        ("wt shifts 9 min, then gait", "Shifting went on for 9 minutes before it was stopped.", "before", False),
        ("knee 4-108 (was 8-96)", "The knee moved 4 to 108, compared with 8 to 96 before.", "before", True),
        ("knee 4-108, 8-96 L", "The knee moved 4 to 108, compared with 8 to 96 before.", "before", False),
        ("next visit add dual task", "Next visit the plan is to add a dual task.", "add", True),
        ("dual task done", "Next visit the plan is to add a dual task.", "add", False),
    ],
)
def test_a_time_may_be_told_in_other_words(note: str, rewrite: str, word: str, *, plain: bool) -> None:
    assert is_said_plainly(note, rewrite, word) is plain


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "told"),
    [
        ("botox 3 wks ago", "Three weeks out from Botox.", "ago", True),
        ("botox 3 wks ago", "Two weeks out from Botox.", "ago", False),
        ("45 min post levodopa", "He was 45 minutes out from levodopa.", "post", True),
        ("POD 3. walks", "Three days after the operation he walks.", "postoperative", True),
        ("POD 3. walks", "Four days after the operation he walks.", "postoperative", False),
    ],
)
def test_a_stretch_of_time_is_told_in_other_words(note: str, rewrite: str, word: str, *, told: bool) -> None:
    assert is_told_plainly(note, rewrite, word) is told


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("10MWT 0.71 (0.64)", "Ten-meter walk speed is 0.71, previously 0.64."),
        ("ODI 22% (30%)", "The ODI is 22%, formerly 30%."),
        ("OT to see pm", "OT will see the patient this afternoon."),
        ("SLP to eval am", "SLP will evaluate in the morning."),
        ("R MCA 7wk", "The right MCA stroke occurred seven weeks ago."),
        ("Berg 40 last wk, not retested", "The Berg, 40 last week, was not repeated."),
        (
            "vc for brakes, forgotten twice, recued",
            "Verbal cues for the brakes, which were forgotten twice, with further cueing.",
        ),
        ("RN hung IV before tx", "Seen after the nurse had hung an IV."),
        ("RN flushed PICC before session", "After the nurse flushed the PICC line, the patient was treated."),
        ("SLS 8 s, retested 10 s", "Single-leg stance was 8 seconds and, tested again, 10 seconds."),
    ],
)
def test_a_time_told_in_other_words_is_no_error(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("10MWT 0.71 (0.64)", "Ten-meter walk speed is 0.64, previously 0.71."),
        ("dizzy before stairs", "Dizziness came after the stairs."),
        ("knee pain 7 wk", "The knee pain occurred seven weeks ago."),
        ("OT saw pt today", "OT will see the patient."),
    ],
)
def test_another_time_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
