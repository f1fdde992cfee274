"""Who kept the patient from falling: "LOB x2, self-recovered" told as caught by the therapist."""

from collections.abc import Iterator

from rewriter.fidelity.texts.bounds import end_of
from rewriter.fidelity.texts.terms import SPLITS, Terms

_ALONE = frozenset({"self-recovered", "self-corrected", "self-righted", "self-caught", "self-saved"})
_SELF = frozenset("recovered recovers recovery corrected corrects correction righted caught catches saved".split())
_RECOVERED, _WITH = frozenset({"recovered", "recovers", "regained"}), frozenset({"w", "w/", "with", "using"})
_HELP = frozenset("assist assistance a min mod max cga sba help minimal moderate maximal contact standby".split())
_CATCHING = frozenset(
    "caught catch catches catching steadied steadies steadying saved righted recovered supported grabbed held assisted "
    "helped stopped prevented corrected stabilized stabilised".split()
)
_HELPERS = frozenset(
    "therapist pt ot pta cota otr slp aide assistant nurse rn cna wife husband spouse son daughter mother father "
    "caregiver staff clinician i student tech".split()
)
_OWN = frozenset("himself herself themselves themself itself own self balance".split())
_REACH = 5


def find_rescues(said: Terms, note: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) that tell somebody as catching the patient who in the note recovered alone."""
    there = note.reading.words.low
    if not any(_is_alone(there, at) for at in range(len(there))) or any(_rescues(note)):
        return
    yield from _rescues(said)


def _is_alone(low: list[str], at: int) -> bool:
    """Thus: "self-recovered", "self recovered", "recovered w BUE"."""
    if low[at] in _ALONE or (low[at] in _RECOVERED and low[at + 1 : at + 2] != [] and low[at + 1] in _WITH):
        behind = end_of(low, at + 1, SPLITS)
        return _HELP.isdisjoint(low[at:behind]) and _HELPERS.isdisjoint(low[at:behind])
    return low[at] == "self" and not _SELF.isdisjoint(low[at + 1 : at + 3])


def _rescues(terms: Terms) -> Iterator[tuple[int, int]]:
    """Yield each "caught by the therapist", "the PT steadied her"."""
    low = terms.reading.words.low
    for at, word in enumerate(low):
        if word not in _CATCHING:
            continue
        behind = low[at + 1 : at + 1 + _REACH]
        if behind[:1] == ["by"] and not _HELPERS.isdisjoint(behind) and _OWN.isdisjoint(behind):
            yield at, at + 2 + next(place for place, one in enumerate(behind[1:]) if one in _HELPERS) + 1
        elif low[at - 1] in _HELPERS and _OWN.isdisjoint(behind[:2]) and not _is_patient(terms, at - 1):
            yield at - 1, at + 1


def _is_patient(terms: Terms, place: int) -> bool:
    """The "pt" of most notes is the patient."""
    return any(terms.reading.mentions[at].sense.group == "patient" for at in terms.reading.between(place, place + 1))
