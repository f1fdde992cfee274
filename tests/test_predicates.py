"""A verb that only says of what both texts name what it did is phrasing, in whatever form."""

import pytest

from rewriter.fidelity.rewording.predicates import is_said_of
from tests.worded import error_codes, index_of, terms


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The scar sticks at A2.", "sticks"),
        ("He understands the cue.", "understands"),
        ("The band was bought.", "bought"),
        ("The patient quickly wrote it.", "wrote"),
        ("He could choose.", "choose"),
    ],
)
def test_a_verb_stands_behind_its_subject_or_its_auxiliary(text: str, word: str) -> None:
    said = terms(text, source=False)
    assert is_said_of(said, index_of(said, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [("With gentle boxes, ten.", "boxes"), ("Ten written words.", "written"), ("Choose.", "choose")],
)
def test_a_thing_and_what_tells_of_a_thing_do_not(text: str, word: str) -> None:
    said = terms(text, source=False)
    assert not is_said_of(said, index_of(said, word))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("heel numb", "The heel stays numb."),
        ("knee stiff am", "In the morning the knee becomes stiff."),
        ("grip R 20 lb", "Grip strength on the right runs to 20 pounds."),
        ("ramp x2 SBA", "The ramp was undertaken twice with standby assistance."),
        ("scar firm", "The scar seems firm."),
        ("walks dog daily", "He gets to walk the dog daily."),
    ],
)
def test_a_verb_that_the_note_leaves_out_is_no_error(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("heel numb", "The patient fell on the heel, which is numb."),
        ("ramp x2 SBA", "The ramp was done twice with standby assistance and tolerated well."),
        ("cues for heel strike", "Cues for heel strike were given and the patient improved."),
        ("sled 40 ft x2", "The sled was pulled 40 feet twice and the goal was achieved."),
        ("dizzy 2/10", "Dizziness was 2/10 and resolved."),
    ],
)
def test_a_verb_of_course_or_outcome_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
