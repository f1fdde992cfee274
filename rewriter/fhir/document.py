"""A note as a DocumentReference: its text, whether it is signed, its day, and what joins it to its record."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rewriter.errors import InputError
from rewriter.fhir.renditions import UNKNOWN, UNREADABLE, kind_of, rank, read_rendition
from rewriter.visit import parse_date

NOTE, BINARY = "DocumentReference", "Binary"
_SIGNED = frozenset({"final", "amended", "appended", "corrected"})
_NOT_SIGNED = frozenset({"preliminary", "registered", "partial"})
_BINARY_URL = re.compile(r"(?:^|/)Binary/([A-Za-z0-9.-]{1,64})(?:/_history/[^/]+)?$")

# Returns the Binary with an id, None where there is none.
Find = Callable[[str], Mapping[str, Any] | None]


def find_text(resource: Mapping[str, Any], find: Find) -> str:
    """Return the text of the best attachment that has one. Raises InputError with the reason of each."""
    reasons: dict[str, None] = {}
    for attachment in _attachments(resource):
        try:
            return read_rendition(_fetch(attachment, find))
        except InputError as error:
            reasons[str(error)] = None
    raise InputError("; ".join(reasons) or "it has no attachment")


def find_binaries(resource: Mapping[str, Any]) -> list[str]:
    """Return the ids of the Binaries that hold attachments of a note, the best kind of text first."""
    return [found for one in _attachments(resource) if not _holds_data(one) and (found := _binary_id(one))]


def is_signed(resource: Mapping[str, Any]) -> bool | None:
    """Tell whether a note is signed; None where nothing says so. Raises InputError for what is no longer a note."""
    status = resource.get("docStatus")
    if "entered-in-error" in (status, resource.get("status")):
        raise InputError("it was entered in error")
    if status == "cancelled":
        raise InputError("it was cancelled")
    if status == "deprecated" or resource.get("status") == "superseded":
        raise InputError("another version supersedes it")
    return True if status in _SIGNED else False if status in _NOT_SIGNED else None


def service_date(resource: Mapping[str, Any]) -> str:
    """Return the day of what a note documents, "" where it is not told: in R4 with its context, in R5 beside it."""
    period = _object(_object(resource.get("context")).get("period")) or _object(resource.get("period"))
    return day_of(period.get("start"))


def day_of(value: object) -> str:
    """Return the day of a FHIR date or instant as it is written; "" where it names no day."""
    day = value[:10] if isinstance(value, str) else ""
    return day if parse_date(day) and len(day) == 10 else ""


def keep(name: str, resource: Mapping[str, Any]) -> dict[str, Any]:
    """Return the references by which what is made of the note can be joined to its record."""
    context = resource.get("context")
    encounters = context if isinstance(context, list) else _object(context).get("encounter")
    codings = [
        _pick(coding, "system", "code", "display") for coding in _list(_object(resource.get("type")).get("coding"))
    ]
    kept = {
        "document_id": name,
        "version_id": _object(resource.get("meta")).get("versionId"),
        "subject": next(iter(references([resource.get("subject")])), None),
        "encounter": next((one for one in references(encounters) if "Encounter" in one), None),
        "author": references(resource.get("author")),
        "type": {"coding": codings} if any(codings) else None,
    }
    return {key: value for key, value in kept.items() if value}


def references(items: object) -> list[str]:
    """Return what a list of References refers to."""
    found = (_object(item).get("reference") for item in _list(items))
    return [reference for reference in found if isinstance(reference, str) and reference]


def _attachments(resource: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = [_object(_object(item).get("attachment")) for item in _list(resource.get("content"))]
    return sorted(found, key=lambda one: rank(kind_of(one)))


def _holds_data(attachment: Mapping[str, Any]) -> bool:
    """Return whether there is nothing to fetch: the data is here, or is of a kind that is not read."""
    kind = kind_of(attachment)
    return bool(attachment.get("data")) or (rank(kind) == UNREADABLE and kind != UNKNOWN)


def _binary_id(attachment: Mapping[str, Any]) -> str:
    found = _BINARY_URL.search(str(attachment.get("url") or ""))
    return found[1] if found else ""


def _fetch(attachment: Mapping[str, Any], find: Find) -> Mapping[str, Any]:
    """Return an attachment with its data, from a Binary where it only says which."""
    if _holds_data(attachment):
        return attachment
    if not attachment.get("url"):
        raise InputError("its attachment is empty")
    name = _binary_id(attachment)
    binary = find(name) if name else None
    if binary is None:
        raise InputError("its attachment cannot be found")
    if not binary.get("data"):
        raise InputError("its attachment is empty")
    return {"contentType": binary.get("contentType") or attachment.get("contentType"), "data": binary["data"]}


def _pick(item: object, *keys: str) -> dict[str, str]:
    return {key: value for key in keys if isinstance(value := _object(item).get(key), str)}


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else []
