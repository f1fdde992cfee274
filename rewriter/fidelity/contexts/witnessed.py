"""What only somebody's word vouches for, told as found: "denies headache" as "no headache was found on examination".

A note that has a thing as reported or denied by the patient has seen nothing of it. A rewrite may tell what the body
feels without the word of saying ("no pain"), never with a word of seeing; and what is no feeling (a fall at home, a new
medicine) only as reported.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.english import BE
from rewriter.fidelity.contexts.believed import KEEPING, cites, is_done_by, is_lay
from rewriter.fidelity.texts.aspects import DENIAL, DOUBTING
from rewriter.fidelity.texts.bounds import Words, begin_of, end_of, stretches
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.punctuation import FULL_STOPS
from rewriter.reading.context import REPORTED
from rewriter.reading.mentions import BODILY, QUANTITIES

_DENIES = frozenset("denies denied deny denying".split())
_SAYS = frozenset("says said states stated claims claimed mentions mentioned".split())
_FINDING = frozenset(
    "observed seen witnessed detected evident visible revealed reveals elicited exhibited exhibits palpated palpable "
    "examination exam testing inspection observation signs sign objectively displayed displays demonstrated "
    "demonstrates showed shows".split()
)
_LOOKS = frozenset("appeared appears looked looks".split())  # "appeared fatigued"; not "fatigue appeared"
_FOUND = frozenset({"found"})  # of what was found; not "found it hard"
_BEING = BE | {"not"}
# A word of saying of the rewrite, whatever it doubts besides.
_SAYING = (KEEPING - DOUBTING - frozenset({"noted", "noting", "notes", '"'})) | frozenset(
    "complaints complaint concerns deny denying denial disclosed admitted admits voicing recounts recounted "
    "remarked remarks commented comments exclaimed recalling history asked questioned account says reporting".split()
)
_OR = frozenset({"or", "nor"})
_JOINTS = _OR | {",", "and"}
_REPORT = frozenset({"report", "hx", "history", "account"})
_LISTING = 8


class Report(NamedTuple):
    """What the words `first:last` of a note say is known from somebody's word at `cue`."""

    cue: int
    first: int
    last: int


def find_witnessed(said: Terms, note: Terms) -> Iterator[tuple[int, int, int]]:
    """Yield the words (first, last) that tell as found what the note has as said, and the place of its word for it."""
    for report in _reports(note):
        claims = [index for index in note.claiming(report.first, report.last) if note.place[index] != report.cue]
        told = [[said.place[one] for one in said.partners(note.keys[index])] for index in claims]
        told = told or _figures(said, note, report)
        if not told or not all(told):
            continue
        numbers = set.intersection(*({said.sentence_at(place) for place in places} for places in told))
        if not numbers or any(
            _is_kept(said, number) or is_done_by(said, number, note, report.cue) for number in numbers
        ):
            continue
        number = min(numbers)
        inside = sorted(place for places in told for place in places if said.sentence_at(place) == number)
        first, last = part_around(said, inside[0], inside[-1] + 1)
        last = max(last, inside[-1] + 1)
        seen = [at for at in range(first, last) if _is_seen(said, at)]
        if seen and not any(_is_seen(note, at) for at in _sentence(note, report.cue)):
            yield min(first, seen[0]), max(last, seen[-1] + 1), report.cue
        elif claims and '"' not in said.reading.words.low[first:last] and not any(_is_felt(note, i) for i in claims):
            yield first, last, report.cue


def _figures(said: Terms, note: Terms, report: Report) -> list[list[int]]:
    """Return the places in the rewrite of each figure of what is said: "doing 2-3x/wk by report"."""
    senses = [note.reading.mentions[at].sense for at in note.reading.between(report.first, report.last)]
    mentions = said.reading.mentions
    return [
        [one.first for one in mentions if (one.sense.kind, one.sense.id) == (sense.kind, sense.id)]
        for sense in senses
        if sense.kind in QUANTITIES
    ]


