"""How symptoms and values went on is no deed."""

import pytest

from rewriter import Note, Visit, improve


def _write(text: str) -> str:
    return improve(Note(text, "97112", Visit(minutes=15))).rewrite or ""


@pytest.mark.parametrize(
    "text",
    [
        "Decr motor control, tandem x3, VC eyes up. Lightheaded at end, cleared 2 min sitting.",
        "Decr motor control, tandem x3, VC eyes up. Dizzy @ 6 min -> rest 1 min.",
        "Decr motor control, tandem x3, VC eyes up. Dizzy in stance, BP 82/50, reclined.",
    ],
)
def test_the_end_of_what_is_felt_during_treatment_is_no_deed(text: str) -> None:
    assert "Patient cleared" not in _write(text)


def test_a_patient_who_recovers_balance_did_so() -> None:
    assert "Patient recovered" in _write("Decr motor control, tandem x3, VC eyes up. LOB x2, recovered with min A.")


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Tandem x3, VC eyes up. L thumb tingling less during, returned in sitting.", "Patient returned"),
        ("Tandem x3, VC eyes up. Dizzy x1 sitting up, cleared <1 min.", "Patient cleared"),
    ],
)
def test_a_symptom_that_comes_or_goes_is_no_deed_of_the_patient(text: str, never: str) -> None:
    assert never not in _write("Decr motor control. " + text)


def test_a_patient_goes_back_to_a_place() -> None:
    assert "Patient was dizzy 3/10 and returned to bed" in _write(
        "Decr motor control, tandem x3, VC eyes up. Dizzy 3/10, returned to bed."
    )


def test_a_fall_of_pressure_that_resolved_is_no_treatment() -> None:
    said = _write("Decr motor control, tandem x3, VC eyes up. Dizzy 1st stand, BP 104/60, resolved 1 min sitting.")
    assert "resolved 1 minute sitting" in said
    assert "included resolved" not in said


def test_what_the_patient_said_is_no_plan() -> None:
    said = _write('Decr motor control, tandem x3, VC eyes up. Refused stairs - "tomorrow."')
    assert '"tomorrow."' in said
    assert "Plan:" not in said


@pytest.mark.parametrize("cue", ["vc 'knee up'", "tc at hip"])
def test_how_it_was_behind_a_cue_is_not_told_of_the_cue(cue: str) -> None:
    told = _write(f"Decr motor control, tandem x3, VC eyes up. R toe catch x4 -> {cue} -> x1.")
    assert "ight toe catch 4 times, then" in told
    assert "Therapist used verbal cues 'knee up'" not in told
    assert "Therapist used tactile" not in told
