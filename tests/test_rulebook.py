"""The rulebook: every rule with where it comes from, filters, and what follows from a rule's table."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from rewriter.errors import PackError
from rewriter.pack import load_pack
from rewriter.packfile import available
from rewriter.rule import LEVELS, WAYS_OUT, Rule
from rewriter.rulebook import (
    Filter,
    by_layer,
    choices,
    choose,
    differs,
    menders,
    model_may,
    pack_book,
    rule_book,
    to_dict,
    whole_book,
)

BOOK = pack_book(load_pack())
RULES = [entry.rule for entry in BOOK.entries]


def make_rule(**more: Any) -> Rule:
    return Rule("DOC999", "odd-name", "error", "need", "A message.", "A reason.", "A source", **more)


def kept(**wanted: str) -> set[str]:
    return {entry.rule.code for entry in choose(BOOK, Filter(**wanted)).entries}


def put_pack(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_book_of_a_pack_holds_its_rules_in_their_order() -> None:
    assert [rule.code for rule in RULES] == list(load_pack().rules)


def test_each_rule_knows_the_layer_that_brought_it() -> None:
    layers = {entry.rule.code: entry.layer.name for entry in BOOK.entries}
    assert (layers["SRC502"], layers["BIL310"], layers["DOC130"], layers["BIL301"]) == (
        "core",
        "visit",
        "skilled",
        "timed",
    )


def test_one_rule_comes_from_the_first_pack_that_has_it() -> None:
    book = rule_book("DOC130")
    assert [entry.rule.code for entry in book.entries] == ["DOC130"]
    assert book.name.startswith("97112@")
    with pytest.raises(PackError, match="DOC999"):
        rule_book("DOC999")


def test_the_whole_book_holds_every_rule_of_every_pack_once() -> None:
    codes = [entry.rule.code for entry in whole_book().entries]
    assert len(codes) == len(set(codes))
    assert set(codes) >= {code for name in available() for code in load_pack(name).rules}


def test_the_whole_book_is_told_layer_by_layer() -> None:
    names = [layer.name for layer in by_layer(whole_book().entries)]
    assert len(names) == len(set(names))
    assert names.index("core") < names.index("visit") < names.index("skilled") < names.index("timed")


def test_what_other_packs_and_payers_change_is_named() -> None:
    packs = {name: load_pack(name) for name in available()}
    for entry in whole_book().entries:
        code = entry.rule.code
        assert set(entry.packs) == {name for name, pack in packs.items() if code in pack.rules}
        for name in entry.packs:
            assert entry.variants.get(name, entry.rule) == packs[name].rules[code]
        assert all(names for names in differs(entry).values())


def test_under_a_payer_of_ones_own_the_rules_are_the_payers(tmp_path: Path) -> None:
    quiet = put_pack(tmp_path, "[payer]\nname = 'mine'\n[rule.DOC130]\nlevel = 'info'\n")
    [entry] = rule_book("DOC130", payer=quiet).entries
    assert entry.rule.level == "info"
    assert all("level" not in names for names in differs(entry).values())


def test_the_hash_follows_what_the_book_rests_on(tmp_path: Path) -> None:
    overlay = put_pack(tmp_path, "version = 9\n")
    assert whole_book().sha256 != whole_book(overlay).sha256


@pytest.mark.parametrize("level", LEVELS)
def test_the_level_filters(level: str) -> None:
    assert kept(level=level) == {rule.code for rule in RULES if rule.level == level}


def test_who_may_mend_filters() -> None:
    assert kept(mend="model") == {rule.code for rule in RULES if rule.model}
    assert kept(mend="clinician") == {rule.code for rule in RULES if rule.question}
    assert kept(mend="none") == {rule.code for rule in RULES if not rule.question and not rule.model}


def test_the_profile_filters_as_the_check_does() -> None:
    assert kept(profile="narrative") == {rule.code for rule in RULES if rule.profile == "narrative"}
    assert kept(profile="full") == {rule.code for rule in RULES}


def test_words_are_found_in_any_order_and_case() -> None:
    assert "BIL310" in kept(words="Technicians noridian") | kept(words="AIDES noridian")
    assert kept(words="zebrafinch") == set()


def test_a_catalogue_id_filters_by_what_rules_cover() -> None:
    wanted = Filter(covers="TIME-1")
    assert wanted.takes(make_rule(covers=("TIME-1", "TIME-2")))
    assert not wanted.takes(make_rule(covers=("TIME-10",)))


def test_who_may_mend_follows_from_what_the_rule_says() -> None:
    assert menders(make_rule()) == ("none",)
    assert menders(make_rule(model="Write it.", question="What was it?")) == ("model", "clinician")


def test_a_model_may_do_what_the_rule_says_or_nothing() -> None:
    assert model_may(make_rule(model="Write it.", question="What?")) == "Write it."
    assert model_may(make_rule(question="What?")) == "Nothing: only the clinician can say."
    assert model_may(make_rule()) == "Leave it."


def test_the_choices_include_the_ways_out_where_there_is_a_question() -> None:
    assert choices(make_rule(question="What?", options=("left",))) == ("left", *WAYS_OUT)
    assert choices(make_rule()) == ()


def test_json_has_every_field_and_what_follows_from_it() -> None:
    table = to_dict(rule_book("DOC130"))
    assert list(table) == ["pack", "pack_sha256", "rules"]
    [rule] = table["rules"]
    names = {item.name.removeprefix("examples_") for item in fields(Rule)}
    assert set(rule) == names | {"mend", "model_may", "choices", "layer", "packs", "differs"}
