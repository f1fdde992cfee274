"""A word of the note told by another word: the rest of its clause is told, and a word stands in its place.

"Cont caregiver ed" as "instruction of the caregiver will be carried forward": nobody can list all the words that tell
the same. But where a sentence of the rewrite has what stands around a word of the note, what else stands there may be a
matter of phrasing: a word with the letters of the note's shorthand, a gloss before the note's own words, a verb of what
was done, a particle that is left out.
"""

from collections.abc import Container, Iterator, Sequence, Set
from typing import NamedTuple

from rewriter.english import BE
from rewriter.fidelity.rewording.phrasing import is_moved
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.shorthand.spelling import english

_REACH = 4  # so far around what both texts have the other word stands
_REACHED = frozenset("met reached achieved attained accomplished resolved".split())
_WISHING = frozenset("goal goals ltg stg aim aims target want wants hope hopes wish wishes plan plans next to".split())
_NEAREST = 2  # who stands alone in a clause is told with so many claims beside it
_APART = frozenset({"person", "side", "level", "historical", "planned", "proper"})
_GENERAL = frozenset({"", "verb", "link", "treatment"})
# Where to, beside what both texts tell: "down to verbal cues" as "reduced to verbal cues".
_ALONG = frozenset("down up back behind along away around round through across".split())
_OUTLOOK = frozenset("watched watch watching observed observe obs looked".split())  # who does so takes no part


class Retold(NamedTuple):
    """The lost terms of the note that are told otherwise, and the added ones of the rewrite that tell no more."""

    lost: frozenset[int]
    added: frozenset[int]


def find_retold(
    note: Terms, lost: Sequence[int], said: Terms, added: Sequence[int], allowed: Container[str] = ()
) -> Retold:
    """Return which lost terms of the note and which added ones of the rewrite tell the same.

    Words that a pack allows beside others only (`allowed`) are told for nothing else.
    """
    gone, like, along = set[int](), set[int](), set[int]()
    # what is written in look-alike letters is no word, and tells nothing else
    added = [one for one in added if said.reading.words.low[said.place[one]].isascii()]
    free = [one for one in added if said.reading.words.low[said.place[one]] not in allowed]
    for one in free:
        if meant := {*_meant_by(said, one, note)}:
            gone |= meant
            like.add(one)
    for index in lost:
        if index in gone or note.place[index] in note.quoted or note.as_written(note.place[index]) in _OUTLOOK:
            continue
        beside = _beside(note, index)
        if not beside or not set(lost).isdisjoint(beside):
            continue
        may_go = note.reading.words.low[note.place[index]] in _ALONG or _is_half_told(note, index, lost)
        if may_go and _is_all_told(note, beside, said):
            along.add(index)
            continue
        for one in free:
            if one not in like and _is_like(said, one, note, index) and _stands_among(note, beside, said, one):
                gone.add(index)
                like.add(one)
                break
    for one in added:
        if _is_gloss(said, one, note) or _is_predicate(said, one, note, set(lost) - along):
            like.add(one)
    return Retold(frozenset(gone | along), frozenset(like))


def _is_half_told(note: Terms, index: int, lost: Sequence[int]) -> bool:
    """The word is read from an abbreviation, of which other words are told: "STM" as "worked on the soft tissue"."""
    at = note.place[index]
    same = [one for one in note.inside(at - _REACH, at + _REACH + 1) if _span(note, one) == _span(note, index)]
    return len(same) > 1 and note.kind(index) not in _APART | {"admin"} and not set(same) <= set(lost)  # not "WBAT"


def _span(note: Terms, index: int) -> tuple[int, int]:
    words, at = note.reading.words, note.place[index]
    return words.start[at], words.end[at]


def _is_gloss(said: Terms, one: int, note: Terms) -> bool:
    """The note's own words stand behind in brackets: "ankle supports (SMOs)"; "hip (knee)" names another part."""
    low, at = said.reading.words.low, said.place[one]
    if low[at] not in english():
        return False
    opened = next((place for place in range(at + 1, min(at + 2 + _REACH, len(low))) if low[place] in SPLITS), at)
    if low[opened] != "(":
        return False
    closed = next((place for place in range(opened, len(low)) if low[place] == ")"), opened)
    meant = said.claiming(opened + 1, closed)
    if any(said.kind(near) != "part" and note.partners(said.keys[near]) for near in said.claiming(at + 1, opened)):
        return False  # these are told already: "quickened despite fatigue (RPE 15)"
    parts = said.kind(one) == "part" and all(said.kind(near) == "part" for near in meant)
    return bool(meant) and not parts and all(note.partners(said.keys[near]) for near in meant)


