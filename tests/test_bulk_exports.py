"""What holds of every export: where it goes, who may read it, that it is the same each time, that purge finds it."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from rewriter.bulk import exports
from rewriter.bulk.exports import KINDS, export
from rewriter.bulk.journal import Job, Journal
from rewriter.bulk.purge import purge
from rewriter.errors import SettingsError
from tests.exported import NO_GOAL, REJECT, SIGNED, fill, note

ENDINGS = {
    "jsonl": ".jsonl",
    "csv": ".csv",
    "parquet": ".parquet",
    "fhir": ".ndjson",
    "worklist": ".csv",
    "addenda": ".jsonl",
    "rejects": ".jsonl",
    "report": ".html",
}


@pytest.fixture
def done(tmp_path: Path) -> Iterator[tuple[Journal, Job]]:
    journal, job = fill(tmp_path / "j", [note("a"), note("b", NO_GOAL), note("c", **SIGNED), REJECT])
    yield journal, job
    journal.close()


def test_every_kind_is_tested_here() -> None:
    assert set(ENDINGS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_is_its_owners_alone_the_same_each_time_and_purged(
    done: tuple[Journal, Job], tmp_path: Path, kind: str
) -> None:
    journal, job = done
    path, again = (tmp_path / f"{name}{ENDINGS[kind]}" for name in ("one", "two"))
    assert export(journal, job, path, kind) == export(journal, job, again, kind) > 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == again.read_bytes() != b""
    journal.close()
    purge(tmp_path / "j")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "kind"), [("x.jsonl", "jsonl"), ("x.CSV", "csv"), ("x.parquet", "parquet"), ("x.ndjson", "fhir")]
)
def test_the_ending_says_the_kind(done: tuple[Journal, Job], tmp_path: Path, name: str, kind: str) -> None:
    export(*done, tmp_path / name)
    export(*done, tmp_path / f"same{ENDINGS[kind]}", kind)
    assert (tmp_path / name).read_bytes() == (tmp_path / f"same{ENDINGS[kind]}").read_bytes()


@pytest.mark.parametrize(
    ("name", "kind", "message"),
    [
        ("x.xlsx", None, "must be one of jsonl"),
        ("x", None, "must be one of jsonl"),
        ("x.csv", "letters", "must be one of jsonl"),
        ("x.csv", "fhir", "goes to .ndjson"),
        ("x.html", "worklist", "goes to .csv or .jsonl or a folder"),
    ],
)
def test_a_kind_that_does_not_fit_is_refused_before_anything_is_written(
    done: tuple[Journal, Job], tmp_path: Path, name: str, kind: str | None, message: str
) -> None:
    with pytest.raises(SettingsError, match=message):
        export(*done, tmp_path / name, kind)
    assert not (tmp_path / name).exists()


def test_a_source_is_never_written_over(done: tuple[Journal, Job], tmp_path: Path) -> None:
    source = tmp_path / "notes.jsonl"
    source.write_text("the notes")
    with pytest.raises(SettingsError, match="not an export of this journal"):
        export(*done, source)
    assert source.read_text() == "the notes"


def test_what_a_package_is_missing_for_is_said(
    done: tuple[Journal, Job], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name="pyarrow.parquet")

    monkeypatch.setattr(exports, "import_module", missing)
    with pytest.raises(SettingsError, match=r"needs pyarrow: pip install 'note-rewriter\[bulk\]'"):
        export(*done, tmp_path / "x.parquet")
    assert not (tmp_path / "x.parquet").exists()
