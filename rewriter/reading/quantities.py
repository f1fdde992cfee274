"""Numbers with what they count: doses, times, distances, ratings, ranges, dates.

A quantity is a `Sense`: kind (`duration`), group (the unit it was written in), id (the canonical value, in base
units: seconds, feet as written) and label (the words for a sentence). "3x10", "3 sets of 10 reps" and "three sets
of ten" have one canonical value. A number whose unit cannot be known stays a bare `number`, as written.
"""

from rewriter.lexicon import Sense

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "twice": 2,
    "once": 1,
}

_UNITS = {
    spelling: (kind, unit, factor)
    for kind, unit, factor, spellings in (
        ("duration", "second", 1, "s sec secs second seconds"),
        ("duration", "minute", 60, "min mins mn minute minutes"),
        ("duration", "hour", 3600, "h hr hrs hour hours"),
        ("duration", "day", 86400, "day days"),
        ("duration", "week", 604800, "wk wks week weeks"),
        ("duration", "month", 2629800, "mo mos month months"),
        ("duration", "year", 31557600, "yr yrs year years yo"),
        ("distance", "foot", 1, "ft feet foot"),
        ("distance", "inch", 1, "in inch inches"),
        ("distance", "meter", 1, "m meter meters metre metres"),
        ("distance", "centimeter", 1, "cm cms centimeter centimeters"),
        ("distance", "millimeter", 1, "mm mms millimeter millimeters"),
        ("distance", "yard", 1, "yd yds yard yards"),
        ("load", "pound", 1, "lb lbs # pound pounds"),
        ("load", "kilogram", 1, "kg kgs kilogram kilograms"),
        ("angle", "degree", 1, "deg degs degree degrees °"),
        ("percent", "percent", 1, "% percent"),
        ("rate", "bpm", 1, "bpm"),
        ("rate", "m/s", 1, "m/s"),
        ("rate", "Hz", 1, "hz hertz"),
        ("rate", "mph", 1, "mph"),
        ("pressure", "mmHg", 1, "mmhg"),
        ("count", "time", 1, "x times time"),
        ("count", "repetition", 1, "rep reps repetition repetitions"),
        ("count", "trial", 1, "trial trials"),
        ("count", "set", 1, "set sets"),
        ("units", "unit", 1, "u unit units"),
    )
    for spelling in spellings.split()
}
UNIT_WORDS = frozenset(_UNITS) | {"mmhg", "x/", "ish"}
_TURNS = frozenset({"90", "180", "270", "360", "720"})
_ABOUT = frozenset({"~", "about", "approximately", "around", "roughly", "approx", "maybe", "almost", "nearly"})
_UNCHANGING = ("Hz", "mph", "mmHg", "bpm", "m/s")
_IRREGULAR = {"foot": "feet", "inch": "inches", "percent": "%"} | {unit: unit for unit in _UNCHANGING}
_DATE_CUES = frozenset({"on", "dated", "since", "written", "entry", "date", "dos"})
_PERIODS = {
    "wk": "week",
    "week": "week",
    "weekly": "week",
    "day": "day",
    "daily": "day",
    "mo": "month",
    "month": "month",
    "hour": "hour",
    "hr": "hour",
}
_REPS = frozenset({"reps", "rep", "repetitions", "repetition"})
_WORD_TO_FIGURE = frozenset(
    {"minutes", "minute", "seconds", "second", "feet", "reps", "repetitions", "times", "sets", "trials"}
)


# "3x10x5" has three figures; longer chains than this are no doses, and would be read again from each figure.
_LONGEST_CHAIN = 8


def read_quantity(low: list[str], gap: list[str], at: int) -> tuple[int, Sense] | None:
    """Return (end, sense) of the quantity that begins at word `at`, or None."""
    word = low[at]
    if word in _ABOUT:
        inner = read_quantity(low, gap, at + 1) if _is_number(low, at + 1) else None
        if inner is None:
            return None
        end, sense = inner
        return end, sense._replace(id="~" + sense.id, label="approximately " + sense.label)
    if word == "x":
        return _times(low, gap, at)
    if word in ("twice", "once"):
        count = NUMBER_WORDS[word]
        return at + 1, Sense("count", "time", str(count), word)
    if word in NUMBER_WORDS:
        return _counted_word(low, gap, at)
    if not word[0].isdecimal():
        return None
    return _after_number(low, gap, at)


