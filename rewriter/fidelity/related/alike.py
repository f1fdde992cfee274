"""How well the words around two modifiers agree: whether both texts tell them of the same thing."""

from collections.abc import Iterable, Sequence

from rewriter.body import OPPOSITE
from rewriter.fidelity.texts.modifiers import Keys, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms

# A head that agrees outweighs any number of words nearby; words nearby decide where no head does.
HEAD, HALF, NEAR, MOST_NEAR = 3.0, 1.0, 0.25, 1.0
_FITTING, _TOGETHER = 1.0, 2


def likeness(one: Modifier, other: Modifier) -> float:
    """Return how well the words around two modifiers agree."""
    count = len(one.near & other.near)
    score = NEAR * count if count < MOST_NEAR / NEAR else MOST_NEAR
    if not one.head.isdisjoint(other.head):
        score += HEAD
    elif not (one.head.isdisjoint(other.near) and one.near.isdisjoint(other.head)):
        score += HALF
    return score


def find_best(one: Modifier, others: Sequence[Modifier]) -> float:
    """Return how well the words around a modifier agree with those around the likest of the others; -1 for none."""
    if not others:
        return -1.0
    heads = [other for other in others if not one.head.isdisjoint(other.head)]
    most = MOST_NEAR + (HEAD if heads else HALF)  # with the same head any is liker than all without
    best = 0.0
    for other in heads or find_close(one, others):
        score = likeness(one, other)
        if score > best:
            best = score
            if best >= most:
                break
    return best


def find_close(one: Modifier, others: Iterable[Modifier]) -> list[Modifier]:
    """Return those of the others that have any word around them in common with `one`: all that are like it at all."""
    around = one.head | one.near
    return [other for other in others if not (around.isdisjoint(other.near) and around.isdisjoint(other.head))]


def is_among_same_words(item: Modifier, same: Iterable[Modifier], rivals: Iterable[Modifier]) -> bool:
    """Bound to no word in either text, and told among far more words of its like than of any rival.

    "UE AAROM 2x8 B" behind "R arm lifts 5".
    """
    if item.head:
        return False
    own = max((len(item.near & other.near) for other in same if not other.head), default=0)
    return own > 2 * max((len(item.near & other.near) for other in rivals), default=0)


def stand_apart(keys: Keys, same: Sequence[Modifier], held: Sequence[Terms]) -> bool:
    """The note names the things, but never in a sentence with this value."""
    places = {terms.sentence[index] for terms in held for key in keys for index in terms.by_key.get(key, ())}
    return bool(places) and places.isdisjoint(other.sentence for other in same)


def is_told_beside(item: Modifier, stated: Shelf, given: Shelf) -> bool:
    """Whoever stands in the note where the patient would is told in the rewrite, as near to what they did there."""
    if item.figure != "patient":
        return False
    others = [one for one in find_close(item, given.rivals(item)) if likeness(item, one) >= _FITTING]
    return bool(others) and all(
        any(likeness(one, told) >= likeness(item, one) for told in stated.same(one)) for one in others
    )


def are_both_near(item: Modifier, given: Shelf) -> bool:
    """Both sides stand together in the note where the pair would: "reach L/R x6 ea", told as "to each side"."""
    near = [one for one in find_close(item, given.rivals(item)) if likeness(item, one) >= _FITTING]
    return item.value == "bilateral" and any(
        one.value == OPPOSITE.get(other.value) and abs(one.first - other.first) <= _TOGETHER
        for one in near
        for other in near
    )
