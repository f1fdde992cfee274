"""Order and comparison: what came first, what is more than what.

Both texts are read for pairs: (the earlier, the later) and (the more, the less). A pair that the rewrite tells and the
note tells the other way round was reversed. Where the note only writes one after the other, that is its order.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rewriter.fidelity.rewording.sided import ways_between
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, SIDE, Modifier
from rewriter.fidelity.texts.most import says_most
from rewriter.fidelity.texts.shelf import agree
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.numerals import NUMBER_WORDS

_ONWARD = frozenset(
    "\u2192 -> > then now next later finally subsequently afterwards eventually progressing progressed advanced ended "
    "finished".split()
)
_BACKWARD = frozenset("previously formerly initially from".split())
_MEASURED = frozenset({"duration", "distance", "rate", "angle", "percent", "count", "load"})
_AGAINST = frozenset({"opposed", "compared", "relative"})
# What dates the value beside it in brackets, and what says that it is none of the past.
_FORMER = frozenset(
    "adm admission admit eval evaluation initial initially start soc baseline last prev previous previously prior "
    "before pre was were yesterday yest ago plof intake mon monday tue tues tuesday wed wednesday thu thur thurs "
    "thursday fri friday sat saturday sun sunday january february april june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_AIMED = frozenset("goal ltg stg target by max norm normal limit aim then post after".split())
_BRACKET_REACH = 6
_TIED = (1, 2)  # words between a start and its end: "->", "up to"
_COMPARED_REACH = 9
_RETURNING = frozenset(
    "back down up returned returning settled going moving progressing changing falling dropping rising climbing "
    "decreasing increasing improving declining easing fell dropped rose climbed decreased increased improved declined "
    "eased went moved changed".split()
)
_WAYS = {"down": -1, "up": 1}
_WAS = frozenset("was were been prev previously prior".split())
_DATES = frozenset({"date", "ratio"})  # "21 s 10/4": what is read as a ratio has no place behind a value
_BREAKS = frozenset(".;\n!?")
_FALLING = frozenset(
    "decreased decreasing decrease dropped dropping drop fell falling fall down reduced reduction lower lowered less "
    "declined went came".split()
)
_RISING = frozenset("increased increasing increase rose rising rise up higher more climbed climbing went came".split())
_UNCHANGED = frozenset("same unchanged remained still stayed constant again".split())
_MORE = frozenset("> greater more worse longer better higher stronger larger".split())
_NO_COMPARATIVES = frozenset("other after under over rather either neither whether finger lower upper shoulder".split())
_LESS = frozenset("< less fewer smaller shorter lower weaker milder".split())
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


def find_pairs(terms: Terms, modifiers: Sequence[Modifier]) -> list[Pair]:
    """Return the ordered and the compared pairs of a text."""
    pairs = []
    ordered = sorted(modifiers, key=lambda item: item.first)
    low = terms.reading.words.low
    ways = frozenset(  # "from right to left" tells a way, no order of values
        at for way in ways_between(low, ordered) for at in range(way.first - (low[way.first - 1] == "from"), way.last)
    )
    for index, one in enumerate(ordered):
        for two in ordered[index + 1 :]:
            if two.first >= one.last + 14:
                break
            if one.kind != two.kind or one.value == two.value:
                continue
            if one.family != two.family and not _is_bare_start(terms, one, two):
                continue
            way = _in_order if one.kind in (FIGURE, LEVEL) else _compared if one.kind == SIDE else None
            if way is not None and (pair := way(terms, one, two, ways)) is not None:
                pairs.append(pair)
            break
    return pairs


def _is_bare_start(terms: Terms, one: Modifier, two: Modifier) -> bool:
    """One is told without its unit: the start behind ("20 seconds, up from 8") or ahead ("from 6 to 4/10")."""
    low = terms.reading.words.low
    if one.family == "number" and (two.family == "ratio" or _is_measure(two)):
        going = low[one.last : two.first] in (["to"], ["\u2192"], ["->"])
        if going or two.family != "ratio":
            return going
        return low[two.first - 2 : two.first] in (["up", "from"], ["down", "from"])
    former = low[two.first - 1] == "from" or (low[two.first - 1] in _WAS and low[two.first - 2] in (",", "(", ";"))
    measured = _is_measure(one) or (one.family == "ratio" and low[two.first - 1] != "from")
    return two.family == "number" and measured and former and two.first - one.last < 5


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
    if not _BREAKS.isdisjoint(between):
        return None
    if any(word in ("to", "with") and before in _AGAINST for before, word in pairwise(between)):
        return Pair("before", two, one, True)  # "6, as opposed to 0"
    if "(" in between:
        return _in_brackets(terms, one, two)
    named = any(terms.claims[bisect_left(terms.place, one.last) : bisect_left(terms.place, two.first)])
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
    if "from" not in between[-2:] or (named and ")" in between):
        back.discard("from")  # "0.16 at evaluation, and the Berg went from 19": of another measure
    if was or back:
        return Pair("before", two, one, True)
    return None if named else Pair("before", one, two, False)


def _is_range(low: Sequence[str], one: Modifier, two: Modifier) -> bool:
    """The former value is a range itself: "twice a night, down from four to five", "now 8, up from 5 to 6"."""
    way = _WAYS.get(low[one.first - 2])
    if way is None or not (one.value.isdecimal() and two.value.isdecimal()):
        return False
    begin = one.first - 2
    while begin and low[begin - 1] not in _BREAKS:
        begin -= 1
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
    between = low[one.last : two.first]
    than = "than" in between or "versus" in between
    around = _graded(low, one.first, two.first) if than else []
    if "<" in between or any(word in _LESS for word in around):
        return Pair("exceeds", two, one, True)
    if ">" in between or any(word in _MORE or _is_comparative(word) for word in around):
        return Pair("exceeds", one, two, True)
    return None


def _graded(low: Sequence[str], first: int, last: int) -> list[str]:
    """Return the words up to `last` that may say what is more, from the clause before `first` on.

    Thus: "more were missed on the left than on the right". "Less quickly" is told as "slower" is.
    """
    start = first
    while start > max(0, first - _COMPARED_REACH) and low[start - 1] not in SPLITS:
        start -= 1
    return ["more" if low[at] == "less" and low[at + 1] in _GRADED else low[at] for at in range(start, last)]


def _is_comparative(word: str) -> bool:
    """A word that says more of something: "tighter", "stiffer"; not "other", "lower"."""
    return word.endswith("er") and word not in _NO_COMPARATIVES and word not in _LESS


def find_reversed(said: Sequence[Pair], given: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the pairs that the rewrite tells the other way round."""
    by_relation: dict[str, list[Pair]] = {}
    for other in given:
        by_relation.setdefault(other.relation, []).append(other)
    for pair in said:
        alike = by_relation.get(pair.relation) if pair.told else None
        if not alike:
            continue
        if any(agree(pair.one, other.one) and agree(pair.two, other.two) for other in alike):
            continue
        turned = any(agree(pair.one, other.two) and agree(pair.two, other.one) for other in alike)
        if turned or _is_mispaired(pair, alike):
            yield pair


