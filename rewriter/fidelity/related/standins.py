"""What the rewrite puts where it leaves something of the note out: "best of 2" for the note's "best of 3".

Each word may have its partner somewhere, for the note has a two elsewhere; only the three is missing. Then the rewrite
is searched for the place that tells what stands around the missing words, and there for what the note does not tell
around them: something of the same kind, or the opposite. Where nothing is left out, nothing is searched, so no rewrite
is accused by this alone: it says where to look for what is missing.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rewriter.fidelity.related.replaced import find_replaced
from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, SIDE, Modifier
from rewriter.fidelity.texts.terms import Terms

TOLD_INSTEAD, OTHER_CUE, OTHER_LEVEL, OTHER_FIGURE = "FID127", "FID107", "FID103", "FID101"
# Words that claim nothing stand in for nothing; they show where what is missing would stand.
LEFT_OUT = "left out"
_LOCAL = 7  # so far around the missing words the note is taken to tell of the same
_REACH = 6  # so far from the words that both texts have, what stands in is looked for
_MOST = 40  # who loses more than this has left out the note
_ONCE = frozenset({"one", "once", "single", "1"})
_WORD, _PERSON, _INDEPENDENT = "word", "person", "independent"
# Words of no kind may stand in for what has one: "the class" for the treatment.
_NAMED_APART = frozenset({FIGURE, SIDE, LEVEL})
_IDLE = frozenset("patient's therapist therapist's done given used performed carried provided seen".split())
# Words of doing it without help, told for an amount of help that is missing.
_ALONE = frozenset("independence independent independently unassisted unaided unsupervised".split())
_ON_OWN = (("without", "help"), ("without", "assistance"), ("without", "supervision"), ("by", "himself"),
           ("by", "herself"), ("by", "themselves"), ("his", "own"), ("her", "own"), ("their", "own"))  # fmt: skip
_OPPOSED = (
    ("before", "after"),
    ("before", "following"),
    ("pre", "after"),
    ("post", "before"),
    ("on", "off"),
    ("with", "without"),
    ("up", "down"),
    ("in", "out"),
    ("all", "some"),
    ("asymptomatic", "with"),
    ("yesterday", "today"),
    ("tomorrow", "today"),
    ("late", "time"),
    ("d/c", "worn"),
)
_AGAINST: dict[str, set[str]] = {}
for _one, _other in _OPPOSED:
    _AGAINST.setdefault(_one, set()).add(_other)
    _AGAINST.setdefault(_other, set()).add(_one)
_NOTHING: set[str] = set()

Words = tuple[int, int]


class StandIn(NamedTuple):
    """Words `first:last` of the rewrite, the words of the note (`meant`) that they stand for, and the rule."""

    first: int
    last: int
    meant: Words
    rule: str


class _Piece(NamedTuple):
    """A term, figure, side or amount at words `first:last` of a text."""

    first: int
    last: int
    keys: frozenset[str]
    kind: str
    sentence: int
    claims: bool


@dataclass(frozen=True)
class _Told:
    """The pieces of a text in order, and how often each of their keys stands there."""

    pieces: list[_Piece]
    counts: Counter[str]

    @cached_property
    def having(self) -> dict[str, list[int]]:
        """The numbers of the pieces that have a key, by key."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, piece in enumerate(self.pieces):
            for key in piece.keys:
                found[key].append(number)
        return dict(found)

    def between(self, first: int, last: int) -> list[_Piece]:
        """Return the pieces that begin at the words `first:last`."""
        low = bisect_left(self.pieces, first, key=lambda piece: piece.first)
        high = bisect_left(self.pieces, last, key=lambda piece: piece.first)
        return self.pieces[low:high]


