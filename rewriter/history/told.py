"""What several rules across notes share: which notes are looked at, which sentences recur by nature, softer levels."""

from bisect import bisect_left

from rewriter.checks import Case
from rewriter.earlier import Earlier
from rewriter.history.likeness import Piece
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, PLANNED
from rewriter.rule import Rule

_WARNING = "warning"
# A sentence without any of these tells nothing of a session.
OF_SESSION = frozenset(
    "activity task cue level surface measure vital symptom ratio better worse same verb person impairment".split()
)


def last_own(case: Case, most: int) -> list[Earlier]:
    """Return the last notes of this patient, at most so many, in order."""
    return [note for note in case.earlier if note.is_own][-most:]


def softened(rule: Rule) -> str:
    """Return the level of what is likely and not certain: a warning, or less where the pack says so."""
    return _WARNING if rule.level == "error" else rule.level


def is_heading(piece: Piece, rule: Rule) -> bool:
    """Tell whether a sentence stands in every note by its nature: precautions, goals, diagnoses, the plan."""
    headings = rule.parameters["standing"]
    return piece.label in headings or piece.words[0] in headings


def tells_nothing(reading: Reading, piece: Piece) -> bool:
    """Tell whether the reader finds nothing of a session in a sentence."""
    return OF_SESSION.isdisjoint(
        reading.mentions[index].sense.kind
        for index in mentions_of(reading, piece)
        if not reading.bits[index] & (PLANNED | HISTORICAL)
    )


def mentions_of(reading: Reading, piece: Piece) -> range:
    """Return the indexes of the mentions that a sentence holds."""
    begins = reading.words.start
    return reading.between(bisect_left(begins, piece.start), bisect_left(begins, piece.end))
