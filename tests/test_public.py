import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import rewriter

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
LOADED_BY_IMPORT = """
import json, sys
before = set(sys.modules)
import rewriter
print(json.dumps(sorted({name.partition(".")[0] for name in set(sys.modules) - before})))
"""


def test_public_names_are_sorted_and_those_of_the_readme() -> None:
    line = re.search(r"^Public names: (.+?)\.$", README, re.MULTILINE | re.DOTALL)
    assert line is not None
    assert rewriter.__all__ == sorted(rewriter.__all__)
    assert rewriter.__all__ == re.findall(r"`(\w+)`", line[1])
    assert all(hasattr(rewriter, name) for name in rewriter.__all__)


def test_make_commands_of_the_readme_exist() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    commands = re.findall(r"(?:^ *|[`$] ?)make ([a-z-]+)", README, re.MULTILINE)
    assert commands[:2] == ["demo", "test"]
    assert set(commands) <= set(targets)


def test_what_the_readme_shows_is_what_comes_out(capsys: pytest.CaptureFixture[str]) -> None:
    told = " ".join(README.split())
    for name in ("full", "thin"):
        note = (ROOT / "tests" / "demo" / f"{name}.txt").read_text("utf-8")
        assert " ".join(note.split()) in told
        result = rewriter.improve(rewriter.Note(note))
        assert result.rewrite is None or result.rewrite in told
    example = re.search(r"```python\n(.+?)```", README, re.DOTALL)
    assert example is not None
    exec(example[1], {})
    assert capsys.readouterr().out.strip() in README


def test_import_needs_no_third_party_module() -> None:
    command = [sys.executable, "-c", LOADED_BY_IMPORT]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(json.loads(run.stdout)) - set(sys.stdlib_module_names)
    assert loaded == {"rewriter"}
