"""Tasks: what somebody is still to do must not be told as done, nor what was done as still to come."""

import pytest

from rewriter.fidelity.coming import find_ended_plans, find_fulfilled_tasks, find_postponed
from rewriter.fidelity.terms import Terms, find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def terms(note: str, rewrite: str) -> tuple[Terms, Terms]:
    """Return the terms of the rewrite and of the note."""
    return find_terms(read(rewrite, PACK), PACK, source=False), find_terms(read(note, PACK), PACK, source=True)


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("PT to call MD re injection.", "The physical therapist called the physician regarding an injection.", True),
        (
            "PT to call MD re injection.",
            "The physical therapist will call the physician regarding an injection.",
            False,
        ),
        (
            "PT to call MD re injection.",
            "A call to the physician by the physical therapist is still to be made.",
            False,
        ),
        ("Vendor to measure footplates.", "The footplates were measured by the vendor.", True),
        ("Cued pt to reach cup.", "The patient reached the cup when cued.", False),
    ],
)
def test_a_task_told_as_done_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_fulfilled_tasks(*terms(note, rewrite))) is found


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Cup lowered to chest ht.", "The cup is to be lowered to chest height.", True),
        ("Cup lowered to chest ht.", "The cup was lowered to chest height.", False),
        ("Pads moved x1.", "The pads had to be moved once.", False),
        ("Plan: splint trimmed next visit.", "The splint is to be trimmed next visit.", False),
    ],
)
def test_a_deed_told_as_still_to_come_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_postponed(*terms(note, rewrite))) is found


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Cont POC.", "The plan of care has been completed.", True),
        ("Cont POC.", "The plan of care is continued.", False),
        ("Cont POC.", "The plan of care will be continued until the goals are completed.", False),
    ],
)
def test_a_plan_told_as_ended_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_ended_plans(*terms(note, rewrite))) is found
