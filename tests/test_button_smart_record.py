"""What an approval becomes: its names, its relation, and resources that are FHIR R4."""

from dataclasses import replace
from typing import Any

import pytest

from rewriter.button.seal import hash_text
from rewriter.button.smart.reading import Seen
from rewriter.button.smart.record import Approved, make_bundle, name_approved, relation_of
from rewriter.button.smart.sessions import Offer
from rewriter.fhir.shapes import Origin
from tests.fhir_validator import find_errors
from tests.small_ehr import make_session

SESSION = make_session(relation="replaces")
OFFER = Offer("1", hash_text("note"), hash_text("text"), "compose", {"rewriter": "1", "model": None})
APPROVED = Approved("n1", "1", hash_text("note"), "Größe \U0001f600 stays.", OFFER)
ORIGIN = Origin("DocumentReference/n1", "1", {"reference": "Patient/p1"}, {"reference": "Encounter/e1"})
SEEN = Seen("n1", "1", "note", hash_text("note"), False, "2026-11-20", ORIGIN)


def bundle(seen: Seen = SEEN) -> dict[str, Any]:
    return make_bundle(SESSION, seen, APPROVED, name_approved(SESSION, APPROVED), "2026-11-22T12:00:00+00:00")


def test_the_same_approval_has_the_same_names_and_every_other_has_others() -> None:
    names = name_approved(SESSION, APPROVED)
    assert names == name_approved(make_session(relation="replaces"), APPROVED)
    others = [
        name_approved(SESSION, APPROVED._replace(text="other")),
        name_approved(SESSION, APPROVED._replace(version="2")),
        name_approved(SESSION, APPROVED._replace(note="n2")),
        name_approved(replace(SESSION, user="Practitioner/dr2"), APPROVED),
    ]
    assert len({names, *others}) == 5
    assert names.document != names.provenance


@pytest.mark.parametrize(("is_signed", "relation"), [(False, "replaces"), (True, "appends")])
def test_nothing_replaces_what_is_signed(is_signed: bool, relation: str) -> None:
    seen = SEEN._replace(is_signed=is_signed)
    assert relation_of(SESSION, seen) == relation
    document = bundle(seen)["entry"][0]["resource"]
    assert document["relatesTo"][0]["code"] == relation
    assert ("Addition" in document["description"]) is is_signed


def test_both_resources_go_as_creates_that_are_conditional_on_their_names() -> None:
    names = name_approved(SESSION, APPROVED)
    entries = bundle()["entry"]
    assert [entry["request"]["method"] for entry in entries] == ["POST", "POST"]
    assert [entry["request"]["ifNoneExist"] for entry in entries] == list(names.queries)
    assert entries[1]["resource"]["target"] == [{"reference": names.document.urn}]
    assert entries[1]["resource"]["entity"][0]["what"]["reference"] == "DocumentReference/n1/_history/1"


def test_a_note_without_a_version_is_named_without_one() -> None:
    made = make_bundle(
        SESSION, SEEN, APPROVED._replace(version=""), name_approved(SESSION, APPROVED), "2026-11-22T12:00:00+00:00"
    )
    assert made["entry"][1]["resource"]["entity"][0]["what"]["reference"] == "DocumentReference/n1"


def test_what_would_not_be_fhir_is_not_made() -> None:
    with pytest.raises(ValueError, match="recorded"):
        make_bundle(SESSION, SEEN, APPROVED, name_approved(SESSION, APPROVED), "yesterday")


def test_its_codes_are_those_of_r4() -> None:
    for entry in bundle()["entry"]:
        assert find_errors(entry["resource"]) == []
