"""`rewriter eval` as it is typed."""

import gc
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from rewriter.cli import main
from tests.bulk import GOOD
from tests.evaluated_run import BAD, lines
from tests.fault_server import Answer, FaultServer, draft

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Have what Inspect left closed while its warnings are still expected; without it nothing is left."""
    yield
    if "inspect_ai" in sys.modules:
        gc.collect()


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    path = tmp_path / "samples.jsonl"
    path.write_bytes(lines(12))
    return path


def typed(*words: object) -> int:
    return main(["eval", *map(str, words)])


def test_a_run_is_made_compared_reported_and_judged_anew(
    tmp_path: Path, samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("inspect_ai", reason="the extra `eval` is not installed")

    def script(_: int, request: Mapping[str, Any]) -> Answer:
        return draft(GOOD if request["model"] == "good" else BAD)

    run, page, viewer = tmp_path / "run", tmp_path / "page.html", tmp_path / "viewer"
    with FaultServer(script) as server:
        asked = ("--samples", samples, "--out", run, "--model", f"good={server.url},bad={server.url}")
        assert typed("run", *asked, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["arms"]["good arrange@1"] == {"records": 12, "accepted": 12}
    assert told["arms"]["bad arrange@1"] == {"records": 12, "failed": 12}
    assert told["missing"] == 0

    pair = ("good arrange@1", "bad arrange@1", "--run", run)
    junit = tmp_path / "gate.xml"
    assert typed("compare", *pair) == 0
    assert "## bad arrange@1 against good arrange@1" in capsys.readouterr().out
    assert typed("compare", *pair, "--gate", "--junit", junit) == 1
    assert "<failure" in junit.read_text()
    assert typed("compare", *pair, "--margin", "draft_taken=1", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["gate"]["holds"]

    assert typed("report", page, "--run", run) == 0
    assert b"bad arrange@1" in page.read_bytes()
    assert page.stat().st_mode & 0o077 == 0
    assert typed("viewer", viewer, "--run", run) == 0
    assert (viewer / "index.html").is_file()

    capsys.readouterr()
    assert typed("rescore", "--run", run, "--out", tmp_path / "anew", "--format", "json") == 0
    assert all(not arm["changed"] for arm in json.loads(capsys.readouterr().out).values())


def test_files_of_records_can_be_compared_too(
    tmp_path: Path, samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("inspect_ai", reason="the extra `eval` is not installed")
    assert typed("run", "--samples", samples, "--out", tmp_path / "run", "--limit", 2) == 0
    file = tmp_path / "run" / "records" / "compose.jsonl"
    assert len(file.read_text().splitlines()) == 2
    capsys.readouterr()
    assert typed("compare", file, file, "--gate") == 0
    assert "2 notes in both" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("run", "--epochs", "0"), "--epochs must be a whole number"),
        (("run", "--model", "m", "--prompt", "none"), "there is no such prompt"),
        (("run", "--tag", "none:none"), "no sample has these tags"),
        (("run", "--price", "1"), "a price is dollars"),
        (("compare", "a", "b", "--run", "missing"), "holds no run"),
        (("compare", "a", "b", "--margin", "nothing=1"), "no score is called"),
        (("report", "page.html", "--run", "missing"), "holds no run"),
        (("viewer", "folder", "--run", "missing"), "no logs of Inspect's"),
    ],
)
def test_what_cannot_be_done_is_said(
    samples: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    pytest.importorskip("inspect_ai", reason="the extra `eval` is not installed")
    if words[0] == "run":
        words += ("--samples", str(samples))
    assert typed(*words) == 2
    assert told in capsys.readouterr().err


def test_samples_are_checked(tmp_path: Path, samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("samples", "check", samples) == 0
    assert "12 samples, 0 contradictions" in capsys.readouterr().out
    row = json.loads(samples.read_text().splitlines()[0])
    (tmp_path / "more.jsonl").write_text(json.dumps({**row, "id": "other", "expected": "refused"}) + "\n")
    assert typed("samples", "check", tmp_path, "--format", "json") == 1
    [found] = json.loads(capsys.readouterr().out)["contradictions"]
    assert found["samples"] == ["other", "e0"] or found["samples"] == ["e0", "other"]


def test_the_validator_is_examined(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources, rewrites, mutants, page = (tmp_path / name for name in ("s.jsonl", "r.jsonl", "m.jsonl", "p.html"))
    sources.write_text(json.dumps({"id": "n1", "text": "Step taps R 2x8, TC @ quads. 15 min"}) + "\n")
    text = (
        "Therapist facilitated step taps on the right, 2 sets of 8, with tactile cues at the quadriceps for 15 minutes."
    )
    rewrites.write_text(json.dumps({"id": "r1", "note": "n1", "text": text}) + "\n")
    mutants.write_text(json.dumps({"rewrite": "r1", "op": "side", "find": "the right", "put": "the left"}) + "\n")
    assert typed("validator", sources, rewrites, mutants, "--page", page, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["kinds"]["side"]["at_place"]["of"] == 1
    assert b"side" in page.read_bytes()
    assert typed("validator", sources, rewrites) == 0
    assert "Faithful rewrites accused" in capsys.readouterr().out
