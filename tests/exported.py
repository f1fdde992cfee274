"""What the tests of what comes out of a journal share: a journal whose notes were done in this very process."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rewriter.bulk.desk import Desk
from rewriter.bulk.journal import Job, Journal
from rewriter.bulk.outcome import Outcome
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.tally import FINISHED
from rewriter.bulk.terms import Terms, fingerprint
from tests.bulk import NOW, TERMS

ACCEPTED = (
    "Wt shift to R x8 for poor propriocep R LE, TC @ R hip. goal: amb to bathroom. "
    "Needed TC for 3/8 reps, R knee buckling x1. 25 min"
)
# Asked what for: DOC130, and nothing else.
NO_GOAL = ACCEPTED.replace("goal: amb to bathroom. ", "")
REFUSED = "Gait. Pt tol well. 5 min"
# What an addition to a signed note needs to be known.
ENTRY = {"author": "the treating PT", "reason": "clarity", "basis": "treatment log"}
SIGNED: dict[str, Any] = {"text": ACCEPTED, "signed": ENTRY, "visit": {"date": "2026-11-01"}}
ORIGIN = {"document_id": "doc-1", "version_id": "2", "subject": "Patient/7", "encounter": "Encounter/3"}
# Names and texts that a careless writer of CSV or HTML would trip over.
HOSTILE = "=cmd|' /C calc'!A0 \"quoted\", <script>alert(1)</script> Üñí\n2nd line"
REJECT = Reject("row 9", "n9", "it has no text")


def note(name: str, text: str = ACCEPTED, clinician: str = "c1", date: str = "2026-11-01", **line: Any) -> Row:
    """Return a row of a source; `line` is what else its line says."""
    return Row(f"row {name}", name, {"text": text, **line}, clinician, date)


_OUTCOMES: dict[bytes, Outcome] = {}


def write_once(desk: Desk, row: Row, fp: bytes) -> Outcome:
    """Return what becomes of a row; the same line under the same terms is written once."""
    if fp not in _OUTCOMES:
        _OUTCOMES[fp] = desk.write(row.line)
    return _OUTCOMES[fp]


def fill(path: Path, rows: Iterable[Row | Reject], terms: Terms = TERMS) -> tuple[Journal, Job]:
    """Return an open journal at `path` with one run over rows, done without another process, and its job."""
    journal = Journal(path, create=True)
    digest, desk = terms.digest(), Desk(terms)
    job = journal.begin_run(digest, "rows", {}, NOW)
    for row in rows:
        if isinstance(row, Reject):
            journal.add_reject(job, row)
            continue
        fp = fingerprint(digest, row.line)
        if all(journal.add_items(job, [(row, fp)])):
            journal.add_outcome(fp, write_once(desk, row, fp))
    journal.end_run(job, FINISHED, 12.5)
    return journal, journal.job(job.id)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
