"""A context left behind: what the note denies, doubts, plans or has in the past is told as plain fact.

Where `turned` goes from words of the rewrite to the note, this goes from the cues of the note to the rewrite: each
scope of the note looks for the sentence of the rewrite that tells most of its words, and that sentence must tell them
so too.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rewriter.fidelity.terms import Terms
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED, POSSIBLE, REFUSED

_DENYING = frozenset(
    "no not none never nothing nobody nor neither without 0 zero neg negative absent absence lacks lacking unable "
    "cannot cant refused declined deferred held hold withheld skipped omitted stopped missed failed off free denied "
    "denies pending unmet rather instead against only yet stop discontinued".split()
)
_PLANNING = frozenset(
    "plan plans planned will next going pending scheduled continue continues continuing recommend recommended would "
    "should consider future upcoming later tomorrow if until goal follow awaiting".split()
)
_DOUBTING = frozenset(
    "possible possibly perhaps maybe probable probably likely suspected suspect may might could unclear uncertain "
    "questionable question appears seems unsure if whether ?".split()
)
_FORMER = frozenset(
    "history previous previously prior past last yesterday ago before formerly earlier used evaluation eval admission "
    "initial initially since than".split()
)
_DUE = frozenset({("is", "to"), ("are", "to"), ("plan", "to"), ("needs", "to")})
_ASPECTS = (
    ("FID121", NEGATED | REFUSED, _DENYING),
    ("FID122", POSSIBLE, _DOUBTING),
    ("FID123", PLANNED, _PLANNING),
    ("FID124", HISTORICAL, _FORMER),
)


class Drop(NamedTuple):
    """Words of the rewrite told as plain fact, and the words of the note whose context they lost."""

    rule: str
    first: int
    last: int
    note_first: int
    note_last: int


def find_dropped(note: Terms, said: Terms, skipped: frozenset[int]) -> Iterator[Drop]:
    """Yield the contexts of the note that the rewrite does not keep."""
    for rule, mask, words, inside in _stretches(note):
        inside = [index for index in inside if note.contexts[note.keys[index][0]][1] & mask]  # nowhere told otherwise
        if not inside or note.sentence[inside[0]] in skipped:
            continue
        told = [(said.partners(note.keys[index])) for index in inside]
        shares: dict[int, set[int]] = {}
        for found in told:
            for number in {said.sentence[one] for one in found}:
                shares.setdefault(number, set())
        for index, found in zip(inside, told, strict=True):
            for one in found:
                shares[said.sentence[one]].add(index)
        most = max(map(len, shares.values()), default=0)
        if 2 * most < len(inside):
            continue
        best = [number for number, indexes in shares.items() if len(indexes) == most and number >= 0]
        if best and not any(_keeps(said, number, mask, words) or _is_copied(said, number, note) for number in best):
            terms = [one for found in told for one in found if said.sentence[one] == best[0]]
            places = [said.place[one] for one in terms]
            where = note.place[inside[0]], note.place[inside[-1]] + 1
            yield Drop(rule, min(places), _end(said, max(places)), *where)


def _stretches(note: Terms) -> Iterator[tuple[str, int, frozenset[str], list[int]]]:
    """Yield each run of claiming terms of a sentence that stand in one context: (rule, mask, its words, terms)."""
    for rule, mask, words in _ASPECTS:
        run: list[int] = []
        for index, bits in enumerate(note.bits):
            if run and (not bits & mask or note.sentence[index] != note.sentence[run[0]]):
                yield rule, mask, words, run
                run = []
            if bits & mask and note.claims[index]:
                run.append(index)
        if run:
            yield rule, mask, words, run


def _keeps(said: Terms, number: int, mask: int, words: frozenset[str]) -> bool:
    """Tell whether a sentence has a context of this kind, by a cue of the reading or by any word for it."""
    span = said.reading.sentences[number]
    low = said.reading.words.low[span.first : span.last + 1]
    if mask == PLANNED and any(pair in _DUE for pair in pairwise(low)):
        return True
    if not words.isdisjoint(low) or any(word.endswith("n't") for word in low):
        return True
    return any(bit & mask and left < span.last and right > span.first for left, right, bit in said.reading.scopes)


def _is_copied(said: Terms, number: int, note: Terms) -> bool:
    """The sentence stands in the note word for word; a heading that it stood under may be gone."""
    span = said.reading.sentences[number]
    return note.holds(said.reading.words.low[span.first : span.last])


def _end(said: Terms, place: int) -> int:
    """Return the end of what is said of the word at `place`: up to the next word that claims, or mark."""
    low = said.reading.words.low
    claimed = said.claimed
    end = place + 1
    while end < len(low) and low[end].isalpha() and end not in claimed:
        end += 1
    return end
