import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from rewriter.errors import InputError, PackError, SettingsError
from rewriter.options import check_answer, check_options, find_engine, find_pack, find_payer, line_options
from rewriter.visit import Visit


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


def test_an_answer_is_kept_under_its_code() -> None:
    answer = check_answer("DOC130", "walking to the bathroom", find_pack("97112", None))
    assert (answer.code, answer.text) == ("DOC130", "walking to the bathroom")


@pytest.mark.parametrize("name", ["00000", "../97112", "", "x" * 50])
def test_an_unknown_pack_is_an_error(name: str) -> None:
    with pytest.raises(PackError):
        find_pack(name, None)


def test_a_line_says_more_than_the_options() -> None:
    options = check_options(typed(minutes="20"))
    assert line_options({"minutes": 15}, options).visit.minutes == 15
    assert line_options({"visit": {"date": "2026-11-22"}}, options).visit.minutes == 20
    with pytest.raises(PackError):
        line_options({"cpt": "00000"}, options)


def test_an_engine_has_the_settings_that_were_typed() -> None:
    engine = find_engine(typed(engine="m", base_url="http://127.0.0.1:9/v1", timeout="5", no_mask=True), print)
    assert (engine.name, engine.style, engine.mask, engine.prompt.name) == ("m", "proved", False, "arrange")
    assert find_engine(typed(engine="m", style="free"), print).prompt.name == "prose"


def test_a_bad_setting_is_an_error() -> None:
    with pytest.raises(SettingsError, match="timeout"):
        find_engine(typed(engine="m", timeout="soon"), print)


def test_a_payer_is_named_or_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('extends = "cms"\n')
    assert find_payer("ama", Visit()) == "ama"
    assert find_payer(str(path), Visit()) == path
    assert find_payer(None, Visit(payer="Medicare B")) == "cms"
    with pytest.raises(SettingsError, match="ama, cms"):
        find_payer("nonsense", Visit())
