"""The quantity that begins with a figure: doses, ranges, measures, grades.

Every reader takes the words `low` with the gaps before them and returns where the quantity ends, and its sense.
"""

from math import isnan

from rewriter.calendar import SPANS, WEEKDAYS
from rewriter.lexicon import Sense
from rewriter.reading.quantities.figures import (
    DATE_CUES,
    DEGREES,
    PERIODS,
    Found,
    ends_there,
    has_thousands,
    is_minus_grade,
    is_power,
    is_pressure,
    is_range,
    is_temperature,
    name_meeting,
    read_clock,
    read_date_or_row,
    read_out_of,
    read_per,
    read_prime,
    read_spoken_pressure,
)  # fmt: skip
from rewriter.reading.quantities.numerals import FRACTIONS, TIMES, as_float, read_numeral
from rewriter.reading.quantities.units import UNITS, is_help, is_measure, name_unit

# The letter s that may count seconds or say "without" (see `bars`).
DOUBTED = "s?"
_TURNS = frozenset({"90", "180", "270", "360", "720"})
_NO_SECONDS = frozenset({"serial", "her", "his", "their", "early", "mid", "late"})
_REPS = frozenset({"reps", "rep", "repetitions", "repetition"})
_METERS = ("m", "meter", "meters", "metre", "metres")
_SPANS = {"s": "s", "sec": "s", "second": "s", "min": "min", "minute": "min", "h": "h", "hr": "h", "hour": "h"}
# How fast: the unit of so much in a stretch of time, and its words where they are not the unit's own.
_SPEEDS = (
    {(length, "s"): "m/s" for length in _METERS}
    | {(length, "min"): "m/min" for length in _METERS}
    | {(length, "s"): "ft/s" for length in ("ft", "feet", "foot")}
    | {(length, "min"): "ft/min" for length in ("ft", "feet", "foot")}
    | {(length, "h"): "mph" for length in ("mile", "miles")}
    | {(length, "h"): "km/h" for length in ("km", "kilometer", "kilometers", "kilometre", "kilometres")}
    | {(beat, "min"): "bpm" for beat in ("beat", "beats", "times", "steps")}
    | {(beat, "s"): "Hz" for beat in ("beat", "beats", "cycle", "cycles", "times")}
    | {(beat, "min"): "cycles/min" for beat in ("cycle", "cycles")}
)
_MOVING = {unit for unit, _ in _SPEEDS}
_SPOKEN = frozenset({"times", "steps", "cycle", "cycles"})
_SINCE = frozenset("ago post after s/p postop post-op out status".split())  # "9 d ago"
# Nobody does twelve sets of twelve: a cushion is 16x18 inches.
_NO_SETS = 12
_NUMBERED = frozenset({"wk", "week", "day", "month"})
_NAMED = frozenset("digit digits finger fingers toe toes stage phase grade class type trial level rancho zone".split())
# "3x30" may count repetitions or seconds, and so may "3x20 s hold": from here on it stays as written.
_SECONDS_TOO = 30
_SECONDS_IN_ONE = 60
_RATED = frozenset("pain dizziness dizzy fatigue nausea dyspnea rpe headache soreness ache".split())
_STOOD = frozenset({"stand", "stands"})
_COUNTING = frozenset("count counts counting counted subtract subtracts subtracting backward backwards".split())
# What a set is made of.
_IN_A_SET = frozenset({"number", "count", "duration"})
_SETTABLE = frozenset({"repetition", "second", "minute", "foot"})
_MOTIONS = frozenset(
    "of flexion extension flex ext abduction adduction rotation lag dorsiflexion plantarflexion supination pronation "
    "inversion eversion deviation valgus varus tilt lean incline slope to short per and at in with".split()
)
_RANGED = frozenset("number duration distance count percent angle load rate frequency".split())

