"""The loop with a model, without a network: what to ask next, given what came back.

`start` returns the first state, `advance` the next one for each reply; a driver sends `state.ask` until it is None.
One draft is asked for, then at most two repairs of failing sentences, then one whole rewrite; no rule is loosened
on the last try. A repair is kept only where fewer faults are left than before. A cut-off reply is asked again once with
more room. A refusal ends it. Requests do not grow: no earlier reply but the failing sentences goes along.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rewriter.draft import Draft, DraftSentence, Rendered
from rewriter.errors import InputError
from rewriter.prompt import Message, Prompt
from rewriter.validate import Verdict

DRAFT, REPAIR, AGAIN = "draft", "repair", "again"
LADDER = (DRAFT, REPAIR, REPAIR, AGAIN)
# What became of one request. Only OK has text to read; the transport names the others.
OK, REFUSED, FILTERED, CUT_OFF, EMPTY, UNREACHABLE, LATE = (
    "ok",
    "refused",
    "filtered",
    "cut_off",
    "empty",
    "unreachable",
    "late",
)
MALFORMED, WRONG_IDS = "malformed", "wrong_ids"
ACCEPTED, EXHAUSTED, OVER_BUDGET = "accepted", "exhausted", "over_budget"
_FINAL = frozenset({REFUSED, FILTERED, UNREACHABLE, LATE})
# How many failing sentences and faults one request speaks of: as many as leave it within this share of the first one.
_BLOCKS = ((3, 8), (2, 6), (1, 4), (1, 1))
_MOST_GROWTH = 1.3
# The id under which a repair may say what no sentence says yet.
NEW = "new"
_CHARACTERS_PER_TOKEN = 3
_MORE_ROOM = 2

# What a reply must be: frozen, so that servers compile it once and prompts keep their cached prefix.
REPLY_SCHEMA: Mapping[str, Any] = {
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


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a sentence of a draft ("" for the whole): a rule's code, words and advice for the model."""

    sentence: str
    code: str
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """`tokens` is the budget over all requests of a note, `reply` the most tokens of one reply."""

    tokens: int = 20_000
    reply: int = 1_200


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens that the server counted; `cached` are those of `input` that it had kept."""

    input: int = 0
    output: int = 0
    cached: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.input + other.input, self.output + other.output, self.cached + other.cached)


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: what kind, the messages, the most tokens of the reply, and the sentences it must return.

    `ids` is None where the model names the sentences itself.
    """

    kind: str
    messages: tuple[Message, ...]
    most_tokens: int
    ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Try:
    """One transport try that failed before the reply came: why, and after how many seconds."""

    outcome: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for one request. `text` may hold the note's content and never reaches a trace or a log."""

    outcome: str
    text: str = field(default="", repr=False)
    usage: Usage = Usage()
    request_id: str = ""
    model: str = ""
    seconds: float = 0.0
    tries: tuple[Try, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the trace: what was asked, what became of it, and the codes of the faults left. Never text."""

    kind: str
    outcome: str
    codes: tuple[str, ...]
    kept: bool
    reply: Reply = field(repr=False)


@dataclass(frozen=True)
class Judged:
    """A draft with what is wrong with it, and where nothing is, its text and verdict."""

    draft: Draft
    faults: tuple[Fault, ...] = ()
    rendered: Rendered | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Task:
    """What the loop works on: the prompt with its inputs, the judge of a whole draft, and the limits."""

    prompt: Prompt
    inputs: Mapping[str, str]
    judge: Callable[[Draft], Judged]
    limits: Limits = Limits()


@dataclass(frozen=True)
class State:
    """Where the loop stands. `ask` is None at the end, and then `outcome` says how it ended.

    `best` is the best draft so far with what is wrong with it, `steps` the trace.
    """

    task: Task
    rung: int = 0
    ask: Ask | None = None
    outcome: str = ""
    best: Judged | None = None
    widened: bool = False
    steps: tuple[Step, ...] = ()

    @property
    def usage(self) -> Usage:
        """Tokens over all requests."""
        return sum((step.reply.usage for step in self.steps), Usage())


def start(task: Task) -> State:
    """Return the state with the first request."""
    return _ask(State(task))


def advance(state: State, reply: Reply) -> State:
    """Return the state after a reply: with the next request, or ended. Raises ValueError for an ended state."""
    if state.ask is None:
        raise ValueError("the loop has ended: no reply is awaited")
    wanted, kind = state.ask.ids, state.ask.kind
    if reply.outcome in _FINAL:
        return _end(_record(state, reply, reply.outcome), reply.outcome)
    if reply.outcome == CUT_OFF and not state.widened:
        state = replace(_record(state, reply, CUT_OFF), widened=True)
        return _ask(state)
    if reply.outcome != OK:
        return _climb(_record(state, reply, reply.outcome))
    try:
        returned = parse_reply(reply.text)
    except InputError:
        return _climb(_record(state, reply, MALFORMED))
    ids = [sentence.id for sentence in returned.sentences]
    if len(set(ids)) < len(ids) or not ids or (wanted is not None and not _answers(ids, wanted)):
        return _climb(_record(state, reply, WRONG_IDS))
    draft = _merge(state.best.draft if state.best and kind == REPAIR else None, returned)
    if not draft.sentences:
        return _climb(_record(state, reply, WRONG_IDS))
    judged = state.task.judge(draft)
    kept = state.best is None or len(judged.faults) < len(state.best.faults)
    state = _record(state, reply, OK, judged.faults, kept)
    if kept:
        state = replace(state, best=judged)
    return _climb(state) if judged.faults else _end(state, ACCEPTED)


def parse_reply(text: str) -> Draft:
    """Return the draft in a reply: JSON as REPLY_SCHEMA says, alone or inside a fence or other words.

    A sentence without text is one that a repair takes out.

    Raises InputError where there is none; the message holds nothing of the reply.
    """
    first, last = text.find("{"), text.rfind("}")
    try:
        data = json.loads(text[first : last + 1])
        rows = data["sentences"]
        sentences = tuple(DraftSentence(row["id"], row["text"].strip()) for row in rows if set(row) == {"id", "text"})
        if len(sentences) < len(rows) or not all(isinstance(one.id, str) and one.id for one in sentences):
            raise InputError("the reply has a sentence without id or text")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise InputError("the reply is not the JSON that was asked for") from None
    return Draft(sentences)


def _answers(returned: Sequence[str], wanted: Sequence[str]) -> bool:
    """Tell whether a repair returned what was asked: every failing sentence, and at most the one that may be new."""
    return set(returned) <= set(wanted) and set(wanted) - set(returned) <= {NEW}


def _merge(draft: Draft | None, returned: Draft) -> Draft:
    """Return the draft with the repaired sentences in their places, without those that came back empty.

    The new one comes last, under a name of its own. With no draft before, what was returned is the draft.
    """
    by_id = {sentence.id: sentence for sentence in returned.sentences}
    told = [by_id.get(sentence.id, sentence) for sentence in (draft or returned).sentences]
    if draft and NEW in by_id:
        taken = {sentence.id for sentence in told}
        name = next(name for number in range(1, len(taken) + 2) if (name := f"n{number}") not in taken)
        told.append(DraftSentence(name, by_id[NEW].text))
    return Draft(tuple(sentence for sentence in told if sentence.text))


def _record(state: State, reply: Reply, outcome: str, faults: Sequence[Fault] = (), kept: bool = False) -> State:
    assert state.ask is not None
    codes = tuple(fault.code for fault in faults)
    return replace(state, steps=(*state.steps, Step(state.ask.kind, outcome, codes, kept, reply)))


def _climb(state: State) -> State:
    """Return the state one rung up, with its request; the end where the ladder ends."""
    return _ask(replace(state, rung=state.rung + 1))


def _end(state: State, outcome: str) -> State:
    return replace(state, ask=None, outcome=outcome)


def _ask(state: State) -> State:
    """Return the state with the request of its rung, or ended where the ladder or the budget ends."""
    if state.rung >= len(LADDER):
        return _end(state, EXHAUSTED)
    kind = LADDER[state.rung]
    if kind == REPAIR and state.best is None:
        kind = DRAFT
    ask = _request(state, kind)
    size = _size(ask.messages) // _CHARACTERS_PER_TOKEN
    spent = state.usage
    if spent.input + spent.output + size + ask.most_tokens > state.task.limits.tokens:
        return _end(state, OVER_BUDGET)
    return replace(state, ask=ask)


def _request(state: State, kind: str) -> Ask:
    """Return the request: the rules and the source always, and at most one block on what is to be mended."""
    task = state.task
    room = task.limits.reply * (_MORE_ROOM if state.widened else 1)
    first = task.prompt.render("ask", task.inputs)
    if kind == DRAFT or state.best is None:
        return Ask(kind, first, room)
    make = _ask_again if kind == AGAIN else _ask_repair
    asks = (make(task, state.best, room, sentences, faults) for sentences, faults in _BLOCKS)
    most = _MOST_GROWTH * _size(first)
    ask = next(asks)
    while _size(ask.messages) > most and (smaller := next(asks, None)):
        ask = smaller
    return ask


def _size(messages: Sequence[Message]) -> int:
    return sum(len(message.text) for message in messages)


def _ask_again(task: Task, best: Judged, room: int, _: int, most: int) -> Ask:
    listed = _list_faults(list(dict.fromkeys(best.faults))[:most])
    return Ask(AGAIN, task.prompt.render("again", {**task.inputs, "faults": listed}), room)


def _ask_repair(task: Task, best: Judged, room: int, sentences: int, most: int) -> Ask:
    wrong = list(dict.fromkeys(fault.sentence for fault in best.faults))[:sentences]
    faults = [fault for fault in dict.fromkeys(best.faults) if fault.sentence in wrong][:most]
    failing = {fault.sentence for fault in faults}
    rows = [{"id": one.id, "text": one.text} for one in best.draft.sentences if one.id in failing]
    ids = tuple(row["id"] for row in rows)
    if "" in failing:
        ids += (NEW,)
    block = {
        "sentences": json.dumps(rows, ensure_ascii=False),
        "faults": _list_faults(faults),
        "ids": ", ".join(ids),
    }
    return Ask(REPAIR, task.prompt.render("repair", {**task.inputs, **block}), room, ids)


def _list_faults(faults: Sequence[Fault]) -> str:
    """Return the faults, one a line, and behind them each advice once."""
    lines = [f"- {fault.sentence or NEW}: {fault.message}" for fault in faults]
    return "\n".join([*lines, *dict.fromkeys(fault.advice for fault in faults if fault.advice)])
