"""The worklist to read and print: a page for each clinician, and one that lists them."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from rewriter.bulk.exports.file import check_place, writing
from rewriter.bulk.exports.worklist import questions_of
from rewriter.bulk.journal import Job, Journal, Noted
from rewriter.bulk.webpage import page
from rewriter.errors import SettingsError
from rewriter.lines import count

_STYLE = Path(__file__).with_name("pages.css").read_text("utf-8")
_INDEX = "index.html"
_NOBODY = "No clinician given"
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 60
_LINK = re.compile(r'<a href="([A-Za-z0-9_-]+\.html)">')


class _Sheet(NamedTuple):
    clinician: str
    file: str
    notes: int
    questions: int


def write_folder(journal: Journal, job: Job, folder: Path, *, replace: bool = False) -> int:
    """Write a page for each clinician with questions; return how many notes have some.

    The folder is made where there is none, for its owner alone. A page of an earlier export whose clinician has no
    more questions is removed. Raises SettingsError as `export` does.
    """
    try:
        if not folder.exists():
            journal.add_export(folder)  # made here: `purge` removes it too, once it is empty
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"the folder of the export cannot be made: {error.strerror}") from None
    folder = folder.resolve()
    check_place(journal, folder / _INDEX, replace=replace)
    before = _listed(journal, folder)
    sheets: list[_Sheet] = []
    names = {_INDEX}
    for clinician, notes in groupby(journal.asked(job), key=lambda note: note.clinician):
        file = _name(clinician, names)
        sheets.append(_write_sheet(journal, folder / file, clinician, notes, replace))
    with writing(journal, folder / _INDEX, replace=replace) as stream:
        stream.writelines(page("Questions about notes", _STYLE, _index(sheets)))
    for name in before - names:
        (folder / name).unlink(missing_ok=True)
    return sum(sheet.notes for sheet in sheets)


def _listed(journal: Journal, folder: Path) -> set[str]:
    """Return the names of the pages that an earlier export left in the folder; it may hold other files too."""
    ours = set(journal.exports())
    index = folder / _INDEX
    listed = _LINK.findall(index.read_text("utf-8")) if index in ours and index.is_file() else []
    return {name for name in listed if folder / name in ours}


def _name(clinician: str, taken: set[str]) -> str:
    """Return a file name for a clinician; names that differ only in what a file system ignores get a number."""
    stem = _UNSAFE.sub("-", clinician).strip("-").lower()[:_LONGEST_NAME] or "no-clinician"
    name, number = f"{stem}.html", 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}.html"
    taken.add(name)
    return name


def _write_sheet(journal: Journal, path: Path, clinician: str, notes: Iterable[Noted], replace: bool) -> _Sheet:
    totals = {"notes": 0, "questions": 0}

    def body() -> Iterator[str]:
        yield f"<main>\n<h1>{escape(clinician or _NOBODY)}</h1>"
        yield (
            "<p>Questions about your notes that only you can answer. Say what was so; where you do not recall, say"
            " that. Nothing is changed in the record before you have read and signed it.</p>"
        )
        for note in notes:
            questions = questions_of(note)
            totals["notes"] += 1
            totals["questions"] += len(questions)
            yield _note(note, questions)
        yield "</main>"

    with writing(journal, path, replace=replace) as stream:
        stream.writelines(page(f"Questions for {clinician or _NOBODY}", _STYLE, body()))
    return _Sheet(clinician, path.name, **totals)


def _note(note: Noted, questions: list[dict[str, Any]]) -> str:
    when = escape(note.date or "no date given")
    asked = "\n".join(map(_question, questions))
    return f"<section>\n<h2>{when} <small>note {escape(note.id)}</small></h2>\n<ol>\n{asked}\n</ol>\n</section>"


def _question(question: dict[str, Any]) -> str:
    quote = question["quote"]
    quoted = f'<blockquote dir="auto">{escape(quote)}</blockquote>' if quote else ""
    options = "".join(f"<li>{escape(option)}</li>" for option in question["options"])
    return (
        f'<li><p class="asked">{escape(question["text"])} <small>{escape(question["code"])}</small></p>{quoted}'
        f'<ul>{options}</ul><p class="answer">Answer</p><p class="answer">Answered on</p></li>'
    )


def _index(sheets: list[_Sheet]) -> Iterator[str]:
    yield "<main>\n<h1>Questions about notes</h1>"
    yield f"<p>{count(len(sheets), 'clinician')}. Each page is for that clinician alone.</p>\n<ul class='index'>"
    for sheet in sheets:
        told = f"{count(sheet.questions, 'question')} about {count(sheet.notes, 'note')}"
        yield f'<li><a href="{sheet.file}">{escape(sheet.clinician or _NOBODY)}</a> <span>{told}</span></li>'
    yield "</ul>\n</main>"
