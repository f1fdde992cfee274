"""The limb of a bare side: "rolls pen w/ R" told as "with the right hand".

A note that gives a side alone leaves to the reader which limb it is; a rewrite that names the limb has changed nothing.
That the note names this limb elsewhere, with the other side, tells nothing of it. What tells which bare side of the
note is meant are the words around it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rewriter.fidelity.texts.modifiers import SIDE, Keys, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms

_LIMBS = frozenset("hand arm foot leg side limb".split())
_WHOLES = (
    (frozenset({"@hand", "@arm", "=both hands", "=both arms"}), "@upper_extremity"),
    (frozenset({"@leg", "@foot", "=both legs", "=both feet"}), "@lower_extremity"),
)


def is_limb_of_side(item: Modifier, same: Sequence[Modifier], given: Shelf, said: Terms, note: Terms) -> bool:
    """Tell whether a side with a limb behind it is a bare one of the note, of all sides there the likest."""
    if said.reading.words.low[item.last : item.last + 1] in ([], ["side"]):
        return False
    if _LIMBS.isdisjoint(said.reading.words.low[item.last : item.last + 1]):
        return False
    bare = [one for one in same if one.value == item.value and _is_bare(one, note)]
    if not bare:
        return False
    around = item.near - item.head
    most = max(len(around & one.near) for one in bare)
    rivals = [other for other in given.rivals(item) if other.kind == SIDE]
    if most:
        return all(len(around & other.near) <= most for other in rivals)
    sided = {other.sentence for other in rivals}
    told = _keys_of(said, item.sentence) - item.head
    return any(one.sentence not in sided and not told.isdisjoint(_keys_of(note, one.sentence)) for one in bare)


def is_both_alike(item: Modifier, same: Sequence[Modifier]) -> bool:
    """Both of a pair are of the limb that a note names in other words, or of what stands before its bare "bil".

    Thus: "both hands holding on" for "BUE hold", "bilateral quad sets" for "QS 2x10 5s hold bil".
    """
    return item.value == "bilateral" and any(
        any(not item.head.isdisjoint(part) and whole in one.head for part, whole in _WHOLES)
        or (not one.head and not item.head.isdisjoint(one.near))
        for one in same
    )


def _is_bare(side: Modifier, note: Terms) -> bool:
    """No part of the body stands right behind a side of the note, nor right before it."""
    beside = {side.first - 1, side.last}
    return not any(
        note.kind(index) == "part"
        for index in note.inside(side.first - 1, side.last + 1)
        if note.place[index] in beside
    )


def _keys_of(terms: Terms, sentence: int) -> Keys:
    """Return the keys of what a sentence claims."""
    indexes = range(bisect_left(terms.sentence, sentence), bisect_right(terms.sentence, sentence))
    return frozenset(key for index in indexes if terms.claims[index] for key in terms.keys[index])
