"""Where notes come from."""

from pathlib import Path

import pytest

from rewriter.bulk.readers.source import Source


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("postgresql://user:s3cret@host:5432/charts?sslpassword=s3cret", "postgresql://host:5432/charts"),
        ("postgresql+psycopg://user:s3%40cret@host/charts", "postgresql+psycopg://host/charts"),
        ("postgresql://user:s3@cret@host/charts", "postgresql://"),
        ("postgresql://host/charts?password=s3@cret", "postgresql://host/charts"),
        ("postgresql://user:s3?c/ret@host/charts", "postgresql://host/charts"),
        ("mssql+pyodbc:///?odbc_connect=PWD%3Ds3cret", "mssql+pyodbc:///"),
        ("sqlite:///charts.sqlite", "sqlite:///charts.sqlite"),
    ],
)
def test_a_database_is_described_without_its_password(url: str, place: str) -> None:
    said = Source(sql=url, query="SELECT 1").describe()
    assert said.startswith(f"{place} query ")
    assert not any(word in said for word in ("s3", "cret", "c/ret"))


def test_a_query_is_told_apart_but_not_told() -> None:
    one = Source(sql="sqlite:///a", query="SELECT * FROM notes WHERE mrn = '77'")
    other = Source(sql="sqlite:///a", query="SELECT * FROM notes WHERE mrn = '78'")
    assert one.describe() == Source(sql=one.sql, query=one.query).describe() != other.describe()
    assert "77" not in one.describe().partition(" query ")[0]
    assert "77" not in repr(one)


def test_a_file_is_the_same_from_wherever_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert (
        Source(Path("notes.csv")).describe() == Source(tmp_path / "notes.csv").describe() == str(tmp_path / "notes.csv")
    )
