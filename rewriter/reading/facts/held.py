"""Help told right behind something that makes no sentence with it stays there: "4 stairs w R rail min A".

Apart from it the help would be told of nothing, or of the next cue. A treatment and a daily task take it by themselves.
"""

from collections.abc import Callable, Sequence

from rewriter.reading.facts.fact import Fact
from rewriter.reading.facts.tasks import is_task
from rewriter.reading.mentions import ALONE
from rewriter.reading.pieces import AMOUNTS, PATIENT, PHRASE, Piece
from rewriter.reading.reading import Reading

_DOSED = frozenset({"count", "duration", "distance"})
_TAKING_NONE = frozenset({"remark", "finding", "response", "plan"})


def hold_help(reading: Reading, pieces: Sequence[Piece], tell: Callable[[Piece], Fact]) -> list[Piece]:
    """Return the pieces, each level of help with what stands right before it. `tell` makes a fact of a piece."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if (
            before is not None
            and before[1] == piece[0]
            and _opens_with_help(reading, piece)
            and (_takes_none(before, tell) or (before[2] == PHRASE and _is_alone(reading, before, piece)))
        ):
            found[-1] = before[0], piece[1], before[2]
        else:
            found.append(piece)
    return found


def _opens_with_help(reading: Reading, piece: Piece) -> bool:
    first, last, form = piece
    while first < last and reading.words.low[first] in AMOUNTS:
        first += 1
    opening = {reading.mentions[i].sense.kind for i in reading.between(piece[0], first + 1)}
    return form == PHRASE and "level" in opening and "cue" not in opening


def _is_alone(reading: Reading, before: Piece, piece: Piece) -> bool:
    """That the patient needs nobody is said of what stands before, and of nothing else: "log roll independent"."""
    opening = [reading.mentions[i].sense for i in reading.between(piece[0], piece[0] + 1)]
    dosed = any(reading.mentions[i].sense.kind in _DOSED for i in reading.between(before[0], before[1]))
    return not dosed and any(sense.kind == "level" and sense.group in ALONE for sense in opening)


def _takes_none(piece: Piece, tell: Callable[[Piece], Fact]) -> bool:
    if piece[2] not in (PHRASE, PATIENT):
        return False
    fact = tell(piece)
    return (fact.kind in _TAKING_NONE or fact.polarity == "planned") and not is_task(fact)
