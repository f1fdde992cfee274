import pytest

from rewriter.errors import InputError, PromptError, SettingsError
from rewriter.evaluate.arms import Arm, arms_from, make_arms
from rewriter.settings import load_settings
from tests.bulk import OPTIONS

AT = load_settings(base_url="http://127.0.0.1:9/v1")


def test_the_composer_comes_first_then_each_model_with_each_prompt() -> None:
    arms = make_arms({"a": AT, "b": AT}, ["arrange@1", "prose@1"])
    names = ["compose", "a arrange@1", "a prose@1", "b arrange@1", "b prose@1"]
    assert [arm.name for arm in arms] == names


def test_the_prompt_tells_the_style() -> None:
    arms = make_arms({"a": AT}, ["arrange@1", "prose@1"])
    assert [arm.writer.style for arm in arms if arm.writer] == ["proved", "free"]


def test_an_arm_has_a_name_that_a_file_can_have() -> None:
    assert Arm("org/model:7b arrange@1").file == "org-model-7b-arrange-1"


def test_arms_whose_files_would_be_one_are_refused() -> None:
    with pytest.raises(SettingsError, match="too much alike"):
        make_arms({"a/b": AT, "a-b": AT}, ["arrange@1"])
    with pytest.raises(SettingsError, match="named twice"):
        make_arms({"a": AT}, ["arrange", "arrange@1"])


def test_an_unknown_prompt_is_said() -> None:
    with pytest.raises(PromptError, match="no such prompt"):
        make_arms({"a": AT}, ["nothing"])


def test_arms_come_back_as_they_were_kept_but_cannot_be_asked() -> None:
    arms = make_arms({"a": AT}, ["arrange@1"])
    back = arms_from([arm.to_dict(OPTIONS) for arm in arms])
    assert [arm.to_dict(OPTIONS) for arm in back] == [arm.to_dict(OPTIONS) for arm in arms]
    assert back[1].writer == arms[1].writer
    assert back[1].settings is None


def test_a_prompt_that_has_changed_since_is_not_taken_for_the_old_one() -> None:
    row = make_arms({"a": AT}, ["arrange@1"])[1].to_dict(OPTIONS)
    with pytest.raises(InputError, match="has changed since the run"):
        arms_from([{**row, "prompt_sha256": "0"}])


def test_what_decides_a_result_is_in_the_digest_and_where_the_server_is_is_not() -> None:
    [_, one] = make_arms({"a": AT}, ["arrange@1"])
    [_, elsewhere] = make_arms({"a": load_settings(base_url="http://127.0.0.1:8/v1")}, ["arrange@1"])
    [_, prose] = make_arms({"a": AT}, ["prose@1"])
    assert one.digest(OPTIONS) == elsewhere.digest(OPTIONS)
    assert one.digest(OPTIONS) != prose.digest(OPTIONS)
