"""Options of the command line, checked: what was typed goes in, what the commands need comes out."""

import argparse
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rewriter.batch import field
from rewriter.earlier import Earlier
from rewriter.engine import Engine
from rewriter.errors import InputError, PackError, SettingsError
from rewriter.files import read_json
from rewriter.note import Answer, check_text
from rewriter.pack import PAYER, Pack, load_pack
from rewriter.packfile import available, payer_named, payers
from rewriter.result import COMPOSER
from rewriter.visit import Visit, visit_from

PROVED, FREE = "proved", "free"
RULE_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
_PACK_NAME = re.compile(r"[A-Za-z0-9_.-]{1,40}")


@dataclass(frozen=True, slots=True)
class Options:
    """What the options shared by `improve` and `check` say, once checked."""

    cpt: str
    visit: Visit
    answers: tuple[Answer, ...]
    profile: str
    overlay: Path | None
    payer: Path | str = PAYER
    engine: Engine | None = None
    earlier: tuple[Earlier, ...] = ()


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that `improve` and `check` share."""
    parser.add_argument("--cpt", default="97112", help="the billed code (97112)")
    parser.add_argument("--minutes", metavar="N", help="one-on-one minutes of the code")
    parser.add_argument("--visit", metavar="FILE", help="what is known of the visit, as JSON")
    parser.add_argument("--engine", default=COMPOSER, metavar="MODEL", help="who writes: compose, or a model's name")
    parser.add_argument(
        "--answer", action="append", default=[], metavar="CODE=TEXT", help="reply to a question; may be repeated"
    )
    parser.add_argument("--profile", choices=("narrative", "full"), default="narrative", help="how much must be there")
    parser.add_argument(
        "--style",
        choices=(PROVED, FREE),
        default=PROVED,
        help="what a model writes: proved arranges facts (default), free writes prose that is compared",
    )
    parser.add_argument(
        "--payer", metavar="NAME|FILE", help=f"whose rules hold ({', '.join(payers())}), or a file of one"
    )
    parser.add_argument("--pack", metavar="FILE", help="a pack of your own on top of the code's")


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
    code, equals, text = written.partition("=")
    if not equals:
        raise SettingsError('--answer must be CODE=TEXT, for example --answer DOC130="walking to the bathroom"')
    return check_answer(code.strip().upper(), text, pack)


def check_answer(code: str, text: str, pack: Pack) -> Answer:
    """Return an answer to a question that the pack asks: what asks nothing cannot be answered away."""
    if not RULE_CODE.fullmatch(code):
        raise InputError("an answer must name the code of a question, such as DOC130")
    if code not in pack.rules or not pack.rules[code].question:
        raise InputError(f"no question has the code {code}")
    check_text(text, "answer")
    return Answer(code, text)


def find_payer(written: str | None, visit: Visit) -> Path | str:
    """Return the payer's profile: the one asked for, else the one that the visit names, else the default.

    Raises SettingsError where the one asked for is neither a name nor a file.
    """
    if written is None:
        return payer_named(visit.payer) or PAYER
    if written in payers():
        return written
    if not Path(written).is_file():
        raise SettingsError(f"--payer must be one of {', '.join(payers())}, or a file")
    return Path(written)


def find_pack(name: str, overlay: Path | None, payer: Path | str = PAYER) -> Pack:
    """Return the pack of a code. Raises PackError where there is none; the message does not repeat the name."""
    if not _PACK_NAME.fullmatch(name):
        raise PackError(f"this is not the name of a pack; there are packs for: {', '.join(available())}")
    return load_pack(name, overlay, payer)


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


def line_options(item: Mapping[str, Any], options: Options) -> Options:
    """Return the options with what the line says in place of them."""
    cpt = field(item, "cpt") if item.get("cpt") is not None else options.cpt
    visit, payer = options.visit, options.payer
    if item.get("visit") is not None:
        visit = visit_from(item["visit"])
        payer = find_payer(None, visit) if visit.payer else payer
        if visit.minutes is None:
            visit = replace(visit, minutes=options.visit.minutes)
    if item.get("minutes") is not None:
        visit = replace(visit, minutes=visit_from({"minutes": item["minutes"]}).minutes)
    find_pack(cpt, options.overlay, payer)
    return replace(options, cpt=cpt, visit=visit, payer=payer)
