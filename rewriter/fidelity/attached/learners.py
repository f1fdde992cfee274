"""Who was taught: a lesson of the note told as given to somebody else.

The learner stands beside the word of teaching: "dtr ed on transfers", "taught mom", "HEP reviewed w/ spouse". A note
that names none means the patient; then nothing is compared.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.related.parties import Party, find_parties, is_same
from rewriter.fidelity.texts.bounds import begin_of, end_of
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import FULL_STOPS

_TAUGHT = frozenset("ed educated taught instructed trained shown reviewed edu explained demonstrated".split())
# What may be no lesson: a cue is told, too.
_TOLD = frozenset({"told", "advised"})
_PASSIVE = frozenset(
    "was were been is are also then and both the a an his her their patient's client's + & / ,".split()
)
_LEADING = frozenset("to with w/ w the a an his her their and patient's + & / ,".split())
_ARTICLES = frozenset({"the", "this", "our", "a"})
_ENDS = FULL_STOPS | {":"}
_OWNING = ("'s", "\u2019s", "s'")  # whose wife was taught is no learner
_REACH, _TOPIC = 5, 10


class Lesson(NamedTuple):
    """Who was taught, and the keys of what the lesson was about; `is_told` if it was only told."""

    learners: tuple[Party, ...]
    topic: frozenset[str]
    is_told: bool


def find_lessons(terms: Terms) -> list[Lesson]:
    """Return the lessons of a text that name who was taught."""
    low = terms.reading.words.low
    parties: list[Party] | None = None
    found = []
    for at, word in enumerate(low):
        if word in _TAUGHT or word in _TOLD:
            parties = find_parties(terms) if parties is None else parties
            if learners := _learners(low, parties, at):
                found.append(Lesson(learners, _topic(terms, low, at, learners), word in _TOLD))
    return found


def _learners(low: Sequence[str], parties: Sequence[Party], at: int) -> tuple[Party, ...]:
    """Return the persons right before a word of teaching, or else right behind it."""
    starts, ends = {one.first: one for one in parties}, {one.last: one for one in parties}
    before, place = [], at
    while place > max(0, at - _REACH):
        if place in ends:
            owner = ends[place]
            place = owner.first
            lead = place - (low[place - 1] in _ARTICLES)
            if low[lead - 1] == "of":  # "the wife of the patient": it is she who learns
                place = lead - 1
            elif not low[owner.last - 1].endswith(_OWNING):
                before.append(owner)
        elif low[place - 1] in _PASSIVE:
            place -= 1
        else:
            break
    behind, place = [], at + 1
    while place < min(len(low), at + _REACH):
        if place in starts:
            if not low[starts[place].last - 1].endswith(_OWNING):  # "the patient's wife"
                behind.append(starts[place])
            place = starts[place].last
        elif low[place] in _LEADING:
            place += 1
        else:
            break
    return tuple(behind or before)


def _topic(terms: Terms, low: Sequence[str], at: int, learners: Sequence[Party]) -> frozenset[str]:
    """Return the keys of what is told around a word of teaching in its sentence, the persons left out."""
    first, last = at, at + 1 + (low[at + 1 : at + 2] == [":"])  # "CNA instructed: dangle first"
    first, last = begin_of(low, first, _ENDS, max(0, at - _TOPIC)), end_of(low, last, _ENDS, at + _TOPIC)
    persons = {place for one in learners for place in range(one.first, one.last)} | {at}
    claims = terms.claiming(first, last)
    told = [index for index in claims if terms.place[index] not in persons and terms.kind(index) != "person"]
    return frozenset(key for index in told for key in terms.keys[index])


def find_mistaught(said: Terms, note: Terms) -> Iterator[tuple[Party, Party]]:
    """Yield each learner of the rewrite whom the note has not, with one whom it has in the same lesson."""
    given = [lesson for lesson in find_lessons(note) if not lesson.is_told]
    named = find_parties(said) if given else []
    for lesson in find_lessons(said) if given else ():
        meant = [other for other in given if other.topic & lesson.topic]
        learners = [one for other in meant for one in other.learners]
        if lesson.is_told and any(is_same(one, other, both=False) for one in named for other in learners):
            continue  # whom the lesson was for is named beside
        for learner in lesson.learners if meant else ():
            if not any(is_same(learner, one, both=False) for other in meant for one in other.learners):
                yield learner, meant[0].learners[0]
