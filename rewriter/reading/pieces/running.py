"""A run-on of clipped items in which one is a clause of its own: the clause stands whole, the others are cut.

"LB dressing w reacher min A, wife put TED hose on before I came, tub bench not delivered yet, sponge bath by aide": a
clause among them does not make prose of it. What a clause may govern stays with it: what somebody said, denied or did,
and what a reason or a link leads on to.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rewriter.english import SPEAKERS
from rewriter.reading.mentions import DOSES, QUANTITIES
from rewriter.reading.pieces.commas import FORMERLY, goes_on
from rewriter.reading.pieces.courses import tells_course
from rewriter.reading.pieces.dosed import doses_alone, times_device
from rewriter.reading.pieces.prose import is_clause, is_prose
from rewriter.reading.pieces.spliced import OTHER_TIMES
from rewriter.reading.reading import Reading

# So many items, and so many of them clipped, make a run-on of a sentence.
_FEWEST, _FEWEST_CLIPPED, _SHARE = 4, 3, 0.5
_LINKS = frozenset(
    "and or but so because since as which who whose that than though although while until unless if when then also not "
    "nor whereas due".split()
)
# What they lead to may reach over the next comma.
_REASONS = frozenset("because since if unless until although though whether that why".split())
# Said, denied, of another day or place, or a doing that goes on: what follows may be so too.
_GOVERNING = OTHER_TIMES | frozenset(
    "states stated reports reported told thought denies denied claimed asks knew stating saying reporting denying did "
    "does doing do completed completes performed performs practiced practices worked works tried tries".split()
)
# Of the words that make prose those that shorthand never has: "head of bed" is none.
_WRITTEN_OUT = frozenset("the a an his her their was were is are has had".split())
# A clipped item is charted: it has a figure, help, a cue, or something that is measured or done.
_CHARTED = QUANTITIES | {"level", "cue", "activity", "task", "function", "vital", "measure", "diagnosis", "treatment"}
# What is never told by somebody else: what opens an item so is the writer's.
_WRITERS = frozenset({"level", "cue"})
_HEADS = frozenset({"goal", "vital", "planned", "measure", "education"})
_IRREGULAR = frozenset(
    "ran saw told went sat stood took held did got came gave put brought drove fell had was were is are left kept made "
    "let said won't wont can't cant cannot does has".split()
)


class Stretch(NamedTuple):
    """Words `first:last`, and whether they are kept whole."""

    first: int
    last: int
    whole: bool


def find_stretches(reading: Reading, first: int, last: int, indexes: Sequence[int]) -> list[Stretch]:
    """Return the stretches of a run-on at words `first:last`; none where it is prose, or too short to tell."""
    commas = _find_commas(reading, first, last)
    if len(commas) + 1 < _FEWEST:
        return []
    bounds = [first - 1, *commas, last]
    items = [(left + 1, right) for left, right in pairwise(bounds) if right > left + 1]
    clauses = [_is_clause(reading, *item, indexes) for item in items]
    clipped = sum(not clause and _is_charted(reading, *item) for item, clause in zip(items, clauses, strict=True))
    if clipped < max(_FEWEST_CLIPPED, _SHARE * len(items)):
        return []
    if any(_is_dose(reading, *item) for item in items[clauses.index(True) + 1 if True in clauses else len(items) :]):
        return []  # "he stood at the counter, CGA, 3 x 2 min": whose dose it is would be lost
    found: list[Stretch] = []
    for (begin, end), clause in zip(items, clauses, strict=True):
        before = found[-1] if found else None
        if before is not None and (
            not (before.whole or clause)
            or (before.whole and _goes_on(reading, before, begin, end, last, indexes))
            or any(left < begin - 1 < right - 1 for left, right, _ in reading.scopes)
        ):
            found[-1] = Stretch(before.first, end, before.whole or clause)
        else:
            found.append(Stretch(begin, end, clause))
    return found


def _find_commas(reading: Reading, first: int, last: int) -> list[int]:
    """Return the commas that no bracket and no quotation holds."""
    low = reading.words.low
    depth, quoted, found = 0, False, []
    for at in range(first, last):
        depth += (low[at] in ("(", "[")) - (low[at] in (")", "]"))
        quoted ^= low[at] == '"'
        if low[at] == "," and depth <= 0 and not quoted:
            found.append(at)
    return found


def _is_clause(reading: Reading, first: int, last: int, indexes: Sequence[int]) -> bool:
    here = [i for i in indexes if first <= reading.mentions[i].first < last]
    if any(_tells_former(reading, at) for at in range(first + 1, last - 1)):
        return False  # "flexion 98 was 91"
    if is_clause(reading, first, last, here) or _tells_of_person(reading, first, last):
        return True
    return is_prose(reading, first, last) and not _WRITTEN_OUT.isdisjoint(reading.words.low[first:last])


def _tells_of_person(reading: Reading, first: int, last: int) -> bool:
    """Somebody and what they did open the item: "aide put on his socks"."""
    first += reading.words.low[first] in ("the", "a", "his", "her")
    persons = [m for m in map(reading.mentions.__getitem__, reading.between(first, first + 1)) if m.last < last]
    return any(m.sense.kind == "person" and _opens_with_verb(reading, m.last) for m in persons)


def _tells_former(reading: Reading, at: int) -> bool:
    """What a figure or the help was stands behind it; shorthand has that too."""
    low = reading.words.low
    if low[at] not in FORMERLY:
        return False
    helped = any(reading.mentions[i].sense.kind == "level" for i in reading.between(at + 1, at + 2))
    return helped or low[at + 1][0].isdecimal() or low[at + 1] in ("x", "only")


def _is_charted(reading: Reading, first: int, last: int) -> bool:
    """An item as shorthand has it: something known and charted, and no link that leans on what stands before."""
    kinds = {reading.mentions[i].sense.kind for i in reading.between(first, last)}
    return reading.words.low[first] not in _LINKS and not kinds.isdisjoint(_CHARTED)


def _is_dose(reading: Reading, first: int, last: int) -> bool:
    """Nothing but a dose stands there."""
    told = [reading.mentions[i] for i in reading.between(first, last)]
    covered = {at for mention in told for at in range(mention.first, mention.last)}
    return {m.sense.kind for m in told} <= DOSES and all(at in covered for at in range(first, last))


def _goes_on(reading: Reading, before: Stretch, first: int, last: int, end: int, indexes: Sequence[int]) -> bool:
    """The item at words `first:last` may be governed by the clause before it."""
    low = reading.words.low
    comma = first - 1
    if low[first] in _LINKS or goes_on(reading, comma, end, indexes):
        return True
    if doses_alone(reading, comma, end) or times_device(reading, comma, end):
        return True
    told = low[before.first : before.last]
    persons = [reading.mentions[i] for i in reading.between(before.first, before.last)]
    doing = not SPEAKERS.isdisjoint(told) or any(m.sense.kind == "person" for m in persons)
    if doing and _opens_with_verb(reading, first):
        return True
    opening = {reading.mentions[i].sense.kind for i in reading.between(first, first + 1)}
    kinds = {reading.mentions[i].sense.kind for i in reading.between(first, last)}
    if not kinds.isdisjoint(_WRITERS) or not opening.isdisjoint(_HEADS):
        return False
    return not _GOVERNING.isdisjoint(told[:-1]) or not _REASONS.isdisjoint(told)


def _opens_with_verb(reading: Reading, at: int) -> bool:
    """A finite verb without a subject opens the item: who did it stands before."""
    low = reading.words.low[at]
    if at + 1 == len(reading.words.low) or any(
        reading.mentions[i].sense.kind in _HEADS for i in reading.between(at, at + 1)
    ):
        return False
    if tells_course(reading, at) or (low == "sat" and reading.words.low[at + 1][0].isdecimal()):
        return False  # "recovered 112/64 in 4 min"; "sat 93 to 89": the saturation
    if low in _IRREGULAR or (low.endswith("ed") and len(low) > 4):
        return True
    senses = reading.lexicon.get(low, {}).get("", ())
    return any(sense.kind == "verb" and sense.label in ("past", "third") for sense in senses)
