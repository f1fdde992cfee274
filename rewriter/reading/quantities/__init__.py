"""Numbers with what they count: doses, times, distances, ratings, ranges, dates.

A quantity is a `Sense`: kind (`duration`), group (the unit it was written in), id (the canonical value, in base
units: seconds, feet as written) and label (the words for a sentence). "3x10", "3 sets of 10 reps" and "three sets
of ten" have one canonical value. A number whose unit cannot be known stays a bare `number`, as written.
"""

from rewriter.english import ASKING, BE, HAVE, JOINTS, PREPOSITIONS
from rewriter.lexicon import Sense
from rewriter.reading.quantities.doses import after_number, with_figure
from rewriter.reading.quantities.figures import PERIODS, WALKED, Found, read_out_of, read_per, read_spoken_grade
from rewriter.reading.quantities.numerals import (
    NUMBER_WORDS,
    OPENERS,
    ROMAN,
    TIMES,
    as_float,
    read_elided,
    read_numeral,
    read_ordinal,
)
from rewriter.reading.quantities.units import MEASURED, SAID, UNIT_WORDS, UNITS, components, in_unit, name_unit

__all__ = ["NUMBER_WORDS", "ROMAN", "STARTS", "UNIT_WORDS", "components", "in_unit", "name_unit", "read_quantity"]

_ABOUT = frozenset({"~", "about", "approximately", "around", "roughly", "approx", "maybe", "almost", "nearly"})
_NO_AMOUNTS = frozenset({"ratio", "date", "pressure"})
_WORD_TO_FIGURE = frozenset(spelling for spelling in UNITS if len(spelling) > 2) | {"x"}
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
_WHO = frozenset("the he she they it patient pt his her their".split())
_NO_DEEDS = frozenset({"bed", "red", "med"})
_WHERE = frozenset("in on at out up back home off upright".split())
_THINGS = frozenset(
    "day week visit session treatment pain symptoms swelling healing wound sutures pins stitches".split()
)
_FINITE = frozenset("is are was were has have had settles settled ends ended comes came".split())
# A subject of so many words before its verb, none of which begins another piece of the sentence.
_SUBJECT, _BEING = 4, BE | HAVE
_NO_SUBJECT = (
    PREPOSITIONS
    | JOINTS
    | ASKING
    | frozenset(
        "but as to for of than when while if because since after before again then per a day week month hour today "
        "daily weekly only more this last".split()
    )
)
_FAR = frozenset("away high wide long tall deep from forward forwards back backward backwards".split())

# Every word but figures that a quantity may begin with.
STARTS = frozenset(NUMBER_WORDS) | OPENERS | _ABOUT | _LIMIT_WORDS | {"x"}


def read_quantity(low: list[str], gap: list[str], at: int) -> Found | None:
    """Return (end, sense) of the quantity that begins at word `at`, or None."""
    word = low[at]
    if word[0].isdecimal():
        if at and low[at - 1] == "." and gap[at] == "" and (at == 1 or gap[at - 1] or low[at - 2] == "("):
            end, sense = with_figure(low, gap, at, at + 1, "0." + word, 0)  # ".54": its point stands before it
            return end, sense._replace(label=sense.label.removeprefix("0."))
        return read_spoken_grade(low, at, at + 1, word) or after_number(low, gap, at)
    if word in _ABOUT:
        found = _marked(low, gap, at + 1, "~")
        if found is None or word != "maybe":
            return found
        # a guess, and not near it: "maybe 20 ft"; of a date it is a doubt: "casting maybe 12/3"
        return None if found[1].kind in _NO_AMOUNTS else (found[0], _said_maybe(found[1]))
    if word in _LIMIT_WORDS:
        return _limited(low, gap, at)
    if word == "x":
        return _times(low, gap, at)
    if word in TIMES and (word != "once" or not ((at and low[at - 1] == "at") or _is_when(low, at))):
        return _so_often(low, at)
    if word in ("a", "an", "half", "quarter") and (found := _half_of(low, at)) is not None:
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


def _said_maybe(sense: Sense) -> Sense:
    return sense._replace(label="maybe " + sense.label.removeprefix(SAID["~"]))


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
    """Read "half an hour", "half a minute", "a minute and a half", "a quarter of an hour", "a quarter-hour"."""
    if low[at + 1 : at + 2] == ["quarter"]:
        return _quarters_of(low, at + 2, 1)
    if low[at] == "quarter":
        return _quarters_of(low, at + 1, 1)
    if low[at] == "half":
        end = at + 2 if low[at + 1 : at + 2] in (["an"], ["a"]) else at + 1
        unit, value, end = low[end : end + 1], 0.5, end + 1
    elif low[at + 2 : at + 5] in (["and", "a", "half"], ["and", "a", "quarter"]):
        unit, value, end = low[at + 1 : at + 2], 1.5 if low[at + 4] == "half" else 1.25, at + 5
    else:
        return None
    if unit not in (["hour"], ["minute"]):
        return None
    seconds = f"{value * UNITS[unit[0]][2]:g}"
    finer, size = ("minute", 60) if unit == ["hour"] else ("second", 1)
    return end, Sense("duration", finer, seconds, f"{float(seconds) / size:g} {finer}s")


