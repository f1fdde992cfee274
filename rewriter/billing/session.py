"""How long the treatment took, where the note says so in words: "30 min 1:1", "half an hour of balance training".

Times that the patient stood, held or rested are none; nor are those that are denied, planned or of another day.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rewriter.billing.timesheet import MINUTE, is_corrected
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED, REPORTED

_NOT_TODAY = NEGATED | PLANNED | HISTORICAL | REPORTED
# Spoken times that are no figure, in minutes, longest first
_SPOKEN: tuple[tuple[tuple[str, ...], float], ...] = (
    (("three", "quarters", "of", "an", "hour"), 45),
    (("three", "quarter", "hour"), 45),
    (("hour", "and", "a", "half"), 90),
    (("hour", "and", "a", "quarter"), 75),
    (("quarter", "of", "an", "hour"), 15),
    (("quarter", "hour"), 15),
)
_FILLS = frozenset(
    "of direct skilled individual timed total hands-on attended continuous uninterrupted face-to-face , ( - were was "
    "spent in on billable today".split()
)
_ABOUT = frozenset(
    "a an the approximately about around ~ only just x for total of : = - was were is at another".split()
)
_LABELS = frozenset(
    "spent lasted lasting duration length minutes minute mins min session visit treatment provided".split()
)
_TIME_OF = frozenset(
    "treatment tx rx session visit therapy contact direct skilled one one-on-one 1 total timed".split()
)
_SERVICE = ("training", "education", "treatment", "facilitation", "handling", "session", "therapy", "intervention")
_ENDED = frozenset("discontinued stopped ended terminated halted aborted cut broken curtailed ceased".split())
_WHOLE = frozenset("treatment session intervention visit therapy tx".split())
_PLANS = frozenset("goal goals stg ltg plan next".split())
_OPENS = frozenset({".", "\n", ";", ",", "(", "|", "-", ":"})
_STOPS = frozenset({".", "\n", ";", ")", "|"})
_FEW, _BACK = 4, 6


class Stretch(NamedTuple):
    """A time in minutes at words `first:last`."""

    first: int
    last: int
    minutes: float


def session_minutes(reading: Reading) -> float | None:
    """Return the minutes that the note says in words of the treatment as a whole; None where it gives two."""
    told = {
        stretch.minutes
        for stretch in stretches(reading)
        if is_of_treatment(reading, stretch) and not _is_under_plan(reading, stretch.first)
    }
    return told.pop() if len(told) == 1 else None


def stretches(reading: Reading) -> Iterator[Stretch]:
    """Yield the times of minutes and hours that are of today, as figures and as they are spoken."""
    low = reading.words.low
    taken: set[int] = set()
    for at, word in enumerate(low):
        if word in ("three", "hour", "quarter") and at not in taken:
            said = next((one for one in _SPOKEN if tuple(low[at : at + len(one[0])]) == one[0]), None)
            within = any(reading.mentions[i].sense.kind == "duration" for i in reading.between(at, at + 1))
            if said is not None and not within and not reading.is_scoped(_NOT_TODAY, at, at + 1):
                taken.update(range(at, at + len(said[0])))
                yield Stretch(at, at + len(said[0]), said[1])
    for index in reading.having("duration"):
        mention = reading.mentions[index]
        is_time = mention.sense.group in ("minute", "hour") and mention.sense.id.isdecimal()
        if is_time and not is_corrected(reading, index):
            yield Stretch(mention.first, mention.last, float(mention.sense.id) / MINUTE)


def _is_under_plan(reading: Reading, first: int) -> bool:
    """The label of a goal or plan leads into the time: "Goal: 30 min of gait training"."""
    low = reading.words.low
    begin = next((at + 1 for at in range(first - 1, -1, -1) if low[at] in _STOPS), 0)
    return not _PLANS.isdisjoint(low[begin:first])


def is_of_treatment(reading: Reading, stretch: Stretch) -> bool:
    """Tell whether the words beside a time say that it is the treatment's."""
    return _is_followed(reading, stretch.last) or _is_led_into(reading, stretch.first)


def _is_followed(reading: Reading, last: int) -> bool:
    """One-on-one, a service, or "spent" stands behind: "30 min 1:1", "25 min of gait training", "20 min were spent"."""
    low, at = reading.words.low, last
    if low[at : at + 1] in (["spent"], ["devoted"]) or low[at : at + 2] in (["were", "spent"], ["was", "spent"]):
        return True
    if low[at : at + 1] == ["tolerated"]:
        end = next((here for here in range(at, len(low)) if low[here] in (".", "\n")), len(low))
        return not (_ENDED.isdisjoint(low[at:end]) or _WHOLE.isdisjoint(low[at:end]))
    while at < min(last + _FEW, len(low)) and low[at] in _FILLS:
        at += 1
    if says_one_on_one(low, at):
        return True
    if at == last or low[last] != "of":
        return False
    for here in range(at, min(at + _FEW, len(low))):
        if low[here] in _STOPS or low[here] in (",", "in", "with"):
            return False
        is_named = any(reading.mentions[i].sense.kind == "treatment" for i in reading.between(here, here + 1))
        if is_named or low[here].endswith(_SERVICE):
            return True
    return False


def says_one_on_one(low: list[str], at: int) -> bool:
    """Tell whether word `at` begins "1:1" or "one on one"."""
    return low[at : at + 3] in (["1", ":", "1"], ["one", "on", "one"], ["1", "on", "1"]) or low[at : at + 1] in (
        ["one-on-one"],
        ["1:1"],
    )


def _is_led_into(reading: Reading, first: int) -> bool:
    """A label or a verb of treatment leads into the time: "duration 25 min", "session ended early at 5 min"."""
    low, at = reading.words.low, first - 1
    while at >= 0 and at > first - _FEW and low[at] in _ABOUT:
        at -= 1
    if at < 0:
        return False
    if low[at] == "time":
        return at == 0 or low[at - 1] in _OPENS or low[at - 1] in _TIME_OF
    begin = next((here + 1 for here in range(at, -1, -1) if low[here] in _STOPS), 0)
    if low[at] in ("lasted", "lasting"):
        return not _WHOLE.isdisjoint(low[begin:at])
    if low[at] == "after" or "at" in low[at + 1 : first]:
        before = low[max(begin, at - _BACK) : at + 1]
        has_ended = not _ENDED.isdisjoint(before) and not _WHOLE.isdisjoint(low[begin:at])
        if has_ended or low[at] == "after":
            return has_ended
    if low[at] in ("treatment", "session", "visit"):
        return low[first - 1] not in ("at", "x")
    if low[at] in ("minutes", "minute", "mins", "min"):
        return at == 0 or low[at - 1] in _OPENS or low[at - 1] in _TIME_OF
    return low[at] in _LABELS or (low[at] in ("seen", "treated") and low[first - 1] != "at")