# What may stand behind a unit of one letter, or "in".
_ENDS = frozenset(
    ". , ; x and with w/ hold to at step steps stepups curb curbs bench stool platform hurdle hurdles wedge riser "
    "-> \u2192 ( ) | / :".split()
) | {"", "\n"}
_SIZED = frozenset("block blocks cube cubes peg pegs bead beads dowel dowels curb riser risers wedge".split())
_SEATS = frozenset("mat chair seat bed plinth table toilet recliner couch sofa commode wheelchair box block".split())
_ONTO = frozenset({"from", "off", "onto", "on", "to"})
_BEHIND_SECONDS = WEEKDAYS | frozenset(
    "last prior previous yesterday today initially eval evaluation "
    "eyes left right each standby contact then holds on for in of per tandem romberg foam single rest between p post "
    "after daily nightly hourly weekly qd bid tid qid twice three four every".split()
)
_AMOUNTS_OF_HELP = frozenset({"minimal", "moderate", "maximal", "maximum", "total"})
# "3x10x5" has three figures; longer chains than this are no doses, and would be read again from each figure.
_IN_TENS = frozenset("rr hr rate spo2 sats o2 saturation sbp dbp in low high mid upper".split())
_WIDEST = 3  # times: no range of repetitions is wider
_WAYS = frozenset("ft feet foot yd yds yards m meters laps lap steps stairs".split())
# What has a value, or leads to one.
_COMING_TO = frozenset(
    "to at was now from is = -> pain dizzy dizziness dizz ha headache sx symptoms nausea rpe sob dyspnea hr sats sat "
    "spo2 rr".split()
)
_LONGEST_CHAIN = 8


def after_number(low: list[str], gap: list[str], at: int, depth: int = 0) -> Found:
    """Read the quantity that begins with the number at `at`, the `depth`-th of a chain such as "3x10x5"."""
    end, written = read_numeral(low, gap, at) or (at + 1, low[at])
    part = FRACTIONS.get("".join(low[end : end + 3])) if end < len(low) and gap[end] == " " else None
    if part is not None and written.isdecimal() and is_measure(low, end + 3):
        end, written = end + 3, f"{as_float(written) + part:g}"  # "2 1/2 lb"
    return with_figure(low, gap, at, end, written, depth)


def with_figure(low: list[str], gap: list[str], at: int, end: int, written: str, depth: int) -> Found:
    """Read the quantity at words from `at`, whose figure is `written` and whose other words begin at `end`."""
    count = len(low)
    value = written.replace(",", "") if has_thousands(written) else written
    nxt = low[end] if end < count else ""
    tight = end < count and gap[end] == ""
    if len(value) == 5 and value.isdecimal() and value[0] == "9":
        return end, Sense("code", "", value, written)
    if tight and nxt == "+" and len(value) == 1 and ends_there(low, gap, end + 1):
        return end + 1, Sense("number", "grade", value + "+", value + "+")
    if tight and nxt == "-" and is_minus_grade(low, gap, at, end, value):
        return end + 1, Sense("number", "grade", value + "-", value + "-")
    if tight and nxt == "s" and at and low[at - 1] in _IN_TENS and value.endswith("0"):
        return end + 1, Sense("number", "", f"{value}s", f"{value}s")  # "RR 30s": in the thirties
    # 4-/5, 4+/5: muscle grades
    if tight and nxt in "+-" and end + 2 < count and low[end + 1] == "/" and low[end + 2][0].isdecimal():
        text = f"{value}{nxt}/{low[end + 2]}"
        return end + 3, Sense("ratio", "grade", text, text)
    if nxt == "/" and end + 1 < count and low[end + 1][0].isdecimal():
        return _fraction(low, gap, at, value, end)
    if nxt in ("of", "out") and (found := read_out_of(low, gap, end, value)) is not None:
        return found
    if nxt == "over" and (found := read_spoken_pressure(low, gap, end, value)) is not None:
        return found
    if nxt in ("x", "by", "-", "to") and depth < _LONGEST_CHAIN:
        found = _chain(low, gap, at, end, value, depth)
        if found is not None:
            return found
    if nxt == "sets":
        return _sets(low, gap, value, end)
    if (clock := read_clock(low, gap, at, end, value)) is not None:
        return clock
    if tight and nxt in ("st", "nd", "rd", "th"):
        return end + 1, Sense("ordinal", "", value, value + nxt)
    if tight and nxt == "ish":
        stop, inner = with_figure(low, gap, at, end + 1, written, depth)
        return stop, inner._replace(id="~" + inner.id, label="approximately " + inner.label)
    if tight and nxt == "'":
        return read_prime(low, gap, at, end, value)
    # "x10 twice daily" are ten, twice a day
    if nxt not in TIMES and (after := read_per(low, end, tight)) is not None:
        per = PERIODS[low[after - 1]]
        if nxt == "/":  # "pads 3/day" are so many, "HEP 3/day" so often
            return after, Sense("frequency", per, f"{value}/{per}", f"{value}/{per}")
        return after, Sense("frequency", per, f"{value}/{per}", f"{value} {name_meeting(nxt, value)} per {per}")
    if nxt in _MOVING and (speed := _read_speed(low, gap, value, end)) is not None:
        return speed
    if nxt in DEGREES and is_temperature(low, at, value, nxt):
        return end + 1, Sense("number", "temperature", value, f"{value} degrees {nxt.capitalize()}")
    if nxt == "second" and low[end + 1 : end + 2] == ["set"]:
        return end, Sense("number", "", value, written)  # "stopped at 6 second set": the set is the second
    if nxt in UNITS:
        return _with_unit(low, gap, value, end)
    if nxt == "d" and value.isdecimal() and low[end + 1 : end + 2] != [] and low[end + 1] in _SINCE:
        days = f"{int(value) * UNITS['day'][2]:g}"
        return end + 1, Sense("duration", "day", days, f"{value} {name_unit('day', value)}")
    return end, Sense("number", "", value, written)


