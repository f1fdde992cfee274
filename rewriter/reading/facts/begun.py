"""Where what the patient said ends within its own sentence: "S: dtr reports 1 fall Sun, tandem 20 ft x4 min A"."""

from collections.abc import Sequence

from rewriter.reading.pieces import Piece
from rewriter.reading.reading import Reading
from rewriter.reading.reported import tells_session
from rewriter.reading.sentences import Sentence

_NEAR = 4  # words behind a piece, where its help may stand


def find_session(reading: Reading, sentence: Sentence, pieces: Sequence[Piece]) -> int:
    """Return the word at which the session is told under "S:"; the end of the sentence where it is not.

    The note has no "O:".
    """
    if sentence.heading == "subjective":
        for first, last, _ in pieces:
            behind = min(last + _NEAR, sentence.last)
            here = [reading.mentions[i] for i in reading.between(first, behind)]
            done = any(m.first < last and m.sense.kind in ("activity", "task") for m in here)
            if done and tells_session(reading.words.low, first, behind, here):
                return first
    return sentence.last
