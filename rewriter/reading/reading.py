"""What the reader hands on: the reading of one text."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from rewriter.lexicon import Node
from rewriter.reading.context import NAMES, Scope
from rewriter.reading.mentions import Mention
from rewriter.reading.sentences import Sentence
from rewriter.reading.words import ReadAs, Words


class Link(NamedTuple):
    """An event tied to what it is for: the link's mention and the target's, by index.

    `reach` is `direct` (same sentence), `adjacent` (the next sentence), or `inherited` (from the umbrella
    event at the start of the text).
    """

    event: int
    link: int
    target: int
    reach: str


class Event(NamedTuple):
    """Something done: its sentence and first word, who did it, the verb, what was done, how (indexes of mentions).

    `explicit` says that the text names who did it; otherwise `agent` is the convention's.
    """

    sentence: int
    place: int
    agent: str
    verb: int | None
    interventions: tuple[int, ...]
    cues: tuple[int, ...]
    explicit: bool


@dataclass(frozen=True)
class Reading:
    """A text as the deterministic reader understood it. Offsets are code points into `words.text`.

    `mentions` are all typed, canonical pieces in order; `bits[i]` is the context of mention `i`
    (see `context`); `sentence_of[i]` is the number of its sentence; `scopes` are the reach of each context cue in
    words.
    """

    words: Words
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    bits: Sequence[int]
    sentence_of: Sequence[int]
    scopes: Sequence[Scope] = field(default=())
    lexicon: Mapping[str, Node] = field(default_factory=dict, repr=False)
    events: Sequence[Event] = field(default=())
    links: Sequence[Link] = field(default=())

    @property
    def text(self) -> str:
        """The text that was read."""
        return self.words.text

    @property
    def read_as(self) -> list[ReadAs]:
        """Every piece of shorthand or slip, with what it was read as."""
        return self.words.read_as

    def span(self, mention: Mention) -> tuple[int, int]:
        """Return the offsets (start, end) of a mention in the text."""
        return self.words.start[mention.first], self.words.end[mention.last - 1]

    def written(self, mention: Mention) -> str:
        """Return the mention as it was written."""
        start, end = self.span(mention)
        return self.words.text[start:end]

    def state(self, index: int) -> str:
        """Return the context of mention `index` in one word: `affirmed`, `negated`, `planned`, ...

        >>> # a mention under several cues is named by the strongest
        """
        bits = self.bits[index]
        return next((name for bit, name in NAMES.items() if bits & bit), "affirmed")

    @cached_property
    def openings(self) -> frozenset[int]:
        """The first words of sentences, and of what follows their headings: a capital there says nothing."""
        return frozenset(at for s in self.sentences for at in (s.first, s.label))

    @cached_property
    def firsts(self) -> list[int]:
        """The first word of each sentence."""
        return [sentence.first for sentence in self.sentences]

    def sentence_at(self, word: int) -> int:
        """Return the number of the sentence that a word stands in, or of the first for one before it."""
        return max(0, bisect_right(self.firsts, word) - 1)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of all mentions: what is not among them need not be looked for."""
        return frozenset(mention.sense.kind for mention in self.mentions)

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """Where each word stands, by the word as it is matched."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words.low):
            found.setdefault(word, []).append(at)
        return found

    def at_any(self, words: Collection[str]) -> list[int]:
        """Return where any of these words stands, in order: to ask is quicker than to go through the text."""
        met = self.places.keys() & words
        return sorted([at for word in met for at in self.places[word]]) if met else []

    @cached_property
    def quoted(self) -> Set[int]:
        """Where words in quotation marks stand."""
        return self.words.quoted()

    @cached_property
    def _firsts(self) -> list[int]:
        return [mention.first for mention in self.mentions]

    def between(self, first: int, last: int) -> range:
        """Return the indexes of the mentions that begin at words `first:last`."""
        return range(bisect_left(self._firsts, first), bisect_left(self._firsts, last))

    @cached_property
    def by_sentence(self) -> list[list[int]]:
        """Indexes of mentions, a list a sentence."""
        lists: list[list[int]] = [[] for _ in self.sentences]
        for index, number in enumerate(self.sentence_of):
            lists[number].append(index)
        return lists

    @cached_property
    def _asserted(self) -> dict[str, list[int]]:
        kinds: dict[str, list[int]] = {}
        for index, (mention, bits) in enumerate(zip(self.mentions, self.bits, strict=True)):
            if not bits:
                kinds.setdefault(mention.sense.kind, []).append(index)
        return kinds

    def is_scoped(self, mask: int, first: int, last: int) -> bool:
        """Tell whether a scope with any bit of `mask` reaches into words `first:last`."""
        if mask not in self._reaches:
            scopes = sorted((left, right) for left, right, bit in self.scopes if bit & mask)
            self._reaches[mask] = [left for left, _ in scopes], list(accumulate((right for _, right in scopes), max))
        lefts, rights = self._reaches[mask]
        before = bisect_left(lefts, last)
        return before > 0 and rights[before - 1] > first

    @cached_property
    def _reaches(self) -> dict[int, tuple[list[int], list[int]]]:
        """By mask: where its scopes begin, in order, and the furthest that any of them until there goes."""
        return {}

    def having(self, *kinds: str) -> list[int]:
        """Return the indexes, in order, of the mentions of these kinds that are asserted of today's visit."""
        if kinds not in self._having:
            found = [index for kind in kinds for index in self._asserted.get(kind, ())]
            self._having[kinds] = sorted(found) if len(kinds) > 1 else found
        return self._having[kinds]

    @cached_property
    def _having(self) -> dict[tuple[str, ...], list[int]]:
        """By kinds: what was asked for of them, in order."""
        return {}
