"""Marks that a dictating writer speaks: "period", "comma", "new line".

They are marks where at least two are spoken, or one goes on with a subject. In a note with full stops of its own one
stands where a mark can stand, in a note that was spoken: it tells figures in words, or begins "Pt is a ...".
"""

from collections.abc import Sequence

from rewriter.english import SPEAKERS
from rewriter.persons import PATIENTS
from rewriter.punctuation import FULL_STOPS, MARKS
from rewriter.reading.quantities.numerals import NUMBER_WORDS

_SPOKEN = {"period": ".", "comma": ",", "semicolon": ";"}
# Words beside which "period" is a stretch of time, and beside which "comma" is spoken of.
_STRETCHES = frozenset(
    "a an the this that these each every per one same single short long brief rest resting recovery time test trial "
    "minute second hour day week month stance swing latency monitoring observation adjustment her my menstrual wait "
    "waiting wear wearing healing".split()
)
_OF_STRETCH = frozenset({"of", "between", "during"})
_LINES = frozenset({"line", "paragraph"})
# A line that was put in.
_BEFORE_LINE = frozenset("a the this iv picc central arterial on".split())
_BEHIND_LINE = frozenset("placed in inserted was is for of on to at".split())
_PATIENT = PATIENTS | {"pt"}
_FEWEST = 2
_MOST_WRITTEN = 1  # full stops
_LONGEST = 400  # words: what is longer was typed


def read_spoken_marks(low: list[str], gap: list[str], said: dict[int, str]) -> set[int]:
    """Put marks in place of the words `low` that speak them, and return the places of words to be dropped."""
    places = [
        at
        for at, word in enumerate(low)
        if word in _SPOKEN
        and at
        and low[at - 1] not in _STRETCHES
        and not (at + 1 < len(low) and low[at + 1] in _OF_STRETCH)
    ]
    sure = len(places) >= _FEWEST or any(_goes_on_speaking(low, at) for at in places)
    if low.count(".") > _MOST_WRITTEN or not sure:
        places = [at for at in places if _parts(low, at)] if _is_dictated(low) else []
    dropped = _drop_lines(low, gap, said) if places else set()
    for at in places:
        low[at] = said[at] = _SPOKEN[low[at]]
        gap[at] = ""
        if low[at + 1 : at + 2] == ["."]:
            dropped.add(at)  # "mobility period."
    return dropped


def _is_dictated(low: Sequence[str]) -> bool:
    """Figures are told in words, or the note begins as one speaks: "Pt is a 71 year old"."""
    if len(low) > _LONGEST:
        return False
    opened = low[0] in _PATIENT and low[1:3] in (["is", "a"], ["is", "an"], ["was", "seen"])
    figures = sum(word[0].isdecimal() for word in low)
    return opened or sum(word in NUMBER_WORDS and word != "one" for word in low) >= max(_FEWEST, figures)


def _parts(low: Sequence[str], at: int) -> bool:
    """A mark can stand at word `at`: a comma anywhere, a full stop before one, at the end, or behind a figure."""
    behind = low[at + 1] if at + 1 < len(low) else "."
    return low[at] != "period" or behind in FULL_STOPS or low[at - 1][0].isdecimal() or low[at - 1] in NUMBER_WORDS


def _drop_lines(low: list[str], gap: list[str], said: dict[int, str]) -> set[int]:
    """A "new line" ends a sentence that no spoken mark ended; return the words that say no more than that."""
    dropped: set[int] = set()
    for at in range(1, len(low) - 1):
        if low[at] != "new" or low[at + 1] not in _LINES or low[at - 1] in _BEFORE_LINE:
            continue
        if at + 2 < len(low) and low[at + 2] in _BEHIND_LINE:
            continue
        dropped.add(at + 1)
        if low[at - 1] in MARKS or low[at - 1] in _SPOKEN:
            dropped.add(at)
        else:
            low[at] = said[at] = "."
            gap[at] = ""
    return dropped


def _goes_on_speaking(low: Sequence[str], at: int) -> bool:
    """A new subject with its verb follows: "neuropathy period we did step taps"."""
    return low[at] == "period" and low[at + 1 : at + 2] != [] and low[at + 1] in SPEAKERS and low[at + 2 : at + 3] != []
