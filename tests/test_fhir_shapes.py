from typing import Any
from uuid import UUID

import pytest
from fhir.resources.R4B.documentreference import DocumentReference
from fhir.resources.R4B.provenance import Provenance

from rewriter.fhir.shapes import (
    DEVICE,
    Made,
    Origin,
    is_id,
    make_document,
    make_entry,
    make_provenance,
    origin_from,
    query_document,
    query_provenance,
    reference,
)
from rewriter.visit import parse_date
from tests.fhir_validator import find_errors

NAME, SOURCE = UUID(int=1), UUID(int=2)
CLINICIAN = {"reference": "Practitioner/dr1"}
ORIGIN = origin_from(
    {
        "document_id": "n1",
        "version_id": "3",
        "subject": "Patient/p1",
        "encounter": "Encounter/e1",
        "author": ["Practitioner/dr1", "nobody"],
        "type": {"coding": [{"system": "http://loinc.org", "code": "11508-9"}]},
    }
)
MADE = Made(
    "Größe unverändert.", NAME, "2026-11-22T12:00:00+00:00", "compose", {"rewriter": "1", "model": None},
    parse_date("2026-11-20"),
)  # fmt: skip


def document(**more: Any) -> dict[str, Any]:
    told = {"status": "final", "relation": "replaces", "about": "approved", "authors": [CLINICIAN]}
    return make_document(ORIGIN, MADE, **{**told, "authenticator": CLINICIAN, **more})


def provenance(**more: Any) -> dict[str, Any]:
    return make_provenance(ORIGIN, MADE, name=SOURCE, target="DocumentReference/new", verifier=CLINICIAN, **more)


def test_what_is_written_is_fhir_r4() -> None:
    DocumentReference.model_validate(document())
    DocumentReference.model_validate(document(authors=[DEVICE, CLINICIAN], authenticator=None))
    Provenance.model_validate(provenance())


def test_its_codes_are_those_of_r4() -> None:
    draft = document(status="preliminary", relation="transforms", authors=[DEVICE, CLINICIAN], authenticator=None)
    for resource in (document(), document(relation="appends"), draft, provenance()):
        assert find_errors(resource) == []
    assert find_errors(document(status="banana")) != []
    assert find_errors(document(relation="banana")) != []


def test_a_program_that_is_no_author_is_named_in_the_provenance_alone() -> None:
    assert "contained" not in document()
    assert document(authors=[DEVICE])["contained"][0]["resourceType"] == "Device"
    assert provenance()["contained"][0]["version"] == [{"type": {"text": "rewriter"}, "value": "1"}]


def test_a_program_assembles_and_only_a_person_verifies() -> None:
    agents = [(one["type"]["coding"][0]["code"], one["who"]) for one in provenance()["agent"]]
    assert agents == [("assembler", DEVICE), ("verifier", CLINICIAN)]
    unread = make_provenance(ORIGIN, MADE, name=SOURCE, target="DocumentReference/new")
    assert [one["type"]["coding"][0]["code"] for one in unread["agent"]] == ["assembler"]


def test_sizes_and_hashes_are_of_the_bytes() -> None:
    attachment = document()["content"][0]["attachment"]
    assert attachment["size"] == len(MADE.text.encode())
    assert document()["context"]["period"] == {"start": "2026-11-20", "end": "2026-11-20"}


def test_what_has_no_known_patient_relates_to_nothing() -> None:
    assert origin_from({"document_id": "n1"}) == origin_from({"subject": "Patient/p1"}) == Origin()
    unknown = make_document(Origin(), MADE, status="final", relation="appends", about="a", authors=[CLINICIAN])
    assert not {"subject", "relatesTo", "type"} & set(unknown)


def test_names_find_what_was_written_with_every_sign_escaped() -> None:
    assert query_document(NAME).startswith("identifier=urn%3Aietf%3Arfc%3A3986|urn%3Auuid%3A")
    assert query_provenance(SOURCE).startswith("_tag=urn%3Aietf%3Arfc%3A3986|urn%3Auuid%3A")
    assert make_entry(NAME, document(), "a=b")["request"]["ifNoneExist"] == "a=b"
    assert "request" not in make_entry(NAME, document(), None)


@pytest.mark.parametrize(
    ("written", "kinds", "known"),
    [
        ("Patient/p1", ("Patient",), True),
        ("https://ehr.example.org/fhir/Patient/p1", ("Patient",), True),
        ({"reference": "Patient/p1/_history/2"}, (), True),
        ("Practitioner/p1", ("Patient",), False),
        ("Patient/p1 or p2", (), False),
        ("p1", (), False),
        (7, (), False),
    ],
)
def test_a_reference_is_one_of_fhirs_form(written: object, kinds: tuple[str, ...], known: bool) -> None:
    assert (reference(written, *kinds) is not None) is known


def test_ids_are_ids() -> None:
    assert is_id("a-1.B")
    assert not any(map(is_id, ("", "a b", "a/b", "x" * 65)))
