"""Where each sentence of a rewrite comes from, and which sentences of it tell what a sentence of the note says.

With this a clinician can take over single sentences: one of the note may go once all that it says stands elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rewriter.draft import Rendered
from rewriter.reading import Reading
from rewriter.reading.facts import Fact
from rewriter.segments import Segment

_NOTE = "note"
_CLOSING = ".;!?)\"'"


@dataclass(frozen=True, slots=True)
class Origin:
    """Code points `start:end` of the rewrite are the sentence `id`.

    `roles` are those of its segments, `facts` the ids of what it tells, each once in order; `evidence` are the code
    points of the note that this rests on, in order and without overlap.
    """

    id: str
    start: int
    end: int
    roles: tuple[str, ...]
    facts: tuple[str, ...]
    evidence: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Code points `start:end` of the note are a sentence, its closing mark included.

    `told_by` are the sentences of the rewrite that together tell all of it; none where something of it is in no fact.
    """

    start: int
    end: int
    told_by: tuple[str, ...]


def find_origins(rendered: Rendered, facts: Sequence[Fact], segments: Sequence[Segment]) -> tuple[Origin, ...]:
    """Return where each sentence of a rendered draft comes from."""
    noted = {fact.id: (fact.start, fact.end) for fact in facts if fact.origin == _NOTE}
    origins = []
    for name, start, end in rendered.sentences:
        told = tuple(dict.fromkeys(item.fact for item in rendered.placed if item.sentence == name))
        roles = tuple(dict.fromkeys(item.role for item in segments if start <= item.start < end))
        origins.append(Origin(name, start, end, roles, told, _merge(noted[fact] for fact in told if fact in noted)))
    return tuple(origins)


def find_parts(note: Reading, facts: Sequence[Fact], rendered: Rendered) -> tuple[Part, ...]:
    """Return the sentences of the note, each with the sentences of a rendered draft that tell what it says.

    A mere reference to a fact does not tell it.
    """
    by_fact: dict[str, str] = {}
    for item in rendered.placed:
        if not item.reference:
            by_fact.setdefault(item.fact, item.sentence)
    parts = []
    for sentence in note.sentences:
        first, last = note.words.start[sentence.first], note.words.end[sentence.last - 1]
        held = [fact for fact in facts if fact.origin == _NOTE and fact.start < last and first < fact.end]
        told = {by_fact.get(fact.id, "") for fact in held}
        covered = all(
            any(fact.start <= note.words.start[at] and note.words.end[at] <= fact.end for fact in held)
            for at in range(sentence.first, sentence.last)
            if note.words.low[at].isalnum()
        )
        whole = covered and "" not in told
        ordered = tuple(name for name, _, _ in rendered.sentences if name in told)
        parts.append(Part(first, _close(note.text, last), ordered if whole else ()))
    return tuple(parts)


def _close(text: str, end: int) -> int:
    """Return the end of a sentence with the marks that close it."""
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return end


def _merge(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return spans in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
