"""`rewriter audit verify`."""

import json
from pathlib import Path

import pytest

from rewriter.button.chain import NOTHING, link
from rewriter.cli import main


@pytest.fixture
def audit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REWRITER_SERVE_AUDIT_KEY", "planted key")
    head, lines = NOTHING, b""
    for number in range(3):
        line, head = link({"event": "improve", "status": f"s{number}"}, head, b"planted key")
        lines += line
    path = tmp_path / "audit"
    path.write_bytes(lines)
    return path


def verify(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = main(["audit", "verify", *argv])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_an_audit_that_holds_shows_its_head(audit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = verify(capsys, str(audit))
    assert code == 0
    assert out.startswith("3 records hold.\nHead: 3:")
    head = out.split()[-1]
    assert verify(capsys, str(audit), "--head", head)[0] == 0
    audit.write_bytes(b"".join(audit.read_bytes().splitlines(keepends=True)[:2]))
    code, out, _ = verify(capsys, str(audit), "--head", head)
    assert (code, "noted before" in out) == (1, True)


def test_a_changed_record_is_told_by_its_line(audit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    audit.write_bytes(audit.read_bytes().replace(b'"s1"', b'"s9"'))
    code, out, _ = verify(capsys, str(audit), "--format", "json")
    assert code == 1
    told = json.loads(out)
    assert (told["records"], told["line"], told["fault"]) == (1, 2, "the record is broken")
    assert "at line 2" in verify(capsys, str(audit))[1]


def test_another_key_does_not_hold(
    audit: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REWRITER_SERVE_AUDIT_KEY", "other")
    assert verify(capsys, str(audit))[0] == 1


@pytest.mark.parametrize("argv", [["planted"], ["audit", "--head", "planted"], ["audit", "--head", "3:xyz"]])
def test_what_cannot_be_used_is_told(audit: Path, capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
    code, _, err = verify(capsys, *argv)
    assert code == 2
    assert "planted" not in err
