"""A desk reads, asks and judges; what it cannot do it says without the text."""

import json
import signal
from datetime import datetime
from typing import Any

import pytest

from rewriter import underway
from rewriter.button.desk import Desk
from rewriter.button.turn import Done, Order, Refused, Turn
from rewriter.engine import Writer
from rewriter.intake import Options
from rewriter.visit import Visit
from tests.button import FULL, GOOD, LACKING, LACKS, THIN, Scripted, engine_for, written

NOW = datetime(2026, 11, 22, 9, 0)
OPTIONS = Options("97112", Visit(), (), "narrative", None)
NAME = "Testa Patiente"


def make(seconds: float = 600, *, asks: bool = True) -> Desk:
    return Desk(OPTIONS, Writer.of(engine_for(Scripted())) if asks else None, seconds)


def order(text: str = FULL, *, by_model: bool = False, offsets: str = "code_points", **line: Any) -> Order:
    return Order({"text": text, **line}, "narrative", offsets, by_model)


def turn(found: Turn | Refused) -> Turn:
    assert isinstance(found, Turn)
    return found


def done(found: Turn | Refused) -> Done:
    end = turn(found).done
    assert end is not None
    return end


def test_the_composer_ends_at_once_and_tells_every_step() -> None:
    found = turn(make().begin(1, order(), NOW))
    assert [told.event for told in found.told] == ["reading", "questions", "draft", "checked"]
    assert done(found).status == "accepted"
    assert json.loads(done(found).json)["rewrite"].startswith("Therapist provided")


def test_a_model_is_asked_for_a_note_and_its_draft_is_judged() -> None:
    desk = make()
    found = turn(desk.begin(1, order(by_model=True), NOW))
    assert [told.event for told in found.told] == ["reading", "questions"]
    assert found.ask is not None
    found = turn(desk.go_on(1, written(GOOD)))
    assert [told.data["by"] for told in found.told] == ["model", "rules"]
    assert json.loads(done(found).json)["engine"] == "scripted"
    assert not desk._open


def test_what_must_be_refused_is_refused_before_a_model_is_asked() -> None:
    assert done(make().begin(1, order(THIN, by_model=True), NOW)).status == "refused"


def test_questions_come_before_a_draft_and_answers_end_them() -> None:
    found = turn(make().begin(1, order(LACKING), NOW))
    assert LACKS in [one["code"] for one in found.told[1].data["questions"]]
    assert done(make().begin(1, order(LACKING, answers={LACKS: "safe stairs"}), NOW)).status == "accepted"


def test_a_signed_note_gets_an_addition_and_no_rewrite() -> None:
    data = json.loads(done(make().begin(1, order(signed=True), NOW)).json)
    assert data["rewrite"] is None
    assert data["record"]["kind"] == "addendum"


def test_a_note_that_is_dropped_is_forgotten() -> None:
    desk = make()
    desk.begin(1, order(by_model=True), NOW)
    desk.drop(1)
    desk.drop(1)
    assert not desk._open


def test_a_text_is_judged_alone_and_beside_its_note() -> None:
    alone = json.loads(done(make().check(Order({"rewrite": FULL}, "narrative", "code_points"))).json)
    beside = Order({"rewrite": FULL.replace("R", "L"), "source": FULL}, "narrative", "utf16")
    both = json.loads(done(make().check(beside)).json)
    assert {"verdict", "findings", "segments", "questions", "versions"} <= set(alone)
    assert any(item["code"].startswith("FID") for item in both["findings"])


@pytest.mark.parametrize("line", [{"cpt": "nope"}, {"answers": {"DOC999": "x"}}, {"visit": {"minutes": "x"}}])
def test_what_cannot_be_used_is_refused_in_words(line: dict[str, Any]) -> None:
    found = make().begin(1, order(**line), NOW)
    assert isinstance(found, Refused)
    assert found.kind == "invalid"


def test_a_broken_character_is_refused() -> None:
    found = make().begin(1, order(visit={"signed_by": "\ud800"}), NOW)
    assert isinstance(found, Refused)


def test_a_fault_of_ours_is_told_by_its_place_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError(NAME)

    monkeypatch.setattr(underway, "begin", fail)
    found = make().begin(1, order(), NOW)
    assert isinstance(found, Refused)
    assert found.kind == "fault"
    assert NAME not in found.detail


def test_a_text_that_takes_too_long_is_given_up_and_the_next_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    def go_on_for_ever(*_: object, **__: object) -> None:
        while True:
            try:
                sum(range(10_000))
            except Exception:  # what gives up must get through this
                continue

    before = signal.getsignal(signal.SIGPROF)
    with monkeypatch.context() as patch:
        patch.setattr(underway, "begin", go_on_for_ever)
        found = make(0.05).begin(1, order(), NOW)
    assert isinstance(found, Refused)
    assert found.kind == "slow"
    assert signal.getsignal(signal.SIGPROF) == before
    assert done(make().begin(1, order(), NOW)).status == "accepted"


def test_rules_are_listed_by_pack_or_code() -> None:
    def rules(name: str) -> Any:
        found = make().list_rules(name)
        assert isinstance(found, bytes)
        return json.loads(found)["rules"]

    assert len(rules("97112")) > 50
    assert [rule["code"] for rule in rules("DOC130")] == ["DOC130"]
    assert isinstance(make().list_rules("DOC999"), Refused)
    assert isinstance(make().list_rules("nope"), Refused)
