"""Lists of something: what is listed is told with what it is a list of."""

import pytest

from rewriter import Note, Visit, improve

REST = "TC R hip for wt shift x10 CGA"


def draft(text: str) -> str:
    return str(improve(Note(f"{text} {REST}", visit=Visit(minutes=15))).rewrite)


@pytest.mark.parametrize(
    "text",
    [
        "Exacerbating factors include recumbency, walking, pushing, stooping, and carrying.",
        "Alleviating activities include moving around, stretching, and exercising.",
        "Again, aggravating activities include prolonged sitting, greater than two hours.",
        "Complaints include numbness, stair climbing, and squatting.",
        "Eval showed deficits in strength, balance and ambulation.",
        "His past medical history includes TIA, gait training, diabetes and obesity.",
        "PAST MEDICAL HISTORY: anemia, gait disorder, and falls.",
    ],
)
def test_what_belongs_to_a_list_is_not_told_as_done_or_found_today(text: str) -> None:
    before = draft(text).partition("Therapist used tactile")[0]
    assert "Treatment included" not in before
    assert "presented with" not in before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tx included gait 50 ft, step taps x10.", "Treatment included gait 50 feet"),
        ("R CVA, step taps 2x10.", "Treatment included step taps"),
        ("c/o difficulty w/ stairs, step taps 2x10.", "Treatment included step taps"),
    ],
)
def test_what_was_done_is_told_as_done(text: str, told: str) -> None:
    assert told in draft(text)


def test_a_history_that_includes_things_has_no_word_put_in() -> None:
    assert "history includes" in draft("His past medical history includes TIA and falls.")
