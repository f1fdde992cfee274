"""Drafts as FHIR R4: a Bundle a line, with a new DocumentReference and the Provenance that says a program wrote it.

The original is never changed, replaced or superseded: nobody has signed the draft. So it is `preliminary`, `transforms`
an unsigned note and `appends` to a signed one; `replaces` is for whoever approves it. For the same reason Provenance
names an assembler and no verifier, and both resources carry the label AIAST.

References are those of the note's origin (`document_id`, `version_id`, `subject`, `encounter`, `author`, `type`), never
others. A note whose origin names its document and its patient gets a `transaction`, ready to be posted: conditional on
the draft's identifier and the Provenance's tag, so that posting twice stores once. Any other gets a `collection`
without subject, on which no server acts until somebody says whose it is.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha1
from typing import Any, NamedTuple
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.codeableconcept import CodeableConcept

from rewriter.amend import DRAFT, DRAFT_LINE
from rewriter.bulk.exports.done import Done, done_notes
from rewriter.bulk.exports.file import Stream
from rewriter.bulk.exports.jsonline import json_line, json_text
from rewriter.bulk.journal import Job, Journal
from rewriter.visit import parse_date

_TERMS = "http://terminology.hl7.org/CodeSystem"
_AIAST = {
    "system": f"{_TERMS}/v3-ObservationValue",
    "code": "AIAST",
    "display": "Artificial Intelligence asserted",
}
_ASSEMBLER = {"system": f"{_TERMS}/provenance-participant-type", "code": "assembler", "display": "Assembler"}
_CATEGORY = {
    "system": "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category",
    "code": "clinical-note",
}
_URI = "urn:ietf:rfc:3986"
_NAMES = uuid5(NAMESPACE_URL, "note-rewriter/draft")
_DEVICE = "rewriter"
_ADDITION = (
    "Addition to a signed note, drafted by a program: no part of the record until its author reviews and signs it."
)
_ID = re.compile(r"[A-Za-z0-9.-]{1,64}")
_REFERENCE = re.compile(r"(?:https?://\S+/)?([A-Z][A-Za-z]+)/[A-Za-z0-9.-]{1,64}(?:/_history/[A-Za-z0-9.-]{1,64})?")


class _Origin(NamedTuple):
    """What the note's own FHIR resources say; all of it None where they do not name the document and the patient."""

    document: str | None = None
    version: str | None = None
    subject: dict[str, Any] | None = None
    encounter: dict[str, Any] | None = None
    authors: tuple[dict[str, Any], ...] = ()
    type: Mapping[str, Any] | None = None


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
    origin = _origin(done.note.kept)
    name = json_text([done.note.id, origin.document, origin.version, record["kind"], record["text"]])
    draft, source = uuid5(_NAMES, name), uuid5(_NAMES, f"provenance of {name}")
    resources = {
        draft: (_document(done, record, moment, origin, draft), f"identifier={_token(_URI, draft.urn)}"),
        source: (_provenance(done, moment, origin, draft, source), f"_tag={_token(_URI, source.urn)}"),
    }
    entries = []
    for key, (resource, query) in resources.items():
        request = {"method": "POST", "url": resource["resourceType"], "ifNoneExist": query}
        entries.append({"fullUrl": key.urn, "resource": resource, **({"request": request} if origin.document else {})})
    kind = "transaction" if origin.document else "collection"
    return {"resourceType": "Bundle", "type": kind, "entry": entries}


