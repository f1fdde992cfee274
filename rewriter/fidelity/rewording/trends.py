"""Words of rising and falling, held against the figures beside them.

"Came down from 14 to 9 degrees" says no more than the note's "9 deg, was 14": the figures carry the change, and they
are compared on their own. What rises while its figures fall is untrue, whoever has the word.
"""

from bisect import bisect_left
from typing import NamedTuple

from rewriter.fidelity.texts.amounts import AMOUNTS, is_amount, is_help
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.mentions import QUANTITIES, TROUBLES
from rewriter.reading.quantities import NUMBER_WORDS

_UP = frozenset(
    "rise rises rose risen rising climb climbs climbed climbing increase increases increased increasing up higher "
    "grew grown greater more longer".split()
)
_DOWN = frozenset(
    "fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline "
    "declines "
    "declined declining down lower lowered less fewer reduced reducing reduction shorter shortened "
    "shrank shrinks shrunk sank sinks lessened dwindled".split()
)
# Down where less is better, as of a symptom or an error; nothing else tells whether a fall is good.
_BETTER = frozenset(
    "eased eases easing improved improves improving better settled settling settles subsided subsiding relieved "
    "lessened "
    "calmed".split()
)
_WORSE = frozenset("worse worsened worsens worsening aggravated".split())
_SAME = frozenset("unchanged same identical still stable constant remains remained remaining stays stayed".split())
_GAINED = frozenset("improvement improvements gain gains progress progressed progressing advance".split())
_VALUING = _BETTER | _WORSE | _GAINED
# What a change is told from: "an improvement on last week's", "improved to 55 compared with 40".
_FROM = frozenset("from on over than against with versus vs".split())
CHANGES = _UP | _DOWN | _BETTER | _WORSE
_BAD = frozenset(
    "pain headache dizziness nausea fatigue sway tone error errors symptoms symptom effort falls freezes".split()
)
_REACH, _BACK, _LATELY = 4, 40, 12
_WAYS, _ASIDE, _TIMES = frozenset({"up", "down"}), frozenset({",", "("}), {"count", "frequency"}
_STOPS = frozenset(".;\n\u2022")
_LADDER = {
    name: place
    for place, name in enumerate(
        "dependent maximal moderate minimal contact_guard standby supervision modified_independent independent".split()
    )
}


class _Figure(NamedTuple):
    first: int
    last: int
    kind: str
    value: float


def follows_figures(terms: Terms, index: int) -> bool:
    """Tell whether a term is a word of change that two figures of its sentence bear out."""
    at = terms.place[index]
    low = terms.reading.words.low
    if low[at] in _SAME:
        start, end = _start_and_end(terms, at)
        return start is not None and end is not None and start.value == end.value
    return (low[at] in CHANGES or low[at] in _GAINED) and _agrees(terms, at) is True


def is_valued(terms: Terms, index: int) -> bool:
    """A term calls a change of figures better or worse, and nothing tells which way is good: "improved to 36 s"."""
    at = terms.place[index]
    if terms.reading.words.low[at] not in _VALUING:
        return False
    start, end = _start_and_end(terms, at)
    return start is not None and end is not None and start.value != end.value and _agrees(terms, at) is None


def _agrees(terms: Terms, at: int) -> bool | None:
    """Tell whether the figures change as the word says; None where they do not say."""
    start, end = _start_and_end(terms, at)
    if start is None or end is None or start.value == end.value:
        return None
    word = terms.reading.words.low[at]
    if word in _VALUING:
        good = word not in _WORSE
        if start.kind == "level":
            return (end.value > start.value) == good
        if word in _GAINED and end.kind == "duration" and end.value > start.value:
            return False  # to need longer is no gain, as far as can be told
        return (end.value < start.value) == good if _is_bad(terms, at) else None
    if start.kind == "level":  # less help is more independence: help goes down, the patient comes up
        return end.value > start.value or None
    return (end.value > start.value) == (word in _UP)


