"""The service's settings: where they come from, and what it refuses to be."""

from pathlib import Path
from typing import Any

import pytest

from rewriter.button.settings import ServeSettings, is_loopback, load_serve_settings
from rewriter.errors import SettingsError

CLIENT = {"name": "clinic", "key_sha256": ["0" * 64]}
ISSUER = {"name": "ehr", "issuer": "https://ehr.test", "audience": "notes", "jwks_url": "https://ehr.test/keys"}


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("REWRITER_SERVE_SETTINGS", raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_said_means_this_machine_and_the_composer() -> None:
    settings = load_serve_settings()
    assert (settings.host, settings.engine, settings.is_guarded) == ("127.0.0.1", "compose", False)


def test_a_flag_comes_before_the_environment_before_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "serve.toml").write_text("port = 1\nat_once = 2\nwaiting = 3\n")
    monkeypatch.setenv("REWRITER_SERVE_PORT", "10")
    monkeypatch.setenv("REWRITER_SERVE_AT_ONCE", "20")
    settings = load_serve_settings(port=100, audit=None)
    assert (settings.port, settings.at_once, settings.waiting) == (100, 20, 3)


def test_clients_and_issuers_come_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "serve.toml").write_text(
        f'host = "0.0.0.0"\n[[clients]]\nname = "clinic"\nkey_sha256 = ["{"0" * 64}"]\n'
        'origins = ["https://ehr.test"]\nmay = ["metrics"]\n[clients.limits]\nper_minute = 5\n'
    )
    (client,) = load_serve_settings().clients
    assert (client.name, client.origins, client.may) == ("clinic", ("https://ehr.test",), ("metrics",))
    assert (client.limits.per_minute, client.limits.burst) == (5, 60)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "notes.example.org", ""])
def test_without_clients_or_issuers_only_this_machine_is_served(host: str) -> None:
    with pytest.raises(SettingsError, match="this machine alone"):
        load_serve_settings(host=host)
    assert load_serve_settings(host=host, clients=[CLIENT]).is_guarded
    assert load_serve_settings(host=host, issuers=[ISSUER]).is_guarded


@pytest.mark.parametrize(
    ("host", "is_this_machine"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("localhost", True),
        ("LOCALHOST", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),
        ("::", False),
        ("10.0.0.1", False),
        ("localhost.example.org", False),
        ("", False),
    ],
)
def test_this_machine_is_known_by_its_addresses(host: str, is_this_machine: bool) -> None:
    assert is_loopback(host) is is_this_machine


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"clients": [{**CLIENT, "name": "a b"}]}, "clients.0.name"),
        ({"clients": [{**CLIENT, "key_sha256": ["secret"]}]}, "clients.0.key_sha256"),
        ({"clients": [{**CLIENT, "key_sha256": []}]}, "clients.0.key_sha256"),
        ({"clients": [{**CLIENT, "origins": ["*"]}]}, "origin"),
        ({"clients": [{**CLIENT, "origins": ["https://*.ehr.test"]}]}, "origin"),
        ({"clients": [{**CLIENT, "origins": ["https://ehr.test/"]}]}, "origin"),
        ({"clients": [{**CLIENT, "origins": ["null"]}]}, "origin"),
        ({"clients": [CLIENT, CLIENT]}, "one name"),
        ({"issuers": [{**ISSUER, "jwks_url": None}]}, "keys in a file"),
        ({"issuers": [{**ISSUER, "jwks_url": "http://ehr.test/keys"}]}, "https only"),
        ({"issuers": [{**ISSUER, "algorithms": ["HS256"]}]}, "algorithms must be of"),
        ({"issuers": [{**ISSUER, "algorithms": ["none"]}]}, "algorithms must be of"),
        ({"frame_ancestors": ["https://a.test; script-src *"]}, "origin"),
        ({"public_url": "https://notes.test/path"}, "public_url"),
        ({"profile": "short"}, "profile"),
        ({"colour": 1}, "colour"),
        ({"port": "secret"}, "port"),
    ],
)
def test_a_bad_setting_is_named_and_its_value_is_not(more: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        load_serve_settings(**more)
    assert "secret" not in str(caught.value)


def test_secrets_are_never_shown() -> None:
    settings = load_serve_settings(secret="planted", audit_key="planted")
    assert "planted" not in repr(settings) + str(settings.model_dump())


def test_a_named_file_that_is_missing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REWRITER_SERVE_SETTINGS", "nowhere.toml")
    with pytest.raises(SettingsError, match="not there"):
        load_serve_settings()


def test_a_broken_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "serve.toml").write_text("= 1")
    with pytest.raises(SettingsError, match="not valid TOML"):
        load_serve_settings()


def test_the_origins_of_this_machine_are_those_of_the_local_grant() -> None:
    settings = ServeSettings(local={"origins": ["http://localhost:3000"]})  # type: ignore[arg-type]
    assert settings.grants == (settings.local,)
    assert settings.local.may == ("notes",)
