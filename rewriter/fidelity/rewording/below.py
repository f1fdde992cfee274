"""Figures below zero: "-10 degrees" is not 10 degrees.

A sign is a minus with a space before it and none behind, or a word for it. A joint that lacks ten degrees stands at
minus ten, so words of lacking tell a sign too.
"""

from collections.abc import Iterator

from rewriter.fidelity.texts.modifiers import FIGURE, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms

_MINUS = frozenset({"minus", "negative", "neg"})
_LACKING = frozenset(
    "lacks lacking lacked short lag lags below deficit limited from loss less minus negative neg".split()
)
_FAMILIES = frozenset({"angle", "number", "ratio"})


def find_unsigned(stated: Shelf, given: Shelf, said: Terms, note: Terms) -> Iterator[Modifier]:
    """Yield the figures of the rewrite told above zero that the note has below it, and the reverse."""
    for item in stated.items:
        if item.kind != FIGURE or item.family not in _FAMILIES:
            continue
        same = given.same(item)
        if not same:
            continue
        below = _is_below(said, item.first)
        signs = {_is_below(note, other.first) for other in same}
        if below not in signs and not _tells_lack(said, item) and not any(_tells_lack(note, other) for other in same):
            yield item


def has_minus(terms: Terms) -> bool:
    """Tell whether a text has a figure below zero."""
    words = terms.reading.words
    return any(low[0].isdecimal() and _is_below(terms, at) for at, low in enumerate(words.low))


def _is_below(terms: Terms, first: int) -> bool:
    words = terms.reading.words
    at = first - 1
    if at < 0 or words.low[at] in _MINUS:
        return at >= 0
    is_bullet = at == 0 or words.low[at - 1] == "\n"
    return words.low[at] == "-" and not is_bullet and words.gap[at] == " " and words.gap[first] == ""


def _tells_lack(terms: Terms, item: Modifier) -> bool:
    """A word of lacking stands in the sentence; one before the figure as a sign does not count."""
    sentence = terms.reading.sentences[item.sentence]
    low = terms.reading.words.low
    return any(
        low[at] in _LACKING
        for at in range(sentence.first, sentence.last)
        if at != item.first - 1 or low[at] not in _MINUS
    )
