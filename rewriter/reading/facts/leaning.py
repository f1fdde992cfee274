"""What leans on the piece beside it stays with it, as it was written: "9 steps, 6 indep, 2 VC, 1 phys".

A piece is told by itself only where neither it nor its neighbour needs the other. Here are those that need it and that
no frame covers together: the parts of what was counted before them, what a value was told for and how it cleared, a
bare "not done", so long a hold, and a figure that borrows its unit.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from rewriter.reading.context.cues import PARTICIPLES
from rewriter.reading.facts.fact import Fact
from rewriter.reading.mentions import DOSES, TROUBLES, Mention
from rewriter.reading.pieces import NOTED, PHRASE, Piece
from rewriter.reading.pieces.courses import tells_course
from rewriter.reading.pieces.parted import MOTIONS_WRITTEN
from rewriter.reading.pieces.reasoned import WITHHELD
from rewriter.reading.reading import Reading

_UNITS = frozenset({"duration", "distance", "load", "angle", "ratio", "percent", "count", "pressure"})
_FRAMED = frozenset({"activity", "cue", "assist", "impairment", "treatment"})
_GIVEN = frozenset({"level", "cue"})
# How the same went on, behind a figure alone: "10 min sit, 5 stand".
_OTHERWISE = frozenset({"position", "side", "vision"})
_POSTURES = frozenset({"sit", "stand", "lying", "walk", "kneel"})
_DONE = frozenset({"activity", "cue", "level", "task", "goal", "planned"})
_MOST_BETWEEN = 3
_OF_EXERCISE = frozenset({"activity", "task", "part", "side", "position", "verb"})
_LONGEST_NAME = 5  # words
_FEWEST_PARTS, _LONGEST_PART, _LONGEST_UNDONE = 2, 5, 2

Tell = Callable[[Piece], Fact]


def hold_leaning(reading: Reading, pieces: Sequence[Piece], tell: Tell) -> list[Piece]:
    """Return the pieces, each that leans held with those it leans on. `tell` makes a fact of a piece."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = max(_end_count(reading, pieces, at), _end_course(reading, pieces, at))
        if end:
            found.append((pieces[at][0], pieces[end - 1][1], NOTED))
            at = end
            continue
        if end := _end_list(reading, pieces, at, tell):
            found.append((pieces[at][0], pieces[end - 1][1], PHRASE))
            at = end
            continue
        before = found[-1] if found else None
        if before is not None and _leans(reading, before, pieces[at], tell):
            told = _is_undone(reading, pieces[at]) or _is_hold(reading, pieces[at])
            found[-1] = before[0], pieces[at][1], PHRASE if told else NOTED
        else:
            found.append(pieces[at])
        at += 1
    return found


def _leans(reading: Reading, before: Piece, piece: Piece, tell: Tell) -> bool:
    """A piece says nothing without the one right before it, which a frame would tell apart from it."""
    if before[2] not in (PHRASE, NOTED) or piece[2] != PHRASE:
        return False
    if _is_undone(reading, piece):
        return before[2] == PHRASE and _names_undosed(reading, before)
    if _is_hold(reading, piece):
        return before[2] == PHRASE and tell(before).kind == "activity"
    return _borrows_unit(reading, before, piece) and (before[2] == NOTED or tell(before).kind in _FRAMED)


def _end_count(reading: Reading, pieces: Sequence[Piece], at: int) -> int:
    """Return the end of the pieces that part what piece `at` counted, help or cues among them; 0 for none."""
    total = _count(reading, pieces[at])
    parts: list[int] = []
    helped = False
    for piece in pieces[at + 1 :]:
        figure = _leading_figure(reading, piece)
        if not figure or _length(reading, piece) > _LONGEST_PART or sum(parts) + figure > total:
            break
        parts.append(figure)
        helped = helped or any(m.sense.kind in _GIVEN for m in _held(reading, piece))
    return at + 1 + len(parts) if len(parts) >= _FEWEST_PARTS and helped else 0


def _count(reading: Reading, piece: Piece) -> int:
    """Return how many things a piece tells of: "LOB x4", "9 steps"; 0 where it has a dose of another kind."""
    if figure := _leading_figure(reading, piece):
        return figure
    counts = [m for m in _held(reading, piece) if m.sense.kind == "count" and m.sense.group != "sets"]
    low = reading.words.low
    figures = [int(low[word]) for m in counts for word in range(m.first, m.last) if low[word].isdecimal()]
    return figures[0] if len(figures) == 1 else 0


def _leading_figure(reading: Reading, piece: Piece) -> int:
    """Return the bare figure that opens a piece and counts what follows it, 0 for none."""
    first, last, form = piece
    word = reading.words.low[first]
    if form != PHRASE or not word.isdecimal() or last < first + 2 or not reading.words.low[first + 1][0].isalpha():
        return 0
    measured = any(m.first == first and m.sense.kind in _UNITS and m.last > first + 1 for m in _held(reading, piece))
    return 0 if measured else int(word)