def _read_speed(low: list[str], gap: list[str], value: str, at: int) -> Found | None:
    """Read the "miles an hour", "beats per minute", "m/s" that begins at word `at`; not of "10 steps / min A"."""
    if low[at + 1 : at + 2] not in (["per"], ["/"], ["a"], ["an"], ["each"], ["every"]) or at + 2 >= len(low):
        return None
    unit = _SPEEDS.get((low[at], _SPANS.get(low[at + 2], "")))
    loose = low[at] in _SPOKEN and low[at + 1] == "/" and gap[at + 1] != ""
    if unit is None or loose or isnan(as_float(value)):
        return None
    said = f"{low[at]} per {low[at + 2]}" if low[at] in _SPOKEN else unit
    return at + 3, Sense("rate", unit, f"{as_float(value):g}", f"{value} {said}")


def _chain(low: list[str], gap: list[str], at: int, end: int, value: str, depth: int) -> Found | None:
    """Read the second number of "3x10", "two by fifteen", "5-7 reps", "six to eight", with its unit."""
    if read_numeral(low, gap, end + 1) is None:
        return None
    nxt, spoken = low[end], not low[end + 1][0].isdecimal()
    if nxt in ("x", "by") and gap[end] and at and _is_numbered(low[at - 1], gap[at]):
        return None  # "D5 x10", "L4 x 2": the figure belongs to a name
    aimed = at > 0 and low[at - 1] in ("to", "-") and as_float(value) > _NO_SETS
    if nxt == "x" and gap[end] != "" == gap[end + 1] and aimed:
        return None  # "lift to 90 x10", "0-30 x15": so far, and so often
    stop, inner = after_number(low, gap, end + 1, depth + 1)
    if nxt in ("x", "by"):
        if nxt == "by" and inner.kind not in ("number", "count", "duration"):
            return None  # "2 by 4 inches" is a size
        if nxt == "by" and inner.kind == "duration" and inner.group in SPANS:
            return None  # "<60 by 2 wks": until when
        if nxt == "by" and inner.kind == "duration" and at and low[at - 1] in _COMING_TO:
            return None  # "dizziness down to 1 by 90 sec": when it was so
        if (
            value == "5"
            and inner.kind == "duration"
            and gap[end] == "" != gap[end + 1]
            and at
            and low[at - 1] in _STOOD
        ):
            return None  # "sit to stand 5x 22 s": the test's five, and its time
        if inner.kind == "clock":
            return _as_often(stop, value, inner)
        if inner.group == "prime":  # "2x50'": minutes or feet, who knows
            return stop, Sense("number", "prime", f"{value}x{inner.id}", f"{value} x {inner.label}")
        if inner.group == "set" and inner.id.endswith(" sets"):
            return stop, _in_sets(inner.id.removesuffix(" sets"), Sense("number", "", value, value))
        behind = low[stop] if stop < len(low) else ""
        if gap[end] == "" and gap[end + 1] and inner.kind == "number" and behind.isalpha() and behind not in _ENDS:
            return None  # "mug to mouth 10x 2 spills": two counts, one behind the other
        # "3x30" may count seconds; "10x3" is three sets of ten as often as ten of three
        seconds = as_float(inner.id) >= _SECONDS_TOO or behind in ("s", DOUBTED)
        if inner.kind == "number" and (seconds or as_float(value) > as_float(inner.id)):
            return stop, Sense("count", "sets", f"{value}x{inner.id}", f"{value} x {inner.id}")
        if inner.group == "set":  # "10 x 3 sets": the sets are told behind
            sets = inner.label.split()[0]
            return stop, Sense("count", "sets", f"{sets}x{value}", f"{inner.label} of {value} repetitions")
        if inner.kind == "number" and value.isdecimal() and min(int(value), as_float(inner.id)) >= _NO_SETS:
            return stop, Sense("number", "", f"{value}x{inner.id}", f"{value}x{inner.id}")
        if inner.kind in ("number", "count"):
            return stop, _in_sets(value, inner)
        return stop, Sense(inner.kind, inner.group, f"{value}x{inner.id}", f"{value} x {inner.label}")
    if nxt == "-" and ((gap[end] != "" and gap[end + 1] != "") or (at and gap[at] == "" and _is_run_on(low, gap, at))):
        return None
    upper = (read_numeral(low, gap, end + 1) or (0, ""))[1]
    if not is_range(value, upper) or inner.kind not in _RANGED:
        return None
    if spoken and inner.kind == "number":
        return None
    if depth and nxt == "to" and as_float(upper) > _WIDEST * as_float(value):
        return None  # "flex 2x10 to 120": so far, and not so often
    if nxt == "-" and stop + 1 < len(low) and low[stop] == "-" and gap[stop] == "" and low[stop + 1][0].isdecimal():
        return None  # "88-117-94" are three values, one after another
    sets, each, said = inner.label.partition(f" sets of {upper} ")
    if each and sets.isdecimal():  # "10-15 x 3 sets": the range is that of each set
        label = f"{sets} sets of {value} to {upper} {said}"
        return stop, inner._replace(id=f"{sets}x{value}-{inner.id.removeprefix(sets + 'x')}", label=label)
    return stop, inner._replace(id=f"{value}-{inner.id}", label=f"{value} to {inner.label}")


