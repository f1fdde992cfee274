"""The word tree: the longest form wins; regular plurals, verb forms and names of deficits."""

import pytest

from rewriter.lexicon import (
    Node,
    Sense,
    Tree,
    add_form,
    all_words,
    first_word,
    inflect,
    longest,
    nominal,
    plural,
    split_form,
)
from rewriter.pack import load_pack

LOSS = Sense("impairment", "balance", "loss_of_balance", "loss of balance")
LOSS_ALONE = Sense("deficit", "general", "loss", "loss")
OTHER = Sense("symptom", "general", "loss", "loss")


def tree() -> Node:
    root: Node = {}
    add_form(root, ["loss"], LOSS_ALONE)
    add_form(root, ["loss", "of", "balance"], LOSS)
    return root


def test_longest_form_wins() -> None:
    assert longest(tree(), ["loss", "of", "balance", "today"], 0) == (3, [LOSS])


def test_a_form_cut_short_falls_back_on_the_shorter() -> None:
    assert longest(tree(), ["loss", "of", "sleep"], 0) == (1, [LOSS_ALONE])
    assert longest(tree(), ["loss", "of"], 0) == (1, [LOSS_ALONE])


def test_unknown_and_half_known_words_give_nothing() -> None:
    root: Node = {}
    add_form(root, ["loss", "of", "balance"], LOSS)
    assert longest(root, ["balance"], 0) is None
    assert longest(root, ["loss", "of"], 0) is None


def test_search_begins_where_it_is_told() -> None:
    assert longest(tree(), ["no", "loss", "of", "balance"], 1) == (4, [LOSS])
    assert longest(tree(), ["no", "loss"], 0) is None


def test_one_form_may_have_several_senses_but_each_once() -> None:
    root = tree()
    add_form(root, ["loss"], OTHER)
    add_form(root, ["loss"], OTHER)
    assert longest(root, ["loss"], 0) == (1, [LOSS_ALONE, OTHER])


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("Half-Kneel", ["half", "kneel"]),
        ("figure-of-8", ["figure", "of", "8"]),
        ("w/c", ["w/c"]),
        ("-", ["-"]),
    ],
)
def test_forms_are_split_as_the_reader_meets_them(form: str, words: list[str]) -> None:
    assert split_form(form) == words


@pytest.mark.parametrize(
    ("one", "many"),
    [("step", "steps"), ("bus", "buses"), ("box", "boxes"), ("reach", "reaches"), ("brush", "brushes"),
     ("body", "bodies"), ("day", "days"), ("toy", "toys")],
)  # fmt: skip
def test_regular_plurals(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    ("base", "third", "past", "ing"),
    [
        ("guide", "guides", "guided", "guiding"),
        ("cue", "cues", "cued", "cueing"),
        ("tap", "taps", "tapped", "tapping"),
        ("block", "blocks", "blocked", "blocking"),
        ("modify", "modifies", "modified", "modifying"),
        ("play", "plays", "played", "playing"),
        ("reach", "reaches", "reached", "reaching"),
        ("row", "rows", "rowed", "rowing"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("assist", "assists", "assisted", "assisting"),
    ],
)
def test_regular_verb_forms(base: str, third: str, past: str, ing: str) -> None:
    assert inflect(base) == {"base": base, "third": third, "past": past, "ing": ing}


def grow(forms: list[str]) -> Node:
    root: Node = {}
    for form in forms:
        add_form(root, split_form(form), form)
    return root


def test_a_branch_grows_when_it_is_first_looked_up_and_once() -> None:
    grown: list[str] = []

    def watched(forms: list[str]) -> Node:
        grown.extend(forms)
        return grow(forms)

    root = Tree({"sit": ["sit up", "sit"], "stand": ["stand"]}, watched)
    assert "sit" in root
    assert "lie" not in root
    assert grown == []
    assert root.get("lie") is None
    assert longest(root, ["sit", "up"], 0) == (2, ["sit up"])
    assert longest(root, ["sit", "down"], 0) == (1, ["sit"])
    assert grown == ["sit up", "sit"]


def test_a_tree_is_the_mapping_that_its_branches_make() -> None:
    root = Tree({"sit": ["sit up"], "stand": ["stand"]}, grow)
    assert dict(root) == grow(["sit up", "stand"])
    assert len(root) == 2


@pytest.mark.parametrize("form", ["Half-Kneel", "figure-of-8", "w/c", "- both", "5xSTS", "Sit to stand"])
def test_the_first_word_is_the_first_that_the_reader_meets(form: str) -> None:
    assert first_word(form) == split_form(form)[0]


def test_a_form_of_no_words_has_no_first_word() -> None:
    assert first_word(" ") == ""


def test_all_words_are_those_of_each_form() -> None:
    forms = ["Half-Kneel", "figure-of-8", "w/c", "- both", "5xSTS", "Sit to stand", "don't", "caf\u00e9 au lait", "AFO"]
    assert all_words(forms) == {word for form in forms for word in split_form(form)}


def test_deficits_are_named_as_nouns_of_the_same_meaning() -> None:
    lexicon = load_pack().lexicon
    assert nominal(["wobbly"], lexicon) == "wobbliness"
    assert nominal(["leans", "left"], lexicon) == "leaning left"
    assert nominal(["foot", "drop"], lexicon) == "foot drop"


@pytest.mark.parametrize("words", [["cannot", "stand"], ["not", "steady"], ["more", "ataxic"], ["moves", "slowly"]])
def test_what_has_no_sure_noun_is_not_named(words: list[str]) -> None:
    assert nominal(words, {}) == ""
