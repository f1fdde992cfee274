"""Notes from FHIR: the DocumentReference resources of a Bulk Data export, a folder of NDJSON files or one of them.

Each is one note. Its text is the best of its attachments that can be read, inline or in a Binary of the same export.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rewriter.bulk.cells import read_id
from rewriter.bulk.columns import Columns
from rewriter.bulk.readers.binaries import Binaries
from rewriter.bulk.readers.json_lines import first_resource, read_objects
from rewriter.bulk.readers.renditions import UNKNOWN, UNREADABLE, kind_of, rank, read_rendition
from rewriter.bulk.readers.streams import count_lines, files_below, name_safely
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError
from rewriter.files import check_characters
from rewriter.visit import parse_date

NOTE, BINARY = "DocumentReference", "Binary"
_SUFFIXES = (".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz")
_SIGNED = frozenset({"final", "amended", "appended", "corrected"})
_NOT_SIGNED = frozenset({"preliminary", "registered", "partial"})
_BINARY_URL = re.compile(r"(?:^|/)Binary/([A-Za-z0-9.-]{1,64})(?:/_history/[^/]+)?$")


@dataclass
class FhirExport:
    """An export's folder, or one file of it. Files that begin with other kinds of resources are left out."""

    path: Path
    columns: Columns

    def rows(self) -> Iterator[Row | Reject]:
        """Return the notes. Raises InputError where there are none, SettingsError where columns are named."""
        if self.columns != Columns():
            raise SettingsError("FHIR resources have no columns to name")
        if not self._files[NOTE]:
            raise InputError("the source holds no DocumentReference")
        return self._read()

    def count(self) -> int | None:
        """Return how many lines the files of notes have; None where one is gzipped."""
        counts = [count_lines(file) for file in self._files[NOTE]]
        return None if None in counts else sum(count for count in counts if count)

    def explain(self) -> str:
        """Return how the export is read."""
        return f"FHIR: files of {NOTE}: {len(self._files[NOTE])}, of {BINARY}: {len(self._files[BINARY])}"

    @cached_property
    def _files(self) -> Mapping[str, Sequence[Path]]:
        files: dict[str, list[Path]] = {NOTE: [], BINARY: []}
        for file in files_below(self.path, _SUFFIXES) if self.path.is_dir() else [self.path]:
            files.get(first_resource(file), []).append(file)
        return files

    def _read(self) -> Iterator[Row | Reject]:
        with Binaries([*self._files[BINARY], *self._files[NOTE]]) as binaries:
            for file in self._files[NOTE]:
                before = "" if file == self.path else f"{name_safely(file.relative_to(self.path))}: "
                for number, resource in read_objects(file):
                    place = f"{before}line {number}"
                    if isinstance(resource, str):
                        yield Reject(place, "", resource)
                    elif resource.get("resourceType") == NOTE:
                        yield _take(place, resource, binaries)


def _take(place: str, resource: Mapping[str, Any], binaries: Binaries) -> Row | Reject:
    name = ""
    try:
        name = read_id(resource.get("id"))
        signed = _is_signed(resource)
        text = _find_text(resource, binaries)
        authors = _references(resource.get("author"))
        clinician = next((one for one in authors if "Practitioner" in one), "")
        kept = _keep(name, resource, authors)
        check_characters([text, kept], "the note")
    except InputError as error:
        return Reject(place, name, str(error))
    served, written = _service_date(resource), _day(resource.get("date"))
    line: dict[str, Any] = {"text": text}
    if signed is not None:
        line["signed"] = signed
    if served:
        line["visit"] = {"date": served}
    return Row(place, name, line, clinician, served or written, kept)


def _find_text(resource: Mapping[str, Any], binaries: Binaries) -> str:
    """Return the text of the best attachment that has one. Raises InputError with the reason of each."""
    attachments = [_object(_object(item).get("attachment")) for item in _list(resource.get("content"))]
    reasons: dict[str, None] = {}
    for attachment in sorted(attachments, key=lambda one: rank(kind_of(one))):
        try:
            return read_rendition(_fetch(attachment, binaries))
        except InputError as error:
            reasons[str(error)] = None
    raise InputError("; ".join(reasons) or "it has no attachment")


def _fetch(attachment: Mapping[str, Any], binaries: Binaries) -> Mapping[str, Any]:
    """Return an attachment with its data, from a Binary where it only says which."""
    kind = kind_of(attachment)
    if attachment.get("data") or (rank(kind) == UNREADABLE and kind != UNKNOWN):
        return attachment
    if not attachment.get("url"):
        raise InputError("its attachment is empty")
    found = _BINARY_URL.search(str(attachment["url"]))
    binary = binaries.find(found[1]) if found else None
    if binary is None:
        raise InputError("its attachment is not in the export")
    if not binary.get("data"):
        raise InputError("its attachment is empty")
    return {"contentType": binary.get("contentType") or attachment.get("contentType"), "data": binary["data"]}


def _is_signed(resource: Mapping[str, Any]) -> bool | None:
    """Tell whether a note is signed; None where nothing says so. Raises InputError for what is no longer a note."""
    status = resource.get("docStatus")
    if "entered-in-error" in (status, resource.get("status")):
        raise InputError("it was entered in error")
    if status == "cancelled":
        raise InputError("it was cancelled")
    if status == "deprecated" or resource.get("status") == "superseded":
        raise InputError("another version supersedes it")
    return True if status in _SIGNED else False if status in _NOT_SIGNED else None


def _service_date(resource: Mapping[str, Any]) -> str:
    """Return the day of what a note documents: in R4 with its context, in R5 beside it."""
    period = _object(_object(resource.get("context")).get("period")) or _object(resource.get("period"))
    return _day(period.get("start"))


def _keep(name: str, resource: Mapping[str, Any], authors: Sequence[str]) -> dict[str, Any]:
    """Return the references by which what is made of the note can be joined to its record."""
    context = resource.get("context")
    encounters = context if isinstance(context, list) else _object(context).get("encounter")
    codings = [
        _pick(coding, "system", "code", "display") for coding in _list(_object(resource.get("type")).get("coding"))
    ]
    kept = {
        "document_id": name,
        "version_id": _object(resource.get("meta")).get("versionId"),
        "subject": next(iter(_references([resource.get("subject")])), None),
        "encounter": next((one for one in _references(encounters) if "Encounter" in one), None),
        "author": list(authors),
        "type": {"coding": codings} if any(codings) else None,
    }
    return {key: value for key, value in kept.items() if value}


def _pick(item: object, *keys: str) -> dict[str, str]:
    return {key: value for key in keys if isinstance(value := _object(item).get(key), str)}


def _references(items: object) -> list[str]:
    references = (_object(item).get("reference") for item in _list(items))
    return [reference for reference in references if isinstance(reference, str) and reference]


def _day(value: object) -> str:
    """Return the day of a FHIR date or instant as it is written; "" where it names no day."""
    day = value[:10] if isinstance(value, str) else ""
    return day if parse_date(day) and len(day) == 10 else ""


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else []