def _start_and_end(terms: Terms, at: int) -> tuple[_Figure | None, _Figure | None]:
    """Return the figures that a change goes from and to; without a "from" the last one told before of its kind."""
    low = terms.reading.words.low
    first, last = at, at + 1
    while first > 0 and low[first - 1] not in _STOPS:
        first -= 1
    while last < len(low) and low[last] not in _STOPS:
        last += 1
    behind = _figures(terms, at + 1, last)
    begun = next((one for one in behind if "from" in low[max(at, one.first - _REACH) : one.first]), None)
    ended = next(
        (
            one
            for one in behind
            if one is not begun and "to" in low[max(at, one.first - _REACH) : one.first] and _are_alike(one, begun)
        ),
        None,
    )
    if begun is None:  # "improved to 55 compared with 40", "an improvement on the moderate assistance before"
        begun = next((one for one in behind if one is not ended and _is_set_against(low, at, one, ended)), None)
    before = [one for one in _figures(terms, max(0, at - _BACK), at) if _are_alike(one, begun or ended)]
    if begun is None:
        told = [
            one
            for one in before
            if one.kind not in ("level", "number")
            or (one.kind == "number" and one.first >= first - _LATELY)
            or (one.kind == "level" and ended is not None and one.first >= first)
        ]
        told = [one for one in told if ended is not None and one.kind == ended.kind] or told
        return (told[-1] if told else None), ended
    if ended is None:
        near = [one for one in before if one.first >= first]
        return begun, near[-1] if near else None
    if _is_range_behind(terms, at, begun, ended) and (near := [one for one in before if one.first >= first]):
        return begun, near[-1]
    return begun, ended


def _is_set_against(low: list[str], at: int, one: _Figure, ended: _Figure | None) -> bool:
    """The change is told from this figure, the end being told already or of the same kind before the word."""
    between = low[max(at + 1, one.first - _REACH) : one.first]
    return _are_alike(one, ended) and not _FROM.isdisjoint(between) and (ended is not None or low[at + 1] in _FROM)


def _is_range_behind(terms: Terms, at: int, low_end: _Figure, high_end: _Figure) -> bool:
    """Behind a mark the figures told as former are one range: "twice a night, down from four to five times"."""
    low = terms.reading.words.low
    aside = low[at] in _WAYS and low[at - 1] in _ASIDE and low[at + 1 : at + 2] == ["from"]
    return aside and low_end.value < high_end.value and high_end.first <= low_end.first + 2


def _are_alike(one: _Figure, other: _Figure | None) -> bool:
    """Figures of one kind; a bare number is of any, but an amount of assistance is no figure."""
    return (
        other is None
        or one.kind == other.kind
        or {one.kind, other.kind} == _TIMES
        or ("level" not in (one.kind, other.kind) and "number" in (one.kind, other.kind))
    )


def _figures(terms: Terms, first: int, last: int) -> list[_Figure]:
    low = terms.reading.words.low
    found: dict[int, _Figure] = {}
    for index in terms.reading.between(first, last):
        sense, begin, end = terms.reading.mentions[index]
        value = (
            _LADDER.get(sense.group)
            if sense.kind == "level"
            else _value(low[begin])
            if sense.kind in QUANTITIES
            else None
        )
        if value is not None:
            found.setdefault(begin, _Figure(begin, end, sense.kind, float(value)))
            if low[begin + 1 : begin + 2] == ["to"] and begin + 2 < end and (far := _value(low[begin + 2])) is not None:
                found[begin + 2] = _Figure(begin + 2, end, sense.kind, far)  # "from 92 to 118" is read as a range
    covered = {at for one in found.values() for at in range(one.first, one.last)}
    helped = any(map(is_help, low[max(0, first - _BACK) : last]))
    for at in range(first, last):
        if at in covered:
            continue
        if helped and is_amount(low[at], source=False):
            found[at] = _Figure(at, at + 1, "level", float(_LADDER[AMOUNTS[low[at]]]))
        elif (value := _value(low[at])) is not None:
            found[at] = _Figure(at, at + 1, "number", value)
    return [found[begin] for begin in sorted(found)]


def _value(low: str) -> float | None:
    """Return the figure that a word begins with: 138 for "138/76"."""
    if low in NUMBER_WORDS:
        return float(NUMBER_WORDS[low])
    digits = low[: next((i for i, letter in enumerate(low) if letter not in "0123456789."), len(low))]
    return float(digits) if digits.count(".") < 2 and digits.strip(".") else None


def _is_bad(terms: Terms, at: int) -> bool:
    """The sentence tells of what is better when less."""
    number = terms.sentence_at(at)
    if number < 0:
        return False
    span = terms.reading.sentences[number]
    inside = range(bisect_left(terms.place, span.first), bisect_left(terms.place, span.last))
    words = terms.reading.words.low[span.first : span.last]
    return not _BAD.isdisjoint(words) or any(terms.kind(one) in TROUBLES for one in inside)