def _is_predicate(said: Terms, one: int, note: Terms, lost: Set[int]) -> bool:
    """What was done, of what the note names without a verb: "the beam was crossed six times" for "beam x6"."""
    at, low = said.place[one], said.reading.words.low
    if said.kind(one) not in ("", "verb") or at in said.quoted or low[at - 1] not in BE:
        return False
    if not is_moved(low[at]) and low[at] not in _REACHED:
        return False
    beside = [near for near in said.claiming(*part_around(said, at, at + 1)) if near != one]
    told = [{note.sentence[partner] for partner in note.partners(said.keys[near])} for near in beside]
    numbers = set.intersection(*told) if told else set()
    if low[at] in _REACHED and any(_is_goal(said, said.sentence[one]) or _is_goal(note, number) for number in numbers):
        return False
    return bool(numbers) and not any(note.sentence[index] in numbers for index in lost)


def _is_goal(terms: Terms, number: int) -> bool:
    """A sentence tells what somebody wants, or is to reach: what was reached there is a claim."""
    if number < 0:
        return True
    span = terms.reading.sentences[number]
    words = terms.reading.words.low[span.first : span.last]
    return any(at in terms.aimed for at in range(span.first, span.last)) or not _WISHING.isdisjoint(words)


def _meant_by(said: Terms, one: int, note: Terms) -> Iterator[int]:
    """Yield the terms of the note that nothing else tells, near what a word stands near, and like it."""
    if said.kind(one) not in _GENERAL or said.place[one] in said.quoted:
        return
    for near in said.claims_near(one, _REACH):
        for partner in note.partners(said.keys[near]):
            for index in range(max(0, partner - _REACH), min(len(note.place), partner + _REACH + 1)):
                if note.sentence[index] == note.sentence[partner] and _is_like(said, one, note, index):
                    yield index


def _is_like(said: Terms, one: int, note: Terms, index: int) -> bool:
    """The word has the letters of the note's shorthand, for which nothing else is said."""
    if note.kind(index) not in _GENERAL or note.place[index] in note.quoted or note.keys[index][0] in said.by_key:
        return False
    word, meant = said.reading.words.low[said.place[one]], note.reading.words.low[note.place[index]]
    return note.place[index] in note.unread and _has_letters(meant, word)


def _has_letters(short: str, word: str) -> bool:
    """Shorthand has its letters in order in a word: "wkr" of a worker, "O/G" of overground."""
    letters = [letter for letter in short if letter.isalpha()]
    rest = iter(word)
    return len(letters) > 1 and word[0] == letters[0] and all(letter in rest for letter in letters)


def _beside(note: Terms, index: int) -> list[int]:
    """Return the claims of the clause of a term, or those nearest to it where it stands alone in one."""
    at = note.place[index]
    beside = [one for one in note.claiming(*part_around(note, at, at + 1)) if one != index]
    return beside or sorted(note.claims_near(index, _REACH), key=lambda one: abs(one - index))[:_NEAREST]


def _is_all_told(note: Terms, beside: Sequence[int], said: Terms) -> bool:
    """One sentence of the rewrite tells all claims of a clause of the note."""
    told = [{said.sentence[at] for at in said.partners(note.keys[claim])} for claim in beside]
    return bool(set.intersection(*told))


def _stands_among(note: Terms, beside: Sequence[int], said: Terms, one: int) -> bool:
    """The sentence of a word tells all claims of a clause of the note, near that word."""
    number = said.sentence[one]
    places: list[int] = []
    for claim in beside:
        told = [at for at in said.partners(note.keys[claim]) if said.sentence[at] == number]
        if not told:
            return False
        places.append(min(told, key=lambda at: abs(at - one)))
    return min(places) - _REACH <= one <= max(places) + _REACH
