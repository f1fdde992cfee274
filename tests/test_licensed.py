"""Licensed words: what a sign, a deed or an order of the note lets a rewrite say; nothing beyond."""

import pytest

from rewriter.fidelity.rewording.licensed import is_licensed, is_same_denial
from tests.worded import index_of, terms


@pytest.mark.parametrize(
    ("note", "rewrite", "word"),
    [
        ("thumb abd 4/10", "Thumb abduction was achieved in 4/10.", "achieved"),
        ("tall kneel 6 min", "Tall kneeling was sustained for 6 minutes.", "sustained"),
        ("held midline 40 s", "The patient was able to hold midline.", "able"),
        ("tandem then sat", "Tandem was done before the patient sat.", "before"),
        ("R fwd 15 s", "15 seconds with the right foot forward.", "foot"),
        ("AFO on", "An AFO was donned.", "donned"),
        ('PT: "half the smile"', 'With the cue "half the smile".', "cue"),
    ],
)
def test_a_word_that_adds_nothing_is_licensed(note: str, rewrite: str, word: str) -> None:
    said = terms(rewrite, source=False)
    assert is_licensed(said, index_of(said, word), [terms(note, source=True)])


@pytest.mark.parametrize(
    ("note", "rewrite", "word"),
    [
        ("goal: stairs x10", "The goal of stairs x10 was achieved.", "achieved"),
        ("wants to cook", "The patient is able to cook.", "able"),
        ("can't lift toddler", "The patient is able to lift the toddler.", "able"),
        ("held midline", "The patient was not able to hold midline.", "able"),
        ("sat then tandem", "Tandem was done before the patient sat.", "before"),
        ("socks on", "Socks were donned.", "donned"),
        ("squats", 'With the cue "half the smile".', "cue"),
        ("foot drop", "The right foot dropped.", "foot"),
    ],
)
def test_a_claim_is_not_licensed(note: str, rewrite: str, word: str) -> None:
    said = terms(rewrite, source=False)
    assert not is_licensed(said, index_of(said, word), [terms(note, source=True)])


@pytest.mark.parametrize(
    ("note", "rewrite", "word"),
    [
        ("no nystagmus", "Nystagmus was absent.", "absent"),
        ("stairs goal not met", "The stairs goal was unmet.", "unmet"),
        ("no lifting >1 lb", "The patient must not lift over 1 lb.", "must"),
        ("no lifting >1 lb", "Lifting over 1 lb is prohibited.", "prohibited"),
        ("unsure if sore", "The patient cannot say if it is sore.", "cannot"),
        ("squats", "Rose off the mat.", "off"),
    ],
)
def test_the_same_denial_in_another_word_is_none_of_its_own(note: str, rewrite: str, word: str) -> None:
    said = terms(rewrite, source=False)
    assert is_same_denial(said, index_of(said, word), [terms(note, source=True)])


@pytest.mark.parametrize(
    ("note", "rewrite", "word"),
    [
        ("nystagmus", "Nystagmus was absent.", "absent"),
        ("dizzy, declined stairs", "Denies dizziness.", "denies"),
        ("stairs goal met", "The stairs goal was unmet.", "unmet"),
        ("brace off", "The brace was off.", "off"),
    ],
)
def test_a_denial_that_the_note_lacks_is_one(note: str, rewrite: str, word: str) -> None:
    said = terms(rewrite, source=False)
    assert not is_same_denial(said, index_of(said, word), [terms(note, source=True)])
