"""What is written to an EHR, as FHIR R4: a new DocumentReference, and the Provenance that says a program assembled it.

References are those that the original's own resources hold, never others. Both resources carry the label AIAST. Each
has a name by which a second post of the same is known: an identifier, and for Provenance, which has none in R4, a tag.
"""

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha1
from typing import Any, NamedTuple
from urllib.parse import quote
from uuid import UUID

from fhir.resources.R4B.codeableconcept import CodeableConcept

_TERMS = "http://terminology.hl7.org/CodeSystem"
AIAST = {
    "system": f"{_TERMS}/v3-ObservationValue",
    "code": "AIAST",
    "display": "Artificial Intelligence asserted",
}
_PARTICIPANT = f"{_TERMS}/provenance-participant-type"
_ASSEMBLER = {"system": _PARTICIPANT, "code": "assembler", "display": "Assembler"}
_VERIFIER = {"system": _PARTICIPANT, "code": "verifier", "display": "Verifier"}
_CATEGORY = {
    "system": "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category",
    "code": "clinical-note",
}
_URI = "urn:ietf:rfc:3986"
_DEVICE = "rewriter"
DEVICE = {"reference": f"#{_DEVICE}"}
_ID = re.compile(r"[A-Za-z0-9.-]{1,64}")
_REFERENCE = re.compile(r"(?:https?://\S+/)?([A-Z][A-Za-z]+)/[A-Za-z0-9.-]{1,64}(?:/_history/[A-Za-z0-9.-]{1,64})?")


class Origin(NamedTuple):
    """What the note's own FHIR resources say; all of it None where they do not name the document and the patient."""

    document: str | None = None
    version: str | None = None
    subject: dict[str, Any] | None = None
    encounter: dict[str, Any] | None = None
    authors: tuple[dict[str, Any], ...] = ()
    type: Mapping[str, Any] | None = None


class Made(NamedTuple):
    """What is written: its text, its name, when and by what engine and versions it was made, the day it is about."""

    text: str
    name: UUID
    moment: str
    engine: str
    versions: Mapping[str, str | None]
    service: date | None = None


def origin_from(kept: Mapping[str, Any]) -> Origin:
    """Return the origin that a note's references name, as `rewriter.fhir.document` keeps them."""
    document, subject = kept.get("document_id"), reference(kept.get("subject"), "Patient", "Group")
    if not (isinstance(document, str) and is_id(document) and subject):
        return Origin()
    version, written = kept.get("version_id"), kept.get("author")
    authors = [reference(one) for one in (written if isinstance(written, list) else [written])]
    return Origin(
        f"DocumentReference/{document}",
        version if isinstance(version, str) and is_id(version) else None,
        subject,
        reference(kept.get("encounter"), "Encounter"),
        tuple(one for one in authors if one),
        _concept(kept.get("type")),
    )


def make_document(
    origin: Origin,
    made: Made,
    *,
    status: str,
    relation: str,
    about: str,
    authors: Sequence[Mapping[str, Any]],
    authenticator: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the DocumentReference of a text; `relation` is what it is to the original, `about` its description."""
    text, day = made.text.encode(), made.service.isoformat() if made.service else None
    context = {
        "encounter": [origin.encounter] if origin.encounter else None,
        "period": {"start": day, "end": day} if day else None,
    }
    return _without_gaps(
        {
            "resourceType": "DocumentReference",
            "meta": {"security": [AIAST]},
            "contained": [_make_device(made)] if DEVICE in authors else None,
            "identifier": [{"system": _URI, "value": made.name.urn}],
            "status": "current",
            "docStatus": status,
            "type": origin.type,
            "category": [{"coding": [_CATEGORY]}],
            "subject": origin.subject,
            "date": made.moment,
            "author": list(authors),
            "authenticator": authenticator,
            "relatesTo": [{"code": relation, "target": {"reference": origin.document}}] if origin.document else None,
            # A server may drop labels and relations; this it shows.
            "description": about,
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


def make_provenance(
    origin: Origin, made: Made, *, name: UUID, target: str, verifier: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return the Provenance of the document at `target`: a program assembled it, `verifier` approved it if anybody."""
    entity = None
    if origin.document:
        version = f"/_history/{origin.version}" if origin.version else ""
        entity = [{"role": "source", "what": {"reference": f"{origin.document}{version}"}}]
    agents = [{"type": {"coding": [_ASSEMBLER]}, "who": DEVICE}]
    if verifier is not None:
        agents.append({"type": {"coding": [_VERIFIER]}, "who": dict(verifier)})
    return _without_gaps(
        {
            "resourceType": "Provenance",
            "meta": {"security": [AIAST], "tag": [{"system": _URI, "code": name.urn}]},
            "contained": [_make_device(made)],
            "target": [{"reference": target}],
            "recorded": made.moment,
            "reason": [{"coding": [AIAST]}],
            "agent": agents,
            "entity": entity,
        }
    )


def query_document(name: UUID) -> str:
    """Return the search that finds the document with this name, for a conditional create."""
    return f"identifier={_token(name)}"


def query_provenance(name: UUID) -> str:
    """Return the search that finds the Provenance with this name."""
    return f"_tag={_token(name)}"


def make_entry(name: UUID, resource: Mapping[str, Any], query: str | None) -> dict[str, Any]:
    """Return the entry of a Bundle; with `query` it is created unless that finds one."""
    request = {"method": "POST", "url": resource["resourceType"], "ifNoneExist": query}
    return {"fullUrl": name.urn, "resource": resource, **({"request": request} if query else {})}


def reference(value: object, *kinds: str) -> dict[str, Any] | None:
    """Return a reference to one of these kinds of resource; None for what is none: a number is not made one."""
    written = value.get("reference") if isinstance(value, Mapping) else value
    found = _REFERENCE.fullmatch(written) if isinstance(written, str) else None
    return {"reference": written} if found and (not kinds or found[1] in kinds) else None


def is_id(value: str) -> bool:
    """Return whether a text has the form of a resource's id."""
    return _ID.fullmatch(value) is not None


def _make_device(made: Made) -> dict[str, Any]:
    """Return what wrote the text, with the versions by which it can be written again."""
    parts = {name: value for name, value in made.versions.items() if value}
    return {
        "resourceType": "Device",
        "id": _DEVICE,
        "deviceName": [{"name": f"note rewriter, {made.engine}", "type": "user-friendly-name"}],
        "version": [{"type": {"text": name}, "value": value} for name, value in parts.items()],
    }


def _concept(value: object) -> Mapping[str, Any] | None:
    """Return the type of the original; None where it is not of FHIR's form."""
    try:
        CodeableConcept.model_validate(value)
    except ValueError:
        return None
    return value if isinstance(value, Mapping) else None


def _token(name: UUID) -> str:
    return f"{quote(_URI, safe='')}|{quote(name.urn, safe='')}"


def _without_gaps(resource: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in resource.items() if value is not None}
