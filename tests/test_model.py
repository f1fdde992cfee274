import asyncio
import json
import logging
import random
import sys
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from rewriter import Note, Result, Status, Visit, aimprove, improve
from rewriter.errors import ModelError
from rewriter.loop import (
    ACCEPTED,
    CUT_OFF,
    EMPTY,
    FILTERED,
    LATE,
    MALFORMED,
    OK,
    REFUSED,
    UNREACHABLE,
    WRONG_IDS,
    Ask,
    Reply,
)
from rewriter.model import FREE, PROVED, ModelEngine, Server, Told, open_engine
from rewriter.prompt import Message, load_prompt
from rewriter.settings import load_settings
from tests.fault_server import (
    CUT,
    DRIP,
    EMPTY_CHOICES,
    HANG,
    NOT_JSON,
    RESET,
    Answer,
    FaultServer,
    Script,
    completion,
    draft,
    error,
)

NOTE = Note("Wt shift to R, TC @ R hip, poor propriocep R LE. goal: amb to bathroom. 20 min")
# What a model would reply for that note, in slots.
GOOD = {
    "s1": "Therapist provided {treatment1} for {time1}.",
    "s2": "Patient presented with {impairment1}.",
    "s3": "Therapist facilitated {activity1} using {cue1}.",
}


FAULTS = [
    error(429, headers={"Retry-After": "0"}),
    error(500),
    RESET,
    CUT,
    NOT_JSON,
    EMPTY_CHOICES,
    completion("not json"),
    completion('{"sentences": [', reason="length"),
    completion(None, refusal="no"),
    completion("x", reason="content_filter"),
    draft({"s9": "{nothing1}."}),
    draft({**GOOD, "s2": "Patient presented with {impairment1} and dizziness."}),
]


def engine_for(server: FaultServer, style: str = PROVED, **flags: Any) -> ModelEngine:
    flags = {"call_timeout": 30.0, "timeout": 120.0, **flags}
    return open_engine("scripted", style=style, settings=load_settings(base_url=server.url, **flags))


def always(answer: Answer) -> Script:
    return lambda number, request: answer


def in_turn(*answers: Answer) -> Script:
    return lambda number, request: answers[min(number, len(answers) - 1)]


def test_a_good_draft_is_accepted() -> None:
    with FaultServer(always(draft(GOOD))) as server:
        result = improve(NOTE, engine=engine_for(server))
    assert result.status is Status.ACCEPTED
    assert result.engine == "scripted"
    data = result.to_dict()
    assert data["usage"] == {"input_tokens": 100, "output_tokens": 20}
    assert data["versions"]["prompt"] == "arrange@1"
    assert [step["outcome"] for step in data["trace"]] == [OK]
    assert data["trace"][0]["request_id"] == "req-1"


def test_a_faulty_sentence_is_repaired() -> None:
    wrong = {**GOOD, "s3": "Therapist facilitated {activity1} with impaired balance using {cue1}."}
    with FaultServer(in_turn(draft(wrong), draft({"s3": GOOD["s3"]}))) as server:
        result = improve(NOTE, engine=engine_for(server))
        assert len(server.requests) == 2
    assert result.status is Status.ACCEPTED
    assert result.rewrite is not None
    assert "balance" not in result.rewrite


def test_what_a_model_invents_never_gets_through() -> None:
    wrong = {**GOOD, "s2": "Patient presented with {impairment1} and impaired balance."}
    with FaultServer(always(draft(wrong))) as server:
        result = improve(NOTE, engine=engine_for(server))
    assert result.status is Status.FAILED
    assert result.engine == "compose"
    assert result.rewrite is not None
    assert "balance" not in result.rewrite
    assert result.attempt is not None
    assert "impaired balance" in result.attempt


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (completion(None, refusal="I cannot"), REFUSED),
        (completion("x", reason="content_filter"), FILTERED),
        (error(400, "content_filter"), FILTERED),
        (error(401), UNREACHABLE),
        (error(404), UNREACHABLE),
        (error(429, "insufficient_quota"), UNREACHABLE),
    ],
)
def test_some_answers_end_it_without_another_try(answer: Answer, outcome: str) -> None:
    with FaultServer(always(answer)) as server:
        result = improve(NOTE, engine=engine_for(server))
        assert len(server.requests) == 1
    assert result.status is Status.FAILED
    assert result.to_dict()["outcome"] == outcome
    assert result.rewrite  # the composer's


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (completion("not json"), MALFORMED),
        (completion(""), EMPTY),
        (EMPTY_CHOICES, EMPTY),
        (completion(json.dumps({"sentences": [{"id": "a", "text": "x"}] * 2})), WRONG_IDS),
        (completion('{"sentences": [{"id": "s1", "te', reason="length"), CUT_OFF),
    ],
)
def test_an_unusable_reply_is_asked_again(answer: Answer, outcome: str) -> None:
    with FaultServer(in_turn(answer, draft(GOOD))) as server:
        result = improve(NOTE, engine=engine_for(server))
    assert result.status is Status.ACCEPTED
    assert [step["outcome"] for step in result.to_dict()["trace"]] == [outcome, OK]


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        (error(429, headers={"Retry-After": "0"}), "429"),
        (error(500), "500"),
        (error(503), "503"),
        (RESET, "connection"),
        (CUT, "connection"),
        (HANG, "timeout"),
        (DRIP, "timeout"),
        (NOT_JSON, "unreadable"),
    ],
)
def test_a_fault_of_transport_is_tried_again_and_told(answer: Answer, name: str) -> None:
    wait = 1.0 if name == "timeout" else 30.0
    with FaultServer(in_turn(answer, draft(GOOD))) as server:
        result = improve(NOTE, engine=engine_for(server, call_timeout=wait))
    assert result.status is Status.ACCEPTED
    (step,) = result.to_dict()["trace"]
    assert [one["outcome"] for one in step["tries"]] == [name]


