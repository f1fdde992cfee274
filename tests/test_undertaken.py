"""What somebody is still to do, and what the work is only for, is not told as done."""

import pytest

from rewriter.fidelity.contexts.undertaken import find_practiced_aims, find_undertaken
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Mom to try side-sit at home.", "The mother has been using side-sitting at home.", True),
        ("Mom to try side-sit at home.", "The mother is going to use side-sitting at home.", False),
        ("Aide to walk him to dinner.", "The aide took him to dinner on foot.", True),
        ("Wife to do calf stretch nightly.", "The wife has performed the calf stretch nightly.", True),
        ("Wife to do calf stretch nightly.", "The wife will carry out the calf stretch nightly.", False),
        ("Sit to stand x5 w/ wife.", "The wife watched five sit-to-stands.", False),
        ("Wife did calf stretch. Wife to do calf stretch nightly.", "The wife performed the calf stretch.", False),
    ],
)
def test_a_task_told_as_undertaken_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_undertaken(*both(note, rewrite))) is found


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Taught head-hips, for slide board transfers.", "The patient then practiced slide board transfers.", True),
        ("Taught head-hips, for slide board transfers.", "It was taught to prepare for slide board transfers.", False),
        ("Tandem 20 ft, for curb crossing.", "The patient then crossed a curb.", True),
        ("Tandem 20 ft, for curb crossing.", "The aim of walking 20 feet in tandem is crossing curbs.", False),
        ("Step taps, for stairs. Stairs 4 up.", "The patient performed four stairs.", False),
        ("Bridges, for 5 min.", "Bridges were performed for 5 minutes.", False),
    ],
)
def test_an_aim_told_as_practiced_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_practiced_aims(*both(note, rewrite))) is found


@pytest.mark.parametrize(
    ("rewrite", "found"),
    [
        ("Weight was shifted right for 24 minutes, including toilet transfers.", True),
        ("The 24 minutes ended with the patient completing toilet transfers.", True),
        ("Weight was shifted right for 24 minutes to prepare for toilet transfers.", False),
    ],
)
def test_what_the_work_was_for_told_as_part_of_it_is_found(rewrite: str, found: bool) -> None:
    assert any(find_practiced_aims(*both("wt shift R. 24 min. for toilet tx", rewrite))) is found
