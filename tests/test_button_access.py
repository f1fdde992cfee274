"""Who gets in, from where, and how often."""

import asyncio
from typing import Any

import pytest
from starlette.requests import Request

from rewriter.button.access import Access, Caller, hash_key
from rewriter.button.problems import Problem
from rewriter.button.settings import ServeSettings

KEY, WATCH = "key-of-the-clinic", "key-of-the-monitor"
CLIENTS = [
    {"name": "clinic", "key_sha256": ["0" * 64, hash_key(KEY)], "origins": ["https://ehr.test"]},
    {"name": "monitor", "key_sha256": [hash_key(WATCH)], "may": ["metrics"]},
]


def ask(headers: dict[str, str] | None = None, peer: str | None = "127.0.0.1", host: str = "127.0.0.1:8118") -> Request:
    pairs = {"host": host, **(headers or {})}
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in pairs.items()]
    server = (host, 80)
    scope = {"type": "http", "method": "POST", "path": "/", "headers": raw, "scheme": "http", "server": server}
    return Request({**scope, "query_string": b"", "client": (peer, 5) if peer else None})


def admit(settings: ServeSettings, request: Request, needed: str = "notes") -> Caller:
    return asyncio.run(Access(settings, lambda: 0.0).admit(request, needed))


def refusal(settings: ServeSettings, request: Request, needed: str = "notes") -> int:
    with pytest.raises(Problem) as caught:
        admit(settings, request, needed)
    return caught.value.status_code


def guarded(**more: Any) -> ServeSettings:
    return ServeSettings(**{"clients": CLIENTS, **more})


def bearer(key: str, **more: str) -> dict[str, str]:
    return {"authorization": f"Bearer {key}", **more}


def test_a_key_names_its_client() -> None:
    assert admit(guarded(), ask(bearer(KEY)))[:2] == ("clinic", "")
    assert admit(guarded(), ask({"authorization": f"bearer  {KEY} "})).client == "clinic"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": ""},
        {"authorization": "Bearer"},
        {"authorization": "Bearer "},
        {"authorization": f"Basic {KEY}"},
        {"authorization": KEY},
        bearer("wrong"),
        bearer(hash_key(KEY)),
        bearer("a.b.c"),
        bearer("\xe9"),
    ],
)
def test_without_a_good_key_nobody_gets_in(headers: dict[str, str]) -> None:
    with pytest.raises(Problem) as caught:
        admit(guarded(), ask(headers))
    assert caught.value.status_code == 401
    assert "Bearer" in dict(caught.value.headers or {})["WWW-Authenticate"]
    assert KEY not in str(caught.value.body)


def test_a_client_does_what_it_may_alone() -> None:
    assert admit(guarded(), ask(bearer(WATCH)), "metrics").client == "monitor"
    assert refusal(guarded(), ask(bearer(WATCH))) == 403
    assert refusal(guarded(), ask(bearer(KEY)), "metrics") == 403


def test_a_client_is_asked_for_from_its_own_sites_alone() -> None:
    assert admit(guarded(), ask(bearer(KEY, origin="https://ehr.test")))
    for origin in (
        "https://evil.test",
        "null",
        "http://ehr.test",
        "https://ehr.test.evil.test",
        "https://ehr.test:444",
    ):
        assert refusal(guarded(), ask(bearer(KEY, origin=origin))) == 403
    assert refusal(guarded(), ask(bearer(WATCH, origin="https://ehr.test")), "metrics") == 403


def test_pages_of_the_service_itself_may_ask() -> None:
    assert admit(guarded(), ask(bearer(KEY, origin="http://127.0.0.1:8118")))
    public = guarded(public_url="https://notes.test")
    assert admit(public, ask(bearer(KEY, origin="https://notes.test")))
    assert refusal(public, ask(bearer(KEY, origin="http://127.0.0.1:8118"))) == 403


def test_on_this_machine_anybody_gets_in_without_clients() -> None:
    for host in ("127.0.0.1:8118", "localhost", "[::1]:8118"):
        assert admit(ServeSettings(), ask(host=host)).client == "local"
    assert admit(ServeSettings(), ask(peer="::1"))


@pytest.mark.parametrize(
    "request_",
    [
        ask(peer="192.168.1.9"),
        ask(peer=None),
        ask(host="notes.example.org"),
        ask(host="127.0.0.1.evil.test"),
        ask({"x-forwarded-for": "203.0.113.9"}),
        ask({"forwarded": "for=203.0.113.9"}),
        ask({"origin": "https://evil.test"}),
        ask({"origin": "null"}),
        ask({"origin": "http://127.0.0.1:9999"}),
    ],
)
def test_without_clients_what_may_come_from_elsewhere_is_refused(request_: Request) -> None:
    assert refusal(ServeSettings(), request_) == 403


def test_each_client_has_its_pace() -> None:
    limits = {"per_minute": 60, "burst": 2}
    access = Access(guarded(clients=[{**CLIENTS[0], "limits": limits}, CLIENTS[1]]), lambda: 0.0)

    async def go() -> None:
        for _ in range(2):
            await access.admit(ask(bearer(KEY)), "notes")
        with pytest.raises(Problem) as caught:
            await access.admit(ask(bearer(KEY)), "notes")
        assert caught.value.status_code == 429
        await access.admit(ask(bearer(WATCH)), "metrics")

    asyncio.run(go())