def _end_course(reading: Reading, pieces: Sequence[Piece], at: int) -> int:
    """Return the end of what was felt, its value and how it cleared: "lightheaded, BP 104/58, cleared 2 min"."""
    if not any(m.sense.kind in TROUBLES for m in _held(reading, pieces[at])):
        return 0
    other = False  # something else stands between, that may have cleared as well
    for behind in range(at + 1, min(len(pieces), at + _MOST_BETWEEN + 2)):
        first, last, _ = pieces[behind]
        begun = tells_course(reading, first)
        if begun:
            return behind + 1 if other else 0
        kinds = {m.sense.kind for m in _held(reading, pieces[behind])}
        other = other or not kinds.isdisjoint({"vital", "person"})
        if not kinds.isdisjoint(_DONE):
            return 0
        if any(tells_course(reading, word + 1) for word in range(first, last - 1) if reading.words.low[word] == ","):
            return behind + 1 if other else 0
    return 0


def _length(reading: Reading, piece: Piece) -> int:
    """Return how many words a piece has before its aside."""
    low = reading.words.low[piece[0] : piece[1]]
    return low.index("(") if "(" in low else len(low)


def _end_list(reading: Reading, pieces: Sequence[Piece], at: int, tell: Tell) -> int:
    """Return the end of things whose one dose stands behind the last: "seated LAQ, march, hip abd red tb 2x10".

    Where each is known as a thing done, a sentence lists them; one that is not would be torn from its dose.
    """
    end = at
    while end < len(pieces) and _may_be_dosed(reading, pieces[end]):
        end += 1
    if end in (at, len(pieces)) or any(low != "," for low in _marks(reading, pieces[at : end + 1])):
        return 0
    sets = any(m.sense.kind == "count" and m.sense.group == "sets" for m in _held(reading, pieces[end]))
    unknown = any(tell(piece).kind != "activity" for piece in pieces[at:end])
    return end + 1 if sets and unknown and tell(pieces[end]).kind == "activity" else 0


def _marks(reading: Reading, pieces: Sequence[Piece]) -> list[str]:
    return [reading.words.low[one[1]] for one, two in pairwise(pieces) if one[1] < two[0]]


def _may_be_dosed(reading: Reading, piece: Piece) -> bool:
    """A bare name of what may be done in sets: an exercise, a part of the body, a motion of a joint."""
    first, last, form = piece
    low, held = reading.words.low, _held(reading, piece)
    named = [at for at in range(first, last) if low[at] != ","]
    if form != PHRASE or len(named) > _LONGEST_NAME or not all(low[at].isalpha() for at in named):
        return False
    if not {m.sense.kind for m in held} <= _OF_EXERCISE:
        return False
    done = {at for m in held for at in range(m.first, m.last)}
    return all(at in done or low[at] in MOTIONS_WRITTEN or low[at] + "ing" in reading.lexicon for at in named)


def _is_undone(reading: Reading, piece: Piece) -> bool:
    """Nothing but that it was not done: "not done", "deferred today"."""
    told = [word for word in reading.words.low[piece[0] : piece[1]] if word not in ("today", "yet")]
    if told[:1] == ["not"]:
        return len(told) == _LONGEST_UNDONE and (told[1] in PARTICIPLES or told[1].endswith("ed"))
    return len(told) == 1 and told[0] in WITHHELD - {"stopped", "aborted", "limited", "held"}


def _is_hold(reading: Reading, piece: Piece) -> bool:
    """So long each time, of what stands before it: "5 sec hold"."""
    held = [m for m in _held(reading, piece) if m.sense.kind == "duration" and m.first == piece[0]]
    return bool(held) and reading.words.low[held[0].last : piece[1]] in (["hold"], ["holds"])


def _names_undosed(reading: Reading, piece: Piece) -> bool:
    """A thing that is done or planned, and no dose of it: what is told behind its comma is of it alone."""
    kinds = {m.sense.kind for m in _held(reading, piece)}
    return not kinds.isdisjoint({"activity", "task", "planned", "function"}) and kinds.isdisjoint(DOSES | {"level"})


def _borrows_unit(reading: Reading, before: Piece, piece: Piece) -> bool:
    """A bare figure with nothing but another posture or side has the unit of the figure before it."""
    at = piece[0] + 1
    if not _leading_figure(reading, piece) or piece[1] != at + 1:
        return False
    behind = any(m.first == at and m.sense.kind in _OTHERWISE for m in _held(reading, piece))
    measured = any(m.sense.kind in ("duration", "distance", "load") for m in _held(reading, before))
    return measured and (behind or reading.words.low[at] in _POSTURES)


def _held(reading: Reading, piece: Piece) -> list[Mention]:
    return [reading.mentions[i] for i in reading.between(piece[0], piece[1])]
