"""Beside a goal or the past, and no part of it: a word only like the goal's, a denial behind a former figure."""

from collections.abc import Sequence

from rewriter.fidelity.texts.aspects import denies
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.scoped import AIMED
from rewriter.fidelity.texts.terms import Terms
from rewriter.paraphrase import stem

FORMER = frozenset(
    "history hx h/o pmh former formerly resolved previous previously prior past last was were had used yest yesterday "
    "initially eval evaluation".split()
)


def is_beside_former(texts: Sequence[Terms], partners: Sequence[tuple[int, int]]) -> bool:
    """Only figures beside are former, and what is denied with them is of today: "18 at eval, no stairs bc tired"."""
    return all(_is_beside_former(texts[text], one) for text, one in partners)


def _is_beside_former(terms: Terms, index: int) -> bool:
    low, at = terms.reading.words.low, terms.place[index]
    first, last = part_around(terms, at, at + 1)
    span = terms.reading.sentences[max(0, terms.sentence[index])]
    if not FORMER.isdisjoint(low[first:last]) or not denies(low[first:last]):
        return False
    others = [one for one in range(span.first, span.last) if low[one] in FORMER]
    parts = [low[slice(*part_around(terms, one, one + 1))] for one in others]
    return bool(parts) and all(any(word[0].isdecimal() for word in part) for part in parts)


def is_alone_like(said: Terms, index: int, texts: Sequence[Terms], partners: list[tuple[int, int]]) -> bool:
    """A general word is only like one of the goal, and nothing else of the goal is told with it.

    Thus: "resides in a nursing facility", where the son "wants assisted living".
    """
    if said.kind(index) not in ("", "verb"):
        return False
    at = said.place[index]
    same = stem(said.reading.words.low[at])
    if any(stem(texts[text].reading.words.low[texts[text].place[one]]) == same for text, one in partners):
        return False
    near = [one for one in said.claiming(*part_around(said, at, at + 1)) if one != index]
    return not any(
        terms.bits[partner] & AIMED for one in near for terms in texts for partner in terms.partners(said.keys[one])
    )