def test_the_server_says_when_to_come_back() -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    with FaultServer(in_turn(error(429, headers={"Retry-After": "7"}), draft(GOOD))) as server:
        engine = engine_for(server)
        assert isinstance(engine.transport, Server)
        engine.transport.sleep = sleep
        improve(NOTE, engine=engine)
    assert len(slept) == 1
    assert 7 <= slept[0] < 10


def test_a_deadline_stands_over_all_tries() -> None:
    with FaultServer(always(HANG)) as server:
        result = improve(NOTE, engine=engine_for(server, call_timeout=5.0, timeout=0.3))
    assert result.status is Status.FAILED
    assert result.to_dict()["outcome"] == LATE
    assert result.rewrite


def test_cancelling_cancels() -> None:
    async def cancel() -> None:
        with FaultServer(always(HANG)) as server:
            task = asyncio.create_task(aimprove(NOTE, engine=engine_for(server, call_timeout=30.0)))
            await asyncio.sleep(0.2)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(cancel())


def test_waiting_inside_an_event_loop_is_an_error_that_says_what_to_do() -> None:
    async def wait() -> None:
        with FaultServer(always(draft(GOOD))) as server:
            improve(NOTE, engine=engine_for(server))

    with pytest.raises(ModelError, match="aimprove"):
        asyncio.run(wait())


def test_other_servers_are_sent_nothing_of_openai() -> None:
    with FaultServer(always(draft(GOOD))) as server:
        improve(NOTE, engine=engine_for(server))
        (request,) = server.requests
    assert set(request) == {"model", "messages", "response_format", "temperature", "max_tokens"}
    assert request["response_format"]["json_schema"]["strict"] is True


def test_openai_is_sent_its_own_fields() -> None:
    settings = load_settings(base_url="https://api.openai.com/v1", client="clinic", safety_key="k", output="json")
    engine = open_engine("m", settings=settings)
    state: list[Mapping[str, Any]] = []

    class Spy:
        async def reply(self, ask: Any, prompt: Any) -> Any:
            assert isinstance(engine.transport, Server)
            state.append(engine.transport.body(ask, prompt))
            raise asyncio.CancelledError

        async def aclose(self) -> None:
            pass

    spied = ModelEngine("m", PROVED, engine.prompt, True, engine.limits, 5.0, Spy())
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(aimprove(NOTE, engine=spied))
    body = state[0]
    assert body["store"] is False
    assert body["response_format"] == {"type": "json_object"}
    assert len(body["safety_identifier"]) == 64
    assert "clinic" not in body["safety_identifier"]
    assert {"prompt_cache_key", "max_completion_tokens"} <= set(body)


def test_nothing_refused_costs_a_token() -> None:
    with FaultServer(always(draft(GOOD))) as server:
        result = improve(Note("bal ex, tol well, cont POC"), engine=engine_for(server))
        assert server.requests == []
    assert result.status is Status.REFUSED


def test_the_model_does_not_see_who_the_patient_is() -> None:
    note = Note(
        "Testa Patiente wt shift to R, TC @ R hip, poor propriocep R LE.", visit=Visit(people=("Testa Patiente",))
    )
    for style in (PROVED, FREE):
        with FaultServer(always(draft(GOOD))) as server:
            improve(note, engine=engine_for(server, style))
            assert server.requests
            assert "patiente" not in json.dumps(server.requests).lower()


