"""Drafts: sentences of scaffold text with slots, and their rendering.

A slot is a fact's id in braces, `{cue1}`: the renderer puts the fact's surface there. `{impairment1.why}` puts only the
name of the deficit the fact is about, to refer to it a second time.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rewriter.reading.facts import Fact

# Marks of the note that close a sentence by themselves.
_CLOSED = ("?", "!", *(mark + quote for mark in ".?!" for quote in "\"'"))
SLOT = re.compile(r"\{([a-z]+[0-9]+)(\.why)?\}")


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """One sentence of a draft: an id and its text with slots."""

    id: str
    text: str

    def slots(self) -> list[tuple[str, bool]]:
        """Return (fact id, is a reference) for each slot, in order."""
        return [(match[1], bool(match[2])) for match in SLOT.finditer(self.text)]


@dataclass(frozen=True, slots=True)
class Draft:
    """Sentences in order."""

    sentences: tuple[DraftSentence, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact's place in the rendered text."""

    start: int
    end: int
    fact: str
    sentence: str
    reference: bool


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a draft, and where each fact and sentence landed in it. Offsets are code points.

    `sentences` holds (id, start, end) of each sentence.
    """

    text: str
    placed: tuple[Placed, ...]
    sentences: tuple[tuple[str, int, int], ...] = ()


def render(draft: Draft, facts: Mapping[str, Fact]) -> Rendered:
    """Return the draft's text: surfaces in their slots, a capital in front, a full stop behind.

    Raises KeyError for a slot without a fact: prove the draft first.
    """
    out: list[str] = []
    placed: list[Placed] = []
    sentences: list[tuple[str, int, int]] = []
    length = 0
    for sentence in draft.sentences:
        if out:
            out.append(" ")
            length += 1
        begin = length
        at = 0
        pieces: list[str] = []
        for match in SLOT.finditer(sentence.text):
            pieces.append(sentence.text[at : match.start()])
            length += match.start() - at
            surface = facts[match[1]].why if match[2] else facts[match[1]].surface
            if match.end() == len(sentence.text) - 1 and surface.endswith((".", "!", "?")):
                surface = surface.rstrip(".")
            if surface.endswith('."') and sentence.text[match.end() : match.end() + 1] in (",", ";"):
                surface = surface[:-2] + '"'
            placed.append(Placed(length, length + len(surface), match[1], sentence.id, bool(match[2])))
            pieces.append(surface)
            length += len(surface)
            at = match.end()
        rest = sentence.text[at:]
        if rest == "." and pieces and pieces[-1].endswith(_CLOSED):
            rest = ""  # the note's own mark closes the sentence
        pieces.append(rest)
        length += len(rest)
        text = "".join(pieces)
        if text[:1].islower() and text[1:2].isalpha():  # a lone "r" may be a side: a capital would decide it
            text = text[0].upper() + text[1:]
        if not text.endswith((".", *_CLOSED)):
            text += "."
            length += 1
        out.append(text)
        assert length - begin == len(text)
        sentences.append((sentence.id, begin, length))
    return Rendered("".join(out), tuple(placed), tuple(sentences))
