"""The record of a rewrite: a draft while the note is unsigned, an addendum or late entry once it is signed.

A signed original is never rewritten. What is added to it says what it is, when, by whom, why and from what, and the
original follows unchanged. Nothing here reads the clock, and what is not known stands as a gap in brackets.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any, NamedTuple

from rewriter.errors import InputError
from rewriter.gather import says_nothing
from rewriter.note import Note, check_text, name_key
from rewriter.pack import Pack
from rewriter.record import is_of_treatment
from rewriter.record.service import find_service_date
from rewriter.result import Result, Status
from rewriter.text import flat
from rewriter.validate import Question
from rewriter.visit import parse_date

DRAFT, ADDENDUM, LATE_ENTRY = "draft", "addendum", "late_entry"
DRAFT_LINE = "Draft for review by the treating clinician: no part of the record until reviewed and signed."
_LABELS = {ADDENDUM: "ADDENDUM", LATE_ENTRY: "LATE ENTRY"}
_BELOW = "Original entry, unchanged:"
_AUTHOR, _REASON, _BASIS, SERVICE = "author", "reason", "basis", "service_date"
# What is asked for an addition that lacks it: the rule's code, the question, and what is offered as an answer.
ASKED: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    SERVICE: ("REC401", "On which date did this treatment take place?", ()),
    _AUTHOR: ("REC403", "Who makes this entry, with which credentials?", ()),
    _REASON: ("REC403", "For what reason is this entry made after the note was signed?", ()),
    _BASIS: (
        "REC403",
        "What does this entry rest on?",
        ("memory of the treatment", "treatment log", "other record"),
    ),
}
_ENTRY_KEYS = {_AUTHOR, _REASON, _BASIS, "entered"}
_TOO_EARLY = "the entry is dated before the date of service"
# Answers to these, by the keys of their questions, are no facts of the treatment: they tell of the entry.
ENTRY_PARTS: Mapping[str, str] = {name_key(code, part): part for part, (code, _, _) in ASKED.items()}
# What a question quoted stands in the original below.
_UNQUOTED = {"text": "...", "quote": "..."}
_WAYS_OUT = ("do not recall", "other")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of an addition to a signed note; "" where it is not known.

    `basis` is what it rests on: the author's memory, a treatment log.
    """

    entered: datetime
    author: str = ""
    reason: str = ""
    basis: str = ""


class Added(NamedTuple):
    """Information that the note did not hold: the day it was given, the question, the answer."""

    day: date
    asked: str
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """What may go to the record: `kind` is draft, addendum or late_entry; None and "" where something is not known.

    `text` is None where there is nothing to record. `questions` ask the author for what is missing.
    """

    kind: str
    service_date: str
    entered: str
    author: str
    reason: str
    basis: str
    text: str | None
    questions: tuple[Question, ...] = ()

    def to_dict(self) -> dict[str, str | None]:
        """Return the record as JSON; null where something is not known."""
        return {
            "kind": self.kind,
            "service_date": self.service_date or None,
            "entered": self.entered or None,
            "author": self.author or None,
            "reason": self.reason or None,
            "basis": self.basis or None,
            "text": self.text,
        }


def entry_from(data: object, now: datetime, usual: Entry | None = None) -> Entry:
    """Return the entry that JSON data or options describe; `usual` gives what they leave out, `now` the time.

    Raises InputError for unknown keys, for what is not text, and for a time that cannot be read.
    """
    if not isinstance(data, Mapping):
        raise InputError("'signed' must be true or an object of author, reason, basis, entered")
    if unknown := sorted(set(data) - _ENTRY_KEYS):
        raise InputError(f"'signed' has an unknown key {str(unknown[0])[:40]!r}")
    told = {key: value for key, value in data.items() if value is not None}
    if not all(isinstance(value, str) for value in told.values()):
        raise InputError("'signed' must hold texts")
    entry = usual or Entry(now)
    words = {key: _one_line(told[key], key) for key in (_AUTHOR, _REASON, _BASIS) if key in told}
    return replace(entry, **words, entered=_moment(told["entered"]) if "entered" in told else entry.entered)


def _one_line(text: str, what: str) -> str:
    line = flat(text)
    if line:
        check_text(line, what)
    return line


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or ":" not in text:
        raise InputError("the time of the entry must be a date and time such as 2026-11-20T14:05")
    return moment


def amend(
    original: str, content: str | None, entry: Entry, service: date | None, added: Sequence[Added] = ()
) -> Record:
    """Return the addendum to a signed note, or the late entry where it is made on a later day than the service.

    `content` is the clarified wording, `added` what the clinician told since. The record's text ends with `original`,
    unchanged. Raises InputError where the entry is dated before the service.
    """
    day = entry.entered.date()
    if service is not None and day < service:
        raise InputError(_TOO_EARLY)
    kind = LATE_ENTRY if service is not None and day > service else ADDENDUM
    held = Record(
        kind,
        service.isoformat() if service else "",
        entry.entered.isoformat(timespec="minutes"),
        entry.author,
        entry.reason,
        entry.basis,
        None,
    )
    if content is None and not added:
        return held
    head = "\n".join(
        [
            f"{_LABELS[kind]} for date of service {held.service_date or _gap('date of service')}",
            f"Entered: {held.entered.replace('T', ' ')}",
            f"Author: {entry.author or _gap('author with credentials')}",
            f"Reason: {entry.reason or _gap('reason for this entry')}",
            f"Basis: {entry.basis or _gap('basis: memory, treatment log or other record')}",
        ]
    )
    blocks = [head, *_added_blocks(added)]
    if content is not None:
        whence = "the original entry and the information above" if added else "the original entry"
        blocks.append(f"Clarified wording of {whence}, for review by the author:\n{content}")
    return replace(held, text="\n\n".join([*blocks, f"{_BELOW}\n{original}"]), questions=_ask_for(held))


