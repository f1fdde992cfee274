"""Amounts of assistance told without the word are amounts all the same, and compared."""

import pytest

from rewriter.fidelity.texts.amounts import is_amount
from tests.worded import errors

NOTE = "slow rock. mod A @ pelvis -> min A by end."


@pytest.mark.parametrize(
    "said",
    [
        "Slow rocking. Help at the pelvis decreased from moderate to minimal by the end.",
        "Slow rock. Assist at pelvis: started mod, ended min.",
    ],
)
def test_an_amount_by_itself_is_that_of_the_note(said: str) -> None:
    assert errors(NOTE, said) == []


@pytest.mark.parametrize(
    "said",
    [
        "Slow rocking. Help at the pelvis decreased from maximal to minimal by the end.",
        "Slow rock. Assist at pelvis: started max, ended min.",
        "Slow rocking. Help at the pelvis went from minimal to moderate by the end.",
    ],
)
def test_another_amount_is_found(said: str) -> None:
    assert errors(NOTE, said)


def test_a_note_cut_short_may_mean_something_else() -> None:
    assert is_amount("mod", source=False)
    assert not is_amount("mod", source=True)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("STS min A x10", "The patient stood up from sitting 10 times with a little help."),
        ("STS min A x10", "Sit to stand 10 times with a small amount of assistance."),
        ("STS mod A x10", "Sit to stand 10 times with a fair amount of help."),
        ("STS max A x10", "Sit to stand 10 times with a lot of help."),
        ("STS max A x10", "Sit to stand 10 times with a great deal of physical assistance."),
        ("Quad ex, SBA->CGA w fatigue", "Quad exercise, help went from stand-by to contact guard with fatigue."),
        (
            "UB dressing EOB, min A + setup",
            "Upper-body dressing at the edge of the bed: minimal assistance plus set-up.",
        ),
        (
            "UB dressing EOB, min A + setup",
            "Upper-body dressing at the edge of the bed: things set up, plus minimal help.",
        ),
        (
            "mod A @ pelvis -> min A by end",
            "Moderate support at the pelvis was needed, reduced to minimal by the end.",
        ),
        (
            "mod A @ pelvis -> min A by end",
            "Moderate support at the pelvis was needed, which fell to minimal by the end.",
        ),
        ("mod A @ pelvis -> min A by end", "Assistance at the pelvis dropped from moderate to minimal by the end."),
    ],
)
def test_plain_words_for_help_are_an_amount(note: str, said: str) -> None:
    assert errors(note, said) == []


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("STS min A x10", "Sit to stand 10 times with a lot of help."),
        ("STS mod A x10", "The patient stood up from sitting 10 times with a little help."),
        ("STS max A x10", "Sit to stand 10 times with a slight amount of assistance."),
        ("STS min A x10", "Sit to stand 10 times with full assistance."),
        ("Quad ex, SBA->CGA w fatigue", "Quad exercise, help went from contact guard to stand-by with fatigue."),
        ("UB dressing EOB, min A + setup", "Upper-body dressing at the edge of the bed: minimal help."),
        (
            "UB dressing EOB, min A + setup",
            "Upper-body dressing at the edge of the bed: things set up, plus moderate help.",
        ),
        (
            "mod A @ pelvis -> min A by end",
            "Minimal support at the pelvis was needed; by the end this had risen to moderate.",
        ),
        ("mod A @ pelvis -> min A by end", "Assistance at the pelvis rose from minimal to moderate by the end."),
        ("mod A @ pelvis -> min A by end", "Moderate support at the pelvis, reduced to contact guard by the end."),
        ("mod A @ pelvis -> min A by end", "Moderate support at the pelvis was needed at the end, minimal before."),
    ],
)
def test_plain_words_for_another_amount_are_found(note: str, said: str) -> None:
    assert errors(note, said)
