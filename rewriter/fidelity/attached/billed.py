"""What is billed: a rewrite may tell the units of the note or of the visit, and each code's own minutes; no others."""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.mentions import QUANTITIES, Mention
from rewriter.visit import Visit

_BEHIND_CODE = 3
_LEADING = frozenset({"of", "for", "to", "under", "minutes", "min"})
_TELLING = frozenset({",", ":", "for", "-", "=", "was", "at"})
_FEWEST, _MINUTE = 2, 60
_COUNTS = frozenset({"count", "number", "units"})
_BILLED = frozenset("bill billed billing billable charge charged charges units unit u".split())


def find_misbilled(said: Terms, texts: Sequence[Terms], visit: Visit) -> Iterator[Mention]:
    """Yield the units of the rewrite that neither the texts nor the visit have.

    A text has them as units, or as the count beside a code or a word for billing: "97112 x3", "billed 3".
    """
    told = [said.reading.mentions[at] for at in said.reading.having("units")]
    if not told:
        return
    known = {str(count) for count in (visit.units, *visit.units_by_code.values()) if count is not None}
    for terms in texts:
        known |= set(_billed(terms))
    for mention in told:
        if mention.sense.id not in known:
            yield mention


def find_exchanged_minutes(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) that tell with a code the minutes that the note has with another of its codes."""
    given = {code: minutes for code, minutes, _, _ in _minutes(note)}
    if len(set(given.values())) < _FEWEST:
        return
    for code, minutes, first, last in _minutes(said):
        if given.get(code, minutes) != minutes and minutes in given.values():
            yield first, last


def _minutes(terms: Terms) -> Iterator[tuple[str, str, int, int]]:
    """Yield (code, minutes, first, last) of each code with its minutes: "97112 25", "97112, 25;", "25 of 97112"."""
    reading = terms.reading
    low = reading.words.low
    figures = [reading.mentions[at] for at in (*reading.having("number"), *reading.having("duration"))]
    for at in reading.having("code"):
        sense, first, last = reading.mentions[at]
        before = [one for one in figures if one.last < first and _LEADING.issuperset(low[one.last : first])]
        behind = [one for one in figures if one.first >= last and _TELLING.issuperset(low[last : one.first])]
        for one in before or behind:
            value = one.sense.id.removeprefix("~")
            if one.sense.kind == "duration" and value.isdecimal():
                value = str(int(value) // _MINUTE)
            yield sense.id, value, min(one.first, first), max(one.last, last)


def _billed(terms: Terms) -> Iterator[str]:
    """Yield the counts that a text has as units, or beside a code or a word for billing."""
    reading = terms.reading
    codes = {reading.mentions[at].last for at in reading.having("code")}
    for sense, first, last in reading.mentions:
        if sense.kind not in QUANTITIES or sense.kind not in _COUNTS:
            continue
        near = set(reading.words.low[max(0, first - _BEHIND_CODE) : last + 1])
        beside = any(first - _BEHIND_CODE <= end <= first for end in codes)
        if sense.kind == "units" or beside or not _BILLED.isdisjoint(near):
            yield sense.id
