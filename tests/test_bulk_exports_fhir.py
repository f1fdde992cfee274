import hashlib
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from rewriter.bulk.exports import export
from rewriter.bulk.row import Row
from tests.exported import ACCEPTED, ORIGIN, REFUSED, SIGNED, fill, note, read_lines

AUTHORS: dict[str, Any] = {"author": ["Practitioner/1", "not a reference"]}
TYPE: dict[str, Any] = {"type": {"coding": [{"system": "http://loinc.org", "code": "11508-9"}]}}


def bundles(folder: Path, *rows: Row) -> list[dict[str, Any]]:
    journal, job = fill(folder / "j", rows)
    path = folder / "out.ndjson"
    written = export(journal, job, path, replace=True)
    journal.close()
    read = read_lines(path)
    assert len(read) == written
    for bundle in read:
        Bundle.model_validate(bundle)
    return read


def resources(bundle: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    document, provenance = (entry["resource"] for entry in bundle["entry"])
    assert (document["resourceType"], provenance["resourceType"]) == ("DocumentReference", "Provenance")
    return document, provenance


def row(line: dict[str, Any] | None = None, **kept: Any) -> Row:
    return Row("row 2", "doc-1", line or {"text": ACCEPTED}, "c1", "2026-11-01", {**ORIGIN, **kept})


def test_a_draft_is_a_new_preliminary_document_that_transforms_the_original(tmp_path: Path) -> None:
    document, _ = resources(bundles(tmp_path, row(**AUTHORS, **TYPE))[0])
    assert "id" not in document
    assert (document["status"], document["docStatus"]) == ("current", "preliminary")
    assert document["relatesTo"] == [{"code": "transforms", "target": {"reference": "DocumentReference/doc-1"}}]
    assert document["subject"] == {"reference": "Patient/7"}
    assert document["context"]["encounter"] == [{"reference": "Encounter/3"}]
    assert document["author"] == [{"reference": "#rewriter"}, {"reference": "Practitioner/1"}]
    assert document["type"] == TYPE["type"]
    attachment = document["content"][0]["attachment"]
    text = b64decode(attachment["data"])
    assert text.decode().startswith("Draft for review by the treating clinician")
    assert (attachment["size"], attachment["hash"]) == (len(text), b64encode(hashlib.sha1(text).digest()).decode())


def test_an_addition_appends_and_holds_the_original_unchanged(tmp_path: Path) -> None:
    document, _ = resources(bundles(tmp_path, row(dict(SIGNED)))[0])
    assert document["relatesTo"][0]["code"] == "appends"
    assert b64decode(document["content"][0]["attachment"]["data"]).decode().endswith(ACCEPTED)
    assert "no part of the record" in document["description"]


def test_a_program_is_named_as_its_assembler_and_nobody_as_verifier(tmp_path: Path) -> None:
    document, provenance = resources(bundles(tmp_path, row())[0])
    for resource in (document, provenance):
        assert [label["code"] for label in resource["meta"]["security"]] == ["AIAST"]
        (device,) = resource["contained"]
        assert device["resourceType"] == "Device"
        assert {"rewriter", "pack"} <= {version["type"]["text"] for version in device["version"]}
    (agent,) = provenance["agent"]
    assert agent["type"]["coding"][0]["code"] == "assembler"
    assert agent["who"] == {"reference": "#rewriter"}
    assert provenance["entity"] == [
        {"role": "source", "what": {"reference": "DocumentReference/doc-1/_history/2"}},
    ]


def test_posting_twice_stores_once(tmp_path: Path) -> None:
    (bundle,) = bundles(tmp_path, row())
    document, provenance = resources(bundle)
    assert bundle["type"] == "transaction"
    queries = [entry["request"] for entry in bundle["entry"]]
    assert {query["method"] for query in queries} == {"POST"}
    urn = document["identifier"][0]["value"]
    assert bundle["entry"][0]["fullUrl"] == urn
    assert provenance["target"] == [{"reference": urn}]
    assert queries[0]["ifNoneExist"] == "identifier=urn%3Aietf%3Arfc%3A3986|" + urn.replace(":", "%3A")
    tag = provenance["meta"]["tag"][0]["code"]
    assert queries[1]["ifNoneExist"] == "_tag=urn%3Aietf%3Arfc%3A3986|" + tag.replace(":", "%3A")
    assert bundles(tmp_path, row())[0] == bundle


@pytest.mark.parametrize(
    "kept",
    [
        {"document_id": None},
        {"document_id": "no/id"},
        {"subject": None},
        {"subject": "7"},
        {"subject": "Practitioner/1"},
        {"subject": "Patient/7 or 8"},
    ],
)
def test_a_note_whose_patient_or_document_is_not_known_is_not_ready_to_be_posted(
    tmp_path: Path, kept: dict[str, Any]
) -> None:
    (bundle,) = bundles(tmp_path, row(**kept))
    document, provenance = resources(bundle)
    assert bundle["type"] == "collection"
    assert not any("request" in entry for entry in bundle["entry"])
    assert not {"subject", "relatesTo", "type"} & set(document)
    assert "entity" not in provenance


def test_what_the_origin_does_not_say_in_fhirs_form_is_left_out(tmp_path: Path) -> None:
    document, provenance = resources(bundles(tmp_path, row(type="progress", encounter=3, version_id="a b"))[0])
    assert "type" not in document
    assert "encounter" not in document["context"]
    assert provenance["entity"][0]["what"] == {"reference": "DocumentReference/doc-1"}


def test_a_note_without_a_draft_has_no_bundle(tmp_path: Path) -> None:
    assert bundles(tmp_path, note("a", REFUSED)) == []
