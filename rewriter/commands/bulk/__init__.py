"""`rewriter bulk`: many notes, from whatever holds them to drafts and a worklist of questions.

Only the options stand here: what does the work needs the extra `bulk`, and is imported when a command runs.
"""

import argparse
from collections.abc import Callable
from importlib import import_module

from rewriter.commands.adder import Adder
from rewriter.commands.signed import add_signed
from rewriter.extra import needs_extra
from rewriter.options import add_rules, add_server, add_writer

JOURNAL = "bulk.journal"
_BATCH_API = (
    "send the requests of a model through OpenAI's Batch API: half the price, within a day. Off unless asked for: the "
    "server keeps the notes it was sent until their answers are here, at the most 7 days, which an agreement on zero "
    "retention does not cover"
)


def add(command: Adder) -> None:
    """Add the group of commands to the parser."""
    group = command.group("bulk", "Rewrite many notes, and carry on where it was left.")
    run = group("run", _later("run", "run"), "Do every note of a source that has no result yet.")
    _add_source(run)
    _add_journal(run)
    run.add_argument("--dry-run", action="store_true", help="say what would be done, and what it would cost")
    add_rules(run)
    add_writer(run)
    add_server(run)
    _add_limits(run)
    add_signed(run)

    resume = group("resume", _later("run", "resume"), "Go on with a job that was stopped or killed.")
    _add_job(resume)
    _add_again(resume)
    retry = group("retry", _later("run", "retry"), "Do notes anew that failed, then all that has no result yet.")
    _add_job(retry)
    _add_again(retry)
    retry.add_argument(
        "--cause", action="append", default=[], metavar="NAME", help="only what failed for this cause; may be repeated"
    )

    _add_job(group("status", _later("after", "status"), "Say how far a job is."))
    export = group("export", _later("after", "export"), "Write results, questions, a report or what was rejected.")
    export.add_argument("path", metavar="PATH", help="where to: a file, a folder, or a database's URL with --table")
    _add_job(export)
    export.add_argument("--kind", metavar="KIND", help="what is written, where the path's ending does not say it")
    export.add_argument("--replace", action="store_true", help="write over a file that is no export of this journal")
    export.add_argument("--table", metavar="NAME", help="the table of a database that takes the results")
    export.add_argument("--examples", metavar="N", help="notes that a report shows, before and after; else none")
    export.add_argument("--sql", metavar="URL", help="for examples: the database that the notes came from")
    purge = group("purge", _later("after", "purge"), "Remove a journal, and every file exported from it.")
    _add_journal(purge)
    purge.add_argument("--yes", action="store_true", help="really remove; else the files are only listed")


def _later(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    """Return what imports the command when it runs."""

    def run(arguments: argparse.Namespace) -> int:
        with needs_extra("bulk"):
            work: Callable[[argparse.Namespace], int] = getattr(import_module(f"{__name__}.{module}"), name)
        return work(arguments)

    return run


def _add_source(parser: argparse.ArgumentParser) -> None:
    source = parser.add_argument_group("the notes")
    source.add_argument(
        "source", nargs="?", metavar="SOURCE", help="JSONL, CSV, Parquet, a folder of texts, or a FHIR Bulk Data export"
    )
    source.add_argument("--sql", metavar="URL", help="a database instead, as SQLAlchemy names it; needs --query")
    source.add_argument("--query", metavar="SQL", help="what to select there")
    source.add_argument("--source-format", metavar="NAME", default="", help="where the file's name does not tell it")
    source.add_argument("--columns", metavar="FILE", help="TOML: which column holds what")
    source.add_argument(
        "--column", action="append", default=[], metavar="FIELD=COLUMN", help="the same, one a time; may be repeated"
    )
    source.add_argument("--answers", metavar="WORKLIST", help="a worklist that was filled in: its notes are done anew")


def _add_journal(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--journal", metavar="FILE", default=JOURNAL, help=f"what keeps the results ({JOURNAL})")


def _add_job(parser: argparse.ArgumentParser) -> None:
    _add_journal(parser)
    parser.add_argument("--job", metavar="N", help="another job of the journal than its last")


def _add_limits(parser: argparse.ArgumentParser) -> None:
    limits = parser.add_argument_group("limits")
    limits.add_argument("--processes", metavar="N", help="processes that read and judge notes (one a core)")
    limits.add_argument("--concurrency", metavar="N", help="the most requests in flight (64); not for batches")
    limits.add_argument("--requests-per-minute", metavar="N", help="the most requests in a minute; not for batches")
    limits.add_argument(
        "--tokens-per-minute", metavar="N", help="the most tokens in a minute, as estimated; not for batches"
    )
    limits.add_argument("--budget", metavar="DOLLARS", help="end before the job costs more")
    limits.add_argument("--budget-tokens", metavar="N", help="end before the job takes more tokens, in and out")
    limits.add_argument(
        "--price", metavar="IN,OUT[,CACHED]", help="dollars for a million tokens, where none is published"
    )
    limits.add_argument(
        "--tier",
        choices=("default", "flex"),
        help="OpenAI's flex tier costs half; it is slow: set call_timeout to minutes",
    )
    limits.add_argument("--batch-api", action="store_true", help=_BATCH_API)


def _add_again(parser: argparse.ArgumentParser) -> None:
    """Add what may be said otherwise when a job goes on: its source and its rules stay as they were."""
    parser.add_argument("--sql", metavar="URL", help="the database again: the journal does not keep its address")
    parser.add_argument("--base-url", metavar="URL", help="the model's server (or REWRITER_BASE_URL)")
    _add_limits(parser)
