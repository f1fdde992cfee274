"""The help that a task required, where the task opens the piece."""

import pytest

from tests.noted import surfaces as told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("static sit mod A", "static sit required moderate assistance"),
        (
            "stand to don pants mod A d/t retropulsion",
            "stand to don pants required moderate assistance due to retropulsion",
        ),
        ("roll L SBA", "roll left required standby assistance"),
        ("LB mod A w LH sponge", "lower body required moderate assistance with a long handled sponge"),
        ("R lead min A, L lead mod A", "right lead required minimal assistance, left lead moderate assistance"),
        ("sit EOB static min A", "sit at the edge of the bed static required minimal assistance"),
    ],
)
def test_a_task_required_its_help(note: str, said: str) -> None:
    assert said in told(note)


@pytest.mark.parametrize(
    "note",
    ["last one min A", "OT supervision", "wife did bed to chair min A", "rest SBA", "mod A last wk"],
)
def test_help_of_no_task_stays_as_written(note: str) -> None:
    assert not [text for text in told(note) if " required " in text]
