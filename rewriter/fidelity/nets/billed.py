"""Billed units: a rewrite may tell those of the note or of the visit, and no others."""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.mentions import QUANTITIES, Mention
from rewriter.visit import Visit

_BEHIND_CODE = 3
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
