"""Characters: folding that keeps every offset, and the split of a text into tokens.

All offsets in this project are Unicode code points into the text as the caller gave it.
"""

import re
from itertools import accumulate

# Look-alikes that therapists' keyboards and EHR exports put in place of ASCII. Each maps to
# exactly one character, so that offsets stay.
_FOLD = {
    ord(written): plain
    for plain, group in {
        "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
        "'": "\u2018\u2019\u201b\u2032\u02bc\uff07",
        '"': "\u201c\u201d\u2033\u00ab\u00bb",
        " ": "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\f\v",
        "\n": "\r\u2028\u2029\u0085",
        "/": "\u2044\u2215\uff0f",
        "x": "\u00d7\u2715",
        "~": "\u2248\u223c\uff5e",
        "\u2192": "\u21d2\u27f6\u2794\u27a1",
        "\u2022": "\u25cf\u25aa\u2023\u25e6\u00b7\u2043\u25cb",
        "+": "\uff0b",
    }.items()
    for written in group
}

# An arrow begins only where its run of "-" or "=" begins: so a long run without a ">" is scanned only once.
_TOKEN = r"""
    [A-Za-z]/(?:[A-Za-z](?![A-Za-z]))?                   # w/  s/p  d/t  R/L
  | (?:[a-z]+[^\W\d_]*|[^\W\d_]+)(?:'[^\W\d_]+)*        # words, also don't; a-z first, which is fast
  | \d+(?:[.,]\d+)*                                       # 15   0.8   1,000
  | \n
  | (?:<-|(?<!-)-)-*>|(?<!=)=+>|\u2192                    # arrows
  | //
  | \S
"""
TOKEN = re.compile(_TOKEN, re.VERBOSE)
# Tokens and the spaces between them: nothing is left out, so the lengths of the pieces add up to their places.
_PIECE = re.compile(_TOKEN + r"| [^\S\n]+", re.VERBOSE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def fold(text: str) -> str:
    """Return `text` in lower case with look-alike punctuation made plain; same length, same offsets.

    >>> fold("Min A \u2013 \u0130")
    'min a - \u0130'
    """
    if text.isascii():
        return text.lower().translate(_FOLD) if not text.isprintable() else text.lower()
    folded = text.translate(_FOLD)
    lowered = folded.lower()
    if len(lowered) == len(text):
        return lowered
    # "İ".lower() is two characters: lower one by one and leave what would grow.
    return "".join(low if len(low := char.lower()) == 1 else char for char in folded)


def is_binary(text: str) -> bool:
    r"""Tell whether `text` holds control characters that no note has (NUL, escape codes).

    >>> is_binary("a\x00b"), is_binary("a\tb\r\n")
    (True, False)
    """
    return _CONTROL.search(text) is not None


def split_tokens(text: str) -> tuple[list[str], list[int], list[int]]:
    """Return the tokens of a text, where each begins and where it ends.

    >>> split_tokens("no LOB, x3")
    (['no', 'LOB', ',', 'x', '3'], [0, 3, 6, 8, 9], [2, 6, 7, 9, 10])
    """
    pieces: list[str] = _PIECE.findall(text)
    ends = list(accumulate(map(len, pieces)))
    places = [at for at, piece in enumerate(pieces) if piece != " " and (piece == "\n" or not piece.isspace())]
    tokens = [pieces[at] for at in places]
    end = [ends[at] for at in places]
    start = [last - len(token) for last, token in zip(end, tokens, strict=True)]
    return tokens, start, end
