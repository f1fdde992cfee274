"""Numbers with what they count: doses, times, distances, ratings, ranges, dates.

A quantity is a `Sense`: kind (`duration`), group (the unit it was written in), id (the canonical value, in base
units: seconds, feet as written) and label (the words for a sentence). "3x10", "3 sets of 10 reps" and "three sets
of ten" have one canonical value. A number whose unit cannot be known stays a bare `number`, as written.
"""

from math import isnan

from rewriter.lexicon import Sense
from rewriter.reading.figures import (
    DATE_CUES,
    DEGREES,
    PERIODS,
    WALKED,
    Found,
    ends_there,
    has_thousands,
    is_pressure,
    is_range,
    is_temperature,
    read_clock,
    read_date_or_row,
    read_out_of,
    read_per,
    read_prime,
    read_spoken_grade,
    read_spoken_pressure,
)  # fmt: skip
from rewriter.reading.numerals import (
    FRACTIONS,
    NUMBER_WORDS,
    OPENERS,
    ROMAN,
    TIMES,
    as_float,
    read_elided,
    read_numeral,
    read_ordinal,
)
from rewriter.reading.units import MEASURED, SAID, UNIT_WORDS, UNITS, components, in_unit, is_measure, name_unit

__all__ = ["NUMBER_WORDS", "ROMAN", "STARTS", "UNIT_WORDS", "components", "in_unit", "name_unit", "read_quantity"]

_TURNS = frozenset({"90", "180", "270", "360", "720"})
_NO_SECONDS = frozenset({"serial", "her", "his", "their", "early", "mid", "late"})
_ABOUT = frozenset({"~", "about", "approximately", "around", "roughly", "approx", "maybe", "almost", "nearly"})
_REPS = frozenset({"reps", "rep", "repetitions", "repetition"})
_WORD_TO_FIGURE = frozenset(spelling for spelling in UNITS if len(spelling) > 2) | {"x"}
_METERS = ("m", "meter", "meters", "metre", "metres")
_SPEEDS = (
    dict.fromkeys(_METERS, (("s", "sec", "second"), "m/s"))
    | dict.fromkeys(("mile", "miles"), (("hour", "h", "hr"), "mph"))
    | dict.fromkeys(("beat", "beats"), (("minute", "min"), "bpm"))
)
_RANGED = frozenset("number duration distance count percent angle load rate frequency".split())
# Marks that go before a value and its label: how near it is told.
_LIMITS = {
    ("<",): "<", ("less", "than"): "<", ("fewer", "than"): "<",
    (">",): ">", ("more", "than"): ">", ("greater", "than"): ">",
    ("\u2264",): "\u2264", ("<", "="): "\u2264", ("at", "most"): "\u2264",
    ("\u2265",): "\u2265", (">", "="): "\u2265", ("at", "least"): "\u2265",
    ("+", "/", "-"): "\u00b1", ("\u00b1",): "\u00b1", ("plus", "or", "minus"): "\u00b1",
}  # fmt: skip
_DENIED = {"<": "\u2265", ">": "\u2264"}  # "no more than 6" are at most 6
_LIMIT_WORDS = frozenset(words[0] for words in _LIMITS)
_VITALS = frozenset({"hr", "rate", "pulse", "bp", "pressure", "systolic"})
_FAR = frozenset("away high wide long tall deep from forward forwards back backward backwards".split())

# Every word but figures that a quantity may begin with.
STARTS = frozenset(NUMBER_WORDS) | OPENERS | _ABOUT | _LIMIT_WORDS | {"x"}

# "3x10x5" has three figures; longer chains than this are no doses, and would be read again from each figure.
_LONGEST_CHAIN = 8


