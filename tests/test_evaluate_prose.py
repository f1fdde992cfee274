import pytest

from rewriter.evaluate.prose import distance, grade
from tests.evaluated import measure, written

# The abstract by which the index is explained on Wikipedia: 119 words, 5 sentences, 639 letters and digits;
# only "U.S." has lost its stops here, which end no sentence.
ABSTRACT = """
Existing computer programs that measure readability are based largely upon subroutines which estimate number of
syllables, usually by counting vowels. The shortcoming in estimating syllables is that it necessitates keypunching the
prose into the computer. There is no need to estimate syllables since word length in letters is a better predictor of
readability than word length in syllables. Therefore, a new readability formula was computed that has for its predictors
letters per 100 words and sentences per 100 words. Both predictors can be counted by an optical scanning device, and
thus the formula makes it economically feasible for an organization such as the US Office of Education to calibrate the
readability of all textbooks for the public school system.
"""


def test_the_grade_is_the_published_one() -> None:
    assert grade(ABSTRACT) == pytest.approx(14.5, abs=0.05)


def test_a_text_without_words_has_no_grade() -> None:
    assert grade("...") is None


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("", "", 0), ("a b c d", "a b c d", 0), ("A b", "a B", 0), ("a b c d", "a x c d", 0.25), ("a", "b c", 1)],
)
def test_distance_is_a_share_of_words(one: str, other: str, share: float) -> None:
    assert distance(one, other) == pytest.approx(share)


def test_the_models_text_is_held_against_the_composers() -> None:
    run = written("Step taps were cued.")
    assert measure("edit_distance", run, plain=written("Step taps were led.")) == 0.25
    assert measure("edit_distance", run) is None
    assert measure("edit_distance", run, plain=written(status="failed")) is None
    assert measure("words", written("Therapist cued 3 step-taps, 7/10 steady.")) == 6
