"""The declared synonyms over each word of a text: its groups, alone, in a phrase, or by being denied."""

from collections import defaultdict
from collections.abc import Iterator

from rewriter.paraphrase import Leaf, Paraphrases, stem

_DENIALS = frozenset({"no", "not", "nor", "never", "cannot", "nobody"})
_DENIAL_REACH = 3
_SIDES = frozenset({"left", "right", "bilateral"})
_LONGEST = 6  # so many words before a side may begin a phrase that goes on behind it


def find_groups(
    low: list[str], data: Paraphrases, *, source: bool
) -> tuple[
    dict[int, tuple[str, ...]], dict[int, tuple[str, ...]], set[int], dict[str, set[str]], dict[int, tuple[str, ...]]
]:
    """Return the groups over each word, those it may be told as, the words of idioms, what may be said besides.

    Only what a `source` says may be told otherwise. What may be said is given by key, each with the keys of that beside
    which it may be said. The last are the groups that a word belongs to only because it is denied.
    """
    functions, same = data.functions, data.same
    places = [at for at, word in enumerate(low) if word not in functions]
    stems = [stem(low[at]) if low[at][0].isalpha() else low[at] for at in places]
    count = len(stems)
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    general: dict[int, tuple[str, ...]] = defaultdict(tuple)
    idle: set[int] = set()
    also: dict[str, set[str]] = {}
    turned: dict[int, tuple[str, ...]] = {}
    for index, own in enumerate(stems):
        node = same.get(own)
        end = index + 1
        while node is not None:
            leaf = node.get("")
            if leaf is not None:
                keys, less, implied, is_idle, denied = leaf
                covered = places[index:end]
                if denied and is_denied(low, covered[0]):
                    turned.update(dict.fromkeys(covered, denied))
                    keys = (*keys, *denied)
                elif own == "without" and end > index + 1:  # the phrase holds its own denial: "without help", alone
                    turned.update(dict.fromkeys(covered[1:], keys))
                for at in covered:
                    found[at] += keys
                if less and source:
                    for at in covered:
                        general[at] += less
                for key in implied if source else ():
                    also.setdefault(key, set()).update(keys, less, [stems[index]] if end == index + 1 else ())
                if is_idle:
                    idle.update(covered)
            if end == count:
                break
            node = node.get(stems[end])
            end += 1
    if not _SIDES.isdisjoint(stems):
        for covered, leaf in _across_sides(places, stems, data):
            for at in covered:
                found[at] += leaf.keys
                if leaf.less and source:
                    general[at] += leaf.less
            for key in leaf.also if source else ():
                also.setdefault(key, set()).update(leaf.keys, leaf.less)
    return found, general, idle, also, turned


def _across_sides(places: list[int], stems: list[str], data: Paraphrases) -> Iterator[tuple[list[int], Leaf]]:
    """Yield the phrases that a side stands within, and their words without it: "lifting the right foot up".

    The side is compared on its own.
    """
    whole = [index for index, own in enumerate(stems) if own not in _SIDES]
    before = {index for index, own in enumerate(stems) if own in _SIDES for index in range(index - _LONGEST, index)}
    for number, index in enumerate(whole):
        node = data.same.get(stems[index]) if index in before else None
        if node is None:
            continue
        covered = [places[index]]
        for other in whole[number + 1 : number + 1 + _LONGEST]:
            node = node.get(stems[other])
            if node is None:
                break
            covered.append(places[other])
            leaf = node.get("")
            if leaf is not None and not leaf.idle and other - index >= len(covered):
                yield covered, leaf


def is_denied(low: list[str], at: int) -> bool:
    """A word of denial stands close before: "not sure", "was not yet certain"."""
    before = low[max(0, at - _DENIAL_REACH) : at]
    return not _DENIALS.isdisjoint(before) or any(word.endswith("n't") for word in before)
