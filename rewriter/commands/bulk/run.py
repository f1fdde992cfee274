"""`rewriter bulk run`, `resume` and `retry`.

Exit codes: 0 all done; 1 done, but some rows were rejected or some notes failed; 3 the budget is spent; 4 the model's
server gives no more; 130 after Ctrl+C.
"""

import argparse
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from rewriter.bulk.dispatch import open_chunks
from rewriter.bulk.display import Display
from rewriter.bulk.drive import Drive
from rewriter.bulk.journal import Journal, hold
from rewriter.bulk.outcome import FAULT
from rewriter.bulk.readers import count, explain
from rewriter.bulk.tally import BUDGET, FAILING, FINISHED, INTERRUPTED, QUOTA, Tally
from rewriter.bulk.trial import try_out
from rewriter.commands.bulk import JOURNAL
from rewriter.commands.bulk.account import draw, find_job, sum_up
from rewriter.commands.bulk.forecast import draw_forecast, forecast
from rewriter.commands.bulk.order import Order, keep, make_order, recall
from rewriter.commands.output import DONE, OPEN, dump, write
from rewriter.errors import JournalError

_SPENT, _NO_SERVER, _STOPPED = 3, 4, 130
_CODES = {BUDGET: _SPENT, QUOTA: _NO_SERVER, FAILING: _NO_SERVER, INTERRUPTED: _STOPPED}
_FAILED = ("failed", FAULT)


def run(arguments: argparse.Namespace) -> int:
    """Do the notes of a source; return the exit code."""
    order = make_order(arguments)
    path = Path(arguments.journal)
    if arguments.dry_run:
        return _try(arguments, order, path)
    explain(order.source, order.columns)  # what is wrong with it is said before a journal is made
    with hold(path):
        journal = Journal(path, create=True)
        try:
            return _run(arguments, order, journal)
        finally:
            journal.close()


def resume(arguments: argparse.Namespace) -> int:
    """Go on with a job; return the exit code."""
    return _again(arguments, None)


def retry(arguments: argparse.Namespace) -> int:
    """Forget results that failed, then go on; return the exit code."""
    return _again(arguments, frozenset(arguments.cause))


def _again(arguments: argparse.Namespace, causes: frozenset[str] | None) -> int:
    path = Path(arguments.journal)
    Journal(path).close()  # a wrong path is said before it gets a lock
    with hold(path):
        journal = Journal(path)
        try:
            job = find_job(journal, arguments.job)
            merged = recall(job.config, arguments)
            order = make_order(merged)
            if order.terms.digest() != job.digest:
                raise JournalError(
                    "the program or its rules have changed since this job began, and so might its results: "
                    "`rewriter bulk run` begins a new job in the same journal"
                )
            if causes is not None:
                journal.retry(job, causes or {cause for (status, cause) in journal.count(job) if status in _FAILED})
            return _run(merged, order, journal)
        finally:
            journal.close()


def _run(arguments: argparse.Namespace, order: Order, journal: Journal) -> int:
    job = journal.begin_run(order.terms.digest(), order.source.describe(), keep(arguments), datetime.now())
    if not order.batch_api and open_chunks(journal, job):
        raise JournalError("a batch of this job is with the server, and would be paid for twice: add --batch-api")
    tally = Tally(total=count(order.source) or 0)
    with Display(tally) as display:
        drive = Drive(journal, job, order.terms, order.rows, order.processes, tally, display.say, order.opener(job))
        how = drive.run()
    told = sum_up(journal, journal.job(job.id))
    write(dump(told) if arguments.format == "json" else "\n".join([draw(told), "", *_next(how, told, journal.path)]))
    if how != FINISHED:
        return _CODES[how]
    return OPEN if told["rejected"] or _has_failed(told) else DONE


def _has_failed(told: Mapping[str, Any]) -> bool:
    return any(told[status] for status in _FAILED)


def _next(how: str, told: Mapping[str, Any], path: Path) -> list[str]:
    """Return what a person may want to do next, and how."""
    last = "" if str(path) == JOURNAL else f" --journal {path}"
    if how == FINISHED:
        lines = ["Next:", f"  drafts     rewriter bulk export drafts.jsonl{last}"]
        if told["needs_input"]:
            lines.append(f"  questions  rewriter bulk export worklist.csv --kind worklist{last}")
        if told["rejected"]:
            lines.append(f"  rejected   rewriter bulk export rejects.jsonl --kind rejects{last}")
        if _has_failed(told):
            lines.append(f"  failed     rewriter bulk retry{last}")
        return lines
    why = {
        BUDGET: f"The budget is spent. To go on: rewriter bulk resume --budget DOLLARS{last}",
        QUOTA: f"The account at the model's server has no money left. Then: rewriter bulk resume{last}",
        FAILING: f"The model's server fails. When it is well again: rewriter bulk resume{last}",
        INTERRUPTED: f"Stopped; all results so far are kept. To go on: rewriter bulk resume{last}",
    }
    return [why[how]]


def _try(arguments: argparse.Namespace, order: Order, path: Path) -> int:
    journal = None
    if path.exists():
        journal = Journal(path)
    try:
        trial = try_out(order.rows(), order.terms, journal)
    finally:
        if journal:
            journal.close()
    told = forecast(trial, order)
    write(dump(told) if arguments.format == "json" else draw_forecast(told))
    return DONE
