"""What was broken off told as completed, and what was better told as no better.

"Trail Making B dc'd at 5 min" is no test that was completed, and "clearance better with the AFO" none that was no
better: the word that turns it claims nothing by itself, so no other net looks at it.
"""

from collections.abc import Iterator

from rewriter.fidelity.texts.aspects import denies
from rewriter.fidelity.texts.bounds import Words, around
from rewriter.fidelity.texts.contents import contents
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.roots import is_comparative_form
from rewriter.fidelity.texts.terms import SPLITS, Terms

_BROKEN_OFF = frozenset(
    "dc'd d/c'd discontinued aborted terminated stopped abandoned interrupted unfinished incomplete".split()
)
_COMPLETED = frozenset({"completed", "finished"})
_UNTIL = frozenset("before until partially partly half then to for early prior".split())
_NO, _BEING = frozenset({"no", "not", "never"}), frozenset({"was", "were", "been"})
_HALF, _BACK = 2, 3


def find_completed(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) that tell as completed what the note has as broken off."""
    low, there = said.reading.words.low, note.reading.words.low
    broken = [around(there, at, at + 1, SPLITS) for at, word in enumerate(there) if word in _BROKEN_OFF]
    for at in said.reading.at_any(_COMPLETED) if broken else ():
        first, last = part_around(said, at, at + 1)
        words = low[first:last]
        if low[at - 1] not in _BEING or denies(words) or not (_UNTIL | _BROKEN_OFF).isdisjoint(words):
            continue
        if any(_tells(said, note, (first, at), one) for one in broken):
            yield first, at + 1


def find_no_better(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield "no better" and its like where the note has the same word of the same thing, and denies nothing there."""
    low, there = said.reading.words.low, note.reading.words.low
    for at in [no + 1 for no in said.reading.at_any(_NO) if no + 1 < len(low) and _compares(low[no + 1])]:
        same = [one for one, word in enumerate(there) if word == low[at]]
        part = part_around(said, at, at + 1)
        if same and all(
            not denies(there[max(0, one - _BACK) : one])
            and _tells(said, note, part, around(there, one, one + 1, SPLITS))
            for one in same
        ):
            yield at - 1, at + 1


def _compares(word: str) -> bool:
    return word in ("better", "worse", "less") or (is_comparative_form(word) and word != "longer")


def _tells(said: Terms, note: Terms, told: Words, meant: Words) -> bool:
    """Half or more of what the words of the rewrite tell stands among these of the note."""
    given = contents(note, *meant)
    about = contents(said, *told)
    shared = sum(any(not keys.isdisjoint(one) for one in given) for keys in about)
    return shared > 0 and _HALF * shared >= len(about)
