"""Words cut short or mistyped, read by what the other text says.

Alone a reader leaves an unknown word as written; beside a text that says the same it can be matched: the word's
beginning, its initials, its consonants in order, or the word but for a slip.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rewriter.reading.shorthand.spelling import english

_SHORTEST_START, _SHORTEST_SLIP, _LONG = 3, 4, 7
_SHORTEST_THIN, _MOST_DROPPED = 4, 2
_SHORTEST_REST = 3
_LONG_HALF = 4
_FEWEST_INITIALS = 3
_OF_PARTS = tuple(
    "medial lateral femoral humeral tibial fibular ulnar iliac carpal clavicular vertebral scapular".split()
)
_STARTS = ("out", "over", "under", "after", "fore")
_VOWELS = frozenset("aeiou")
_JOINING = frozenset("a an and at by for from in of on or the to with , /".split())
_STOPS = frozenset(".;:!?\n")


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
    if word.endswith("s") and clip.endswith("s") and clip in known and not word.startswith(clip):
        clip = clip[:-1]  # "eves" of "evenings"
    if clip not in known:
        return may_stand_for(clip, low, at)
    rest = word.removeprefix(clip)
    return len(clip) >= _SHORTEST_START and word != rest and len(rest) >= _SHORTEST_REST and rest not in known


def _spells_initials(short: str, low: Sequence[str], at: int) -> bool:
    letters = short.replace("/", "")
    count = len(letters)
    if count < 2 or low[at][0] not in letters:
        return False
    if letters in "".join([word[0] for word in low[max(0, at - count + 1) : at + count]]):
        return True
    if count < _FEWEST_INITIALS and letters == short and letters != _initial(low[at]):
        return False
    before = "".join(reversed(_initials(low, range(at - 1, -1, -1), count - 1)))
    return letters in before + "".join(_initials(low, range(at, len(low)), count))


def _initials(low: Sequence[str], places: Iterable[int], count: int) -> list[str]:
    """Return the initials of the next words; words that join take no part: "bending, lifting or twisting"."""
    found: list[str] = []
    for at in places:
        if len(found) >= count or low[at] in _STOPS:
            break
        if low[at][0].isalpha() and low[at] not in _JOINING:
            found.append(_initial(low[at]))
    return found


@lru_cache(maxsize=4096)
def _initial(word: str) -> str:
    """Return a word's initial, or both of a compound: "mp" of "microprocessor", "op" of "outpatient"."""
    for at in range(_LONG_HALF, len(word) - _LONG_HALF + 1):
        if word[at - 1] == "o" and (word[at:] in english() or word[at:].endswith(_OF_PARTS)):
            return word[0] + word[at]
    for start in _STARTS:
        rest = word.removeprefix(start)
        if rest != word and len(rest) > _LONG_HALF and rest in english():
            return word[0] + rest[0]
    return word[0]


def has_both_initials(short: str, word: str) -> bool:
    """Tell whether two letters are those of a compound word: "pm" of "posteromedial", "op" of "outpatient"."""
    return len(short) == len(_initial(word)) > 1 and short == _initial(word)


def _has_consonants(short: str, word: str) -> bool:
    """The word without its vowels but the first letter, or the short form so: "frst", "wk", "mixd"."""
    bare = word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)
    thin = short[0] + "".join(letter for letter in short[1:] if letter not in _VOWELS)
    begun = len(thin) >= _SHORTEST_THIN and bare.startswith(thin) and thin != short[: len(thin)]
    return len(short) > 1 and len(short) < len(word) and (thin == bare or begun or _drops_consonants(short, bare))


def _drops_consonants(short: str, bare: str) -> bool:
    """All consonants in their order but one or two, the last one too: "bsmt" of "basement", "mgmt" of "management".

    Of three only one may be missing: "wkr" of "worker", "ctr" of "counter".
    """
    dropped = len(bare) - len(short)
    few = dropped <= (_MOST_DROPPED if len(short) >= _SHORTEST_THIN else 1) and len(short) >= _SHORTEST_START
    if not few or short[-1] != bare[-1] or any(letter in _VOWELS for letter in short[1:]):
        return False
    rest = iter(bare)
    return all(letter in rest for letter in short)


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
