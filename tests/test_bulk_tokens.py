import pytest

from rewriter.bulk.tokens import estimate, find_largest, find_most, foresee
from rewriter.loop import Ask, Limits, Usage
from rewriter.prompt import Message


def ask(text: str, room: int = 1_200) -> Ask:
    return Ask("draft", (Message("system", "Write."), Message("user", text)), room)


@pytest.mark.parametrize("text", ["", "Wt shift R, TC @ quads", "5 °C · 👩‍⚕️ 平衡", "\ud800", "x" * 10_000])
def test_the_most_is_never_less_than_the_estimate(text: str) -> None:
    assert estimate(ask(text)) <= find_most(ask(text), 1).input


def test_each_try_is_read_anew_and_one_is_answered() -> None:
    once, thrice = find_most(ask("note"), 1), find_most(ask("note"), 3)
    assert thrice == Usage(3 * once.input, once.output)


def test_a_note_takes_at_least_one_short_draft_and_at_most_its_budget() -> None:
    limits = Limits()
    least, most = foresee(ask("x" * 3_000), limits)
    assert least == Usage(1_202, 120)
    assert most.input + most.output <= limits.tokens
    assert most.input > least.input
    assert most.output > least.output


def test_a_small_budget_still_allows_the_first_request() -> None:
    least, most = foresee(ask("x" * 3_000), Limits(500, 50))
    assert most.input >= least.input


def test_the_loop_makes_no_larger_request() -> None:
    # As the loop counts: a third of the characters and the room together within the budget.
    limits = Limits(5_000, 1_200)
    largest = ask("x" * (3 * (limits.tokens - limits.reply) - len("Write.") + 2), limits.reply)
    assert estimate(largest) + largest.most_tokens <= find_largest(limits)
