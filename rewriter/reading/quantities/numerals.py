"""Numbers as they are written and spoken: "22", "twenty-two", "a hundred and ten", "zero point eight".

What a number counts is no matter here (see `quantities`). A value is handed on in figures, as a text.
"""

from math import nan

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
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "twice": 2,
    "once": 1,
    "thrice": 3,
}
TIMES = frozenset({"once", "twice", "thrice"})

# Grades and nerves: "GMFCS III", "CN VI". "I", "V" and "X" are letters too often.
ROMAN = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9}

_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_MOST_DECIMALS = 3
_VULGAR = {"\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75, "\u2153": 0.33, "\u2154": 0.67}
FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 0.33, "2/3": 0.67}
# "at this point five reps": a place in time, no decimal.
_PLACES = frozenset("this that one some which what at to the a each starting end focal trigger pressure".split())

_PLAIN_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50}
# "First" is an adverb and "second" a unit: they count only before what comes in turns.
_UNSURE_ORDINALS = frozenset({"first", "second"})
_IN_TURNS = frozenset(
    "trial trials attempt attempts rep reps repetition repetitions set sets round rounds bout bouts visit session time "
    "lap pass try week day month minute one loss stumble episode block phase part task exercise item transfer walk "
    "hold stand step turn toe finger digit ray metatarsal shelf".split()
)

# Every word but figures and number words that a number, or a number with its unit, may begin with.
OPENERS = frozenset({"half", "quarter", "a", "an", "point", *_PLAIN_ORDINALS})


def read_numeral(low: list[str], gap: list[str], at: int) -> tuple[int, str] | None:
    """Return (end, figures) of the number that begins at word `at`, or None.

    >>> words = "one hundred and ten feet".split()
    >>> read_numeral(words, [" "] * 5, 0)
    (4, '110')
    """
    if at >= len(low):
        return None
    word = low[at]
    if word[0].isdecimal():
        return _in_figures(low, gap, at)
    if word == "point":
        decimals = _decimals(low, at) if at and low[at - 1] not in _PLACES else None
        return (decimals[0], "0" + decimals[1]) if decimals is not None else None
    found = _cardinal(low, gap, at)
    if found is None:
        return None
    end, value = found
    if (decimals := _decimals(low, end)) is not None:
        return decimals[0], f"{value}{decimals[1]}"
    if low[end : end + 3] == ["and", "a", "half"]:
        return end + 3, f"{value + 0.5:g}"
    return end, str(value)


