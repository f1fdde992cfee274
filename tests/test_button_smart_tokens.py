"""An EHR's authorization server: where it is said to be, and what its tokens are good for."""

import asyncio
import json
import time
from base64 import b64decode
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from jwt import PyJWK

from rewriter.button.problems import Problem
from rewriter.button.sites import Site
from rewriter.button.smart import tokens
from rewriter.button.smart.client import Silent
from rewriter.button.smart.sessions import Session
from rewriter.button.smart.tickets import make_ticket
from rewriter.button.smart.tokens import Authority, Server
from rewriter.button.tokens import Keys
from tests.signed_tokens import Signer

FHIR, ROOT = "https://ehr.example.org/fhir", "https://login.example.org"
CONFIGURATION = {
    "issuer": ROOT,
    "authorization_endpoint": f"{ROOT}/authorize",
    "token_endpoint": f"{ROOT}/token",
    "jwks_uri": f"{ROOT}/jwks",
    "code_challenge_methods_supported": ["S256"],
}
SERVER = Server(f"{ROOT}/authorize", f"{ROOT}/token", f"{ROOT}/jwks", ROOT)
REDIRECT = "https://notes.example.org/smart/callback"
TICKET = make_ticket("ehr")
SIGNER = Signer()


def site(**more: Any) -> Site:
    return Site(**{"name": "ehr", "fhir": FHIR, "client_id": "an app", **more})


def identity(**claims: Any) -> str:
    now = int(time.time())
    said = {"iss": ROOT, "aud": "an app", "iat": now, "exp": now + 300, "nonce": TICKET.nonce}
    return SIGNER.sign({**said, "fhirUser": f"{FHIR}/Practitioner/dr1", **claims})


def reply(**more: Any) -> dict[str, Any]:
    told = {"access_token": "t", "token_type": "Bearer", "scope": "launch patient/*.cruds", "expires_in": 600}
    return {**told, "patient": "p1", "encounter": "e1", "id_token": identity(), **more}


