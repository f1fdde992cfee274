"""Figures in fixed forms: clock times, pressures, grades, dates, primes, scores, how often.

A function that is named `read_...` returns where the form ends, and its sense.
"""

from rewriter.lexicon import Sense
from rewriter.reading.quantities.numerals import NUMBER_WORDS, TIMES, as_float, read_elided, read_numeral
from rewriter.reading.quantities.units import UNITS, is_measure, name_unit

DATE_CUES = frozenset({"on", "dated", "since", "written", "entry", "date", "dos"})
PERIODS = {
    "wk": "week",
    "week": "week",
    "weekly": "week",
    "day": "day",
    "daily": "day",
    "x/d": "day",
    "x/w": "week",
    "wkly": "week",
    "mo": "month",
    "month": "month",
    "monthly": "month",
    "hour": "hour",
    "hr": "hour",
    "meal": "meal",
    "night": "night",
    "nightly": "night",
    "hourly": "hour",
    "shift": "shift",
    "session": "session",
    "visit": "visit",
}
DEGREES = {"f": (90, 110), "fahrenheit": (90, 110), "c": (30, 43), "celsius": (30, 43)}
_TONE = frozenset(
    "tone mas ashworth spasticity grade mmt strength reflex reflexes dtr edema clonus pitting swelling oedema".split()
)
_STRENGTH = frozenset(
    "mmt strength power oxford mrc muscle graded grade flicker trace dorsiflexion plantarflexion flexion extension "
    "abduction adduction rotation eversion inversion pronation supination opposition quads quadriceps hamstrings "
    "gluteus deltoid triceps biceps flexor flexors extensor extensors abductor abductors adductor adductors "
    "interosseous trapezius serratus iliopsoas tibialis gastrocnemius soleus grip pinch".split()
)
_GRADE_REACH = 6
WALKED = frozenset("walked walks walk ambulated ambulates ambulate amb".split())
_WALKING = WALKED | {"walking", "ambulating", "ambulation", "gait"}
# Beyond it a prime beside a word for walking is feet: nobody walks for so many minutes here.
_LONGEST_WALK = 75
_TIME_CUES = frozenset("at @ seen left started told called visit arrived began stopped".split())
_TIME_LABELS = frozenset("in out start stop time begin end began ended".split())
Found = tuple[int, Sense]
_CODED = 5  # figures of a billing code: nothing is counted out of so many
_LENSES = frozenset(
    "magnifier magnifiers mag magnification monocular monoculars telescope telescopes loupe loupes lens lenses "
    "microscope microscopes zoom readers".split()
)
# What kind of lens: how it is held, lit or worn.
_LENS_KINDS = frozenset(
    "stand hand held handheld hand-held pocket dome bar spectacle bioptic illuminated lighted lit led optical "
    "electronic video digital portable prismatic power powered - /".split()
)


def read_spoken_grade(low: list[str], at: int, end: int, value: str) -> Found | None:
    """Read "tone one plus", "three minus out of five", "two-plus swelling"."""
    sign = {"plus": "+", "minus": "-"}.get(low[end] if end < len(low) else "")
    if sign is None or value not in "012345":
        return None
    rest = low[end + 1 : end + 4]
    length = 3 if rest[:2] == ["out", "of"] else 2 if rest[:1] in (["over"], ["/"], ["of"]) else 0
    if length and rest[length - 1 : length] in (["five"], ["5"]):
        text = f"{value}{sign}/5"
        return end + 1 + length, Sense("ratio", "grade", text, text)
    beside = (*low[max(0, at - 4) : at], *low[end + 1 : end + 3])
    graded = not _STRENGTH.isdisjoint(low[max(0, at - _GRADE_REACH) : at])
    if (_TONE.isdisjoint(beside) and not graded) or (rest and (rest[0] in NUMBER_WORDS or rest[0][0].isdecimal())):
        return None
    return end + 1, Sense("number", "grade", value + sign, value + sign)


def is_minus_grade(low: list[str], gap: list[str], at: int, minus: int, value: str) -> bool:
    """Tell whether the "-" at word `minus` is part of a muscle grade: "dorsiflexion 3- at evaluation"."""
    behind = low[minus + 1 : minus + 2]
    if value not in "012345" or (behind and gap[minus + 1] == "" and behind[0] not in ",.;)\n"):
        return False
    graded = not behind or not behind[0][0].isdecimal()
    return graded and not _STRENGTH.isdisjoint(low[max(0, at - _GRADE_REACH) : at])


