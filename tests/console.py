"""What the tests of commands share: files to name, a run whose answer is JSON, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from rewriter.cli import main


def put(folder: Path, name: str, content: str | bytes) -> str:
    """Write a file; return its path as one types it."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return str(path)


def run_json(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, Any]]:
    """Run a command; return its exit code and what it told."""
    code = main([*argv, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def complaint(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run what must be refused as bad input; return the one line on stderr."""
    assert main(list(argv)) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("error: ")
    assert printed.err.count("\n") == 1
    assert "Traceback" not in printed.err
    assert "internal fault" not in printed.err
    return printed.err
