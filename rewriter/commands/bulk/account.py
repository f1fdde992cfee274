"""How far a job is, as data and as text. Numbers only."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from rewriter.bulk.journal import Job, Journal
from rewriter.bulk.outcome import FAULT, REJECTED
from rewriter.bulk.tally import tell_time
from rewriter.errors import SettingsError

_STATUSES = ("accepted", "needs_input", "refused", "failed", FAULT)


def find_job(journal: Journal, written: str | None) -> Job:
    """Return the job of this number, or the last one. Raises SettingsError or JournalError."""
    if written is not None and not written.isdecimal():
        raise SettingsError("--job must be the number of a job, as `rewriter bulk status` shows it")
    return journal.job(None if written is None else int(written))


def sum_up(journal: Journal, job: Job) -> dict[str, Any]:
    """Return how far a job is.

    `done` and `not_done` are notes; each status of a result has its count, `rejected` rows could not be notes, `causes`
    say why results failed.
    """
    counts = journal.count(job)
    statuses: Counter[str] = Counter()
    causes: Counter[str] = Counter()
    for (status, cause), number in counts.items():
        statuses[status] += number
        if cause and status in ("failed", FAULT):
            causes[cause] += number
    usage = job.usage
    return {
        "job": job.id,
        "begun": job.started.isoformat(),
        "runs": job.run,
        "ended": job.ended or None,
        "done": sum(statuses[name] for name in _STATUSES),
        "not_done": statuses[""],
        **{name: statuses[name] for name in _STATUSES},
        "rejected": statuses[REJECTED] + journal.count_rejects(job),
        "causes": dict(causes),
        "calls": job.calls,
        "input_tokens": usage.input,
        "cached_tokens": usage.cached,
        "output_tokens": usage.output,
        "cost": round(job.cost, 4),
        "seconds": round(job.seconds, 1),
    }


def draw(told: Mapping[str, Any]) -> str:
    """Return how far a job is, one thing a line."""
    left = f", {told['not_done']:,} not done" if told["not_done"] else ""
    state = told["ended"] or "running, or killed"
    lines = [
        f"job {told['job']}, begun {told['begun'].replace('T', ' ')}, runs: {told['runs']}, {state}",
        f"notes        {told['done']:,} done{left}",
        *(f"  {name.replace('_', ' '):<11} {told[name]:,}" for name in _STATUSES if told[name]),
        *(f"    {number:,} {cause}" for cause, number in sorted(told["causes"].items())),
    ]
    if told["rejected"]:
        lines.append(f"rows         {told['rejected']:,} rejected: they could not be notes")
    if told["calls"]:
        used = f"{told['input_tokens']:,} tokens in ({told['cached_tokens']:,} cached), {told['output_tokens']:,} out"
        lines.append(f"model        {told['calls']:,} requests, {used}, ${told['cost']:,.2f}")
    lines.append(f"time         {tell_time(told['seconds'])} in all runs")
    return "\n".join(lines)
