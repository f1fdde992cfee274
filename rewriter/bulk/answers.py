"""Answers that clinicians wrote into a worklist (`rewriter.bulk.exports.worklist`) go back to their notes.

A row without an answer is left out. Spreadsheets may have been at the file: dates are read as 2026-11-20 or, as they
write them in the United States, 11/20/2026.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from rewriter.amend import ASKED, SERVICE
from rewriter.bulk.filled import Filled, filled_rows
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError
from rewriter.intake import KEY, RULE_CODE
from rewriter.note import check_text
from rewriter.visit import parse_date

_AMERICAN = "%m/%d/%Y"
_MANY = "the row has no key, and another question of this code about this note has no answer: it would close both"
_NO_NOTE = "the worklist answers questions about a note that the source does not hold"
_OTHER_DAY = "another answer to this question about this note was given on another day"
# What an addition to a signed note lacks is no fact of the treatment: it goes to where the line says it.
_ENTRY = {asked: key for key, (_, asked, _) in ASKED.items()}


class Given(NamedTuple):
    """An answer: the key and the words of the question, what was answered, and the day, "" where none is said."""

    key: str
    asked: str
    text: str
    day: str


@dataclass(frozen=True)
class Answers:
    """What a worklist answers, by the id of the note, and the rows of it that cannot be used."""

    by_note: Mapping[str, tuple[Given, ...]] = field(default_factory=dict)
    rejects: tuple[Reject, ...] = ()

    def add_all(self, rows: Iterable[Row | Reject]) -> Iterator[Row | Reject]:
        """Yield the rows of a source with their answers, and rejects for the answers that reach no note."""
        for reject in self.rejects:
            yield replace(reject, place=f"answers, {reject.place}")
        left = set(self.by_note)
        for row in rows:
            if isinstance(row, Row):
                left.discard(row.id)
                row = self.add_to(row)
            yield row
        for note in sorted(left):
            yield Reject("answers", note, _NO_NOTE)

    def add_to(self, row: Row) -> Row:
        """Return a note with the answers to its questions, over those that it had.

        Who makes an addition to a signed note, why and on what basis goes under "signed"; a date of service to its
        visit; all else under "answers".
        """
        given = self.by_note.get(row.id)
        if not given:
            return row
        line = dict(row.line)
        answers: dict[str, Any] = {}
        for answer in given:
            key = _ENTRY.get(answer.asked)
            if key == SERVICE and (day := _read_day(answer.text)):
                line["visit"] = {**_table(line.get("visit")), "date": day}
            elif key and key != SERVICE:
                line["signed"] = {**_table(line.get("signed")), key: answer.text}
            else:
                answers[answer.key] = _join(answers.get(answer.key), answer)
        if answers:
            line["answers"] = {**_table(line.get("answers")), **answers}
        return replace(row, line=line)


def read_answers(path: Path) -> Answers:
    """Return the answers of a worklist (see `filled`); what has no answer is never held in memory.

    Raises InputError where the file cannot be read, or lacks a column.
    """
    given: dict[str, list[Given]] = {}
    places: dict[tuple[str, str], str] = {}
    rejects = []
    for row in filled_rows(path):
        if isinstance(row, Reject):
            rejects.append(row)
        elif row.answer:
            answer = _check(row)
            held = given.setdefault(row.note, [])
            if isinstance(answer, Reject):
                rejects.append(answer)
            elif any(other.key == answer.key and other.day != answer.day for other in held):
                rejects.append(Reject(row.place, row.note, _OTHER_DAY))
            elif answer not in held:
                held.append(answer)
                places.setdefault((row.note, row.key), row.place)
    for note, key in sorted(_half_open(path, places)):
        given[note] = [answer for answer in given[note] if answer.key != key or answer.asked in _ENTRY]
        rejects.append(Reject(places[note, key], note, _MANY))
    return Answers({note: tuple(held) for note, held in given.items() if held}, tuple(rejects))


def _half_open(path: Path, answered: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the notes and keys with an answer to one question, and none to another."""
    return {
        (row.note, row.key)
        for row in filled_rows(path)
        if isinstance(row, Filled) and not row.answer and row.asked not in _ENTRY and (row.note, row.key) in answered
    }


def _check(row: Filled) -> Given | Reject:
    try:
        if not row.note:
            raise InputError("the row names no note")
        named = KEY.fullmatch(row.key)
        if not RULE_CODE.fullmatch(row.code) or not named or named[1] != row.code:
            raise InputError("the code must be the one of a question, such as DOC130, and the key must begin with it")
        check_text(row.answer, "answer")
        day = _read_day(row.day)
        if day is None:
            raise InputError("the day of the answer must be a date such as 2026-11-20")
    except InputError as error:
        return Reject(row.place, row.note, str(error))
    return Given(row.key, row.asked, row.answer, day)


def _read_day(text: str) -> str | None:
    """Return a day as an ISO date; "" where none is said, None where it is no date."""
    if not text:
        return ""
    day: date | None = parse_date(text)
    if day is None:
        try:
            day = datetime.strptime(text, _AMERICAN).date()
        except ValueError:
            return None
    return day.isoformat()


def _join(held: Mapping[str, str] | None, answer: Given) -> dict[str, str]:
    """Return what a line holds for a question: several answers to it stand one under the other."""
    text = f"{held['text']}\n{answer.text}" if held else answer.text
    return {"text": text, **({"date": answer.day} if answer.day else {})}


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
