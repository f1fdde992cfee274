"""Notes from FHIR: the DocumentReference resources of a Bulk Data export, a folder of NDJSON files or one of them.

Each is one note. Its text is the best of its attachments that can be read, inline or in a Binary of the same export.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rewriter.bulk.cells import read_id
from rewriter.bulk.columns import Columns
from rewriter.bulk.readers.binaries import Binaries
from rewriter.bulk.readers.json_lines import first_resource, read_objects
from rewriter.bulk.readers.streams import count_lines, files_below, name_safely
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError
from rewriter.fhir.document import BINARY, NOTE, day_of, find_text, is_signed, keep, references, service_date
from rewriter.files import check_characters

_SUFFIXES = (".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz")


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
        signed = is_signed(resource)
        text = find_text(resource, binaries.find)
        authors = references(resource.get("author"))
        clinician = next((one for one in authors if "Practitioner" in one), "")
        kept = keep(name, resource)
        check_characters([text, kept], "the note")
    except InputError as error:
        return Reject(place, name, str(error))
    served, written = service_date(resource), day_of(resource.get("date"))
    line: dict[str, Any] = {"text": text}
    if signed is not None:
        line["signed"] = signed
    if served:
        line["visit"] = {"date": served}
    return Row(place, name, line, clinician, served or written, kept)
