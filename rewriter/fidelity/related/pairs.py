"""Pairs: which of two values came first, which of two sides has more.

A pair is (the earlier, the later) or (the more, the less). Where a text only writes one value after the other, that is
their order.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rewriter.body import OPPOSITE
from rewriter.calendar import DAYS, MONTHS
from rewriter.english import DETERMINERS
from rewriter.fidelity.related.dated import is_dated_first, is_dated_last
from rewriter.fidelity.rewording.sided import ways_between
from rewriter.fidelity.texts.bounds import begin_of
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, SIDE, Modifier
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.once import once
from rewriter.punctuation import FULL_STOPS
from rewriter.reading.quantities.numerals import NUMBER_WORDS

_ONWARD = frozenset(
    "\u2192 -> > then now next later finally subsequently afterwards eventually progressing progressed advanced ended "
    "finished".split()
)
_BACKWARD = frozenset("previously formerly initially from".split())
_MEASURED = frozenset({"duration", "distance", "rate", "angle", "percent", "count", "load"})
_AGAINST = frozenset({"opposed", "compared", "relative"})
# What dates the value beside it in brackets, and what says that it is none of the past.
_FORMER = (
    DAYS.keys()
    | MONTHS.keys()
    | frozenset(
        "adm admission admit eval evaluation initial initially start soc baseline last prev previous previously prior "
        "before pre was were yesterday yest ago plof intake".split()
    )
) - {"may", "march"}
_AIMED = frozenset("goal ltg stg target by max norm normal limit aim then post after".split())
_BRACKET_REACH = 6
_COMPARED_REACH = 9
_RETURNING = frozenset(
    "back down up returned returning settled going moving progressing changing falling dropping rising climbing "
    "decreasing increasing improving declining easing fell dropped rose climbed decreased increased improved declined "
    "eased went moved changed".split()
)
_DATING = DETERMINERS | frozenset(
    "earlier previous prior former initial original starting baseline last week month visit session 's week's month's "
    "visit's session's today's yesterday's".split()
)
_VERSUS, _VERSUS_REACH = frozenset({"vs", "versus"}), 4
_SIGNS = frozenset("-+:=")
# What joins two values of one time ("it was 5 and 1"), or what came along ("640 with 2 rests").
_JOINING = (["and"], ["&"], ["+"], ["or"], ["with"], ["w/"])
_WAYS = {"down": -1, "up": 1}
_WAS = frozenset("was were been prev previously prior".split())
_DATES = frozenset({"date", "ratio"})  # "21 s 10/4": what is read as a ratio has no place behind a value
MORE = frozenset(
    "> greater more worse longer better higher stronger larger faster bigger harder increased above exceeds".split()
)
_EXCEEDING = frozenset({">", "exceeds", "exceeded", "exceeding"})
_NO_COMPARATIVES = frozenset("other after under over rather either neither whether finger lower upper shoulder".split())
LESS = frozenset("< less fewer smaller shorter lower milder".split())
_LESS = LESS | {"weaker"}
# "Less quickly" is slower, which is told as more of it.
_GRADED = frozenset(
    "quickly quick fast rapidly rapid speedily easily easy readily well steadily steady smoothly smooth slowly "
    "slow".split()
)


class Pair(NamedTuple):
    """Two modifiers of one family, the earlier (or the greater) first; `told` if words say so, not only their order."""

    relation: str
    one: Modifier
    two: Modifier
    told: bool


@once
def find_pairs(terms: Terms, modifiers: Sequence[Modifier]) -> list[Pair]:
    """Return the ordered and the compared pairs of a text."""
    pairs: list[Pair] = []
    ordered = sorted(modifiers, key=lambda item: item.first)
    low = terms.reading.words.low
    ways = frozenset(  # "from right to left" tells a way, no order of values
        at for way in ways_between(low, ordered) for at in range(way.first - (low[way.first - 1] == "from"), way.last)
    )
    sides = {at: item.value for item in ordered if item.kind == SIDE for at in range(item.first, item.last)}
    for index, one in enumerate(ordered):
        for two in ordered[index + 1 :]:
            if two.first >= one.last + 14:
                break
            if one.kind != two.kind or one.value == two.value:
                continue
            if one.family != two.family and not _is_bare_start(terms, one, two):
                continue
            if one.kind != SIDE and _stand_opposed(low, sides, one, two):
                break  # "L 2 s, R 6 s": of two sides, not of two times
            way = _in_order if one.kind in (FIGURE, LEVEL) else _compared if one.kind == SIDE else None
            if way is not None and (pair := way(terms, one, two, ways)) is not None:
                pairs.extend(_end_by_end(ordered, pair))
            break
    return pairs


def _end_by_end(ordered: Sequence[Modifier], pair: Pair) -> Iterator[Pair]:
    """Yield the pair, or of two ranges their starts and their ends: "6-104 (8-96 Fri)"."""
    ends = [[item for item in ordered if (item.first, item.kind) == (one.first, one.kind)] for one in pair[1:3]]
    if pair.one.first == pair.two.first or [len(range_) for range_ in ends] != [2, 2]:
        yield pair
        return
    for one, two in zip(*ends, strict=True):
        if one.value != two.value:
            yield pair._replace(one=one, two=two)


def _stand_opposed(low: Sequence[str], sides: Mapping[int, str], one: Modifier, two: Modifier) -> bool:
    """Each value is told of a side, and of the other's opposite."""
    side = OPPOSITE.get(_side_of(low, sides, one), "")
    return bool(side) and _side_of(low, sides, two) == side


