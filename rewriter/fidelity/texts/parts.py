"""Parts of a sentence: what is told together, between its marks, its turns and each "and"."""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.calendar import DAYS
from rewriter.fidelity.texts.aspects import DOUBTS, PLANNING
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.fidelity.texts.values import WEEKS

_APART = (SPLITS - {":"}) | {"and", "but", "while", "whereas", "although", "though"}
_DONE = frozenset(
    "was were has had did been completed performed done tolerated took used now achieved reached increased "
    "decreased lowered raised advanced".split()
)
_AHEAD = PLANNING | frozenset(
    "be until by goal goals twice daily week weekly day home program hep order orders".split()
)

_BEHIND = frozenset({"this", "last", "past"})
PAST = frozenset("was were been has have had".split())
# What may be doubted for itself.
_THINGS = frozenset({"diagnosis", "symptom", "impairment", "activity", "task", "device"})
_AUXILIARIES = PAST | {"is", "are", "be", "did", "does"}
_PREDICATE = 6
_DATES = DAYS.keys() | WEEKS | {"visit", "appointment", "tomorrow"}


def part_around(terms: Terms, first: int, last: int) -> tuple[int, int]:
    """Return the part of a sentence around the words `first:last`: between its marks, its turns and each "and"."""
    low = terms.reading.words.low
    if not terms.reading.sentences:
        return first, last  # a bare heading
    span = terms.reading.sentences[max(0, terms.sentence_at(first))]
    end = min(span.last, len(low))
    while first > span.first and not _parts(low, first - 1):
        first -= 1
    while last < end and not _parts(low, last):
        last += 1
    return first, last


def _parts(low: list[str], at: int) -> bool:
    """A turn; "while" before a deed only joins it: "standing while grooming"."""
    return low[at] in _APART and not (low[at] == "while" and low[at + 1 : at + 2] and low[at + 1].endswith("ing"))


def predicate_end(terms: Terms, last: int) -> int:
    """Return where the words end that say of a thing, whose name ends at `last`, what it was or did.

    Up to its first auxiliary and the word behind it ("side-lying rotation was performed"), else one word further
    ("legs gave"), never past its part of the sentence.
    """
    low = terms.reading.words.low
    end = min(part_around(terms, last - 1, last)[1], last + _PREDICATE)
    for at in range(last, end):
        if low[at] in _AUXILIARIES:
            return max(at + 1, min(at + 2, end))
    return last + 1 if last < end and low[last].isalpha() and last not in terms.claimed else last


def without_distant(terms: Terms, first: int, last: int, place: int, close: frozenset[str]) -> list[str]:
    """Return the words `first:last`, without those of `close` that stand in another part than the word at `place`."""
    low = terms.reading.words.low
    near, end = part_around(terms, place, place + 1)
    kept = [at for at in range(first, last) if low[at] not in close or near <= at < end]
    return [low[at] for at in kept if not (low[at] == "when" and _is_relative(low, at))]


def _is_relative(low: list[str], at: int) -> bool:
    """The "when" only goes on from a day that was named: "on Thursday, when the cane will be discontinued"."""
    return at > 1 and low[at - 1] == "," and low[at - 2] in _DATES


def tells_done(terms: Terms, first: int, last: int) -> bool:
    """Tell whether the words around words `first:last` tell of something done or measured: "ESR was 10"."""
    begin, end = part_around(terms, first, last)
    low = terms.reading.words.low[begin:end]
    return not _DONE.isdisjoint(low) and not looks_ahead(low)


def looks_ahead(low: Sequence[str]) -> bool:
    """Tell whether any of these words tells of what is to come or to be done; "four hours this week" does not."""
    return not _AHEAD.isdisjoint(word for before, word in pairwise(["", *low]) if before not in _BEHIND)


def doubts_beside(terms: Terms, place: int) -> bool:
    """Tell whether a word of doubt stands in the part of a sentence around a word, or in one with no thing of its own.

    Thus: "40 feet, I estimate"; "20 falls, and a vestibular cause is questioned" doubts no falls.
    """
    number = terms.sentence_at(place)
    if not terms.doubts(number):
        return False
    span, low = terms.reading.sentences[number], terms.reading.words.low
    own = part_around(terms, place, place + 1)
    for at in range(span.first, min(span.last + 1, len(low))):
        if low[at] in DOUBTS:
            part = part_around(terms, at, at + 1)
            if part == own or _THINGS.isdisjoint(terms.kind(one) for one in terms.claiming(*part)):
                return True
    return False
