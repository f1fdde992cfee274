"""On or off: "immobilizer off" told as "the immobilizer was on", "gloves on" as "the gloves were not worn".

"On" claims nothing, and "off" denies whatever stands near. Here each text says of a splint, a garment or an alarm
whether it was on; where the note has it one way only, the rewrite must not have it the other way.
"""

from collections.abc import Iterator, Sequence

from rewriter.english import DETERMINERS
from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.surface.stood import WORN

_STATES = {"on": True, "worn": True, "off": False, "removed": False, "doffed": False}
_WEARING = {"wearing": True, "wore": True, "wears": True, "without": False}
_DENYING = frozenset("not never without no neither".split())
# Between a thing and its "on" or "off".
_LINKS = _DENYING | frozenset(
    "is are was were be been being kept keep keeps came come comes left taken stayed stays stay staying remained "
    "remains remaining still all both then also".split()
)
# Behind these "on" and "off" tell how it was, not where.
_BEHIND = SPLITS | frozenset(
    "throughout thruout during for with w/ now today since in at when while all whole entire and but so as by from "
    "because until after before".split()
)
_WHOLE = frozenset("whole entire session visit time treatment".split())
_ARTICLES = DETERMINERS | {"any"}
_OR = frozenset({"or", "/"})  # "with or without" tells neither
_LONGEST = 4


def find_switched(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) of the rewrite that tell a thing on which the note has off, or the reverse."""
    there = find_worn(note)
    here = find_worn(said) if there else []
    for (first, last), index, state in here:
        partners = note.partners(said.keys[index])
        meant = {other for _, one, other in there if one in partners}
        if meant == {not state}:
            yield first, last


def find_worn(terms: Terms) -> list[tuple[Words, int, bool]]:
    """Return (words, term, whether it was on) of each thing that a text tells as on or off."""
    low = terms.reading.words.low
    found = []
    for at, word in enumerate(low):
        if word in _STATES and _tells_state(low, at):
            place, state = _before(low, at), _STATES[word]
            words = place, at + 1
        elif word in _WEARING and low[at - 1] not in _OR:
            place, state = _behind(terms, at), _WEARING[word]
            words = at, place + 1
        else:
            continue
        index = next(iter(terms.inside(place, place + 1)), None)
        if index is None or not _is_worn(terms, index):
            continue
        if word != "without" and not _DENYING.isdisjoint(low[max(0, at - 2) : at]):
            state = not state
        found.append((words, index, state))
    return found


def _tells_state(low: Sequence[str], at: int) -> bool:
    """Nothing stands behind that it is on, or off: "off throughout", "on the whole time"; not "off the mat"."""
    behind = low[at + 1 : at + 2]
    if low[at] not in ("on", "off") or behind == []:
        return True
    if behind[0] in _ARTICLES:
        return not _WHOLE.isdisjoint(low[at + 2 : at + 3])
    both = low[at + 1 : at + 3] in (["and", "off"], ["and", "on"])
    return not both and (behind[0] in _BEHIND or behind[0].isdecimal())


def _before(low: Sequence[str], at: int) -> int:
    """Return the place of the word that is told as on or off, before what links it."""
    place = at - 1
    while place > max(0, at - _LONGEST) and low[place] in _LINKS:
        place -= 1
    return max(0, place)


def _behind(terms: Terms, at: int) -> int:
    """Return the place of the last word of what is worn, behind the word that says so."""
    low = terms.reading.words.low
    place = at + 1 + (low[at + 1 : at + 2] != [] and low[at + 1] in _ARTICLES)
    last = next((terms.reading.mentions[one].last for one in terms.reading.between(place, place + 1)), place + 1)
    return min(last, len(low)) - 1


def _is_worn(terms: Terms, index: int) -> bool:
    return terms.reading.words.low[terms.place[index]] in WORN or terms.kind(index) in ("device", "equipment")
