"""Help told in one breath with what it was given for: "bra min A" is "patient required minimal assistance for bra".

The words stay the note's own, the level before what it was given for. Where a piece tells of two levels, of another
time or of somebody else it stays as written.
"""

from collections.abc import Sequence

from rewriter.reading.kinds.observed import is_of_another_day
from rewriter.reading.mentions import ALONE, DOSES, Mention
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.pieces.openings import AMOUNTS
from rewriter.reading.reading import Reading
from rewriter.reading.shorthand.spelling import english

# A stretch of the note's own words, or words put between.
Part = tuple[int, int] | str

_DEPENDENT = frozenset({"dependent"})
_LINKS = frozenset({"with", "w/", "at", "@", "-", ":", "="})
# They tie what the help was given for to the deed by themselves: "to L min A", "during turns CGA".
_TIED = frozenset("to on in from during after before at over through with w/ for by going while without".split())
# Whatever stands behind them was not so, or not now.
_ELSEWHEN = frozenset(
    "prior plof previous previously prev before baseline yesterday last usually was were eval evaluation admission "
    "initially goal if when once until unless per needs needed need required requires then or vs versus "
    "than not no pt ot otr cota pta slp rn cna aide tech".split()
)
# They say how something was done, and nothing of what.
_BARE = frozenset(
    "dynamic static on off left right bilateral both up down in out sit stand sitting standing seated supine again "
    "still now today overall mostly all total only rest and initial final indoors outdoors".split()
)
_WHERE = frozenset({"indoors", "outdoors"})
_WITH = frozenset({"vision", "device", "equipment"})
_WHAT = frozenset(
    "side part device equipment position surface vision count duration distance number ordinal function task "
    "activity ability link proper frequency".split()
)
_BEHIND = PREPOSITIONS | frozenset({"to", "due", "secondary", "x", "("})
# What only a patient does; none of them is also a thing.
_DOES = frozenset(
    "ambulates climbs crawls cruises gets goes maintains manages propels rolls scoots sits stands walks wheels takes "
    "completes".split()
)


def tell_help(reading: Reading, first: int, last: int, inside: Sequence[int], head: int | None) -> list[Part] | None:
    """Return words `first:last` as a sentence about the help the patient had; None where it cannot be told so."""
    low, mentions = reading.words.low, reading.mentions
    levels = [mentions[i] for i in inside if mentions[i].sense.kind == "level"]
    if head is None or mentions[head].sense.kind != "level" or not low[first][0].isalnum():
        return None
    if not _ELSEWHEN.isdisjoint(low[first:last]) or '"' in low[first:last] or is_of_another_day(reading, first, last):
        return None
    if len(levels) != 1:
        return ["patient", (first, last)] if low[first] in _DOES and _sets_apart(low, first, last) else None
    level = levels[0]
    begin = level.first
    while begin > first and low[begin - 1] in AMOUNTS:
        begin -= 1
    alone = level.sense.group in ALONE or not _DEPENDENT.isdisjoint(low[level.first : level.last])
    if begin == first:
        return ["patient was", (first, last)] if alone and _goes_on(reading, level.last, last, inside) else None
    if not _goes_on(reading, level.last, last, inside):
        return None
    end = begin - (low[begin - 1] in _LINKS)
    named = [mentions[i] for i in inside if mentions[i].first < end]
    if end <= first or not all(word[0].isalnum() or word in ("/", "-", "+", "&") for word in low[first:end]):
        return None
    if low[first] in _DOES and all(m.sense.kind != "count" for m in named):
        return ["patient", (first, end), "," if alone else "with", (begin, last)]
    if not _is_what(low, first, end, named) or not _is_known(low, first, end, named):
        return None
    behind = low[level.last] if level.last < last else ""
    if behind in ("for", "to"):
        return None  # two things that it may be for
    # how many helped stays beside the help: "max A x2"
    helpers = low[level.last : last][:1] == ["x"] or any(
        mentions[i].first == level.last and mentions[i].sense.kind == "count" for i in inside
    )
    if helpers and any(m.first > level.last for m in (mentions[i] for i in inside)) and last - level.last > 2:
        return None
    tied = low[first] in _TIED
    tie = (
        ""
        if tied
        else "for"
        if behind in ("with", "w/")
        else "with"
        if alone or any(m.sense.kind in _WITH for m in named[:1])
        else "for"
    )
    opened = "patient was" if alone else "patient required"
    if helpers:
        return [opened, (begin, last), tie, (first, end)]
    return [opened, (begin, level.last), tie, (first, end), (level.last, last)]


def _sets_apart(low: Sequence[str], first: int, last: int) -> bool:
    """One side is told behind the other: "rolls L indep, R mod A"."""
    return "," in low[first:last] and {"left", "right"} <= set(low[first:last])


def _is_what(low: Sequence[str], first: int, end: int, named: Sequence[Mention]) -> bool:
    """Words `first:end` name something that help is given for, and tell nothing of it."""
    if any(mention.sense.kind not in _WHAT for mention in named):
        return False
    if low[first] in _TIED:
        return end > first + 1
    if low[end - 1] in _BARE | _TIED and low[end - 1] not in _WHERE:
        return False
    if not _BARE.isdisjoint(low[first : first + 1]) and end == first + 1:
        return False
    if any(mention.sense.kind in DOSES | {"number"} and mention.first == first for mention in named):
        return False  # "60 ft CGA": its own dose goes before
    return bool(named) or end == first + 1


def _is_known(low: Sequence[str], first: int, end: int, named: Sequence[Mention]) -> bool:
    """Every word is English or known: "HHA mod A" may be a person's help."""
    covered = {at for mention in named for at in range(mention.first, mention.last)}
    return all(at in covered or low[at] in english() or not low[at].isalpha() for at in range(first, end))


def _goes_on(reading: Reading, at: int, last: int, inside: Sequence[int]) -> bool:
    """Nothing stands behind the level, or what says how, where or why."""
    if at >= last or reading.words.low[at] in _BEHIND:
        return True
    return any(reading.mentions[i].first == at and reading.mentions[i].sense.kind in DOSES for i in inside)
