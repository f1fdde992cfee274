"""`rewriter serve`, as far as it does not serve."""

import json
from pathlib import Path

import pytest

from rewriter.button.access import hash_key
from rewriter.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_does_not_listen_to_others_without_clients(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", "0.0.0.0"]) == 2
    assert "this machine alone" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["--port", "planted"], ["--port", "70000"], ["--new-key", "planted name"]])
def test_what_cannot_be_used_is_named_and_not_repeated(capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
    assert main(["serve", *argv]) == 2
    assert "planted" not in capsys.readouterr().err


def test_a_new_key_is_shown_once_with_what_goes_into_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--new-key", "clinic", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["key_sha256"] == hash_key(told["key"])
    assert main(["serve", "--new-key", "clinic"]) == 0
    assert '[[clients]]\nname = "clinic"' in capsys.readouterr().out
