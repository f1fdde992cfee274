"""Words cut short in a note, told in full."""

import pytest

from rewriter.fidelity.rewording.clipped import is_short, is_shortened, stands_in
from tests.worded import both, error_codes, terms


def test_a_clip_stands_for_a_word_of_the_other_text() -> None:
    assert stands_in("vestib", terms("The vestibular system", source=False))
    assert not stands_in("vestib", terms("The visual system", source=False))


def test_a_term_may_be_what_a_clip_was_written_for() -> None:
    said, _ = both("adh capsulitis", "adhesive capsulitis")
    assert is_shortened(said, 0, {"a": ["adh"]})
    assert not is_shortened(said, 0, {"a": ["abd"]})


def test_a_few_letters_that_are_no_word_are_shorthand() -> None:
    assert is_short("pxl")
    assert not is_short("hand")


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("transfer bd practice tmrw", "Practice with the transfer board is scheduled for tomorrow."),
        ("slant bd 20 deg", "A slant board was set at 20 degrees."),
        ("CP spastic di, GMFCS II", "Spastic diplegic cerebral palsy, GMFCS level II."),
        ("PM reach 62 cm L", "The posteromedial reach was 62 cm on the left."),
        ("op neuro, gait 150 ft", "Outpatient neurology; gait was 150 feet."),
        ("EC 8s/11s/14s min A", "With eyes closed 8, 11 and 14 seconds with minimal assistance."),
    ],
)
def test_a_few_letters_beside_the_same_word_are_told_in_full(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("transfer bd practice tmrw", "Practice with the transfer belt is scheduled for tomorrow."),
        ("PM reach 62 cm L", "The posterolateral reach was 62 cm on the left."),
        ("step bd x10", "Ten steps on the bench."),
        ("CP spastic di", "Spastic quadriplegic cerebral palsy."),
        ("op neuro, gait 150 ft", "Inpatient neurology; gait was 150 feet."),
    ],
)
def test_another_word_in_its_place_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