def _gap(what: str) -> str:
    return f"[{what} not given]"


def _added_blocks(added: Sequence[Added]) -> list[str]:
    """Return what was added, a block for each day it was given on."""
    blocks = []
    for day, items in groupby(sorted(added, key=lambda item: item.day), key=lambda item: item.day):
        lines = [_told(item.asked, item.text) for item in items]
        blocks.append("\n".join([f"Information added on {day}, not in the original entry:", *lines]))
    return blocks


def _ask_for(record: Record) -> tuple[Question, ...]:
    """Return a question for each thing that an addition needs and nobody gave."""
    return tuple(
        Question(key, code, text, "", (*options, *_WAYS_OUT), key)
        for key, (code, text, options) in ASKED.items()
        if not getattr(record, key)
    )


def check_dates(note: Note, entry: Entry | None) -> date | None:
    """Return the date of service, from the visit or else from the note itself, where one is known.

    Raises InputError where an entry is dated before the service or the signature, or an answer before the service.
    """
    service = parse_date(note.visit.date) or find_service_date(note.text)
    signed = parse_date(note.visit.signed_on)
    if entry is not None:
        day = entry.entered.date()
        if service is not None and day < service:
            raise InputError(_TOO_EARLY)
        if signed is not None and day < signed:
            raise InputError("the entry is dated before the note was signed")
    told = [given for answer in note.answers if (given := parse_date(answer.date)) is not None]
    if service is not None and any(given < service for given in told):
        raise InputError("an answer is dated before the date of service")
    if entry is not None and any(given > entry.entered.date() for given in told):
        raise InputError("an answer is dated after the entry that holds it")
    return service


def make_record(result: Result, note: Note, entry: Entry | None) -> Record:
    """Return the record of a result: an addition to a signed note (with `entry`), or a draft.

    An answer without a date was given when the entry is made. Raises InputError as `check_dates` does.
    """
    service = check_dates(note, entry)
    if entry is not None:
        return amend(note.text, result.rewrite, entry, service, _added(result.pack, note, entry.entered.date()))
    later = [item for item in _added(result.pack, note, None) if service is None or item.day > service]
    text = None
    if result.rewrite is not None:
        text = "\n\n".join([DRAFT_LINE, *_added_blocks(later), *_aside(result.pack, note, later), result.rewrite])
    return Record(DRAFT, service.isoformat() if service else "", "", "", "", "", text)


def _aside(pack: Pack, note: Note, dated: Sequence[Added]) -> list[str]:
    """Return what was answered about the record: it is no part of the treatment, and must not be lost."""
    items = [
        item
        for answer in note.answers
        if not is_of_treatment(answer.code, pack) and not says_nothing(answer.text)
        if (item := (_asked(pack, answer.code), answer.text)) not in [told[1:] for told in dated]
    ]
    return ["\n".join(["Answered for the record:", *(_told(*item) for item in items)])] if items else []


def _asked(pack: Pack, code: str) -> str:
    return pack.rules[code].question.format_map(_UNQUOTED)


def _told(asked: str, text: str) -> str:
    return f"- Asked: {flat(asked)} Answered: {flat(text)}"


def _added(pack: Pack, note: Note, usual: date | None) -> list[Added]:
    """Return the answers that say something, with the day each was given, `usual` where none is; without, none."""
    return [
        Added(day, _asked(pack, answer.code), answer.text)
        for answer in note.answers
        if (day := parse_date(answer.date) or usual) is not None and not says_nothing(answer.text)
    ]


def finish(result: Result, record: Record) -> Result:
    """Return the result with what the record still asks for: what is otherwise accepted then needs input."""
    if not record.questions:
        return result
    asked = result.verdict.questions
    codes = {question.code for question in asked}
    more = [question for question in record.questions if question.code not in codes or question.code == "REC403"]
    numbered = [replace(question, id=f"q{number}") for number, question in enumerate(more, len(asked) + 1)]
    status = Status.NEEDS_INPUT if result.status is Status.ACCEPTED else result.status
    return replace(result, status=status, verdict=replace(result.verdict, questions=(*asked, *numbered)))


def to_dict(result: Result, record: Record) -> dict[str, Any]:
    """Return the contract's JSON with the record; for a signed note no rewrite stands alone, ready to replace it."""
    data = finish(result, record).to_dict()
    if record.kind != DRAFT:
        data |= {"rewrite": None, "segments": [], "sentences": [], "parts": []}
    return {**data, "record": record.to_dict()}
