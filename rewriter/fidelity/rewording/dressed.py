"""Dressing told by what is put on: "UB dress pullover set up" as "put on a pullover after setup".

A garment tells which half of the body was dressed, and what was done with it; nothing else is done with a garment that
stands beside an amount of help.
"""

from collections.abc import Sequence

from rewriter.fidelity.texts.terms import Terms

_UPPER = frozenset("pullover shirt shirts bra jacket coat blouse sweater tee t-shirt gown top cardigan vest".split())
_LOWER = frozenset(
    "pants sock socks shoe shoes underwear shorts brief briefs trousers skirt slippers jeans leggings boots".split()
)
_GARMENTS = _UPPER | _LOWER
_HALVES = {"ub": _UPPER, "ubd": _UPPER, "lb": _LOWER, "lbd": _LOWER}
_DRESSING = frozenset("dress dressing dressed drsg dsg ubd lbd".split())
_PUTTING = frozenset("put puts putting don dons donned donning dressed dressing dress wore got pulled".split())
_DEEDS = _DRESSING | {"did", "does", "donned", "don", "on", "helped", "w/", "with"}
_NEAR, _FAR = 3, 8

Texts = Sequence[Terms]


def is_dressing_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the half of the body, or the dressing, of a note is told by its garment: "put on a pullover"."""
    low, at = one.reading.words.low, one.place[index]
    written = set(one.as_written(at).split())
    start = at
    while start and one.reading.words.start[start - 1] == one.reading.words.start[at]:
        start -= 1  # an abbreviation is read as several words
    halves = [_HALVES[word] for word in written if word in _HALVES]
    named = halves[0] if halves else _GARMENTS if written & _DRESSING else frozenset()
    meant = [word for word in low[start : at + _FAR] if word in named]
    return any(
        word in terms.reading.words.low
        and (not written & _DRESSING or not _PUTTING.isdisjoint(terms.reading.words.low))
        for terms in texts
        for word in meant[:1]
    )


def is_put_on(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether "put on" or "donned" says only what a note does with a garment: "pants min A", "wife did shoes"."""
    low, at = one.reading.words.low, one.place[index]
    near = low[max(0, at - _NEAR) : at + _FAR - _NEAR]
    if low[at] in ("put", "puts", "putting") and "on" not in near:
        return False
    garments = [word for word in near if word in _GARMENTS]
    return any(_is_handled(terms, word) for terms in texts for word in garments)


def _is_handled(terms: Terms, garment: str) -> bool:
    """A garment stands beside an amount of help, or behind a word of dressing or doing."""
    low = terms.reading.words.low
    helped = {terms.reading.mentions[number].first for number in terms.reading.having("level")}
    return any(
        word == garment
        and (not helped.isdisjoint(range(at - _NEAR, at + _FAR)) or not _DEEDS.isdisjoint(low[max(0, at - _NEAR) : at]))
        for at, word in enumerate(low)
    )
