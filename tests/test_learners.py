"""Learners: a lesson given to somebody else is found; the same person in other words is not."""

import pytest

from rewriter.fidelity.attached.learners import find_mistaught
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("dtr ed on transfers", "The patient was educated on transfers.", [("patient", "daughter")]),
        ("dtr ed on transfers", "The daughter was instructed in transfers.", []),
        ("taught mom pencil push-ups", "The father was taught pencil push-ups.", [("father", "mother")]),
        ("ed on transfers", "The wife was educated on transfers.", []),  # the note names nobody
        ("Ed pt + wife on lifting limit", "The patient and wife were educated on the lifting limit.", []),
        ("wife taught transfers", "The patient's wife was taught transfers.", []),
        ("wife taught transfers", "The wife of the patient was taught transfers.", []),
        ("pt taught transfers", "The patient's wife was taught transfers.", [("spouse", "patient")]),
        ("wife taught HEP", "The patient's wife was taught the HEP.", []),
        ("wife taught HEP", "The wife of the patient was taught the HEP.", []),
        ("wife taught HEP", "We taught the patient's wife the HEP.", []),
        ("wife taught HEP", "The patient's son was taught the HEP.", [("son", "spouse")]),
        ("wife taught stop, sway, step", "The patient's wife was taught stop, sway, step.", []),
        ("wife taught stop, sway, step", "The patient's son was taught stop, sway, step.", [("son", "spouse")]),
        ("dtr ed on transfers. pt ed on shoes", "The patient was educated on shoes.", []),
    ],
)
def test_a_lesson_given_to_somebody_else_is_found(note: str, rewrite: str, found: list[tuple[str, str]]) -> None:
    assert [(told.role, meant.role) for told, meant in find_mistaught(*both(note, rewrite))] == found
