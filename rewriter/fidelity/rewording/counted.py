"""How many, told in another way: one by one, once more, as a pair, as so many in an hour.

"Toes 1, 2 and 3" for "toes 1-3", "150 feet, and then another 150" for "150 ft x2", "two tasks" for "dual task",
"10 times each hour" for "x10 q hr".
"""

from bisect import bisect_left
from collections.abc import Sequence

from rewriter.fidelity.texts.modifiers import Keys, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms
from rewriter.paraphrase import stem
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.quantities.figures import PERIODS
from rewriter.reading.quantities.numerals import TIMES

_IN_ROW = frozenset({",", "and", "&", "or"})
_FEWEST_IN_ROW = 3
_PAIR_NAMES = frozenset(
    "sides eyes legs arms knees hips feet hands thumbs shoulders ankles limbs and but with in".split()
)
_AGAIN_REACH, _RATE_REACH, _SCALE_REACH = 3, 8, 2
_ADVERBS = {
    "1/hour": frozenset({"hourly"}),
    "1/day": frozenset({"daily"}),
    "1/night": frozenset({"nightly"}),
    "1/week": frozenset({"weekly", "wkly"}),
    "1/month": frozenset({"monthly"}),
}
_MANY = (TIMES - {"once"}) | {"times", "x", "bi", "-"}
_ALL_HOURS = frozenset({("around", "the", "clock"), ("round", "the", "clock"), ("day", "and", "night")})
_SCALES = frozenset("scale numeric numerical rating point points".split())
_BEING = frozenset({"is", "are", "was", "were"})
_ANOTHER = frozenset({"another", "further", "again", "additional", "second"})
_TWOFOLD = frozenset({"dual", "double", "paired"})


def is_of_pair(item: Modifier, given: Shelf, said: Terms) -> bool:
    """The two are the sides that the note tells of: "the left is the worse of the two"."""
    low = said.reading.words.low
    alone = item.last >= len(low) or not low[item.last].isalpha() or low[item.last] in _PAIR_NAMES
    if low[item.first - 1] != "the" or not alone:
        return False
    return bool(given.named("bilateral")) or bool(given.named("left") and given.named("right"))


def is_in_range(item: Modifier, given: Shelf, said: Terms) -> bool:
    """Each of a range is told by itself: "toes 1, 2 and 3" for "toes 1-3"."""
    if not item.value.isdecimal():
        return False
    numbers = _row_around(item, said.reading.words.low)
    if len(numbers) < _FEWEST_IN_ROW or numbers != list(range(numbers[0], numbers[-1] + 1)):
        return False
    first, last = str(numbers[0]), str(numbers[-1])
    return any(one.value == first and last in [mate.value for mate in given.dose(one)] for one in given.named(first))


def is_said_again(item: Modifier, said: Terms, note: Terms) -> bool:
    """Thus: "150 feet, and then another 150" for "150 ft x2"."""
    there, low = note.reading.words.low, said.reading.words.low
    if item.value != "2":
        return False
    near = {word for word in there[max(0, item.first - _AGAIN_REACH) : item.first] if word[0].isdecimal()}
    return any(
        word in _ANOTHER and not near.isdisjoint(low[at + 1 : at + 3]) and sum(one in near for one in low) > 1
        for at, word in enumerate(low)
    )


def is_twofold(item: Modifier, said: Terms, terms: Terms) -> bool:
    """The two are what a text has by another word: "two tasks together" for a dual task."""
    low = terms.reading.words.low
    told = said.reading.words.low
    counted = stem(told[item.last]) if item.last < len(told) else ""  # "two tasks", where no task is a claim
    return any(
        has_key(terms, item.head, near) or stem(low[near]) == counted
        for at, word in enumerate(low)
        if word in _TWOFOLD
        for near in range(at + 1, min(at + 3, len(low)))
    ) and told[item.first] in ("2", "two")


