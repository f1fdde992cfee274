import pytest

from rewriter.errors import InputError
from rewriter.evaluate.wording import is_said


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("min A", "Step taps with min A."),
        ("contact guard", "Contact-guard assistance was given."),
        ("three sets", "3 sets of 10."),
        ("7/10", "Steady in 7/10 repetitions."),
        ("0.8 m/s", "Gait speed was 0.8 m/s."),
        ("left hip | hip ... left", "The hip on her left."),
        ("cue*", "Cueing was given."),
        ("push thru the heel", 'Verbal cue "push thru the heel"'),
        ("tactile ... quad*", "Tactile cues, three of them, at the quadriceps."),
    ],
)
def test_a_wording_is_found_in_each_of_its_ways(wording: str, text: str) -> None:
    assert is_said(wording, text)


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("min A", "With a minimum."),
        ("cue", "A rescue."),
        ("8", "18 steps."),
        ("0.8", "10.8 m"),
        ("7/10", "7 of 10."),
        ("50", "50.5"),
        ("gait ... cue", "Gait training. One cue."),
        ("gait ... cue", "Gait training\nOne cue"),
        ("left hip", "hip left"),
    ],
)
def test_other_words_and_numbers_are_not_taken_for_it(wording: str, text: str) -> None:
    assert not is_said(wording, text)


@pytest.mark.parametrize("wording", ["", " | gait", "...", "*", "gait |"])
def test_a_wording_without_words_is_refused(wording: str) -> None:
    with pytest.raises(InputError, match="no words"):
        is_said(wording, "gait")
