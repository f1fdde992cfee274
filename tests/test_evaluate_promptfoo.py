"""The files for promptfoo do what its page says, without promptfoo."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import rewriter.evaluate

FOLDER = Path(rewriter.evaluate.__file__).parent / "promptfoo"


@pytest.fixture(scope="module")
def provider() -> ModuleType:
    spec = spec_from_file_location("provider", FOLDER / "provider.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("Wt shift to R x10, TC @ R hip, poor propriocep R LE. goal: amb to bathroom. 25 min", "accepted"),
        ("Wt shift to R x10, TC @ R hip. goal: amb to bathroom. 25 min", "needs_input"),
        ("Gait training 20 min by rehab aide.", "refused"),
    ],
)
def test_the_notes_of_the_example_end_as_it_expects(provider: ModuleType, note: str, status: str) -> None:
    assert note in (FOLDER / "promptfooconfig.yaml").read_text("utf-8")
    answer: dict[str, Any] = provider.call_api(note, {}, {})
    assert json.loads(answer["output"])["status"] == status
    assert provider.get_assert(answer["output"], {"vars": {"expected": status}})
    assert not provider.get_assert(answer["output"], {"vars": {"expected": "failed"}})
