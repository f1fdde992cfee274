import json
from pathlib import Path
from typing import Any

import pytest

from rewriter.errors import InputError
from rewriter.evaluate.mutants import Mutant, Papers, mutate, read_papers

SOURCE = {"id": "n1", "text": "Step taps R 2x8, TC @ quads.", "minutes": 20, "style": "let be"}
REWRITE = {"id": "r1", "note": "n1", "text": "Step taps on the right, 2 sets of 8, with tactile cues."}
MUTANT: dict[str, Any] = {"rewrite": "r1", "op": "number", "find": "2 sets of 8", "put": "3 sets of 8"}


def read(folder: Path, *mutants: dict[str, Any], source: dict[str, Any] = SOURCE) -> Papers:
    for name, rows in (("s", [source]), ("r", [REWRITE]), ("m", mutants)):
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return read_papers(folder / "s", folder / "r", folder / "m")


def test_papers_are_read_and_other_keys_let_be(tmp_path: Path) -> None:
    papers = read(tmp_path, MUTANT, {**MUTANT, "find": ["right", "tactile"], "put": ["left", "verbal"]})
    assert papers.sources["n1"].known_visit().minutes == 20
    assert papers.mutants[1].changes == [("right", "left"), ("tactile", "verbal")]


def test_an_exam_may_have_no_mutants(tmp_path: Path) -> None:
    read(tmp_path)
    assert read_papers(tmp_path / "s", tmp_path / "r").mutants == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"rewrite": "r9"}, "no rewrite has the id"),
        ({"find": "gait"}, "does not stand in the rewrite"),
        ({"find": ""}, "does not stand in the rewrite"),
        ({"find": ["right", "2"], "put": ["left"]}, "not the same length"),
        ({"find": ["2 sets", "sets of"], "put": ["x", "y"]}, "overlap"),
        ({"put": "2 sets of 8"}, "changes nothing"),
        ({"lost": "gait"}, "lost words do not stand in the source"),
    ],
)
def test_a_mutant_that_does_not_fit_is_told_by_its_line(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, MUTANT, {**MUTANT, **change})
    assert str(caught.value).startswith("line 2 of the mutants: ")
    assert said in str(caught.value)


@pytest.mark.parametrize("change", [{"text": " "}, {"minutes": -2}, {"id": "other"}])
def test_a_source_that_does_not_fit_is_told(tmp_path: Path, change: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="line 1 of the"):
        read(tmp_path, source={**SOURCE, **change})


@pytest.mark.parametrize(
    ("find", "put", "text", "marked"),
    [
        ("2 sets of 8", "3 sets of 8", "Right, 3 sets of 8, cued.", ["3"]),
        ("Right", "Left", "Left, 2 sets of 8, cued.", ["Left"]),
        (("Right", "8"), ("Left", "9"), "Left, 2 sets of 9, cued.", ["Left", "9"]),
        ("2 sets of 8", "2 sets", "Right, 2 sets, cued.", [" sets, "]),
    ],
)
def test_the_changed_words_are_marked(
    find: str | tuple[str, ...], put: str | tuple[str, ...], text: str, marked: list[str]
) -> None:
    changed, spans = mutate("Right, 2 sets of 8, cued.", Mutant("r1", "op", find, put))
    assert changed == text
    assert [changed[start:end] for start, end in spans] == marked
