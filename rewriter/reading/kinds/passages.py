"""What the steps that tell a kind look at: a piece with what it mentions, and its head."""

from collections.abc import Mapping
from typing import NamedTuple

from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence

# A kind, and the index of its head mention (None where nothing is known).
Kind = tuple[str, int | None]

# A piece has the kind of the first of these it mentions.
HEADS = (
    "education", "cue", "activity", "impairment", "symptom", "vital", "measure", "diagnosis", "function", "task",
    "treatment", "level", "ability", "boilerplate", "admin", "better", "worse", "same",
)  # fmt: skip


class Passage(NamedTuple):
    """Words `first:last` of a sentence. `inside` are their mentions, `by_kind` the first mention of each kind."""

    reading: Reading
    sentence: Sentence
    inside: list[int]
    form: str
    first: int
    last: int
    by_kind: Mapping[str, int]

    @property
    def opening(self) -> str:
        """The word it begins with."""
        return self.reading.words.low[self.first]

    def opens_with_patient(self) -> bool:
        """Tell whether it begins with a word for the patient: "patient supine in bed"."""
        mentions = self.reading.mentions
        return any(mentions[i].first == self.first and mentions[i].sense.group == "patient" for i in self.inside)

    def find(self, *kinds: str) -> int | None:
        """Return the first mention of the first of these kinds that it mentions."""
        return next((self.by_kind[kind] for kind in kinds if kind in self.by_kind), None)


class Headed(NamedTuple):
    """A passage with its head, a mention of this kind. `heads` are all its mentions that could be, in their order.

    `governed` says that a word such as "with" stands before what the passage named first.
    """

    passage: Passage
    head: int
    kind: str
    heads: list[int]
    governed: bool

    @property
    def at(self) -> int:
        """The first word of the head."""
        return self.passage.reading.mentions[self.head].first

    @property
    def behind(self) -> int:
        """The word right behind the head."""
        return self.passage.reading.mentions[self.head].last

    @property
    def before(self) -> str:
        """The word right before the head."""
        return self.passage.reading.words.low[self.at - 1]


def open_passage(reading: Reading, sentence: Sentence, inside: list[int], form: str, first: int, last: int) -> Passage:
    """Return a piece with the first mention of each kind in it."""
    by_kind: dict[str, int] = {}
    for index in inside:
        by_kind.setdefault(reading.mentions[index].sense.kind, index)
    return Passage(reading, sentence, inside, form, first, last, by_kind)
