"""Steps: what was done first and what after it.

A step that the rewrite tells and the note tells the other way round was reversed.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from rewriter.english import ARTICLES
from rewriter.fidelity.texts.bounds import begin_of, end_of
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.fidelity.texts.values import VISITS, WEEKS
from rewriter.punctuation import FULL_STOPS, SENTENCE_ENDS
from rewriter.reading.quantities.numerals import NUMBER_WORDS

_STEPS = (
    ("then",),
    ("\u2192",),
    ("->",),
    (">",),
    ("switched", "to"),
    ("changed", "to"),
    ("swapped", "for"),
    ("exchanged", "for"),
    ("replaced", "by"),
    ("replaced", "with"),
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
_GOING = frozenset({"to", "->", "\u2192", ">"})
# Between two of these "to" tells a way: "wheelchair to mat".
_PLACES = frozenset({"surface", "device", "equipment", "position", "function"})
_TOWARD = frozenset({"to", "into", "onto"})
_STEP_REACH = 8
# What is told first ("the first 2", "table work first"), and the words for what came after it, behind or before them.
_FIRST = frozenset({"first", "initially"})
_LATER = frozenset("then second next afterwards afterward thereafter later subsequently last".split())
_LATE = (("after", "that"), ("after", "which"), ("from", "there"), ("for", "the", "rest"))
_OCCASIONS = WEEKS | VISITS | {"time", "night", "day", "half", "set", "rep", "row"}
# What opens a line or a sentence and says which came first: "Started with slow rocking", "Next: kneeling".
_OPENING_FIRST = (("first", ":"), ("first", ","), ("started", "with"), ("began", "with"), ("starting", "with"),
                  ("opened", "with"), ("initially", ","), ("first", "came"))  # fmt: skip
_OPENING_LATE = (("next", ":"), ("next", ","), ("then", ":"), ("then", ","), ("last", ":"), ("finally", ","),
                 ("finished", "with"), ("ended", "with"), ("closed", "with"), ("concluded", "with"),
                 ("finishing", "with"), ("after", "that"), ("next", "came"))  # fmt: skip
_OPENED = FULL_STOPS | {"-"}
_PARTED = FULL_STOPS | {",", "and", "but", "while", "(", ")"}
_MOST_PARTS, _MOST_CLAIMS, _MOST_RUN = 5, 6, 3


class Step(NamedTuple):
    """Two terms in the order of time: the earlier and the later, and the words between which it is said."""

    earlier: int
    later: int
    first: int
    last: int


def find_steps(terms: Terms) -> list[Step]:
    """Return what a text tells in the order of time: "rice, then Velcro", "from rice to Velcro"."""
    low = terms.reading.words.low
    steps: list[Step] = []
    for at in terms.reading.at_any(_STARTS):
        for form in _STARTS[low[at]]:
            if tuple(low[at : at + len(form)]) == form:
                steps += _steps(terms, at, at + len(form))
        if low[at] == "from" and "to" in low[at + 2 : end_of(low, at, FULL_STOPS, at + _STEP_REACH)]:
            to = low.index("to", at + 2)
            steps += _steps(terms, to, to + 1)
    for at in terms.reading.at_any(_TOWARD):
        steps += _ways(terms, at)
    return [*steps, *_late_steps(terms), *_opened_steps(terms)]


def _opened_steps(terms: Terms) -> Iterator[Step]:
    """Yield what one sentence tells as first and another as later: "Started with rocking. Next: kneeling"."""
    low = terms.reading.words.low
    opened: dict[bool, list[int]] = {True: [], False: []}
    for at in (0, *[mark + 1 for mark in terms.reading.at_any(_OPENED)]):
        if at < len(low) - 2:
            pair = (low[at], low[at + 1])
            if pair in _OPENING_FIRST or pair in _OPENING_LATE:
                part = (at + 2, _parts(low, at + 2)[0][1])
                opened[pair in _OPENING_FIRST] += terms.claiming(*part)[:_MOST_CLAIMS]
    for one in opened[True]:
        for two in opened[False]:
            yield Step(
                one, two, min(terms.place[one], terms.place[two]) - 2, max(terms.place[one], terms.place[two]) + 1
            )


def _late_steps(terms: Terms) -> Iterator[Step]:
    """Yield what is told first and what after that, in parts of one sentence: "swing first; table work after that"."""
    low = terms.reading.words.low
    for at in terms.reading.at_any(_FIRST):
        parts = _parts(low, at)
        late = next((part for part in parts[1:] if _is_late(low, *part)), None)
        if late is None:
            continue
        one, two = (terms.claiming(*part)[:_MOST_CLAIMS] for part in (parts[0], late))
        yield from (Step(i, j, terms.place[i], terms.place[j] + 1) for i in one for j in two)


def _parts(low: Sequence[str], at: int) -> list[tuple[int, int]]:
    """Return the part of the sentence around a word, and those behind it."""
    first, last = begin_of(low, at, _PARTED), at
    parts = []
    while last < len(low) and low[last] not in SENTENCE_ENDS:
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


def _ways(terms: Terms, to: int) -> Iterator[Step]:
    """Yield the way from one place to the other that stands right behind "to"."""
    low = terms.reading.words.low
    behind = to + 1 + (low[to + 1 : to + 2] != [] and low[to + 1] in ARTICLES)
    start, goal = ({terms.place[at]: at for at in terms.claiming(place, place + 1)} for place in (to - 1, behind))
    if start and goal:
        one, two = start[to - 1], goal[behind]
        if terms.kind(one) in _PLACES and terms.kind(two) in _PLACES:
            yield Step(one, two, to - 1, behind + 1)


def _steps(terms: Terms, first: int, last: int) -> Iterator[Step]:
    """Yield the nearest terms before and behind the words `first:last`, with what stands at them."""
    low = terms.reading.words.low
    before = next((i for i in range(bisect_left(terms.place, first) - 1, -1, -1) if terms.claims[i]), None)
    after = next((i for i in range(bisect_left(terms.place, last), len(terms.place)) if terms.claims[i]), None)
    if before is None or after is None or terms.place[after] - last > _STEP_REACH:
        return
    if low[last - 1] in _GOING and _is_number(low, first - 1) and _is_number(low, last):
        return  # "from 80 to 92" tells of a value, not of what was done next
    if any(mark in SPLITS - {",", "."} for mark in low[terms.place[before] : first]):
        return
    for one, two in product(_run(terms, before, -1), _run(terms, after, 1)):
        yield Step(one, two, terms.place[one], terms.place[two] + 1)


def _run(terms: Terms, index: int, way: int) -> list[int]:
    """Return a term and the claims that stand at it without a word between: "the legs alone"."""
    found = [index]
    while 0 <= index + way < len(terms.place) and terms.place[index + way] == terms.place[index] + way:
        index += way
        if terms.claims[index]:
            found.append(index)
    return found[:_MOST_RUN]


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
