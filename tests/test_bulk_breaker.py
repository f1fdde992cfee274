import pytest

from rewriter.bulk.breaker import Breaker
from rewriter.loop import OK, REFUSED, UNREACHABLE, Reply, Try

GONE, CAME = Reply(UNREACHABLE, tries=(Try("503", 0.1),)), Reply(OK, "{}")


def judge(replies: list[Reply]) -> list[str]:
    breaker = Breaker()
    return [breaker.judge(reply) for reply in replies]


def test_no_money_ends_a_run_at_once() -> None:
    assert judge([CAME, Reply(UNREACHABLE, tries=(Try("500", 1), Try("insufficient_quota", 1)))]) == ["", "quota"]


def test_twenty_without_a_reply_in_a_row_end_a_run() -> None:
    assert judge([GONE] * 20) == [""] * 19 + ["failing"]
    assert not any(judge([*[GONE] * 19, CAME, *[GONE] * 19]))


def test_more_than_a_fifth_of_the_last_two_hundred_end_a_run() -> None:
    fifth = [GONE, CAME, CAME, CAME, CAME] * 100
    assert not any(judge(fifth))
    assert judge([*fifth, GONE, GONE])[-1] == "failing"


@pytest.mark.parametrize("count", [5, 199])
def test_a_few_early_faults_do_not(count: int) -> None:
    assert not any(judge(([GONE] * 10 + [CAME]) * 100)[:count])


def test_a_reply_that_refuses_is_a_reply() -> None:
    assert not any(judge([Reply(REFUSED)] * 300))
