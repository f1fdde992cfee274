"""A source is opened by what it is."""

import gzip
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rewriter.bulk.columns import Columns
from rewriter.bulk.readers import Source, count, explain, open_source
from rewriter.bulk.row import Row
from rewriter.errors import InputError, SettingsError

NOTE = {"id": "n1", "text": "Wt shift R x10"}


def write_lines(path: Path) -> Path:
    """Write the note as JSON lines."""
    path.parent.mkdir(exist_ok=True)
    raw = (json.dumps(NOTE) + "\n").encode()
    path.write_bytes(gzip.compress(raw) if path.suffix == ".gz" else raw)
    return path


def write_cells(path: Path, separator: str) -> Path:
    """Write the note below its header."""
    path.write_text("".join(separator.join(cells) + "\n" for cells in (NOTE.keys(), NOTE.values())))
    return path


def write_parquet(path: Path) -> Path:
    """Write the note as Parquet."""
    path.parent.mkdir(exist_ok=True)
    pq.write_table(pa.Table.from_pylist([NOTE]), path)
    return path


def write_fhir(path: Path) -> Path:
    """Write the note as a resource."""
    path.parent.mkdir(exist_ok=True)
    attachment = {"contentType": "text/plain", "data": "V3Qgc2hpZnQgUiB4MTA="}
    resource = {"resourceType": "DocumentReference", "id": "n1", "content": [{"attachment": attachment}]}
    path.write_text(json.dumps(resource) + "\n")
    return path


def write_text(path: Path) -> Path:
    """Write the note as a text file in a folder."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(NOTE["text"])
    return path


FORMS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "JSON lines": (lambda path: write_lines(path / "notes.jsonl"), "n1"),
    "JSON lines by another ending": (lambda path: write_lines(path / "notes.ndjson"), "n1"),
    "JSON lines, gzipped": (lambda path: write_lines(path / "notes.JSONL.gz"), "n1"),
    "CSV": (lambda path: write_cells(path / "notes.csv", ","), "n1"),
    "TSV": (lambda path: write_cells(path / "notes.tsv", "\t"), "n1"),
    "Parquet": (lambda path: write_parquet(path / "notes.parquet"), "n1"),
    "Parquet in a folder": (lambda path: write_parquet(path / "notes" / "part-0.parquet").parent, "n1"),
    "FHIR": (lambda path: write_fhir(path / "notes.ndjson"), "n1"),
    "FHIR in a folder": (lambda path: write_fhir(path / "notes" / "notes.ndjson").parent, "n1"),
    "text in a folder": (lambda path: write_text(path / "notes" / "n1.txt").parent, "n1.txt"),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_path_tells_the_format(tmp_path: Path, form: str) -> None:
    make, name = FORMS[form]
    source = Source(make(tmp_path))
    (row,) = open_source(source)
    assert isinstance(row, Row)
    assert (row.id, row.line["text"]) == (name, NOTE["text"])
    assert count(source) == (None if form.endswith("gzipped") else 1)
    assert explain(source)


def test_a_format_that_is_said_stands_before_the_path(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "export.txt")
    with pytest.raises(SettingsError, match="does not tell its format"):
        open_source(Source(file))
    assert [row.id for row in open_source(Source(file, format="jsonl"))] == ["n1"]


def test_a_query_is_read_from_its_database(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite"
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE notes AS SELECT 'n1' AS key, 'Wt shift' AS body")
    source = Source(sql=f"sqlite:///{file}", query="SELECT * FROM notes")
    assert list(open_source(source, Columns({"id": "key", "text": "body"}))) == [
        Row("row 1", "n1", {"text": "Wt shift"})
    ]
    assert count(source) == 1


@pytest.mark.parametrize(
    ("source", "error", "message"),
    [
        (Source(), SettingsError, "a file, a folder, or a database with a query"),
        (Source(Path("/nowhere/notes.csv")), InputError, "no such file"),
        (Source(Path("/etc/hostname")), SettingsError, "does not tell its format"),
        (Source(Path("/etc/hostname"), format="xls"), SettingsError, "must be one of jsonl"),
        (Source(Path("/etc/hostname"), format="sql"), SettingsError, "sql is read with a query"),
        (Source(sql="sqlite:///a", query=" "), SettingsError, "read by a query, and nothing else"),
        (Source(Path("/etc/hostname"), "sqlite:///a", "SELECT 1"), SettingsError, "read by a query, and nothing else"),
        (Source(sql="sqlite:///a", query="SELECT 1", format="csv"), SettingsError, "read by a query, and nothing else"),
    ],
)
def test_what_is_no_source_is_refused_at_once(source: Source, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        open_source(source)


def test_a_folder_of_unknown_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    with pytest.raises(SettingsError, match="no file of a known format"):
        open_source(Source(tmp_path))


@pytest.mark.parametrize(
    ("package", "source"),
    [
        ("pyarrow", Source(Path(__file__), format="parquet")),
        ("inscriptis", Source(Path(__file__), format="fhir")),
        ("sqlalchemy", Source(sql="sqlite:///a", query="SELECT 1")),
    ],
)
def test_a_missing_package_is_named_with_what_installs_it(
    package: str, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith(("rewriter.bulk.readers.", "rewriter.fhir."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(SettingsError, match=rf"this needs {package}: pip install 'note-rewriter\[bulk\]'"):
        open_source(source)


def test_plain_formats_need_no_package_of_the_extra(tmp_path: Path) -> None:
    file = write_cells(tmp_path / "notes.csv", ",")
    script = (
        "import sys; sys.modules.update(dict.fromkeys(['pyarrow', 'sqlalchemy', 'inscriptis', 'striprtf', 'lxml']))\n"
        "from pathlib import Path; from rewriter.bulk.readers import Source, open_source\n"
        "print([row.id for row in open_source(Source(Path(sys.argv[1])))])"
    )
    done = subprocess.run([sys.executable, "-c", script, file], capture_output=True, text=True, check=True)
    assert done.stdout == "['n1']\n"