def _is_mispaired(pair: Pair, alike: Sequence[Pair]) -> bool:
    """Start and end are of two other pairs: "from 80 to 32" for the note's "20->32, 80->92"."""
    told = [other for other in alike if other.told]
    starts = [other for other in told if agree(pair.one, other.one)]
    ends = [other for other in told if agree(pair.two, other.two)]
    return (
        bool(starts and ends)
        and pair.one.kind == FIGURE
        and pair.two.first - pair.one.last in _TIED
        and not any(agree(pair.two, other.one) for other in starts + ends)
        and not any(agree(pair.one, other.two) for other in starts + ends)
    )


def find_directions(said: Terms, pairs: Sequence[Pair], given: Sequence[Pair]) -> set[int]:
    """Return the places of words that only say which way two figures of the note went ("fell from 6 to 3")."""
    places = set()
    for pair in pairs:
        if pair.relation != "before" or pair.one.kind != FIGURE or not _in_any_order(pair, given):
            continue
        way = _way(_signed(said, pair.one), _signed(said, pair.two))
        sentence = said.sentence_at(pair.one.first)
        here = said.place[bisect_left(said.sentence, sentence) : bisect_right(said.sentence, sentence)]
        places |= {place for place in here if said.reading.words.low[place] in way}
    return places


