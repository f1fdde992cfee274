"""Whose hands: what only who treats does told as done by the patient, "quad tapping" as "he tapped his own quads".

Notes need not say who blocks a knee, taps a muscle or lays a hand on the ribs: it is who treats. Where the note names
nobody else beside it, no rewrite may give it to the patient, nor may it make the therapist's hand the patient's.
"""

from collections.abc import Iterator

from rewriter.english import BE, DETERMINERS, HAVE
from rewriter.fidelity.related.parties import SELF, find_parties
from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms

_HANDS = frozenset({"hand", "hands"})
_OVER = "hand_over_hand_assistance"  # one hand of it is the patient's
_LAID = frozenset(
    "placed placing put putting kept keeping held holding rested resting laid laying positioned "
    "applied applies applying".split()
)
# Verbs of these groups, and cues of these, are of who treats; a technique may be what the patient was taught.
_VERBS = frozenset({"guide", "inhibit", "facilitate", "guard"})
_CUES, _TECHNIQUE = frozenset({"manual", "tactile"}), "technique"
_CATCHING = frozenset({"caught", "catch", "catches"})  # a toe on a hurdle
_OWN = frozenset({"own", "self"})
_THEIRS = frozenset({"my", "pt's", "therapist's", "ot's", "therapist", "pt", "ot"})
_REACH, _BACK = 3, 5


def find_handed_over(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) that tell the patient as doing what in the note is done by who treats."""
    low = said.reading.words.low
    for first, last, own in _doings(said):
        for index in said.inside(first, last):
            if low[said.place[index]] in _HANDS:
                given = _are_therapists(note)
            else:
                given = _is_treating(said, index, own) and _is_treated(note, said.keys[index], own)
            if given:
                yield first, last
                break


def _doings(said: Terms) -> Iterator[tuple[int, int, bool]]:
    """Yield the words (first, last) that tell what the patient does or has, and whether as the patient's own."""
    low = said.reading.words.low
    for party in find_parties(said):
        if party.group != "patient":
            continue
        first, last = party.first, party.last
        if low[last : last + 1] in (["'s"], ["'"]) or low[last - 1].endswith("'s"):
            yield first, min(last + _REACH, len(low)), not _OWN.isdisjoint(low[last : last + 2])
        elif party.role == SELF:
            begin = max(part_around(said, first, last)[0], first - _BACK)
            if low[first] != "self":
                yield begin, last, True
        elif low[first - 1] == "by" or (low[first - 1] in DETERMINERS and low[first - 2] == "by"):
            by = first - 1 if low[first - 1] == "by" else first - 2
            yield max(0, by - 1), by, False
        elif low[last : last + 1] != [] and low[last] not in BE | HAVE:
            yield last, last + 1, not _OWN.isdisjoint(low[last : last + 1 + _REACH])
            if low[last] in _LAID:
                yield last, min(last + _REACH, len(low)), False
    for at, word in enumerate(low):
        if word in _OWN:
            yield max(0, at - 2), min(at + 2, len(low)), True
        elif word.startswith("self-"):
            yield at, min(at + 2, len(low)), True


def _is_treating(terms: Terms, index: int, own: bool) -> bool:
    """The term names what is done by who treats; with the patient's own hand it may have any name."""
    mention = terms.mention[index]
    if mention < 0 or terms.reading.words.low[terms.place[index]] in _CATCHING:
        return own and mention < 0
    sense = terms.reading.mentions[mention].sense
    kind, group = sense.kind, sense.group
    if sense.id == _OVER:
        return False
    return (kind == "cue" and (group in _CUES or (own and group == _TECHNIQUE))) or (kind == "verb" and group in _VERBS)


def _is_treated(note: Terms, keys: tuple[str, ...], own: bool) -> bool:
    """The note has it as done by who treats, or by nobody that it names."""
    found = [at for at in note.partners(keys) if note.mention[at] >= 0 and _is_treating(note, at, own)]
    return bool(found) and not any(_is_patients(note, note.place[at]) for at in found)


def _are_therapists(note: Terms) -> bool:
    """All hands of the note are of who treats: "my hand at R hip", "hands on ribs"."""
    low, found = note.reading.words.low, False
    laid = {
        at
        for sense, first, last in note.reading.mentions
        if sense.kind == "cue" and sense.group in _CUES and sense.id != _OVER
        for at in range(first, last)
    }
    for at, word in enumerate(low):
        if word not in _HANDS:
            continue
        if (at not in laid and low[at - 1] not in _THEIRS) or _is_patients(note, at):
            return False
        found = True
    return found


def _is_patients(note: Terms, place: int) -> bool:
    """Somebody else than who treats is told of in that part of the note, or it is done oneself."""
    first, last = part_around(note, place, place + 1)
    low = note.reading.words.low[first:last]
    parties = [party for party in find_parties(note) if first <= party.first < last]
    return not _OWN.isdisjoint(low) or any(party.group in ("patient", "caregiver", "aide") for party in parties)
