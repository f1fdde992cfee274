"""Drafts as FHIR R4: a Bundle a line, with a new DocumentReference and the Provenance that says a program wrote it.

The original is never changed, replaced or superseded: nobody has signed the draft. So it is `preliminary`, `transforms`
an unsigned note and `appends` to a signed one; `replaces` is for whoever approves it. For the same reason Provenance
names an assembler and no verifier, and both resources carry the label AIAST.

References are those of the note's origin (`document_id`, `version_id`, `subject`, `encounter`, `author`, `type`), never
others. A note whose origin names its document and its patient gets a `transaction`, ready to be posted: conditional on
the draft's identifier and the Provenance's tag, so that posting twice stores once. Any other gets a `collection`
without subject, on which no server acts until somebody says whose it is.
"""

from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from fhir.resources.R4B.bundle import Bundle

from rewriter.amend import DRAFT, DRAFT_LINE
from rewriter.bulk.exports.done import Done, done_notes
from rewriter.bulk.exports.file import Stream
from rewriter.bulk.journal import Job, Journal
from rewriter.fhir.shapes import (
    DEVICE,
    Made,
    make_document,
    make_entry,
    make_provenance,
    origin_from,
    query_document,
    query_provenance,
)
from rewriter.jsonline import json_line, json_text
from rewriter.visit import parse_date

_NAMES = uuid5(NAMESPACE_URL, "note-rewriter/draft")
_ADDITION = (
    "Addition to a signed note, drafted by a program: no part of the record until its author reviews and signs it."
)


def write(journal: Journal, job: Job, stream: Stream, _ending: str) -> int:
    """Write a Bundle for each note with a draft or an addition; return how many."""
    # The journal says in local time when the job began; all drafts are of that moment, so the same file comes twice.
    moment = job.started.astimezone().isoformat(timespec="seconds")
    count = 0
    for done in done_notes(journal, job):
        record = done.result.get("record")
        if record and record["text"] is not None:
            bundle = _bundle(done, record, moment)
            Bundle.model_validate(bundle)
            stream.write(json_line(bundle))
            count += 1
    return count


def _bundle(done: Done, record: Mapping[str, Any], moment: str) -> dict[str, Any]:
    origin = origin_from(done.note.kept)
    unsigned = record["kind"] == DRAFT
    name = json_text([done.note.id, origin.document, origin.version, record["kind"], record["text"]])
    draft, source = uuid5(_NAMES, name), uuid5(_NAMES, f"provenance of {name}")
    made = Made(
        text=record["text"],
        name=draft,
        moment=moment,
        engine=done.result["engine"],
        versions=done.result["versions"],
        service=parse_date(record["service_date"] or done.note.date),
    )
    document = make_document(
        origin,
        made,
        status="preliminary",
        relation="transforms" if unsigned else "appends",
        about=DRAFT_LINE if unsigned else _ADDITION,
        # What it says is the clinician's, how it says it the program's.
        authors=[DEVICE, *origin.authors],
    )
    provenance = make_provenance(origin, made, name=source, target=draft.urn)
    ready = origin.document is not None
    entries = [
        make_entry(draft, document, query_document(draft) if ready else None),
        make_entry(source, provenance, query_provenance(source) if ready else None),
    ]
    return {"resourceType": "Bundle", "type": "transaction" if ready else "collection", "entry": entries}