def read_quantity(low: list[str], gap: list[str], at: int) -> Found | None:
    """Return (end, sense) of the quantity that begins at word `at`, or None."""
    word = low[at]
    if word[0].isdecimal():
        if at and low[at - 1] == "." and gap[at] == "" and (at == 1 or gap[at - 1] or low[at - 2] == "("):
            end, sense = _with_figure(low, gap, at, at + 1, "0." + word, 0)  # ".54": its point stands before it
            return end, sense._replace(label=sense.label.removeprefix("0."))
        return _after_number(low, gap, at)
    if word in _ABOUT:
        return _marked(low, gap, at + 1, "~")
    if word in _LIMIT_WORDS:
        return _limited(low, gap, at)
    if word == "x":
        return _times(low, gap, at)
    if word in TIMES:
        return _so_often(low, at)
    if word in ("a", "an", "half") and (found := _half_of(low, at)) is not None:
        return found
    if (ordinal := read_ordinal(low, at)) is not None:
        end, value = ordinal
        return end, Sense("ordinal", "", value, word if end == at + 1 else word + gap[at + 1] + low[at + 1])
    return _counted_word(low, gap, at) if word in NUMBER_WORDS or word in OPENERS else None


def _marked(low: list[str], gap: list[str], at: int, mark: str) -> Found | None:
    """Read the quantity at word `at`, told as approximate, as less than its value, or the like."""
    is_number = at < len(low) and (
        low[at][0].isdecimal() or low[at] in NUMBER_WORDS or low[at] in OPENERS or low[at] == "x"
    )
    inner = read_quantity(low, gap, at) if is_number else None
    if inner is None or inner[1].kind == "ordinal" or inner[1].id.startswith(mark):
        return inner if inner is not None and inner[1].kind != "ordinal" else None
    end, sense = inner
    return end, sense._replace(id=mark + sense.id, label=SAID[mark] + sense.label)


def _limited(low: list[str], gap: list[str], at: int) -> Found | None:
    """Read "<3 sec", "at least 5", "+/- 2". Between two values ">" says "then" ("HR 88 > 104")."""
    length = next((size for size in (3, 2, 1) if tuple(low[at : at + size]) in _LIMITS), 0)
    end = at + length
    if not length or end >= len(low):
        return None
    if low[at] in "<>":
        before = low[at - 1] if at else "("
        valued = before[-1].isdecimal() or (before in UNITS and low[at - 2 : at - 1] and low[at - 2][0].isdecimal())
        if gap[end] != "" or (gap[at] == "" and before != "(") or valued:
            return None
    mark = _LIMITS[tuple(low[at:end])]
    found = _marked(low, gap, end, mark)
    if found is None or not at or low[at - 1] not in ("no", "not", "never") or mark not in _DENIED:
        return found
    return found[0], found[1]._replace(id=_DENIED[mark] + found[1].id.removeprefix(mark))


def _half_of(low: list[str], at: int) -> Found | None:
    """Read "half an hour", "half a minute", "a minute and a half", "an hour and a half"."""
    if low[at] == "half":
        end = at + 2 if low[at + 1 : at + 2] in (["an"], ["a"]) else at + 1
        unit, value, end = low[end : end + 1], 0.5, end + 1
    elif low[at + 2 : at + 5] == ["and", "a", "half"]:
        unit, value, end = low[at + 1 : at + 2], 1.5, at + 5
    else:
        return None
    if unit not in (["hour"], ["minute"]):
        return None
    seconds = f"{value * UNITS[unit[0]][2]:g}"
    finer, size = ("minute", 60) if unit == ["hour"] else ("second", 1)
    return end, Sense("duration", finer, seconds, f"{float(seconds) / size:g} {finer}s")


def _times(low: list[str], gap: list[str], at: int) -> Found | None:
    """Read "x10", "x 20 min", "x3 sets", "x 16'"."""
    if read_numeral(low, gap, at + 1) is None:
        return None
    end, sense = _after_number(low, gap, at + 1)
    if sense.kind == "number":
        return end, Sense("count", "x", sense.id, "x" + sense.label)
    if sense.kind == "duration":
        return end, sense._replace(label="for " + sense.label)
    return end, sense


def _so_often(low: list[str], at: int) -> Found:
    """Read "twice", "once a week", "twice daily"."""
    value = str(NUMBER_WORDS[low[at]])
    if (end := read_per(low, at)) is None:
        return at + 1, Sense("count", "time", value, low[at])
    per = PERIODS[low[end - 1]]
    return end, Sense("frequency", per, f"{value}/{per}", f"{low[at]} per {per}")


