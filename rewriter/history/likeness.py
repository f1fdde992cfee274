"""How alike two notes are once their figures are masked: by sentence, and as a whole."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from rewriter.earlier import Earlier
from rewriter.pattern import late
from rewriter.reading.quantities.numerals import NUMBER_WORDS

FIGURE = "#"
_PIECE = late(r"(?:[^.;!?\n]|[.](?!\s|$))+")
_LABEL = late(r"\s*(?:[-*\u2022]\s*)?([A-Za-z][A-Za-z /#0-9]{0,30}?)\s?:")
_LETTERS = r"[^\W\d_]+(?:['\u2019][a-z]+)?"
_WORD = late(_LETTERS)
_TOKEN = late(
    r"(?P<date>\d{4}-\d\d-\d\d|\d\d?/\d\d?/\d{2,4}|\d\d?:\d\d(?:\s?[ap]m)?)"
    r"|(?P<minutes>\d+(?:\.\d+)?(?=\s?-?(?:min|mins|minutes|minute|')(?![a-z])(?!\s?-?(?:a|assist\w*|cues?|vc|tc)\b)))"
    rf"|(?P<figure>\d+(?:[.,/:-]\d+)*)|(?P<word>{_LETTERS})"
)


@dataclass(frozen=True)
class Piece:
    """A sentence at offsets `start:end`: its words with figures masked, and its figures but dates and minutes.

    `label` is what stands before its colon ("goals"), or that of the sentence that it goes on from behind a semicolon.
    """

    start: int
    end: int
    label: str
    words: tuple[str, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Masked:
    """A note with its figures masked."""

    pieces: tuple[Piece, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words in order."""
        return tuple(word for piece in self.pieces for word in piece.words)

    @cached_property
    def by_words(self) -> Mapping[tuple[str, ...], Piece]:
        """The sentences by their masked words."""
        return {piece.words: piece for piece in self.pieces}


@dataclass(frozen=True)
class Page:
    """An earlier note that is masked only when it is asked for: most notes of a chart need not be."""

    note: Earlier

    @cached_property
    def words(self) -> Set[str]:
        """The words of the note, each once, figures and marks left out: what is quickly found."""
        return frozenset(plain_words(self.note.text))

    @cached_property
    def masked(self) -> Masked:
        """The note with its figures masked."""
        return mask(self.note.text)


def plain_words(text: str) -> list[str]:
    """Return the words of a text in lower case, without figures and marks."""
    return _WORD.findall(text.lower())


def mask(text: str) -> Masked:
    """Return a note with its figures masked, sentence by sentence."""
    pieces: list[Piece] = []
    for match in _PIECE.finditer(text):
        words, figures = _split(match[0].lower())
        if not words:
            continue
        own = _LABEL.match(text, match.start(), match.end())
        goes_on = pieces and text[match.start() - 1] == ";"
        label = own[1].lower() if own else pieces[-1].label if goes_on else ""
        start = match.end() - len(match[0].lstrip())
        pieces.append(Piece(start, match.end(), label, words, figures))
    return Masked(tuple(pieces))


def _split(low: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a sentence with its figures masked, and the figures that are no dates, times or minutes."""
    words: list[str] = []
    figures: list[str] = []
    for token in _TOKEN.finditer(low):
        kind, said = token.lastgroup, token[0]
        if kind == "word" and said not in NUMBER_WORDS:
            words.append(said)
            continue
        words.append(FIGURE)
        if kind in ("figure", "word"):
            figures.append(said)
    return tuple(words), tuple(figures)


def share_alike(one: Sequence[str], other: Sequence[str], least: float) -> float:
    """Return the share, 0 to 1, of words that two runs have in common in the same order; 0 below `least`."""
    # Imported here: it is needed only where earlier notes are given, and `import rewriter` loads no other package.
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other, score_cutoff=least)


def count_words(pieces: Iterable[Piece]) -> int:
    """Return how many words sentences have, figures among them."""
    return sum(len(piece.words) for piece in pieces)