def _is_number(low: list[str], at: int) -> bool:
    return at < len(low) and (low[at][0].isdecimal() or low[at] in NUMBER_WORDS or low[at] == "x")


def _times(low: list[str], gap: list[str], at: int) -> tuple[int, Sense] | None:
    """Read "x10", "x 20 min", "x3 sets", "x 16'"."""
    if at + 1 >= len(low) or not low[at + 1][0].isdecimal():
        return None
    end, sense = _after_number(low, gap, at + 1)
    if sense.kind == "number":
        return end, Sense("count", "x", sense.id, "x" + sense.label)
    if sense.kind == "duration":
        return end, sense._replace(label="for " + sense.label)
    return end, sense


def _counted_word(low: list[str], gap: list[str], at: int) -> tuple[int, Sense] | None:
    """A number word counts only before a unit: "eight seconds", "three sets of ten"."""
    after = low[at + 1] if at + 1 < len(low) else ""
    value = str(NUMBER_WORDS[low[at]])
    if at and low[at - 1] == "times":
        return at + 1, Sense("count", "time", value, low[at])
    if after in ("of", "out") and (found := _out_of(low, at + 1, value)) is not None:
        return found
    if after == "sets" or after in _WORD_TO_FIGURE:
        return _with_figure(low, gap, at, at + 1, value, 0)
    return None


def _after_number(low: list[str], gap: list[str], at: int, depth: int = 0) -> tuple[int, Sense]:
    """Read the quantity that begins with the figure at `at`, the `depth`-th of a chain such as "3x10x5"."""
    return _with_figure(low, gap, at, at + 1, low[at], depth)


def _with_figure(low: list[str], gap: list[str], at: int, end: int, written: str, depth: int) -> tuple[int, Sense]:
    """Read the quantity at words from `at`, whose figure is `written` and whose other words begin at `end`."""
    count = len(low)
    value = written.replace(",", "") if _thousands(written) else written
    nxt = low[end] if end < count else ""
    tight = end < count and gap[end] == ""
    if len(value) == 5 and value.isdecimal() and value[0] == "9":
        return end, Sense("code", "", value, written)
    if tight and nxt == "+" and (end + 1 >= count or gap[end + 1] != "") and len(value) == 1:
        return end + 1, Sense("number", "grade", value + "+", value + "+")
    # 4-/5, 4+/5: muscle grades
    if tight and nxt in "+-" and end + 2 < count and low[end + 1] == "/" and low[end + 2][0].isdecimal():
        text = f"{value}{nxt}/{low[end + 2]}"
        return end + 3, Sense("ratio", "grade", text, text)
    if nxt == "/" and end + 1 < count and low[end + 1][0].isdecimal():
        return _fraction(low, gap, at, value, end)
    if nxt in ("of", "out") and (found := _out_of(low, end, value)) is not None:
        return found
    chained = depth < _LONGEST_CHAIN and end + 1 < count and low[end + 1][0].isdecimal()
    if nxt == "x" and chained:
        stop, inner = _after_number(low, gap, end + 1, depth + 1)
        if inner.group == "prime":  # "2x50'": minutes or feet, who knows
            text = f"{value} x {inner.label}"
            return stop, Sense("number", "prime", f"{value}x{inner.id}", text)
        if inner.kind in ("number", "count"):
            label = f"{value} sets of {inner.id} repetitions"
            return stop, Sense("count", "sets", f"{value}x{inner.id}", label)
        return stop, Sense(inner.kind, inner.group, f"{value}x{inner.id}", f"{value} x {inner.label}")
    if nxt == "-" and chained and (tight or gap[end + 1] == ""):
        stop, inner = _after_number(low, gap, end + 1, depth + 1)
        named = at > 0 and gap[at] == "" and low[at - 1].isalpha()
        if (
            not named
            and _is_range(value, low[end + 1])
            and inner.kind in ("number", "duration", "distance", "count", "percent", "angle", "load")
        ):
            return stop, inner._replace(id=f"{value}-{inner.id}", label=f"{value} to {inner.label}")
    if nxt == "to" and chained and _is_range(value, low[end + 1]):
        stop, inner = _after_number(low, gap, end + 1, depth + 1)
        if inner.kind in ("number", "duration", "distance", "count", "percent", "angle", "load"):
            return stop, inner._replace(id=f"{value}-{inner.id}", label=f"{value} to {inner.label}")
    if nxt == "sets" and end < count:
        return _sets(low, gap, value, end)
    if nxt == ":" and tight and end + 1 < count and low[end + 1].isdecimal() and gap[end + 1] == "":
        text = f"{value}:{low[end + 1]}"
        return end + 2, Sense("clock", "", text, text)
    if tight and nxt in ("st", "nd", "rd", "th"):
        return end + 1, Sense("ordinal", "", value, value + nxt)
    if tight and nxt == "ish":
        stop, inner = _with_figure(low, gap, at, end + 1, written, depth)
        return stop, inner._replace(id="~" + inner.id, label="approximately " + inner.label)
    if tight and nxt == "'":
        return end + 1, Sense("number", "prime", value + "'", value + "'")
    if nxt == "/" and tight and end + 1 < count and low[end + 1] in _PERIODS:
        per = _PERIODS[low[end + 1]]
        return end + 2, Sense("frequency", per, f"{value}/{per}", f"{value} times per {per}")
    if nxt in ("x", "x/", "times", "time") and (after := _per(low, end)) is not None:
        per = _PERIODS[low[after - 1]]
        return after, Sense("frequency", per, f"{value}/{per}", f"{value} times per {per}")
    if nxt in _UNITS:
        return _with_unit(low, gap, value, end)
    return end, Sense("number", "", value, written)


