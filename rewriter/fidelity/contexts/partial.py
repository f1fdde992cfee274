"""Not all: what the note tells of each or always, told as so of some or sometimes, and the reverse.

"All following along" as "not all of them following". The word of the whole stands in both texts; only one of them
denies it.
"""

from collections.abc import Iterator

from rewriter.fidelity.texts.terms import Terms

_WHOLE = {
    **dict.fromkeys("all every everyone everybody each both".split(), "all"),
    **dict.fromkeys("always consistently invariably".split(), "always"),
    **dict.fromkeys("fully completely entirely wholly totally".split(), "fully"),
}
_BEFORE = frozenset({"quite", "yet", "always", "nearly", "near", "at"})
_NOT_WHOLE = frozenset({"at"})  # "not at all" denies outright


def find_partial(said: Terms, note: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) of each whole that only one of the two texts denies."""
    low = note.reading.words.low
    given: dict[str, set[bool]] = {}
    for at, word in enumerate(low):
        if word in _WHOLE and (is_denied := _is_denied(low, at)) is not None:
            given.setdefault(_WHOLE[word], set()).add(is_denied)
    told = said.reading.words.low
    for at, word in enumerate(told if given else ()):
        is_denied = _is_denied(told, at) if word in _WHOLE else None
        if is_denied is not None and given.get(_WHOLE[word]) == {not is_denied}:
            yield max(0, at - 1), at + 1


def _is_denied(low: list[str], at: int) -> bool | None:
    """Tell whether a "not" stands right before; None for "not at all"."""
    before = low[max(0, at - 2) : at]
    if before[-1:] and before[-1] in _NOT_WHOLE:
        return None
    return before[-1:] == ["not"] or (before[:1] == ["not"] and before[-1] in _BEFORE) or before[-1:] == ["without"]
