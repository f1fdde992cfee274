"""An arm as a task of Inspect AI: its solver is the main path, its scorer hands on the scores of the record.

Inspect keeps the logs, goes over the epochs, takes up where a run was killed, and shows it all in its viewer. It knows
nothing of models here: replies come through our own transport, with its cache, its pace and its budget.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import redirect_stdout
from io import StringIO
from math import nan
from pathlib import Path
from typing import Any

from inspect_ai import Task, eval_set
from inspect_ai.dataset import MemoryDataset
from inspect_ai.dataset import Sample as Shown
from inspect_ai.log import bundle_log_dir, read_eval_log
from inspect_ai.scorer import Score, mean, scorer
from inspect_ai.solver import solver
from pydantic import TypeAdapter

from rewriter.evaluate.record import Scored, to_line
from rewriter.evaluate.sample import Sample

# Does one sample in one epoch (from 1).
Work = Callable[[Sample, int], Awaitable[Scored]]
_KEPT = "record"
_RECORD = TypeAdapter(Scored)
# Inspect writes finished samples to the log so many at a time; those that a kill costs are done anew from kept replies.
_BUFFER = 50


def make_task(name: str, samples: Sequence[Sample], work: Work) -> Any:
    """Return the task of an arm; what `work` raises makes its sample one that is not done."""
    by_id = {sample.id: sample for sample in samples}
    made: dict[tuple[object, int], Scored] = {}  # from the solver to the scorer

    def main_path() -> Any:
        async def solve(state: Any, _: Any) -> Any:
            record = await work(by_id[state.sample_id], state.epoch)
            made[state.sample_id, state.epoch] = record
            state.output.completion = record.run.rewrite or f"({record.run.status})"
            return state

        return solve

    def scores() -> Any:
        async def look(state: Any, _: Any) -> Any:
            record = made.pop((state.sample_id, state.epoch))
            told = {score: nan if value is None else value for score, value in record.scores.items()}
            return Score(value=told, metadata={_KEPT: to_line(record)})

        return look

    shown = [
        Shown(
            id=sample.id,
            input=sample.text,
            target=sample.expected,
            metadata={"facts": sample.facts, "traps": sample.traps, "tags": sample.tags},
        )
        for sample in samples
    ]
    return Task(
        name=name,
        dataset=MemoryDataset(shown, name="samples"),
        solver=solver(name="rewriter")(main_path)(),
        scorer=scorer(metrics={"*": [mean()]}, name="rewriter")(scores)(),
    )


def run_tasks(tasks: Sequence[Any], logs: Path, *, epochs: int, at_once: int) -> dict[str, Path]:
    """Do what the logs do not hold yet, one task after another; return each task's log by its name.

    A sample that fails costs the others nothing. Nothing of a note is left outside of the logs, and no port is opened:
    Inspect would keep finished samples in its own folder, and let itself be steered over a socket.
    """
    with redirect_stdout(StringIO()):
        _, done = eval_set(
            list(tasks),
            log_dir=str(logs),
            log_dir_allow_dirty=True,
            model=None,
            display="log",  # at level INFO; with "none" tables of all scores are laid out for nobody, a fifth of a run
            epochs=epochs,
            max_samples=at_once,
            max_tasks=1,
            retry_attempts=0,
            retry_immediate=False,
            fail_on_error=True,
            continue_on_fail=True,
            log_realtime=False,
            log_buffer=_BUFFER,
            ctl_server=False,
            score_display=False,
        )
    return {log.eval.task: Path(log.location.removeprefix("file://")) for log in done}


def read_log(path: Path) -> Iterator[Scored]:
    """Yield the records of the samples that a log holds and that were done."""
    # All at once: read one by one, each sample has the whole index of the log parsed again.
    for sample in read_eval_log(str(path)).samples or ():
        for score in (sample.scores or {}).values():
            if sample.error is None and _KEPT in (score.metadata or {}):
                yield _RECORD.validate_json(score.metadata[_KEPT])


def bundle(logs: Path, folder: Path) -> None:
    """Write Inspect's viewer with these logs to a folder that any web server can serve as it is."""
    with redirect_stdout(StringIO()):
        bundle_log_dir(str(logs), str(folder), overwrite=True)
