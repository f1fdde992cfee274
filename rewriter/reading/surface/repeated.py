"""So long or so far, so many times: "3 x 30 sec" is "30 seconds, 3 times", as "30 sec x3" is.

A figure before what its span measures ("3 x 30 sec holds") and one that names a test ("sit to stand 5 x 22 sec") stay
as written.
"""

from collections.abc import Iterable, Sequence

from rewriter.body import MOTIONS
from rewriter.english import PREPOSITIONS
from rewriter.pattern import late
from rewriter.reading.mentions import Mention
from rewriter.reading.pieces.seams import CUE_ENDS
from rewriter.reading.quantities.numerals import NUMBER_WORDS
from rewriter.reading.reading import Reading

_SPANS = frozenset({"duration", "distance"})
_REPEATED = late(r"(?P<count>\d{1,2}) x (?P<each>\d[^x]*)")
_SPANNED = late(r", (?:\d+ times|once)$")
# What is told behind a span and is not measured by it.
_BESIDE = frozenset({"level", "side", "part", "vision", "position", "surface", "cue", "device"})
_HOW = frozenset("bilaterally seated standing no then w/ using against between".split())
_MEASURED = frozenset("hold holds rest rests break breaks walk walks bout bouts".split())
# "3 x 30 sec daily" are not three times a day.
_HABIT = frozenset("a per daily nightly hourly weekly day night qd bid tid qid every once twice".split())
# The test is of five: how long one of them lasted nobody says.
_TIMED = ("5", "sit_to_stand")
_NOT_DONE = frozenset("for x to of and or then was were is than every".split())
# Behind how often something was, these go on with it.
_GOES_ON = frozenset("each ea every per daily a total and or".split())

# So many times somebody did something: more may be minutes of it.
_FEW = 4
# Beside these a figure counts persons, weeks, units or something unnamed.
_LIFTS = frozenset("hoyer lift stedy transfer transfers sling".split())
_NOT_COUNTED = frozenset({"level", "person", "diagnosis", "frequency", "code", "treatment", "number", "position"})
_TIMED_WORDS = late(
    r"standing|sitting|(?:short|long|ring|side|stool)_sit$|^stand$|balanc|stance|walk|gait|train|bike|cycl|ergomet|massage"
    r"|swing|treadmill|play|kneel|stretch|passive|motion|mobiliz|traction"
)
_MINUTES_TOO = frozenset({"treatment", "cue", "duration"})


def count_times(number: str) -> str:
    """Return how often: "once", "3 times".

    >>> count_times("1"), count_times("4")
    ('once', '4 times')
    """
    return "once" if number == "1" else f"{number} times"


def say_repeated(reading: Reading, quantity: Mention, first: int, last: int) -> str:
    """Return the words for a span told so many times in words `first:last`, or "" where it is none, or unclear."""
    sense = quantity.sense
    told = _REPEATED.fullmatch(sense.label.removeprefix("for "))
    if sense.kind not in _SPANS or told is None or _measures(reading, quantity.last, last):
        return ""
    low = reading.words.low
    if not _HABIT.isdisjoint((*low[max(first, quantity.first - 1) : quantity.first], *low[quantity.last : last][:1])):
        return ""
    count, named = _TIMED
    done = reading.between(first, quantity.first)
    if told["count"] == count and any(reading.mentions[i].sense.id == named for i in done):
        return ""
    return f"{told['each']}, {count_times(told['count'])}"


def counts_deeds(reading: Reading, quantity: Mention, before: Sequence[Mention]) -> bool:
    """Tell whether "x3" counts how often something was, whatever it was.

    A few of it are no minutes; more are none where the last thing told `before` is done again and again.
    """
    word, number = reading.words.low[quantity.first - 1], quantity.sense.id
    beside = {mention.sense.kind for mention in before if mention.last == quantity.first}
    if not number.isdecimal() or not word[0].isalpha() or beside & _NOT_COUNTED or word in _LIFTS:
        return False
    if int(number) <= _FEW:
        return number != "1" or "activity" not in beside  # "x1" may be a way of doing it
    done = [mention.sense.id for mention in before if mention.sense.kind == "activity"]
    done += [word] if word in MOTIONS else []
    timed = any(mention.sense.kind in _MINUTES_TOO for mention in before)
    return bool(done) and not timed and not any(map(_TIMED_WORDS.search, done))


def repeats(number: int, done: Sequence[Mention]) -> bool:
    """So many times something was done that is done again and again, and lasts no minutes."""
    return number > _FEW and bool(done) and not any(_TIMED_WORDS.search(mention.sense.id) for mention in done)


def lasts_each(reading: Reading, at: int, first: int) -> bool:
    """Tell whether "for" belongs before a repeated span at word `at`: what was done stands right before it."""
    before = reading.words.low[at - 1] if at > first else ","
    return before[-1].isalnum() and before not in PREPOSITIONS | _NOT_DONE


def _measures(reading: Reading, at: int, last: int) -> bool:
    """A noun stands behind the span, so that the span may be its own."""
    behind = reading.words.low[at] if at < last else "."
    if behind in _MEASURED or behind == "-":
        return True
    if not behind[0].isalpha() or behind in CUE_ENDS | _HOW or behind.endswith("ly"):
        return False
    return all(reading.mentions[i].sense.kind not in _BESIDE for i in reading.between(at, at + 1))


def ends_times(told: Sequence[str], low: Sequence[str], at: int) -> bool:
    """A comma belongs before word `at`: what was told ends with how often a span was, or a number follows."""
    if told and low[at] in NUMBER_WORDS and told[-1].endswith(" times"):
        return True  # "10 times, one hand"
    if not told or not is_repeated("".join(told[-2:])):
        return False
    return (low[at][0].isalpha() and low[at] not in _GOES_ON) or low[at] == "@"


def is_repeated(said: str) -> bool:
    """What is said ends with how often a span was: "for 45 feet, 2 times"."""
    return _SPANNED.search(said) is not None


def join_parts(said: Iterable[str]) -> str:
    """Return the parts of a sentence as one, with a comma behind how often a span was."""
    told = ""
    for part in filter(None, said):
        told += f"{',' if is_repeated(told) else ''} {part}"
    return told.strip().replace(" ,", ",").replace(",,", ",")
