"""Characters: folding that keeps every offset, and the split of a text into tokens.

All offsets in this project are Unicode code points into the text as the caller gave it.

Folded as equal: case, the look-alike punctuation below, full-width forms of ASCII, decimal digits of all scripts.
Never folded: letters of other scripts that look like ours. What changes how a word looks without being read as part of
it (marks on letters, superscripts, encircled letters, marks of direction, what is invisible inside a word) becomes a
letter of its own: such a word is one that nobody knows, and has no partner in another text but itself.
"""

import re
from itertools import accumulate
from unicodedata import category

# The full-width forms of all of ASCII, then look-alikes that therapists' keyboards and EHR exports put in its place.
# Each maps to exactly one character, so that offsets stay.
_FOLD = {code + 0xFEE0: chr(code) for code in range(0x21, 0x7F)} | {
    ord(written): plain
    for plain, group in {
        "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63",
        "'": "\u2018\u2019\u201b\u2032\u02bc",
        '"': "\u201c\u201d\u2033\u00ab\u00bb",
        " ": "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\f\v",
        "\n": "\r\u2028\u2029\u0085",
        "/": "\u2044\u2215",
        "x": "\u00d7\u2715",
        "~": "\u2248\u223c",
        "\u2192": "\u21d2\u27f6\u2794\u27a1",
        "\u2022": "\u25cf\u25aa\u2023\u25e6\u00b7\u2043\u25cb",
    }.items()
    for written in group
}

# An arrow begins only where its run of "-" or "=" begins: so a long run without a ">" is scanned only once.
_TOKEN = r"""
    (?!(?<=[0-9])[smSM]/[0-9])[A-Za-z]/(?:[A-Za-z](?![A-Za-z]))?  # w/  s/p  d/t  R/L, but 8s/11s
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
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
# Characters by what is done with them, beside their category: see `_mark_strange`.
_TURNING = frozenset("\u061c\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANK = frozenset("\u2800")
_UNREADABLE = frozenset("\ufffc\ufffd")
_FRACTIONS = frozenset("\u00bc\u00bd\u00be\u2153\u2154")
_ENCLOSED = re.compile("[\u249c-\u24e9\U0001f110-\U0001f1ff]")
_STRANGE = frozenset({"Mn", "Mc", "Me", "Nl", "No", "Cf", "Co"})
# Each strange character has a letter of its own here, far from all that a note is written in.
_LETTERS, _MANY = 0x20000, 42719
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def fold(text: str) -> str:
    """Return `text` in lower case with look-alike punctuation made plain; same length, same offsets.

    >>> fold("Min A \u2013 \u0130")
    'min a - \u0130'
    """
    if text.isascii():
        return text.lower().translate(_FOLD) if not text.isprintable() else text.lower()
    folded = text.translate(_FOLD)
    if not folded.isascii():
        folded = _OTHER_DIGIT.sub(lambda digit: str(int(digit[0])), folded)
        if any(map(_is_strange, set(folded))):
            folded = _mark_strange(folded)
    lowered = folded.lower()
    if len(lowered) == len(text):
        return lowered
    # "İ".lower() is two characters: lower one by one and leave what would grow.
    return "".join(low if len(low := char.lower()) == 1 else char for char in folded)


def _is_strange(char: str) -> bool:
    if char.isascii() or char in _FRACTIONS:
        return False
    return category(char) in _STRANGE or char in _BLANK or char in _UNREADABLE or _ENCLOSED.match(char) is not None


def _mark_strange(text: str) -> str:
    """Make strange characters letters; those that show nothing, and touch no word on one side, become spaces.

    So a byte order mark or a soft hyphen at a word's edge does no harm, but one inside a word makes it unknown.
    """
    out = list(text)
    size = len(out)
    at = 0
    while at < size:
        char = out[at]
        if not _is_strange(char):
            at += 1
            continue
        kind = category(char)
        if kind == "Cf" or char in _BLANK or "\ufe00" <= char <= "\ufe0f":
            end = at + 1
            while end < size and _is_strange(out[end]) and category(out[end]) == "Cf" and out[end] not in _TURNING:
                end += 1
            inside = at > 0 and out[at - 1].isalnum() and end < size and out[end].isalnum()
            for place in range(at, end):
                out[place] = _letter(out[place]) if inside or out[place] in _TURNING else " "
            at = end
            continue
        before = out[at - 1] if at else " "
        if kind[0] == "M":
            known = not before.isspace() and category(before) != "So"
        else:
            known = before.isalnum() if kind == "Co" or char in _UNREADABLE else True
        if known:
            out[at] = _letter(char)
        elif kind[0] == "M":
            out[at] = " "
        at += 1
    return "".join(out)


def _letter(char: str) -> str:
    return chr(_LETTERS + ord(char) % _MANY)


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
    places = [at for at, piece in enumerate(pieces) if piece.strip() or piece == "\n"]
    tokens = [pieces[at] for at in places]
    end = [ends[at] for at in places]
    start = [last - len(token) for last, token in zip(end, tokens, strict=True)]
    return tokens, start, end


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())