def read_spoken_pressure(low: list[str], gap: list[str], at: int, value: str) -> Found | None:
    """Read the "over eighty eight" that begins at word `at`."""
    if at + 1 >= len(low) or not value.isdecimal():
        return None
    for found in (read_elided(low, gap, at + 1), read_numeral(low, gap, at + 1)):
        if found is not None and found[1].isdecimal() and is_pressure(as_float(value), as_float(found[1])):
            text = f"{value}/{found[1]}"
            return found[0], Sense("pressure", "mmHg", text, text)
    return None


def is_pressure(one: float, two: float) -> bool:
    """Tell whether two values may be a blood pressure."""
    return 80 <= one <= 260 and 30 <= two <= 140 and one > two


def read_clock(low: list[str], gap: list[str], at: int, end: int, value: str) -> Found | None:
    """Read "9:45", "9:45 am", "9am", "0945", "at 1420"; "555-0142" is none."""
    if not value.isdecimal():
        return None
    before = low[at - 1] if at else ""
    minutes, stop = "", end
    colon = low[end : end + 1] == [":"] and end + 1 < len(low) and gap[end] == "" == gap[end + 1]
    if colon and low[end + 1].isdecimal():
        minutes, stop = low[end + 1], end + 2
    half = low[stop] if stop < len(low) and low[stop] in ("am", "pm") else ""
    half_end = stop + 1
    if low[stop : stop + 3] in (["a", ".", "m"], ["p", ".", "m"]):
        half, half_end = low[stop] + "m", stop + 3
    if half and as_float(value) <= 12 and (minutes or gap[stop] == "" or half == "pm" or before in _TIME_CUES):
        said = f"{value}:{minutes}" if minutes else value
        hour = int(value) % 12 + (12 if half == "pm" else 0)
        return half_end, Sense("clock", "", f"{hour}:{minutes or '00'}", f"{said} {half}")
    if minutes:
        return stop, Sense("clock", "", f"{value}:{minutes}", f"{value}:{minutes}")
    if len(value) != 4 or int(value[:2]) > 23 or int(value[2:]) > 59 or (end < len(low) and low[end] in UNITS):
        return None
    if before == "-" and gap[at] == "":
        return None
    labelled = before == ":" and low[at - 2 : at - 1] != [] and low[at - 2] in _TIME_LABELS
    if before in _TIME_CUES or labelled or "0100" <= value <= "0959":
        return end, Sense("clock", "", value, value)
    return None


def read_prime(low: list[str], gap: list[str], at: int, end: int, value: str) -> Found:
    """Read the prime behind a figure: feet beside a word for walking, else feet or minutes, who knows.

    An inch mark does not decide: 2'10" at the sink are minutes and seconds.
    """
    if low[end + 2 : end + 3] == ['"'] and low[end + 1].isdecimal() and gap[end + 1] == "" == gap[end + 2]:
        text = f"{value}'{low[end + 1]}\""
        return end + 3, Sense("number", "prime", text, text)
    before = low[max(0, at - 4) : at]
    if as_float(value) >= _LONGEST_WALK:
        is_walk = not _WALKING.isdisjoint((*before, *low[end + 1 : end + 2]))
    else:
        is_walk = not WALKED.isdisjoint(before[-2:]) and {"x", "for", "treadmill"}.isdisjoint(
            (*before, *low[end + 1 : end + 4])
        )
    if is_walk:
        return end + 1, Sense("distance", "foot", f"{value} foot", f"{value} {name_unit('foot', value)}")
    return end + 1, Sense("number", "prime", value + "'", value + "'")


def ends_there(low: list[str], gap: list[str], at: int) -> bool:
    """Nothing is written onto what ends before word `at`, or only a mark: "1+ at the elbow", "MAS 1+."."""
    return at >= len(low) or gap[at] != "" or low[at] in (".", ",", ";", ")", "\n")


# What is counted by the week or the day: "two visits a week", "5 d/wk".
_MEETINGS = frozenset(
    "visit visits session sessions treatment treatments appointment appointments day days d night nights evening "
    "evenings morning mornings occasion occasions".split()
)
_TIMES_PER = TIMES | {"x", "x/", "d/", "times", "time"} | _MEETINGS
_REGULARLY = (["weekly"], ["wkly"], ["monthly"], ["daily"], ["nightly"], ["hourly"])
_PER = (["/"], ["per"], ["a"], ["an"], ["each"], ["every"])


