"""Why something was not done, told behind a mark: "foam not tried, fatigue", "stairs deferred - too tired".

Apart from what was left out, the reason would stand as what was found, or as what the patient did.
"""

from rewriter.reading.context.cues import PARTICIPLES
from rewriter.reading.context.marks import THIS, TODAY
from rewriter.reading.mentions import Mention
from rewriter.reading.reading import Reading

_UNDOING = frozenset({"negation", "refusal"})
# Left out or broken off, in two words.
_BROKEN_OFF = {
    "off": frozenset({"put", "called", "broke", "broken"}),
    "short": frozenset({"cut", "stopped", "kept"}),
    "early": frozenset({"ended", "stopped", "finished", "quit", "left"}),
}
WITHHELD = frozenset(
    "held deferred skipped withheld omitted postponed cancelled canceled stopped aborted discontinued limited".split()
)
# What a reason may name; anything else tells of its own.
_REASONS = frozenset(
    "symptom impairment deficit diagnosis part side position place historical ability device ratio pressure number "
    "vital percent".split()
)
_FIGURED = frozenset({"/", "%", "."})
_PATIENT = frozenset({"patient", "pt"})
# What is left out; and what is held otherwise, in the hand, in place or so long.
_DONE = frozenset({"activity", "task", "surface"})
_HELD = frozenset({"part", "position", "duration", "count", "person", "equipment", "device", "level"})
_LONGEST_NO = 4  # words
_STOPS = frozenset({",", ";", "->", "\u2192", "+"})
_LONGEST = 5
_LONGEST_BREAK = 5
# What else could be told there: who did something, what was found.
_OTHERS = frozenset("but then will plan goal next ok okay good better worse".split())


def tells_why_not(reading: Reading, start: int, mark: int, last: int) -> bool:
    """Tell whether the mark leads from what was not done, or not finished, to a bare reason for it."""
    low = reading.words.low
    end = _find_end(reading, mark + 1, last)
    told = low[mark + 1 : end]
    if not told or len(told) > _LONGEST + 2 * any(map(str.isdecimal, told)):
        return False
    if not all(word[0].isalnum() or word in _FIGURED for word in told):
        return False
    held = [reading.mentions[i] for i in reading.between(mark + 1, end)]
    if told[0] in _PATIENT and len(told) == 2:
        return any(m.sense.kind == "refusal" for m in held)  # "no thrust, pt declined"
    reasons = {m.first for m in held if m.sense.kind in _REASONS}
    if not _OTHERS.isdisjoint(told) or any(m.first not in reasons for m in held):
        return False
    return _is_left_out(reading, start, mark)


def _find_end(reading: Reading, first: int, last: int) -> int:
    """Return the next mark, or the end of the sentence."""
    low, gap = reading.words.low, reading.words.gap
    return next((at for at in range(first, last) if low[at] in _STOPS or (low[at] == "-" and gap[at] == " ")), last)


def _is_left_out(reading: Reading, start: int, mark: int) -> bool:
    """Words `start:mark` end in that something was not done, or was broken off."""
    low = reading.words.low
    end = mark
    while end > start + 1 and low[end - 1] in TODAY | THIS:
        end -= 1
    ends = {end, end - 1} if low[end - 1] in PARTICIPLES or low[end - 1].endswith("ed") else {end}
    undone = (m for m in map(reading.mentions.__getitem__, reading.between(start, end)) if m.last in ends)
    if any(_denies_before(reading, m) for m in undone):
        return True
    if low[start] in WITHHELD and end > start + 1:
        return True  # "held hops - quad still weak"
    kinds = {reading.mentions[i].sense.kind for i in reading.between(start, mark)}
    done = not kinds.isdisjoint(_DONE)
    if low[end - 1] == "held" and mark == end and kinds.isdisjoint(_HELD):
        return True  # "hops held, pain 3/10"
    if low[start] == "no" and mark - start <= _LONGEST_NO and done:
        return True  # "no foam - nauseous"
    verbs = _BROKEN_OFF.get(low[end - 1], frozenset())
    return not verbs.isdisjoint(low[max(start, end - _LONGEST_BREAK) : end - 1])


def _denies_before(reading: Reading, cue: Mention) -> bool:
    """A denial that is about what stands before it: "foam not tried"; not "denies"."""
    if cue.sense.kind not in _UNDOING:
        return False
    return any(left < cue.first < right for left, right, _ in reading.scopes)
