"""`rewriter bulk status`, `export` and `purge`: what a journal holds, what comes out of it, and its end."""

import argparse
from pathlib import Path

from rewriter.bulk.exports import export as export_to
from rewriter.bulk.exports.report import export_report
from rewriter.bulk.journal import Job, Journal
from rewriter.bulk.purge import purge as purge_journal
from rewriter.commands.bulk.account import draw, find_job, sum_up
from rewriter.commands.bulk.order import make_order, recall
from rewriter.commands.output import DONE, dump, write
from rewriter.errors import SettingsError
from rewriter.extra import needs_extra


def status(arguments: argparse.Namespace) -> int:
    """Say how far the jobs of a journal are, or one of them; return the exit code."""
    journal = Journal(Path(arguments.journal))
    try:
        jobs = journal.jobs() if arguments.job is None else [find_job(journal, arguments.job)]
        told = [sum_up(journal, job) for job in jobs]
    finally:
        journal.close()
    if arguments.format == "json":
        write(dump(told))
    else:
        write("\n\n".join(map(draw, told)) or "The journal has no job yet.")
    return DONE


def export(arguments: argparse.Namespace) -> int:
    """Write what became of a job's notes; return the exit code."""
    journal = Journal(Path(arguments.journal))
    try:
        written = _export(arguments, journal, find_job(journal, arguments.job))
    finally:
        journal.close()
    if arguments.format == "json":
        write(dump({"written": written}))
    else:
        write(f"{written:,} written. It may hold text of notes: `rewriter bulk purge` removes files of exports too.")
    return DONE


def _export(arguments: argparse.Namespace, journal: Journal, job: Job) -> int:
    path = arguments.path
    if "://" in path:
        if not arguments.table:
            raise SettingsError("--table names the table of the database that takes the results")
        with needs_extra("bulk"):
            from rewriter.bulk.exports.sql import export_sql
        return export_sql(journal, job, path, arguments.table)
    if arguments.table:
        raise SettingsError("--table goes with the URL of a database")
    if arguments.examples is None:
        return export_to(journal, job, Path(path), arguments.kind, replace=arguments.replace)
    if Path(path).suffix.lower() != ".html":
        raise SettingsError("--examples are shown in a report: its path ends in .html")
    if not arguments.examples.isdecimal():
        raise SettingsError("--examples must be a whole number")
    rows = make_order(recall(job.config, argparse.Namespace(sql=arguments.sql))).rows()
    return export_report(journal, job, Path(path), rows, int(arguments.examples), replace=arguments.replace)


def purge(arguments: argparse.Namespace) -> int:
    """Remove a journal and what came out of it; return the exit code."""
    path = Path(arguments.journal)
    if arguments.yes:
        files = purge_journal(path)
    else:
        journal = Journal(path)
        files = [*journal.exports(), path]
        journal.close()
    names = [str(file) for file in files]
    if arguments.format == "json":
        write(dump({"removed" if arguments.yes else "would_remove": names}))
    else:
        head = "Removed:" if arguments.yes else "These would be removed; --yes removes them:"
        write("\n".join([head, *(f"  {name}" for name in names)]))
    return DONE
