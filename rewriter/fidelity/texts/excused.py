"""Denied or planned in one text only, and yet the same: cited, denied by a prefix, refused here and there."""

from collections.abc import Sequence

from rewriter.fidelity.texts.aspects import DENIAL
from rewriter.fidelity.texts.opposites import denied_forms
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.context import PLANNED

_CITING = frozenset({"per", "according"})
_CITED_REACH = 3


def is_cited(said: Terms, index: int) -> bool:
    """Who said so is not denied by what was said: "per MD, splint not needed" for "no splint needed per MD"."""
    low, at = said.reading.words.low, said.place[index]
    return said.kind(index) == "person" and not _CITING.isdisjoint(low[max(0, at - _CITED_REACH) : at])


def is_undone_by_word(said: Terms, index: int, texts: Sequence[Terms], partners: list[tuple[int, int]]) -> bool:
    """Its part denies by the beginning of a word what the note denies in two: "unavailable" for "not available"."""
    first, last = part_around(said, said.place[index], said.place[index] + 1)
    told = frozenset(said.reading.words.low[first:last])
    for text, one in partners:
        terms = texts[text]
        words = terms.reading.words.low[slice(*part_around(terms, terms.place[one], terms.place[one] + 1))]
        if not told.isdisjoint(denied_forms(words)):
            return True
    return False


def is_refused_too(said: Terms, index: int, texts: Sequence[Terms], partners: list[tuple[int, int]]) -> bool:
    """Refused here and there, and only planned besides: "Declined stairs. Plan stairs PM"."""
    return bool(said.bits[index] & DENIAL) and any(
        texts[text].bits[one] & DENIAL and not texts[text].bits[one] & PLANNED for text, one in partners
    )
