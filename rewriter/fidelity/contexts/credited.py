"""What helped and what did not: "metronome no help, floor tape helped" as "a metronome helped, and floor tape did".

Each part of a sentence that has a word for help says of something that it helped, or, denying it, that it did not;
"but floor tape did" says so of another. Both texts must say the same of the same thing.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.aspects import denies
from rewriter.fidelity.texts.bounds import Words, parted
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import FULL_STOPS

_HELPED = frozenset(
    "helped helps helpful helping effective beneficial benefited benefit relief useful successful".split()
)
_NO_HELP = frozenset({"unhelpful", "ineffective", "useless", "unsuccessful"})
_HELP = frozenset({"help", "effect"})  # a word for help only where it is denied: "no help"
_NO = frozenset({"no", "not", "little", "didn't", "doesn't"})
_DID = frozenset({"did", "does", "didn't", "doesn't"})
_PARTED = FULL_STOPS | {",", "but", "and", "while", "whereas", "although", "though", "however", "\n", "(", ")"}
_BACK = 3


class Effect(NamedTuple):
    """The words `first:last` say of the terms `of` that they helped, or that they did not."""

    first: int
    last: int
    helped: bool
    of: tuple[int, ...]


def find_miscredited(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) that say the opposite of what the note says of the same means."""
    given = _effects(note)
    for effect in _effects(said) if given else ():
        keys = [frozenset(said.keys[index]) for index in effect.of]
        same = [
            other.helped
            for other in given
            if all(any(not one.isdisjoint(note.keys[index]) for one in keys) for index in other.of)
        ]
        if same and effect.helped not in same:
            yield effect.first, effect.last


def _effects(terms: Terms) -> list[Effect]:
    """Return what a text says helped or did not, part by part."""
    low = terms.reading.words.low
    found: list[Effect] = []
    end = -1
    for first, last in parted(terms.reading, _PARTED):
        helped = _helped(low[first:last])
        # "But floor tape did" goes on with the part before.
        if helped is None and first == end + 1 and not _DID.isdisjoint(low[first:last]):
            words = low[first:last]
            if words[-1] in _DID or words[-1] in ("not", "well", "too"):
                helped = not denies(words)
        if helped is None:
            continue
        end = last
        while (
            end < len(low) and low[end] in _PARTED - FULL_STOPS and low[end + 1 : end + 2] and low[end + 1] in _PARTED
        ):
            end += 1
        of = tuple(i for i in terms.claiming(first, last) if low[terms.place[i]] not in _HELPED | _NO_HELP | _HELP)
        if of and first < last:
            found.append(Effect(first, last, helped, of))
    return found


def _helped(words: Sequence[str]) -> bool | None:
    """Return whether these words say that something helped; None where they say nothing of it."""
    for at, word in enumerate(words):
        if word in _NO_HELP:
            return False
        if word in _HELPED or word in _HELP:
            denied = not _NO.isdisjoint(words[max(0, at - _BACK) : at])
            if denied or word in _HELPED:
                return not denied
    return None
