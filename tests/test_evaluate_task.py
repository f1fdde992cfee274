import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="the extra `eval` is not installed")

from rewriter.evaluate.record import Run, Scored
from rewriter.evaluate.sample import Sample
from rewriter.evaluate.task import bundle, make_task, read_log, run_tasks
from tests.evaluated_run import sample

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Have what Inspect left closed while its warnings are still expected."""
    yield
    gc.collect()


SAMPLES = [sample(number) for number in range(4)]


def record(one: Sample, epoch: int) -> Scored:
    return Scored(one.id, epoch, one.text, Run("accepted", rewrite="A rewrite."), {"accepted": 1.0, "cost": None})


async def done(one: Sample, epoch: int) -> Scored:
    return record(one, epoch)


def test_records_come_back_from_the_log(tmp_path: Path) -> None:
    logs = run_tasks([make_task("a", SAMPLES, done), make_task("b", SAMPLES, done)], tmp_path, epochs=2, at_once=2)
    assert sorted(logs) == ["a", "b"]
    found = sorted(read_log(logs["a"]), key=lambda one: (one.sample, one.epoch))
    assert found == [record(one, epoch) for one in SAMPLES for epoch in (1, 2)]


def test_a_sample_that_fails_costs_the_others_nothing_and_is_done_by_the_next_run(tmp_path: Path) -> None:
    broken = {"e2"}
    did: list[str] = []

    async def work(one: Sample, epoch: int) -> Scored:
        if one.id in broken:
            raise RuntimeError("broken")
        did.append(one.id)
        return record(one, epoch)

    [log] = run_tasks([make_task("a", SAMPLES, work)], tmp_path, epochs=1, at_once=2).values()
    assert sorted(one.sample for one in read_log(log)) == ["e0", "e1", "e3"]
    broken.clear()
    did.clear()
    [log] = run_tasks([make_task("a", SAMPLES, work)], tmp_path, epochs=1, at_once=2).values()
    assert did == ["e2"]
    assert sorted(one.sample for one in read_log(log)) == ["e0", "e1", "e2", "e3"]


def test_nothing_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_tasks([make_task("a", SAMPLES, done)], tmp_path, epochs=1, at_once=2)
    assert capsys.readouterr().out == ""


def test_the_viewer_is_a_folder_of_files_with_the_logs(tmp_path: Path) -> None:
    run_tasks([make_task("a", SAMPLES, done)], tmp_path / "logs", epochs=1, at_once=2)
    bundle(tmp_path / "logs", tmp_path / "viewer")
    assert (tmp_path / "viewer" / "index.html").is_file()
    assert list((tmp_path / "viewer" / "logs").glob("*.eval"))
