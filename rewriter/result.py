"""The result: what the caller of `improve` gets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from rewriter.draft import Rendered
from rewriter.pack import Pack
from rewriter.reading import Reading
from rewriter.reading.facts import Fact
from rewriter.segments import Segment
from rewriter.validate import Verdict, to_dict

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


@dataclass(frozen=True)
class Result:
    """The rewrite (None where it is withheld), its proof of origin, and what is open.

    `facts` are all facts of the source; `segments` are code points of `rewrite` with their role and facts.
    """

    status: Status
    engine: str
    rewrite: str | None
    segments: tuple[Segment, ...]
    facts: tuple[Fact, ...]
    source: Reading
    verdict: Verdict
    pack: Pack

    def to_dict(self) -> dict[str, Any]:
        """Return the contract's JSON."""
        judged = to_dict(self.verdict)
        return {
            "status": str(self.status),
            "engine": self.engine,
            "rewrite": self.rewrite,
            "segments": [
                {"start": s.start, "end": s.end, "role": s.role, "facts": list(s.facts)} for s in self.segments
            ],
            "facts": facts_to_list(self.facts, self.source),
            "read_as": read_as_list(self.source),
            "findings": judged["findings"],
            "questions": judged["questions"],
            "trace": [],
            "usage": {"input_tokens": 0, "output_tokens": 0},
            "versions": {
                "rewriter": VERSION,
                "pack": f"{self.pack.name}@{self.pack.version}",
                "pack_sha256": self.pack.sha256,
                "prompt": None,
                "prompt_sha256": None,
                "model": None,
            },
        }


def facts_to_list(facts: Sequence[Fact], source: Reading) -> list[dict[str, Any]]:
    """Return facts as JSON: each slot fact, followed by the typed pieces bound to it (`of` names their fact)."""
    listed: list[dict[str, Any]] = []
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
        if fact.origin != "note":
            continue
        for number, index in enumerate(fact.mentions, 1):
            mention = source.mentions[index]
            start, end = source.span(mention)
            listed.append(
                {
                    "id": f"{fact.id}.{number}",
                    "kind": mention.sense.kind,
                    "value": f"{mention.sense.id} @ {fact.name}",
                    "surface": mention.sense.label,
                    "start": start,
                    "end": end,
                    "from": fact.origin,
                    "polarity": source.state(index),
                    "of": fact.id,
                }
            )
    return listed


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
