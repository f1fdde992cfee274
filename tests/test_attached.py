"""What belongs to what: a sentence of the note told word for word holds what it holds there."""

import pytest

from bench.notes import make_note
from tests.worded import errors

NOTES = [
    "STS 20in mat x6: min A 1st 2.\nknee buckled x1, rep 5 off the 20in, blocked by PT\nno buckle off 18",
    'Sit<>stand from 18in chair 2x8 no UE, SBA, vc "nose over toes" 1st set. Turn to sit w 4 step pattern x8, '
    "freeze x2 at last step, count aloud cue broke it.",
    "Tandem 3x20 s CGA. Foam EC 3x10 s min A, VC for hips. Step ups 6 in x10 L, TC quad.",
    *(str(make_note(number)["text"]) for number in range(40)),
]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_told_word_for_word_is_faithful(note: str) -> None:
    assert errors(note, note) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Tub transfer min A w/ bench. Toilet transfer SBA.", "Tub transfer SBA w/ bench. Toilet transfer min A."),
        ("P: stairs with rail.", "O: Stairs with rail."),
        ("Foam EC 20 s CGA. Step ups x10 min A.", "Foam EC 20 s min A. Step ups x10 CGA."),
    ],
)
def test_the_same_words_at_another_place_are_found(note: str, rewrite: str) -> None:
    assert errors(note, rewrite)


@pytest.mark.parametrize(("note", "rewrite"), [("...", "Gait 50 feet."), ("gait 50 ft", "..."), ("- -", "; ;")])
def test_texts_without_a_sentence_are_compared(note: str, rewrite: str) -> None:
    assert isinstance(errors(note, rewrite), list)
