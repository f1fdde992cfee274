"""When something was may be told by order, by the clock or by a plan that the note tells too."""

import pytest

from tests.worded import is_said_plainly, is_told_plainly


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
