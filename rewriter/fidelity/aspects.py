"""What may be said of a fact beside that it is so: denied, doubted, planned, in the past. Each with all words for it.

The reading knows the cues that open a scope; these lists are wider, for the question whether a stretch of text holds
any word of the aspect at all.
"""

from typing import NamedTuple

from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED, POSSIBLE, REFUSED

DENIAL = NEGATED | REFUSED
DENYING = frozenset(
    "no not none never nothing nobody nor neither without 0 zero neg negative absent absence lacks lacking unable "
    "cannot cant refused declined deferred held hold withheld skipped omitted stopped missed failed off free denied "
    "denies pending unmet rather instead against yet discontinued prohibited avoid contraindicated".split()
)
PLANNING = frozenset(
    "plan plans planned will next going pending scheduled continue continues continuing recommend recommended would "
    "should consider future upcoming later tomorrow if until goal follow awaiting ordered wants could rec recs tbd "
    "intends hopes advised advise suggest suggested wish wishes wishing desire desires hope hoping like aims "
    "aim".split()
)
DOUBTING = frozenset(
    "possible possibly perhaps maybe probable probably likely suspected suspect may might could unclear uncertain "
    "questionable question appears seems unsure if whether unless without ?".split()
)
# Beside those words: what ended, and what was done alone, is told without a denial.
_ENDING = frozenset(
    "stop stops stopping paused pause ended break ceased terminated interrupted quit uncued unassisted unaided "
    "unsupported independently spontaneously only still prevented".split()
)
FORMER = frozenset(
    "history previous previously prior past last yesterday ago before formerly earlier used evaluation eval admission "
    "initial initially since than resolved former longer".split()
)


class Aspect(NamedTuple):
    """The rule that compares an aspect, its bits in the reading, and all words for it."""

    rule: str
    mask: int
    words: frozenset[str]


ASPECTS = (
    Aspect("FID121", DENIAL, DENYING | _ENDING),
    Aspect("FID122", POSSIBLE, DOUBTING),
    Aspect("FID123", PLANNED, PLANNING),
    Aspect("FID124", HISTORICAL, FORMER),
)


def denies(low: list[str]) -> bool:
    """Tell whether any of these words denies, in whatever way."""
    return not DENYING.isdisjoint(low) or any(word.endswith("n't") for word in low)