def _document(done: Done, record: Mapping[str, Any], moment: str, origin: _Origin, draft: UUID) -> dict[str, Any]:
    text = record["text"].encode()
    unsigned = record["kind"] == DRAFT
    service = parse_date(record["service_date"] or done.note.date)
    context = {
        "encounter": [origin.encounter] if origin.encounter else None,
        "period": {"start": service.isoformat(), "end": service.isoformat()} if service else None,
    }
    return _without_gaps(
        {
            "resourceType": "DocumentReference",
            "meta": {"security": [_AIAST]},
            "contained": [_device(done)],
            "identifier": [{"system": _URI, "value": draft.urn}],
            "status": "current",
            "docStatus": "preliminary",
            "type": origin.type,
            "category": [{"coding": [_CATEGORY]}],
            "subject": origin.subject,
            "date": moment,
            # What it says is the clinician's, how it says it the program's.
            "author": [{"reference": f"#{_DEVICE}"}, *origin.authors],
            "relatesTo": [{"code": "transforms" if unsigned else "appends", "target": {"reference": origin.document}}]
            if origin.document
            else None,
            # A server may drop labels and relations; this it shows.
            "description": DRAFT_LINE if unsigned else _ADDITION,
            "content": [
                {
                    "attachment": {
                        "contentType": "text/plain; charset=utf-8",
                        "data": b64encode(text).decode(),
                        "size": len(text),
                        "hash": b64encode(sha1(text, usedforsecurity=False).digest()).decode(),
                    }
                }
            ],
            "context": _without_gaps(context) or None,
        }
    )


def _provenance(done: Done, moment: str, origin: _Origin, draft: UUID, source: UUID) -> dict[str, Any]:
    entity = None
    if origin.document:
        version = f"/_history/{origin.version}" if origin.version else ""
        entity = [{"role": "source", "what": {"reference": f"{origin.document}{version}"}}]
    return _without_gaps(
        {
            "resourceType": "Provenance",
            # Provenance has no identifier in R4: the tag is what a second post is known by.
            "meta": {"security": [_AIAST], "tag": [{"system": _URI, "code": source.urn}]},
            "contained": [_device(done)],
            "target": [{"reference": draft.urn}],
            "recorded": moment,
            "reason": [{"coding": [_AIAST]}],
            "agent": [{"type": {"coding": [_ASSEMBLER]}, "who": {"reference": f"#{_DEVICE}"}}],
            "entity": entity,
        }
    )


def _device(done: Done) -> dict[str, Any]:
    """Return what wrote the draft, with the versions by which it can be written again."""
    versions = done.result["versions"]
    parts = {name: value for name, value in versions.items() if value}
    return {
        "resourceType": "Device",
        "id": _DEVICE,
        "deviceName": [{"name": f"note rewriter, {done.result['engine']}", "type": "user-friendly-name"}],
        "version": [{"type": {"text": name}, "value": value} for name, value in parts.items()],
    }


def _origin(kept: Mapping[str, Any]) -> _Origin:
    document, subject = kept.get("document_id"), _reference(kept.get("subject"), "Patient", "Group")
    if not (isinstance(document, str) and _ID.fullmatch(document) and subject):
        return _Origin()
    version, written = kept.get("version_id"), kept.get("author")
    authors = [_reference(one) for one in (written if isinstance(written, list) else [written])]
    return _Origin(
        f"DocumentReference/{document}",
        version if isinstance(version, str) and _ID.fullmatch(version) else None,
        subject,
        _reference(kept.get("encounter"), "Encounter"),
        tuple(one for one in authors if one),
        _concept(kept.get("type")),
    )


def _reference(value: object, *kinds: str) -> dict[str, Any] | None:
    """Return a reference to one of these kinds of resource; None for what is none: a number is not made one."""
    reference = value.get("reference") if isinstance(value, Mapping) else value
    found = _REFERENCE.fullmatch(reference) if isinstance(reference, str) else None
    return {"reference": reference} if found and (not kinds or found[1] in kinds) else None


def _concept(value: object) -> Mapping[str, Any] | None:
    """Return the type of the original; None where it is not of FHIR's form."""
    try:
        CodeableConcept.model_validate(value)
    except ValueError:
        return None
    return value if isinstance(value, Mapping) else None


def _token(system: str, code: str) -> str:
    return f"{quote(system, safe='')}|{quote(code, safe='')}"


def _without_gaps(resource: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in resource.items() if value is not None}
