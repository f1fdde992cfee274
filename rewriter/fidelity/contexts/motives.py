"""A reason or a purpose that the note gives something else, or nothing: "held, no time" as "held because of pain".

Every word of the reason stands in the note, so none lacks its partner. But a note tells a reason beside what it is
the reason of, in one sentence; told of a thing whose sentence has nothing of it, the rewrite has made the bond itself.
So it has where it tells a change ("to improve trunk control") of what the note has as no aim and with no such change.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.bounds import Words, begin_of, end_of
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.mentions import CHANGES
from rewriter.reading.shorthand.spelling import english

_CAUSES = frozenset({"due to", "secondary to", "because of", "because", "owing to", "as a result of", "resulting from"})
_PURPOSES = frozenset({"in preparation for", "in order to", "so that", "to prepare for", "in order to return to"})
_TURNS = frozenset("while whereas but although though then".split())
# What a note tells behind these is what something was for, or against; behind "to" only where it opens a deed.
_AIMS = frozenset("for so needs need order prep toward towards against d/t due because 2/2 secondary".split())
# Verbs that say no more of a thing than that it is to become better, or less.
_CHANGING = frozenset(
    "improve increase enhance promote facilitate encourage reduce decrease lessen minimize minimise prevent correct "
    "normalize normalise restore strengthen challenge maximize maximise ease relieve lower build develop boost "
    "optimize optimise regain reinforce stimulate activate elicit inhibit discourage eliminate heighten foster "
    "control combat counter counteract".split()
)
# Behind these "to improve" is what was asked or done, not what for: "was able to maintain", "told to reduce".
_ASKED = frozenset(
    "able is are was were be how told asked cued reminded advised encouraged continues continued needs need wants want "
    "like begins began unable going has had".split()
)
_TAUGHT = frozenset("taught instructed educated trained shown".split())  # "was shown to lessen it"
_OF_WHAT = frozenset(
    "with during in on at by using when through throughout before after from into over under to".split()
)
_DEEDS = frozenset({"verb", "link"})
_PHRASE, _NEAR, _AHEAD = 8, 4, 7
_POINTING = frozenset("it this that these those which them they".split())


class Motive(NamedTuple):
    """The words `first:last` of a reason in a rewrite, its terms, those of what it is the `reason` of, and the rule."""

    first: int
    last: int
    reason: list[int]
    of: list[int]
    rule: str


def find_misattributed(said: Terms, note: Terms) -> Iterator[tuple[str, int, int]]:
    """Yield (rule, first, last) of each reason or purpose that the note gives nothing told beside it."""
    for motive in _motives(said):
        things = _sentences(said, note, motive.of)
        reasons = _sentences(said, note, motive.reason)
        unread = {note.sentence_at(place) for place in note.unread}  # "got mixd up": who knows what that is
        if things and things.isdisjoint(reasons) and (reasons or things.isdisjoint(unread)):
            yield motive.rule, motive.first, motive.last


def find_unaimed(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) of each purpose that changes what the note has as no aim: "to reduce hiking".

    What the note has not at all may tell an aim of the note that the rewrite has in no other words.
    """
    for motive in _purposes(said):
        *others, head = [note.partners(said.keys[one]) for one in motive.reason]
        meant = head or set().union(*others)
        cued = _names(said, motive.first, "cue")
        borne = any(
            _is_aim_of(said, note, motive, at) or _is_changed(said, note, motive, at) or (cued and _is_cue(note, at))
            for at in meant
        )
        if (meant and not borne) or (not head and _has_told_aims(said, note)):
            yield motive.first, motive.last


def _purposes(said: Terms) -> Iterator[Motive]:
    """Yield what was done "to improve" something, or to lessen it; with the verb counted to what it is of."""
    low = said.reading.words.low
    for first in [at for at, word in enumerate(low[:-1]) if word == "to" and low[at + 1] in _CHANGING]:
        last = first + 2
        if low[first - 1] in _ASKED or (low[first - 1] in _TAUGHT and _names(said, first, "person")):
            continue
        end = end_of(low, last, SPLITS | _TURNS | _OF_WHAT | {"and"}, last + _AHEAD)
        begin = begin_of(low, first, SPLITS | _TURNS)
        reason, of = said.claiming(last, end), said.claiming(begin, first)
        if not of and low[end : end + 1] == [","]:
            of = said.claiming(end + 1, end_of(low, end + 1, SPLITS | _TURNS))
        if reason and _POINTING.isdisjoint(low[last:end]):
            yield Motive(first, said.place[reason[-1]] + 1, reason, [*of, *said.inside(first, last)], "FID126")


