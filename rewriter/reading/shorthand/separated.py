"""A spaced dash, stroke or bar with which a note parts what it tells: each item is a sentence of its own.

"HH L BKA - slide board to R SBA - son helps at home, reports ok - toilet not tried". It does so where the mark comes
several times between two full stops and most of what it parts stands alone. A range ("30 - 50 ft"), a label ("gait -
50 ft"), an aside and the row of a table do not.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby, pairwise

from rewriter.punctuation import FULL_STOPS
from rewriter.reading.shorthand.listed import GOVERNING, NEUTRAL
from rewriter.reading.words import Words

_SEPARATORS = ("-", "/", "|")
_FEWEST, _SHARE = 3, 2 / 3
# More in one sentence are no note.
_MOST, _LONGEST_LINE = 60, 60
# An item that begins with one of these leans on what stands before it, and one that ends so on what follows.
_LEANING = frozenset(
    "who which that whose and or but so because as when while since if than then to except with w w/ without w/o via "
    "from by at for on in into onto of per until till after before during due d/t was were previously formerly prev "
    "prior not only".split()
)
_UNFINISHED = frozenset({"and", "or", "of", "with", "w/", "to", "the", "for", "from", "by", "than", "is", "are", "no"})
_FORMERLY = frozenset({"was", "were", "previously", "formerly", "prev"})
# What is bare behind these may be denied, planned or taught as well.
_HOLDING = GOVERNING | frozenset(
    "no without denies denied deny neg negative never neither nor none add cont continue will plan trial issued gave "
    "wants review reviewed".split()
)
_PERSONS = frozenset(
    "pt patient client wife husband spouse son daughter dtr mom mother dad father family caregiver cg aide cna rn nsg "
    "nursing md he she".split()
)
_CUES = frozenset("vc vcs tc tcs cue cues cueing".split())
_HELP = frozenset("a i assist assistance".split())
_OF_BELOW = frozenset({"hep", "plan", "p", "home", "goal", "goals", "next", "ed", "edu", "education", "hx", "pmh"})
_LONGEST_BARE, _LONGEST_DOSE, _LONGEST_LABEL, _LONGEST_FORMER = 2, 3, 2, 4

Item = list[str]


def mark_separators(words: Words) -> None:
    """Read the mark by which a note parts its items as the end of a sentence."""
    low = words.low
    for mark in _SEPARATORS:
        places = _find_spaced(words, mark)
        if len(places) < _FEWEST:
            continue
        ends = [at for at, word in enumerate(low) if word in FULL_STOPS]
        for stop, held in groupby(places, key=lambda at: bisect_left(ends, at)):
            here = list(held)
            first, last = ends[stop - 1] + 1 if stop else 0, ends[stop] if stop < len(ends) else len(low)
            if not _FEWEST <= len(here) <= _MOST or (mark != "-" and _is_row(low, first, last, mark)):
                continue
            parting = _find_parting(words, first, here, last, mark)
            former = [
                at for at, end in pairwise([*here, last]) if at not in parting and _tells_former(low[at + 1 : end])
            ]
            ranges = sum(_is_range(low[at - 2 : at], low[at + 1 : at + 2]) for at in here)
            if len(parting) >= max(_FEWEST - 1, _SHARE * (len(here) - len(former) - ranges)):
                for at in here:
                    low[at] = "," if at in former else ";" if at in parting else mark


def _find_spaced(words: Words, mark: str) -> list[int]:
    """Return where the mark, or two of it, stands between spaces, outside of quotations and brackets."""
    low, gap = words.low, words.gap
    if low.count(mark) < _FEWEST:
        return []
    quoted = words.quoted() if '"' in low else frozenset()
    depth, found = 0, []
    for at in range(1, len(low) - 1):
        depth += (low[at] in ("(", "[")) - (low[at] in (")", "]"))
        depth = 0 if low[at] == "\n" else depth
        if low[at] != mark or gap[at] != " " or depth or at in quoted:
            continue
        behind = at + 1 + (low[at + 1] == mark and gap[at + 1] == "")
        if behind < len(low) and gap[behind] == " " and "\n" not in (low[at - 1], low[behind]):
            found.append(at)
    return found


def _is_row(low: Sequence[str], first: int, last: int, mark: str) -> bool:
    """The line above or below has the mark too: it is a table."""
    above, below = low[max(0, first - _LONGEST_LINE) : first], low[last : last + _LONGEST_LINE]
    lines = [" ".join(words).split("\n") for words in (above, below)]
    return any(mark in line for line in (*lines[0][-2:-1], *lines[1][1:2]))


def _find_parting(words: Words, first: int, marks: Sequence[int], last: int, mark: str) -> list[int]:
    """Return those of the marks in words `first:last` behind and before which an item stands alone."""
    low = words.low
    found: list[int] = []
    begin = first
    labels = sum(_has_label(words, left + 1, right) for left, right in pairwise([first - 1, *marks, last]))
    form = mark != "|" or labels * 2 > len(marks)
    for at, end in pairwise([*marks, last]):
        held = low[begin:at]
        if _has_label(words, begin, at) and (form or begin == first or not _OF_BELOW.isdisjoint(held)):
            break  # "HEP: bridges - clams": all of it is below the heading; one cell may have its own
        before = [word for word in low[found[-1] + 1 if found else first : at] if word != mark]
        behind = [word for word in low[at + 1 : end] if word != mark]
        if _stands_alone(before, behind) and not (mark == "/" and not _is_long(held, behind, at == marks[0])):
            found.append(at)
        begin = at + 1
    return found


def _has_label(words: Words, first: int, last: int) -> bool:
    """A heading that is none of today's treatment opens or ends there."""
    low = words.low
    colon = next((at for at in range(first, last) if low[at] == ":" and words.gap[at + 1] != ""), 0)
    return colon > 0 and not NEUTRAL.issuperset(low[first:colon])


