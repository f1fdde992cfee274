"""Opposites by a prefix: "complete" for the note's "incomplete", "steady" for "unsteady".

Only where the note has the one alone and the rewrite the other alone, and nothing near denies it.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.aspects import denies
from rewriter.fidelity.texts.opposites import OPPOSITE
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms

_SHORTEST = 6
_LESS = frozenset({"less", "least"})


def find_prefixed(said: Terms, note: Terms) -> Iterator[int]:
    """Yield the places of the words of the rewrite that say the opposite of a word of the note."""
    low, given = said.reading.words.low, frozenset(note.reading.words.low)
    told = frozenset(low)
    denied = {word.removeprefix("non") for word in given if word.startswith("non") and len(word) > _SHORTEST}
    for at in said.reading.at_any((OPPOSITE.keys() & told) | (denied & told) | {"non"}):
        word = low[at]
        alone = word in denied and word not in given and "non" + word not in told
        if alone and "non" not in low[max(0, at - 2) : at] and not _is_told_denied(said, at):
            yield at  # "tender" for the note's "nontender"
        if word == "non" and _is_set_against(low, at, note):
            yield at
        against = OPPOSITE.get(word)
        if against is None or word in given or given.isdisjoint(against) or not told.isdisjoint(against):
            continue
        meant = note.reading.words.low
        if _is_lessened(low, at) and not all(_is_lessened(meant, one) for one in _places(meant, against)):
            continue  # "less steady" for "more unsteady"
        if not _is_told_denied(said, at) and not _is_denied(note, against):
            yield at


def _is_told_denied(said: Terms, at: int) -> bool:
    """The part around a word of the rewrite denies: "not tender", "free of tenderness"."""
    return denies(said.reading.words.low[slice(*part_around(said, at, at + 1))])


def _is_set_against(low: Sequence[str], at: int, note: Terms) -> bool:
    """Thus: "non-blanchable" for the note's "blanchable", whatever else the note calls non-."""
    base = _base(low, at)
    meant = note.reading.words.low
    if not base or base not in meant or any(_base(meant, one) == base for one in _places(meant, frozenset({"non"}))):
        return False
    alone = any(low[one - 1] not in ("non", "-") for one in _places(low, frozenset({base})))
    return not alone and not _is_denied(note, frozenset({base}))


def _base(low: Sequence[str], at: int) -> str:
    """Return the word behind a "non", across a hyphen."""
    ahead = [word for word in low[at + 1 : at + 3] if word != "-"]
    return ahead[0] if ahead and ahead[0].isalpha() else ""


def _is_lessened(low: Sequence[str], at: int) -> bool:
    """Thus: "less steady", "not as steady", "not so steady"."""
    return low[at - 1] in _LESS or low[max(0, at - 2) : at] in (["not", "as"], ["not", "so"])


def _places(low: Sequence[str], words: frozenset[str]) -> list[int]:
    return [at for at, word in enumerate(low) if word in words]


def _is_denied(note: Terms, words: frozenset[str]) -> bool:
    """The note denies the word where it stands: "not steady"."""
    low = note.reading.words.low
    return any(denies(low[slice(*part_around(note, at, at + 1))]) for at, word in enumerate(low) if word in words)
