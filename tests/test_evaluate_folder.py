import json
from dataclasses import replace
from pathlib import Path

import pytest

from rewriter.errors import InputError, SettingsError
from rewriter.evaluate.folder import Folder
from tests.bulk import OPTIONS
from tests.evaluated import record
from tests.evaluated_run import COMPOSED, arm, lines

ARMS = [COMPOSED, arm("http://127.0.0.1:9/v1")]


def test_a_folder_keeps_what_was_asked_for_and_the_samples(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "run")
    samples = folder.begin(lines(2), ARMS, OPTIONS, 1)
    assert folder.samples() == samples
    assert [one.name for one in folder.arms()] == ["compose", "m arrange@1"]
    assert (tmp_path / "run").stat().st_mode & 0o077 == 0


def test_records_come_back_in_the_order_of_the_samples_by_arm(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    samples = folder.begin(lines(2), ARMS, OPTIONS, 2)
    folder.write(ARMS[1], samples, [record("e1", {}), record("e0", {}, 2), record("e0", {}, 1)])
    assert list(folder.read()) == ["m arrange@1"]
    assert [(one.sample, one.epoch) for one in folder.read()["m arrange@1"]] == [("e0", 1), ("e0", 2), ("e1", 1)]
    assert folder.records(ARMS[1]).stat().st_mode & 0o077 == 0


def test_arms_of_several_runs_add_up(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.begin(lines(1), ARMS[:1], OPTIONS, 1)
    folder.begin(lines(1), ARMS[1:], OPTIONS, 1)
    assert len(folder.arms()) == 2


@pytest.mark.parametrize(
    ("count", "epochs", "profile", "rescored", "told"),
    [
        (2, 1, "narrative", "", "other samples"),
        (1, 2, "narrative", "", "other epochs"),
        (1, 1, "full", "", "other rules"),
        (1, 1, "narrative", "x", "other source"),
    ],
)
def test_another_run_is_refused(
    tmp_path: Path, count: int, epochs: int, profile: str, rescored: str, told: str
) -> None:
    folder = Folder(tmp_path)
    folder.begin(lines(1), ARMS, OPTIONS, 1)
    with pytest.raises(SettingsError, match=told):
        folder.begin(lines(count), ARMS, replace(OPTIONS, profile=profile), epochs, rescored=rescored)


@pytest.mark.parametrize("name", ["compose", "m arrange@1"])
def test_a_run_begun_by_other_code_is_not_gone_on_with(tmp_path: Path, name: str) -> None:
    folder = Folder(tmp_path)
    folder.begin(lines(1), ARMS, OPTIONS, 1)
    plan = folder.plan()
    plan["arms"][name]["digest"] = "0"
    (tmp_path / "run.json").write_text(json.dumps(plan))
    with pytest.raises(SettingsError, match="have changed"):
        folder.begin(lines(1), ARMS, OPTIONS, 1)
    plan["arms"] = {"compose": plan["arms"]["compose"]} if name == "compose" else {}
    (tmp_path / "run.json").write_text(json.dumps(plan))
    if name == "compose":
        with pytest.raises(SettingsError, match="have changed"):
            folder.begin(lines(1), [replace(COMPOSED, name="other")], OPTIONS, 1)


def test_a_folder_without_a_run_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no run"):
        Folder(tmp_path).read()
