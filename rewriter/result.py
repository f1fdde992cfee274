"""The result: what the caller of `improve` gets."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile
from typing import Any

from rewriter.carry import is_unfaithful
from rewriter.case import Case
from rewriter.draft import Rendered
from rewriter.loop import State, Step, Usage
from rewriter.origins import Origin, Part, find_origins, find_parts
from rewriter.pack import Pack
from rewriter.prompt import Prompt
from rewriter.reading import Reading
from rewriter.reading.facts import Fact
from rewriter.reading.pieces import SENTENCE
from rewriter.reading.typed import find_typed
from rewriter.reading.typed.items import CLINICAL, Item
from rewriter.segments import Segment
from rewriter.validate import ASK, PASS, REFUSE, Verdict, to_dict

VERSION = "0.1.0"
COMPOSER = "compose"


class Status(StrEnum):
    """How an improvement ended.

    accepted: no error finding. needs_input: faithful, but the source lacks something. refused: must not be certified
    under this code. failed: no faithful draft from the model.
    """

    ACCEPTED = "accepted"
    NEEDS_INPUT = "needs_input"
    REFUSED = "refused"
    FAILED = "failed"


_STATUS = {PASS: Status.ACCEPTED, ASK: Status.NEEDS_INPUT, REFUSE: Status.REFUSED}


@dataclass(frozen=True)
class Result:
    """The rewrite (None where it is withheld), its proof of origin, and what is open.

    `facts` are all facts of the source; `segments` are code points of `rewrite` with their role and facts, `sentences`
    those of its sentences with where they come from, and `parts` the note's with the sentences that tell them. `model`,
    `prompt` and `state` tell of a model's part: in a failed result the rewrite is the composer's, and `attempt` the
    model's best draft, which must not be used as it is.
    """

    status: Status
    engine: str
    rewrite: str | None
    segments: tuple[Segment, ...]
    facts: tuple[Fact, ...]
    source: Reading
    verdict: Verdict
    pack: Pack
    prompt: Prompt | None = None
    model: str = ""
    state: State | None = None
    sentences: tuple[Origin, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def attempt(self) -> str | None:
        """The model's best draft as it wrote it, slots and all, where it failed; else None."""
        best = self.state.best if self.state and self.status is Status.FAILED else None
        return " ".join(sentence.text for sentence in best.draft.sentences) if best else None

    def failed(self, prompt: Prompt, model: str, state: State) -> "Result":
        """Return this result as what is left where a model failed."""
        return replace(self, status=Status.FAILED, prompt=prompt, model=model, state=state)

    def to_dict(self) -> dict[str, Any]:
        """Return the contract's JSON; where a model was asked, also how its loop ended and its best failed try."""
        judged = to_dict(self.verdict)
        steps = self.state.steps if self.state else ()
        usage = self.state.usage if self.state else Usage()
        return {
            "status": str(self.status),
            "engine": self.engine,
            "rewrite": self.rewrite,
            "segments": [
                {"start": s.start, "end": s.end, "role": s.role, "facts": list(s.facts)} for s in self.segments
            ],
            "sentences": [
                {
                    "id": one.id,
                    "start": one.start,
                    "end": one.end,
                    "roles": list(one.roles),
                    "facts": list(one.facts),
                    "evidence": [{"start": start, "end": end} for start, end in one.evidence],
                }
                for one in self.sentences
            ],
            "parts": [{"start": one.start, "end": one.end, "told_by": list(one.told_by)} for one in self.parts],
            "facts": facts_to_list(self.facts, self.source),
            "read_as": read_as_list(self.source),
            "findings": judged["findings"],
            "questions": judged["questions"],
            "trace": [step_dict(number, step) for number, step in enumerate(steps, 1)],
            "usage": {"input_tokens": usage.input, "output_tokens": usage.output},
            "versions": {
                "rewriter": VERSION,
                "pack": f"{self.pack.name}@{self.pack.version}",
                "pack_sha256": self.pack.sha256,
                "prompt": self.prompt.id if self.prompt else None,
                "prompt_sha256": self.prompt.sha256 if self.prompt else None,
                "model": self.model or None,
            },
            **({"outcome": self.state.outcome, "attempt": self.attempt} if self.state else {}),
        }


def judge_status(verdict: Verdict) -> Status:
    """Return how an improvement with this verdict ended; a question to the clinician does not excuse what is untrue."""
    status = _STATUS.get(verdict.verdict, Status.FAILED)
    if status is not Status.REFUSED and any(map(is_unfaithful, verdict.findings)):
        return Status.FAILED
    return status


