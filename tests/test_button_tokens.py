"""Tokens: only those of a known issuer, for us, now, signed with a key that only it has."""

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import httpx2
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from rewriter.button.settings import Issuer
from rewriter.button.tokens import BadToken, Keys, Tokens
from rewriter.errors import SettingsError

EC = ec.generate_private_key(ec.SECP384R1())
OTHER = ec.generate_private_key(ec.SECP384R1())
RSA = rsa.generate_private_key(65537, 2048)
URL = "https://ehr.test/keys"


def row(key: Any, name: str, algorithm: str) -> dict[str, Any]:
    maker = RSAAlgorithm if algorithm.startswith("RS") else ECAlgorithm
    data: dict[str, Any] = json.loads(maker.to_jwk(key.public_key()))
    return {**data, "kid": name, "alg": algorithm}


KEYS = json.dumps({"keys": [row(EC, "ec", "ES384"), row(RSA, "rsa", "RS384"), {"kty": "oct", "k": "AAAA", "kid": "x"}]})


def issuer(**more: Any) -> Issuer:
    return Issuer(**{"name": "ehr", "issuer": "https://ehr.test", "audience": "notes", "jwks_url": URL, **more})


def pinned(folder: Path, **more: Any) -> Tokens:
    path = folder / "keys.json"
    path.write_text(KEYS)
    return Tokens([Keys(issuer(jwks=path, jwks_url=None, **more), time.monotonic)])


def sign(key: Any = EC, algorithm: str = "ES384", kid: str | None = "ec", **claims: Any) -> str:
    now = int(time.time())
    said = {"iss": "https://ehr.test", "aud": "notes", "iat": now, "exp": now + 60, "sub": "p1", **claims}
    said = {name: value for name, value in said.items() if value is not None}
    return jwt.PyJWS().encode(json.dumps(said).encode(), key, algorithm, {"kid": kid} if kid else None)


def check(tokens: Tokens, token: str, **more: Any) -> dict[str, Any]:
    return dict(asyncio.run(tokens.check(token, **more))[1])


def test_a_good_token_gives_its_claims(tmp_path: Path) -> None:
    assert check(pinned(tmp_path), sign())["sub"] == "p1"
    assert check(pinned(tmp_path), sign(RSA, "RS384", "rsa"))["sub"] == "p1"


def test_clocks_may_differ_by_the_leeway(tmp_path: Path) -> None:
    now = int(time.time())
    check(pinned(tmp_path), sign(iat=now + 20, exp=now - 20))


@pytest.mark.parametrize(
    "token",
    [
        sign(aud="other"),
        sign(aud=None),
        sign(iss="https://other.test"),
        sign(iss=None),
        sign(iss=["https://ehr.test"]),
        sign(exp=int(time.time()) - 60),
        sign(exp=None),
        sign(iat=None),
        sign(iat=int(time.time()) + 600),
        sign(nbf=int(time.time()) + 600),
        sign(OTHER),
        sign(kid="unknown"),
        sign(kid=None),
        sign(RSA, "RS256", "rsa"),
        sign("a secret of thirty-two characters", "HS256", "x"),
        sign(None, "none"),
        sign()[:-6] + "AAAAAA",
        "a.b.c",
        "...",
        "",
        "x" * 10_000,
        "\u00e9.\u00e9.\u00e9",
    ],
)
def test_what_is_not_to_be_believed_is_not(token: str, tmp_path: Path) -> None:
    with pytest.raises(BadToken):
        check(pinned(tmp_path), token)


def test_a_public_key_is_no_secret_to_sign_with(tmp_path: Path) -> None:
    head = sign().split(".")[0]
    body = sign().split(".")[1]
    with pytest.raises(BadToken):
        check(pinned(tmp_path, algorithms=["ES384", "RS384"]), f"{head}.{body}.")


def test_an_audience_may_stand_in_place_of_the_issuers(tmp_path: Path) -> None:
    token = sign(aud="https://notes.test/cds-services/x")
    assert check(pinned(tmp_path), token, audience="https://notes.test/cds-services/x")
    with pytest.raises(BadToken):
        check(pinned(tmp_path), token)


def test_where_a_token_says_its_keys_are_is_never_asked(tmp_path: Path) -> None:
    now = int(time.time())
    token = jwt.encode(
        {"iss": "https://ehr.test", "aud": "notes", "iat": now, "exp": now + 60},
        OTHER,
        "ES384",
        {"kid": "mine", "jku": "https://evil.test/keys", "jwk": row(OTHER, "mine", "ES384")},
    )
    with pytest.raises(BadToken):
        check(pinned(tmp_path), token)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"keys": 1}', '{"keys": [{"kid": "x", "kty": "EC"}]}'])
def test_pinned_keys_that_cannot_be_read_stop_the_start(tmp_path: Path, text: str) -> None:
    path = tmp_path / "keys.json"
    path.write_text(text)
    with pytest.raises(SettingsError, match="issuer ehr"):
        Keys(issuer(jwks=path, jwks_url=None), time.monotonic)


class Served:
    """Keys at an address, and how often they were asked for."""

    def __init__(self) -> None:
        self.now, self.asked, self.status, self.text = 0.0, 0, 200, KEYS

    def keys(self) -> Keys:
        def answer(request: httpx2.Request) -> httpx2.Response:
            assert str(request.url) == URL
            self.asked += 1
            return httpx2.Response(self.status, text=self.text, headers={"location": "https://evil.test"})

        return Keys(issuer(), lambda: self.now, httpx2.MockTransport(answer))


def test_keys_of_an_address_are_kept_a_while() -> None:
    served = Served()
    tokens = Tokens([served.keys()])

    async def go() -> None:
        for _ in range(3):
            await tokens.check(sign())
        assert served.asked == 1
        for _ in range(3):
            with pytest.raises(BadToken):
                await tokens.check(sign(kid="unknown"))
        assert served.asked == 1
        served.now = 31
        with pytest.raises(BadToken):
            await tokens.check(sign(kid="unknown"))
        assert served.asked == 2
        served.now = 1000
        await tokens.check(sign())
        assert served.asked == 3

    asyncio.run(go())


@pytest.mark.parametrize(("status", "text"), [(302, KEYS), (500, KEYS), (200, "x"), (200, "x" * 300_000), (200, "[]")])
def test_keys_that_cannot_be_fetched_leave_the_old_ones(status: int, text: str) -> None:
    served = Served()
    tokens = Tokens([served.keys()])

    async def go() -> None:
        await tokens.check(sign())
        served.now, served.status, served.text = 1000, status, text
        await tokens.check(sign())
        assert served.asked == 2

    asyncio.run(go())


def test_without_any_keys_nobody_is_believed() -> None:
    served = Served()
    served.status = 500
    with pytest.raises(BadToken):
        check(Tokens([served.keys()]), sign())
