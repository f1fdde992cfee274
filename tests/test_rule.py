import pytest

from rewriter.errors import PackError
from rewriter.rule import build_rules, offered

TABLE = {"name": "n", "level": "error", "check": "need", "message": "m", "why": "w", "source": "s"}


def test_rules_come_in_the_order_of_their_codes() -> None:
    assert list(build_rules({"DOC2": TABLE, "DOC1": TABLE})) == ["DOC1", "DOC2"]


def test_a_rule_that_is_off_is_left_out() -> None:
    assert build_rules({"DOC1": {**TABLE, "level": "off"}}) == {}


def test_a_bare_example_is_a_rewrite() -> None:
    assert build_rules({"DOC1": {**TABLE, "pass": ["x"]}})["DOC1"].examples_pass == ({"rewrite": "x"},)


def test_a_full_rule_is_not_in_the_narrative_profile() -> None:
    rule = build_rules({"DOC1": {**TABLE, "profile": "full"}})["DOC1"]
    assert (rule.is_in("narrative"), rule.is_in("full")) == (False, True)


@pytest.mark.parametrize(
    ("change", "says"),
    [({"odd": 1}, "unknown key 'odd'"), ({"level": "grave"}, "level"), ({"profile": "cms"}, "profile")],
)
def test_what_cannot_be_read_is_a_clear_error(change: dict[str, object], says: str) -> None:
    with pytest.raises(PackError, match=says):
        build_rules({"DOC1": {**TABLE, **change}})


def test_a_question_always_offers_a_way_out() -> None:
    assert offered(["left", "other"]) == ("left", "other", "not done", "do not recall")