def _has_told_aims(said: Terms, note: Terms) -> bool:
    """Every word that the note has behind a "for", a "to do" or in a goal is told in the rewrite."""
    aims = (at for at in range(len(note.place)) if note.claims[at] and _is_aim(note, at))
    return all(said.partners(note.keys[at]) for at in aims)


def _names(terms: Terms, last: int, kind: str) -> bool:
    """Something of a kind is named in the clause before a word."""
    begin = begin_of(terms.reading.words.low, last, SPLITS | _TURNS)
    return any(terms.kind(index) == kind for index in terms.inside(begin, last))


def _is_cue(note: Terms, index: int) -> bool:
    """A term of the note tells what a cue was for, or where: "VC heel strike" as "cues to increase heel strike"."""
    first, last = part_around(note, note.place[index], note.place[index] + 1)
    return any(note.kind(one) == "cue" for one in note.inside(first, last))


def _is_aim(note: Terms, index: int) -> bool:
    """A term of the note tells what something was for, or what it was against."""
    low, place = note.reading.words.low, note.place[index]
    begin = begin_of(low, place, SPLITS, max(0, place - _PHRASE))
    return (
        place in note.aimed
        or not _AIMS.isdisjoint(low[begin:place])
        or any(low[at] == "to" and _opens_deed(note, at + 1) for at in range(begin, place))
    )


def _is_aim_of(said: Terms, note: Terms, motive: Motive, index: int) -> bool:
    """A term of the note tells an aim: of all that was done, or what was done for it is told in its sentence."""
    if not _is_aim(note, index):
        return False
    low, span = note.reading.words.low, note.reading.sentences[max(0, note.sentence[index])]
    told = [found for one in _things_of(said, motive) if (found := _sentences(said, note, [one]))]
    of_all = note.place[index] in note.aimed or low[span.first] in _AIMS | {"to"}
    return of_all or not told or any(note.sentence[index] in found for found in told)


def _things_of(said: Terms, motive: Motive) -> list[int]:
    """Return the terms of what was done for a purpose, without those of the purpose."""
    return [one for one in motive.of if not motive.first <= said.place[one] < motive.last]


def _opens_deed(note: Terms, at: int) -> bool:
    """A bare verb stands there: "to keep upright", not "to cup"."""
    word = note.reading.words.low[at]
    named = {note.reading.mentions[one].sense.kind for one in note.reading.between(at, at + 1)}
    return named <= _DEEDS and not english().isdisjoint({f"{word}ing", f"{word[:-1]}ing", f"{word}{word[-1:]}ing"})


def _is_changed(said: Terms, note: Terms, motive: Motive, index: int) -> bool:
    """Beside a term of the note stands a word of change, or the very verb, and what was done for it with them."""
    place = note.place[index]
    near = note.inside(max(0, place - _NEAR), place + _NEAR)
    verbs = said.inside(motive.first, motive.last)
    keys = {key for one in verbs if one not in motive.reason for key in said.keys[one]}
    changed = any(note.kind(one) in CHANGES or not keys.isdisjoint(note.keys[one]) for one in near)
    told = [found for one in _things_of(said, motive) if (found := _sentences(said, note, [one]))]
    return changed and 2 * sum(note.sentence[index] in found for found in told) >= len(told)


def _motives(said: Terms) -> Iterator[Motive]:
    low = said.reading.words.low
    for at in said.reading.having("link"):
        _, first, last = said.reading.mentions[at]
        words = " ".join(low[first:last])
        if words not in _CAUSES | _PURPOSES:
            continue
        end = end_of(low, last, SPLITS | _TURNS)
        begin = begin_of(low, first, SPLITS | _TURNS)
        one = end_of(low, last, SPLITS | _TURNS | {"and"})  # of two reasons the first one is a reason too
        reason, of = said.claiming(last, one) or said.claiming(last, end), said.claiming(begin, first)
        if not _POINTING.isdisjoint(low[begin:end]) or not reason:
            continue
        if not of and low[end : end + 1] == [","]:
            of = said.claiming(end + 1, end_of(low, end + 1, SPLITS | _TURNS))
        if of:
            final = said.place[reason[-1]] + 1
            yield Motive(first, final, reason, of, "FID126" if words in _PURPOSES else "FID130")


def _sentences(said: Terms, note: Terms, terms: Sequence[int]) -> set[int]:
    """Return the sentences of the note that have any of these terms."""
    return {note.sentence[one] for index in terms for one in note.partners(said.keys[index])}