def test_free_prose_is_compared_with_the_note() -> None:
    note = Note("Weight shift to right. Tactile cues at right hip. Poor proprioception of right leg. Goal: walk home.")
    true = {
        "s1": "Therapist guided weight shift to the right with tactile cues at the right hip.",
        "s2": "Poor proprioception of the right leg was noted.",
        "s3": "Goal: walk home.",
    }
    false = {**true, "s1": true["s1"].replace("right hip", "left hip")}
    with FaultServer(always(draft(true))) as server:
        assert improve(note, engine=engine_for(server, FREE)).engine == "scripted"
    with FaultServer(always(draft(false))) as server:
        result = improve(note, engine=engine_for(server, FREE))
    assert result.status is Status.FAILED
    assert "FID202" in result.to_dict()["trace"][0]["codes"] or "FID102" in result.to_dict()["trace"][0]["codes"]


class Turnstile:
    """A gate that lets so many tries pass, and notes how each ended."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.told: list[tuple[str, float | None]] = []

    async def enter(self, ask: Ask) -> Told | None:
        self._most -= 1
        return (lambda outcome, wait: self.told.append((outcome, wait))) if self._most >= 0 else None


async def ask_through(gate: Turnstile, server: FaultServer) -> Reply:
    transport = Server("m", load_settings(base_url=server.url), gate=gate)
    try:
        return await transport.reply(Ask("draft", (Message("user", "x"),), 100), load_prompt("arrange"))
    finally:
        await transport.aclose()


def test_every_try_passes_the_gate_which_is_told_how_it_ended() -> None:
    gate = Turnstile(9)
    with FaultServer(in_turn(error(429, headers={"Retry-After": "0.01"}), draft(GOOD))) as server:
        assert asyncio.run(ask_through(gate, server)).outcome == OK
    assert gate.told == [("429", 0.01), (OK, None)]


@pytest.mark.parametrize("most", [0, 1])
def test_a_gate_that_is_shut_ends_the_request(most: int) -> None:
    with FaultServer(always(error(429, headers={"Retry-After": "0"}))) as server:
        reply = asyncio.run(ask_through(Turnstile(most), server))
        assert len(server.requests) == most
    assert (reply.outcome, len(reply.tries)) == (UNREACHABLE, most)


def test_only_openai_is_sent_the_tier() -> None:
    ask = Ask("draft", (Message("user", "x"),), 100)
    for url, tier, sent in (
        ("https://api.openai.com/v1", "flex", "flex"),
        ("https://api.openai.com/v1", "default", None),
        ("http://127.0.0.1:1/v1", "flex", None),
    ):
        body = Server("m", load_settings(base_url=url, tier=tier)).body(ask, load_prompt("arrange"))
        assert body.get("service_tier") == sent


def run_chaos(count: int, concurrency: int = 32) -> tuple[list[Result], tuple[int, int]]:
    """Improve `count` notes while three in ten replies are faulty; return the results and the tokens charged."""
    dice = random.Random(7)

    def script(number: int, request: Mapping[str, Any]) -> Answer:
        return dice.choice(FAULTS) if dice.random() < 0.3 else draft(GOOD)

    note = Note("Plantedname seen today. " + NOTE.text, visit=Visit(people=("Plantedname",)))

    async def run(server: FaultServer) -> list[Result]:
        engine = engine_for(server, timeout=600.0, call_timeout=60.0)
        gate = asyncio.Semaphore(concurrency)

        async def one() -> Result:
            async with gate:
                return await aimprove(note, engine=engine)

        try:
            return await asyncio.gather(*(one() for _ in range(count)))
        finally:
            await engine.transport.aclose()

    with FaultServer(script) as server:
        return asyncio.run(run(server)), server.charged


def check_chaos(results: list[Result], charged: tuple[int, int]) -> None:
    for result in results:
        errors = [item for item in result.verdict.findings if item.level == "error"]
        assert not (errors and result.status is Status.ACCEPTED)
        assert result.status in (Status.ACCEPTED, Status.NEEDS_INPUT, Status.FAILED)
    used = [result.to_dict()["usage"] for result in results]
    assert (sum(one["input_tokens"] for one in used), sum(one["output_tokens"] for one in used)) == charged


def test_a_bad_line_loses_nothing_and_tells_nothing(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    results, charged = run_chaos(50)
    assert len(results) == 50
    check_chaos(results, charged)
    assert sum(result.to_dict()["outcome"] == ACCEPTED for result in results) > 25
    assert "plantedname" not in caplog.text.lower()
    assert "proprioception" not in caplog.text.lower()


if __name__ == "__main__":
    done, paid = run_chaos(int(sys.argv[1]))
    check_chaos(done, paid)
    print(Counter(str(result.status) for result in done), Counter(result.to_dict()["outcome"] for result in done), paid)
