import pytest

from tests.evaluated import Expected, measure, request, written


@pytest.mark.parametrize(
    ("status", "expected", "scores"),
    [
        ("accepted", "accepted", (1, 1, None)),
        ("needs_input", "accepted", (0, 0, None)),
        ("accepted", "refused", (0, None, 1)),
        ("needs_input", "needs_input", (1, None, 0)),
        ("failed", "needs_input", (0, None, 0)),
    ],
)
def test_acceptance_counts_for_the_notes_that_deserve_it_and_against_on_others(
    status: str, expected: Expected, scores: tuple[float | None, ...]
) -> None:
    run = written(status=status)
    names = ("status_as_expected", "accepted", "accepted_wrongly")
    assert tuple(measure(name, run, expected=expected) for name in names) == scores


@pytest.mark.parametrize(
    ("asks", "outcome", "scores"),
    [
        (0, "", (None, None, None)),
        (1, "accepted", (1, 1, 0)),
        (3, "accepted", (0, 1, 2)),
        (4, "exhausted", (0, 0, 3)),
        (1, "refused", (0, 0, 0)),
    ],
)
def test_tries_are_counted_where_a_model_was_asked(asks: int, outcome: str, scores: tuple[float | None, ...]) -> None:
    run = written(trace=(request(),) * asks, outcome=outcome)
    assert tuple(measure(name, run) for name in ("first_draft_taken", "draft_taken", "repairs")) == scores
