"""Declared equalities: stems, groups of synonyms, entailments, words and phrases that claim nothing."""

from itertools import combinations

import pytest

from rewriter.errors import PackError
from rewriter.fidelity.texts.exclusive import families
from rewriter.pack import load_pack
from rewriter.paraphrase import Leaf, build_paraphrases, stem

CLINICAL = frozenset(
    "part impairment symptom diagnosis device equipment surface level side measure cue better worse vital".split()
)


@pytest.mark.parametrize(
    "forms",
    [
        ("tap", "taps", "tapped", "tapping"),
        ("carry", "carries", "carried", "carrying"),
        ("unsteady", "unsteadiness", "unsteadily"),
        ("fall", "falls", "falling"),
        ("patient", "patient's"),
    ],
)
def test_the_forms_of_a_word_meet_in_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("pelvis", "pelvic"), ("bus", "busy"), ("carry", "car"), ("left", "leaf")])
def test_unlike_words_keep_unlike_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_group_is_found_by_each_member_without_its_function_words() -> None:
    built = build_paraphrases("the of a", "", "", "loss of balance | lost the balance", "")
    for member in ("loss", "lost"):
        assert built.same[stem(member)]["balanc"][""] == Leaf(("=loss of balance",), (), (), False)


def test_a_specific_expression_names_what_it_may_be_told_as() -> None:
    built = build_paraphrases("", "", "", "walker | frame", "rolling walker > walker")
    assert built.same["roll"]["walker"][""] == Leaf(("=rolling walker",), ("=walker",), (), False)


def test_an_idiom_is_no_group() -> None:
    built = build_paraphrases("", "", "took place", "", "")
    assert built.same["took"]["plac"][""] == Leaf((), (), (), True)


@pytest.mark.parametrize(("same", "general"), [("alone", ""), ("a | ", ""), ("", "a b"), ("", "a >")])
def test_a_line_of_another_form_is_an_error(same: str, general: str) -> None:
    with pytest.raises(PackError):
        build_paraphrases("", "", "", same, general)


def test_no_neutral_word_names_something_clinical() -> None:
    pack = load_pack()
    claims = {
        word: sorted({sense.kind for sense in pack.lexicon[word][""]} & CLINICAL)
        for word in sorted(pack.paraphrases.neutral)
        if word in pack.lexicon and "" in pack.lexicon[word]
    }
    assert {word: kinds for word, kinds in claims.items() if kinds} == {}


def test_no_scaffold_word_is_a_denial_a_doubt_or_a_side() -> None:
    pack = load_pack()
    for word in pack.paraphrases.neutral:
        kinds = {sense.kind for sense in pack.lexicon.get(word, {}).get("", ())}
        assert not kinds & {"negation", "possible", "refusal", "side", "level"}, word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("steady", "unsteady"),
        ("met", "unmet"),
        ("coordinated", "uncoordinated"),
        ("able", "unable"),
        ("excluded", "counted"),
        ("dependent", "independent"),
        ("pain", "painless"),
        ("increased", "decreased"),
        ("retraction", "protraction"),
        ("flexion", "extension"),
        ("off", "on"),
        ("saturday", "sat"),
    ],
)
def test_opposites_share_no_group(one: str, other: str) -> None:
    data = load_pack().paraphrases

    def keys(word: str) -> set[str]:
        leaf = data.same.get(stem(word), {}).get("")
        return {stem(word), *(leaf.keys if leaf is not None else ())}

    assert keys(one).isdisjoint(keys(other))


@pytest.mark.parametrize(
    "word",
    "independently safely improved severe consistently successfully skilled significant week achieved can".split(),
)
def test_a_word_that_claims_is_not_neutral(word: str) -> None:
    assert word not in load_pack().paraphrases.neutral


def test_what_is_told_less_exactly_is_so_in_the_group_that_it_opens() -> None:
    """A homonym in another group lends its less exact words to none of its synonyms there."""
    built = build_paraphrases(
        "as", "", "", "directed | aimed\naccording to | as directed | as noted", "directed > taught"
    )
    assert built.same["aim"][""].less == ("=taught",)
    assert not built.same["note"][""].less


def test_qualities_that_exclude_each_other_share_no_group() -> None:
    data = load_pack().paraphrases

    def keys(form: tuple[str, ...]) -> set[str]:
        node = data.same
        for word in form:
            node = node.get(stem(word), {})
        leaf = node.get("")
        return set(leaf.keys) if leaf is not None else set()

    for qualities, *_ in families():
        told = [set().union(*(keys(form) for form in sure)) for sure, _ in qualities]
        assert all(one.isdisjoint(two) or "=pm" in one or "=evening" in one for one, two in combinations(told, 2))


def test_a_denied_member_does_not_stand_for_what_it_denies() -> None:
    built = build_paraphrases("no not the", "", "", "without a rail | no rail", "")
    leaf = built.same["rail"][""]
    assert not leaf.keys
    assert leaf.denied == ("=without a rail",)