def _as_often(stop: int, value: str, time: Sense) -> Found | None:
    """Read "3 x 1:30" as minutes and seconds, so often; no hour of the day comes so often."""
    minutes, _, seconds = time.label.partition(":")
    if not seconds.isdecimal() or int(seconds) >= _SECONDS_IN_ONE:
        return None  # "4x 9:00 am"
    size = int(minutes) * _SECONDS_IN_ONE + int(seconds)
    return stop, Sense("duration", "minute", f"{value}x{size}", f"{value} x {time.label} minutes")


def _is_numbered(word: str, gap: str) -> bool:
    """What a figure names one of: "D5", "T6", "digit 5", "trial 2"."""
    return word in _NAMED or (gap == "" and word.isalpha() and len(word) <= 2 and word != "x")


def _is_run_on(low: list[str], gap: list[str], at: int) -> bool:
    """The figure at `at` belongs to a name ("L4-5") or to a row of values ("2-4-3")."""
    named = low[at - 1].isalpha() and low[at - 1] != "x"  # "2x10-15" is a range
    return named or (low[at - 1] == "-" and at > 1 and low[at - 2][0].isdecimal() and gap[at - 1] == "")


def _fraction(low: list[str], gap: list[str], at: int, value: str, slash: int) -> Found:
    other, end = low[slash + 1], slash + 2
    apart = gap[slash] != "" and gap[slash + 1] != ""
    if apart and (_in_row(low, gap, at, end) or is_measure(low, end) or (at and low[at - 1] == "x")):
        return slash, Sense("number", "", value, value)  # two cells of a row: "x1 / 20 ft"
    if end + 1 < len(low) and low[end] == "/" and low[end + 1].isdecimal():
        return read_date_or_row(low, gap, at, slash)
    text = f"{value}/{other}"
    if text in FRACTIONS and gap[slash] == "" == gap[slash + 1] and is_measure(low, end):
        return _with_unit(low, gap, f"{FRACTIONS[text]:g}", end)  # "1/2 lb"
    if value.isdecimal() and other.isdecimal():
        before = low[at - 1] if at else ""
        one, two = as_float(value), as_float(other)
        slashed = before.isalpha() and low[at - 2 : at - 1] == ["/"]  # "flex/abd 120/95"
        if (is_pressure(one, two) and not slashed) or (before in ("bp", "pressure") and one > two):
            return end, Sense("pressure", "mmHg", text, text)
        listed = end + 1 < len(low) and low[end] == "," and "/" in low[end + 2 : end + 3]
        cued = before in DATE_CUES or low[max(0, at - 2) : at] == ["entry", "for"]
        if (cued or listed) and 1 <= one <= 12 and 1 <= two <= 31:
            return end, Sense("date", "", text, text)
    return end, Sense("ratio", "", text, text)


