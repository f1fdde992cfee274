"""Which column of a source holds what."""

from pathlib import Path

import pytest

from rewriter.bulk.columns import Columns, columns_from
from rewriter.bulk.row import Reject, Row
from rewriter.errors import SettingsError


def test_usual_names_need_not_be_said() -> None:
    bound = Columns().bind(["Note ID", "NOTE_TEXT", "cpt-code", "DOS", "provider", "room"])
    assert bound.fields == {
        "id": "Note ID",
        "text": "NOTE_TEXT",
        "cpt": "cpt-code",
        "clinician": "provider",
        "visit.date": "DOS",
    }
    assert "room" not in bound.used
    assert "text = NOTE_TEXT" in str(bound)


def test_what_is_said_stands_before_what_is_usual() -> None:
    bound = Columns({"text": "addendum"}).bind(["id", "text", "addendum"])
    assert bound.fields["text"] == "addendum"


def test_a_record_becomes_a_note_with_its_visit() -> None:
    columns = Columns({"visit.plan.visit_number": "nr"}, keep=("encounter",), date_form="%m/%d/%Y")
    there = ["id", "text", "minutes", "visit", "dos", "nr", "clinician", "encounter"]
    visit = '{"units": 2, "date": "2020-01-01", "plan": {"started": "2026-01-05"}}'
    record = dict(zip(there, [7, "Wt shift R", "25", visit, "11/20/2026", 3, "c1", "e9"], strict=True))
    assert columns.bind(there).take("row 1", record) == Row(
        "row 1",
        "7",
        {
            "text": "Wt shift R",
            "minutes": 25,
            "visit": {"units": 2, "date": "2026-11-20", "plan": {"started": "2026-01-05", "visit_number": 3}},
        },
        "c1",
        "2026-11-20",
        {"encounter": "e9"},
    )


def test_absent_cells_leave_their_fields_unsaid() -> None:
    row = Columns().bind(["id", "text", "minutes", "dos"]).take("row 1", {"id": "a", "text": "Wt shift", "dos": " "})
    assert row == Row("row 1", "a", {"text": "Wt shift"})


@pytest.mark.parametrize(
    ("record", "name", "reason"),
    [
        ({"text": "Wt shift"}, "", "it has no id"),
        ({"id": "a"}, "a", "it has no text"),
        ({"id": "a", "text": " \n"}, "a", "it has no text"),
        ({"id": "a", "text": "Wt shift", "minutes": "some"}, "a", "'minutes' is not a number"),
    ],
)
def test_a_record_that_cannot_be_a_note_says_why(record: dict[str, str], name: str, reason: str) -> None:
    assert Columns().bind(["id", "text", "minutes"]).take("row 3", record) == Reject("row 3", name, reason)


@pytest.mark.parametrize(
    ("columns", "there", "message"),
    [
        (Columns({"text": "bodi"}), ["id", "body"], "no column 'bodi'; the columns there are: id, body"),
        (Columns(keep=("enc",)), ["id", "text"], "no column 'enc'"),
        (Columns(), ["key", "text"], "which column is the id"),
        (Columns(), ["id", "body"], "which column is the text"),
        (Columns(), ["id", "text", "text"], "'text' stands twice"),
    ],
)
def test_columns_that_do_not_fit_are_refused(columns: Columns, there: list[str], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        columns.bind(there)


def test_a_table_without_its_header_is_not_quoted() -> None:
    with pytest.raises(SettingsError) as caught:
        Columns().bind(["n1", "Wt shift R x10, TC @ R hip, poor propriocep R LE"])
    assert "Wt shift" not in str(caught.value)
    assert "1 more" in str(caught.value)


def test_flags_stand_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "columns.toml"
    file.write_text('id = "key"\ntext = "old"\nkeep = ["a"]\ndate_form = "%d.%m.%Y"\n[visit]\ndate = "day"\n')
    assert columns_from(["text=body", "keep=b"], file) == Columns(
        {"id": "key", "text": "body", "visit.date": "day"}, ("a", "b"), "%d.%m.%Y"
    )


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (["text"], "FIELD=COLUMN"),
        (["text="], "FIELD=COLUMN"),
        (["words=body"], "no field 'words'"),
        (["date_form=%Y"], "day, month and year"),
    ],
)
def test_flags_that_say_nothing_are_refused(flags: list[str], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        columns_from(flags)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id = ", "not valid TOML"),
        ("id = 5", "must be a name"),
        ('keep = "a"', "list of columns"),
        ("keep = [5]", "must be a name"),
        ('keep = ["a"]\nid = ""', "must be a name"),
    ],
)
def test_files_that_say_nothing_are_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "columns.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=message):
        columns_from(path=file)


def test_a_missing_file_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="file of columns cannot be read"):
        columns_from(path=tmp_path / "none.toml")
