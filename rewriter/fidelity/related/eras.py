"""Then and now: which of a measure's values is the former one, by the words beside it.

"19.4 s (21.8 at SOC)", "44 last week, 47 today", "4/10 in, 7/10 out": a value that the note has as the former one must
not be told as today's, nor the reverse, in whatever order the two are written.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rewriter.calendar import MONTHS
from rewriter.fidelity.related.pairs import Pair, has_point, is_joined
from rewriter.fidelity.texts.bounds import begin_of
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.fidelity.texts.values import VISITS, WEEKS
from rewriter.once import once

NOW, THEN = "now", "then"
_CUES = {
    **dict.fromkeys(
        "today now currently end out final finally last post afterwards afterward after later going leaving "
        "departure close conclusion finish".split(),
        NOW,
    ),
    **dict.fromkeys(
        "eval evaluation initially initial start adm admission admit soc before pre was were been previous previously "
        "prior baseline care coming in first earlier ago yesterday former formerly entry beginning intake "
        "beforehand arrival outset".split(),
        THEN,
    ),
}
# Into the visit or out of it, whichever verb it is told with.
_MOVING = frozenset("going coming heading way".split())
_WAYS = {"in": THEN, "into": THEN, "out": NOW}
_REACH, _CLOSE = 5, 6
_DAY = 86400
_ROWS = frozenset({"count", "ordinal", "date", "clock", "frequency"})
_GOALS = frozenset({"goal", "target", "ltg", "stg"})
_STRETCHES = frozenset({"duration", "count", "distance in foot", "distance in meter"})
_VAGUE = frozenset({"in", "out", "was", "were", "been", "last", "first", "after", "before", "end", "start"})
_BACK = frozenset("back returned returns returning recovered recovers recovering rebounded".split())
_WAS = frozenset({"was", "were", "been"})
_AFTER = frozenset({"after", "before"})
_PUT_IN = frozenset({"which", "given", "taken"})
_TOO = frozenset({"and", "&", "+", "/", "to", "through"})
_SPANS = WEEKS | VISITS | {"time", "night"}
_LATTER = frozenset({"last", "previous", "prior"})
_TELLING = _LATTER | frozenset(_CUES)
_THIN = frozenset({"at", "by", "the", "on"})
_SLASHED = frozenset({"pressure", "ratio", "date", "clock"})
_APART, _BESIDE = 12, 3
_MONTH_REACH = 7
# Behind these another thing is told, with a time of its own: "3 following tape put on yesterday".
_OVER = SPLITS | {"->", "following", "with", "because", "since", "and", "but", "while"}
# Before these another value is told: "5 prior to the session and 3 following it".
_UNDER = SPLITS | {"->", "and", "versus", "vs", "but", "while"}


@once
def find_eras(terms: Terms, modifiers: Sequence[Modifier], pairs: Sequence[Pair]) -> dict[Modifier, str]:
    """Return the era of each figure and amount of assistance that has one."""
    eras: dict[Modifier, str] = {}
    ordered = [pair for pair in pairs if pair.relation == "before"]
    between = {pair.one for pair in ordered} & {pair.two for pair in ordered}  # "from 4 to 7, then 5": 7 is neither
    between |= set(_troughs(terms, modifiers))
    for pair in ordered:
        if pair.told:
            eras[pair.one], eras[pair.two] = THEN, NOW
    eras = {item: era for item, era in eras.items() if item not in between}
    aimed = {item for item in modifiers if _is_aimed(terms, item)}
    eras = {item: era for item, era in eras.items() if item not in aimed}
    measured = [item for item in modifiers if _is_measured(item) and item not in aimed]
    for item in measured:
        if item not in eras and item not in between and (era := _era_beside(terms, item)):
            eras[item] = era
    if not eras:
        return eras
    known = frozenset(eras)  # what only follows from another's time dates no third
    for pair in pairs:  # of two values of one measure, if one is dated the other is not of that time
        close = abs(pair.two.first - pair.one.last) <= _CLOSE
        both = {pair.one, pair.two}
        close = close and pair.one.first != pair.two.first  # not both ends of a range
        close = close and aimed.isdisjoint(both)
        if pair.relation == "before" and close and between.isdisjoint(both) and len(both & known) == 1:
            dated, other = (pair.one, pair.two) if pair.one in known else (pair.two, pair.one)
            eras[other] = _other(eras[dated])
    eras.update(_opposed(terms, measured, eras))
    return eras


def _is_aimed(terms: Terms, item: Modifier) -> bool:
    """What is the goal is of no time yet: "today min A against a goal of SBA"."""
    low = terms.reading.words.low
    begin = begin_of(low, item.first, SPLITS - {":"}, max(0, item.first - _REACH))
    return not _GOALS.isdisjoint(low[begin : item.first])


def as_dated(pairs: Sequence[Pair], eras: Mapping[Modifier, str]) -> list[Pair]:
    """Return the pairs, those told by their order only as their times have it: "54, 46 last month" tells 46 first."""
    return [
        pair._replace(one=pair.two, two=pair.one, told=True)
        if not pair.told
        and pair.one.first != pair.two.first  # no range
        and (eras.get(pair.one), eras.get(pair.two)) == (NOW, THEN)
        else pair
        for pair in pairs
    ]


def _troughs(terms: Terms, items: Sequence[Modifier]) -> Iterator[Modifier]:
    """Yield each value that came between two others of its measure: the 88 of "93, fell to 88, back up to 92"."""
    low = terms.reading.words.low
    rows: dict[tuple[str, str, int], list[Modifier]] = {}
    for item in sorted(items, key=lambda item: item.first):
        rows.setdefault((item.kind, item.family, item.sentence), []).append(item)
    for row in rows.values():
        for one, two in pairwise(row[1:]):
            if not _BACK.isdisjoint(low[max(one.last, two.first - _BESIDE) : two.first]):
                yield one


def _other(era: str) -> str:
    return THEN if era == NOW else NOW


def _opposed(terms: Terms, measured: Sequence[Modifier], eras: Mapping[Modifier, str]) -> dict[Modifier, str]:
    """Return the era of what stands alone beside one dated value of its kind: "34 s (28 last week)"."""
    rows: dict[tuple[str, int], list[Modifier]] = {}
    for item in measured:
        rows.setdefault((item.kind, item.sentence), []).append(item)
    found = {}
    for row in rows.values():
        for item in row:
            if item in eras:
                continue
            alike = [other for other in row if other is not item and _is_alike(item, other)]
            if len(alike) == 1 and alike[0] in eras and _is_dated(terms, item, alike[0]):
                found[item] = _other(eras[alike[0]])
    return found


def _is_dated(terms: Terms, other: Modifier, item: Modifier) -> bool:
    """The word that says when stands right beside the value, and the `other` value not far off."""
    if abs(item.first - other.last) > _APART:
        return False
    low = terms.reading.words.low
    if is_joined(low, item, other):
        return False  # both are of that time
    around = [*low[max(0, item.first - _BESIDE) : item.first], *low[item.last : item.last + _BESIDE]]
    return bool(_era_beside(terms, item)) and not _CUES.keys().isdisjoint(around)


def _is_alike(one: Modifier, other: Modifier) -> bool:
    """Two values of one measure: of one family, or one of them without its unit."""
    families = {one.family, other.family}
    return len(families) == 1 or ("number" in families and families.isdisjoint(_SLASHED))


def _is_measured(item: Modifier) -> bool:
    """Thus: a score, a rating, a time, an amount of assistance; not how often, which of a row, or weeks ago."""
    if item.kind != FIGURE:
        return item.kind == LEVEL
    return item.family not in _ROWS and not (item.family == "duration" and float(item.value) >= _DAY)


def _era_beside(terms: Terms, item: Modifier) -> str:
    """Return the era that the words close by say, "" where they say none or both."""
    low = terms.reading.words.low
    start, last = item.first - has_point(low, item), item.last
    first = start
    if _is_dated_back(low, first, last):
        return THEN
    if _TELLING.isdisjoint(low[max(0, first - _REACH) : last + _REACH]):
        return ""
    ends = low[first - 1] == "to" and "from" in low[max(0, first - _APART) : first]  # "from 6 last time to 4"
    while (
        not ends
        and first > max(0, item.first - _REACH)
        and low[first - 1] not in _UNDER
        and not low[first - 1][0].isdecimal()
    ):
        first -= 1
    while last < min(len(low), item.last + _REACH) and low[last] not in _OVER and not low[last][0].isdecimal():
        last += 1
    near = {*low[start - 1 : start], *low[item.last : item.last + 1]} - ({"in"} & {*low[start - 1 : start]})
    if not SPLITS.issuperset(low[item.last + 1 : item.last + 2]):
        near.difference_update(low[item.last : item.last + 1])  # "3 in 10 trials", but "4/10 in, 7/10 out"
    if low[item.last : item.last + 1] == ["last"]:
        near.discard("last")  # "0.52 m/s, 0.44 last": the last of today, or of the last time
    if item.family in _STRETCHES and low[item.first - 1] in ("first", "last"):
        near.discard(low[item.first - 1])  # "for the first 3 minutes": a part of it, whenever it was
    if item.family == "duration" and low[item.first - 1] in ("after", "before"):
        near.discard(low[item.first - 1])  # "after 8 minutes of heat" says when something else was
    if _was_only(terms, item):
        near -= _WAS
    behind = item.last
    while behind < last and low[behind] in _THIN:
        behind += 1
    if low[behind : behind + 1] in (["start"], ["end"]) and low[behind + 1 : behind + 2] != ["of"]:
        near.add(low[behind])  # "5 at the start", "minimal assistance by the end"
    found = set()
    for at in range(first, last):
        word = low[at]
        if word == "going" and low[at + 1 : at + 2] == ["to"]:
            continue  # "contact guard going to minimal assistance"
        if word in _MOVING and (way := _WAYS.get("".join(low[at + 1 : at + 2]))):
            found.add(way)  # "6/10 going in, 4/10 coming out"
            continue
        if word in _WAYS and low[at - 1] in _MOVING:
            continue
        lasted = item.family == "duration" and low[item.last : item.last + 1] == ["of"]
        if word in _AFTER and at == item.first - 1 and lasted:
            continue  # "after eight minutes of heat": so long it took
        if word in _LATTER and low[at + 1 : at + 2] and low[at + 1] in _SPANS:
            found.add(THEN)  # "last week"
        elif word in _CUES and (word not in _VAGUE or word in near):
            found.add(_CUES[word])
            if at >= item.last and low[at + 1 : at + 2] and low[at + 1] in _TOO:
                found.update(_CUES[later] for later in low[at + 2 : at + 3] if later in _CUES)  # "5/10 pre and post"
    return found.pop() if len(found) == 1 else ""


def _is_dated_back(low: Sequence[str], first: int, last: int) -> bool:
    """A day or a month of its own beside a value makes it a former one: "2 minutes on 11/9", "in May it was 52"."""
    behind = low[last : last + 5]
    if len(behind) > 3 and behind[0] == "on" and behind[1].isdecimal() and behind[2] == "/" and behind[3].isdecimal():
        return True
    if behind[:1] == ["in"] and not MONTHS.keys().isdisjoint(behind[1:2]):
        return True
    start = first
    while start > max(1, first - _MONTH_REACH) and low[start - 1] not in _UNDER:
        start -= 1
    return any(low[at - 1] == "in" and low[at] in MONTHS for at in range(start + 1, first)) or (
        low[start - 1] == "," and low[start - 3 : start - 2] == ["in"] and low[start - 2] in MONTHS
    )


def _was_only(terms: Terms, item: Modifier) -> bool:
    """In prose all is told as past: "was" says something behind a mark only ("22 s, was 31").

    A comma that closes what was put in is no such mark: "pain, rated 6/10 on land, was 3/10 in the water".
    """
    low = terms.reading.words.low
    start = item.first - has_point(low, item)
    if low[start - 1] not in _WAS:
        return False
    return low[start - 2] not in (",", "(", ";") or _closes_insertion(low, start - 2)


def _closes_insertion(low: Sequence[str], comma: int) -> bool:
    """The comma ends what another one before it put in with a participle or a "which"."""
    if low[comma] != ",":
        return False
    opened = next((at for at in range(comma - 1, max(0, comma - _APART), -1) if low[at] in SPLITS), None)
    return opened is not None and low[opened] == "," and (low[opened + 1].endswith("ed") or low[opened + 1] in _PUT_IN)


def find_misdated(stated: Mapping[Modifier, str], given: Mapping[Modifier, str], shelf: Shelf) -> Iterator[Modifier]:
    """Yield the values of the rewrite told of the other time than the note has them, all of them."""
    for item, era in stated.items():
        same = shelf.same(item)
        if same and all(given.get(other, era) != era for other in same):
            yield item


def find_settled(stated: Mapping[Modifier, str], given: Mapping[Modifier, str], shelf: Shelf) -> Iterator[Modifier]:
    """Yield the values of the rewrite told of the time that the note has them of, beside a value of the other time."""
    if len(set(given.values())) < 2 or len(set(stated.values())) < 2:
        return
    for item, era in stated.items():
        same = shelf.same(item)
        if len(same) == 1 and given.get(same[0]) == era:
            others = [one for one, time in stated.items() if time != era and one.sentence == item.sentence]
            if any(given.get(one) == _other(era) for other in others for one in shelf.same(other)):
                yield item


_DAYS = frozenset("today now currently yesterday ago eval evaluation admission soc baseline initially".split())


def is_dated_by_word(terms: Terms, item: Modifier) -> bool:
    """A word close by names the day or the visit that the value is of, not only which came first."""
    low = terms.reading.words.low
    around = low[max(0, item.first - _BESIDE) : item.last + _BESIDE]
    return not _DAYS.isdisjoint(around) or any(one in _LATTER and two in _SPANS for one, two in pairwise(around))
