"""A level of help that fell: the bare "min" of "mod A on L down to min", "max A then mod by the end"."""

from rewriter.reading.words import Words

_AMOUNTS = {"min": "minimal", "mod": "moderate", "max": "maximal"}
_NAMED = frozenset({"a", "assist", "assistance"})
_JOINED = frozenset({"mina", "moda", "maxa"})
_LEADING = frozenset({"to", "then", "->", "\u2192", ">"})
# What may stand behind a level; behind a bare "min" anything else may be what there was little of.
_BEHIND = frozenset(". , ; ) by for on with w/ at last in as when once today now after during x over".split()) | {"\n"}
_STOPS = frozenset({".", ";", "\n", ":", '"'})
_REACH = 8


def find_fallen(words: Words) -> dict[int, tuple[int, str]]:
    """Return the bare amounts that name the help which another level of help, told before, came to."""
    low = words.low
    if _LEADING.isdisjoint(low):
        return {}
    return {
        at: (at + 1, f"{_AMOUNTS[word]} assistance")
        for at, word in enumerate(low)
        if word in _AMOUNTS and at > 1 and low[at - 1] in _LEADING and _ends(low, at + 1) and _is_helped(low, at - 1)
    }


def _ends(low: list[str], at: int) -> bool:
    return at >= len(low) or low[at] in _BEHIND


def _is_helped(low: list[str], at: int) -> bool:
    """A level of help is written before word `at`, in the same sentence."""
    for place in range(at - 1, max(-1, at - _REACH), -1):
        if low[place] in _STOPS:
            return False
        if low[place] in _JOINED or (low[place] in _NAMED and place and low[place - 1] in _AMOUNTS):
            return True
    return False
