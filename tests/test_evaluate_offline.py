"""A run against recorded replies of a real model: what it said is not asserted, what was made of it is."""

import gc
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="the extra `eval` is not installed")

from rewriter.bulk.server import Bounds
from rewriter.bulk.tally import FINISHED, Tally
from rewriter.evaluate.arms import make_arms
from rewriter.evaluate.folder import Folder
from rewriter.evaluate.order import Order
from rewriter.evaluate.run import run
from rewriter.settings import load_settings
from tests.bulk import OPTIONS
from tests.replayed import play
from tests.test_cassettes import MODEL, NOTES

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
AT = load_settings(base_url="http://model.invalid/v1", call_timeout=600, timeout=3000)


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    yield
    gc.collect()


@pytest.mark.parametrize(
    ("name", "style", "prompt"), [("own-01", "proved", "arrange@1"), ("own-08", "free", "prose@1")]
)
def test_recorded_replies_make_records_that_are_judged_alike_without_them(
    tmp_path: Path, name: str, style: str, prompt: str
) -> None:
    note = NOTES[name]
    row = {"id": name, "text": note.text, "minutes": note.visit.minutes, "expected": "accepted"}
    arms = make_arms({MODEL: AT}, [prompt])[1:]
    order = Order(arms, json.dumps(row).encode() + b"\n", OPTIONS, 1, Bounds(1))
    with play(f"{name}-{style}") as cassette:
        ended = run(Folder(tmp_path / "one"), order, Tally())
        assert cassette.all_played
    [record] = ended.records[arms[0].name]
    assert ended.how == FINISHED
    assert len(record.replies) == len(record.run.trace) >= 1
    kept = Order(arms, order.samples, OPTIONS, 1, Bounds(1), True, tmp_path / "one" / "replies.journal")
    [again] = run(Folder(tmp_path / "two"), kept, Tally()).records[arms[0].name]
    assert again.run.rewrite == record.run.rewrite
    assert again.replies == record.replies
