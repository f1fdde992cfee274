"""Data that lies beside the project and is not part of it: tests read it where it is, and skip where it is not."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "shared" / "domain"


def load_lines(name: str) -> list[dict[str, Any]]:
    """Return the JSON lines of a shared file; skip the test module where the file is absent."""
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"{name} is not beside the project: put it at {path.parent}", allow_module_level=True)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