def _stands_alone(before: Item, behind: Item) -> bool:
    """What follows a mark needs nothing of what stands before it."""
    if not before or not behind or before[-1] in _UNFINISHED:
        return False
    undone = behind[0] == "not" and behind[1:2] != [] and behind[1].endswith("ed")
    if _tells_former(behind):
        return "," in before and not _CUES.isdisjoint(before)  # "flex 105, TC to UT - was 92" is not of the cue
    if behind[0] in _LEANING and not undone:
        return False
    if _is_range(before, behind):
        return False
    figure = behind[0][0].isdecimal() or behind[0] == "x"
    if len(behind) == 1 or (len(behind) == _LONGEST_BARE and behind[1] in _HELP):
        return False  # "CGA", "min A"
    if figure and (len(behind) <= _LONGEST_DOSE or len(before) <= _LONGEST_LABEL):
        return False  # "2x10", "gait - 50 ft"
    told = behind[0] in _PERSONS or behind[-1].endswith("ed")  # "RN aware", "stairs deferred"
    if told or len(behind) > _LONGEST_BARE or not all(word.isalpha() for word in behind):
        return True
    return _HOLDING.isdisjoint(before)


def _tells_former(behind: Item) -> bool:
    """What a figure was: "was 92", "last session x6"."""
    last = behind[0] == "last" and len(behind) <= _LONGEST_FORMER and behind[-1][0].isdecimal()
    return behind[0] in _FORMERLY or last


def _is_range(before: Item, behind: Item) -> bool:
    """A figure stands on both sides: "30 - 50 ft"; not behind "x5"."""
    return behind[0][0].isdecimal() and before[-1].isdecimal() and before[-2:-1] not in (["x"], ["/"])


def _is_long(before: Item, behind: Item, first: bool) -> bool:
    """A stroke stands between single words as well, and between figures: "fwd / back / side", "120 / 70"."""
    words = [item for item in (before, behind) if item]
    return all(item[0][0].isalpha() for item in words) and len(behind) > 1 and (first or len(before) > 1)