def _quarters_of(low: list[str], at: int, count: int) -> Found | None:
    """Read the "of an hour" or "hour" behind quarters; "three quarters of the meal" is a share."""
    end = at + 2 if low[at : at + 1] == ["of"] and low[at + 1 : at + 2] in (["a"], ["an"]) else at
    if low[end : end + 1] not in (["hour"], ["minute"]):
        return None
    size = UNITS[low[end]][2] * count // 4
    finer, factor = ("minute", 60) if low[end] == "hour" else ("second", 1)
    return end + 1, Sense("duration", finer, str(size), f"{size // factor} {finer}s")


def _times(low: list[str], gap: list[str], at: int) -> Found | None:
    """Read "x10", "x 20 min", "x3 sets", "x 16'", "x30d"; what has other letters stuck to it is no count."""
    if read_numeral(low, gap, at + 1) is None:
        return None
    end, sense = after_number(low, gap, at + 1)
    if sense.kind == "number" and end < len(low) and gap[end] == "" and low[end].isalpha():
        if low[end] != "d" or not sense.id.isdecimal():
            return None
        days = f"{int(sense.id) * UNITS['day'][2]:g}"
        return end + 1, Sense("duration", "day", days, f"for {sense.id} {name_unit('day', sense.id)}")
    if sense.kind == "number":
        return end, Sense("count", "x", sense.id, "x" + sense.label)
    if sense.kind == "duration":
        return end, sense._replace(label="for " + sense.label)
    return end, sense


def _is_when(low: list[str], at: int) -> bool:
    """Thus the "once" of "tingling once flexed past 100", "once he stood": when, not how often.

    So too where a thing of its own is or has done something ("once day 20 is over", "once medication had been given"),
    and right behind a rating ("3/10 once in the pool").
    """
    behind = low[at + 1] if at + 1 < len(low) else ""
    if behind in _WHO or (behind.endswith("ed") and behind not in _NO_DEEDS):
        return True
    if behind in _WHERE:
        return at > 1 and low[at - 1].isdecimal() and low[at - 2] in ("of", "/")
    if behind in _THINGS and not _FINITE.isdisjoint(low[at + 2 : at + 4]):
        return True
    subject = range(at + 1, min(at + 2 + _SUBJECT, len(low)))
    end = next((one for one in subject if low[one] in _BEING or not low[one].isalpha() or low[one] in _NO_SUBJECT), at)
    return end > at + 1 and low[end] in _BEING


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
    if elided is not None and (_means_hundreds(low, at, elided[0]) or _is_turn(low, elided)):
        numeral = elided
    end, value = numeral
    before, after = (low[at - 1] if at else "."), (low[end] if end < len(low) else "")
    if after in ("quarters", "quarter") and value in ("1", "3") and (found := _quarters_of(low, end + 1, int(value))):
        return found
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
    stop, sense = with_figure(low, gap, at, end, value, 0)
    return None if single and sense.kind == "number" else (stop, sense)


def _means_hundreds(low: list[str], at: int, end: int) -> bool:
    """Thus: "one forty two over", "heart rate one eighteen", "one fifty feet"; "one thirty second hold" is one hold."""
    after = low[end] if end < len(low) else ""
    return after in ("over", "feet", "meters", "yards") or not _VITALS.isdisjoint(low[max(0, at - 3) : at])


def _is_turn(low: list[str], found: tuple[int, str]) -> bool:
    """Thus: "a three-sixty turn", "one eighty degrees"."""
    end, value = found
    turning = low[end : end + 1] in (["turn"], ["turns"], ["degree"], ["degrees"])
    return turning and value in ("180", "270", "360", "720")


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
    stop, inner = after_number(low, gap, end, 1)
    joined = gap[unit] == "-"
    counted = any(word.isalpha() and word.endswith("s") for word in low[stop : stop + 3])
    if stop != unit + 1 or inner.kind not in MEASURED or not counted:
        return None
    if not joined and not (spoken and low[unit] == inner.group and each[1] != "1"):
        return None
    first = " ".join(low[at:end]) if spoken else f"{value} x"
    return stop, inner._replace(id=f"{value}x{inner.id}", label=f"{first} {each[1]}-{inner.group}")
