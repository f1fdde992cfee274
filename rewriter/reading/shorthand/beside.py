"""Which kinds of meaning stand right beside a form: a fault behind "2/2", a part of the body before "ext".

A pack names them in the context of a reading as "<impairment>", beside single words; a rating of ten is "<rating>".
"""

from collections.abc import Mapping

from rewriter.lexicon import Node, Sense, longest
from rewriter.reading.words import Words

# No name in a note that decides is longer, in words.
_LONGEST = 4
_OF_TEN = ["/", "10"]


def find_kinds_behind(
    words: Words, at: int, certain: Mapping[int, list[str]], lexicon: Mapping[str, Node]
) -> tuple[str, ...]:
    """Return the kinds of what begins at word `at`, in shorthand that is certain or in full."""
    if words.low[at : at + 1] and words.low[at][0].isdecimal() and words.low[at + 1 : at + 3] == _OF_TEN:
        return ("<rating>",)
    said: list[str] = []
    while at < len(words.low) and len(said) < _LONGEST:
        said += certain.get(at) or (words.low[at],)
        at += 1
    hit = longest(lexicon, said, 0) if said else None
    return _name(hit[1]) if hit else ()


def find_kinds_before(
    words: Words, at: int, certain: Mapping[int, list[str]], lexicon: Mapping[str, Node]
) -> tuple[str, ...]:
    """Return the kinds of what ends before word `at`."""
    said: list[str] = []
    while at > 0 and len(said) < _LONGEST:
        at -= 1
        said = [*(certain.get(at) or (words.low[at],)), *said]
    for first in range(len(said)):
        hit = longest(lexicon, said, first)
        if hit and hit[0] == len(said):
            return _name(hit[1])
    return ()


def _name(senses: list[Sense]) -> tuple[str, ...]:
    return tuple(f"<{sense.kind}>" for sense in senses)