def _side_of(low: Sequence[str], sides: Mapping[int, str], item: Modifier) -> str:
    """Return the side that a value is told of: right before it ("R -12"), or what it is bound to."""
    before = item.first - 1 - (low[item.first - 1] in _SIGNS)
    return sides.get(before) or next((key[5:] for key in item.head if key.startswith(f"{SIDE}:")), "")


def _is_bare_start(terms: Terms, one: Modifier, two: Modifier) -> bool:
    """One is told without its unit: the start behind ("20 seconds, up from 8") or ahead ("from 6 to 4/10")."""
    low = terms.reading.words.low
    if one.family == "number" and (two.family == "ratio" or _is_measure(two)):
        going = low[one.last : two.first] in (["to"], ["\u2192"], ["->"], [">"])
        if going or two.family != "ratio":
            return going
        return low[two.first - 2 : two.first] in (["up", "from"], ["down", "from"])
    between = low[one.last : two.first - has_point(low, two)]
    was = bool(between) and between[-1] in _WAS
    dated = was and not _FORMER.isdisjoint(between[:-1]) and FULL_STOPS.isdisjoint(between)  # "on Friday it was 6"
    former = between[-1:] == ["from"] or dated or (was and low[two.first - 2] in (",", "(", ";"))
    measured = _is_measure(one) or (one.family == "ratio" and low[two.first - 1] != "from")
    return two.family == "number" and measured and former and (dated or len(between) < 5)


def _is_measure(item: Modifier) -> bool:
    return item.family.partition(" ")[0] in _MEASURED


def _in_order(terms: Terms, one: Modifier, two: Modifier, ways: frozenset[int]) -> Pair | None:
    """Tell which of two values came first: by the words before and between them, else by their order.

    What stands in two sentences, or with another thing named between, is no pair.
    """
    low = terms.reading.words.low
    if one.first == two.first:  # read as one range: "gone from 30 to 42"
        told = low[one.first - 1] == "from" and "to" in low[one.first : one.last] and not _is_range(low, one, two)
        return Pair("before", one, two, told)
    between = [low[at] for at in range(one.last, two.first) if at not in ways]
    if between[:1] == ["now"]:  # it dates the former: "28 pounds now and was 40 at evaluation"
        between = between[1:]
    if has_point(low, two):
        between = between[:-1]
    if not FULL_STOPS.isdisjoint(between) or between == ["-"]:
        return None  # "6-91" is a range of motion
    if not _VERSUS.isdisjoint(between):
        return _set_against(low, one, two)
    if any(word in ("to", "with") and before in _AGAINST for before, word in pairwise(between)):
        if is_dated_last(low, two.last):
            return Pair("before", one, two, True)  # "at the start 88, compared with 102 at the end"
        return Pair("before", two, one, True)  # "6, as opposed to 0"
    if "(" in between:
        return _in_brackets(terms, one, two)
    if ")" in between:
        return None  # "L 95 (R 150) > 110": what goes on is what stands before the brackets
    named = any(low[terms.place[at]] not in DAYS for at in terms.claiming(one.last, two.first))  # "on Friday"
    after = "after" in between and between[between.index("after") + 1 :][:1] in (["which"], ["that"])
    returned = len(between) > 1 and between[-1] == "to" and between[-2] in _RETURNING
    from_to = (low[max(0, one.first - 1) : one.first] == ["from"] and "to" in between) or returned
    if from_to or after or between == ["to"] or any(word in _ONWARD for word in between):
        return Pair("before", one, two, True)
    cue = next((at for at, word in enumerate(between) if word in _BACKWARD and word != "from"), None)
    if cue is not None and "," in between[cue + 1 :]:
        return Pair("before", one, two, True)  # "moderate initially, minimal by the end": it dates the former
    was = between[-1:] in (["was"], ["were"], ["been"]) and "and" not in between and not named
    back = {word for word in between if word in _BACKWARD}
    if "from" not in _without_dating(between)[-2:] or (named and (")" in between or _goes_on(low, two))):
        back.discard("from")  # "0.16 at evaluation, and the Berg went from 19": of another measure
    if was or back:
        return Pair("before", two, one, True)
    if named or is_joined(low, one, two):
        return None
    if is_dated_first(low, two.first, two.last) and not is_dated_first(low, one.first, one.last):
        return Pair("before", two, one, False)  # "7/10 end, 3/10 start", "17, IE 15"
    return Pair("before", one, two, False)


