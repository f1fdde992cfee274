"""What is told as over and goes on, what is told as now and is over."""

import pytest

from rewriter.fidelity.nets.former import find_mistimed
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Tandem x5. Drops keys.", "Tandem five times. The patient used to drop keys.", True),
        ("Tandem x5. Drops keys.", "Tandem five times. The patient no longer drops keys.", True),
        ("Used to drop keys.", "The patient used to drop keys.", False),
        ("Grip better, drops keys less.", "The patient no longer drops so many keys.", False),
        ("TC at scap for reach.", "Tactile cueing was used to guide the reach at the scapula.", False),
        ("Sling off since Mon.", "The sling is still worn.", True),
        ("Prior I w all ADL.", "Currently the patient does all ADLs without help.", True),
        ("Prior I w all ADL, now mod A.", "Currently moderate assistance with all ADLs.", False),
        ("Was max A transfers -> mod A.", "Currently transfers take moderate assistance.", False),
        ("Sling on.", "The sling is still worn.", False),
    ],
)
def test_a_word_that_turns_over_and_now_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_mistimed(*both(note, rewrite))) is found
