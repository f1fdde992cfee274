from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.amend import Entry
from rewriter.bulk.terms import Terms, fingerprint
from rewriter.engine import Writer
from rewriter.intake import Options
from rewriter.loop import Limits
from rewriter.prompt import load_prompt
from rewriter.visit import Visit

NOW = datetime(2026, 11, 22, 9, 0)
TERMS = Terms(Options("97112", Visit(), (), "narrative", None), None, NOW)
WRITER = Writer("m", "proved", load_prompt("arrange"), True, Limits())


@pytest.mark.parametrize(
    "other",
    [
        replace(TERMS, options=replace(TERMS.options, cpt="97110")),
        replace(TERMS, options=replace(TERMS.options, profile="full")),
        replace(TERMS, options=replace(TERMS.options, payer="ama")),
        replace(TERMS, options=replace(TERMS.options, visit=Visit(minutes=15))),
        replace(TERMS, entry=Entry(NOW, "PT")),
        replace(TERMS, writer=WRITER),
    ],
)
def test_what_changes_a_result_changes_the_digest(other: Terms) -> None:
    assert other.digest() != TERMS.digest()


@pytest.mark.parametrize(
    "other",
    [
        replace(WRITER, name="n"),
        replace(WRITER, style="free"),
        replace(WRITER, prompt=load_prompt("prose")),
        replace(WRITER, mask=False),
        replace(WRITER, limits=Limits(tokens=9_000)),
    ],
)
def test_how_a_model_is_asked_changes_the_digest(other: Writer) -> None:
    terms = replace(TERMS, writer=WRITER)
    assert replace(terms, writer=other).digest() != terms.digest()
    assert replace(terms, parameters="temperature=1").digest() != terms.digest()


def test_when_a_job_runs_changes_no_digest() -> None:
    assert replace(TERMS, now=datetime(2027, 1, 1)).digest() == TERMS.digest()


def test_what_stands_in_a_pack_file_counts_and_not_its_name(tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text("a = 1\n")
    two.write_text("a = 1\n")
    digests = [replace(TERMS, options=replace(TERMS.options, overlay=path)).digest() for path in (one, two)]
    assert digests[0] == digests[1] != TERMS.digest()
    two.write_text("a = 2\n")
    assert replace(TERMS, options=replace(TERMS.options, overlay=two)).digest() != digests[0]


@given(st.dictionaries(st.text(), st.none() | st.text() | st.integers()), st.text())
def test_a_fingerprint_is_of_the_note_and_not_of_its_id(line: dict[str, object], name: str) -> None:
    terms = b"terms"
    first = fingerprint(terms, line)
    assert len(first) == 16
    assert fingerprint(terms, {**dict(reversed(line.items())), "id": name}) == first
    assert fingerprint(terms, {**line, "text": "Gait 20 ft, then 30 ft."}) != first
    assert fingerprint(b"other", line) != first


def test_a_broken_character_has_a_fingerprint_too() -> None:
    assert fingerprint(b"", {"text": "\ud800"}) != fingerprint(b"", {"text": "\ud801"})
