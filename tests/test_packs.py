"""Packs: every rule's own examples, the schema, inheritance, and what the scaffold may hold."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from rewriter.check import check
from rewriter.earlier import Earlier, earlier_from
from rewriter.errors import PackError
from rewriter.pack import Pack, load_pack
from rewriter.rule import Rule
from rewriter.visit import visit_from

PACK = load_pack("97112")
MADE_BY_PROOF = {rule.code for rule in PACK.rules.values() if rule.check == "proof"}
CASES = [
    pytest.param(rule, example, fails, id=f"{rule.code}-{'fail' if fails else 'pass'}{number}")
    for rule in PACK.rules.values()
    for fails, examples in ((False, rule.examples_pass), (True, rule.examples_fail))
    for number, example in enumerate(examples, 1)
]
CLINICAL = ("impairment", "ability", "diagnosis", "cue", "activity", "function", "task", "level", "side", "part",
            "device", "measure", "symptom", "vital", "better", "worse", "same", "deficit", "intact",
            "negation", "possible", "planned", "historical", "refusal", "surface", "position", "vision")  # fmt: skip


@pytest.mark.parametrize(("rule", "example", "fails"), CASES)
def test_rule_decides_its_own_examples(rule: Rule, example: dict[str, object], fails: bool) -> None:
    visit = visit_from({"minutes": example.get("minutes"), **dict(example.get("visit", {}))})  # type: ignore[call-overload]
    judged: dict[str, Any] = {key: example[key] for key in ("cpt", "payer", "profile") if key in example}
    judged["earlier"] = [_earlier(number, note) for number, note in enumerate(example.get("earlier", ()))]  # type: ignore[arg-type, var-annotated]
    verdict = check(str(example["rewrite"]), source=example.get("source"), visit=visit, **judged)  # type: ignore[arg-type]
    assert (rule.code in {item.code for item in verdict.findings}) is fails


def _earlier(number: int, note: object) -> Earlier:
    """Return an earlier note of an example: its text, or a table."""
    return earlier_from({"id": number, **({"text": note} if isinstance(note, str) else dict(note))}, "the example")  # type: ignore[call-overload]


def test_every_rule_has_both_kinds_of_example() -> None:
    lacking = {
        rule.code
        for rule in PACK.rules.values()
        if rule.code not in MADE_BY_PROOF and not (rule.examples_pass and rule.examples_fail)
    }
    assert lacking == set()


def test_every_rule_gives_its_source_and_reason() -> None:
    assert all(rule.source and rule.why and rule.message for rule in PACK.rules.values())


def test_questions_never_mention_payment_or_lead() -> None:
    banned = ("pay", "bill", "reimburs", "denial", "denied", "medicare", "claim")
    asked = [rule.question.lower() for rule in PACK.rules.values()]
    assert not [text for text in asked if any(word in text for word in banned)]
    assert not [text for text in asked if text.startswith(("did you", "was there", "didn't"))]


def test_no_scaffold_word_carries_a_clinical_claim() -> None:
    claims = {
        (word, sense.kind)
        for word in PACK.scaffold
        for sense in PACK.lexicon.get(word, {}).get("", ())
        if sense.kind in CLINICAL
    }
    assert claims == set()
    assert not [word for word in PACK.scaffold if any(char.isdigit() for char in word)]
    assert len(PACK.scaffold) < 60


def test_97112_extends_timed_extends_core() -> None:
    assert [name for name in PACK.chain if name in ("core", "timed", "97112")] == ["core", "timed", "97112"]


def test_unknown_code_is_a_clear_error() -> None:
    with pytest.raises(PackError, match="no pack for code"):
        load_pack("99999")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("pack = 'x'\ncolour = 'red'\n", "unknown key 'colour'"),
        ("pack = 'x'\n[rule.DOC901]\nname = 'n'\n", "lacks"),
        (
            "pack = 'x'\n[rule.DOC901]\nname = 'n'\nlevel = 'grave'\ncheck = 'need'\n"
            "message = ''\nwhy = ''\nsource = ''\n",
            "level",
        ),
        ("pack = \n", "not valid TOML"),
        ("pack = 'x'\n[words.cue.manual]\nx = 'tap'\n", "list of forms"),
        ("pack = 'x'\n[words.cue.manual]\nx = ['tap', ' ']\n", "has no words"),
        ("pack = 'x'\n[measure]\nhigh = 'x: 0 to many points | X | x'\n", "measure 'x': not"),
        ("pack = 'x'\n[[ambiguous]]\nform = 'x'\n", "needs a form and its readings"),
        ("pack = 'x'\n[[ambiguous]]\nform = 'x'\nreadings = [{ near = 'a' }]\n", "needs words to say"),
        ("pack = 'x'\n[[ambiguous]]\nform = 'x'\nreadings = [{ say = 'a', nearby = 'b' }]\n", "unknown key 'nearby'"),
        (
            "pack = 'x'\n[[ambiguous]]\nform = 'x'\n"
            "readings = [{ say = 'a', usual = true }, { say = 'b', usual = true }]\n",
            "only one reading is the usual one",
        ),
    ],
)
def test_broken_overlay_is_a_clear_error(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=says):
        load_pack("97112", path)


def test_branches_grown_one_by_one_are_those_of_a_tree_grown_at_once() -> None:
    for tree in (PACK.lexicon, PACK.shorthand, PACK.paraphrases.same):
        whole = tree._grow([seed for seeds in tree._seeds.values() for seed in seeds])
        assert {first: _in_any_order(tree[first]) for first in tree} == _in_any_order(whole)


def _in_any_order(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tree with its leaves sorted."""
    return {
        word: _in_any_order(inner) if word else sorted(map(repr, inner)) if isinstance(inner, list) else inner
        for word, inner in node.items()
    }


def test_every_word_of_every_form_is_in_the_vocabulary() -> None:
    def words(node: Mapping[str, Any]) -> set[str]:
        return {word for word in node if word}.union(*(words(inner) for word, inner in node.items() if word))

    assert words(PACK.lexicon) - PACK.vocabulary <= {"-"}


def test_overlay_adds_words_and_changes_a_level(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'pack = "site"\n[words.activity.balance]\nwibble_walk = ["wibble walk"]\n[rule.DOC140]\nlevel = "error"\n',
        encoding="utf-8",
    )
    pack: Pack = load_pack("97112", path)
    assert pack.rules["DOC140"].level == "error"
    assert "wibble" in pack.vocabulary
    assert pack.sha256 != PACK.sha256