def _signed(terms: Terms, item: Modifier) -> str:
    """Return a value with the minus that stands before it: "RASS 0, falling to -1"."""
    words = terms.reading.words
    at = item.first
    minus = at > 0 and words.low[at - 1] == "-" and words.gap[at] == "" and (at < 2 or words.gap[at - 1] != "")
    return f"-{item.value}" if minus else item.value


def _in_any_order(pair: Pair, given: Sequence[Pair]) -> bool:
    """The note tells the same pair, in the same order."""
    return any(
        other.relation == pair.relation and agree(pair.one, other.one) and agree(pair.two, other.two) for other in given
    )


def _way(earlier: str, later: str) -> frozenset[str]:
    """Return the words for going from one value to another; none where they cannot be compared."""
    try:
        before, after = (float(value.partition("/")[0]) for value in (earlier, later))
    except ValueError:
        return frozenset()
    return _FALLING if after < before else _RISING if after > before else _UNCHANGED


def find_lost_comparisons(given: Sequence[Pair], said: Sequence[Pair], terms: Terms | None = None) -> Iterator[Pair]:
    """Yield what the note tells as more on one side than on the other and the rewrite does not compare."""
    for pair in given:
        if pair.relation != "exceeds" or any(other.relation == "exceeds" for other in said):
            continue
        if terms is None or not says_most(terms, pair.one.value):
            yield pair


class Step(NamedTuple):
    """Two terms in the order of time: the earlier and the later, and the words between which it is said."""

    earlier: int
    later: int
    first: int
    last: int


_STEPS = (
    ("then",),
    ("\u2192",),
    ("->",),
    ("followed", "by"),
    ("progressing", "to"),
    ("progressed", "to"),
    ("advancing", "to"),
    ("advanced", "to"),
    ("moving", "on", "to"),
    ("moved", "on", "to"),
    ("moving", "to"),
    ("after", "that"),
    ("next", "came"),
    ("next", "was"),
    ("and", "later"),
    ("before", "moving", "to"),
)
_STARTS = {word: tuple(form for form in _STEPS if form[0] == word) for word in ("from", *(form[0] for form in _STEPS))}
_GOING = frozenset({"to", "->", "\u2192"})
_STEP_REACH = 8
# What is told first ("the first 2", "table work first"), and the words for what came after it, behind or before them.
_FIRST = frozenset({"first", "initially"})
_LATER = frozenset("then second next afterwards afterward thereafter later subsequently last".split())
_LATE = (("after", "that"), ("after", "which"), ("from", "there"), ("for", "the", "rest"))
_OCCASIONS = frozenset("week wk month mo year visit session time treatment tx night day half set rep row".split())
# What opens a line or a sentence and says which came first: "Started with slow rocking", "Next: kneeling".
_OPENING_FIRST = (("first", ":"), ("first", ","), ("started", "with"), ("began", "with"), ("starting", "with"),
                  ("opened", "with"), ("initially", ","), ("first", "came"))  # fmt: skip
_OPENING_LATE = (("next", ":"), ("next", ","), ("then", ":"), ("then", ","), ("last", ":"), ("finally", ","),
                 ("finished", "with"), ("ended", "with"), ("closed", "with"), ("concluded", "with"),
                 ("finishing", "with"), ("after", "that"), ("next", "came"))  # fmt: skip
_FULL_STOPS = frozenset(".\n!?")
_OPENED = _FULL_STOPS | {"-", "\u2022", ";"}
_PARTED = _FULL_STOPS | {",", ";", "and", "but", "while", "(", ")"}
_MOST_PARTS, _MOST_CLAIMS = 5, 6


def find_steps(terms: Terms) -> list[Step]:
    """Return what a text tells in the order of time: "rice, then Velcro", "from rice to Velcro"."""
    low = terms.reading.words.low
    steps = []
    for at in [at for at, word in enumerate(low) if word in _STARTS]:
        for form in _STARTS[low[at]]:
            if tuple(low[at : at + len(form)]) == form:
                steps.append(_step(terms, at, at + len(form)))
        if low[at] == "from" and "to" in low[at + 2 : at + _STEP_REACH]:
            to = low.index("to", at + 2)
            steps.append(_step(terms, to, to + 1))
    return [*(step for step in steps if step is not None), *_late_steps(terms), *_opened_steps(terms)]


