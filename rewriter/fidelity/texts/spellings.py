"""One word in two spellings: "practise" and "practice", "stabilised" and "stabilized", "fiancee" with its accent."""

import re
from functools import lru_cache

from rewriter.reading.shorthand.spelling import english

_SHORTEST = 5
_CONTRACTED = ("n't", "'d", "'ll", "'m", "'re", "'ve")
# English words that may be written with their accents; any other accent may be a disguise.
_ACCENTED = {
    "fianc\u00e9": "fiance", "fianc\u00e9e": "fiancee", "caf\u00e9": "cafe", "na\u00efve": "naive",
    "pur\u00e9e": "puree", "pur\u00e9ed": "pureed", "saut\u00e9ed": "sauteed", "d\u00e9cor": "decor",
    "barr\u00e9": "barre", "m\u00e9ni\u00e8re": "meniere", "m\u00e9ni\u00e8re's": "meniere's",
    "sj\u00f6gren": "sjogren", "sj\u00f6gren's": "sjogren's", "piqu\u00e9": "pique",
}  # fmt: skip
# The British ending or letters, and the American ones.
_RESPELLED = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (r"^practis", "practic"),
        (r"isation(s?)$", r"ization\1"),
        (r"(?<=[a-z]{3})is(e|es|ed|er|ers|ing)$", r"iz\1"),
        (r"ys(e|es|ed|er|ers|ing)$", r"yz\1"),
        (r"(?<=[bcdilmnv])our(?=(s|ed|ing|ite|ites|able|ful|hood|less)?$)", "or"),
        (r"(?<=[bt])re(?=s?$)", "er"),
        (r"^(\w*[aeiou]\w*[aeiou])ll(ed|ing|er|ers)$", r"\1l\2"),
        (r"ogue(s?)$", r"og\1"),
        (r"(?<=e)nce(s?)$", r"nse\1"),
        (r"ae|^oe(?=[ds])", "e"),
        (r"rrhoea", "rrhea"),
    )
)


_ANY = re.compile("|".join(re.sub(r"\((?!\?)", "(?:", pattern.pattern) for pattern, _ in _RESPELLED))


def in_one_spelling(word: str) -> str:
    """Return a lower-case word as all its spellings come out; it need be no word itself.

    >>> in_one_spelling("practised") == in_one_spelling("practiced"), in_one_spelling("colour")
    (True, 'color')
    >>> in_one_spelling("fianc\u00e9e"), in_one_spelling("hour"), in_one_spelling("filling")
    ('fiancee', 'hour', 'filling')
    >>> in_one_spelling("i'd"), in_one_spelling("can't"), in_one_spelling("patient's")
    ('id', 'cant', "patient's")
    """
    if word.endswith(_CONTRACTED):
        return word.replace("'", "")  # as it is typed in a hurry
    return _respell_known(word) if word in english() else _respell(word)


@lru_cache(maxsize=8192)
def _respell_known(word: str) -> str:
    """Only words of English are kept: any other may be a name of the note."""
    return _respell(word)


def _respell(word: str) -> str:
    word = _ACCENTED.get(word, word)
    if len(word) < _SHORTEST or not _ANY.search(word):
        return word
    for pattern, other in _RESPELLED:
        word = pattern.sub(other, word)
    return word
