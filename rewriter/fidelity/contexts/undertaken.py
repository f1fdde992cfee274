"""What is to be done, or is only aimed at, told as done in other words.

"Mom to try side-sit at home" as "the mother has been using side-sitting", "for slide board transfers" as "then
practiced slide board transfers": no verb of the note is in the rewrite, so `coming` finds none turned. Here who is to
do it, and with what, are looked for in a part of the rewrite that tells of something done.
"""

from collections.abc import Iterator

from rewriter.fidelity.contexts.coming import is_ahead, is_done_word, opens_task
from rewriter.fidelity.texts.bounds import Words, begin_of, end_of
from rewriter.fidelity.texts.parts import PAST, part_around
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.mentions import QUANTITIES, TASKS

_PRACTICED = frozenset(
    "practiced practised performed completed done did trained rehearsed attempted tried executed undertook then "
    "drilled trialed practicing practising performing completing doing executing including included carried".split()
)
_AIMING = frozenset(
    "for to toward towards so goal goals aim aims aimed directed prepare prepares prepared preparing preparation "
    "preparatory prep ready readiness order carryover carry-over purpose purposes intended intent target targeting "
    "addressed addressing focus focused need needs needed anticipation future eventual relevant support supporting "
    "supports work working want wants".split()
)
_BEHIND = _AIMING - {"to", "for", "work", "support"}
_SUBJECT, _WORDS = 3, 10


def find_undertaken(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) that tell as done what the note has somebody still to do, by another verb."""
    low = note.reading.words.low
    for at in [at for at, word in enumerate(low) if word == "to"]:
        if not opens_task(note, at):
            continue
        verb, end = at + 1, end_of(low, at + 1, SPLITS, at + _WORDS)
        who = note.inside(begin_of(low, at, SPLITS, max(0, at - _SUBJECT)), at)
        matter = [index for index in note.claiming(verb + 1, end) if note.kind(index) not in ("person", "proper")]
        if not matter or _is_told_elsewhere(note, matter, verb, end):
            continue
        doers = {one for index in who for one in said.partners(note.keys[index])}
        for first, last in {part_around(said, said.place[one], said.place[one] + 1) for one in doers}:
            told = _told(said, note, matter, first, last)
            done = [place for place in range(first, last) if _tells_deed(said, place)]
            if 2 * len(told) > len(matter) and done and not is_ahead(said, done[0]):
                yield done[0], max(*told, done[0]) + 1


def find_practiced_aims(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) that tell as done what the note names only as what the work is for."""
    low = note.reading.words.low
    for at in [at for at, word in enumerate(low) if word == "for" and at and low[at - 1] in SPLITS]:
        end = end_of(low, at + 1, SPLITS, at + _WORDS)
        kinds = {note.reading.mentions[one].sense.kind for one in note.reading.between(at + 1, end)}
        matter = note.claiming(at + 1, end)
        if not matter or kinds.isdisjoint(TASKS) or not kinds.isdisjoint(QUANTITIES):
            continue
        if _is_told_elsewhere(note, matter, at, end):
            continue
        places = {said.place[one] for one in said.partners(note.keys[matter[0]])}
        for first, last in {part_around(said, place, place + 1) for place in places}:
            told = _told(said, note, matter, first, last)
            if 2 * len(told) <= len(matter):
                continue
            words = said.reading.words.low
            if not _AIMING.isdisjoint(words[first : min(told)]) or not _BEHIND.isdisjoint(words[min(told) : last]):
                continue
            done = [place for place in range(first, last) if words[place] in _PRACTICED]
            done += [place for place in told if is_done_word(words[place])]
            if done and not is_ahead(said, done[0]):
                yield min(*done, *told), max(*done, *told) + 1


def _told(said: Terms, note: Terms, matter: list[int], first: int, last: int) -> list[int]:
    """Return a place of the part `first:last` for each of these terms of the note that is told there."""
    found = []
    for index in matter:
        places = [said.place[one] for one in said.partners(note.keys[index]) if first <= said.place[one] < last]
        found += places[:1]
    return found


def _is_told_elsewhere(note: Terms, matter: list[int], first: int, end: int) -> bool:
    """The note tells of most of it in another place too, where it may be done."""
    outside = [
        index for index in matter if any(not first <= note.place[one] < end for one in note.partners(note.keys[index]))
    ]
    return 2 * len(outside) > len(matter)


def _tells_deed(said: Terms, place: int) -> bool:
    low = said.reading.words.low
    return is_done_word(low[place]) or low[place] in PAST - {"have"}
