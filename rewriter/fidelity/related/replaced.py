"""What surely stands in the place of a lost word: its opposite, another person, other words of a quotation.

"Declined a third" told as "a third was carried out", "wife taught" as "he was taught". Asked only of words of the note
that were found to be left out, and only near the words that both texts have around them.
"""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from rewriter.calendar import DAYS
from rewriter.english import SOMEBODY
from rewriter.fidelity.related.agents import find_acts
from rewriter.fidelity.related.parties import Party, find_parties, is_same
from rewriter.fidelity.texts.aspects import denies
from rewriter.fidelity.texts.parts import part_around, predicate_end
from rewriter.fidelity.texts.terms import Terms
from rewriter.fidelity.texts.values import WEEKS

_REACH = 6
_PERSON, _WORD, _TURNED, _DATED = "FID130", "FID130", "FID121", "FID124"
_AGREEING = (
    "accepted accepts agreed agrees consented completed performed done carried tolerated took taken received given "
    "joined attended undertaken underwent applied tried participated allowed permitted welcomed used worn made"
)
_LASTING = "currently still remains remained present ongoing continues persists now worn"
_TAKING_PART = "trained practiced practised performed did assisted helped participated demonstrated took led gave"
# The lost words, and what says the opposite of them.
_OPPOSED: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = tuple(
    (rule, frozenset(lost.split()), frozenset(told.split()))
    for rule, lost, told in (
        (_TURNED, "declined refused declines refuses refusal refusing deferred withheld skipped cancelled canceled "
                  "missed omitted", _AGREEING),
        (_WORD, "only solely alone exclusively", "both all each every also everybody everyone too together"),
        (_WORD, "watched observed watching observing looked", _TAKING_PART),
        (_DATED, "night noc nocturnal overnight nights nightly bedtime hs nighttime", "day daytime days daily morning"),
        (_DATED, "day daytime days", "night overnight nights nightly bedtime nighttime nocturnal"),
        (_DATED, "morning mornings am", "afternoon evening evenings pm night bedtime"),
        (_DATED, "afternoon evening evenings pm", "morning mornings am"),
        (_DATED, "healed resolved off former formerly hx history old gone removed", _LASTING),
    )
)  # fmt: skip
_SPANS = WEEKS | DAYS.keys() | {"tomorrow", "tmrw", "next"}
_TODAY, _VISIT, _THIS = frozenset({"today", "now"}), frozenset({"visit", "session"}), frozenset({"this", "the"})
_TAUGHT = frozenset("taught trained educated ed edu instructed shown told advised reviewed".split())
_LEARNING = 4

Words = tuple[int, int]


class Replaced(NamedTuple):
    """The words `first:last` of the rewrite, and the rule that they break."""

    first: int
    last: int
    rule: str


def find_replaced(said: Terms, note: Terms, lost: Words, window: Words) -> Replaced | None:
    """Return what stands in the place of the `lost` words of the note, near the words `window` of the rewrite."""
    begin, end = _near(said, window)
    for found in (
        _other_person(said, note, lost, (begin, end)),
        _opposite(said, note, lost, (begin, end)),
        _other_time(said, note, lost, (begin, end)),
        _other_quotation(said, note, lost),
    ):
        if found is not None:
            return found
    return None


def _near(said: Terms, window: Words) -> Words:
    """Return the words of the sentence of a window that are near it."""
    span = said.reading.sentences[max(0, said.sentence_at(window[0]))]
    end = min(span.last + 1, len(said.reading.words.low))
    return max(span.first, window[0] - _REACH), min(end, window[1] + _REACH)


def _sentence(note: Terms, word: int) -> list[str]:
    span = note.reading.sentences[max(0, note.sentence_at(word))]
    return note.reading.words.low[span.first : span.last]