def _counted_word(low: list[str], gap: list[str], at: int) -> Found | None:
    """A single number word counts only before a unit or in a fixed form: "eight seconds", "three sets of ten"."""
    numeral = read_numeral(low, gap, at)
    if numeral is None:
        return None
    elided = read_elided(low, gap, at)
    if elided is not None and _means_hundreds(low, at, elided[0]):
        numeral = elided
    end, value = numeral
    before, after = (low[at - 1] if at else "."), (low[end] if end < len(low) else "")
    if before == "times" or (before == "by" and low[at - 2 : at - 1] and low[at - 2] in UNITS):
        return end, Sense("count", "time", value, " ".join(low[at:end]))
    if (found := read_spoken_grade(low, at, end, value)) is not None:
        return found
    if after in ("of", "out") and (found := read_out_of(low, gap, end, value)) is not None:
        return found
    if (found := _several(low, gap, at, end, value)) is not None:
        return found
    single = end == at + 1 and low[at] in NUMBER_WORDS
    if single and after in UNITS and (after not in _WORD_TO_FIGURE or _is_body(low, at, end, value)):
        return None
    stop, sense = _with_figure(low, gap, at, end, value, 0)
    return None if single and sense.kind == "number" else (stop, sense)


def _means_hundreds(low: list[str], at: int, end: int) -> bool:
    """Thus: "one forty two over", "heart rate one eighteen", "one fifty feet"; "one thirty second hold" is one hold."""
    after = low[end] if end < len(low) else ""
    return after in ("over", "feet", "meters", "yards") or not _VITALS.isdisjoint(low[max(0, at - 3) : at])


def _is_body(low: list[str], at: int, end: int, value: str) -> bool:
    """One or two feet are what one stands on, unless a word for a length stands beside."""
    far = low[end + 1 : end + 2]
    beside = bool(far) and far[0] in _FAR
    return low[end] in ("foot", "feet") and value in ("1", "2") and not beside and low[at - 1] not in WALKED


def _several(low: list[str], gap: list[str], at: int, end: int, value: str) -> Found | None:
    """Read "three 30-second holds", "two twenty foot walks": so many of so much each."""
    each = read_numeral(low, gap, end)
    if each is None or gap[end] == "-" or not value.isdecimal() or not 2 <= as_float(value) <= 20:
        return None
    unit, spoken = each[0], not low[at][0].isdecimal()
    if unit >= len(low) or low[unit] not in UNITS:
        return None
    stop, inner = _after_number(low, gap, end, 1)
    joined = gap[unit] == "-"
    counted = any(word.isalpha() and word.endswith("s") for word in low[stop : stop + 3])
    if stop != unit + 1 or inner.kind not in MEASURED or not counted:
        return None
    if not joined and not (spoken and low[unit] == inner.group and each[1] != "1"):
        return None
    first = " ".join(low[at:end]) if spoken else f"{value} x"
    return stop, inner._replace(id=f"{value}x{inner.id}", label=f"{first} {each[1]}-{inner.group}")


def _after_number(low: list[str], gap: list[str], at: int, depth: int = 0) -> Found:
    """Read the quantity that begins with the number at `at`, the `depth`-th of a chain such as "3x10x5"."""
    end, written = read_numeral(low, gap, at) or (at + 1, low[at])
    part = FRACTIONS.get("".join(low[end : end + 3])) if end < len(low) and gap[end] == " " else None
    if part is not None and written.isdecimal() and is_measure(low, end + 3):
        end, written = end + 3, f"{as_float(written) + part:g}"  # "2 1/2 lb"
    return _with_figure(low, gap, at, end, written, depth)


