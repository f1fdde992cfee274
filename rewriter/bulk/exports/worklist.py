"""The questions that only clinicians can answer, by clinician and date, with room for the answers.

`rewriter.bulk.answers` reads what was filled in. As CSV: see `sheet` for the apostrophes.
"""

from collections.abc import Iterator
from typing import Any

from rewriter.bulk.exports.file import Stream
from rewriter.bulk.exports.sheet import sheet
from rewriter.bulk.filled import ANSWER, CODE, DAY, KEY, NOTE, QUESTION
from rewriter.bulk.journal import Job, Journal, Noted
from rewriter.bulk.outcome import unpack_result
from rewriter.jsonline import json_line

COLUMNS = ("clinician", "date", NOTE, CODE, KEY, QUESTION, "quoted", "options", ANSWER, DAY)
_BETWEEN = " | "


def write(journal: Journal, job: Job, stream: Stream, ending: str) -> int:
    """Write a row (or, for `.jsonl`, a line) for each question; return how many notes have some."""
    if ending == ".jsonl":
        return _write_lines(journal, job, stream)
    count = 0
    with sheet(stream, COLUMNS, NOTE) as write_row:
        for note in journal.asked(job):
            for row in _rows(note):
                write_row({**row, "options": _BETWEEN.join(row["options"])})
            count += 1
    return count


def _write_lines(journal: Journal, job: Job, stream: Stream) -> int:
    count = 0
    for note in journal.asked(job):
        stream.writelines(json_line(row) for row in _rows(note))
        count += 1
    return count


def _rows(note: Noted) -> Iterator[dict[str, Any]]:
    for question in questions_of(note):
        yield {
            "clinician": note.clinician,
            "date": note.date,
            NOTE: note.id,
            CODE: question["code"],
            KEY: question.get("key", question["code"]),  # a journal may hold results of an older version
            QUESTION: question["text"],
            "quoted": question["quote"],
            "options": question["options"],
            ANSWER: "",
            DAY: "",
        }


def questions_of(note: Noted) -> list[dict[str, Any]]:
    """Return the questions of a note: `{"id", "code", "key", "text", "quote", "options"}`."""
    assert note.outcome is not None  # the journal yields only notes that are done
    questions: list[dict[str, Any]] = unpack_result(note.outcome.data)["questions"]
    return questions
