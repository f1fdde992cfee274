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


def denied_forms(low: Iterable[str]) -> frozenset[str]:
    """Return the words that deny some words by how they begin.

    >>> "unavailable" in denied_forms(["aide", "available"]), denied_forms(["under", "unsafe"])
    (True, frozenset())
    """
    return frozenset(other for word in low if word in OPPOSITE for other in OPPOSITE[word] if len(other) > len(word))