def _in_row(low: list[str], gap: list[str], at: int, end: int) -> bool:
    """The pair at words `at:end` are two cells between cells of words: "hurdle / 2 / 8 / cues", not "6 / 8 / 7"."""
    before = at > 1 and low[at - 1] == "/" and gap[at] != "" and not low[at - 2][0].isdecimal()
    figured = low[end : end + 1] == ["/"] and end + 1 < len(low) and low[end + 1][0].isdecimal()
    return before and not figured


def _sets(low: list[str], gap: list[str], value: str, at: int) -> Found:
    """Read "3 sets of 10 (reps)" and "3 sets x 10 reps"; "3 sets" alone is a count of sets."""
    if at + 2 < len(low) and low[at + 1] in ("of", "x"):
        numeral = read_numeral(low, gap, at + 2)
        if numeral is not None:
            end, number = numeral
            stop, several = after_number(low, gap, at + 2, _LONGEST_CHAIN - 1)
            lower, dash, _ = several.id.partition("-")
            if dash and lower.isdecimal() and several.kind in _IN_A_SET and several.group != "set":
                return stop, _in_sets(value, several)  # "3 sets of 10 to 15 seconds"
            if end < len(low) and low[end] in _REPS:
                end += 1
            elif end < len(low) and low[end] in UNITS and UNITS[low[end]][0] != "count":
                stop, inner = _with_unit(low, gap, number, end)
                return stop, _in_sets(value, inner)
            return end, _in_sets(value, Sense("number", "", number, number))
    return at + 1, Sense("count", "set", f"{value} sets", f"{value} sets")


def _in_sets(sets: str, each: Sense) -> Sense:
    """Return so many sets of so much each: of repetitions where the figure has no other unit."""
    said = "1 set" if sets == "1" else sets.replace("-", " to ") + " sets"
    if each.kind in ("number", "count"):
        amount = each.id.replace("-", " to ")
        return Sense("count", "sets", f"{sets}x{each.id}", f"{said} of {amount} repetitions")
    return Sense(each.kind, each.group, f"{sets}x{each.id}", f"{said} of {each.label}")


def _by_sets(low: list[str], gap: list[str], at: int, each: Sense) -> Found | None:
    """Read the "x 3 sets" that begins at word `at` behind a time, the "x 3" or "x 3 sets" behind repetitions."""
    if low[at : at + 1] != ["x"] or (numeral := read_numeral(low, gap, at + 1)) is None:
        return None
    end, sets = numeral
    behind = low[end] if end < len(low) else ""
    if behind in ("sets", "set") and sets.isdecimal():
        return end + 1, _in_sets(sets, each)
    alone = behind in _ENDS and (end >= len(low) or behind not in ("x", "-", "/"))
    return (end, _in_sets(sets, each)) if each.group == "repetition" and alone and sets.isdecimal() else None


def _is_counted(low: list[str], at: int) -> bool:
    """A count stands behind, so that the figure before is none: "STS 18 in chair x8"; "from 18 in mat" has none."""
    return any(word[:1] == "x" and word[1:].isdecimal() for word in ("".join(low[at : at + n]) for n in (1, 2)))


