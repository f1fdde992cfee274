"""A service with what it treats, and nothing besides: the "OT hand" of "OT hand, wk 4" is hand therapy.

The therapist's own hand is told with where it lay or what it did: "OT hand on scapula".
"""

from rewriter.punctuation import CLAUSE_ENDS
from rewriter.reading.words import Words

_SERVICES = frozenset({"ot", "pt"})
_TREATED = frozenset({"hand", "hands"})
# What may stand behind: where, since when, which visit.
_GOES_ON = frozenset(
    "outpt outpatient op clinic rehab ortho eval evaluation reeval re-eval visit session wk week day s/p post tx "
    "treatment".split()
)


def find_clinics(words: Words) -> dict[int, tuple[int, str]]:
    """Return the services that name what they treat, as they were written: word -> (end, what it says)."""
    low, found = words.low, {}
    for at in range(len(low) - 1):
        if low[at] not in _SERVICES or low[at + 1] not in _TREATED or (at and low[at - 1] not in CLAUSE_ENDS):
            continue
        behind = low[at + 2] if at + 2 < len(low) else "."
        if behind in CLAUSE_ENDS | _GOES_ON or behind[0].isdecimal():
            found[at] = (at + 1, words.written(at, at + 1))
    return found
