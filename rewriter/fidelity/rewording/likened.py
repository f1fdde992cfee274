"""Two sides compared by a sign, told with a comparative: "tighter on the right" for "R>L tightness"."""

from collections.abc import Sequence

from rewriter.fidelity.rewording.byhand import side_of
from rewriter.fidelity.texts.terms import Terms
from rewriter.paraphrase import stem
from rewriter.reading.mentions import TROUBLES

_SHORTEST_ROOT = 4
_AHEAD, _SIGN_REACH = 8, 4

_REFERRING, _MARKS = frozenset({"for", "of", "with", "w/", "on", "re"}), frozenset(".,;:\n)")

Texts = Sequence[Terms]


def is_comparative(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "tighter on the right" where the texts compare the tightness by a sign."""
    word = one.reading.words.low[one.place[index]]
    root = _root(word) if word.endswith("er") else ""
    return bool(root) and any(
        _is_compared(terms, terms.place[partner]) for terms in texts for partner in terms.partners((root,))
    )


def refers_back(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the "same" of a note only stands for what was named before: "last visit mod A for same"."""
    low, at = one.reading.words.low, one.place[index]
    ends = at + 1 >= len(low) or low[at + 1] in _MARKS
    return bool(texts) and low[at - 1] in _REFERRING and ends


def is_told_by_comparative(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: the tightness of "R>L tightness"."""
    return _is_compared(one, one.place[index]) and any(_has_comparative(terms, one.keys[index]) for terms in texts)


def _has_comparative(terms: Terms, keys: Sequence[str]) -> bool:
    return any(word.endswith("er") and _root(word) in keys for word in terms.reading.words.low if len(word) > 5)


def _is_compared(terms: Terms, at: int) -> bool:
    """Two sides are compared by a sign close by: "R>L suboccipital tightness"."""
    low = terms.reading.words.low
    for place in range(max(1, at - _SIGN_REACH), min(len(low) - 1, at + _SIGN_REACH)):
        if low[place] in (">", "<") and {low[place - 1], low[place + 1]} in ({"l", "r"}, {"left", "right"}):
            return True
    return False


def _root(word: str) -> str:
    """Return the stem of what a comparative compares: "tighter", "weaker", "heavier"."""
    base = word.removesuffix("er")
    if base.endswith("i"):
        base = base[:-1] + "y"
    return stem(base) if len(base) >= _SHORTEST_ROOT else ""


def is_better(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "better to the left than to the right" for "reaches L>R"; which side leads is compared on its own."""
    low, at = one.reading.words.low, one.place[index]
    ahead = low[at + 1 : at + 1 + _AHEAD]
    if "than" not in ahead or not ({"left", "right"} <= set(ahead)):
        return False
    return any(
        word in (">", "<") and side_of(words[place - 1 : place]) and side_of(words[place + 1 : place + 2])
        for terms in texts
        for words in (terms.reading.words.low,)
        for place, word in enumerate(words)
        if place and not _tells_trouble(terms, place)
    )


def _tells_trouble(terms: Terms, at: int) -> bool:
    """The sentence tells of what is better when less."""
    number = terms.sentence_at(at)
    return any(terms.kind(index) in TROUBLES for index, one in enumerate(terms.sentence) if one == number)
