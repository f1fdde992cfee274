"""Words cut short or mistyped, read by what the other text says.

Alone a reader leaves an unknown word as written; beside a text that says the same it can be matched: the word's
beginning, its initials, its consonants in order, or the word but for a slip.
"""

from collections.abc import Sequence

_SHORTEST_START, _SHORTEST_SLIP, _LONG = 3, 4, 7
_SHORTEST_THIN = 4
_SHORTEST_REST = 3
_VOWELS = frozenset("aeiou")


def may_stand_for(short: str, low: Sequence[str], at: int) -> bool:
    """Tell whether `short` may have been written for the word `low[at]`, or for the words around it by their initials.

    >>> may_stand_for("propriocep", ["proprioception"], 0), may_stand_for("wk", ["week"], 0)
    (True, True)
    >>> may_stand_for("fpl", ["flexor", "pollicis", "longus"], 1), may_stand_for("trmeor", ["tremor"], 0)
    (True, True)
    >>> may_stand_for("sway", ["stairs"], 0)
    False
    """
    word = low[at]
    if short == word or short[0] != word[0]:
        return short == word or _spells_initials(short, low, at)
    if len(short) >= _SHORTEST_START and (word.startswith(short.removesuffix("s")) or short.startswith(word)):
        return True
    return _has_consonants(short, word) or _spells_initials(short, low, at) or _is_slip(short, word)


def spells_out(clip: str, low: Sequence[str], at: int, known: frozenset[str]) -> bool:
    """Tell whether the word `low[at]` is a clip in full, though the clip may be one of the `known` English words too.

    >>> known = frozenset({"vest", "hand", "rail", "step", "flex"})
    >>> spells_out("vest", ["vestibular"], 0, known), spells_out("hand", ["handrail"], 0, known)
    (True, False)
    >>> spells_out("flex", ["flexors"], 0, known), spells_out("step", ["steps"], 0, known)
    (True, False)
    """
    word = low[at]
    if clip not in known:
        return may_stand_for(clip, low, at)
    rest = word.removeprefix(clip)
    return len(clip) >= _SHORTEST_START and word != rest and len(rest) >= _SHORTEST_REST and rest not in known


def _spells_initials(short: str, low: Sequence[str], at: int) -> bool:
    count = len(short)
    if count < 2 or low[at][0] not in short:
        return False
    return short in "".join([word[0] for word in low[max(0, at - count + 1) : at + count]])


def _has_consonants(short: str, word: str) -> bool:
    """The word without its vowels but the first letter, or the short form so: "frst", "wk", "mixd"."""
    bare = word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)
    thin = short[0] + "".join(letter for letter in short[1:] if letter not in _VOWELS)
    begun = len(thin) >= _SHORTEST_THIN and bare.startswith(thin) and thin != short[: len(thin)]
    return len(short) > 1 and len(short) < len(word) and (thin == bare or begun)


def _is_slip(short: str, word: str) -> bool:
    """One letter wrong, missing, too many or swapped; in a long word two."""
    if min(len(short), len(word)) < _SHORTEST_SLIP:
        return False
    most = 2 if len(word) >= _LONG else 1
    return abs(len(short) - len(word)) <= most and _distance(short, word) <= most


def _distance(one: str, two: str) -> int:
    """Return the number of single edits (a swap of neighbours is one) between two words."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, left in enumerate(one, 1):
        above, before, row = before, row, [i]
        for j, right in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == two[j - 2] and one[i - 2] == right:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]
