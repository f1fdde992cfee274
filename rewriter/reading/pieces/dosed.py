"""Doses beside what begins a piece: they belong to it, or to what stands before it."""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.body import MOTIONS
from rewriter.reading.mentions import DOSES, VALUES
from rewriter.reading.pieces.commas import FORMERLY
from rewriter.reading.reading import Reading

_TIMES = frozenset({"duration"})
_BREAKS = frozenset({".", ";", "\n", "?", "!"})
_LEAST_MINUTES = 8
_LONGEST = 6
_REPEATED = frozenset({"x", "time", "set", "trial"})
_BEHIND_VALUE = frozenset(", after at with w/ in on post p following by %".split())
_MARKS = frozenset({",", "-", "->", "\u2192", "+"})
_DONE = frozenset({"activity", "task", "position", "ability"})
# Help and where it was given; how far something went, or with what.
_HELPED = frozenset({"level", "side", "part"})
_WAYS = frozenset({"device", "distance", "surface", "equipment"})
_FEWEST_LISTED = 2  # commas
_LONGEST_NAME = 2  # words
_LISTED = _DONE | {"side", "part", "surface", "equipment", "device", "verb", "function"}
_DOSED_OR_GIVEN = DOSES | {"cue", "level", "ratio", "measure", "vital", "treatment", "code"}
_NOT_DOSED = frozenset({"education", "goal", "planned", "negation", "impairment", "pressure", "symptom"})
_SIZES = frozenset({"inch", "centimeter", "millimeter"})
_APART = frozenset({":", "|", "//"})
_ROUNDS = frozenset("bout bouts round rounds pass passes rep reps lap laps trial trials hold holds each ea".split())
# What a current has, and no session.
_CURRENTS = frozenset({"hz", "ma", "pps", "hertz", "milliamps", "pulses"})
_ABOUT = frozenset({"about", "approximately", "~"})
_DOSE_WORDS = _ROUNDS | _ABOUT | frozenset("per of side way direction leg arm both".split())
# What has a value, a dose or a tale of its own.
_OWN_KINDS = frozenset(
    "activity cue level task function impairment measure vital diagnosis symptom education goal planned".split()
)


def is_dosed(reading: Reading, at: int, here: Sequence[int]) -> bool:
    """Tell whether a dose follows what begins at word `at`."""
    last = max(reading.mentions[i].last for i in here)
    return any(reading.mentions[i].sense.kind in DOSES for i in reading.between(last, last + 2))


def tells_dose(reading: Reading, first: int) -> bool:
    """An activity begins at word `first`, and its count or sets follow before the next mark."""
    low = reading.words.low
    end = next(
        (at for at in range(first, len(low)) if low[at] in _BREAKS or low[at] in (",", "->", "\u2192")), len(low)
    )
    near = [reading.mentions[i] for i in reading.between(first, end)]
    named = {mention.sense.kind for mention in near if mention.first == first}
    return "activity" in named and any(mention.sense.kind == "count" for mention in near)


def ends_in_minutes(reading: Reading, here: list[int], at: int, indexes: list[int]) -> bool:
    """Minutes that close a sentence behind a cue or a level are the treatment's: "DF TC 12 min".

    Where more is told of it behind a comma they are what stands before: "mirror box 10 min, L hand visible".
    """
    time = next(reading.mentions[i] for i in here if reading.mentions[i].sense.kind == "duration")
    last = time.last >= len(reading.words.low) or reading.words.low[time.last] in _BREAKS
    if reading.words.low[time.first].isdecimal() and int(reading.words.low[time.first]) < _LEAST_MINUTES:
        return False  # less than a unit of treatment
    ended = [reading.mentions[i].sense for i in indexes if reading.mentions[i].last == at]
    if reading.words.low[at - 1] == "therapy" and any(sense.kind == "cue" for sense in ended):
        return False  # "phantom pain 6/10 -> 3/10 with mirror therapy 10 min"
    if any(sense.group == "grading" for sense in ended):
        return False  # "seated rest 4 min": so long was the rest
    before = {sense.kind for sense in ended}
    return last and time.sense.group == "minute" and bool(before & {"cue", "level"})