def _opposite(said: Terms, note: Terms, lost: Words, near: Words) -> Replaced | None:
    low, there = said.reading.words.low, note.reading.words.low
    gone = {there[at] for at in range(*lost)}
    for rule, words, against in _OPPOSED:
        if gone.isdisjoint(words):
            continue
        known = _sentence(note, lost[0])
        for at in range(*near):
            if low[at] in against and low[at] not in known and not denies(low[slice(*part_around(said, at, at + 1))]):
                return Replaced(said.led(at, 2), predicate_end(said, at + 1), rule)
    return None


def _other_time(said: Terms, note: Terms, lost: Words, near: Words) -> Replaced | None:
    """Thus: "trial next wk" told as "was tried this visit", "2 falls this mo" as "during the session"."""
    low, there = said.reading.words.low, note.reading.words.low
    if _SPANS.isdisjoint(there[at] for at in range(*lost)):
        return None
    known = frozenset(_sentence(note, lost[0]))
    for at in range(*near):
        visit = low[at] in _VISIT and low[at - 1] in _THIS
        if (visit and known.isdisjoint(_VISIT)) or (low[at] in _TODAY and known.isdisjoint(_TODAY)):
            return Replaced(at - visit, at + 1, _DATED)
    return None


def _other_person(said: Terms, note: Terms, lost: Words, near: Words) -> Replaced | None:
    """Return who is named near, whom the note does not name with the lost person."""
    persons = find_parties(note)
    gone = [one for one in persons if lost[0] <= one.first < lost[1]]
    if not gone:
        return None
    first, last = part_around(note, *lost)
    beside = [one for one in persons if first <= one.first < last]
    acting = _acting(said) if any(one in _acting(note) for one in gone) else set()
    taught = not _TAUGHT.isdisjoint(note.reading.words.low[first:last])
    found = [
        one
        for one in _named(said, near)
        if not any(is_same(one, other, both=True) for other in beside)
        and (one.group != "patient" or one in acting or (taught and _is_learner(said, one)))
    ]
    if not found:
        return None
    middle = sum(near) / 2
    best = min(found, key=lambda one: abs(one.first - middle))
    return Replaced(best.first, predicate_end(said, best.last), _PERSON)


def _acting(terms: Terms) -> set[Party]:
    """Return who is told to have done anything."""
    return {act.party for act in find_acts(terms, find_parties(terms))}


def _named(said: Terms, near: Words) -> Iterator[Party]:
    yield from (one for one in find_parties(said) if near[0] <= one.first < near[1])
    for at in range(*near):
        if said.reading.words.low[at] in SOMEBODY:
            yield Party(at, at + 1, "patient", "patient")


def _is_learner(said: Terms, party: Party) -> bool:
    low: Sequence[str] = said.reading.words.low
    return not _TAUGHT.isdisjoint(low[party.last : party.last + _LEARNING]) or not _TAUGHT.isdisjoint(
        low[max(0, party.first - _LEARNING) : party.first]
    )


def _other_quotation(said: Terms, note: Terms, lost: Words) -> Replaced | None:
    """Return the words of a quotation of the rewrite that its quotation in the note has not."""
    if lost[0] not in note.quoted:
        return None
    low, there = said.reading.words.low, note.reading.words.low
    meant = next(set(there[first:last]) for first, last in _runs(note.quoted) if first <= lost[0] < last)
    best = max(_runs(said.quoted), key=lambda run: len(meant.intersection(low[slice(*run)])), default=None)
    if best is None or meant.isdisjoint(low[slice(*best)]):
        return None
    strange = [at for at in range(*best) if low[at] not in meant and low[at].isalpha()]
    return Replaced(strange[0], strange[-1] + 1, _WORD) if strange else None


def _runs(places: Set[int]) -> list[Words]:
    """Return the runs of neighbouring places."""
    runs: list[Words] = []
    for at in sorted(places):
        if runs and runs[-1][1] == at:
            runs[-1] = runs[-1][0], at + 1
        else:
            runs.append((at, at + 1))
    return runs
