"""Clues: what in a text points to something, as lines of data, found in a reading in one pass.

A line of clues is one of

    load                            a kind of mention
    impairment: strength balance    a kind, of these groups
    activity @ leg_press squat      a kind, these concepts
    - activity @ squat              never this concept, though its group is a clue
    = grade iii | joint mobs        words as they are read: in small letters, shorthand written out

What is negated, planned, historical, possible or refused is no clue.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rewriter.errors import PackError
from rewriter.lexicon import split_form
from rewriter.reading import Reading
from rewriter.reading.events import NOT_DONE

# (kind, mark, group or concept): the mark keeps groups and concepts of the same name apart.
_Key = tuple[str, str, str]


class Hit(NamedTuple):
    """A clue for `tag` at words `first:last`; `name` says which, `mention` is its index, None for plain words."""

    tag: str
    name: str
    first: int
    last: int
    mention: int | None


class Clues:
    """The clues of several tags, compiled so that one pass over a reading finds them all."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        """Take lines of clues by tag. Raises PackError for a line that cannot be read."""
        self._senses: dict[_Key, list[str]] = {}
        self._never: dict[_Key, set[str]] = {}
        self._words: dict[str, list[tuple[list[str], str]]] = {}
        for tag, text in lines.items():
            for line in text.splitlines():
                if line.strip():
                    self._add(tag, line.strip())

    def _add(self, tag: str, line: str) -> None:
        if line.startswith("="):
            for form in line[1:].split("|"):
                words = split_form(form.strip())
                if not words:
                    raise PackError(f"clues: no words in the line {line[:60]!r}")
                self._words.setdefault(words[0], []).append((words, tag))
            return
        barred = line.startswith("- ")
        rest = line.removeprefix("- ")
        mark = next((mark for mark in ("@", ":") if mark in rest), "")
        kind, _, names = (part.strip() for part in rest.partition(mark)) if mark else (rest, "", "")
        if " " in kind or (bool(mark) != bool(names)) or (barred and mark != "@"):
            raise PackError(f"clues: cannot read the line {line[:60]!r}")
        for name in names.split() or [""]:
            if barred:
                self._never.setdefault((kind, mark, name), set()).add(tag)
            else:
                self._senses.setdefault((kind, mark, name), []).append(tag)

    def find(self, reading: Reading) -> list[Hit]:
        """Return all clues of a reading: those of its mentions in order, then those of plain words."""
        hits: list[Hit] = []
        senses, never = self._senses, self._never
        for index, (mention, bits) in enumerate(zip(reading.mentions, reading.bits, strict=True)):
            if bits & NOT_DONE:
                continue
            kind, group, concept, _ = mention.sense
            exact = (kind, "@", concept)
            barred = never.get(exact, ())
            for key in (exact, (kind, ":", group), (kind, "", "")):
                for tag in senses.get(key, ()):
                    if tag not in barred:
                        hits.append(Hit(tag, concept, mention.first, mention.last, index))
        if not self._words.keys().isdisjoint(reading.words.low):
            hits += self._find_words(reading)
        return hits

    def _find_words(self, reading: Reading) -> Iterator[Hit]:
        low = reading.words.low
        for at, word in enumerate(low):
            for words, tag in self._words.get(word, ()):
                last = at + len(words)
                if low[at:last] == words and not reading.is_scoped(NOT_DONE, at, last):
                    yield Hit(tag, " ".join(words), at, last, None)
