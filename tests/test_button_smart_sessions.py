import pytest

from rewriter.button.sites import Site
from rewriter.button.smart import sessions
from rewriter.button.smart.sessions import Session, Sessions

SITE = Site(name="ehr", fhir="https://ehr.example.org", client_id="app")


def make_session(ends: float = 100.0, *scopes: str) -> Session:
    return Session(SITE, "token", frozenset(scopes), "Practitioner/dr1", "Patient/p1", "", ends)


def test_a_session_is_found_by_its_own_secret_or_key_until_it_ends() -> None:
    known, session, other = Sessions(), make_session(), make_session()
    secret, of_other = known.begin(session, 0), known.begin(other, 0)
    assert known.find(session.id, secret, 99) is session
    assert known.find(session.id, session.key, 99) is session
    assert known.find(session.id, secret, 100) is None
    for wrong in (of_other, other.key, "", "\ud800"):
        assert known.find(session.id, wrong, 0) is None
    known.end(session)
    assert known.find(session.id, secret, 0) is None


def test_too_many_sessions_push_out_the_one_that_ends_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "_MOST", 2)
    known, first, second = Sessions(), make_session(50), make_session(90)
    secrets = [known.begin(one, 0) for one in (first, second)]
    known.begin(make_session(80), 0)
    assert known.find(first.id, secrets[0], 0) is None
    assert known.find(second.id, secrets[1], 0) is second


def test_its_token_is_not_shown() -> None:
    session = make_session()
    assert "token" not in repr(session).replace("site=", "")
    assert session.key not in repr(session)


@pytest.mark.parametrize(
    ("scope", "granted"),
    [
        ("patient/DocumentReference.c", True),
        ("patient/DocumentReference.crs?category=clinical-note", True),
        ("user/*.cruds", True),
        ("patient/DocumentReference.write", True),
        ("patient/*.*", True),
        ("patient/DocumentReference.rs", False),
        ("patient/DocumentReference.read", False),
        ("patient/Provenance.crs", False),
        ("system/DocumentReference.c", False),
        ("openid", False),
        ("", False),
    ],
)
def test_what_may_be_created_is_what_the_ehr_granted(scope: str, granted: bool) -> None:
    assert make_session(100, scope).may_create("DocumentReference") is granted
