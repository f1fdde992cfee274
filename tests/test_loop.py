import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.draft import Draft, DraftSentence
from rewriter.errors import InputError
from rewriter.loop import (
    ACCEPTED,
    AGAIN,
    CUT_OFF,
    DRAFT,
    EMPTY,
    EXHAUSTED,
    FILTERED,
    LATE,
    MALFORMED,
    NEW,
    OK,
    OVER_BUDGET,
    REFUSED,
    REPAIR,
    REPLY_SCHEMA,
    UNREACHABLE,
    WRONG_IDS,
    Fault,
    Judged,
    Limits,
    Reply,
    State,
    Task,
    Usage,
    advance,
    parse_reply,
    start,
)
from rewriter.prompt import Prompt

PARTS = {"system": "rules", "ask": "$sheet", "repair": "$sheet|$sentences|$faults|$ids", "again": "$sheet|$faults"}
LIMITS, USAGE = Limits(), Usage(10, 5)
PROMPT = Prompt("test", 1, "", "", ("sheet",), 0.0, PARTS, "0" * 64)


def judge(draft: Draft) -> Judged:
    """A sentence is faulty where it says "bad"; the word "need" must stand somewhere."""
    faults = [Fault(one.id, "T1", "bad word") for one in draft.sentences if "bad" in one.text]
    if not any("need" in one.text for one in draft.sentences):
        faults.append(Fault("", "T2", "left out"))
    return Judged(draft, tuple(faults))


def begin(limits: Limits = LIMITS) -> State:
    return start(Task(PROMPT, {"sheet": "the facts"}, judge, limits))


def said(usage: Usage = USAGE, rows: Mapping[str, str] | None = None, **sentences: str) -> Reply:
    told = [{"id": name, "text": text} for name, text in {**(rows or {}), **sentences}.items()]
    return Reply(OK, json.dumps({"sentences": told}), usage)


def kinds(state: State) -> list[str]:
    return [step.kind for step in state.steps]


def test_a_faultless_draft_is_accepted_at_once() -> None:
    state = advance(begin(), said(s1="need"))
    assert (state.outcome, state.ask, kinds(state)) == (ACCEPTED, None, [DRAFT])


def test_a_repair_asks_for_the_failing_sentences_only() -> None:
    state = advance(begin(), said(s1="need", s2="bad", s3="good"))
    assert state.ask is not None
    assert (state.ask.kind, state.ask.ids) == (REPAIR, ("s2",))
    assert '"s2"' in state.ask.messages[1].text
    assert '"s3"' not in state.ask.messages[1].text


def test_a_repair_is_merged_into_its_place() -> None:
    state = advance(advance(begin(), said(s1="need", s2="bad", s3="good")), said(s2="mended"))
    assert state.outcome == ACCEPTED
    assert state.best is not None
    assert [one.text for one in state.best.draft.sentences] == ["need", "mended", "good"]


def test_what_no_sentence_says_may_come_in_a_new_one() -> None:
    state = advance(begin(), said(s1="good"))
    assert state.ask is not None
    assert state.ask.ids == (NEW,)
    state = advance(state, said(new="need"))
    assert state.outcome == ACCEPTED
    assert state.best is not None
    assert [one.text for one in state.best.draft.sentences] == ["good", "need"]


def test_an_empty_text_takes_a_sentence_out() -> None:
    state = advance(advance(begin(), said(s1="need", s2="bad")), said(s2=""))
    assert state.best is not None
    assert [one.id for one in state.best.draft.sentences] == ["s1"]
    assert state.outcome == ACCEPTED


def test_a_repair_that_mends_nothing_is_not_kept() -> None:
    state = advance(advance(begin(), said(s1="bad need", s2="good")), said(s1="bad"))
    assert state.best is not None
    assert state.best.draft.sentences[0].text == "bad need"
    assert [step.kept for step in state.steps] == [True, False]


def test_the_ladder_is_two_repairs_and_one_whole_rewrite() -> None:
    state = begin()
    for _ in range(4):
        assert state.ask is not None
        state = advance(state, said(s1="bad"))
    assert kinds(state) == [DRAFT, REPAIR, REPAIR, AGAIN]
    assert (state.outcome, state.ask) == (EXHAUSTED, None)


def test_without_a_draft_there_is_nothing_to_repair() -> None:
    state = advance(begin(), Reply(OK, "no json here"))
    assert state.ask is not None
    assert (state.ask.kind, state.steps[0].outcome) == (DRAFT, MALFORMED)


@pytest.mark.parametrize("outcome", [REFUSED, FILTERED, UNREACHABLE, LATE])
def test_some_replies_end_it(outcome: str) -> None:
    state = advance(begin(), Reply(outcome))
    assert (state.outcome, state.ask, len(state.steps)) == (outcome, None, 1)


def test_an_empty_reply_takes_a_rung() -> None:
    state = advance(begin(), Reply(EMPTY))
    assert state.rung == 1