def _with_unit(low: list[str], gap: list[str], value: str, at: int) -> Found:
    word = low[at]
    kind, unit, factor = UNITS[word]
    nxt = low[at + 1] if at + 1 < len(low) else ""
    stuck = nxt[:1].isdecimal() and gap[at + 1] == ""
    if len(word) == 1 and word.isalpha() and (gap[at] == "-" or (stuck and word != "x")):
        return at, Sense("number", "", value, value)  # "L5-S1" is no time
    if word in _NUMBERED and gap[at] != "" and _names_which(low, gap, at):
        return at, Sense("number", "", value, value)  # "CABG x4 wk 5": its fifth week
    if word == "s" and gap[at] != "" and at > 2 and low[at - 2] == "x" and low[at - 3] in _WAYS:
        return at, Sense("number", "", value, value)  # "120 ft x3 S": so often, and not so long
    if word == "in" and gap[at] != "" and (nxt[:1].isdecimal() or (at > 1 and low[at - 2] in _RATED)):
        return at, Sense("number", "", value, value)  # "back to 2 in 1 min", "pain 6 in, 5 out": no lengths
    if (
        word in ("in", "m", "s", "h", "u")
        and gap[at] != ""
        and not _ends(nxt)
        and not (word == "s" and nxt in (_BEHIND_SECONDS if low[at - 2] == "x" else _BEHIND_SECONDS | _AMOUNTS_OF_HELP))
        and not (word == "in" and nxt in _SEATS and (low[max(0, at - 2)] in _ONTO or _is_counted(low, at + 2)))
        and not (word == "in" and nxt in _SIZED)  # "1 in cubes"
        and not (word == "h" and nxt in ("per", "a", "daily"))
    ):
        return at, Sense("number", "", value, value)  # "10 in the room", not inches
    if word == "x" and nxt and nxt[0].isdecimal() and (gap[at] != "" or gap[at + 1] == ""):
        return at, Sense("number", "", value, value)
    # "360s" are turns, "serial 7s" subtractions, "in her 20s" an age
    if word == "s" and gap[at] == "" and (value in _TURNS or (at > 1 and low[at - 2] in _NO_SECONDS)):
        return at + 1, Sense("number", "", value + "s", value + "s")
    if word == "x" and gap[at] == "" and is_power(low, at + 1):
        return at + 1, Sense("number", "power", value, value + "x")
    if word == "trial" and nxt.isdecimal():
        return at, Sense("number", "", value, value)  # "VC x0 trial 3": its third
    if word == "min" and (nxt in ("a", "assist", "assistance") or is_help(low, at)):
        return at, Sense("number", "", value, value)
    if word == "m" and nxt not in ("walk", "walking", "gait"):  # metres or minutes, who knows
        return at + 1, Sense("number", "prime", value + "m", value + gap[at] + "m")
    if unit == "time" and (len(value) > 3 or (len(value) > 1 and value[0] == "0")):
        return at, Sense("number", "", value, value)  # "time in 0900 time out 0925"
    if word == "s" and gap[at] == "" and at > 2 and low[at - 2] == "by" and low[at - 3] in _COUNTING:
        return at + 1, Sense("number", "", value + "s", value + "s")  # "count by 3s"
    if word == "\u00b0" and value in ("1", "2") and nxt.isalpha() and nxt not in _MOTIONS:
        return at, Sense("number", "", value, value)  # "2\u00b0 stroke": secondary, perhaps
    number = as_float(value)
    if isnan(number):
        return at, Sense("number", "", value, value)
    base = number * factor
    canonical = f"{base:g}" if kind in ("count", "duration", "units") else f"{number:g} {unit}"
    if kind == "count" and unit == "time":
        return at + 1, Sense("count", "time", canonical, f"{value} {'time' if value == '1' else 'times'}")
    if kind == "angle" and nxt in DEGREES:
        return at + 2, Sense("number", "temperature", value, f"{value} degrees {nxt.capitalize()}")
    if nxt == "old" and gap[at] == "-" and unit in ("year", "month"):
        return at + 1, Sense(kind, unit, canonical, f"{value}-{unit}")  # "86-year-old female"
    sense = Sense(kind, unit, canonical, f"{value} {name_unit(unit, value)}".replace(" %", "%"))
    if unit in _SETTABLE and value.isdecimal() and (by_sets := _by_sets(low, gap, at + 1, sense)) is not None:
        return by_sets
    if unit == "second" and gap[at] == "-":  # minutes keep their plural: they may be the visit's
        return at + 1, Sense(kind, unit, canonical, f"{value}-second")
    return at + 1, sense


def _names_which(low: list[str], gap: list[str], at: int) -> bool:
    """Tell whether the unit at word `at` is followed by its own number ("wk 5"), and not by a new measure or score."""
    if at + 1 >= len(low) or not low[at + 1].isdecimal() or gap[at + 1] == "":
        return False
    if at + 3 < len(low) and low[at + 2] == "/" and gap[at + 2] and gap[at + 3] and not low[at + 3][0].isdecimal():
        return True  # a slash between cells: "x3 wk 7 / EF 45"
    return at + 2 >= len(low) or not (low[at + 2] in UNITS or low[at + 2] in ("/", "x", "-", "of", "to", "out"))


def _ends(word: str) -> bool:
    return word in _ENDS or word.isdecimal()
