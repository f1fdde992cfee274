"""Denied once and found once, told as found twice: "no redness L, redness R" as "redness on both sides".

What a note both denies and affirms, at two times or places, no single mention of the rewrite can be held against. But
a rewrite that names it as often must deny it once. So must one of what was done with a thing, and without it.
"""

from collections.abc import Iterator

from rewriter.fidelity.texts.aspects import CONTRASTING, DENIAL, denies
from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms

_FINDINGS = frozenset({"symptom", "impairment", "diagnosis"})
# With or without these something was done; told as done with one of them, it must say so.
_MEANS = frozenset({"device", "equipment", "surface", "part", ""})
_WITH, _LED = frozenset({"with", "using", "w/"}), 4


def find_undenied(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the part of the rewrite that tells as found what the note denies there and affirms elsewhere."""
    done: set[tuple[str, ...]] = set()
    for index, bits in enumerate(note.bits):
        keys = note.keys[index]
        if not bits & DENIAL or note.kind(index) not in _FINDINGS | _MEANS or keys in done:
            continue
        done.add(keys)
        given = note.partners(keys)
        if all(note.bits[one] & DENIAL for one in given):
            continue  # every mention is denied: each is compared by itself
        told = said.partners(keys)
        if note.kind(index) in _MEANS and not all(_is_led(said, one) for one in told):
            continue
        parts = {part_around(said, said.place[one], said.place[one] + 1) for one in told}
        named = {part_around(note, note.place[one], note.place[one] + 1) for one in given}
        if len(parts) < len(named) or any(_denies(said, one) for one in told):
            continue
        about = {
            key
            for one in note.claiming(*part_around(note, note.place[index], note.place[index] + 1))
            if one != index
            for key in note.keys[one]
        }
        yield max(parts, key=lambda part: sum(not about.isdisjoint(said.keys[one]) for one in said.claiming(*part)))


def _is_led(said: Terms, index: int) -> bool:
    """It was done with it: "with the rail"."""
    place = said.place[index]
    return not _WITH.isdisjoint(said.reading.words.low[max(0, place - _LED) : place])


def _denies(said: Terms, index: int) -> bool:
    """The sentence of a term denies anything, or sets it against something."""
    span = said.reading.sentences[max(0, said.sentence[index])]
    words = said.reading.words.low[span.first : span.last + 1]
    return bool(said.bits[index] & DENIAL) or denies(words) or not CONTRASTING.isdisjoint(words)