def has_point(low: Sequence[str], item: Modifier) -> bool:
    """The point of ".55" stands before it as a word of its own."""
    return low[item.first - 1] == "." and item.value.startswith("0.")


def _goes_on(low: Sequence[str], item: Modifier) -> bool:
    """The value is the start of its own change, "from 72 to 94", and another thing is told before it."""
    return low[item.last : item.last + 1] == ["to"] and "".join(low[item.last + 1 : item.last + 2])[:1].isdecimal()


def _without_dating(words: Sequence[str]) -> Sequence[str]:
    """Return words without those at their end that date the value behind: "from an earlier", "from last week's"."""
    end = len(words)
    while end and words[end - 1] in _DATING:
        end -= 1
    return words[:end]


def _set_against(low: Sequence[str], one: Modifier, two: Modifier) -> Pair | None:
    """Of "1x vs 4x last week" the one that is dated as former came first; else the second, as with "compared with"."""
    if not _FORMER.isdisjoint(low[two.last : two.last + _VERSUS_REACH]):
        return Pair("before", two, one, True)
    if not _FORMER.isdisjoint([*low[max(0, one.first - 2) : one.first], *low[one.last : two.first]]):
        return Pair("before", one, two, True)
    return Pair("before", two, one, True)


def is_joined(low: Sequence[str], one: Modifier, two: Modifier) -> bool:
    """Two values are told of one time: "earlier it was 5 and 1"."""
    one, two = (one, two) if one.first <= two.first else (two, one)
    return low[one.last : two.first] in _JOINING


def _is_range(low: Sequence[str], one: Modifier, two: Modifier) -> bool:
    """The former value is a range itself: "twice a night, down from four to five", "now 8, up from 5 to 6"."""
    way = _WAYS.get(low[one.first - 2])
    if way is None or not (one.value.isdecimal() and two.value.isdecimal()):
        return False
    begin = begin_of(low, one.first - 2, FULL_STOPS)
    before = [word for word in low[begin : one.first - 2] if word[0].isdecimal() or word in NUMBER_WORDS]
    return (int(two.value) - int(one.value)) * way < 0 or (bool(before) and low[one.first - 3] in (",", "(", "-"))


def _in_brackets(terms: Terms, one: Modifier, two: Modifier) -> Pair | None:
    """What stands in brackets with a former day is the former value: "29 (24 adm)"; else nobody can tell."""
    low = terms.reading.words.low
    end = next((at for at in range(two.last, min(len(low), two.last + _BRACKET_REACH)) if low[at] == ")"), two.last)
    around = low[one.last : two.first] + low[two.last : end]
    dated = any(terms.reading.mentions[at].sense.kind in _DATES for at in terms.reading.between(two.last, end))
    if _AIMED.isdisjoint(around) and (dated or not _FORMER.isdisjoint(around)):
        return Pair("before", two, one, True)
    return None


def _compared(terms: Terms, one: Modifier, two: Modifier, _: frozenset[int]) -> Pair | None:
    low = terms.reading.words.low
    between = [low[at] for at in range(one.last, two.first) if not _goes_between_amounts(terms, at)]
    if not FULL_STOPS.isdisjoint(between):
        return None
    than = "than" in between or "versus" in between
    around = _graded(low, one.first, two.first) if than else []
    if "<" in between or any(word in _LESS for word in around):
        return Pair("exceeds", two, one, True)
    if not _EXCEEDING.isdisjoint(between) or any(word in MORE or is_comparative(word) for word in around):
        return Pair("exceeds", one, two, True)
    return None


def _goes_between_amounts(terms: Terms, at: int) -> bool:
    """The sign goes from one amount or figure to the next, and compares no sides: "bil canes min A>CGA, L toe"."""
    low = terms.reading.words.low
    if low[at] not in (">", "<") or at + 1 >= len(low):
        return False
    near = [*terms.reading.between(max(0, at - 2), at), *terms.reading.between(at + 1, at + 2)]
    levels = [number for number in near if terms.reading.mentions[number].sense.kind == "level"]
    return len(levels) > 1 or (low[at - 1][0].isdecimal() and low[at + 1][0].isdecimal())


def _graded(low: Sequence[str], first: int, last: int) -> list[str]:
    """Return the words up to `last` that may say what is more, from the clause before `first` on.

    Thus: "more were missed on the left than on the right". "Less quickly" is told as "slower" is.
    """
    start = begin_of(low, first, SPLITS, max(0, first - _COMPARED_REACH))
    return ["more" if low[at] == "less" and low[at + 1] in _GRADED else low[at] for at in range(start, last)]


def is_comparative(word: str) -> bool:
    """A word that says more of something: "tighter", "stiffer"; not "other", "lower"."""
    return word.endswith("er") and word not in _NO_COMPARATIVES and word not in _LESS