def read_per(low: list[str], at: int, tight: bool = True) -> int | None:
    """Return the end of "x/wk", "times per week", "visits a week", "times weekly", "/day" at `at`, or None."""
    word = low[at] if at < len(low) else ""
    if word in ("x/d", "x/w"):
        return at + 1
    if word == "/":
        return at + 2 if tight and at + 1 < len(low) and low[at + 1] in PERIODS else None
    if word not in _TIMES_PER:
        return None
    slashed = word in ("x/", "d/")
    end = at + 1 if slashed else at + 2
    bare = word in ("x", "times") and low[at + 1 : at + 2] in (["day"], ["week"], ["wk"])
    if bare and not (at + 2 < len(low) and low[at + 2][0].isdecimal()):
        return at + 2  # "tummy time 5x day"; "x day 2" is its second
    joined = slashed or low[at + 1 : at + 2] in _PER
    if joined and end < len(low) and low[end] in PERIODS:
        return end + 1
    return at + 2 if low[at + 1 : at + 2] in _REGULARLY else None


def name_meeting(word: str, value: str) -> str:
    """Return what is counted in a frequency: the visits or days that the writer names, else times.

    >>> name_meeting("visits", "2"), name_meeting("x", "1"), name_meeting("d", "5")
    ('visits', 'time', 'days')
    """
    noun = {"d": "day", "d/": "day"}.get(word, word.removesuffix("s")) if word in _MEETINGS or word == "d/" else "time"
    return noun if value == "1" else noun + "s"


def is_temperature(low: list[str], at: int, value: str, scale: str) -> bool:
    """Thus: "T 99.1 F"; a bare "F" or "C" behind a whole number may be anything."""
    least, most = DEGREES[scale]
    cued = not {"temp", "temperature"}.isdisjoint(low[max(0, at - 2) : at])
    return (cued or "." in value) and least <= as_float(value) <= most


def is_range(one: str, two: str) -> bool:
    """Thus: "6-8" is a range, "555-0142" and "4-4" are not."""
    if any(len(part.partition(".")[0]) > 3 or (part[0] == "0" and part[1:2] not in ("", ".")) for part in (one, two)):
        return False
    return as_float(one) < as_float(two)


def has_thousands(text: str) -> bool:
    """Tell whether the comma of a figure parts thousands: "1,000", not "1,5"."""
    head, _, tail = text.partition(",")
    return len(tail) == 3 and len(head) <= 3


def read_date_or_row(low: list[str], gap: list[str], at: int, slash: int) -> Found:
    """Read "3/14/25" as a date; with spaces, a unit or too large a figure it is a row of values: "11/9/12 cm"."""
    parts, end = [low[slash - 1]], slash
    while end + 1 < len(low) and low[end] == "/" and low[end + 1][0].isdecimal():
        parts.append(low[end + 1])
        end += 2
    text = "/".join(parts)
    tight = all(not space for space in gap[slash:end])
    measured = is_measure(low, end)
    if len(parts) == 3 and tight and not measured and all(len(part) <= 4 and part.isdecimal() for part in parts):
        month, day, year = map(int, parts)
        if 1 <= min(month, day) <= 12 and max(month, day) <= 31 and (year < 100 or 1900 <= year < 2100):
            return end, Sense("date", "", text, text)
    if measured:
        kind, unit, _ = UNITS[low[end]]
        if kind != "duration":
            return end + 1, Sense(kind, "row", f"{text} {unit}", f"{text} {name_unit(unit, '2')}")
    return end, Sense("number", "row", text, text)


def read_out_of(low: list[str], gap: list[str], at: int, value: str) -> Found | None:
    """Read the "of 10" or "out of 10" that begins at word `at`."""
    end = at + 1 if low[at] == "of" else at + 2
    other = read_numeral(low, gap, end) if low[at:end] in (["of"], ["out", "of"]) else None
    if other is None or not other[1].isdecimal() or len(other[1]) >= _CODED:
        return None  # "25 of 97112": minutes of a billing code
    return other[0], Sense("ratio", "", f"{value}/{other[1]}", f"{value} of {other[1]}")


def is_power(low: list[str], at: int) -> bool:
    """A lens stands at word `at`, or behind how it is held or lit: the "4x" before it is its power, and no count."""
    while at < len(low) and low[at] in _LENS_KINDS:
        at += 1
    return at < len(low) and low[at] in _LENSES