class Wire:
    """What is sent, and what comes back."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, body: object, status: int = 200) -> None:
        self.sent: list[tuple[str, Mapping[str, str], bytes | None]] = []
        self.body, self.status = body, status
        monkeypatch.setattr(tokens, "fetch", self._fetch)

        async def find_keys(keys: Keys, url: str) -> None:
            keys._known = {"k1": tokens_key()}

        monkeypatch.setattr(Keys, "_fetch", find_keys)

    async def _fetch(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes | None = None
    ) -> httpx2.Response:
        self.sent.append((url, headers, content))
        if self.body is None:
            raise Silent
        content = self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()
        return httpx2.Response(self.status, content=content)


def tokens_key() -> Any:
    return PyJWK.from_dict(SIGNER.jwks()["keys"][0])


def redeem(settings: Site | None = None) -> Session:
    return asyncio.run(Authority(settings or site()).redeem(SERVER, TICKET, "code", REDIRECT, 1000.0))


def refused(settings: Site | None = None) -> int:
    with pytest.raises(Problem) as caught:
        redeem(settings)
    return caught.value.status_code


def test_a_configuration_is_asked_for_once_in_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    wire, authority = Wire(monkeypatch, CONFIGURATION), Authority(site())
    assert [asyncio.run(authority.find()) for _ in range(2)] == [SERVER, SERVER]
    assert [url for url, _, _ in wire.sent] == [f"{FHIR}/.well-known/smart-configuration"]


@pytest.mark.parametrize(
    "body",
    [
        None,
        b"[]",
        b"{",
        {},
        {**CONFIGURATION, "token_endpoint": "http://login.example.org/token"},
        {**CONFIGURATION, "authorization_endpoint": "javascript:alert(1)"},
        {**CONFIGURATION, "jwks_uri": 5},
        {**CONFIGURATION, "code_challenge_methods_supported": ["plain"]},
        {**CONFIGURATION, "code_challenge_methods_supported": "S256"},
    ],
)
def test_a_configuration_that_is_none_or_not_safe_is_not_used(monkeypatch: pytest.MonkeyPatch, body: object) -> None:
    Wire(monkeypatch, body)
    with pytest.raises(Problem) as caught:
        asyncio.run(Authority(site()).find())
    assert caught.value.status_code == 502


def test_without_an_issuer_it_is_the_fhir_server(monkeypatch: pytest.MonkeyPatch) -> None:
    Wire(monkeypatch, {**CONFIGURATION, "issuer": None})
    assert asyncio.run(Authority(site()).find()).issuer == FHIR


@pytest.mark.parametrize("authorize", [f"{ROOT}/authorize", f"{ROOT}/authorize?tenant=1"])
def test_the_browser_is_sent_with_what_a_launch_needs(authorize: str) -> None:
    server = Server(authorize, SERVER.token, SERVER.keys, SERVER.issuer)
    address = Authority(site()).address(server, TICKET, "launch & more", REDIRECT)
    query = {name: one[0] for name, one in parse_qs(urlsplit(address).query, strict_parsing=True).items()}
    assert address.startswith(authorize)
    assert (query["aud"], query["launch"], query["state"]) == (FHIR, "launch & more", TICKET.state)
    assert (query["code_challenge"], query["code_challenge_method"]) == (TICKET.challenge, "S256")
    assert TICKET.verifier not in address


@pytest.mark.parametrize("secret", ["", "s:1"])
def test_an_app_shows_its_secret_where_it_has_one(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    wire = Wire(monkeypatch, reply())
    redeem(site(client_secret=secret))
    url, headers, content = wire.sent[0]
    form = parse_qs((content or b"").decode())
    assert (url, form["code_verifier"]) == (SERVER.token, [TICKET.verifier])
    assert ("client_id" in form) is not bool(secret)
    if secret:
        assert b64decode(headers["Authorization"].removeprefix("Basic ")) == b"an%20app:s%3A1"


def test_a_session_is_what_the_reply_says(monkeypatch: pytest.MonkeyPatch) -> None:
    Wire(monkeypatch, reply())
    session = redeem()
    assert (session.user, session.patient, session.encounter) == ("Practitioner/dr1", "Patient/p1", "Encounter/e1")
    assert (session.ends, session.shows_patient) == (1600.0, True)
    assert session.may_create("DocumentReference")


@pytest.mark.parametrize(("lasts", "ends"), [(1e9, 4600.0), ("600", 1300.0), (None, 1300.0), (True, 1300.0)])
def test_a_session_ends_with_its_token_or_as_the_settings_say(
    monkeypatch: pytest.MonkeyPatch, lasts: object, ends: float
) -> None:
    Wire(monkeypatch, reply(expires_in=lasts))
    assert redeem().ends == ends


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"access_token": ""}, 502),
        ({"access_token": "a\r\nb"}, 502),
        ({"access_token": "\xe9"}, 502),
        ({"access_token": 5}, 502),
        ({"token_type": "mac"}, 502),
        ({"scope": None}, 502),
        ({"encounter": "../e"}, 502),
        ({"patient": None}, 403),
        ({"patient": "../p"}, 403),
        ({"id_token": None}, 403),
        ({"id_token": "a.b.c"}, 403),
        ({"id_token": identity(nonce="other")}, 403),
        ({"id_token": identity(aud="other")}, 403),
        ({"id_token": identity(iss="https://other.example.org")}, 403),
        ({"id_token": identity(exp=1)}, 403),
        ({"id_token": identity(fhirUser="Patient/p1")}, 403),
        ({"id_token": identity(fhirUser=None)}, 403),
    ],
)
def test_a_reply_that_is_not_whole_opens_nothing(
    monkeypatch: pytest.MonkeyPatch, more: dict[str, Any], status: int
) -> None:
    Wire(monkeypatch, reply(**more))
    assert refused() == status


@pytest.mark.parametrize(("body", "status", "told"), [(None, 200, 502), (b"<html>", 200, 502), ({}, 400, 403)])
def test_a_code_that_is_refused_or_unanswered_opens_nothing(
    monkeypatch: pytest.MonkeyPatch, body: object, status: int, told: int
) -> None:
    Wire(monkeypatch, body, status)
    assert refused() == told