def test_a_cut_off_reply_is_asked_once_more_with_more_room() -> None:
    first = begin()
    state = advance(first, Reply(CUT_OFF))
    assert first.ask is not None
    assert state.ask is not None
    assert (state.ask.kind, state.rung) == (DRAFT, 0)
    assert state.ask.most_tokens == 2 * first.ask.most_tokens
    assert advance(state, Reply(CUT_OFF)).rung == 1


@pytest.mark.parametrize(
    "rows",
    [
        {"s1": "need"},  # not asked for
        {"s2": "mended", "s9": "more"},  # one asked for and one not
        {"new": "need"},  # nothing is missing: no new one is wanted
    ],
)
def test_a_repair_with_other_ids_is_refused(rows: dict[str, str]) -> None:
    state = advance(advance(begin(), said(s1="need", s2="bad")), said(rows=rows))
    assert state.steps[-1].outcome == WRONG_IDS
    assert state.best is not None
    assert state.best.draft.sentences[1].text == "bad"


def test_doubled_ids_are_refused() -> None:
    text = '{"sentences": [{"id": "s1", "text": "need"}, {"id": "s1", "text": "bad"}]}'
    assert advance(begin(), Reply(OK, text)).steps[0].outcome == WRONG_IDS


def test_the_budget_is_looked_at_before_asking() -> None:
    state = advance(begin(Limits(tokens=2_000, reply=1_000)), said(Usage(900, 900), s1="bad"))
    assert (state.outcome, state.ask) == (OVER_BUDGET, None)
    assert state.best is not None


def test_a_paid_reply_counts_even_beyond_the_budget() -> None:
    state = advance(begin(Limits(tokens=2_000, reply=1_000)), said(Usage(9_000, 900), s1="need"))
    assert state.outcome == ACCEPTED


def test_requests_do_not_grow() -> None:
    state = begin()
    sizes = []
    while state.ask:
        sizes.append(sum(len(message.text) for message in state.ask.messages))
        state = advance(state, said(rows={f"s{n}": "bad" for n in range(3)}))
    assert len(sizes) == 4
    assert sizes[1] == sizes[2]


@given(st.integers(1, 12), st.integers(1, 200))
def test_where_much_is_wrong_a_request_speaks_of_what_fits(sentences: int, length: int) -> None:
    def object_to_all(draft: Draft) -> Judged:
        return Judged(draft, tuple(Fault(one.id, "T1", f"{one.id} " + "x" * length) for one in draft.sentences))

    state = start(Task(PROMPT, {"sheet": "f" * 2_000}, object_to_all, Limits()))
    rows = {f"s{number}": "y" * length for number in range(1, sentences + 1)}
    sizes = []
    while ask := state.ask:
        sizes.append(sum(len(message.text) for message in ask.messages))
        assert ask.ids is None or ask.ids
        state = advance(state, said(rows={name: rows[name] for name in ask.ids or rows}))
    assert max(sizes) <= 1.3 * sizes[0]
    assert state.outcome == EXHAUSTED


def test_usage_adds_up_over_all_requests() -> None:
    state = begin()
    while state.ask:
        state = advance(state, said(Usage(10, 5, 2), s1="bad"))
    assert state.usage == Usage(40, 20, 8)


def test_an_ended_loop_takes_no_reply() -> None:
    with pytest.raises(ValueError, match="ended"):
        advance(advance(begin(), said(s1="need")), said(s1="need"))


def test_no_reply_shows_in_the_trace() -> None:
    state = advance(begin(), said(s1="bad secret-name"))
    assert "secret-name" not in repr(state.steps)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"sentences": 5}',
        '{"sentences": [{"id": "s1"}]}',
        '{"sentences": [{"id": "s1", "text": 4}]}',
        '{"sentences": [{"id": 1, "text": "a"}]}',
        '{"sentences": [{"id": "", "text": "a"}]}',
        '{"sentences": [{"id": "s1", "text": "a", "more": 1}]}',
        '{"sentences": [{"id": "s1", "text": "a"}',
        "[" * 100_000,
    ],
)
def test_what_is_not_the_json_asked_for_is_malformed(text: str) -> None:
    with pytest.raises(InputError):
        parse_reply(text)


@pytest.mark.parametrize(
    "text", ['{"sentences": [{"id": "s1", "text": " a "}]}', '```json\n{"sentences": [{"id": "s1", "text": "a"}]}\n```']
)
def test_json_is_found_in_a_fence(text: str) -> None:
    assert parse_reply(text).sentences == (DraftSentence("s1", "a"),)


@given(st.text())
def test_any_text_is_a_draft_or_malformed(text: str) -> None:
    state = advance(begin(), Reply(OK, text))
    assert state.steps[0].outcome in (MALFORMED, WRONG_IDS, OK)


def test_the_schema_of_a_reply_is_frozen() -> None:
    assert json.loads(json.dumps(REPLY_SCHEMA)) == {
        "type": "object",
        "properties": {
            "sentences": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"id": {"type": "string"}, "text": {"type": "string"}},
                    "required": ["id", "text"],
                    "additionalProperties": False,
                },
            }
        },
        "required": ["sentences"],
        "additionalProperties": False,
    }
