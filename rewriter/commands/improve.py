"""`rewriter improve`: rewrite a note, or ask for what it lacks."""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rewriter import listing, show
from rewriter.batch import field
from rewriter.commands.adder import Adder
from rewriter.commands.output import DONE, OPEN, dump, look, refuse_two_stdins, write, write_batch
from rewriter.errors import InputError
from rewriter.files import read_text
from rewriter.improve import improve
from rewriter.note import Note
from rewriter.options import (
    Options,
    add_options,
    check_answer,
    check_options,
    find_engine,
    find_pack,
    line_options,
    refuse_beside_batch,
)
from rewriter.progress import Spinner
from rewriter.result import COMPOSER, Result, Status


def add(command: Adder) -> None:
    """Add the command to the parser."""
    parser = command("improve", run, "Rewrite a note, or ask for what it lacks.")
    parser.add_argument("file", nargs="?", metavar="FILE", help="the note; - or nothing reads standard input")
    parser.add_argument("--batch", metavar="NOTES", help='JSON lines {"id", "text", ...}; JSON lines come out')
    parser.add_argument("--prompt", metavar="NAME[@N]", help="another prompt than the live one of the style")
    parser.add_argument("--base-url", metavar="URL", help="the model's server (or REWRITER_BASE_URL)")
    parser.add_argument("--timeout", metavar="S", help="the longest time for a note with a model, in seconds")
    parser.add_argument("--no-mask", action="store_true", help="let names and identifiers reach the model")
    parser.add_argument("--trace", action="store_true", help="tell on stderr what was asked of the model")
    add_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Rewrite one note or a batch; return the exit code."""
    refuse_two_stdins(arguments.file, arguments.batch, arguments.visit)
    if arguments.batch is not None:
        refuse_beside_batch(arguments, arguments.file)
    text = read_text(arguments.file or "-", "note") if arguments.batch is None else ""
    options = check_options(arguments)
    with Spinner("model", active=arguments.engine != COMPOSER) as spinner:
        if arguments.engine != COMPOSER:
            options = replace(options, engine=find_engine(arguments, spinner))
        if arguments.batch is not None:
            return write_batch(arguments.batch, lambda item: _do_line(item, options))
        result = _improve(text, options)
    if arguments.trace:
        print(listing.trace(result), file=sys.stderr)
    write(dump(result.to_dict()) if arguments.format == "json" else show.result(result, look(arguments)))
    return DONE if result.status is Status.ACCEPTED else OPEN


def _improve(text: str, options: Options) -> Result:
    note = Note(text, options.cpt, options.visit, options.answers)
    return improve(note, profile=options.profile, overlay=options.overlay, payer=options.payer, engine=options.engine)


def _do_line(item: Mapping[str, Any], options: Options) -> tuple[dict[str, Any], bool]:
    text = field(item, "text")
    options = line_options(item, options)
    pack = find_pack(options.cpt, options.overlay, options.payer)
    answers = item.get("answers") or {}
    if not isinstance(answers, Mapping) or not all(isinstance(reply, str) for reply in answers.values()):
        raise InputError("'answers' must be an object of codes and texts")
    given = tuple(check_answer(code, reply, pack) for code, reply in answers.items())
    result = _improve(text, replace(options, answers=given))
    return result.to_dict(), result.status is Status.ACCEPTED