def _with_figure(low: list[str], gap: list[str], at: int, end: int, written: str, depth: int) -> Found:
    """Read the quantity at words from `at`, whose figure is `written` and whose other words begin at `end`."""
    count = len(low)
    value = written.replace(",", "") if has_thousands(written) else written
    nxt = low[end] if end < count else ""
    tight = end < count and gap[end] == ""
    if len(value) == 5 and value.isdecimal() and value[0] == "9":
        return end, Sense("code", "", value, written)
    if tight and nxt == "+" and len(value) == 1 and ends_there(low, gap, end + 1):
        return end + 1, Sense("number", "grade", value + "+", value + "+")
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
        stop, inner = _with_figure(low, gap, at, end + 1, written, depth)
        return stop, inner._replace(id="~" + inner.id, label="approximately " + inner.label)
    if tight and nxt == "'":
        return read_prime(low, gap, at, end, value)
    if (after := read_per(low, end, tight)) is not None:
        per = PERIODS[low[after - 1]]
        return after, Sense("frequency", per, f"{value}/{per}", f"{value} times per {per}")
    if nxt in _SPEEDS and low[end + 1 : end + 2] in (["per"], ["/"]):
        spans, unit = _SPEEDS[nxt]
        if end + 2 < count and low[end + 2] in spans:
            return end + 3, Sense("rate", unit, value, f"{value} {unit}")
    if nxt in DEGREES and is_temperature(low, at, value, nxt):
        return end + 1, Sense("number", "temperature", value, f"{value} degrees {nxt.capitalize()}")
    if nxt in UNITS:
        return _with_unit(low, gap, value, end)
    return end, Sense("number", "", value, written)


def _chain(low: list[str], gap: list[str], at: int, end: int, value: str, depth: int) -> Found | None:
    """Read the second number of "3x10", "two by fifteen", "5-7 reps", "six to eight", with its unit."""
    if read_numeral(low, gap, end + 1) is None:
        return None
    nxt, spoken = low[end], not low[end + 1][0].isdecimal()
    stop, inner = _after_number(low, gap, end + 1, depth + 1)
    if nxt in ("x", "by"):
        if nxt == "by" and inner.kind not in ("number", "count", "duration"):
            return None  # "2 by 4 inches" is a size
        if inner.group == "prime":  # "2x50'": minutes or feet, who knows
            return stop, Sense("number", "prime", f"{value}x{inner.id}", f"{value} x {inner.label}")
        if inner.kind in ("number", "count"):
            return stop, Sense("count", "sets", f"{value}x{inner.id}", f"{value} sets of {inner.id} repetitions")
        return stop, Sense(inner.kind, inner.group, f"{value}x{inner.id}", f"{value} x {inner.label}")
    if nxt == "-" and ((gap[end] != "" and gap[end + 1] != "") or (at and gap[at] == "" and _is_run_on(low, gap, at))):
        return None
    if not is_range(value, (read_numeral(low, gap, end + 1) or (0, ""))[1]) or inner.kind not in _RANGED:
        return None
    if spoken and inner.kind == "number":
        return None
    if nxt == "-" and stop + 1 < len(low) and low[stop] == "-" and gap[stop] == "" and low[stop + 1][0].isdecimal():
        return None  # "88-117-94" are three values, one after another
    return stop, inner._replace(id=f"{value}-{inner.id}", label=f"{value} to {inner.label}")


def _is_run_on(low: list[str], gap: list[str], at: int) -> bool:
    """The figure at `at` belongs to a name ("L4-5") or to a row of values ("2-4-3")."""
    return low[at - 1].isalpha() or (low[at - 1] == "-" and at > 1 and low[at - 2][0].isdecimal() and gap[at - 1] == "")


def _fraction(low: list[str], gap: list[str], at: int, value: str, slash: int) -> Found:
    other, end = low[slash + 1], slash + 2
    if end + 1 < len(low) and low[end] == "/" and low[end + 1].isdecimal():
        return read_date_or_row(low, gap, at, slash)
    text = f"{value}/{other}"
    if text in FRACTIONS and gap[slash] == "" == gap[slash + 1] and is_measure(low, end):
        return _with_unit(low, gap, f"{FRACTIONS[text]:g}", end)  # "1/2 lb"
    if value.isdecimal() and other.isdecimal():
        before = low[at - 1] if at else ""
        one, two = as_float(value), as_float(other)
        if is_pressure(one, two) or (before in ("bp", "pressure") and one > two):
            return end, Sense("pressure", "mmHg", text, text)
        listed = end + 1 < len(low) and low[end] == "," and "/" in low[end + 2 : end + 3]
        cued = before in DATE_CUES or low[max(0, at - 2) : at] == ["entry", "for"]
        if (cued or listed) and 1 <= one <= 12 and 1 <= two <= 31:
            return end, Sense("date", "", text, text)
    return end, Sense("ratio", "", text, text)


