"""Words as the reading spells them, for the tests of shorthand and slips."""

from rewriter.pack import load_pack
from rewriter.reading.shorthand import read_words

PACK = load_pack()


def shown(text: str) -> str:
    """Return the words of a text as they are read, with blanks between them."""
    words = read_words(text, PACK)
    return " ".join(words.shown(at) for at in range(len(words.low)))
