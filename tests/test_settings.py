from pathlib import Path

import pytest

from rewriter.errors import SettingsError
from rewriter.settings import OPENAI, load_settings


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "REWRITER_BASE_URL", "REWRITER_API_KEY", "REWRITER_SETTINGS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_said_means_openai_with_masking() -> None:
    settings = load_settings()
    assert (settings.base_url, settings.mask, settings.output) == (OPENAI, True, "schema")
    assert settings.is_openai


def test_a_flag_comes_before_the_environment_before_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "rewriter.toml").write_text('client = "file"\ntries = 2\ntimeout = 30\n')
    monkeypatch.setenv("REWRITER_CLIENT", "environment")
    monkeypatch.setenv("REWRITER_TRIES", "3")
    settings = load_settings(client="flag")
    assert (settings.client, settings.tries, settings.timeout) == ("flag", 3, 30)


def test_a_flag_that_is_none_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REWRITER_TRIES", "3")
    assert load_settings(tries=None).tries == 3


def test_openai_names_are_honoured_after_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://one.test/v1")
    assert load_settings().base_url == "http://one.test/v1"
    monkeypatch.setenv("REWRITER_BASE_URL", "http://two.test/v1")
    assert load_settings().base_url == "http://two.test/v1"


@pytest.mark.parametrize(
    ("url", "is_openai"),
    [
        ("https://api.openai.com/v1", True),
        ("https://eu.api.openai.com/v1", True),
        ("http://127.0.0.1:8115/v1", False),
        ("https://openai.com.example.test/v1", False),
        ("https://example.test/api.openai.com/v1", False),
        ("https://notopenai.com/v1", False),
    ],
)
def test_only_openai_is_openai(url: str, is_openai: bool) -> None:
    assert load_settings(base_url=url).is_openai is is_openai


@pytest.mark.parametrize(
    ("flags", "name"),
    [({"tries": 0}, "tries"), ({"timeout": -1}, "timeout"), ({"output": "xml"}, "output"), ({"colour": 1}, "colour")],
)
def test_a_bad_setting_is_named_and_its_value_is_not(flags: dict[str, object], name: str) -> None:
    with pytest.raises(SettingsError, match=f"the setting {name}") as caught:
        load_settings(**flags)
    assert "xml" not in str(caught.value)


def test_a_key_is_never_shown() -> None:
    settings = load_settings(api_key="sk-planted", safety_key="planted-too")
    assert "planted" not in repr(settings)
    assert "planted" not in str(settings.model_dump())


def test_a_named_file_that_is_missing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REWRITER_SETTINGS", "nowhere.toml")
    with pytest.raises(SettingsError, match="not there"):
        load_settings()


def test_a_broken_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "rewriter.toml").write_text("= 1")
    with pytest.raises(SettingsError, match="not valid TOML"):
        load_settings()
