"""Options of the command line, checked: what was typed goes in, what the commands need comes out."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rewriter.engine import Engine
from rewriter.errors import SettingsError
from rewriter.files import read_json
from rewriter.intake import Options, check_answer, find_pack, find_payer
from rewriter.note import Answer
from rewriter.pack import Pack
from rewriter.packfile import payers
from rewriter.result import COMPOSER
from rewriter.visit import Visit, visit_from

PROVED, FREE = "proved", "free"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that `improve` and `check` share."""
    add_rules(parser)
    add_writer(parser)
    parser.add_argument("--minutes", metavar="N", help="one-on-one minutes of the code")
    parser.add_argument("--visit", metavar="FILE", help="what is known of the visit, as JSON")
    parser.add_argument(
        "--answer", action="append", default=[], metavar="CODE=TEXT", help="reply to a question, by its code or its key"
    )


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Add the options that say by which rules a note is judged."""
    parser.add_argument("--cpt", default="97112", help="the billed code (97112)")
    parser.add_argument("--profile", choices=("narrative", "full"), default="narrative", help="how much must be there")
    parser.add_argument(
        "--payer", metavar="NAME|FILE", help=f"whose rules hold ({', '.join(payers())}), or a file of one"
    )
    parser.add_argument("--pack", metavar="FILE", help="a pack of your own on top of the code's")


def add_writer(parser: argparse.ArgumentParser) -> None:
    """Add the options that say who writes."""
    parser.add_argument("--engine", default=COMPOSER, metavar="MODEL", help="who writes: compose, or a model's name")
    parser.add_argument(
        "--style",
        choices=(PROVED, FREE),
        default=PROVED,
        help="what a model writes: proved arranges facts (default), free writes prose that is compared",
    )


def add_server(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how a model is asked."""
    parser.add_argument("--prompt", metavar="NAME[@N]", help="another prompt than the live one of the style")
    parser.add_argument("--base-url", metavar="URL", help="the model's server (or REWRITER_BASE_URL)")
    parser.add_argument("--no-mask", action="store_true", help="let names and identifiers reach the model")


def refuse_beside_batch(arguments: argparse.Namespace, *others: str | None) -> None:
    """Raise SettingsError where other texts or answers are given beside a batch."""
    if any(item is not None for item in others):
        raise SettingsError("--batch takes its texts from its lines: leave out the other files")
    if arguments.answer:
        raise SettingsError('--batch takes answers from its lines ("answers"): leave out --answer')


def check_options(arguments: argparse.Namespace) -> Options:
    """Return the checked options. Raises SettingsError, InputError or PackError."""
    overlay = Path(arguments.pack) if arguments.pack is not None else None
    visit = visit_from(read_json(arguments.visit, "the visit")) if arguments.visit is not None else Visit()
    if arguments.minutes is not None:
        visit = replace(visit, minutes=_minutes(arguments.minutes))
    payer = find_payer(arguments.payer, visit)
    if arguments.payer is not None and not visit.payer:
        visit = replace(visit, payer=str(arguments.payer))
    pack = find_pack(arguments.cpt, overlay, payer)
    answers = tuple(_answer(item, pack) for item in arguments.answer)
    return Options(arguments.cpt, visit, answers, arguments.profile, overlay, payer)


def _minutes(written: str) -> float | None:
    try:
        number = float(written)
    except ValueError:
        raise SettingsError("--minutes must be a number") from None
    return visit_from({"minutes": number}).minutes


def _answer(written: str, pack: Pack) -> Answer:
    key, equals, text = written.partition("=")
    if not equals:
        raise SettingsError('--answer must be CODE=TEXT, for example --answer DOC130="walking to the bathroom"')
    code, at, place = key.strip().partition("@")
    return check_answer(code.upper() + at + place.lower(), text, pack)


def find_engine(arguments: argparse.Namespace, progress: Callable[[str, int, float], None]) -> Engine:
    """Return the engine of a model. Raises SettingsError or PromptError."""
    # Imported here: openai takes half a second, and the composer needs none of it.
    from rewriter.model import open_engine
    from rewriter.settings import load_settings

    settings = load_settings(
        base_url=arguments.base_url, timeout=arguments.timeout, mask=False if arguments.no_mask else None
    )
    return open_engine(
        arguments.engine, style=arguments.style, prompt=arguments.prompt, settings=settings, progress=progress
    )