def is_repeated(reading: Reading, index: int) -> bool:
    """Tell whether a time was spent more than once, as no session is: "5 x 1 min", "1 min x 5", "2 min x 3 sets"."""
    time = reading.mentions[index]
    if "x" in time.sense.id:
        return True
    behind = (reading.mentions[i] for i in reading.between(time.last, time.last + 1))
    return any(
        m.first == time.last and m.sense.kind == "count" and m.sense.group in _REPEATED and m.sense.id != "1"
        for m in behind
    )


def is_short(reading: Reading, index: int) -> bool:
    """Less than a unit of treatment: so short is a dose behind a comma, and no session."""
    time = reading.mentions[index].sense
    return time.group == "minute" and time.id.isdecimal() and int(time.id) < _LEAST_MINUTES * 60


def is_of_device(reading: Reading, index: int) -> bool:
    """A time behind a comma is the dose of a current or a device: "35 Hz, 10 on/10 off, 15 min, paired with blocks".

    Its rate stands before it in the sentence, or a dash leads on to what was done: "mirror L hand, 15 min - wrist ext".
    """
    low, mentions = reading.words.low, reading.mentions
    time = mentions[index]
    if time.first == 0 or low[time.first - 1] != ",":
        return False
    begin = next((at + 1 for at in range(time.first - 2, -1, -1) if low[at] in _BREAKS), 0)
    before = [mentions[i].sense for i in reading.between(begin, time.first)]
    if any(sense.kind in ("code", "treatment", "duration") for sense in before):
        return False
    if not _CURRENTS.isdisjoint(low[begin : time.first]):
        return True
    led_on = low[time.last : time.last + 1] == ["-"] and reading.words.gap[time.last] == " "
    return led_on and {sense.kind for sense in before} <= {"cue", "side", "part", "proper"} and bool(before)


def times_device(reading: Reading, comma: int, last: int) -> bool:
    """Only the time of a current or a device stands between this comma and the next mark."""
    time = next(
        (i for i in reading.between(comma + 1, comma + 2) if reading.mentions[i].sense.kind == "duration"), None
    )
    if time is None or not is_of_device(reading, time):
        return False
    end = reading.mentions[time].last
    return end >= last or reading.words.low[end] in _MARKS


def doses_alone(reading: Reading, comma: int, last: int) -> bool:
    """Nothing but a dose stands between a comma and the next mark: "shifts, 10 x 2, mirror", "taps, 2 rounds each leg".

    It belongs to the thing done before the comma, where that has no dose of its own and no cue or help stands between.
    Minutes alone, unless they are few, may be the session's.
    """
    low, mentions = reading.words.low, reading.mentions
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in _MARKS | _BREAKS | _APART), 0)
    before = {mentions[i].sense.kind for i in reading.between(begin, comma)}
    doing = not before.isdisjoint(_DONE) or any(word.endswith("ing") for word in low[begin : comma - 1])
    sizes = {mentions[i].last for i in reading.between(begin, comma) if mentions[i].sense.group in _SIZES}
    if sizes and all(
        mentions[i].last in sizes for i in reading.between(begin, comma) if mentions[i].sense.kind in DOSES
    ):
        before -= {"distance"}  # "1 inch cubes"
    if not doing or not before.isdisjoint((_DOSED_OR_GIVEN - {"cue"}) | _NOT_DOSED) or low[begin] == "no":
        return False
    at, dosed = comma + 1, False
    while at < last and low[at] not in _MARKS:
        here = [i for i in reading.between(at, at + 1) if mentions[i].first == at]
        dose = next((i for i in here if mentions[i].sense.kind in DOSES | {"load"}), None)
        if dose is not None:
            dosed |= not _may_be_session(reading, dose)
            at = mentions[dose].last
            at += mentions[dose].sense.kind == "count" and low[at : at + 1] in (["left"], ["right"])  # "3x8 R"
        elif low[at] in _DOSE_WORDS or (low[at].isdecimal() and low[at + 1 : at + 2] and low[at + 1] in _ROUNDS):
            dosed |= low[at] not in _ABOUT
            at += 1
        elif dosed and any(mentions[i].sense.kind in ("level", "cue") for i in here):
            break
        else:
            return False
    return dosed


