"""The small words before a bare side: "to the left" for "LOB to L", "on the left" for "effusion L".

A side before its part ("to left knee") and one that a way ends at ("L to R") are told by others, and where the side is
where something went ("trunk lean L") nothing is said of where it was.
"""

from collections.abc import Sequence

from rewriter.body import SIDES
from rewriter.pattern import late
from rewriter.reading.mentions import QUANTITIES, Mention
from rewriter.reading.pieces.seams import CUE_ENDS
from rewriter.reading.reading import Reading
from rewriter.reading.surface.bridges import ends_phrase, reaches_part

_WAYS = frozenset({"to", "on", "onto", "toward", "towards", "from"})
_PLACES = _WAYS | frozenset({"at", "in", "over", "through", "into", "behind", "against", "under", "with", "by"})
_BESIDE = frozenset({"side", "level"}) | QUANTITIES
_STOPS = frozenset({",", ";", ".", ")", "(", ":", "|"})
# What is wrong or missing there; "the" of a part of the body is told by its part.
_LYING = frozenset({"diagnosis", "impairment", "ability", "symptom"})
_GOING = late(
    "lean|sway|veer|tilt|drift|shift|balance|rotat|turn|flexion|push|reach|scan|gaze|look|track|head|weight|roll|propul"
    "|pulsion|swerv|pull|list|deviat|nystagmus|bend"
)
_DONE = frozenset({"activity", "task", "verb"})
_JOINING = frozenset({"/", "-", "->", "\u2192", ">", "and"})
_GREATER = frozenset({">", "<"})
_FALLING = frozenset({"fell", "falls", "falling", "fall", "toppled", "topples"})
_ONTO = frozenset({"to", "the", "at", "@", "on", "over"})


def side_word(reading: Reading, at: int, first: int, last: int, here: Sequence[Mention], *, prose: bool) -> str:
    """Return what belongs before the bare side at word `at` of words `first:last`: "the", "to the", "on the", or ""."""
    low = reading.words.low
    if at == first or low[at] not in SIDES or all(m.sense.kind != "side" for m in here):
        return ""
    behind = low[at + 1] if at + 1 < last else "."
    if low[at - 1] in _PLACES and reaches_part(reading, at, reading.between(at, last)):
        return "the"
    if low[at - 1] in _WAYS:
        return "the" if _ends_way(reading, at, last) and low[at - 2] not in SIDES else ""
    if low[at - 1] in _FALLING and (behind in _STOPS | {"into"} or _counts_next(reading, at, last)):
        return "to the"
    if prose:
        return ""
    before = [reading.mentions[i] for i in reading.between(first, at) if reading.mentions[i].last == at]
    if any(m.sense.kind == "count" for m in before) and _has_fallen(reading, before[0].first, first):
        return "to the" if behind in _STOPS | CUE_ENDS or _begins(reading, at + 1, last) else ""
    if any(word in SIDES for word in low[first:at]):
        return ""  # "L overshoots R were ok": the next begins
    lies = [m for m in before if m.sense.kind in _LYING]
    counted = _counts_next(reading, at, last)
    closed = behind in _STOPS or (behind in CUE_ENDS and behind[0].isalpha()) or counted
    if lies and closed and not any(_GOING.search(m.sense.id) for m in before):
        return "on the"
    return ""


def find_side_behind(reading: Reading, at: int, last: int, inside: Sequence[int]) -> int:
    """Return the word of the side of the part at word `at` where hands were, told behind it: "tactile cues hip R".

    It is -1 for none; the side of something else, or of a way, stands where it was written.
    """
    low, mentions = reading.words.low, reading.mentions
    held = [mentions[i] for i in inside]
    end = next((m.last for m in held if m.first == at and m.sense.kind == "part"), last)
    begin = at
    while begin and low[begin - 1] in _ONTO:
        begin -= 1
    handled = any(m.last == begin and m.sense.kind == "cue" and m.sense.group in ("tactile", "manual") for m in held)
    sides = [m for m in held if m.sense.kind == "side"]
    if not handled or end >= last or low[end] not in SIDES or len(sides) != 1:
        return -1
    owned = any(m.first == end + 1 and m.sense.kind == "part" for m in held)
    return -1 if owned else end


def compares_sides(reading: Reading, at: int, last: int) -> bool:
    """The words from `at` compare the sides of what was told, and end it: "ataxia R>L"."""
    low = reading.words.low
    if at == 0 or low[at] not in SIDES or low[at + 1 : at + 2] == [] or low[at + 1] not in _GREATER:
        return False
    ends = at + 3 >= last or low[at + 3] in _STOPS
    if any(_GOING.search(reading.mentions[i].sense.id) for i in reading.between(at - 1, at)):
        return False  # "veers L>R"
    return ends and low[at + 2 : at + 3] != [] and low[at + 2] in SIDES and low[at - 1][0].isalpha()


def lies_in(reading: Reading, inside: Sequence[int], at: int) -> bool:
    """What stands before word `at` is had or found, and not done: "reach R>L" may go from the one to the other."""
    before = [reading.mentions[i].sense for i in inside if reading.mentions[i].first < at]
    told = {sense.kind for sense in before}
    moved = at > 0 and _GOING.match(reading.words.low[at - 1]) is not None  # "roll R>L"
    done = moved or not told.isdisjoint(_DONE) or any(_GOING.search(sense.id) for sense in before)
    return not told.isdisjoint(_LYING | {"measure"}) or not done


def _ends_way(reading: Reading, at: int, last: int) -> bool:
    behind = reading.words.low[at + 1] if at + 1 < last else "."
    if behind == "side":
        return ends_phrase(reading, at + 2)
    if behind == "to":
        return False
    if behind in _JOINING and at + 2 < last:
        return reading.words.low[at + 2] not in SIDES
    return behind in _STOPS | _JOINING | (CUE_ENDS - {"total"}) or _begins(reading, at + 1, last)


def _begins(reading: Reading, at: int, last: int) -> bool:
    """A level, a value or another side begins at word `at`."""
    if at >= last:
        return True
    return any(reading.mentions[i].sense.kind in _BESIDE for i in reading.between(at, at + 1))


def _counts_next(reading: Reading, at: int, last: int) -> bool:
    """How often it was follows the side at word `at`."""
    here = (reading.mentions[i] for i in reading.between(at + 1, min(at + 2, last)))
    return any(m.first == at + 1 and m.sense.kind == "count" for m in here)


def _has_fallen(reading: Reading, at: int, first: int) -> bool:
    ended = (reading.mentions[i] for i in reading.between(first, at))
    return any(m.sense.id == "loss_of_balance" and m.last == at for m in ended)
