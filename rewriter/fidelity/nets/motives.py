"""A reason or a purpose that the note gives something else, or nothing: "held, no time" as "held because of pain".

Every word of the reason stands in the note, so none lacks its partner. But a note tells a reason beside what it is
the reason of, in one sentence; told of a thing whose sentence has nothing of it, the rewrite has made the bond itself.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.bounds import begin_of, end_of
from rewriter.fidelity.texts.terms import SPLITS, Terms

_CAUSES = frozenset({"due to", "secondary to", "because of", "because", "owing to", "as a result of", "resulting from"})
_PURPOSES = frozenset({"in preparation for", "in order to", "so that", "to prepare for", "in order to return to"})
_TURNS = frozenset("while whereas but although though then".split())
_POINTING = frozenset("it this that these those which them they".split())


class Motive(NamedTuple):
    """The words `first:last` of a reason in a rewrite, its terms, those of what it is the `reason` of, and the rule."""

    first: int
    last: int
    reason: list[int]
    of: list[int]
    rule: str


def find_misattributed(said: Terms, note: Terms) -> Iterator[tuple[str, int, int]]:
    """Yield (rule, first, last) of each reason or purpose that the note gives nothing told beside it."""
    for motive in _motives(said):
        things = _sentences(said, note, motive.of)
        reasons = _sentences(said, note, motive.reason)
        unread = {note.sentence_at(place) for place in note.unread}  # "got mixd up": who knows what that is
        if things and things.isdisjoint(reasons) and (reasons or things.isdisjoint(unread)):
            yield motive.rule, motive.first, motive.last


def _motives(said: Terms) -> Iterator[Motive]:
    low = said.reading.words.low
    for at in said.reading.having("link"):
        _, first, last = said.reading.mentions[at]
        words = " ".join(low[first:last])
        if words not in _CAUSES | _PURPOSES:
            continue
        end = end_of(low, last, SPLITS | _TURNS)
        begin = begin_of(low, first, SPLITS | _TURNS)
        reason, of = said.claiming(last, end), said.claiming(begin, first)
        if not _POINTING.isdisjoint(low[begin:end]) or not reason:
            continue
        if not of and low[end : end + 1] == [","]:
            of = said.claiming(end + 1, end_of(low, end + 1, SPLITS | _TURNS))
        if of:
            final = said.place[reason[-1]] + 1
            yield Motive(first, final, reason, of, "FID126" if words in _PURPOSES else "FID130")


def _sentences(said: Terms, note: Terms, terms: Sequence[int]) -> set[int]:
    """Return the sentences of the note that have any of these terms."""
    return {note.sentence[one] for index in terms for one in note.partners(said.keys[index])}
