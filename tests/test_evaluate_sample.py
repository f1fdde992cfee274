import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rewriter.errors import InputError
from rewriter.evaluate.sample import Sample, read_samples
from rewriter.intake import Options, take_line
from rewriter.visit import Visit

GOOD: dict[str, Any] = {"id": "a", "text": "Step taps R 2x8. 20 min", "expected": "needs_input"}


def read(path: Path, *rows: dict[str, Any]) -> list[Sample]:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return read_samples(path)


def test_a_sample_says_what_is_expected(tmp_path: Path) -> None:
    said = {"facts": ["step taps"], "traps": ["gait"], "questions": ["DOC130"], "may_ask": [], "tags": ["a:b"]}
    [sample] = read(tmp_path / "s", {**GOOD, **said, "minutes": 20, "visit": {"discipline": "PT"}})
    assert (sample.facts, sample.traps, sample.questions) == (("step taps",), ("gait",), ("DOC130",))
    assert sample.known_visit() == Visit(minutes=20.0, discipline="PT")


def test_the_production_path_takes_its_line(tmp_path: Path) -> None:
    [sample] = read(tmp_path / "s", {**GOOD, "minutes": 20, "answers": {"DOC130": "Reach the sink."}})
    options = Options("97112", Visit(), (), "narrative", None)
    note = take_line(sample.line, options, None, datetime(2026, 1, 1, tzinfo=UTC)).note
    assert (note.text, note.visit.minutes, note.answers[0].code) == (sample.text, 20.0, "DOC130")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"expected": "failed"}, "expected"),
        ({"text": "  "}, "the note is empty"),
        ({"id": " "}, "its id is empty"),
        ({"visit": {"minutes": -1}}, "visit.minutes"),
        ({"minutes": "many"}, "minutes"),
        ({"fact": ["x"]}, "fact: there is no such key"),
        ({"facts": ["gait", "|"]}, "facts, number 2: a wording has no words"),
        ({"traps": [""]}, "traps, number 1"),
        ({"tags": [" "]}, "tags: one is empty"),
    ],
)
def test_what_is_no_sample_is_told_by_its_line(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path / "s", GOOD, {**GOOD, "id": "b", **change})
    assert str(caught.value).startswith("line 2 of the samples: ")
    assert said in str(caught.value)


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 2 of the samples: its id stands on an earlier line"):
        read(tmp_path / "s", GOOD, GOOD)


def test_an_empty_set_is_no_set(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no samples"):
        read(tmp_path / "s")