def find_standins(
    said: Terms, stated: Sequence[Modifier], note: Terms, asked: Sequence[Modifier], lost: Sequence[Words]
) -> Iterator[StandIn]:
    """Yield what the rewrite (`said`, its modifiers `stated`) has in the place of each of the `lost` words."""
    if not lost or len(lost) > _MOST:
        return
    here, there = _told(said, stated), _told(note, asked)
    gone = {at for first, last in lost for at in range(first, last)}
    for words in lost:
        if (cue := _other_sense(stated, asked, words)) is not None:
            yield StandIn(cue.first, cue.last, words, OTHER_CUE)
            continue
        if (alone := _unhelped(said, asked, words)) is not None:
            yield StandIn(*alone, words, OTHER_LEVEL)
            continue
        around = _around(note, there, words, gone)
        if (window := _window(around, here)) is None:
            continue
        if (sure := find_replaced(said, note, words, window)) is not None:
            yield StandIn(sure.first, sure.last, words, sure.rule)
            continue
        found = _opposite(said, note, words, window) or _likest(here, there, window, around, words)
        if found is not None:
            claims = any(piece.claims for piece in here.between(*found))
            rule = TOLD_INSTEAD if claims else LEFT_OUT
            yield StandIn(*found, words, OTHER_FIGURE if _is_told_twice(stated, asked, found, words) else rule)


def _other_sense(stated: Sequence[Modifier], asked: Sequence[Modifier], lost: Words) -> Modifier | None:
    """Return the cue of another sense that is told for a missing one: "VC" as "tactile".

    It is of a sense that the note never cues by, or stands at what the missing one was given for.
    """
    cues = [item for item in asked if item.kind == CUE]
    missing = next((item for item in cues if item.first < lost[1] and lost[0] < item.last), None)
    if missing is None:
        return None
    others = [item for item in stated if item.kind == CUE and item.value != missing.value]
    new = [item for item in others if item.value not in {cue.value for cue in cues}]
    return next(iter([*new, *(item for item in others if not item.head.isdisjoint(missing.head))]), None)


def _unhelped(said: Terms, asked: Sequence[Modifier], lost: Words) -> Words | None:
    """Return where the rewrite tells that it was done without help, if a missing word is of an amount of help."""
    levels = [item for item in asked if item.kind == LEVEL]
    if not any(item.first < lost[1] and lost[0] < item.last for item in levels):
        return None
    if any(item.value == _INDEPENDENT for item in levels):
        return None  # something else was
    low = said.reading.words.low
    for at, word in enumerate(low):
        if word in _ALONE:
            return at, at + 1
        if tuple(low[at : at + 2]) in _ON_OWN:
            return at, at + 2
    return None


def _is_told_twice(stated: Sequence[Modifier], asked: Sequence[Modifier], found: Words, lost: Words) -> bool:
    """Another figure of the note's stands for a lost one of its family, and more often than in the note."""
    missing = {item.family for item in asked if item.kind == FIGURE and item.first < lost[1] and lost[0] < item.last}
    return any(
        item.kind == FIGURE and item.family in missing and _count(stated, item) > _count(asked, item)
        for item in stated
        if item.first < found[1] and found[0] < item.last
    )


def _count(items: Sequence[Modifier], one: Modifier) -> int:
    return sum(item.kind == FIGURE and (item.value, item.family) == (one.value, one.family) for item in items)


def _told(terms: Terms, modifiers: Iterable[Modifier]) -> _Told:
    pieces = []
    taken: set[int] = set()
    for item in modifiers:
        if item.kind in (FIGURE, SIDE, LEVEL):
            keys = {f"{item.kind}:{item.value}"}
            if item.kind == FIGURE:
                keys.add(f"{item.kind}:{item.figure}")
            pieces.append(_Piece(item.first, item.last, frozenset(keys), item.kind, item.sentence, True))
            taken.update(range(item.first, item.last))
    low = terms.reading.words.low
    for index, place in enumerate(terms.place):
        if place not in taken and low[place] not in _IDLE and len(low[place]) > 1:
            kind = terms.kind(index) or _WORD
            named = terms.named[index]
            pieces.append(_Piece(place, place + 1, named, kind, terms.sentence[index], terms.claims[index]))
    for at, word in enumerate(low):
        if word in _ONCE and at not in taken:
            pieces.append(_Piece(at, at + 1, frozenset({"figure:1"}), FIGURE, terms.sentence_at(at), False))
    pieces.sort()
    return _Told(pieces, Counter(key for piece in pieces for key in piece.keys))


