import pytest

from rewriter.evaluate.compare import Chance, Comparison, compare
from rewriter.evaluate.scores import find_scores
from tests.evaluated import arm, record

BOTH = find_scores(["status_as_expected", "words"])


def quick(one: list, other: list) -> Comparison:  # type: ignore[type-arg]
    return compare(one, other, scores=BOTH, chance=Chance(resamples=499))


def test_a_worse_arm_is_shown_to_be_worse_and_the_same_arm_is_not() -> None:
    good, bad = arm(1, 0.9), arm(2, 0.6)
    worse, same = quick(good, bad).of("status_as_expected"), quick(good, good).of("status_as_expected")
    assert worse is not None
    assert same is not None
    assert worse.interval is not None
    assert (worse.verdict, quick(bad, good).contrasts[0].verdict, same.verdict) == ("worse", "better", "not shown")
    assert worse.interval.low < worse.difference < worse.interval.high < 0
    assert (same.difference, same.p, same.differing) == (0.0, 1.0, 0)


def test_epochs_of_a_note_are_not_so_many_notes() -> None:
    one, other = arm(1, 0.8, notes=40, epochs=5), arm(2, 0.8, notes=40, epochs=5)
    found = quick(one, other)
    assert found.notes == 40
    assert {item.notes for item in found.contrasts} == {40}


def test_a_yes_or_no_score_is_tested_by_the_majority_of_epochs() -> None:
    def runs(answers: dict[str, tuple[int, int, int]]) -> list:  # type: ignore[type-arg]
        return [
            record(name, {"status_as_expected": float(yes)}, epoch)
            for name, epochs in answers.items()
            for epoch, yes in enumerate(epochs, 1)
        ]

    found = quick(
        runs({"a": (1, 1, 0), "b": (0, 0, 1), "c": (1, 1, 1)}), runs({"a": (0, 0, 1), "b": (0, 1, 1), "c": (1, 1, 0)})
    ).contrasts[0]
    assert (found.only_one, found.only_other, found.p) == (1, 1, 1.0)
    assert found.difference == pytest.approx(-1 / 9)


def test_few_notes_have_no_interval() -> None:
    found = quick(arm(1, 0.9, notes=9), arm(2, 0.6, notes=9)).contrasts[1]
    assert found.interval is None


def test_p_is_corrected_for_the_number_of_scores() -> None:
    for item in quick(arm(1, 0.9), arm(2, 0.7)).contrasts:
        assert item.p is not None
        assert item.p_holm is not None
        assert item.p <= item.p_holm <= min(1.0, 2 * item.p)


def test_scores_that_apply_to_no_note_are_left_out() -> None:
    one = [record("a", {"status_as_expected": 1.0, "words": None}), record("b", {"status_as_expected": None})]
    found = quick(one, one)
    assert [item.score.name for item in found.contrasts] == ["status_as_expected"]
    assert found.of("words") is None
    assert found.contrasts[0].notes == 1


def test_tags_show_where_a_difference_comes_from_and_are_not_tested() -> None:
    found = quick(arm(1, 0.9, tags=3), arm(2, 0.6, tags=3))
    assert list(found.by_tag) == ["group:0", "group:1", "group:2"]
    assert sum(items[0].notes for items in found.by_tag.values()) == 120
    assert {item.p for items in found.by_tag.values() for item in items} == {None}


def test_rules_and_changed_notes_stand_beside_the_scores() -> None:
    found = quick(arm(1, 1.2), arm(2, -0.2))
    assert found.rules == {"DOC101": (0.0, 1.0)}
    assert len(found.changed) == 120


def test_notes_of_one_arm_alone_are_left_out_and_named() -> None:
    found = quick(arm(1, 0.9)[:-2], arm(2, 0.9)[1:])
    assert (found.notes, found.only_one, found.only_other) == (117, ("n0",), ("n118", "n119"))


def test_arms_without_a_common_note_say_nothing() -> None:
    found = quick([record("a", {"words": 1})], [record("b", {"words": 1})])
    assert (found.notes, found.contrasts, found.changed) == (0, (), ())


def test_the_same_seed_gives_the_same_comparison() -> None:
    assert quick(arm(1, 0.9), arm(2, 0.8)) == quick(arm(1, 0.9), arm(2, 0.8))
