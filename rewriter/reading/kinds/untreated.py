"""Pieces that name a thing done, or a cue, and tell of something else: what it did, what fell away, what came before.

"Wide arc turns with counting worked best", "took break on swing", "2 falls in Nov, both turning", "rest needed VC".
"""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.calendar import MONTHS
from rewriter.reading.mentions import DOSES
from rewriter.reading.reading import Reading
from rewriter.reading.surface.verbs import NEEDED

# Somebody did something, and who it was is not told; none of them is a therapist's deed.
_DID = frozenset("took went came got had made told slept ate drank woke felt broke brought bought wore rolled".split())
# Still so, or told to be so: "stayed seated 8 min", "limit sitting to 30 min".
_STAYED = frozenset("stayed remained kept limit limits avoid restrict minimize skip refrain keep".split())
_WOULD_NOT = frozenset("won't wont wouldn't didn't didnt doesn't doesnt don't dont can't cant couldn't hasn't".split())
_HELPED = frozenset("helped helps worked works helpful effective ineffective".split())
# "Worked on stairs", "helped by PT" tell of the treatment again.
_HELPED_WITH = frozenset("on to toward towards thru through by with into up at in for".split())
_RANKED = frozenset({"best", "easiest", "hardest", "worst"})
_PAUSES = frozenset({"rest", "rests", "break", "breaks", "pause", "pauses", "nap"})
# Behind a "no" these say that it did not help: "no use today", "no luck".
_AVAIL = frozenset("use good luck joy go avail benefit effect success".split())
_NO_USE = frozenset({"useless", "pointless", "unsuccessful"})
_EFFECT = frozenset({"no", "little", "a", "some", "much"})
_BEFORE_NEED = frozenset({"as", "if", "when", "where", "whenever"})
_UNDONE = frozenset("addressed trained worked reached practiced tested attempted done tried performed assessed".split())
_MONTHS = MONTHS.keys() - {"dec", "jun", "mar", "march", "may", "sep"}  # what else these may be
_SINCE = frozenset({"in", "since", "last", "until", "till", "early", "late", "mid"})
_FALLS = frozenset({"falls", "fall", "fell"})
_FEWER = frozenset({"fewer", "less", "more"})
_VERSUS = frozenset({"vs", "versus"})
_DAILY = frozenset({"daily", "nightly", "everyday"})
_DAYS = frozenset("day days night nights morning mornings evening evenings week weeks".split())
_STEPPED = frozenset({"to", "over", "through", "by", "past"})
_UP_DOWN = frozenset({"up", "down", "ascent", "descent", "ascending", "descending"})
# So high is a thing; nobody walks inches on it.
_SMALL = frozenset({"inch", "centimeter"})


def tells_otherwise(reading: Reading, inside: Sequence[int], head: int, first: int, last: int) -> bool:
    """Tell whether words `first:last`, whose head names a thing done or a cue, tell of no treatment given."""
    low, mentions = reading.words.low, reading.mentions
    named, behind = mentions[head].first, mentions[head].last
    if mentions[head].sense.kind == "surface" and _is_height(reading, inside, head):
        return True
    if low[first] in _WOULD_NOT or (low[first] in _DID | _STAYED and named > first):
        return True
    dosed = any(mentions[i].sense.kind in DOSES for i in inside)
    if not dosed and _is_part_moving(reading, inside, head, first, last):
        return True
    if _is_habit(low, first, last) or (not dosed and _is_way_of_stairs(low, first, last)):
        return True
    if low[last - 1] in _RANKED and not dosed and last > behind:
        return True
    if mentions[head].sense.kind == "position" and not _PAUSES.isdisjoint(low[behind:last]):
        return True  # "seated break 2 min"
    if low[first].endswith("ed") and low[first + 1 : first + 2] != [] and _is_manner(low[first + 1]) and named > first:
        return True  # "slid slightly off step"
    if any(low[at] in _SINCE and low[at + 1] in _MONTHS for at in range(first, last - 1)):
        return True
    if low[last - 1] == "held" and last - 1 >= behind and not dosed:
        return True  # "foam EC held": left out, or kept
    if not dosed and behind < last and low[behind] == "no" and (behind + 1 == last or low[behind + 1] == ","):
        return True  # "heel raises no, calf sore"
    left_out = any(low[at] == "not" and low[at + 1] in _UNDONE for at in range(behind, last - 1))
    if left_out and not reading.bits[head]:
        return True
    if _tells_effect(reading, behind, last):
        return True
    counted = [at for at in range(first + 1, named) if low[at] in _FALLS and low[at - 1].isdecimal()]
    if counted and not any(mentions[i].sense.kind in DOSES and mentions[i].first > counted[-1] for i in inside):
        return True
    if mentions[head].sense.kind == "cue":
        return _tells_need(reading, first, named, behind, last) or _is_weighed(reading, inside, behind, last)
    return low[first] == "held" and named > first and all(mentions[i].sense.kind != "duration" for i in inside)


