"""Who called whom: "called Dr office 0930" told as a call received from the office.

Each word of calling, writing or telling with a person or an office beside it goes out to them or comes in from them.
Where the note has it one way only and the rewrite the other way, the rewrite is untrue.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.english import BE
from rewriter.fidelity.related.parties import Party, find_parties
from rewriter.fidelity.texts.recipients import ARTICLES, BEING
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import FULL_STOPS
from rewriter.reading.shorthand.spelling import english

_PASSING = frozenset(
    "told notified informed updated alerted paged messaged texted emailed faxed phoned telephoned".split()
)
_CALLING = frozenset(
    "called call calls phone rang contacted contact notify notifies inform informs alert page email fax".split()
)
_REPORTING = frozenset("reported reports stated states said says".split())  # what comes in
_VERBS = _PASSING | _CALLING | _REPORTING
_NOUNS = frozenset("call calls message msg messages voicemail vm fax email letter text note page phone".split())
_OUT = frozenset("placed made left sent out put".split())
_IN = frozenset("received came got taken took receives receiving".split())
_TO, _FROM = frozenset({"to", "with", "for"}), frozenset({"from", "by"})
_BEING = BEING - {"to"}
_US = frozenset("us me clinic therapist therapists department back pt ot therapy".split())
_FIELDS = frozenset({"physical", "occupational", "our"})
_REACH = 7
_PEOPLE = frozenset({"patient", "caregiver"})
_OFFICES = frozenset(
    "dr doctor doctor's doctors md np pa sw vendor school insurance supplier office clinic dme".split()
)
_DOCTORS = frozenset("dr doctor doctor's doctors md np pa office physician's".split())


class Call(NamedTuple):
    """Words `first:last` of a call, with whom it was, and whether it went out (True), came in, or either (None)."""

    first: int
    last: int
    other: str
    is_out: bool | None


def find_calls(terms: Terms) -> list[Call]:
    """Return the calls and messages of a text whose other end is named."""
    low = terms.reading.words.low
    if _VERBS.isdisjoint(low) and _NOUNS.isdisjoint(low):
        return []
    ends = _ends(terms, find_parties(terms))
    found: list[Call] = []
    for at, word in enumerate(low):
        if word in _NOUNS:
            found += _of_noun(low, at, ends)
        if word in _VERBS:
            found += _of_verb(low, at, ends)
    return found


def _ends(terms: Terms, parties: Sequence[Party]) -> dict[int, tuple[str, int]]:
    """Return who may be at the other end, by first word: the role and the end of its words."""
    found: dict[int, tuple[str, int]] = {}
    for at, word in enumerate(terms.reading.words.low):
        if word in _OFFICES:
            found[at] = ("physician" if word in _DOCTORS else word, at + 1)
    for party in parties:
        if party.group not in ("therapist", "assistant", "aide", "patient"):
            found[party.first] = (party.group, party.last + _has_name(terms, party.last))
    return found


def _has_name(terms: Terms, last: int) -> bool:
    """A name stands right behind who is named: "RN Patel"."""
    words = terms.reading.words
    return last < len(words.low) and words.written(last, last + 1).istitle() and words.low[last] not in english()


def _at(low: Sequence[str], place: int, ends: dict[int, tuple[str, int]]) -> str:
    """Return who stands at a place, past articles; "" for nobody."""
    while place < len(low) and low[place] in ARTICLES:
        place += 1
    return ends.get(place, ("", 0))[0]


def _before(low: Sequence[str], place: int, ends: dict[int, tuple[str, int]]) -> str:
    """Return who stands right before a place, with "office" or "also" between."""
    while place and low[place - 1] in ("office", "also", "'s"):
        place -= 1
    return next((role for role, last in ends.values() if last == place), "") or ends.get(place, ("", 0))[0]


def _of_noun(low: Sequence[str], at: int, ends: dict[int, tuple[str, int]]) -> Iterator[Call]:
    """Yield the call that a noun names: "a call was placed to the office", "received a message from the school"."""
    last = at + 1
    while last < min(len(low), at + _REACH) and low[last] not in FULL_STOPS:
        role = _at(low, last + 1, ends)
        if role and low[last] in _TO | _FROM:
            between = {*low[max(0, at - 3) : at], *low[at:last]}
            inward = not _IN.isdisjoint(between) or low[last] in _FROM
            if low[last] in _FROM and not _OUT.isdisjoint(between) and _IN.isdisjoint(between):
                inward = low[last] == "by"
            yield Call(at, last + 1, role, None if inward and low[last] in _TO else not inward)
            return
        last += 1


def _of_verb(low: Sequence[str], at: int, ends: dict[int, tuple[str, int]]) -> Iterator[Call]:
    """Yield the call that a verb tells of: "called the office", "the office was called", "the nurse called PT"."""
    behind = at + 1
    first = at
    while first and low[first - 1] in _BEING:
        first -= 1
    caller = _before(low, first, ends)
    passive = first < at and low[at - 1] in BE
    if low[behind : behind + 1] == ["by"]:
        if role := _at(low, behind + 1, ends):
            yield Call(at, behind + 2, role, False)
        elif caller:
            yield Call(first, behind + 1, caller, True)
        return
    if low[at] in _REPORTING:
        if caller and not passive:
            yield Call(first, behind, caller, False)
        return
    if caller and passive:
        yield Call(first, behind, caller, True)
    elif caller and _is_us(low, behind):
        yield Call(at, behind + 1, caller, False)
    elif caller:
        yield Call(first, behind, caller, True if low[at] in _PASSING else None)
    elif role := _at(low, behind, ends):
        yield Call(at, behind + 1, role, True)


def _is_us(low: Sequence[str], place: int) -> bool:
    """Who writes stands at a place: "the PT", "our clinic", "us"."""
    while place < len(low) and (low[place] in ARTICLES or low[place] in _FIELDS):
        place += 1
    return place < len(low) and low[place] in _US


def find_turned_calls(said: Terms, note: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) of each call that the note has the other way only."""
    given = find_calls(note)
    if not given:
        return
    for call in find_calls(said):
        ways = {other.is_out for other in given if other.other == call.other}
        if ways and call.is_out is not None and ways == {not call.is_out}:
            yield call.first, call.last
        elif ways == {True} and (caller := _other_caller(said, call, note)) is not None:
            yield caller.first, call.last


def _other_caller(said: Terms, call: Call, note: Terms) -> Party | None:
    """Return who is told to have called where the note names nobody, so that it was who wrote it."""
    people = [party for party in find_parties(said) if party.last == call.first]
    named = {party.group for party in find_parties(note)}
    return next((one for one in people if one.group in _PEOPLE and one.group not in named), None)