def make_result(
    case: Case,
    engine: str,
    status: Status,
    facts: Sequence[Fact],
    rendered: Rendered,
    verdict: Verdict,
    prompt: Prompt | None = None,
    state: State | None = None,
) -> Result:
    """Return the result for a text and its verdict; refused and failed texts are withheld."""
    withheld = status in (Status.REFUSED, Status.FAILED)
    return Result(
        status=status,
        engine=engine,
        rewrite=None if withheld else rendered.text,
        segments=() if withheld else place_facts(verdict.segments, rendered),
        facts=tuple(facts),
        source=case.source,
        verdict=verdict,
        pack=case.pack,
        prompt=prompt,
        model=engine if state else "",
        state=state,
        sentences=() if withheld else find_origins(rendered, facts, verdict.segments),
        parts=() if withheld else find_parts(case.source, facts, rendered),
    )


def step_dict(number: int, step: Step) -> dict[str, Any]:
    """Return one line of the trace as JSON: ids, counts, codes and seconds, never text."""
    reply = step.reply
    return {
        "ask": number,
        "kind": step.kind,
        "outcome": step.outcome,
        "kept": step.kept,
        "codes": list(step.codes),
        "request_id": reply.request_id,
        "model": reply.model,
        "input_tokens": reply.usage.input,
        "output_tokens": reply.usage.output,
        "cached_tokens": reply.usage.cached,
        "seconds": round(reply.seconds, 3),
        "tries": [{"outcome": one.outcome, "seconds": round(one.seconds, 3)} for one in reply.tries],
    }


def facts_to_list(facts: Sequence[Fact], source: Reading) -> list[dict[str, Any]]:
    """Return facts as JSON: each slot fact, followed by the typed pieces it holds (`of` names their fact).

    The value of a piece names what it is bound to, where that is sure: `minimal_assistance @ sit to stand`.
    """
    listed: list[dict[str, Any]] = []
    typed = find_typed(source)
    for fact in facts:
        listed.append(
            {
                "id": fact.id,
                "kind": fact.kind,
                "value": fact.value,
                "surface": fact.surface,
                "start": fact.start,
                "end": fact.end,
                "from": fact.origin,
                "polarity": fact.polarity,
            }
        )
        if fact.origin == "note":
            listed += _pieces(fact, source, typed)
    return listed


def _pieces(fact: Fact, source: Reading, typed: Sequence[Item]) -> list[dict[str, Any]]:
    """Return the mentions of a fact, then what only its place gives a type, each with what it is bound to."""
    words = source.words
    here = typed[bisect_left(typed, fact.start, key=lambda item: words.start[item.first]) :]
    items = {item.first: item for item in takewhile(lambda item: words.start[item.first] < fact.end, here)}
    listed = []
    for index in fact.mentions:
        mention = source.mentions[index]
        item = items.get(mention.first)
        state = item.state if item is not None and item.mention == index else source.state(index)
        listed.append((mention.sense.kind, mention.sense.id, mention.sense.label, source.span(mention), state, item))
    for item in items.values():
        if item.mention is None and item.kind in CLINICAL:
            span = words.start[item.first], words.end[item.last - 1]
            listed.append((item.kind, item.value, item.label, span, item.state, item))
    return [
        {
            "id": f"{fact.id}.{number}",
            "kind": kind,
            "value": value + _binding(fact, item, typed),
            "surface": label,
            "start": start,
            "end": end,
            "from": fact.origin,
            "polarity": state,
            "of": fact.id,
        }
        for number, (kind, value, label, (start, end), state, item) in enumerate(listed, 1)
    ]


def _binding(fact: Fact, item: Item | None, typed: Sequence[Item]) -> str:
    """Return what a piece is bound to: its head, or the one thing that its fact is about; nothing in doubt."""
    if item is not None and item.head is not None:
        return f" @ {typed[item.head].label}" if item.sure else ""
    return "" if fact.form == SENTENCE or fact.kind == "remark" or not fact.name else f" @ {fact.name}"


def read_as_list(source: Reading) -> list[dict[str, Any]]:
    """Return how each piece of shorthand was read, as JSON."""
    return [
        {"start": item.start, "end": item.end, "text": item.text, "as": item.said, "sure": item.sure}
        for item in source.read_as
    ]


def place_facts(segments: Sequence[Segment], rendered: Rendered) -> tuple[Segment, ...]:
    """Return the segments with the ids of the facts whose places they touch."""
    return tuple(
        replace(
            segment,
            facts=tuple(
                dict.fromkeys(
                    item.fact for item in rendered.placed if item.start < segment.end and segment.start < item.end
                )
            ),
        )
        for segment in segments
    )
