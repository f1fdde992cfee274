"""Words cut short in a note, told in full."""

from rewriter.fidelity.rewording.clipped import is_short, is_shortened, stands_in
from tests.worded import both, terms


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