def _sets(low: list[str], gap: list[str], value: str, at: int) -> Found:
    """Read "3 sets of 10 (reps)" and "3 sets x 10 reps"; "3 sets" alone is a count of sets."""
    if at + 2 < len(low) and low[at + 1] in ("of", "x"):
        numeral = read_numeral(low, gap, at + 2)
        if numeral is not None:
            end, number = numeral
            if end < len(low) and low[end] in _REPS:
                end += 1
            elif end < len(low) and low[end] in UNITS and UNITS[low[end]][0] != "count":
                stop, inner = _with_unit(low, gap, number, end)
                label = f"{value} sets of {inner.label}"
                return stop, Sense(inner.kind, inner.group, f"{value}x{inner.id}", label)
            return end, Sense("count", "sets", f"{value}x{number}", f"{value} sets of {number} repetitions")
    return at + 1, Sense("count", "set", f"{value} sets", f"{value} sets")


def _with_unit(low: list[str], gap: list[str], value: str, at: int) -> Found:
    word = low[at]
    kind, unit, factor = UNITS[word]
    nxt = low[at + 1] if at + 1 < len(low) else ""
    stuck = nxt[:1].isdecimal() and gap[at + 1] == ""
    if len(word) == 1 and word.isalpha() and (gap[at] == "-" or (stuck and word != "x")):
        return at, Sense("number", "", value, value)  # "L5-S1" is no time
    if word == "in" and gap[at] != "" and nxt[:1].isdecimal():
        return at, Sense("number", "", value, value)  # "back to 2 in 1 min" is no length
    if word in ("in", "m", "s", "h", "u") and gap[at] != "" and not _ends(nxt):
        return at, Sense("number", "", value, value)  # "10 in the room", not inches
    if word == "x" and nxt and nxt[0].isdecimal():
        return at, Sense("number", "", value, value)
    # "360s" are turns, "serial 7s" subtractions, "in her 20s" an age
    if word == "s" and gap[at] == "" and (value in _TURNS or (at > 1 and low[at - 2] in _NO_SECONDS)):
        return at + 1, Sense("number", "", value + "s", value + "s")
    if word == "min" and nxt in ("a", "assist", "assistance"):
        return at, Sense("number", "", value, value)
    if word == "m" and nxt not in ("walk", "walking", "gait"):  # metres or minutes, who knows
        return at + 1, Sense("number", "prime", value + "m", value + gap[at] + "m")
    number = as_float(value)
    if isnan(number):
        return at, Sense("number", "", value, value)
    base = number * factor
    canonical = f"{base:g}" if kind in ("count", "duration", "units") else f"{number:g} {unit}"
    if kind == "count" and unit == "time":
        return at + 1, Sense("count", "time", canonical, f"{value} {'time' if value == '1' else 'times'}")
    if kind == "angle" and nxt in DEGREES:
        return at + 2, Sense("number", "temperature", value, f"{value} degrees {nxt.capitalize()}")
    if unit == "second" and gap[at] == "-":  # minutes keep their plural: they may be the visit's
        return at + 1, Sense(kind, unit, canonical, f"{value}-second")
    return at + 1, Sense(kind, unit, canonical, f"{value} {name_unit(unit, value)}".replace(" %", "%"))


def _ends(word: str) -> bool:
    return (
        word
        in (
            "",
            ".",
            ",",
            ";",
            "\n",
            "x",
            "and",
            "with",
            "w/",
            "hold",
            "to",
            "at",
            "step",
            "steps",
            "->",
            "\u2192",
            "(",
            ")",
        )
        or word.isdecimal()
    )