def as_float(text: str) -> float:
    """Return the value of a figure, thousands' commas gone; not-a-number for "1.2.3": no comparison holds for it."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return nan


def _in_figures(low: list[str], gap: list[str], at: int) -> tuple[int, str]:
    """Read a number in figures, with a half behind it where one is: "2\u00bd", "2 and a half"."""
    word, end = low[at], at + 1
    if end < len(low) and len(word) < 6 and word.isdecimal():
        if gap[end] == "" and low[end] in _VULGAR:
            return end + 1, f"{int(word) + _VULGAR[low[end]]:g}"
        if low[end : end + 3] == ["and", "a", "half"]:
            return end + 3, f"{int(word) + 0.5:g}"
    return end, word


def _below(scale: int, low: list[str], gap: list[str], at: int) -> tuple[int, int] | None:
    """Read what a hundred or a thousand goes on with: "(two thousand) three hundred", "(a hundred) and ten"."""
    rest = _below_hundred(low, gap, at)
    if rest is None or scale < 1000 or low[rest[0] : rest[0] + 1] != ["hundred"]:
        return rest
    end, value = rest[0] + 1, rest[1] * 100
    more = _below_hundred(low, gap, end + (low[end : end + 1] == ["and"]))
    return (end, value) if more is None else (more[0], value + more[1])


def _cardinal(low: list[str], gap: list[str], at: int) -> tuple[int, int] | None:
    """Return (end, value) of a whole number in words: "twenty two", "a dozen", "one hundred and fifty"."""
    if low[at] == "a":
        if low[at + 1 : at + 2] == [] or low[at + 1] not in _SCALES:
            return None
        end, value = at + 1, 1
    elif low[at] == "half" and low[at + 1 : at + 3] == ["a", "dozen"]:
        return at + 3, 6
    elif (small := _below_hundred(low, gap, at)) is not None:
        end, value = small
    else:
        return None
    largest = 0
    while end < len(low) and (scale := _SCALES.get(low[end], 0)) > largest:
        value, end, largest = value * scale, end + 1, scale
        rest = _below(scale, low, gap, end + (low[end : end + 1] == ["and"])) if scale > 12 else None
        if rest is not None:
            end, value = rest[0], value + rest[1]
    return end, value


def _below_hundred(low: list[str], gap: list[str], at: int) -> tuple[int, int] | None:
    """Return (end, value) of "seven", "twelve", "forty" or "forty-two"; "twenty one-pound weights" are twenty."""
    value = NUMBER_WORDS.get(low[at]) if at < len(low) and low[at] not in TIMES else None
    if value is None:
        return None
    if value >= 20 and at + 1 < len(low) and 1 <= NUMBER_WORDS.get(low[at + 1], 0) <= 9 and low[at + 1] not in TIMES:
        looser = at + 2 < len(low) and gap[at + 2] == "-" and gap[at + 1] != "-"
        if not looser:
            return at + 2, value + NUMBER_WORDS[low[at + 1]]
    return at + 1, value


def _decimals(low: list[str], at: int) -> tuple[int, str] | None:
    """Return (end, ".54") of the "point five four" that begins at word `at`, or None."""
    if low[at : at + 1] != ["point"] or at + 1 >= len(low):
        return None
    digits, end = "", at + 1
    while len(digits) < _MOST_DECIMALS and end < len(low) and low[end] not in TIMES:
        value = 0 if low[end] == "oh" else NUMBER_WORDS.get(low[end], 10)
        if value > 9:
            break
        digits, end = digits + str(value), end + 1
    if not digits and (tens := _below_hundred(low, [" "] * len(low), end)) is not None:
        end, digits = tens[0], str(tens[1])
    return (end, "." + digits) if digits else None


def read_elided(low: list[str], gap: list[str], at: int) -> tuple[int, str] | None:
    """Return (end, figures) of "one forty two" for 142, "one oh four" for 104: hundreds, the word left out.

    Only who knows that a number of this size is meant may ask: "one thirty second hold" is one hold.
    """
    first = NUMBER_WORDS.get(low[at], 0)
    if not 1 <= first <= 9 or low[at] in TIMES or at + 1 >= len(low):
        return None
    if low[at + 1] == "oh" and at + 2 < len(low) and 1 <= NUMBER_WORDS.get(low[at + 2], 0) <= 9:
        return at + 3, str(first * 100 + NUMBER_WORDS[low[at + 2]])
    rest = _below_hundred(low, gap, at + 1)
    return (rest[0], str(first * 100 + rest[1])) if rest is not None and rest[1] >= 10 else None


def read_ordinal(low: list[str], at: int) -> tuple[int, str] | None:
    """Return (end, figures) of "third", "twenty-first"; not of "two thirds", "a fifth of", "30 second hold"."""
    value = _PLAIN_ORDINALS.get(low[at])
    after = low[at + 1] if at + 1 < len(low) else ""
    if value is None:
        tens = NUMBER_WORDS.get(low[at], 0)
        if tens < 20 or after == "second" or not 1 <= _PLAIN_ORDINALS.get(after, 10) <= 9:
            return None
        return at + 2, str(tens + _PLAIN_ORDINALS[after])
    before = low[at - 1] if at else ""
    if before in NUMBER_WORDS or before[:1].isdecimal() or (before == "a" and after == "of"):
        return None
    if low[at] in _UNSURE_ORDINALS and after not in _IN_TURNS:
        return None
    return at + 1, str(value)
