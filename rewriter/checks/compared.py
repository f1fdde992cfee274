"""Two values of one thing, of now and of before: "TAM 165 (was 148)", "gap 2.8 -> 2.1 cm", "mod A Mon, min A today".

A figure beside a word that compares, with another figure of its kind near it, tells what came of the work.
"""

from collections.abc import Iterator

from rewriter.calendar import DAYS
from rewriter.punctuation import ARROWS
from rewriter.reading import Reading
from rewriter.reading.mentions import QUANTITIES

_COMPARES = frozenset(DAYS) | frozenset(
    "was were now prev previous previously prior last vs versus today yesterday ago initially eval evaluation start "
    "end pre post before after up down best earlier admission baseline visit session week wk".split()
)
# What is ordered, planned or given, and no result.
_NO_VALUES = frozenset({"date", "clock", "code", "frequency", "units", "load", "ordinal"})
_REACH, _NEAR = 8, 2
_MOST = 64


def find_compared(reading: Reading) -> Iterator[int]:
    """Yield the later of two levels or two figures of one kind that are compared."""
    kinds = (QUANTITIES | {"level"}) - _NO_VALUES
    before: dict[str, int] = {}
    for index in [i for i, mention in enumerate(reading.mentions) if mention.sense.kind in kinds][:_MOST]:
        kind = reading.mentions[index].sense.kind
        if kind in before and _is_compared(reading, before[kind], index):
            yield index
        before[kind] = index


def _is_compared(reading: Reading, one: int, other: int) -> bool:
    first, second = reading.mentions[one], reading.mentions[other]
    if reading.sentence_of[one] != reading.sentence_of[other]:
        return False
    if first.sense.id == second.sense.id or not 0 <= second.first - first.last <= _REACH:
        return False
    if first.sense.kind == "level" and first.sense.group == second.sense.group:
        return False
    low, last = reading.words.low, reading.sentences[reading.sentence_of[other]].last
    between = low[first.last : second.first]
    if not ARROWS.isdisjoint(between):
        return True
    behind = low[second.last : min(second.last + _NEAR, last)]
    return not _COMPARES.isdisjoint(between[-_NEAR:]) or not _COMPARES.isdisjoint(behind)
