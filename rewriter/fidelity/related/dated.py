"""Which of two values is the first or the last, by the word beside it: "3/10 start", "IE 15", "102 at the end"."""

from collections.abc import Sequence

from rewriter.fidelity.texts.terms import SPLITS

_FIRST = frozenset(
    "ie eval evaluation initially start soc baseline prev previous previously prior pre adm admission intake "
    "beginning outset arrival entry".split()
)
_LAST = frozenset(
    "end finish close conclusion discharge departure today now currently post afterward afterwards".split()
)
_THIN = frozenset("at by the on to this visit session of".split())
_MOST_THIN = 4


def is_dated_first(low: Sequence[str], first: int, last: int) -> bool:
    """Tell whether the word right before the value or right behind it says that it was the first.

    >>> is_dated_first("7/10 end , 3/10 start".split(), 3, 4), is_dated_first("17 , ie 15".split(), 3, 4)
    (True, True)
    >>> is_dated_first("start 5 , 3".split(), 3, 4)
    False
    """
    return (first > 0 and low[first - 1] in _FIRST) or _next(low, last) in _FIRST


def is_dated_last(low: Sequence[str], last: int) -> bool:
    """Tell whether the word behind a value says that it was the last: "102 by the end of the session".

    >>> is_dated_last("88 compared with 102 at the end".split(), 4), is_dated_last("6 compared with 0".split(), 4)
    (True, False)
    """
    return _next(low, last) in _LAST


def _next(low: Sequence[str], at: int) -> str:
    """Return the first word from `at` on that is not thin, "" where a mark comes first."""
    for word in low[at : at + _MOST_THIN]:
        if word in SPLITS:
            return ""
        if word not in _THIN:
            return word
    return ""
