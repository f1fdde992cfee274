"""A word of doubt, denial, plan, wish or past left out, and what stood with it told as plain fact.

Notes have hundreds of such words ("poss DVT", "seems to have a field cut", "hopes to drive"); not all are cues of the
reading. Here the word itself is missing in the rewrite: then what it stood with must be told with another of its kind.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.rewording.aimed import WISHING
from rewriter.fidelity.texts.aspects import DENYING, DOUBTING, DOUBTS, FORMER, PLANNING, denies
from rewriter.fidelity.texts.bounds import begin_of
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.roundabout import goes_on, is_tied
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.context import PLANNED, POSSIBLE

_SOUND = frozenset("intact normal wnl wfl unremarkable".split())
_UNSOUND = frozenset("impaired abnormal absent decreased diminished reduced deficient lost".split())
_DOUBTED = DOUBTS | frozenset("poss maybe suspect suspects may could".split())
_ASKED = frozenset("requested request requests requesting order orders ordering asked".split())
_NAMING = _DOUBTED - {"?", "may", "could"}  # with a name right behind them
_SEEMING = frozenset("seems seem seemed appears appear appeared".split())
_LEFT_OUT = (
    ("FID121", (DENYING - PLANNING - {"off"})
     | frozenset("stopped stops quit forgot forgets disagree disagrees".split()), DENYING),
    ("FID122", _DOUBTED | _SEEMING | frozenset("likely r/o".split()), DOUBTING),
    ("FID126", frozenset("wants want hopes hope wishes wish goal stg ltg aim".split()), WISHING),
    ("FID123", frozenset("plan plans will planned recommend rec scheduled consider pending awaiting awaits await "
                         "intends ordered requested upcoming".split()), PLANNING | _ASKED),
    ("FID124", frozenset("hx history previously formerly stopped".split()), FORMER),
)  # fmt: skip
# Never missed as words: these claim nothing by themselves, or pass for what another word is short for ("poss BPPV").
_QUIET = (
    _DOUBTED
    | _SEEMING
    | frozenset(
        "plan plans hopes aim upcoming will planned scheduled consider pending awaiting awaits await "
        "ordered requested".split()
    )
)
# What may stand behind what it tells of: "Botox queried.", "ENT pending", "home Tues maybe".
_BEHIND = (_DOUBTED - {"?"}) | frozenset(
    "questioned pending planned scheduled ordered requested recommended likely".split()
)
_TYING = frozenset({"if", "unless", "provided"})
_OPENING = frozenset({"plan", "plans"})
_HOLDING = frozenset({"hold", "held"})  # of a posture; what is put on hold is denied
_BETWEEN = SPLITS - {":"}  # "Upcoming: stair play"; what stands under "Plan:" has the context of its heading
_TIMING = frozenset("before until so that when because".split())
_PRONOUNS = frozenset("it they this these that which".split())
_REACH = 4


def is_planned(said: Terms, told: int, part: Sequence[str]) -> bool:
    """What stands at word `told` is due by the words of its part, or stands under a heading of what is planned."""
    return goes_on(part) or bool(said.bits[bisect_left(said.place, told)] & PLANNED)


class Bared(NamedTuple):
    """Words of the rewrite told without the word (`cue`, a place of the note) that they stand with in the note."""

    rule: str
    first: int
    last: int
    cue: int


def find_bared(note: Terms, said: Terms, lost: Sequence[int]) -> Iterator[Bared]:
    """Yield what the rewrite tells plainly of which the note's word of doubt, denial, plan or wish is gone.

    `lost` are the terms of the note without a partner; what claims nothing by itself has none.
    """
    low = note.reading.words.low
    gone = {note.place[index] for index in lost}
    gone |= {
        at
        for at, word in enumerate(low)
        if word in _QUIET and (word not in said.written or word in _DOUBTED) and _tells(low, at)
    }
    for at in sorted(gone):
        for rule, cues, telling in _LEFT_OUT:
            told = _told(note, said, at) if low[at] in cues else []
            if low[at] in cues and low[at] in _BEHIND and not told and _ends(low, at):
                told = _told(note, said, at, behind=False)
            if told and not any(_is_told_so(said, place, rule, telling) for place in told):
                first, last = part_around(said, told[0], told[0] + 1)  # the word may have stood before it or behind
                yield Bared(rule, max(first, told[0] - _REACH), min(last, told[0] + _REACH), at)
        if (words := _unconditioned(note, said, at)) is not None:
            yield Bared("FID122", *words, at)
        for place in _told(note, said, at, behind=False)[:1] if low[at] in _SOUND else ():
            first, last = part_around(said, place, place + 1)
            if not _UNSOUND.isdisjoint(said.reading.words.low[first:last]):
                yield Bared("FID121", place, place + 1, at)


def _is_told_so(said: Terms, place: int, rule: str, telling: frozenset[str]) -> bool:
    """The part around a word of the rewrite has a word of this kind, or the reading has the word in this context."""
    first, last = part_around(said, place, place + 1)
    low = said.reading.words.low
    if rule == "FID123" and last + 1 < len(low) and low[last + 1] in _PRONOUNS:
        last = part_around(said, last + 1, last + 2)[1]  # "stairs were not tried; they are planned"
    part = [word for word in low[first:last] if word not in _HOLDING]
    if not telling.isdisjoint(part):
        return True
    if rule == "FID121":
        return denies(part)
    if rule == "FID122":
        return bool(said.bits[bisect_left(said.place, place)] & POSSIBLE)
    return rule == "FID123" and is_planned(said, place, part)


def _unconditioned(note: Terms, said: Terms, at: int) -> tuple[int, int] | None:
    """Return the words that tell what the note ties to a condition that is gone: "red putty if no flare"."""
    low = note.reading.words.low
    tied = next((one for one in range(at - 1, max(-1, at - _REACH), -1) if low[one] in _TYING), None)
    if tied is None or not _BETWEEN.isdisjoint(low[tied:at]):
        return None
    claims = note.claiming(begin_of(low, tied, _BETWEEN), tied)
    told = [said.partners(note.keys[index]) for index in claims]
    if not claims or not all(told):
        return None
    sentences = [{said.sentence[one] for one in found} for found in told]
    for number in sorted(set.intersection(*sentences)):
        span = said.reading.sentences[max(0, number)]
        words = said.reading.words.low[span.first : span.last]
        if DOUBTING.isdisjoint(words) and not is_tied(words):
            places = [said.place[one] for found in told for one in found if said.sentence[one] == number]
            return min(places), max(places) + 1
    return None


def _ends(low: Sequence[str], at: int) -> bool:
    """Nothing stands behind a word in its clause."""
    return at + 1 == len(low) or low[at + 1] in _BETWEEN


def _tells(low: Sequence[str], at: int) -> bool:
    """The word plans or doubts here: not "plan of care", "before I could stop her", "could not"."""
    if low[at] in _OPENING:
        return _opens(low, at)
    return low[at] != "could" or ("not" not in low[at : at + 2] and _TIMING.isdisjoint(low[max(0, at - _REACH) : at]))


def _opens(low: Sequence[str], at: int) -> bool:
    """Thus: "Plan tub bench"; not "maintenance plan", "plan of care"."""
    return (at == 0 or low[at - 1] in SPLITS) and low[at + 1 : at + 2] != ["of"]


def _told(note: Terms, said: Terms, at: int, *, behind: bool = True) -> list[int]:
    """Return the places in the rewrite of what a word stands with: the next claim, or the one before, in its clause."""
    low = note.reading.words.low
    nearest = bisect_left(note.place, at)
    way = range(nearest, len(note.place)) if behind else range(nearest - 1, -1, -1)
    for other in way:
        start, end = sorted((at, note.place[other]))
        if end - start > _REACH or not (SPLITS if low[at] in _OPENING else _BETWEEN).isdisjoint(low[start:end]):
            return []
        beside = end - start == 1 and low[at] in _NAMING  # "prob D/C": even what claims nothing is doubted
        if (note.claims[other] or beside) and note.place[other] != at:
            partners = said.partners(note.keys[other])
            exact = partners & said.partners(note.keys[other][:1])  # "wean" itself, before what else may mean it
            return [said.place[one] for one in sorted(exact) or sorted(partners)[:1]]
    return []
