"""An id proves what it is about, and says nothing."""

from typing import Any

import pytest

from rewriter.button.seal import Expired, Seal, Stale, Unknown, hash_text

SEAL = Seal(b"key", 60)
NOTE = hash_text("note")
TERMS: dict[str, Any] = {"cpt": "97112", "minutes": 20}


def make() -> str:
    return SEAL.make("clinic", NOTE, TERMS, 1000)


def test_an_id_holds_for_its_note_its_terms_and_its_client() -> None:
    SEAL.check(make(), "clinic", 1059, sha256=NOTE, terms=TERMS)
    SEAL.check(make(), "clinic", 1059, sha256=NOTE)


def test_an_id_grows_too_old() -> None:
    with pytest.raises(Expired):
        SEAL.check(make(), "clinic", 1061, sha256=NOTE, terms=TERMS)


def test_another_note_or_visit_is_stale() -> None:
    with pytest.raises(Stale):
        SEAL.check(make(), "clinic", 1000, sha256=hash_text("note."), terms=TERMS)
    with pytest.raises(Stale):
        SEAL.check(make(), "clinic", 1000, sha256=NOTE, terms={**TERMS, "minutes": 25})


def test_what_is_new_with_the_answers_is_not_bound() -> None:
    SEAL.check(make(), "clinic", 1000, sha256=NOTE, terms={**TERMS, "answers": {"DOC130": "x"}, "visit": None})


def test_an_id_of_another_client_or_another_service_is_unknown() -> None:
    with pytest.raises(Unknown):
        SEAL.check(make(), "other", 1000, sha256=NOTE, terms=TERMS)
    with pytest.raises(Unknown):
        Seal(b"other", 60).check(make(), "clinic", 1000, sha256=NOTE, terms=TERMS)


def test_an_id_that_was_changed_is_unknown() -> None:
    written = make()
    for at in range(len(written) - 1):  # of the last character only some bits count
        changed = written[:at] + ("A" if written[at] != "A" else "B") + written[at + 1 :]
        with pytest.raises(Unknown):
            SEAL.check(changed, "clinic", 1000, sha256=NOTE)


@pytest.mark.parametrize("written", ["", "x", "=", "AAAA", "caf\u00e9", "a b", "%00", "A" * 76, "A" * 1000])
def test_what_is_no_id_is_unknown(written: str) -> None:
    with pytest.raises(Unknown):
        SEAL.check(written, "clinic", 1000, sha256=NOTE)


def test_ids_of_one_note_differ_between_clients_and_hold_no_hash_of_it() -> None:
    assert SEAL.make("one", NOTE, TERMS, 1000) != SEAL.make("two", NOTE, TERMS, 1000)
    assert len(make()) < 100
