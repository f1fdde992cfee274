from rewriter.evaluate.changed import find_changed
from rewriter.evaluate.pairing import pair_up
from rewriter.evaluate.record import Scored
from tests.evaluated import found, record, written


def changed(one: list[Scored], other: list[Scored]) -> list[str]:
    return [item.sample for item in find_changed(pair_up(one, other).pairs)]


def test_findings_that_went_and_came_are_told_as_often_as_they_did() -> None:
    before = written(findings=(found("DOC101"), found("DOC101"), found("DOC140")))
    after = written("Another.", findings=(found("DOC101"), found("DOC150", "warning"), found("DOC102", "info")))
    [item] = find_changed(pair_up([record("a", {}, run=before)], [record("a", {}, run=after)]).pairs)
    assert (item.gone, item.come) == (("DOC101", "DOC140"), ("DOC150",))
    assert not item.same_text


def test_worse_notes_come_first_and_unchanged_ones_not_at_all() -> None:
    one = [record(name, {"accepted": 1.0, "trap_sprung": 0.0}) for name in "abc"]
    worse = written("Another.", status="needs_input")
    other = [
        record("a", {"accepted": 1.0, "trap_sprung": 0.0}, run=written("Another.")),
        record("b", {"accepted": 0.0, "trap_sprung": 1.0}, run=worse),
        record("c", {"accepted": 1.0, "trap_sprung": 0.0}),
    ]
    assert changed(one, other) == ["b", "a"]
    assert find_changed(pair_up(one, other).pairs)[0].worse == ("accepted", "trap_sprung")
    assert find_changed(pair_up(other, one).pairs)[0].better == ("accepted", "trap_sprung")


def test_the_first_epoch_that_differs_is_shown() -> None:
    one = [record("a", {}, epoch) for epoch in (1, 2, 3)]
    other = [record("a", {}, 1), record("a", {}, 2, written("Another.")), record("a", {}, 3, written("Third."))]
    [item] = find_changed(pair_up(one, other).pairs)
    assert (item.one.epoch, item.other.run.rewrite) == (2, "Another.")
    assert changed(one, one) == []
