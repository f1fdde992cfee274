"""What comes out of a journal: results, questions, rejects, a report, as files or as rows of a database.

Files hold note text: each is for its owner alone (0600), is whole or not there at all, and is known to `purge`.
"""

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from rewriter.bulk.exports import pages
from rewriter.bulk.exports.file import Stream, writing
from rewriter.bulk.journal import Job, Journal
from rewriter.errors import SettingsError
from rewriter.extra import needs_extra

# The module that writes each kind, and how its files end. The first kind with an ending is what the ending stands for.
_KINDS = {
    "jsonl": ("lines", (".jsonl",)),
    "csv": ("table", (".csv",)),
    "parquet": ("parquet", (".parquet",)),
    "fhir": ("fhir", (".ndjson",)),
    "worklist": ("worklist", (".csv", ".jsonl", "")),
    "addenda": ("addenda", (".jsonl",)),
    "rejects": ("rejects", (".jsonl",)),
    "report": ("report", (".html",)),
}
KINDS = tuple(_KINDS)


class _Module(Protocol):
    def write(self, journal: Journal, job: Job, stream: Stream, ending: str) -> int: ...


def export(journal: Journal, job: Job, path: Path, kind: str | None = None, *, replace: bool = False) -> int:
    """Write what became of the notes of a job; return how many notes (or rejects) were written.

    `kind` is one of `KINDS`, by default what the file's ending says: `.jsonl` results, one a line; `.csv` and
    `.parquet` the same as a table; `.ndjson` a FHIR Bundle a line. `worklist` is a `.csv` or `.jsonl` of questions, or
    a folder with a page for each clinician; `addenda` the texts for signed notes; `rejects` what could not be a note;
    `report` a page of figures. A file that stands there is replaced only where it came from this journal, or with
    `replace`. Raises SettingsError where that is not so, the kind is unknown or does not go with the ending, or the
    file cannot be written.
    """
    ending = path.suffix.lower()
    kind = kind or next((name for name, (_, endings) in _KINDS.items() if ending and ending in endings), "")
    if kind not in _KINDS:
        raise SettingsError(f"the kind of the export must be one of {', '.join(KINDS)}")
    name, endings = _KINDS[kind]
    if ending not in endings:
        known = " or ".join(one or "a folder" for one in endings)
        raise SettingsError(f"an export of the kind {kind} goes to {known}")
    if not ending:
        return pages.write_folder(journal, job, path, replace=replace)
    module = _load(name)
    with writing(journal, path, replace=replace) as stream:
        return module.write(journal, job, stream, ending)


def _load(name: str) -> _Module:
    """Return the module that writes a kind; some need packages that the rest of the project does without."""
    with needs_extra("bulk"):
        return cast(_Module, import_module(f"{__name__}.{name}"))
