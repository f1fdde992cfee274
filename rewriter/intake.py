"""A line of a batch or a row of a table becomes a note, with what it is judged by and the record it belongs to.

What a line says stands before what was said for all of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from rewriter.amend import ENTRY_PARTS, SERVICE, Entry, Record, check_dates, entry_from, make_record
from rewriter.batch import field
from rewriter.case import Rules
from rewriter.earlier import Earlier
from rewriter.engine import Engine
from rewriter.errors import InputError, PackError, SettingsError
from rewriter.note import Answer, Note, check_text
from rewriter.pack import PAYER, Pack, load_pack
from rewriter.packfile import available, payer_named, payers
from rewriter.result import Result
from rewriter.visit import Visit, parse_date, visit_from

RULE_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
# What an answer names: a code, and the place where the question said one.
KEY = re.compile(rf"({RULE_CODE.pattern})(?:@([a-z0-9_.-]{{1,40}}))?")
_PACK_NAME = re.compile(r"[A-Za-z0-9_.-]{1,40}")


@dataclass(frozen=True, slots=True)
class Options:
    """What is said for a text, or for all of them, once checked."""

    cpt: str
    visit: Visit
    answers: tuple[Answer, ...]
    profile: str
    overlay: Path | None
    payer: Path | str = PAYER
    engine: Engine | None = None
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """A note with what it is judged by; `entry` is the addition to be made where it is signed, else None."""

    note: Note
    rules: Rules
    entry: Entry | None

    def record(self, result: Result) -> Record:
        """Return what may go to the record of a result. Raises InputError where the dates contradict each other."""
        return make_record(result, self.note, self.entry)


def take_text(text: str, options: Options, entry: Entry | None, now: datetime) -> Intake:
    """Return the note of a text. Raises InputError where it cannot be read, or its dates contradict each other."""
    note = Note(text, options.cpt, options.visit, options.answers)
    if entry is None and note.visit.signed_on:
        entry = Entry(now)  # the visit says that it is signed
    check_dates(note, entry)
    return Intake(note, Rules(profile=options.profile, overlay=options.overlay, payer=options.payer), entry)


def take_line(item: Mapping[str, Any], options: Options, usual: Entry | None, now: datetime) -> Intake:
    """Return the note of a line: its "text", with "cpt", "minutes", "visit", "answers", "answered_on" and "signed".

    What is answered about an addition to a signed note itself counts as said in "signed". Raises InputError or
    PackError for what cannot be used.
    """
    text = field(item, "text")
    item = _take_parts(item, usual)
    options = line_options(item, options)
    pack = find_pack(options.cpt, options.overlay, options.payer)
    given = tuple(_line_answers(item, pack))
    if item.get("answered_on") is not None:
        given = date_answers(given, field(item, "answered_on"))
    return take_text(text, replace(options, answers=given), _line_entry(item, usual, now), now)


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


def check_answer(key: str, text: str, pack: Pack) -> Answer:
    """Return an answer to a question that the pack asks: what asks nothing cannot be answered away."""
    found = KEY.fullmatch(key)
    if not found:
        raise InputError("an answer must name the code of a question, such as DOC130, or its key, such as DOC103@24")
    code, place = found[1], found[2] or ""
    if code not in pack.rules or not pack.rules[code].question:
        raise InputError(f"no question has the code {code}")
    check_text(text, "answer")
    return Answer(code, text, place=place)


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


def date_answers(answers: tuple[Answer, ...], day: str | None) -> tuple[Answer, ...]:
    """Return the answers with the day they were given."""
    if day is None:
        return answers
    if parse_date(day) is None:
        raise InputError("the day of an answer must be a date such as 2026-11-20")
    return tuple(replace(answer, date=answer.date or day) for answer in answers)


def _take_parts(item: Mapping[str, Any], usual: Entry | None) -> Mapping[str, Any]:
    """Return a line with the answers about its entry where the entry is described, and the day of service in the visit.

    Raises InputError where there is no entry that they could be about.
    """
    answers = item.get("answers")
    told = {part: key for key, part in ENTRY_PARTS.items() if isinstance(answers, Mapping) and key in answers}
    if not told or not isinstance(answers, Mapping):
        return item
    signed, visit = item.get("signed"), item.get("visit")
    if signed is False or (signed is None and usual is None):
        raise InputError("only about a signed note is it asked who adds to it, why, and on what basis")
    parts = {part: _text_of(answers[key]) for part, key in told.items()}
    moved = {**item, "answers": {key: reply for key, reply in answers.items() if key not in ENTRY_PARTS}}
    if SERVICE in parts:
        moved["visit"] = {**(visit if isinstance(visit, Mapping) else {}), "date": parts.pop(SERVICE)}
    moved["signed"] = {**(signed if isinstance(signed, Mapping) else {}), **parts} or True
    return moved


def _text_of(reply: object) -> object:
    return reply.get("text") if isinstance(reply, Mapping) else reply


def _line_answers(item: Mapping[str, Any], pack: Pack) -> Iterator[Answer]:
    """Yield the answers of a line: texts, or objects of a text and the day it was given, by key."""
    answers = item.get("answers") or {}
    if not isinstance(answers, Mapping):
        raise InputError("'answers' must be an object of codes and texts")
    for key, reply in answers.items():
        text, day = (reply.get("text"), reply.get("date")) if isinstance(reply, Mapping) else (reply, None)
        if not isinstance(text, str) or not (day is None or isinstance(day, str)):
            raise InputError("'answers' must be an object of codes and texts")
        yield from date_answers((check_answer(key, text, pack),), day)


def _line_entry(item: Mapping[str, Any], usual: Entry | None, now: datetime) -> Entry | None:
    """Return the entry that a line describes, over what the options say."""
    signed = item.get("signed")
    if signed is None:
        return usual
    if isinstance(signed, bool):
        return (usual or Entry(now)) if signed else None
    return entry_from(signed, now, usual)
