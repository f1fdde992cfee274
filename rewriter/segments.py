"""Segments: which words of a text say what, why, how, function, response, need."""

from bisect import bisect_left
from dataclasses import dataclass

from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED
from rewriter.reading.events import FUNCTIONS, WHY

WHAT, HOW, WHY_ROLE, FUNCTION, RESPONSE, NEED, OTHER = ("what", "how", "why", "function", "response", "need", "other")
_ROLES = {
    "activity": WHAT,
    "treatment": WHAT,
    "task": WHAT,
    "cue": HOW,
    "function": FUNCTION,
    "better": RESPONSE,
    "worse": RESPONSE,
    "same": RESPONSE,
    "ratio": RESPONSE,
    "measure": RESPONSE,
    "impairment": WHY_ROLE,
    "level": NEED,
    "education": OTHER,
}
_ADJUSTS = frozenset({"modify", "monitor", "progress", "analyze", "correct"})


@dataclass(frozen=True, slots=True)
class Segment:
    """Code points `start:end` of a text and their role; `facts` are the ids of the facts placed there."""

    start: int
    end: int
    role: str
    facts: tuple[str, ...] = ()


def find_segments(reading: Reading) -> list[Segment]:
    """Return the segments of a text, in order and without overlap."""
    marks: list[tuple[int, int, str]] = []
    for number, sentence in enumerate(reading.sentences):
        marks += _sentence_marks(reading, number, sentence.last)
    return _merge(reading, marks)


def _sentence_marks(reading: Reading, number: int, last: int) -> list[tuple[int, int, str]]:
    """Return (first word, last word, role) of a sentence's pieces; a link's scope outranks single mentions."""
    mentions = reading.mentions
    here = reading.by_sentence[number]
    marks: list[tuple[int, int, str]] = []
    covered_to = -1
    ends: list[tuple[int, int]] | None = None
    places: dict[str, list[int]] = {}
    adjusts = any(
        (mentions[i].sense.kind == "verb" and mentions[i].sense.group in _ADJUSTS)
        or mentions[i].sense.group == "grading"
        for i in here
    ) or any(reading.words.low[k] in ("needed", "monitoring") for k in range(reading.sentences[number].first, last))
    required = any(mentions[i].sense.id in ("require", "need") for i in here)
    for index in here:
        mention = mentions[index]
        sense = mention.sense
        if mention.first < covered_to or (
            reading.bits[index] & (NEGATED | HISTORICAL) and sense.kind not in ("impairment", "cue")
        ):
            continue
        if sense.kind == "link" and sense.group in ("purpose", "cause", "function"):
            if ends is None:
                ends, places = _scope_ends(reading, here), _places(reading, here)
            end = _scope_end(ends, mention.last, last)
            inside = {
                kind for kind, words in places.items() if bisect_left(words, mention.last) < bisect_left(words, end)
            }
            if sense.group == "cause" and adjusts:
                marks.append((mention.first, end, HOW))
            elif inside & (WHY | FUNCTIONS) or (
                sense.group == "purpose" and len(_mention_words(reading, mention.first, mention.last)) > 1
            ):
                role = FUNCTION if inside & FUNCTIONS and not inside & WHY and "function" in inside else WHY_ROLE
                if required and sense.id == "to_reduce":
                    role = NEED
                marks += _split_function(reading, here, mention.last, end, role)
            else:
                continue
            covered_to = end
        elif sense.kind == "verb" and sense.group not in ("patient", "neutral"):
            marks.append((mention.first, mention.last, HOW))
        elif sense.kind in _ROLES:
            marks.append((mention.first, mention.last, _ROLES[sense.kind]))
    return marks


def _mention_words(reading: Reading, first: int, last: int) -> list[str]:
    """Return the words `first:last`."""
    return reading.words.low[first:last]


def _places(reading: Reading, here: list[int]) -> dict[str, list[int]]:
    """Return the first words of a sentence's mentions by kind, in order."""
    places: dict[str, list[int]] = {}
    for index in here:
        places.setdefault(reading.mentions[index].sense.kind, []).append(reading.mentions[index].first)
    return places


def _scope_ends(reading: Reading, here: list[int]) -> list[tuple[int, int]]:
    """Return the mentions at which a link's reach ends, as (first word, end of the reach), in order."""
    ends = []
    for index in here:
        mention = reading.mentions[index]
        kind, first = mention.sense.kind, mention.first
        before = reading.words.low[first - 1]
        if kind == "link" and (mention.sense.group == "following" or reading.words.low[first] not in ("and", "for")):
            ends.append((first, first))
        elif (kind == "cue" and before in ("with", "using", "via", "through", "by")) or (
            kind == "person" and before in ("with", "while", "and")
        ):
            ends.append((first, first - 1))
    return ends


def _scope_end(ends: list[tuple[int, int]], begin: int, last: int) -> int:
    """A link reaches to the next link, a new cue or agent, or the sentence's end."""
    at = bisect_left(ends, begin, key=lambda end: end[0])
    return ends[at][1] if at < len(ends) else last


def _split_function(reading: Reading, here: list[int], first: int, last: int, role: str) -> list[tuple[int, int, str]]:
    """A life function inside a reason keeps its own role; the reason runs on around it."""
    functions = [
        reading.mentions[i]
        for i in here
        if reading.mentions[i].sense.kind == "function" and first <= reading.mentions[i].first < last
    ]
    if role == FUNCTION or not functions:
        return [(first, last, role)]
    marks, at = [], first
    for mention in functions:
        if mention.first > at:
            marks.append((at, mention.first, role))
        marks.append((mention.first, mention.last, FUNCTION))
        at = mention.last
    if at < last:
        marks.append((at, last, role))
    return marks


def _merge(reading: Reading, marks: list[tuple[int, int, str]]) -> list[Segment]:
    words = reading.words
    segments: list[Segment] = []
    order = {NEED: 0, RESPONSE: 1, WHAT: 2, WHY_ROLE: 3, HOW: 4, FUNCTION: 5, OTHER: -1}
    reach = 0
    for first, last, role in sorted(marks, key=lambda mark: (mark[0], -mark[1], -order[mark[2]])):
        first = max(first, reach)
        if first >= last:
            continue
        start, end = words.start[first], words.end[last - 1]
        if segments and segments[-1].role == role and first - reach <= 1:
            segments[-1] = Segment(segments[-1].start, end, role)
        elif start >= (segments[-1].end if segments else 0):
            segments.append(Segment(start, end, role))
        reach = last
    return segments
