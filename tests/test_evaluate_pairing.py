from rewriter.evaluate.pairing import pair_up
from tests.evaluated import record


def test_notes_are_paired_and_what_only_one_arm_has_is_named() -> None:
    one = [record("a", {"words": 1}), record("b", {"words": 2})]
    other = [record("c", {"words": 5}), record("b", {"words": 3})]
    paired = pair_up(one, other)
    assert [pair.sample for pair in paired.pairs] == ["b"]
    assert (paired.only_one, paired.only_other) == (("a",), ("c",))


def test_epochs_are_averaged_within_a_note_and_come_in_order() -> None:
    one = [record("a", {"words": 10}, 2), record("a", {"words": 20}, 1), record("a", {"words": None}, 3)]
    [pair] = pair_up(one, [record("a", {"words": 7})]).pairs
    assert [run.epoch for run in pair.one] == [1, 2, 3]
    assert pair.means("words") == (15, 7)
    assert pair.means("cost") is None
