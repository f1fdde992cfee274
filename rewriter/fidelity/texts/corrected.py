"""What was taken back and said anew at once: "stance on the left scratch that the right" has the right in its place."""

from collections.abc import Sequence

from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, SIDE, Modifier
from rewriter.fidelity.texts.terms import Terms

_KINDS = frozenset({FIGURE, LEVEL, SIDE})
_CORRECTING = frozenset("correction corrected correcting scratch dictated retracted amended revised".split())
_BESIDE = 1  # "scratch that the right"


def with_corrections(items: Sequence[Modifier], note: Terms, said: Terms) -> list[Modifier]:
    """Return the modifiers of a note without those that another value of their family takes back right behind them.

    The new one is told of what the old one was told of, beside its own. A rewrite that tells of the correction may
    tell both.
    """
    kept = list(items)
    if said.reading.having("correction") or not _CORRECTING.isdisjoint(said.reading.words.low):
        return kept
    for at in note.reading.having("correction"):
        _, first, last = note.reading.mentions[at]
        old = next((one for one in reversed(kept) if one.last <= first), None)
        new = next((one for one in kept if one.first >= last), None)
        if old is None or new is None or old.kind not in _KINDS or (old.kind, old.family) != (new.kind, new.family):
            continue
        if old.value == new.value or first - old.last > 0 or new.first - last > _BESIDE:
            continue
        told = new._replace(head=new.head | old.head, near=new.near | old.near, deeds=new.deeds | old.deeds)
        kept = [told if one is new else one for one in kept if one is not old]
    return kept