def _around(note: Terms, there: _Told, words: Words, gone: set[int]) -> list[_Piece]:
    """Return what the note tells around missing words, in their sentence and not missing itself."""
    first, last = words
    sentence = note.sentence_at(first)
    return [
        piece
        for piece in there.between(first - _LOCAL, last + _LOCAL)
        if piece.sentence == sentence and gone.isdisjoint(range(piece.first, piece.last))
    ]


def _window(around: Sequence[_Piece], here: _Told) -> Words | None:
    """Return the words of the rewrite that tell the most of what the note tells around the missing words."""
    keys = [piece.keys for piece in around]
    met = [here.pieces[at] for at in sorted({at for one in keys for key in one for at in here.having.get(key, ())})]
    best: tuple[float, Words] | None = None
    for at, start in enumerate(met):
        seen: set[int] = set()
        last = start
        for piece in met[at:]:
            if piece.sentence != start.sentence or piece.first - start.first > 2 * _LOCAL:
                break
            seen.update(number for number, one in enumerate(keys) if not piece.keys.isdisjoint(one))
            last = piece
        score = sum(1 / min(here.counts[key] for key in keys[number] if here.counts[key]) for number in seen)
        if best is None or score > best[0]:
            best = score, (start.first, last.last)
    return best[1] if best is not None else None


def _opposite(said: Terms, note: Terms, words: Words, window: Words) -> Words | None:
    """Return the word near that says the opposite of a missing one: "after homework" for "before homework"."""
    low = said.reading.words.low
    for at in range(*words):
        against = _AGAINST.get(note.reading.words.low[at], _NOTHING)
        for place in range(max(0, window[0] - _REACH), min(len(low), window[1] + _REACH)):
            if low[place] in against and said.sentence_at(place) == said.sentence_at(window[0]):
                return place, place + 1
    return None


def _likest(here: _Told, there: _Told, window: Words, around: Sequence[_Piece], lost: Words) -> Words | None:
    """Return what stands near and is not told around the missing words.

    What the rewrite has more often than the note comes first, then what claims something, then the same kind, then what
    is nearest to the neighbours of the missing words.
    """
    local = frozenset(key for piece in around for key in piece.keys)
    missing = there.between(*lost)
    kinds = {piece.kind for piece in missing} or {_WORD}
    parts = frozenset(key for piece in missing for key in piece.keys)
    beside = _beside(around, lost)
    pins = [piece.first for piece in here.between(*window) if any(piece.keys & one.keys for one in beside)]
    sentence = here.between(*window)[0].sentence
    found: list[tuple[bool, bool, bool, int, _Piece]] = []
    for piece in here.between(window[0] - _REACH, window[1] + _REACH):
        surplus = all(here.counts[key] > there.counts[key] for key in piece.keys)
        if piece.sentence != sentence or not ((surplus and piece.claims) or piece.keys.isdisjoint(local)):
            continue
        if piece.kind == _PERSON and not piece.claims and _PERSON not in kinds:
            continue  # "the patient" stands everywhere
        if not surplus:
            continue
        alike = piece.kind in kinds or kinds == {_WORD} or not piece.keys.isdisjoint(parts)
        if not alike and not _NAMED_APART.isdisjoint({piece.kind, *kinds}):
            continue
        if alike or surplus:
            distance = min((abs(piece.first - pin) for pin in pins), default=0)
            found.append((not surplus, not piece.claims, not alike, distance, piece))
    if not found:
        return None
    best = min(found)
    run = best[-1].first, best[-1].last
    for piece in sorted(piece for *rank, _, piece in found if tuple(rank) == best[:3]):
        if 0 <= piece.first - run[1] <= 1:  # the words that follow at once: "after four weeks"
            run = run[0], piece.last
    return run


def _beside(around: Sequence[_Piece], lost: Words) -> list[_Piece]:
    """Return the neighbours right before and right behind the missing words."""
    before = [piece for piece in around if piece.last <= lost[0]]
    behind = [piece for piece in around if piece.first >= lost[1]]
    return before[-1:] + behind[:1]
