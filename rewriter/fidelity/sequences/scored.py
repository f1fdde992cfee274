"""What was missed told as found, and the reverse: "missed 7/20 targets" told as "found 7 of the 20 targets".

The same figure counts what succeeded or what failed; the word that says which stands right before it in the note.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.bounds import Words, around
from rewriter.fidelity.texts.modifiers import FIGURE
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import SPLITS, Terms

_FAILED = frozenset(
    "missed misses miss missing dropped drops drop failed fails fail errors error incorrect wrong lost forgot "
    "forgotten omitted overlooked unable skipped neglected unnoticed undetected unseen slipped escaped".split()
)
_FOUND = frozenset(
    "found located identified detected noticed got hit correct correctly caught recalled remembered named matched "
    "seen".split()
)
_COUNTED = frozenset({"ratio", "count", "number"})
_DENYING = frozenset("not no never without but except all".split())
_BEFORE = 2


def find_misscored(said: Terms, stated: Shelf, note: Terms, asked: Shelf) -> Iterator[Words]:
    """Yield the words (first, last) of the rewrite that count as found what the note counts as missed, or so."""
    there = note.reading.words.low
    for item in stated.items:
        if item.kind != FIGURE or item.family not in _COUNTED:
            continue
        same = asked.same(item)
        told = _outcome(said.reading.words.low, *around(said.reading.words.low, item.first, item.last, SPLITS))
        meant = {_outcome(there, max(0, one.first - _BEFORE), one.first) for one in same}
        if told and len(meant) == 1 and meant <= {"failed", "found"} - {told}:
            yield item.first, item.last


def _outcome(low: Sequence[str], first: int, last: int) -> str:
    """Return what words count, "" if they do not say or say both."""
    words = frozenset(low[first:last])
    failed, found = not _FAILED.isdisjoint(words), not _FOUND.isdisjoint(words)
    if failed == found or not _DENYING.isdisjoint(words):
        return ""
    return "failed" if failed else "found"
