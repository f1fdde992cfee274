"""Opposites by a prefix: "unavailable" of "available"."""

from collections.abc import Iterable

_BASES = (
    "able aware balanced certain changed clear comfortable complete consistent controlled cooperative coordinated "
    "effective equal even familiar healed oriented painful reliable resolved responsive safe stable steady supported "
    "symptomatic willing available accurate appropriate correct successful sure necessary eligible sufficient adequate "
    "possible tolerant regular approved authorized covered funded attended"
).split()
_PREFIXES = ("un", "in", "im", "ir", "dis", "a", "non", "non-")
OPPOSITE = {
    word: frozenset({other for other in group if (other == base) is not (word == base)})
    for base in _BASES
    for group in [{base, *(prefix + base for prefix in _PREFIXES)}]
    for word in group
}


def opposites_of(low: Iterable[str]) -> frozenset[str]:
    """Return the opposites by a prefix of some words.

    >>> "unavailable" in opposites_of(["aide", "available"]), opposites_of(["under", "unsafe"])
    (True, frozenset({'safe'}))
    """
    return frozenset().union(*(OPPOSITE[word] for word in low if word in OPPOSITE))
