from base64 import b64encode
from typing import Any

import pytest

from rewriter.errors import InputError
from rewriter.fhir.document import day_of, find_binaries, find_text, is_signed, keep, service_date


def attachment(kind: str, text: str | None = None, url: str | None = None) -> dict[str, Any]:
    data = {"data": b64encode(text.encode()).decode()} if text else {}
    return {"attachment": {"contentType": kind, **data, **({"url": url} if url else {})}}


def test_the_text_is_that_of_the_plainest_attachment() -> None:
    note = {
        "content": [attachment("text/html", "<p>b</p>"), attachment("image/jpeg", "x"), attachment("text/plain", "a")]
    }
    assert find_text(note, lambda name: None) == "a"
    assert find_binaries(note) == []


def test_an_attachment_may_be_kept_in_a_binary() -> None:
    note = {"content": [attachment("text/plain", url="https://ehr/fhir/Binary/b1/_history/2"), attachment("image/png")]}
    assert find_binaries(note) == ["b1"]
    held = {"b1": {"contentType": "text/plain", "data": b64encode(b"far").decode()}}
    assert find_text(note, held.get) == "far"
    with pytest.raises(InputError, match="cannot be found"):
        find_text(note, lambda name: None)


@pytest.mark.parametrize(
    ("status", "signed"), [("final", True), ("amended", True), ("preliminary", False), (None, None), ("new", None)]
)
def test_whether_a_note_is_signed_is_what_it_says(status: str | None, signed: bool | None) -> None:
    assert is_signed({"docStatus": status}) is signed


@pytest.mark.parametrize(
    "gone", [{"docStatus": "entered-in-error"}, {"status": "superseded"}, {"docStatus": "cancelled"}]
)
def test_what_is_no_longer_a_note_is_refused(gone: dict[str, str]) -> None:
    with pytest.raises(InputError):
        is_signed(gone)


def test_its_day_is_that_of_the_service() -> None:
    assert service_date({"context": {"period": {"start": "2026-11-20T08:00:00Z"}}}) == "2026-11-20"
    assert service_date({"date": "2026-11-20"}) == day_of("2026-11") == day_of(5) == ""


def test_only_what_joins_it_to_its_record_is_kept() -> None:
    note = {"meta": {"versionId": "2"}, "subject": {"reference": "Patient/p1", "display": "name"}, "author": [{}, 5]}
    assert keep("n1", note) == {"document_id": "n1", "version_id": "2", "subject": "Patient/p1"}
