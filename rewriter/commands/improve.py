"""`rewriter improve`: rewrite a note, or ask for what it lacks."""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from rewriter import listing, show
from rewriter.amend import Entry, Record, finish, to_dict
from rewriter.commands.adder import Adder
from rewriter.commands.output import DONE, OPEN, dump, look, refuse_two_stdins, write, write_batch
from rewriter.commands.signed import add_signed, entry_of
from rewriter.engine import Engine
from rewriter.errors import SettingsError
from rewriter.files import read_text
from rewriter.improve import improve
from rewriter.intake import Intake, Options, date_answers, take_line, take_text
from rewriter.options import add_options, add_server, check_options, find_engine, refuse_beside_batch
from rewriter.progress import Spinner
from rewriter.result import COMPOSER, Result, Status


def add(command: Adder) -> None:
    """Add the command to the parser."""
    parser = command("improve", run, "Rewrite a note, or ask for what it lacks.")
    parser.add_argument("file", nargs="?", metavar="FILE", help="the note; - or nothing reads standard input")
    parser.add_argument("--batch", metavar="NOTES", help='JSON lines {"id", "text", ...}; JSON lines come out')
    parser.add_argument("--trace", action="store_true", help="tell on stderr what was asked of the model")
    parser.add_argument("--answered-on", metavar="DATE", help="the day the answers were given")
    add_options(parser)
    add_server(parser)
    parser.add_argument("--timeout", metavar="S", help="the longest time for a note with a model, in seconds")
    add_signed(parser)


def run(arguments: argparse.Namespace) -> int:
    """Rewrite one note or a batch; return the exit code."""
    refuse_two_stdins(arguments.file, arguments.batch, arguments.visit)
    if arguments.batch is not None:
        refuse_beside_batch(arguments, arguments.file)
        if arguments.answered_on is not None:
            raise SettingsError('--batch takes the day of answers from its lines ("answered_on")')
    text = read_text(arguments.file or "-", "note") if arguments.batch is None else ""
    options = check_options(arguments)
    now = datetime.now()
    usual = entry_of(arguments, now)
    with Spinner("model", active=arguments.engine != COMPOSER) as spinner:
        if arguments.engine != COMPOSER:
            options = replace(options, engine=find_engine(arguments, spinner))
        if arguments.batch is not None:
            return write_batch(arguments.batch, lambda item: _do_line(item, options, usual, now))
        options = replace(options, answers=date_answers(options.answers, arguments.answered_on))
        result, record = _improve(take_text(text, options, usual, now), options.engine)
    if arguments.trace:
        print(listing.trace(result), file=sys.stderr)
    if arguments.format == "json":
        write(dump(to_dict(result, record)))
    else:
        write(show.result(result, record, look(arguments)))
    return DONE if finish(result, record).status is Status.ACCEPTED else OPEN


def _do_line(
    item: Mapping[str, Any], options: Options, usual: Entry | None, now: datetime
) -> tuple[dict[str, Any], bool]:
    result, record = _improve(take_line(item, options, usual, now), options.engine)
    return to_dict(result, record), finish(result, record).status is Status.ACCEPTED


def _improve(intake: Intake, engine: Engine | None) -> tuple[Result, Record]:
    result = improve(intake.note, engine=engine, **intake.rules)
    return result, intake.record(result)