def doses_help(reading: Reading, start: int, comma: int, last: int) -> bool:
    """The dose of a task stands alone behind the help it took: "RW min A, 10 ft", "STS CGA, x5"."""
    low, mentions = reading.words.low, reading.mentions
    here = [mentions[i] for i in reading.between(start, comma)]
    given = any(m.sense.kind == "level" and m.last == comma for m in here)
    behind = next((mentions[i] for i in reading.between(comma + 1, comma + 2)), None)
    if not given or behind is None or behind.sense.kind not in DOSES or behind.first != comma + 1:
        return False
    end = behind.last
    while more := next((mentions[i] for i in reading.between(end, min(end + 1, last))), None):
        if more.sense.kind not in DOSES:
            break
        end = more.last
    closed = end >= last or low[end] in _MARKS
    first = next(i for i in reading.between(comma + 1, comma + 2))
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in _BREAKS | _APART), 0)
    told = {mentions[i].sense.kind for i in reading.between(begin, comma)}
    return closed and told.isdisjoint(DOSES) and not _may_be_session(reading, first)


def _may_be_session(reading: Reading, index: int) -> bool:
    time = reading.mentions[index].sense
    if time.kind != "duration" or time.group not in ("minute", "hour"):
        return False
    return not is_short(reading, index) and not is_repeated(reading, index)


def shares_dose(reading: Reading, start: int, comma: int, last: int, indexes: Sequence[int]) -> bool:
    """The dose behind the last of several things is that of each: "chest press, shoulder flexion, curl 3x10 ea"."""
    mentions, low = reading.mentions, reading.words.low
    dose = next((mentions[i] for i in indexes if mentions[i].first > comma and mentions[i].sense.kind in DOSES), None)
    if dose is None:
        return False
    if dose.last >= last or low[dose.last] not in ("each", "ea"):
        return _is_bare_list(reading, start, comma, dose.first) and dose.sense.group == "sets"
    both = low[dose.last + 1 : dose.last + 2] in (["b"], ["bilateral"], ["bilaterally"], ["bil"])
    if dose.last + 1 < last and low[dose.last + 1][0].isalpha() and not both:
        return False  # "10 each side", "5 each leg"
    before = {mentions[i].sense.kind for i in indexes if start <= mentions[i].first < dose.first}
    return before.isdisjoint(_DOSED_OR_GIVEN | {"verb", "negation", "impairment", "goal"})


def _is_bare_list(reading: Reading, start: int, comma: int, end: int) -> bool:
    """Three things done or more, or two motions, with nothing told of any but the last: "LAQ, marches, APs 2x10".

    Whether its dose is that of each is not said, so they stay together as they stand.
    """
    low, mentions = reading.words.low, reading.mentions
    marks = [at for at in range(start, end) if low[at] == ","]
    fewest = 1 if low[end - 1] in MOTIONS and low[comma - 1] in MOTIONS else _FEWEST_LISTED
    if len(marks) < fewest or comma not in marks or low[start : start + 1] in (["no"], ["not"]):
        return False
    known = 0
    for begin, stop in pairwise([start - 1, *marks, end]):
        here = [mentions[i].sense for i in reading.between(begin + 1, stop)]
        held = {sense.kind for sense in here if not sense.id.endswith("range_of_motion")}
        if not held <= _LISTED or not all(word.isalpha() for word in low[begin + 1 : stop]):
            return False
        moved = len(here) != len(held) and any(sense.id.endswith("range_of_motion") for sense in here)
        done = moved or not held.isdisjoint(_DONE) or low[stop - 1] in MOTIONS
        known += done
        if not done and (stop - begin - 1 > _LONGEST_NAME or not low[stop - 1].endswith("s")):
            return False
    return known > 0 and not reading.is_scoped(~0, start, end)


def returns_to_value(reading: Reading, start: int, comma: int, last: int) -> int:
    """Return where the vital sign told before the comma has its next value, 0 if none: "HR 118, rest 4 min, 92".

    Apart from its sign the second value would say nothing.
    """
    low, mentions = reading.words.low, reading.mentions
    if all(mentions[i].sense.kind != "vital" for i in reading.between(start, comma)):
        return 0
    for at in (at for at in range(comma, last - 1) if low[at] == ","):
        value = next((mentions[i] for i in reading.between(at + 1, at + 2)), None)
        if value is not None and value.sense.kind in VALUES:
            return value.last if value.last >= last or low[value.last] in _BEHIND_VALUE else 0
        end = next((stop for stop in range(at + 1, last) if low[stop] == ","), last)
        led = [mentions[i] for i in reading.between(at + 1, end) if low[mentions[i].first - 1] in ("->", "\u2192")]
        if len(led) == 1 and led[0].last == end and led[0].sense.kind in VALUES:
            return end  # "SpO2 88, PLB -> 93"
        others = [mentions[i].sense for i in reading.between(at + 1, end)]
        if any(sense.kind in _OWN_KINDS and sense.group != "grading" for sense in others):
            return 0
    return 0