def _reports(note: Terms) -> Iterator[Report]:
    """Yield what the note has as said or denied by somebody."""
    low = note.reading.words.low
    for left, right, bits in note.reading.scopes:
        denies = bool(bits & DENIAL) and low[left] in _DENIES
        if denies or (bits == REPORTED and low[left] not in _DENIES and low[left] != "per"):
            for first, last in _listed(note, left + 1, right, denies):
                yield Report(left, first, last)
    for at, word in enumerate(low):
        if word in _SAYS and (at == 0 or low[at - 1] in SPLITS) and low[at + 1 : at + 2] not in (["to"], [":"]):
            yield Report(at, at + 1, end_of(low, at + 1, SPLITS))  # "says sleeps in recliner"
        elif word == ":" and at and _speaks(note, at - 1):
            yield Report(at, at + 1, end_of(low, at + 1, SPLITS))  # "Pt: pain worse at night"
        elif cites(note, at) or (word in _REPORT and low[at - 1] == "by"):
            yield Report(at, begin_of(low, at, SPLITS - {'"'}), at)  # "sleeping poorly per pt"


def _speaks(note: Terms, at: int) -> bool:
    """Somebody's words are opened there: "Pt: pain worse at night"; not "PT: trunk", who treats."""
    words = note.reading.words
    return is_lay(note, at) and not words.written(at, at + 1).isupper() and (at == 0 or words.low[at - 1] in FULL_STOPS)


def _listed(note: Terms, first: int, right: int, denies: bool) -> Iterator[Words]:
    """Yield each thing of a list that is said or denied: "denies pain, falls or new meds"."""
    low = note.reading.words.low
    stop = end_of(low, right, FULL_STOPS, right + _LISTING)
    joint = next((at for at in range(right, stop) if low[at] in _OR), None) if denies else None
    if joint is not None and not any(low[at][0].isdecimal() for at in range(right, joint)):
        right = end_of(low, joint + 1, SPLITS)
    for begin, last in stretches(low[first:right], _JOINTS if denies else frozenset({","})):
        yield first + begin, first + last


def _sentence(terms: Terms, place: int) -> range:
    span = terms.reading.sentences[max(0, terms.sentence_at(place))]
    return range(span.first, min(span.last, len(terms.reading.words.low)))


def _is_seen(terms: Terms, at: int) -> bool:
    low = terms.reading.words.low
    if low[at] in _LOOKS:
        return at + 1 in terms.claimed
    return low[at] in _FINDING or (low[at] in _FOUND and not _BEING.isdisjoint(low[max(0, at - 2) : at]))


def _is_felt(note: Terms, index: int) -> bool:
    """The words tell of what the body feels, which is known from nobody else."""
    place = note.place[index]
    return any(note.reading.mentions[at].sense.kind in BODILY for at in note.reading.between(place, place + 1))


def _is_kept(said: Terms, number: int) -> bool:
    """The sentence says that somebody says so, or stands under what the patient says ("S:")."""
    if number < 0:
        return True
    span, low = said.reading.sentences[number], said.reading.words.low
    end = min(span.last + 1, len(low))
    if span.heading == "subjective" or any(_is_saying(low, at) for at in range(span.first, end)):
        return True
    if any(low[at] == ":" and is_lay(said, at - 1) for at in range(span.first + 1, end)):
        return True  # "Daughter: no falls"
    if low[end - 1] != ";" or number + 1 >= len(said.reading.sentences):
        return False
    behind = said.reading.sentences[number + 1]  # "phantom pain: Monday 5/10; denies any today"
    return any(_is_saying(low, at) for at in range(behind.first, behind.last))


def _is_saying(low: Sequence[str], at: int) -> bool:
    """The word says that somebody says so; not "the monofilament was felt"."""
    return low[at] in _SAYING and not (low[at] == "felt" and low[at - 1] in _BEING)
