"""The declared synonyms over each word of a text: its groups, alone, in a phrase, or by being denied."""

from collections import defaultdict

from rewriter.paraphrase import Paraphrases, stem

_DENIALS = frozenset({"no", "not", "nor", "never", "cannot"})
_DENIAL_REACH = 3


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
    return found, general, idle, also, turned


def is_denied(low: list[str], at: int) -> bool:
    """A word of denial stands close before: "not sure", "was not yet certain"."""
    before = low[max(0, at - _DENIAL_REACH) : at]
    return not _DENIALS.isdisjoint(before) or any(word.endswith("n't") for word in before)
