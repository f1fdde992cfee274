"""Times of the clock in a note: which two make a span, of which code, of the visit, or of something else."""

from typing import NamedTuple

from rewriter.billing.timesheet import MINUTE
from rewriter.once import once
from rewriter.punctuation import BREAKS, CLAUSE_ENDS
from rewriter.reading import Reading

_HALF_DAY = 12 * MINUTE
_STARTS = frozenset("in out start stop end started stopped began ended".split())
_JOINS = frozenset({"-", "to", "\u2013", "until"})
_TIME_LABELS = tuple([word, "time"] for word in ("start", "stop", "end", "begin"))
_JOINED_ON = frozenset({"and", "&", "+", ",", "/", "then", "again", "from"})
_BESIDE, _NEAR, _BACK = 5, 8, 6
# Words that say that the times are those of the visit; words beside which they are of something else.
_VISIT = _STARTS | frozenset(
    "time times session visit treatment treated tx rx therapy seen arrived from finished resumed pt ot am pm morning "
    "afternoon clock 1:1 one-on-one".split()
)
_ELSE = frozenset(
    "rest rested resting nap napped sleep slept lunch breakfast break call phone appointment appt next scheduled "
    "rescheduled bp vitals hr pressure pack heat ice x-ray xray ray mri ct off unit waiting waited dialysis nursing rn "
    "md restroom bathroom toilet meds medication pain documentation charting unattended bed hemodialysis".split()
)


class Span(NamedTuple):
    """From one time of the clock to another: mentions, minutes since midnight, and how long it is."""

    first: int
    last: int
    start: int
    stop: int

    @property
    def minutes(self) -> int:
        """How long it lasts; the clock may pass twelve."""
        return (self.stop - self.start) % _HALF_DAY


@once
def find_spans(reading: Reading) -> list[Span]:
    """Return the spans of two times of the clock that stand near each other: "1:10-1:28", "in 0930 out 1015"."""
    times = [(i, time) for i in range(len(reading.mentions)) if (time := _clock(reading, i)) is not None]
    spans, at = [], 0
    while at + 1 < len(times):
        (one, start), (two, stop) = times[at], times[at + 1]
        if reading.mentions[two].first - reading.mentions[one].last <= _BESIDE:
            spans.append(Span(one, two, start, stop))
            at += 1
        at += 1
    return spans


def is_of_visit(reading: Reading, span: Span) -> bool:
    """Tell the visit's times from those of something else: "in 9:00 out 9:30"; not "nap 1:00-1:30", "BP 9:00, 9:15"."""
    low, mentions = reading.words.low, reading.mentions
    first, last = mentions[span.first].first, mentions[span.last].last
    begin = next(
        (at + 1 for at in range(first - 1, max(-1, first - _BACK), -1) if low[at] in CLAUSE_ENDS), first - _BACK
    )
    before, between = low[max(begin, 0) : first], low[mentions[span.first].last : mentions[span.last].first]
    if not _VISIT.isdisjoint(before[-2:]):
        return True
    end = next((at for at in range(last, min(last + _BACK, len(low))) if low[at] in CLAUSE_ENDS), last + _BACK)
    if not (_ELSE.isdisjoint(before) and _ELSE.isdisjoint(between) and _ELSE.isdisjoint(low[last:end])):
        return False
    return not (_JOINS | _VISIT | {"and", "left"}).isdisjoint([*before, *between])


def owners_of(reading: Reading, spans: list[Span]) -> dict[Span, str | None]:
    """Return for each span the code that it stands behind, or that the span before it, which it goes on from, has."""
    owners: dict[Span, str | None] = {}
    before: Span | None = None
    for span in spans:
        owners[span] = code_before(reading, span)
        if before is not None and owners[span] is None and owners[before] is not None:
            gap = reading.words.low[reading.mentions[before.last].last : reading.mentions[span.first].first]
            if all(word in _JOINED_ON for word in gap):
                owners[span] = owners[before]
        before = span
    return owners


def code_before(reading: Reading, span: Span) -> str | None:
    """Return the code that the times stand behind, in its sentence, with no other time of the clock between."""
    first, low = reading.mentions[span.first].first, reading.words.low
    for index in range(span.first - 1, -1, -1):
        mention = reading.mentions[index]
        if mention.sense.kind == "clock" or first - mention.last > _NEAR:
            return None
        if not BREAKS.isdisjoint(low[mention.last : first]):
            return None
        if mention.sense.kind == "code" and not reading.bits[index]:
            return mention.sense.id
    return None


def _clock(reading: Reading, index: int) -> int | None:
    """Return minutes since midnight of "1:28" or, beside another time, "1328"; None for what is no time of day."""
    sense = reading.mentions[index].sense
    if reading.bits[index] or sense.kind not in ("clock", "number", "count"):
        return None
    hours, colon, minutes = sense.id.rpartition(":")
    if not colon:
        word = reading.words.low[reading.mentions[index].first]  # "time in 0900 time out" is no count
        if len(word) != 4 or not word.isdecimal() or not _is_clock_beside(reading, index):
            return None
        hours, minutes = word[:2], word[2:]
    if len(minutes) != 2 or not (hours + minutes).isdecimal() or int(hours) > 23 or int(minutes) > 59:
        return None
    return int(hours) * MINUTE + int(minutes)


def _is_clock_beside(reading: Reading, index: int) -> bool:
    """Four digits are a time if "-", "to", or words of start and stop stand beside them."""
    low, mention = reading.words.low, reading.mentions[index]
    before = low[max(0, mention.first - 1) : mention.first]
    others = (low[max(0, mention.first - 2) : mention.first], low[mention.last : mention.last + 2])
    is_joined = any(
        not _JOINS.isdisjoint(words) and any(len(word) == 4 and word.isdecimal() for word in words) for words in others
    )
    return is_joined or not _STARTS.isdisjoint(before) or low[max(0, mention.first - 2) : mention.first] in _TIME_LABELS
