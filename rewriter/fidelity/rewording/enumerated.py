"""A figure told as a word of number, or written in full: "the second web", "counting by threes", "a triple bypass".

A note numbers what a rewrite puts in order ("web 2", "cast #2", "digits 4-5"), and cuts what it writes in full ("'21",
"28k").
"""

from collections.abc import Sequence

from rewriter.fidelity.rewording.counted import has_key
from rewriter.fidelity.texts.modifiers import Modifier
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.punctuation import BREAKS
from rewriter.reading.quantities import NUMBER_WORDS

_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
} | {f"{number}{end}": str(number) for number, end in ((1, "st"), (2, "nd"), (3, "rd"), (4, "th"), (5, "th"))}
_FIGURED = frozenset({"number", "count", "ordinal"})
_MULTIPLES = {
    "double": "2",
    "dual": "2",
    "twofold": "2",
    "triple": "3",
    "threefold": "3",
    "quadruple": "4",
    "quintuple": "5",
} | {f"{word}fold": str(number) for word, number in NUMBER_WORDS.items() if word.isalpha()}
_PARTS = {"1/2": "half", "1/3": "third", "2/3": "third", "1/4": "quarter", "3/4": "quarter"}
_PERIODS = {
    "qh": "hour",
    "q 1 h": "hour",
    "q hr": "hour",
    "qd": "day",
    "daily": "day",
    "qhs": "night",
    "nightly": "night",
}
# Counting goes by so many: "back by 3s", "serial 7s".
_STEPPING = frozenset({"by", "in", "serial"})
_CENTURIES = ("19", "20")
_NOUN_REACH, _ROW_REACH = 3, 3
_THOUSAND = 1000

Words = Sequence[str]


def is_enumerated(item: Modifier, note: Terms, said: Terms) -> bool:
    """Tell whether a rewrite has a figure of the note as an ordinal, a multiple, a plural, a pair or in full."""
    low, told = note.reading.words.low, said.reading.words.low
    if _is_step(low, item.first):
        return any(word in _STEPPING and _plural_at(told, at + 1) == low[item.first] for at, word in enumerate(told))
    if item.figure == "2" and low[item.last - 1] in ("ft", "feet"):
        together = low[item.last : item.last + 1] == ["together"] and said.holds(["feet", "together"])
        return together or said.holds(["both", "feet"])
    if part := _part_in(low, item):
        return any(word.removesuffix("s") == part for word in told)
    if item.family not in _FIGURED:
        return False
    often = {said.reading.mentions[at].sense.id for at in said.reading.having("frequency")}
    if often and any(f"{item.value}/{period}" in often for period in _often_at(note, item.value)):
        return True
    if (whole := _in_full(low, item.first)) is not None:
        return whole in {word.replace(",", "") for word in told}
    words = _MULTIPLES if item.family == "count" else _ORDINALS
    keys = item.near if item.family == "count" or low[item.first - 1] == "#" else item.head
    return any(
        words.get(word) == item.value and any(has_key(said, keys, near) for near in range(at + 1, at + 2 + _NOUN_REACH))
        for at, word in enumerate(told)
    )


def is_enumerated_there(item: Modifier, held: Sequence[Terms]) -> bool:
    """Tell whether a note has a figure of the rewrite cut short: "'21" for 2021, "28k" for 28,000."""
    if item.family == "frequency":
        count, _, period = item.value.partition("/")
        return any(period in _often_at(terms, count) for terms in held)
    if item.family not in _FIGURED or not item.value.isdecimal():
        return False
    return any(
        _in_full(terms.reading.words.low, at) == item.value
        for terms in held
        for at, word in enumerate(terms.reading.words.low)
        if word.isdecimal()
    )


def is_number_word(one: Terms, index: int, texts: Sequence[Terms]) -> bool:
    """Tell whether a word of a rewrite is a number of the note: "threes" for "by 3s", "fifth" for "digits 4-5"."""
    low, at = one.reading.words.low, one.place[index]
    if step := _plural_at(low, at):
        return any(
            words[place] == step and _is_step(words, place)
            for terms in texts
            for words in (terms.reading.words.low,)
            for place in range(len(words))
        )
    value = _ORDINALS.get(low[at]) or _MULTIPLES.get(low[at])
    if not value or at + 1 == len(low):
        return False
    ahead = range(index + 1, min(len(one.place), index + 1 + _NOUN_REACH))
    keys = {key for other in ahead if low[one.place[other]] not in SPLITS for key in one.keys[other]}
    return any(
        value in _numbers_behind(terms.reading.words.low, terms.place[partner])
        for terms in texts
        for partner in terms.partners(keys)
    )


def _often_at(terms: Terms, count: str) -> frozenset[str]:
    """Return the periods in each of which a count is done, told right beside it: "hour" of "x20 qh"."""
    low = terms.reading.words.low
    found: set[str] = set()
    for number in terms.reading.having("count"):
        sense, first, last = terms.reading.mentions[number]
        if sense.id == count:
            around = f" {' '.join(low[max(0, first - _ROW_REACH) : last + _ROW_REACH])} "
            found.update(period for words, period in _PERIODS.items() if f" {words} " in around)
    return frozenset(found)


def _part_in(low: Words, item: Modifier) -> str:
    """Return the word for the fraction of a length or a load: "quarter" of ">1/4in"."""
    parts = (_PARTS.get("".join(low[at : at + 3])) for at in range(item.first, item.last - 2))
    return next(filter(None, parts), "") if item.family.startswith(("distance", "load")) else ""


def _numbers_behind(low: Words, at: int) -> frozenset[str]:
    """Return the numbers that a word is told by: "digits 4-5", "toes 1, 2 + 3", "cast R ankle #2", "CABG x3"."""
    found: set[str] = set()
    place, last = at + 1, at + 1 + _ROW_REACH
    while place < min(len(low), last):
        word = low[place].removeprefix("x")
        if word.isdecimal():
            start = int(word)
            if low[place - 1] in ("-", "to") and found:
                found.update(str(number) for number in range(min(map(int, found)), start))
            found.add(word)
            last = place + 1 + _ROW_REACH
        elif low[place] in BREAKS:
            break
        place += 1
    return frozenset(found)


def _is_step(low: Words, at: int) -> bool:
    """Thus: the 3 of "counting back by 3s"."""
    return low[at + 1 : at + 2] == ["s"] and at > 0 and low[at - 1] in _STEPPING


def _plural_at(low: Words, at: int) -> str:
    """Return the figure of a number in the plural: "3" of "threes", "6" of "sixes"."""
    if at >= len(low) or not low[at].endswith("s"):
        return ""
    number = NUMBER_WORDS.get(low[at].removesuffix("s")) or NUMBER_WORDS.get(low[at].removesuffix("es"))
    return str(number) if number else ""


def _in_full(low: Words, at: int) -> str | None:
    """Return a year or a number of thousands in full, where it is written short: "'21", "28k"."""
    if at and low[at - 1] == "'" and len(low[at]) == 2:
        return _CENTURIES[int(low[at]) < 50] + low[at]
    if low[at + 1 : at + 2] == ["k"] and low[at].isdecimal():
        return str(int(low[at]) * _THOUSAND)
    return None