def _per(low: list[str], at: int) -> int | None:
    """Return the end of "x/wk", "x / week", "times per week", "times weekly" at `at`, or None."""
    end = at + 1 if low[at] == "x/" else at + 2
    joined = low[at] == "x/" or low[at + 1 : at + 2] in (["/"], ["per"], ["a"], ["each"])
    if joined and end < len(low) and low[end] in _PERIODS:
        return end + 1
    if low[at + 1 : at + 2] and low[at + 1] in ("weekly", "daily"):
        return at + 2
    return None


def _is_range(one: str, two: str) -> bool:
    """Thus: "6-8" is a range, "555-0142" and "4-4" are not."""
    return (
        len(one) <= 3
        and len(two) <= 3
        and one[0] != "0"
        and two[0] != "0"
        and float(one.replace(",", ".")) < float(two.replace(",", "."))
    )


def _thousands(text: str) -> bool:
    head, _, tail = text.partition(",")
    return len(tail) == 3 and len(head) <= 3


def _fraction(low: list[str], gap: list[str], at: int, value: str, slash: int) -> tuple[int, Sense]:
    other, end = low[slash + 1], slash + 2
    if end + 1 < len(low) and low[end] == "/" and low[end + 1].isdecimal():
        text = f"{value}/{other}/{low[end + 1]}"
        return end + 2, Sense("date", "", text, text)
    text = f"{value}/{other}"
    if value.isdecimal() and other.isdecimal():
        if 80 <= int(value) <= 260 and 30 <= int(other) <= 140 and int(value) > int(other):
            return end, Sense("pressure", "mmHg", text, text)
        listed = end + 1 < len(low) and low[end] == "," and "/" in low[end + 2 : end + 3]
        cued = at and (low[at - 1] in _DATE_CUES or low[max(0, at - 2) : at] == ["entry", "for"])
        if (cued or listed) and 1 <= int(value) <= 12 and 1 <= int(other) <= 31:
            return end, Sense("date", "", text, text)
    return end, Sense("ratio", "", text, text)


def _out_of(low: list[str], at: int, value: str) -> tuple[int, Sense] | None:
    """Read the "of 10" or "out of 10" that begins at word `at`."""
    end = at + 1 if low[at] == "of" else at + 2
    if low[at:end] not in (["of"], ["out", "of"]) or end >= len(low):
        return None
    other = low[end] if low[end].isdecimal() else str(NUMBER_WORDS.get(low[end], ""))
    if not other:
        return None
    return end + 1, Sense("ratio", "", f"{value}/{other}", f"{value} of {other}")


