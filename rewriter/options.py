"""Options of the command line, checked: what was typed goes in, what the commands need comes out."""

import argparse
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rewriter.batch import field
from rewriter.engine import Engine
from rewriter.errors import InputError, PackError, SettingsError
from rewriter.files import read_json
from rewriter.note import Answer, Visit, check_text, visit_from
from rewriter.pack import Pack, load_pack
from rewriter.packfile import available

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
    engine: Engine | None = None


def check_options(arguments: argparse.Namespace) -> Options:
    """Return the checked options. Raises SettingsError, InputError or PackError."""
    overlay = Path(arguments.pack) if arguments.pack is not None else None
    pack = find_pack(arguments.cpt, overlay)
    visit = visit_from(read_json(arguments.visit, "the visit")) if arguments.visit is not None else Visit()
    if arguments.minutes is not None:
        visit = replace(visit, minutes=_minutes(arguments.minutes))
    answers = tuple(_answer(item, pack) for item in arguments.answer)
    return Options(arguments.cpt, visit, answers, arguments.profile, overlay)


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


def find_pack(name: str, overlay: Path | None) -> Pack:
    """Return the pack of a code. Raises PackError where there is none; the message does not repeat the name."""
    if not _PACK_NAME.fullmatch(name):
        raise PackError(f"this is not the name of a pack; there are packs for: {', '.join(available())}")
    return load_pack(name, overlay)


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
    find_pack(cpt, options.overlay)
    visit = options.visit
    if item.get("visit") is not None:
        visit = visit_from(item["visit"])
        if visit.minutes is None:
            visit = replace(visit, minutes=options.visit.minutes)
    if item.get("minutes") is not None:
        visit = replace(visit, minutes=visit_from({"minutes": item["minutes"]}).minutes)
    return replace(options, cpt=cpt, visit=visit)
