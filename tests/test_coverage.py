"""Coverage: every entry of the catalogue and every sentence of the seeds has a rule, or the reason why it has none."""

import pytest

from rewriter.coverage import NOTHING, catalogue, cover, covered, markdown, text, to_dict
from rewriter.lines import Look
from rewriter.packfile import Layer
from rewriter.rule import Rule
from rewriter.rulebook import Book, Entry, whole_book
from tests.shared_data import load_lines

TABLE = cover(whole_book())
LEAST = 56


def book_of(*covers: str) -> Book:
    rule = Rule("DOC999", "n", "error", "need", "m", "w", "s", covers=covers)
    return Book("all", "All", "", (Entry(rule, Layer("mine", ""), ("97112",), {}),))


def test_an_id_is_covered_by_the_rules_that_name_it_or_has_its_reason() -> None:
    rows = {row.name: row for row in cover(book_of("TIME-1", "TIME-4")).ids}
    assert rows["TIME-4"].codes == ("DOC999",)
    assert rows["TIME-5"].reason == NOTHING
    assert rows["EPI-8"].reason == catalogue().open["EPI-8"]


def test_a_sentence_is_covered_by_the_rules_of_all_its_ids() -> None:
    table = cover(book_of("TIME-4"))
    rows = {row.name: row for row in table.seeds}
    assert (rows["S2-17"].ids, rows["S2-17"].codes) == (("TIME-3", "TIME-4"), ("DOC999",))
    assert covered(table.seeds) == 1


def test_every_id_has_a_rule_or_a_reason() -> None:
    assert [row.name for row in TABLE.ids if row.reason == NOTHING] == []
    assert covered(TABLE.ids) >= LEAST


def test_every_sentence_has_a_rule_unless_none_can_decide_it() -> None:
    assert [row.name for row in TABLE.seeds if row.reason == NOTHING] == []
    assert [row.name for row in TABLE.seeds if not row.codes] == ["S2-25"]


def test_every_rule_covers_only_ids_of_the_catalogue() -> None:
    known = set(catalogue().ids)
    assert {
        entry.rule.code: entry.rule.covers for entry in whole_book().entries if set(entry.rule.covers) - known
    } == {}


def test_no_id_with_a_rule_has_a_reason_against_one() -> None:
    assert [row.name for row in TABLE.ids if row.codes and row.name in catalogue().open] == []


def test_the_table_is_told_in_every_form() -> None:
    table = cover(book_of("TIME-4"))
    assert "Catalogue: 1 of 62 covered" in text(table, Look())
    assert "| TIME-4 | DOC999 |" in markdown(table)
    assert "| S2-17 | TIME-3, TIME-4 | DOC999 |" in markdown(table)
    data = to_dict(table)
    assert (data["ids"]["covered"], data["ids"]["of"], data["seeds"]["of"]) == (1, 62, 46)


def test_the_ids_and_sentences_are_those_of_the_catalogue() -> None:
    try:
        rules, seeds = load_lines("rules.jsonl"), load_lines("seed_map.jsonl")
    except pytest.skip.Exception:  # raised for a whole module: here it is one test
        pytest.skip("the catalogue is not beside the project")
    assert [rule["id"] for rule in rules] == list(catalogue().ids)
    assert {seed["tag"]: tuple(seed["rules"]) for seed in seeds} == catalogue().seeds
    back = {(tag, rule["id"]) for rule in rules for tag in rule["seed_refs"]}
    assert back == {(tag, name) for tag, ids in catalogue().seeds.items() for name in ids}
