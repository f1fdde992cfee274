"""Notes read as a sceptical auditor would: what their rewrites must say, and what no rewrite may say of them.

The expectations were written by hand: `never` holds a wrong side, person, polarity, purpose or time, and whatever was
planned, denied or past told as done. They are looked for in the composer's text, also where it would be withheld.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter import Note, Visit, improve
from rewriter.case import open_case
from rewriter.improve import write
from rewriter.result import Status, judge_status

NOTES = [json.loads(line) for line in (Path(__file__).parent / "audited.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("note", NOTES, ids=lambda note: str(note["id"]))
def test_the_rewrite_says_what_the_note_says(note: dict[str, Any]) -> None:
    case = open_case(Note(note["text"], note["cpt"], Visit(minutes=note["minutes"])))
    _, rendered, verdict = write(case)
    text = rendered.text.lower()
    assert judge_status(verdict) is not Status.FAILED
    assert [words for words in note["says"] if words.lower() not in text] == []
    assert [words for words in note["never"] if words.lower() in text] == []


@settings(max_examples=150, deadline=None)
@given(
    note=st.sampled_from([note["text"].split() for note in NOTES]),
    cut=st.tuples(st.integers(0, 60), st.integers(1, 12)),
    end=st.sampled_from(
        [",", "-", " -", "->", " ->", "+", " (", ":", "::", "/", " x", ' "', "", " not", " w/", " @", "?"]
    ),
)
def test_a_note_that_breaks_off_is_read_all_the_same(note: list[str], cut: tuple[int, int], end: str) -> None:
    first = cut[0] % len(note)
    assert improve(Note(" ".join(note[first : first + cut[1]]) + end)).status