def _sets(low: list[str], gap: list[str], value: str, at: int) -> tuple[int, Sense]:
    """Read "3 sets of 10 (reps)" and "3 sets x 10 reps"; "3 sets" alone is a count of sets."""
    if at + 2 < len(low) and low[at + 1] in ("of", "x"):
        number = low[at + 2]
        number = number if number.isdecimal() else str(NUMBER_WORDS.get(number, ""))
        if number:
            end = at + 3
            if end < len(low) and low[end] in _REPS:
                end += 1
            elif end < len(low) and low[end] in _UNITS and _UNITS[low[end]][0] != "count":
                stop, inner = _with_unit(low, gap, number, end)
                label = f"{value} sets of {inner.label}"
                return stop, Sense(inner.kind, inner.group, f"{value}x{inner.id}", label)
            return end, Sense("count", "sets", f"{value}x{number}", f"{value} sets of {number} repetitions")
    return at + 1, Sense("count", "set", f"{value} sets", f"{value} sets")


def _with_unit(low: list[str], gap: list[str], value: str, at: int) -> tuple[int, Sense]:
    word = low[at]
    kind, unit, factor = _UNITS[word]
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
    if word == "s" and gap[at] == "" and value in _TURNS:  # "360s" are turns
        return at + 1, Sense("number", "", value + "s", value + "s")
    if word == "min" and nxt in ("a", "assist", "assistance"):
        return at, Sense("number", "", value, value)
    if word == "m" and nxt == "/" and low[at + 2 : at + 3] == ["s"]:
        return at + 3, Sense("rate", "m/s", value, f"{value} m/s")
    if word == "m" and nxt not in ("walk", "walking", "gait"):  # metres or minutes, who knows
        return at + 1, Sense("number", "prime", value + "m", value + gap[at] + "m")
    try:
        base = float(value.replace(",", "")) * factor
    except ValueError:
        return at, Sense("number", "", value, value)
    canonical = f"{base:g}" if kind in ("count", "duration", "units") else f"{float(value.replace(',', '')):g} {unit}"
    if kind == "count" and unit == "time":
        return at + 1, Sense("count", "time", canonical, f"{value} {'time' if value == '1' else 'times'}")
    return at + 1, Sense(kind, unit, canonical, f"{value} {name_unit(unit, value)}".replace(" %", "%"))


def _ends(word: str) -> bool:
    return (
        word in ("", ".", ",", ";", "\n", "x", "and", "with", "w/", "hold", "to", "at", "step", "steps")
        or word.isdecimal()
    )


def components(sense: Sense) -> list[tuple[str, str]]:
    """Return the comparable figures of a quantity as (family, canonical value).

    "6 to 8 reps" has two; "5 x 20 s" is a count and a duration; ratings, pressures, dates stay whole.

    >>> components(Sense("count", "sets", "3x10", "")), components(Sense("duration", "minute", "2-240", ""))
    ([('count', '3'), ('count', '10')], [('duration', '120'), ('duration', '240')])
    """
    if sense.kind in ("ratio", "pressure", "date", "frequency", "clock"):
        return [(sense.kind, sense.id)]
    text = sense.id.lstrip("~").split()[0]
    family = "count" if sense.kind == "ordinal" else sense.kind
    if family in ("distance", "load", "rate"):
        family = f"{family} in {sense.group}"
    head, cross, rest = text.partition("x")
    if cross:
        return [("count", head), *components(sense._replace(id=rest))]
    low, dash, high = text.partition("-")
    if dash and high:
        factor = next((unit[2] for unit in _UNITS.values() if unit[1] == sense.group), 1) if family == "duration" else 1
        return [(family, f"{float(low) * factor:g}"), (family, high)]
    return [(family, text)]


def name_unit(unit: str, value: str) -> str:
    """Return the unit as it stands after `value`: one second, two seconds.

    >>> name_unit("foot", "150"), name_unit("second", "1")
    ('feet', 'second')
    """
    if value == "1":
        return "%" if unit == "percent" else unit
    return _IRREGULAR.get(unit, unit + "s")