def returns_to_dose(reading: Reading, start: int, comma: int, last: int) -> int:
    """Return where the dose told before the comma has its former figure, 0 if none: "120 ft, SBA, was 60".

    Only a level of help stands between: the bare figure is no former level, and apart from its dose it says nothing.
    """
    low, mentions = reading.words.low, reading.mentions
    again = next((at for at in range(comma + 1, last - 2) if low[at] == ","), None)
    if again is None or low[again + 1] not in FORMERLY:
        return 0
    figure = again + 2 + (low[again + 2] == "only")
    end = figure + 1
    if end > last or not low[figure].isdecimal() or (end < last and low[end] not in _MARKS):
        return 0
    between = [mentions[i].sense.kind for i in reading.between(comma + 1, again)]
    dosed = any(mentions[i].sense.kind in DOSES for i in reading.between(start, comma))
    return end if dosed and between == ["level"] else 0


def repeats_dose(reading: Reading, start: int, comma: int, last: int) -> bool:
    """Only the next bout's figure stands between the comma and the next mark: "squats x8, x6", "RW 45 ft, 60 ft".

    So may its help or its side: "3 tries: CGA, SBA, SBA", "carry 50 ft R, L, both".
    """
    low, mentions = reading.words.low, reading.mentions
    end = next((at for at in range(comma + 1, last) if low[at] in _MARKS), last)
    again = [mentions[i] for i in reading.between(comma + 1, end)]
    before = [mentions[i] for i in reading.between(max(start, comma - _LONGEST), comma)]
    if len(again) != 1 or (again[0].first, again[0].last) != (comma + 1, end):
        return False
    if again[0].sense.kind in ("level", "side"):
        return any(m.last == comma and m.sense.kind == again[0].sense.kind for m in before)
    if again[0].sense.kind not in DOSES:
        return False
    alike = again[0].sense.kind, again[0].sense.group
    long = again[0].sense.kind == "duration" and again[0].sense.group != "second"
    return not long and any(m.last == comma and (m.sense.kind, m.sense.group) == alike for m in before)


def tells_former_way(reading: Reading, start: int, comma: int, last: int) -> bool:
    """Behind help stands how far or with what it was before, and no former help: "SBA, was RW 60 ft Mon"."""
    low, mentions = reading.words.low, reading.mentions
    if low[comma + 1 : comma + 2] == [] or low[comma + 1] not in FORMERLY:
        return False
    end = next((at for at in range(comma + 1, last) if low[at] == ","), last)
    helped = {mentions[i].sense.kind for i in reading.between(start, comma)}
    former = {mentions[i].sense.kind for i in reading.between(comma + 1, end)}
    return "level" in helped <= _HELPED and not former.isdisjoint(_WAYS) and "level" not in former


def ends_figure(reading: Reading, at: int) -> bool:
    """Tell whether the word before `at` is the unit of a time: "2 min"."""
    return _ends_kind(reading, at, _TIMES)


def kinds_dosed(reading: Reading, at: int) -> frozenset[str]:
    """Return what else heads a piece that a dose ends before word `at`: "sit 5 min", "eyes closed 3x15 s"."""
    near = (reading.mentions[i] for i in reading.between(at - _LONGEST, at))
    dose = next((mention.sense for mention in near if mention.last == at and mention.sense.kind in DOSES), None)
    if dose is None:
        return frozenset()
    return frozenset({"position", "vision"} if dose.kind == "duration" and "x" in dose.id else {"position"})


def _ends_kind(reading: Reading, at: int, kinds: frozenset[str]) -> bool:
    near = (reading.mentions[i] for i in reading.between(at - _LONGEST, at))
    return any(mention.last == at and mention.sense.kind in kinds for mention in near)