def _opened_steps(terms: Terms) -> Iterator[Step]:
    """Yield what one sentence tells as first and another as later: "Started with rocking. Next: kneeling"."""
    low = terms.reading.words.low
    opened: dict[bool, list[int]] = {True: [], False: []}
    for at in range(len(low) - 2):
        if at == 0 or low[at - 1] in _OPENED:
            pair = (low[at], low[at + 1])
            if pair in _OPENING_FIRST or pair in _OPENING_LATE:
                part = (at + 2, _parts(low, at + 2)[0][1])
                opened[pair in _OPENING_FIRST] += _claims(terms, *part)
    for one in opened[True]:
        for two in opened[False]:
            yield Step(
                one, two, min(terms.place[one], terms.place[two]) - 2, max(terms.place[one], terms.place[two]) + 1
            )


def _late_steps(terms: Terms) -> Iterator[Step]:
    """Yield what is told first and what after that, in parts of one sentence: "swing first; table work after that"."""
    low = terms.reading.words.low
    for at in [at for at, word in enumerate(low) if word in _FIRST]:
        parts = _parts(low, at)
        late = next((part for part in parts[1:] if _is_late(low, *part)), None)
        if late is None:
            continue
        one, two = (_claims(terms, *part) for part in (parts[0], late))
        yield from (Step(i, j, terms.place[i], terms.place[j] + 1) for i in one for j in two)


def _parts(low: Sequence[str], at: int) -> list[tuple[int, int]]:
    """Return the part of the sentence around a word, and those behind it."""
    first, last = at, at
    while first > 0 and low[first - 1] not in _PARTED:
        first -= 1
    parts = []
    while last < len(low) and low[last] not in _FULL_STOPS:
        if low[last] in _PARTED:
            parts.append((first, last))
            first = last + 1
        last += 1
    return [*parts, (first, last)][:_MOST_PARTS]


def _is_late(low: Sequence[str], first: int, last: int) -> bool:
    part = [word for word, behind in pairwise((*low[first:last], ".")) if behind not in _OCCASIONS]  # "last week"
    return not _LATER.isdisjoint(part) or any(
        tuple(part[at : at + len(form)]) == form for form in _LATE for at in range(len(part))
    )


def _claims(terms: Terms, first: int, last: int) -> list[int]:
    inside = range(bisect_left(terms.place, first), bisect_left(terms.place, last))
    return [at for at in inside if terms.claims[at]][:_MOST_CLAIMS]


def _step(terms: Terms, first: int, last: int) -> Step | None:
    """Return the nearest terms before and behind the words `first:last`."""
    low = terms.reading.words.low
    before = next((i for i in range(bisect_left(terms.place, first) - 1, -1, -1) if terms.claims[i]), None)
    after = next((i for i in range(bisect_left(terms.place, last), len(terms.place)) if terms.claims[i]), None)
    if before is None or after is None or terms.place[after] - last > _STEP_REACH:
        return None
    if low[last - 1] in _GOING and _is_number(low, first - 1) and _is_number(low, last):
        return None  # "from 80 to 92" tells of a value, not of what was done next
    if any(mark in SPLITS - {",", "."} for mark in low[terms.place[before] : first]):
        return None
    return Step(before, after, terms.place[before], terms.place[after] + 1)


def _is_number(low: Sequence[str], at: int) -> bool:
    return 0 <= at < len(low) and (low[at][0].isdecimal() or low[at] in NUMBER_WORDS)


def find_reversed_steps(said: Terms, note: Terms) -> Iterator[Step]:
    """Yield the steps of the rewrite that the note tells the other way round."""
    given = [(set(note.keys[step.earlier]), set(note.keys[step.later])) for step in find_steps(note)]
    if not given:
        return
    for step in find_steps(said):
        one, two = set(said.keys[step.earlier]), set(said.keys[step.later])
        same = any(one & earlier and two & later for earlier, later in given)
        if not same and any(one & later and two & earlier for earlier, later in given):
            yield step
