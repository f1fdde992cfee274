"""Clipped verbs that open a sentence: "cont" continues the plan, "tol" was tolerated.

At the head of a note "cont" may be what continued ("Cont L neglect"), before a cue "continuous", before a complaint
"continues": there it stays as written.
"""

from rewriter.punctuation import FULL_STOPS
from rewriter.reading.words import Words

_NOT_RESUMED = frozenset(
    "to c/o co complains complaining complaints have has having had pain painful sore stiff difficulty difficulties "
    "problem problems issues symptoms sx dizzy dizziness dec decr decreased inc incr increased impaired poor limited "
    "fatigue fatigued weak weakness neglect tone spasticity edema swelling numb numbness tingling verbal tactile vc "
    "vcs tc tcs manual visual passive monitoring pulse bowel bladder of at l r left right bilat bilateral both b and "
    "or sup supervision assist cga sba min mod max fair good slow steady improvement improving improved not no non "
    "need needs require requires was is are be by during throughout for in on from through oxygen o2 telemetry".split()
)


def find_opened(words: Words) -> dict[int, tuple[int, str]]:
    """Return what is read so by its place: word -> (end, what it says)."""
    low, found = words.low, {}
    for at, word in enumerate(low):
        if word == "tol" and _opens_any(low, at) and at + 1 < len(low) and low[at + 1][0].isdecimal():
            found[at] = (at + 1, "tolerated")
        if word != "cont" or at == 0 or not _opens(low, at):
            continue
        dotted = low[at + 1 : at + 2] == ["."]
        behind = low[at + 1 + dotted] if at + 1 + dotted < len(low) else "\n"
        ended = behind == "\n" or (dotted and words.written(at + 2, at + 3)[0].isupper())
        if ended or (behind[0].isalpha() and behind not in _NOT_RESUMED):
            found[at] = (at + 1, "continue")
    return found


def _opens_any(low: list[str], at: int) -> bool:
    return at == 0 or low[at - 1] in FULL_STOPS


def _opens(low: list[str], at: int) -> bool:
    """A sentence begins at word `at`, and one stands before it."""
    return low[at - 1] in FULL_STOPS and at > 1
