"""Wordings: what a rewrite must say, or must not, told in words and found without a model.

    right hemiparesis | hemiparesis of the right     one or the other
    tactile cue* ... quadriceps                      other words of the same sentence may stand between
    cue*                                             any ending

Whole words are matched, in any case, whatever hyphens, commas and quotes stand between them; "three" is "3". Signs that
tell something (/ % + < > # = and a decimal point) must be there.
"""

import re
from functools import cache, lru_cache

from rewriter.errors import InputError
from rewriter.reading.quantities.numerals import NUMBER_WORDS

# A number, a word, a sign that tells something, an end of a sentence. Everything else is let go.
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+|[/%+<>#=]|[.!?;](?=\s|$)|\n")
_PIECE = re.compile(rf"\.\.\.|\*|{_TOKEN.pattern}")
_ENDS = frozenset(".!?;\n")
_NUMBERS = {word: str(value) for word, value in NUMBER_WORDS.items() if word not in {"once", "twice", "thrice"}}


def is_said(wording: str, text: str) -> bool:
    """Tell whether `text` says a wording, in one of its ways.

    >>> is_said("tactile cue* ... quads | quad tapping", "He used Tactile cues, at the quads. No gait.")
    True
    >>> is_said("3 sets", "Three sets of 10."), is_said("gait ... cue", "Gait training. One cue.")
    (True, False)

    Raises InputError for a wording without words.
    """
    return compile_wording(wording).search(_flatten(text)) is not None


@cache
def compile_wording(wording: str) -> re.Pattern[str]:
    """Return the pattern of a wording, to be searched in flattened text. Raises InputError where a way has no words."""
    return re.compile("|".join(map(_way, wording.split("|"))))


def _way(way: str) -> str:
    """Return the pattern of one way to say it: words end with a space in flattened text."""
    out = ""
    words = 0
    for match in _PIECE.finditer(way.lower()):
        piece = match[0]
        if piece == "...":
            out += r"(?:[^ \x00]+ )*?" if words else ""
        elif piece == "*":
            out = out.removesuffix(" ") + r"[^ \x00]* "
        elif piece not in _ENDS:
            words += 1
            out += re.escape(_NUMBERS.get(piece, piece)) + " "
    if not words:
        raise InputError("a wording has no words")
    return r"(?<![^ ])" + out


@lru_cache(maxsize=64)  # the few texts that are being scored
def _flatten(text: str) -> str:
    r"""Return the words of a text, a space behind each, and \x00 between sentences."""
    tokens = (match[0] for match in _TOKEN.finditer(text.lower()))
    return "".join("\x00 " if token in _ENDS else _NUMBERS.get(token, token) + " " for token in tokens)
