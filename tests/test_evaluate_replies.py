import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rewriter.bulk.calls import Stopped
from rewriter.bulk.journal import Journal
from rewriter.bulk.tally import Tally
from rewriter.evaluate.replies import OFFLINE, Asking, address
from rewriter.loop import UNREACHABLE, Ask, Reply
from rewriter.prompt import Message, load_prompt
from tests.bulk import GOOD, NOW, Scripted, written
from tests.evaluated_run import arm

ARM = arm("http://127.0.0.1:9/v1")
PROMPT = load_prompt("arrange@1")
ASK = Ask("draft", (Message("system", "S"), Message("user", "U")), 100)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = Journal(tmp_path / "j", create=True)
    yield opened
    opened.close()


def asking(journal: Journal, calls: Scripted | None) -> Asking:
    return Asking(ARM, journal, journal.begin_run(b"d", "arm", {}, NOW), calls, Tally())


def test_a_request_is_asked_once(journal: Journal) -> None:
    calls = Scripted(lambda number, ask: written({"s1": str(number)}))
    desk = asking(journal, calls)
    one = asyncio.run(desk.of(1).reply(ASK, PROMPT))
    assert asyncio.run(desk.of(1).reply(ASK, PROMPT)) == one
    assert len(calls.asked) == 1
    assert desk.tally.calls == 1


def test_the_same_request_again_in_one_run_and_another_epoch_are_other_requests(journal: Journal) -> None:
    calls = Scripted(lambda number, ask: written({"s1": str(number)}))
    desk = asking(journal, calls)
    transport = desk.of(1)
    texts = [asyncio.run(transport.reply(ASK, PROMPT)).text for _ in range(2)]
    texts.append(asyncio.run(desk.of(2).reply(ASK, PROMPT)).text)
    assert len(set(texts)) == 3
    anew = desk.of(1)
    assert [asyncio.run(anew.reply(ASK, PROMPT)).text for _ in range(2)] == texts[:2]


def test_what_may_not_be_asked_stops(journal: Journal) -> None:
    with pytest.raises(Stopped, match=OFFLINE):
        asyncio.run(asking(journal, None).of(1).reply(ASK, PROMPT))


def test_that_no_reply_came_is_not_held_against_the_model(journal: Journal) -> None:
    with pytest.raises(Stopped, match=UNREACHABLE):
        asyncio.run(asking(journal, Scripted(lambda number, ask: Reply(UNREACHABLE))).of(1).reply(ASK, PROMPT))
    later = asking(journal, Scripted(lambda number, ask: written(GOOD)))
    assert asyncio.run(later.of(1).reply(ASK, PROMPT)).text


def test_the_address_is_all_that_decides_the_reply() -> None:
    base = address(ARM, ASK, PROMPT, 1)
    others = {
        address(arm("http://127.0.0.1:9/v1", "other"), ASK, PROMPT, 1),
        address(replace(ARM, parameters="text 1.0"), ASK, PROMPT, 1),
        address(ARM, replace(ASK, most_tokens=200), PROMPT, 1),
        address(ARM, replace(ASK, messages=ASK.messages[:1]), PROMPT, 1),
        address(ARM, ASK, replace(PROMPT, temperature=1.0), 1),
        address(ARM, ASK, PROMPT, 2),
    }
    assert len(others) == 6
    assert base not in others
    assert address(arm("http://127.0.0.1:8/v1"), replace(ASK, kind="again"), PROMPT, 1) == base
