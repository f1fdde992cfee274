"""Who wrote the record meanwhile: "tech did wobble board while I charted".

That the therapist was busy elsewhere tells who treated and who watched. It may not be left out, nor told of whoever
gave the treatment.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.english import BE
from rewriter.fidelity.related.parties import Party, find_parties, is_same
from rewriter.fidelity.texts.terms import Terms

_CHARTING = frozenset(
    "charted charting charts chart documented documenting documentation documents document paperwork notes note "
    "notetaking write-up wrote writing written typed typing record records recorded recording emr computer".split()
)
_DEEDS = frozenset("charted charting documented documenting documentation paperwork typed typing wrote".split())
_RECORDED = frozenset({"recorded", "documented", "noted", "charted"})  # "one unit was recorded" is no charting
_MEANWHILE = frozenset({"while", "as", "whilst"})
_BUSY = frozenset(
    "was were did completed finished with up busy occupied doing engaged in the my own on writing".split()
)
_BY = frozenset({"by"})
_REACH = 5

Words = tuple[int, int]


class Charting(NamedTuple):
    """Who is told to have charted, and the words `first:last` that tell it."""

    party: Party
    first: int
    last: int


def find_left_out_charting(said: Terms, note: Terms) -> Words | None:
    """Return the words of the note that tell who charted meanwhile, where the rewrite tells of no charting."""
    low = note.reading.words.low
    told = said.reading.words.low
    if _DEEDS.isdisjoint(low) or any(
        word in _CHARTING and (word not in _RECORDED or told[at - 1] not in BE) for at, word in enumerate(told)
    ):
        return None
    for one in find_charting(note):
        if low[one.first - 1] in _MEANWHILE:
            return one.first, one.last
    return None


def find_other_charting(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words of the rewrite that tell of charting by somebody who is told of none in the note."""
    if _DEEDS.isdisjoint(note.reading.words.low) or _DEEDS.isdisjoint(said.reading.words.low):
        return
    given = find_charting(note)
    for one in find_charting(said) if given else ():
        if not any(is_same(one.party, other.party, both=False) for other in given):
            yield one.first, one.last


def find_charting(terms: Terms) -> list[Charting]:
    """Return who is told to have charted: "I charted", "the tech was busy charting", "charting was done by me"."""
    low: Sequence[str] = terms.reading.words.low
    places = [at for at, word in enumerate(low) if word in _DEEDS]
    parties = find_parties(terms) if places else []
    starts, ends = {one.first: one for one in parties}, {one.last: one for one in parties}
    found = []
    for at in places:
        before = at
        while before > max(0, at - _REACH) and before not in ends and low[before - 1] in _BUSY:
            before -= 1
        if before in ends:
            found.append(Charting(ends[before], ends[before].first, at + 1))
            continue
        by = next((place for place in range(at + 1, min(len(low), at + _REACH)) if low[place] in _BY), None)
        for place in (by + 1, by + 2) if by is not None else ():
            if place in starts:
                found.append(Charting(starts[place], at, starts[place].last))
                break
    return found
