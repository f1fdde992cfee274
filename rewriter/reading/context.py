"""Context of what is mentioned: negated, possible, planned, historical, said by the patient.

Directional cues with scopes, after the ConText algorithm (Harkema et al., 2009): a cue opens a scope to its right
(`forward`) or left (`backward`), or over its clause (`both`); a longer `pseudo` form takes a cue's words without
opening one.
Scopes end at the clause, at "but" and its like, and, for a bare "no", at a comma that does not continue a list.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rewriter.reading.mentions import Mention

NEGATED, POSSIBLE, PLANNED, HISTORICAL, REPORTED, REFUSED, INTACT = 1, 2, 4, 8, 16, 32, 64
NAMES = {
    NEGATED: "negated",
    POSSIBLE: "possible",
    PLANNED: "planned",
    HISTORICAL: "historical",
    REPORTED: "reported",
    REFUSED: "refused",
    INTACT: "intact",
}
_BITS = {
    "negation": NEGATED,
    "possible": POSSIBLE,
    "planned": PLANNED,
    "historical": HISTORICAL,
    "reported": REPORTED,
    "refusal": REFUSED | NEGATED,
}
_TURNS = frozenset(
    {
        ":",
        "but",
        "however",
        "while",
        "although",
        "though",
        "except",
        "yet",
        "whereas",
        "then",
        "only",
        ";",
        "\u2192",
        "->",
        "(",
        ")",
    }
)
_LISTS = frozenset({"or", "nor"})
# After these a comma goes on with the list: "denies pain, nausea".
_LISTING = frozenset({"denies", "denied", "deny", "denying", "negative", "reports", "reported", "will", "plan"})
_DOUBT_STOPS = frozenset({",", ";", "?", "(", "\u2192", "->"})
_JOINTS = frozenset({",", "+", "&", "and", "-"})
_DEEDS = frozenset(
    {
        "activity",
        "cue",
        "level",
        "treatment",
        "education",
        "goal",
        "task",
        "duration",
        "code",
        "measure",
        "position",
        "surface",
    }
)
_REACH_BACK = 6


Scope = tuple[int, int, int]


class _Marks(NamedTuple):
    """The words of a sentence at which scopes may end, in order; `listed` is its last "or", -1 where there is none."""

    turns: list[int]
    commas: list[int]
    deeds: list[int]
    listed: int


def find_context(low: list[str], mentions: list[Mention], first: int, last: int) -> tuple[list[int], list[Scope]]:
    """Return a bit set for each mention of the sentence at words `first:last`, and its scopes."""
    bits = [0] * len(mentions)
    scopes: list[Scope] = []
    reach: dict[str, list[tuple[int, int]]] = {}
    cues = [mention for mention in mentions if mention.sense.kind in _BITS or mention.sense.kind == "intact"]
    marks = _find_marks(low, mentions, first, last) if cues else None
    for cue in cues:
        kind, group = cue.sense.kind, cue.sense.group
        if marks is None or (group == "pseudo" and kind != "intact"):
            continue
        left, right = cue.first, cue.last
        if kind == "intact":
            _spread_intact(mentions, bits, _start_of_scope(cue, first, marks, False), left)
            continue
        if group in ("forward", "both"):
            right = _end_of_scope(low, cue, last, marks)
        if group in ("backward", "both"):
            left = _start_of_scope(cue, first, marks, group == "both")
        scopes.append((left, right, _BITS[kind]))
        reach.setdefault(kind, []).extend([(left, cue.first), (cue.last, right)])  # all but the cue's own words
    for kind, spans in reach.items():
        for at in _inside(mentions, spans):
            if mentions[at].sense.kind != kind:
                bits[at] |= _BITS[kind]
    doubts = _find_doubts(low, first, last)
    for at in _inside(mentions, doubts):
        bits[at] |= POSSIBLE
    scopes += [(left, right, POSSIBLE) for left, right in doubts]
    return bits, scopes


def _inside(mentions: list[Mention], spans: list[tuple[int, int]]) -> Iterator[int]:
    """Yield, each once, the indexes of the mentions that begin inside any of the spans."""
    done = 0
    for left, right in sorted(spans):
        if right <= max(left, done):
            continue
        yield from range(_first_from(mentions, max(left, done)), _first_from(mentions, right))
        done = right


def _first_from(mentions: list[Mention], word: int) -> int:
    """Return the index of the first mention that begins at `word` or behind it."""
    return bisect_left(mentions, word, key=lambda mention: mention.first)


def _find_doubts(low: list[str], first: int, last: int) -> list[tuple[int, int]]:
    """Return what stands before each question mark, back to the mark before it."""
    if "?" not in low[first + 1 : last + 1]:
        return []
    doubts = []
    left = first
    for at in range(first, min(last + 1, len(low))):
        if low[at] == "?" and at > first and low[at - 1] != "?":
            doubts.append((left, at))
        if low[at] in _DOUBT_STOPS:
            left = at + 1
    return doubts


def _find_marks(low: list[str], mentions: list[Mention], first: int, last: int) -> _Marks:
    """Return the marks of the sentence at words `first:last`."""
    words = range(first, last)
    joints = [at for at in words if low[at] in _JOINTS]
    return _Marks(
        [at for at in words if low[at] in _TURNS],
        [at for at in words if low[at] == ","],
        [at for at, end in pairwise([*joints, last]) if _turns_to_deeds(mentions, at, end)],
        max((at for at in words if low[at] in _LISTS), default=-1),
    )


def _end_of_scope(low: list[str], cue: Mention, last: int, marks: _Marks) -> int:
    lists = low[cue.first] in _LISTING or marks.listed >= cue.last
    if cue.sense.kind in ("planned", "historical") and cue.sense.group == "both":
        lists = True
    ends = [_next(marks.turns, cue.last + 1)]
    if not lists:
        ends.append(_next(marks.commas, cue.last))
    if cue.sense.kind == "negation":
        ends.append(_next(marks.deeds, cue.last + 1))
    return min((end for end in ends if end is not None), default=last)


def _next(places: list[int], word: int) -> int | None:
    """Return the first of `places` at `word` or behind it."""
    at = bisect_left(places, word)
    return places[at] if at < len(places) else None


def _turns_to_deeds(mentions: list[Mention], joint: int, end: int) -> bool:
    """What follows a comma is treatment again: "denies pain, sit to stand x8"."""
    at = _first_from(mentions, joint + 1)
    return at < len(mentions) and mentions[at].first < end and mentions[at].sense.kind in _DEEDS


def _start_of_scope(cue: Mention, first: int, marks: _Marks, whole: bool) -> int:
    """A scope to the left begins behind the last mark; a few words back, unless it is `whole`."""
    begin = first if whole else max(first, cue.first - _REACH_BACK - 1)
    for places in (marks.turns, marks.commas):
        before = bisect_left(places, cue.first)
        if before:
            begin = max(begin, places[before - 1] + 1)
    return begin


def _spread_intact(mentions: list[Mention], bits: list[int], left: int, right: int) -> None:
    """Mark what stands left of "intact": an ability is intact, a deficit or a symptom is denied."""
    for at in range(_first_from(mentions, left), _first_from(mentions, right)):
        kind = mentions[at].sense.kind
        if kind in ("impairment", "symptom"):
            bits[at] |= NEGATED
        elif kind == "ability":
            bits[at] |= INTACT
