"""The context of each word of a text: denied, doubted, planned, in the past, or wanted."""

from rewriter.fidelity.texts.goals import find_goal_words
from rewriter.reading import Reading
from rewriter.reading.context import NEGATED, PLANNED, POSSIBLE
from rewriter.reading.kinds.plans import find_beside
from rewriter.reading.mentions import QUANTITIES

# The context of what somebody wants to reach, beside those of the reading.
AIMED = 1 << 10
# A bare figure counts what stands behind it: "maybe 2 falls" doubts the falls too.
_COUNTING = frozenset({"count", "number", "ordinal"})
_FOR_AN_AMOUNT = 2
# What is so already, under the heading of a plan too: "HEP BID, doing it".
_GOING_ON = frozenset("today doing compliant adherent".split())
# A doubt that goes on for so many words behind its amount has run into what was dictated next.
_RUN_ON = 8


def find_bits(reading: Reading) -> list[int]:
    """Return the context of each word: of the scopes it lies in, of the mentions over it, of the goal it is part of."""
    bits = [0] * len(reading.words.low)
    certain = find_certain(reading)
    for left, right, bit in reading.scopes:
        for at in range(left, right):
            if bit != POSSIBLE or at not in certain:
                bits[at] |= bit
    for mention, state in zip(reading.mentions, reading.bits, strict=True):
        if mention.first in certain:
            state &= ~POSSIBLE
        if state:
            for at in range(mention.first, mention.last):
                bits[at] |= state
    for sentence in reading.sentences:
        if sentence.heading == "plan" and _GOING_ON.isdisjoint(reading.words.low[sentence.first : sentence.last]):
            told = find_beside(reading, sentence, sentence.first, sentence.last)
            for at in set(range(sentence.first, sentence.last)) - told:
                bits[at] |= PLANNED
    for at in find_negated_by_prefix(reading):
        bits[at] |= NEGATED
    for at in find_goal_words(reading):
        bits[at] |= AIMED
    return bits


def find_negated_by_prefix(reading: Reading) -> list[int]:
    """Return the words right behind a "non" that stands alone: "non tender", "non-tender"."""
    low = reading.words.low
    return [at + 1 for at in reading.at_any(("non",)) if at + 1 < len(low) and low[at + 1].isalpha()]


def find_certain(reading: Reading) -> set[int]:
    """Return the words that only seem to be doubted: a doubt of an amount ran on into what was dictated next."""
    found: set[int] = set()
    for left, right, bit in reading.scopes:
        if bit == POSSIBLE and (end := _end_of_amount(reading, left)) and right - end >= _RUN_ON:
            found.update(range(end, right))
    return found


def _end_of_amount(reading: Reading, left: int) -> int:
    """Return where a doubt ends that is of an amount alone: "maybe two out of ten valgus is the problem"; else 0."""
    for index in reading.between(left + 1, left + 1 + _FOR_AN_AMOUNT):
        sense, first, last = reading.mentions[index]
        if sense.kind in QUANTITIES and sense.kind not in _COUNTING and left < first:
            return last
    return 0
