"""Notes from a FHIR Bulk Data export."""

import base64
import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from rewriter.bulk.columns import Columns
from rewriter.bulk.readers.fhir import FhirExport
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError

RTF = rb"{\rtf1\ansi Flex 90\'b0, TC @ R quad}"


def inline(kind: str, raw: bytes) -> dict[str, Any]:
    """Return an attachment with its data."""
    return {"contentType": kind, "data": base64.b64encode(raw).decode()}


def document(name: str, *attachments: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """Return a DocumentReference."""
    content = [{"attachment": attachment} for attachment in attachments]
    return {"resourceType": "DocumentReference", "id": name, "status": "current", "content": content, **more}


def write(path: Path, resources: list[dict[str, Any] | str]) -> None:
    """Write resources, one a line; a text stands as it is. A path that ends in .gz is gzipped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = "".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in resources).encode()
    path.write_bytes(gzip.compress(raw) if path.suffix == ".gz" else raw)


def read(path: Path) -> list[Row | Reject]:
    """Return the rows of an export."""
    return list(FhirExport(path, Columns()).rows())


def said(rows: list[Row | Reject]) -> dict[str, str]:
    """Return what each note says, or why it is none."""
    return {row.id or row.place: row.reason if isinstance(row, Reject) else row.line["text"] for row in rows}


def test_an_export_of_many_renditions_loses_none(tmp_path: Path) -> None:
    jpeg = inline("image/jpeg", b"\xff\xd8\xff")
    write(
        tmp_path / "DocumentReference.000.ndjson",
        [
            document("plain", inline("text/plain; charset=utf-8", "Wt shift R, 90°".encode())),
            document("latin", inline("text/plain; charset=iso-8859-1", b"Flex 90\xb0")),
            document("html", inline("text/html", b"<p>Step taps &ge; 10</p>")),
            document("rtf", inline("application/rtf", RTF)),
            document("jpeg", jpeg),
            document("scan-and-text", jpeg, inline("text/html", b"<p>Gait 50 ft</p>")),
            document("two-texts", inline("text/rtf", RTF), inline("text/plain", b"Flex 90, TC @ R quad")),
            document("url", {"contentType": "text/plain", "url": "https://ehr.example/fhir/Binary/b1"}),
            document("zipped-url", {"contentType": "text/rtf", "url": "Binary/b2/_history/1"}),
            document("url-jpeg", {"contentType": "image/jpeg", "url": "Binary/b1"}),
            document("url-of-unknown-kind", {"url": "Binary/b1"}),
            document("elsewhere", {"contentType": "text/plain", "url": "Binary/b9"}),
            document("far", {"contentType": "text/plain", "url": "https://files.example/note.txt"}),
            document("empty-binary", {"contentType": "text/plain", "url": "Binary/b3"}),
            document("empty", {"contentType": "text/plain"}),
            document("blank", inline("text/plain", b" \n")),
            document("none"),
            document("struck", inline("text/html", b"<s>RW</s>"), jpeg),
            "{broken",
            {"resourceType": "DocumentReference", "content": 7},
            document("odd", content=[{"attachment": 7}, 7]),
        ],
    )
    binaries = tmp_path / "Binary.000.ndjson"
    write(binaries, [{"resourceType": "Binary", "id": "b1", **inline("text/plain", b"Sit to stand")}])
    write(
        tmp_path / "more" / "Binary.001.ndjson.gz",
        [{"resourceType": "Binary", "id": "b2", **inline("text/rtf", RTF)}, {"resourceType": "Binary", "id": "b3"}],
    )
    write(tmp_path / "Patient.000.ndjson", [{"resourceType": "Patient", "id": "p1"}])
    struck = "its HTML strikes text out, which plain text cannot show; its attachment is image/jpeg, which is not read"
    assert said(read(tmp_path)) == {
        "plain": "Wt shift R, 90°",
        "latin": "Flex 90°",
        "html": "Step taps ≥ 10",
        "rtf": "Flex 90°, TC @ R quad",
        "jpeg": "its attachment is image/jpeg, which is not read",
        "scan-and-text": "Gait 50 ft",
        "two-texts": "Flex 90, TC @ R quad",
        "url": "Sit to stand",
        "zipped-url": "Flex 90°, TC @ R quad",
        "url-jpeg": "its attachment is image/jpeg, which is not read",
        "url-of-unknown-kind": "Sit to stand",
        "elsewhere": "its attachment cannot be found",
        "far": "its attachment cannot be found",
        "empty-binary": "its attachment is empty",
        "empty": "its attachment is empty",
        "blank": "its attachment is empty",
        "none": "it has no attachment",
        "struck": struck,
        "DocumentReference.000.ndjson: line 19": "the line is not valid JSON at line 1, column 2",
        "DocumentReference.000.ndjson: line 20": "it has no id",
        "odd": "its attachment is empty",
    }
    assert FhirExport(tmp_path, Columns()).count() == 21
    assert FhirExport(tmp_path, Columns()).explain() == "FHIR: files of DocumentReference: 1, of Binary: 2"


def test_what_joins_a_note_to_its_record_is_handed_through(tmp_path: Path) -> None:
    coding = {"system": "http://loinc.org", "code": "11506-3", "userSelected": True}
    resource = document(
        "d1",
        inline("text/plain", b"Wt shift"),
        docStatus="final",
        meta={"versionId": "4"},
        type={"coding": [coding]},
        subject={"reference": "Patient/p1", "display": "not kept"},
        author=[{"reference": "Organization/o1"}, {"reference": "Practitioner/c7"}, {"display": "not kept"}],
        date="2026-11-21T09:00:00Z",
        context={"encounter": [{"reference": "Encounter/e1"}], "period": {"start": "2026-11-20T23:30:00-05:00"}},
    )
    write(tmp_path / "a.ndjson", [resource])
    assert read(tmp_path / "a.ndjson") == [
        Row(
            "line 1",
            "d1",
            {"text": "Wt shift", "signed": True, "visit": {"date": "2026-11-20"}},
            "Practitioner/c7",
            "2026-11-20",
            {
                "document_id": "d1",
                "version_id": "4",
                "subject": "Patient/p1",
                "encounter": "Encounter/e1",
                "author": ["Organization/o1", "Practitioner/c7"],
                "type": {"coding": [{"system": "http://loinc.org", "code": "11506-3"}]},
            },
        )
    ]


def test_r5_has_period_and_encounter_beside_the_note(tmp_path: Path) -> None:
    context = [{"reference": "Appointment/a1"}, {"reference": "Encounter/e1"}]
    resource = document("d1", inline("text/plain", b"Gait"), context=context, period={"start": "2026-11-20"})
    write(tmp_path / "a.ndjson", [resource])
    (row,) = read(tmp_path)
    assert isinstance(row, Row)
    assert (row.kept["encounter"], row.line["visit"]) == ("Encounter/e1", {"date": "2026-11-20"})


@pytest.mark.parametrize(
    ("more", "signed"),
    [
        ({"docStatus": "final"}, True),
        ({"docStatus": "amended"}, True),
        ({"docStatus": "preliminary"}, False),
        ({}, None),
    ],
)
def test_the_status_tells_whether_a_note_is_signed(tmp_path: Path, more: dict[str, str], signed: bool | None) -> None:
    write(tmp_path / "a.ndjson", [document("d1", inline("text/plain", b"Gait"), **more)])
    (row,) = read(tmp_path)
    assert isinstance(row, Row)
    assert row.line.get("signed") is signed


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"docStatus": "entered-in-error"}, "entered in error"),
        ({"status": "entered-in-error"}, "entered in error"),
        ({"status": "superseded"}, "supersedes"),
        ({"docStatus": "deprecated"}, "supersedes"),
        ({"docStatus": "cancelled"}, "cancelled"),
    ],
)
def test_what_is_no_longer_a_note_is_not_rewritten(tmp_path: Path, more: dict[str, str], reason: str) -> None:
    write(tmp_path / "a.ndjson", [{**document("d1", inline("text/plain", b"Gait")), **more}])
    (row,) = read(tmp_path)
    assert isinstance(row, Reject)
    assert reason in row.reason


def test_dates_that_name_no_day_are_left_out(tmp_path: Path) -> None:
    write(tmp_path / "a.ndjson", [document("d1", inline("text/plain", b"Gait"), date="2026-11", context={"period": 7})])
    (row,) = read(tmp_path)
    assert isinstance(row, Row)
    assert (row.date, row.line) == ("", {"text": "Gait"})


def test_an_export_without_notes_or_with_columns_is_refused_at_once(tmp_path: Path) -> None:
    write(tmp_path / "Patient.ndjson", [{"resourceType": "Patient", "id": "p1"}])
    with pytest.raises(InputError, match="holds no DocumentReference"):
        FhirExport(tmp_path, Columns()).rows()
    with pytest.raises(SettingsError, match="no columns"):
        FhirExport(tmp_path, Columns({"text": "body"})).rows()


def test_a_reject_does_not_quote_its_note(tmp_path: Path) -> None:
    write(tmp_path / "a.ndjson", [document("d1", inline("secret words/here", b"Gait")), '{"id": "Gait'])
    assert not any("secret" in str(row) or "Gait" in str(row) for row in read(tmp_path))
