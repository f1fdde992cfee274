import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from rewriter.errors import InputError, SettingsError
from rewriter.options import check_options, find_engine


def typed(**values: Any) -> argparse.Namespace:
    usual: Mapping[str, Any] = {
        "cpt": "97112", "minutes": None, "visit": None, "answer": [], "profile": "narrative", "pack": None,
        "payer": None, "engine": "compose",
        "style": "proved", "prompt": None, "base_url": None, "timeout": None, "no_mask": False,
    }  # fmt: skip
    return argparse.Namespace(**{**usual, **values})


def test_minutes_come_before_those_of_the_visit(tmp_path: Path) -> None:
    path = tmp_path / "visit.json"
    path.write_text('{"minutes": 30, "date": "2026-11-22"}')
    visit = check_options(typed(visit=str(path), minutes="20")).visit
    assert (visit.minutes, visit.date) == (20, "2026-11-22")


@pytest.mark.parametrize("written", ["DOC130", "nonsense=x", "BIL999=x"])
def test_an_answer_must_name_a_question(written: str) -> None:
    with pytest.raises((SettingsError, InputError)):
        check_options(typed(answer=[written]))


def test_an_engine_has_the_settings_that_were_typed() -> None:
    engine = find_engine(typed(engine="m", base_url="http://127.0.0.1:9/v1", timeout="5", no_mask=True), print)
    assert (engine.name, engine.style, engine.mask, engine.prompt.name) == ("m", "proved", False, "arrange")
    assert find_engine(typed(engine="m", style="free"), print).prompt.name == "prose"


def test_a_bad_setting_is_an_error() -> None:
    with pytest.raises(SettingsError, match="timeout"):
        find_engine(typed(engine="m", timeout="soon"), print)
