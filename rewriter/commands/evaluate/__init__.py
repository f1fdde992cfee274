"""`rewriter eval`: which prompt and which model to trust, with numbers.

Only the options stand here: what does the work needs the extra `eval`, and is imported when a command runs.
"""

import argparse
from collections.abc import Callable
from importlib import import_module

from rewriter.commands.adder import Adder
from rewriter.extra import needs_extra
from rewriter.options import add_rules

RUN = "evaluation"


def add(command: Adder) -> None:
    """Add the group of commands to the parser."""
    group = command.group("eval", "Measure prompts and models over samples, and compare them.")
    run = group("run", _later("run"), "Run the composer, and each model with each prompt, over all samples.")
    _add_run(run)

    compare = group("compare", _later("compare"), "Compare two arms note by note; as a gate, exit 1 where it is worse.")
    compare.add_argument("one", metavar="A", help="the old arm: its name in the run, or a file of records")
    compare.add_argument("other", metavar="B", help="the new arm, likewise")
    _add_folder(compare)
    compare.add_argument(
        "--score", action="append", default=[], metavar="NAME", help="only this score; may be repeated"
    )
    compare.add_argument(
        "--gate", action="store_true", help="exit 1 unless B is shown to be no worse, by usual margins"
    )
    compare.add_argument(
        "--margin", action="append", default=[], metavar="SCORE=X", help="a gate of your own; may be repeated"
    )
    compare.add_argument("--junit", metavar="FILE", help="write the gate as JUnit for a build server")
    compare.add_argument("--markdown", metavar="FILE", help="write the comparison for a comment on a pull request")
    compare.add_argument("--texts", action="store_true", help="with the texts of notes that changed, side by side")

    report = group("report", _later("report"), "Write a run as one page of HTML that is whole in itself.")
    report.add_argument("page", metavar="PAGE", help="where to: a file that ends in .html")
    _add_folder(report)
    viewer = group("viewer", _later("viewer"), "Write Inspect's viewer with a run's logs, for any web server.")
    viewer.add_argument("target", metavar="FOLDER", help="where to: a folder, whose contents are replaced")
    _add_folder(viewer)

    rescore = group("rescore", _later("rescore"), "Judge old replies by the present rules; no model is asked.")
    _add_folder(rescore)
    _add_out(rescore, f"{RUN}-rescored")
    add_rules(rescore)

    samples = group.group("samples", "Look after samples.")
    check = samples("check", _later("samples"), "Say what in samples contradicts itself.")
    check.add_argument("samples", metavar="SAMPLES", nargs="?", help="a file of samples, or a folder of such files")

    validator = group("validator", _later("validator"), "Examine the validator: what it catches, whom it accuses.")
    validator.add_argument("sources", metavar="SOURCES", help="notes, one JSON object a line: id, text")
    validator.add_argument("rewrites", metavar="REWRITES", help="faithful rewrites: id, note (its source's id), text")
    validator.add_argument(
        "mutants", metavar="MUTANTS", nargs="?", help="untrue changes: rewrite (its id), op (the kind), find, put"
    )
    validator.add_argument("--page", metavar="FILE", help="write a page of HTML with a picture as well")


def _later(name: str) -> Callable[[argparse.Namespace], int]:
    """Return what imports the command when it runs."""

    def run(arguments: argparse.Namespace) -> int:
        with needs_extra("eval"):
            work: Callable[[argparse.Namespace], int] = import_module(f"{__name__}.{name}").run
        return work(arguments)

    return run


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--samples", metavar="PATH", help="a file of samples, or a folder of such files (our own)")
    parser.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help="only samples with it; may be repeated"
    )
    parser.add_argument("--limit", metavar="N", help="only so many samples, drawn evenly")
    parser.add_argument(
        "--model", metavar="NAME[=URL],...", help="models to ask, each at its server; else only compose"
    )
    parser.add_argument("--prompt", metavar="NAME[@N],...", help="prompts to ask them with (arrange)")
    parser.add_argument("--base-url", metavar="URL", help="the models' server (or REWRITER_BASE_URL)")
    parser.add_argument("--no-mask", action="store_true", help="let names and identifiers reach the models")
    parser.add_argument("--epochs", metavar="N", help="how often each sample is done (1)")
    parser.add_argument("--offline", action="store_true", help="ask nothing: only replies that are kept are used")
    parser.add_argument("--replies", metavar="FILE", help="what keeps the replies, for several runs (in the folder)")
    _add_out(parser, RUN)
    add_rules(parser)
    limits = parser.add_argument_group("limits")
    limits.add_argument("--concurrency", metavar="N", help="the most requests in flight (8)")
    limits.add_argument("--budget", metavar="DOLLARS", help="end before the run costs more, all models together")
    limits.add_argument("--budget-tokens", metavar="N", help="end before the run takes more tokens, in and out")
    limits.add_argument("--price", metavar="IN,OUT[,CACHED]", help="dollars for a million tokens, where none is known")


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--run", dest="folder", metavar="FOLDER", default=RUN, help=f"the run's folder ({RUN})")


def _add_out(parser: argparse.ArgumentParser, usual: str) -> None:
    parser.add_argument("--out", metavar="FOLDER", default=usual, help=f"what takes the records ({usual})")