def _is_height(reading: Reading, inside: Sequence[int], head: int) -> bool:
    """The only figure told of a surface is how high it is: "raised bed 2 in with risers", "HOB 30"."""
    doses = [reading.mentions[i].sense for i in inside if reading.mentions[i].sense.kind in DOSES]
    bed = reading.words.low[reading.mentions[head].first - 2 : reading.mentions[head].first] == ["head", "of"]
    return bed or (bool(doses) and all(sense.group in _SMALL for sense in doses))


def _is_habit(low: Sequence[str], first: int, last: int) -> bool:
    """Told of every day, and of no visit: "bike 15 min most days", "walks dog daily"."""
    told = low[first:last]
    if not _DAILY.isdisjoint(told):
        return True
    return any(one in ("every", "most", "each") and two in _DAYS for one, two in pairwise(told))


def _is_part_moving(reading: Reading, inside: Sequence[int], head: int, first: int, last: int) -> bool:
    """Parts of the body and what they do: "heels lift", "R toes drag"; "heel lifts" are an exercise."""
    low, named = reading.words.low, reading.mentions[head].first
    parts = any(reading.mentions[i].sense.kind == "part" and reading.mentions[i].last == named for i in inside)
    plural = named > first and low[named - 1].endswith("s") and not low[named - 1].endswith(("is", "us", "ps", "ss"))
    plural = plural and not low[named].endswith(("s", "ing"))
    return parts and plural and reading.mentions[head].last == last


def _is_way_of_stairs(low: Sequence[str], first: int, last: int) -> bool:
    """How each step was taken, up or down: "step over up", "step through on descent"."""
    if low[first] != "step" or low[first + 1 : first + 2] == [] or low[first + 1] not in _STEPPED:
        return False
    return not _UP_DOWN.isdisjoint(low[first + 2 : last])


def _is_manner(word: str) -> bool:
    return word.endswith("ly") and word not in ("only", "early", "daily")


def _tells_effect(reading: Reading, behind: int, last: int) -> bool:
    """What it did is told behind it: "helped", "worked best", "made no change", "didn't help"."""
    low = reading.words.low
    for at in range(behind, last):
        following = low[at + 1] if at + 1 < last else "."
        if low[at] in _HELPED and (following not in _HELPED_WITH or _leads_to_value(low, at + 1, last)):
            return True
        if low[at] == "help" and (low[at - 1] in _WOULD_NOT | {"not"} or (low[at - 1] == "no" and at + 1 == last)):
            return True
        if (low[at] in _AVAIL and low[at - 1] == "no") or low[at] in _NO_USE:
            return True
        if low[at] == "made" and following in _EFFECT:
            return True
    return False


def _leads_to_value(low: Sequence[str], at: int, last: int) -> bool:
    """How far it came stands at word `at`: "desensitization helped to 2", not "helped to stand"."""
    return low[at] in ("to", "down") and at + 1 < last and low[at + 1][0].isdecimal()


def _tells_need(reading: Reading, first: int, named: int, behind: int, last: int) -> bool:
    """Who or what needed a cue is told: "rest needed VC", "still needs cue"; "VC as needed" is a cue given."""
    low = reading.words.low
    if any(low[at] in NEEDED and low[at - 1] not in _BEFORE_NEED for at in range(first + 1, named)):
        return True
    return behind < last and low[behind] in NEEDED


def _is_weighed(reading: Reading, inside: Sequence[int], behind: int, last: int) -> bool:
    """How many cues it took is set beside another time: "VC fewer than before", "1 cue vs 4 cues"."""
    low, mentions = reading.words.low, reading.mentions
    than = next((at for at in range(behind, last - 1) if low[at] == "than"), None)
    if than is not None and not low[than + 1][0].isdecimal() and not _FEWER.isdisjoint(low[behind:than]):
        return True
    cues = [mentions[i] for i in inside if mentions[i].sense.kind == "cue"]
    return any(low[at] in _VERSUS for cue in cues[:-1] for at in range(cue.last, min(cue.last + 2, last)))
