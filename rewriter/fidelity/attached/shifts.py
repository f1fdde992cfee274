"""Whose share of the visit: minutes and help of one who treats told of another, "PTA 20 min, PT last 8" turned round.

Where two who treat each have a statement of the note of their own, its minutes and its help are theirs. What a part of
the rewrite tells of one of them must not be the other's, nor may somebody's minutes be those of both.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.related.parties import DISCIPLINES, Party, find_parties, is_same
from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.modifiers import LEVEL, Modifier
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.shelf import Shelf, agree
from rewriter.fidelity.texts.terms import Terms

_STAFF = frozenset({"therapist", "assistant", "aide", "student"})
_TIME = "duration"
_BARE = "number"  # "joined for last 8"


def find_misshared(said: Terms, stated: Shelf, note: Terms, asked: Shelf) -> Iterator[Words]:
    """Yield the words (first, last) that tell somebody's minutes or help as another's."""
    shares = _shares(note, asked.items)
    parties = [party for _, party in shares]
    both = DISCIPLINES.issubset({party.role for party in parties})
    if not any(not is_same(one, other, both) for one in parties for other in parties):
        return
    staff = [party for party in find_parties(said) if party.group in _STAFF]
    for item in stated.items:
        if item.kind != LEVEL and item.family != _TIME:
            continue
        first, last = part_around(said, item.first, item.last)
        here = [party for party in staff if first <= party.first < last]
        if len(here) != 1:
            continue
        (who,) = here
        owners = [party for one, party in shares if agree(item, one)]
        own = [one for one, party in shares if is_same(who, party, both) and one.family in (_TIME, _BARE)]
        known = {party.role for party in parties if is_same(who, party, both)}
        others = owners and not any(is_same(who, party, both) for party in owners)
        of_all = item.family == _TIME and own and not owners and bool(asked.same(item))
        if known and (others or of_all):
            yield min(item.first, who.first), max(item.last, who.last)


def _shares(note: Terms, items: Sequence[Modifier]) -> list[tuple[Modifier, Party]]:
    """Return the minutes and amounts of help of the note, each with who alone of those who treat opens its sentence."""
    staff: dict[int, list[Party]] = {}
    for party in find_parties(note):
        if party.group in _STAFF:
            staff.setdefault(note.sentence_at(party.first), []).append(party)
    told = (item for item in items if item.kind == LEVEL or item.family in (_TIME, _BARE))
    shares = [(item, staff[item.sentence][0]) for item in told if len(staff.get(item.sentence, ())) == 1]
    return [(item, who) for item, who in shares if who.first == note.reading.sentences[item.sentence].first]
