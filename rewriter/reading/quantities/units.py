"""Units by every spelling, and the comparable figures of a quantity."""

from math import isclose

from rewriter.lexicon import Sense
from rewriter.reading.quantities.numerals import as_float

_ROUNDED = 1e-5  # a canonical value is rounded to six figures: 72 years come back as 72.0001
UNITS = {
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
        ("distance", "centimeter", 1, "cm cms centimeter centimeters centimetre centimetres"),
        ("distance", "millimeter", 1, "mm mms millimeter millimeters millimetre millimetres"),
        ("distance", "yard", 1, "yd yds yard yards"),
        ("distance", "mile", 1, "mile miles"),
        ("load", "pound", 1, "lb lbs # pound pounds"),
        ("load", "kilogram", 1, "kg kgs kilogram kilograms kilogramme kilogrammes"),
        ("load", "gram", 1, "gram grams gramme grammes"),
        ("load", "ounce", 1, "oz ounce ounces"),
        ("angle", "degree", 1, "deg degs degree degrees °"),
        ("percent", "percent", 1, "% percent"),
        ("rate", "bpm", 1, "bpm"),
        ("rate", "m/s", 1, "m/s"),
        ("rate", "Hz", 1, "hz hertz"),
        ("rate", "mph", 1, "mph"),
        ("rate", "rpm", 1, "rpm"),
        ("rate", "pps", 1, "pps"),
        ("pressure", "mmHg", 1, "mmhg"),
        ("count", "time", 1, "x times time"),
        ("count", "repetition", 1, "rep reps repetition repetitions"),
        ("count", "trial", 1, "trial trials"),
        ("count", "set", 1, "set sets"),
        ("units", "unit", 1, "u unit units"),
    )
    for spelling in spellings.split()
}
_FACTORS = {unit: factor for _, unit, factor in UNITS.values()}
UNIT_WORDS = frozenset(UNITS) | {"mmhg", "x/", "ish"}
_UNCHANGING = ("Hz", "mph", "rpm", "pps", "mmHg", "bpm", "m/s")
_IRREGULAR = {"foot": "feet", "inch": "inches", "percent": "%"} | {unit: unit for unit in _UNCHANGING}
MEASURED = frozenset({"duration", "distance", "load", "angle"})
SAID = {
    "~": "approximately ",
    "<": "less than ",
    ">": "more than ",
    "\u2264": "at most ",
    "\u2265": "at least ",
    "\u00b1": "plus or minus ",
}
_MARKS = "".join(SAID)
_NEAR_HELP = 7  # words


def is_measure(low: list[str], at: int) -> bool:
    """Tell whether word `at` is a unit of time, length, weight or angle."""
    return at < len(low) and low[at] in UNITS and UNITS[low[at]][0] in MEASURED


def is_help(low: list[str], at: int) -> bool:
    """Tell whether the "min" at word `at` stands against other help, and counts no minutes: "1-2 Mod, 3-5 Min"."""
    if low[at] != "min":
        return False
    if low[at + 1 : at + 2] and low[at + 1].isdecimal() and low[at + 2 : at + 3] in (["mod"], ["max"]):
        return True  # "3 min 2 mod"
    for other in range(max(1, at - _NEAR_HELP), at):
        if low[other] not in ("mod", "max") or not low[other - 1].isdecimal() or low[other - 2 : other - 1] == ["x"]:
            continue
        bare = low[other + 1] in (",", ";", "/", "then")
        return bare or (low[other - 2] == low[at - 2] == "-" and low[other + 1] == "a")
    return False


def components(sense: Sense) -> list[tuple[str, str]]:
    """Return the comparable figures of a quantity as (family, canonical value).

    "6 to 8 reps" has two; "5 x 20 s" is a count and a duration; ratings, pressures, dates stay whole.

    >>> components(Sense("count", "sets", "3x10", "")), components(Sense("duration", "minute", "2-240", ""))
    ([('count', '3'), ('count', '10')], [('duration', '120'), ('duration', '240')])
    """
    text = sense.id.lstrip(_MARKS)
    if sense.kind == "clock":
        hour, _, minute = text.rpartition(":") if ":" in text else (text[:-2], "", text[-2:])
        return [("clock", f"{int(hour)}:{minute}")]
    if sense.kind in ("ratio", "pressure", "date", "frequency"):
        return [(sense.kind, text)]
    text, _, unit = text.partition(" ")
    family = sense.kind
    if family in ("distance", "load", "rate"):
        family = f"{family} in {unit if sense.group == 'row' else sense.group}"
    head, cross, rest = text.partition("x")
    if cross:
        return [*(("count", part) for part in head.split("-")), *components(sense._replace(id=rest))]
    if sense.group == "row":
        return [(family, part) for part in text.split("/")]
    low, dash, high = text.partition("-")
    if dash and high:
        factor = _factor(sense)
        return [(family, f"{as_float(low) * factor:g}"), (family, high)]
    return [(family, text)]


def _factor(sense: Sense) -> int:
    return _FACTORS.get(sense.group, 1) if sense.kind == "duration" else 1


def in_unit(sense: Sense, value: str) -> str:
    """Return a component's figure in the unit it was written in: 480 seconds of "8 minutes" are 8.

    >>> in_unit(Sense("duration", "minute", "480", "8 minutes"), "480")
    '8'
    >>> in_unit(Sense("duration", "minute", "3x480", "3 x 8 minutes"), "3")
    '3'
    """
    if sense.kind == "number":
        return value.strip("+'\"m")  # "3+", "10'", "7m": the bare figure
    if sense.kind != "duration":
        return value
    if value in sense.id.lstrip(_MARKS).rpartition("x")[0].replace("x", "-").split("-"):
        return value  # how often, not how long
    told = as_float(value) / _factor(sense)
    whole = float(f"{told:.0f}")
    return f"{whole if isclose(told, whole, rel_tol=_ROUNDED) else told:g}"


def name_unit(unit: str, value: str) -> str:
    """Return the unit as it stands after `value`: one second, two seconds.

    >>> name_unit("foot", "150"), name_unit("second", "1")
    ('feet', 'second')
    """
    if value == "1":
        return "%" if unit == "percent" else unit
    return _IRREGULAR.get(unit, unit + "s")
