"""A text as one piece, for the tests of the steps that tell its kind."""

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.kinds.headed import find_heads, head_of
from rewriter.reading.kinds.passages import Headed, Kind, Passage, open_passage
from rewriter.reading.pieces.forms import PHRASE

PACK = load_pack()


def whole(text: str, form: str = PHRASE) -> Passage:
    """Return the last sentence of a text as one piece of this form."""
    reading = read(text, PACK)
    sentence = reading.sentences[-1]
    return open_passage(reading, sentence, reading.by_sentence[-1], form, sentence.first, sentence.last)


def headed(text: str) -> Headed:
    """Return the last sentence of a text as one piece, with its likeliest head."""
    passage = whole(text)
    return head_of(passage, find_heads(passage))


def named(found: Passage, told: Kind | None) -> tuple[str, str] | None:
    """Return the kind that a step told and the concept of the mention it told it of, or None."""
    if told is None:
        return None
    kind, head = told
    return kind, found.reading.mentions[head].sense.id if head is not None else ""
