"""Opposites: by a prefix, "unavailable" of "available"; and two ways that one thing may be, "with" and "without"."""

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
# The two ways that one thing may be, each with its other words.
_WAYS = (
    ("with w/ using", "without w/out w/o"),
    ("before pre", "after post following"),
    ("up ascending ascended ascends ascend ascent asc climbed climbing climbs climb upstairs uphill",
     "down descending descended descends descend descent desc downstairs downhill dn"),
    ("rest resting", "activity exercise exercising exertion ex activities active movement bearing"),
    ("morning am", "afternoon pm evening"),
    ("standing", "sitting seated"),
    ("open", "closed shut"),
    *((one, two) for one, _, two in (pair.partition("/") for pair in (
        "upper/lower proximal/distal medial/lateral anterior/posterior forward/backward ulnar/radial "
        "internal/external on/off fast/slow").split())),
)  # fmt: skip
# For each of these words the one that stands for its way, and the name of both ways.
WAYS = {
    word: (words.split()[0], f"{pair[0].split()[0]}/{pair[1].split()[0]}")
    for pair in _WAYS
    for words in pair
    for word in words.split()
}


def denied_forms(low: Iterable[str]) -> frozenset[str]:
    """Return the words that deny some words by how they begin.

    >>> "unavailable" in denied_forms(["aide", "available"]), denied_forms(["under", "unsafe"])
    (True, frozenset())
    """
    return frozenset(other for word in low if word in OPPOSITE for other in OPPOSITE[word] if len(other) > len(word))
