import asyncio
from dataclasses import replace

import pytest

from rewriter.bulk.prices import Rates
from rewriter.evaluate.arms import Arm
from rewriter.evaluate.perform import NOT_ASKED, perform, replay
from rewriter.evaluate.record import Scored
from rewriter.evaluate.sample import Sample
from rewriter.loop import OK, Ask, Reply, Usage
from rewriter.prompt import Prompt
from tests.bulk import GOOD, OPTIONS, written
from tests.evaluated_run import BAD, COMPOSED, arm, sample

ARM = arm("http://127.0.0.1:9/v1")


class Spoken:
    """A transport that says these texts one after another."""

    def __init__(self, *replies: Reply) -> None:
        self.left = list(replies)

    async def reply(self, ask: Ask, prompt: Prompt) -> Reply:
        return self.left.pop(0)

    async def aclose(self) -> None:
        pass


def did(*replies: Reply, of: Sample | None = None, by: Arm = ARM) -> Scored:
    return asyncio.run(perform(of or sample(), 1, by, OPTIONS, Spoken(*replies), Rates(1.0, 1.0).price))


def test_the_composer_is_scored_and_costs_nothing() -> None:
    record = asyncio.run(perform(sample(), 2, COMPOSED, OPTIONS))
    assert (record.run.status, record.epoch, record.run.cost) == ("accepted", 2, None)
    assert record.scores["status_as_expected"] == 1
    assert record.scores["edit_distance"] is None
    assert record.replies == ()


def test_a_model_is_measured_against_the_composer() -> None:
    record = did(written(GOOD))
    assert record.run.status == "accepted"
    assert record.run.engine == "m"
    assert record.scores["edit_distance"] is not None
    assert record.run.cost == pytest.approx(120e-6)
    assert len(record.replies) == 1


def test_seconds_count_the_requests() -> None:
    assert did(replace(written(GOOD), seconds=40.0)).run.seconds > 40


def test_what_must_be_refused_is_asked_of_no_model() -> None:
    record = did(of=Sample("e1", "NMR 3 min by rehab aide.", "refused"))
    assert record.run.status == "refused"
    assert record.run.trace == ()
    assert record.run.cost is None


@pytest.mark.parametrize("replies", [[written(GOOD)], [written(BAD), written({"s2": GOOD["s2"]})], [written(BAD)] * 4])
def test_a_replay_by_the_same_rules_comes_to_the_same(replies: list[Reply]) -> None:
    record = did(*replies)
    again = replay(sample(), record, ARM, OPTIONS)
    assert again.run.status == record.run.status
    assert again.run.rewrite == record.run.rewrite
    assert again.replies == record.replies
    assert (again.run.seconds, again.run.cost) == (record.run.seconds, record.run.cost)
    assert again.scores == record.scores


def test_a_replay_that_would_ask_on_fails_and_says_so() -> None:
    record = did(written(GOOD))
    stricter = replace(record, replies=(written(BAD).text,))
    again = replay(sample(), stricter, ARM, OPTIONS)
    assert again.run.status == "failed"
    assert again.run.outcome == NOT_ASKED


def test_replies_without_text_are_replayed_as_what_they_were() -> None:
    record = did(Reply("refused", usage=Usage(50, 0)))
    again = replay(sample(), record, ARM, OPTIONS)
    assert again.run.outcome == record.run.outcome == "refused"
    assert OK not in [request.outcome for request in again.run.trace]
