"""Earlier notes: what is taken, what is refused, in which order they come, whose they are."""

import pytest

from rewriter.earlier import earlier_from, recall
from rewriter.errors import InputError
from rewriter.pack import load_pack
from rewriter.visit import Visit
from tests.charts import notes_from


def test_every_key_is_taken() -> None:
    data = {"id": 7, "text": "step taps", "date": "2026-11-03", "patient": 12, "minutes": 25, "signed": False}
    note = earlier_from(data, "line 1")
    assert (note.id, note.date, note.patient, note.minutes, note.signed) == ("7", "2026-11-03", "12", 25, False)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ([], "line 3 is not a JSON object"),
        ({"text": "x"}, "line 3: 'id' must be text"),
        ({"id": True, "text": "x"}, "line 3: 'id' must be text"),
        ({"id": 1}, "line 3: 'text' must be text"),
        ({"id": 1, "text": " "}, "line 3: the text is empty"),
        ({"id": 1, "text": "x", "date": "11/3/2026"}, "line 3: 'date' must be a date"),
        ({"id": 1, "text": "x", "patient": ["a"]}, "line 3: 'patient' must be text"),
        ({"id": 1, "text": "x", "minutes": "25"}, "line 3: visit.minutes must be minutes"),
        ({"id": 1, "text": "x", "signed": "yes"}, "line 3: 'signed' must be true or false"),
        ({"id": 1, "text": "x", "note": "y"}, "line 3 has an unknown key 'note'"),
    ],
)
def test_what_cannot_be_taken_is_a_clear_error(data: object, says: str) -> None:
    with pytest.raises(InputError, match=says):
        earlier_from(data, "line 3")


def test_notes_come_by_date_and_undated_ones_stay_behind_their_neighbour() -> None:
    notes = notes_from(
        [
            {"id": "c", "text": "x", "date": "2026-11-05"},
            {"id": "d", "text": "x"},
            {"id": "a", "text": "x", "date": "2026-11-01"},
            {"id": "b", "text": "x", "date": "2026-11-01"},
        ]
    )
    assert [note.id for note in recall(notes, "y", Visit())] == ["a", "b", "c", "d"]


def test_later_notes_and_the_note_itself_are_left_out() -> None:
    notes = notes_from(
        [
            {"id": "before", "text": "step taps", "date": "2026-11-03"},
            {"id": "itself", "text": "step  taps", "date": "2026-11-05"},
            {"id": "its draft", "text": "taps", "date": "2026-11-05", "signed": False},
            {"id": "second session", "text": "gait", "date": "2026-11-05"},
            {"id": "later", "text": "step taps", "date": "2026-11-08"},
        ]
    )
    kept = recall(notes, "step taps", Visit(date="2026-11-05"))
    assert [note.id for note in kept] == ["before", "second session"]


def test_a_note_is_anothers_only_where_the_visit_has_other_identifiers() -> None:
    notes = notes_from([{"text": "x", "patient": "00-123"}, {"text": "x", "patient": "99"}, {"text": "x"}])
    own = [note.is_own for note in recall(notes, "y", Visit(identifiers={"mrn": "00123"}))]
    assert own == [True, False, True]
    assert all(note.is_own for note in recall(notes, "y", Visit()))


def test_a_note_is_read_once() -> None:
    note = notes_from(["step taps"])[0]
    pack = load_pack()
    assert note.read(pack) is note.read(pack)


def test_a_note_is_named_by_its_date_else_by_its_id() -> None:
    dated, other = notes_from([{"text": "x", "date": "2026-11-03"}, {"id": "v7", "text": "x"}])
    assert (dated.name, other.name) == ("the note of 2026-11-03", "note v7")