def how_often(item: Modifier, low: Sequence[str]) -> str:
    """Return how often a count is told to be done: "5/day" for "x5 daily", "five a day"; "" for none.

    What is counted may stand between ("three pads a day"), and a second count needs no period of its own ("from 5 pads
    a day to 3").
    """
    period = _period_at(low, item.last) or _period_at(low, item.last + 1, counted=True) or _period_used(low, item.last)
    if not period and low[item.first - 1] == "to":
        before = range(max(0, item.first - _RATE_REACH), item.first - 1)
        if any(low[at] == "from" and _number(low[at + 1]) for at in before):
            periods = (_period_at(low, at) for at in before)
            period = next(filter(None, periods), "")
    return f"{item.value}/{period}" if period else ""


def is_regular(low: Sequence[str], often: str) -> bool:
    """Tell whether an adverb alone tells that it is once each time: "weekly"; not "twice weekly"."""
    words = _ADVERBS.get(often, frozenset())
    return any(word in words and (at == 0 or low[at - 1] not in _MANY) for at, word in enumerate(low))


def is_whole_day(low: Sequence[str]) -> bool:
    """Tell whether these words tell of all hours: "round the clock", "day and night"."""
    return any(tuple(low[at : at + 3]) in _ALL_HOURS for at in range(len(low) - 2))


def is_same_count(item: Modifier, rate: Modifier, low: Sequence[str]) -> bool:
    """Where a count names what is counted ("three pads a day"), the rate is of the same: "pads 3/day"."""
    elsewhere = low[item.first - 1] == "to" or bool(_period_at(low, item.last))
    return elsewhere or not rate.head or not item.head.isdisjoint(rate.head)


def _period_at(low: Sequence[str], at: int, *, counted: bool = False) -> str:
    """Return the period told from a word on: "daily", "a day"; behind something `counted` it must have been named."""
    if counted and not (at <= len(low) and low[at - 1].isalpha() and low[at - 1].endswith("s")):
        return ""
    behind = low[at : at + 2]
    last = 1 if behind[:1] in (["a"], ["per"], ["each"], ["every"], ["/"], ["q"], ["an"]) else 0
    told = last < len(behind) and (last or behind[0].endswith("ly"))
    return PERIODS.get(behind[last], "") if told else ""


def _period_used(low: Sequence[str], at: int) -> str:
    """Return the period behind what is used so often: "one pad is used per day", "three meals are eaten each day"."""
    for place in range(at + 1, min(at + 1 + _RATE_REACH // 2, len(low) - 1)):
        if low[place] in _BEING and low[place + 1].endswith(("ed", "en", "n")):
            return _period_at(low, place + 2)
    return ""


def said_often(said: Terms) -> set[str]:
    """Return how often a text says that things are done: "10/hour"."""
    return {said.reading.mentions[at].sense.id for at in said.reading.having("frequency")}


def is_scale(item: Modifier, given: Shelf, low: Sequence[str]) -> bool:
    """The ends of the scale that a rating of the note is on: "on a 0-10 scale" for "7/10"."""
    if item.last - item.first < 2 or low[item.first] not in ("0", "zero"):
        return False
    near, most = low[max(0, item.first - _SCALE_REACH) : item.last + _SCALE_REACH], f"/{_number(low[item.last - 1])}"
    return not _SCALES.isdisjoint(near) and any(
        one.family == "ratio" and one.value.endswith(most) for one in given.items
    )


def has_key(terms: Terms, keys: Keys, at: int) -> bool:
    """Tell whether the term at word `at` has one of these keys."""
    index = bisect_left(terms.place, at)
    return index < len(terms.place) and terms.place[index] == at and not keys.isdisjoint(terms.keys[index])


def _row_around(item: Modifier, low: Sequence[str]) -> list[int]:
    """Return the bare numbers told in one row with an item, it among them: "1, 2 and 3"."""
    first, last = item.first, item.last
    while first > 1 and low[first - 1] in _IN_ROW and _number(low[first - 2]):
        first -= 2
    while last + 1 < len(low) and low[last] in _IN_ROW and _number(low[last + 1]):
        last += 2
    return [number for at in range(first, last) if (number := _number(low[at]))]


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else NUMBER_WORDS.get(word, 0)
