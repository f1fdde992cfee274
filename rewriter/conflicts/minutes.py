"""Minutes that do not agree: by service, in total, by the clock, and as the time that the patient was seen."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rewriter.checks import Case
from rewriter.conflicts.told import CHANGING, Told, find_contradiction, report
from rewriter.findings import Finding
from rewriter.reading import Mention, Reading
from rewriter.rule import Rule

_MINUTE = 60
_DAY = 24 * _MINUTE
_HALF_DAY = 12 * _MINUTE
_FEWEST = 8  # a smaller bare figure may count units
_CLOSE, _NEAR = 4, 3
_PASSED = frozenset({"link", "units", "verb", "admin"})
_SERVICE = frozenset({"treatment", "code"})
_BETWEEN = frozenset(
    "for x : - = ( of billed \u2013 at @ lasted was were took gp go provided performed delivered completed given "
    "totaled totaling".split()
)
_ENDS = frozenset({".", ",", ";", "\n", ")", "|", "&", "and", "+"})
# "30 min by PT", "30 min in the morning": there may have been more.
_SHARED = frozenset(
    {
        "by",
        "physical",
        "occupational",
        "speech",
        "pt",
        "ot",
        "am",
        "pm",
        "morning",
        "then",
        "each",
        "per",
        "before",
        "until",
        "out",
    }
)
_LEADS = frozenset(
    "time in session treatment visit tx rx seen from start started began begin ot pt occupational physical therapy dos "
    "date of service today was at patient for start/stop clock individual one-on-one am pm".split()
)
_TIMED = frozenset({"timed", "one-on-one"})
_WHOLES = frozenset({"treatment", "session", "visit", "tx", "therapy"})
_LISTED = frozenset({"minutes", "time", "min", "mins"})
# Beside minutes these tell what was done to whom, and no second time.
_EXCUSED = CHANGING - frozenset("to on after was were if when once from start started end ended post pre".split())
_JOINS = frozenset(
    "- to \u2013 until out end ended stop stopped finished time : , at pm am and ; / = . thru through".split()
)


def minutes_conflict(case: Case, rule: Rule) -> list[Finding]:
    """Minutes by service do not make the stated total, one service has two times, or more than the clock allows."""
    reading = case.note
    if not reading.kinds & {"duration", "code"}:
        return []
    parts = list(_service_minutes(case))
    if pair := find_contradiction(reading, parts, _EXCUSED):
        return report(case, rule, pair)
    totals = list(_totals(reading))
    if pair := find_contradiction(reading, totals, _EXCUSED):
        return report(case, rule, pair)
    for total in totals:
        if pair := _missum(case, parts, total):
            return report(case, rule, pair)
    whole = _seen(reading, rule) or _span(reading)
    longer = [item for item in (*parts, *totals) if whole and _length(item) > _length(whole)]
    return report(case, rule, (whole, longer[-1])) if whole and longer else []


def _length(item: Told) -> float:
    return float(item.value)


def _missum(case: Case, parts: Sequence[Told], total: Told) -> tuple[Told, Told] | None:
    """Return a part and the total where the parts, or one of them, are more, or the timed ones do not make theirs."""
    longer = next((item for item in parts if _length(item) > _length(total)), None)
    if longer is not None and total.what == "total":
        return longer, total
    named = {item.what for item in parts}
    if len(named) < 2 or len(named) != len(parts):
        return None
    made = sum(_length(item) for item in parts)
    if made > _length(total):
        return parts[0], total
    # Time that is not itemised may belong to a total; to that of the timed codes only where one has no minutes.
    services = {_name(case, mention) for mention in case.note.mentions if mention.sense.kind in _SERVICE}
    is_whole = total.what == "timed" and services <= named
    return (parts[0], total) if is_whole and made < _length(total) else None


def _name(case: Case, mention: Mention) -> str:
    """Return the code of a service, where its name has one, else its name."""
    services: Mapping[str, str] = case.pack.code.get("services", {})
    return services.get(mention.sense.id, mention.sense.id)


def _service_minutes(case: Case) -> Iterator[Told]:
    """Yield the minutes that stand behind a service or its code: "97112 25 min", "neuro re-ed for 25 min"."""
    reading = case.note
    for number, here in enumerate(reading.by_sentence):
        mentions = [reading.mentions[i] for i in here if not reading.bits[i]]
        sentence = reading.sentences[number]
        listed = not _LISTED.isdisjoint(reading.words.low[sentence.first : sentence.last])
        is_list = any(mention.sense.kind in _SERVICE for mention in mentions)
        for at, one in enumerate(mentions):
            if one.sense.kind in _SERVICE or (is_list and one.sense.id == "walking"):
                if hit := _minutes_behind(reading, mentions[at + 1 : at + _CLOSE], one, listed=listed):
                    minutes, last = hit
                    yield Told(_name(case, one), f"{minutes:g}", one.first, last)
                elif at and (ahead := _minutes_ahead(reading, mentions[at - 1], one)) is not None:
                    yield Told(_name(case, one), f"{ahead:g}", mentions[at - 1].first, one.last)


def _minutes_behind(
    reading: Reading, others: Sequence[Mention], one: Mention, *, listed: bool
) -> tuple[float, int] | None:
    """Return the minutes behind a service and where they end; a bare figure is one in a list of minutes."""
    low, end = reading.words.low, one.last
    for other in others:
        if other.first < end:
            continue
        # Behind its units a comma may stand: "97112 (2 units, 30 min)".
        gap = [word for word in low[end : other.first] if word != "," or end == one.last]
        if not _BETWEEN.issuperset(gap) or len(gap) > _NEAR:
            return None
        minutes = _minutes(other)
        is_bare = other.sense.kind == "number" and other.sense.id.isdecimal() and low[other.first] == other.sense.id
        if minutes is None and listed and is_bare and _ends(low, other.last) and int(other.sense.id) >= _FEWEST:
            minutes = float(other.sense.id)
        if minutes is not None:
            return minutes, other.last
        is_name = one.sense.kind == "code" and other.sense.kind == "treatment"
        if not (is_name or other.sense.kind in _PASSED):
            return None
        end = other.last
    return None


def _minutes_ahead(reading: Reading, other: Mention, one: Mention) -> float | None:
    """Return the minutes right before a service: "25 min NMR", "25 min of neuro re-ed"."""
    gap = reading.words.low[other.last : one.first]
    return _minutes(other) if gap in ([], ["of"]) else None


def _ends(low: Sequence[str], at: int) -> bool:
    return at >= len(low) or low[at] in _ENDS


def _totals(reading: Reading) -> Iterator[Told]:
    """Yield the totals of minutes: "total 40 min", "40 min total", "total timed 45", "treatment time 40 min"."""
    low = reading.words.low
    for index, mention in enumerate(reading.mentions):
        first, last = mention.first, mention.last
        sentence = reading.sentences[reading.sentence_of[index]]
        ahead = low[max(sentence.first, first - _CLOSE) : first]
        behind = low[last : last + 1]
        if reading.bits[index] or not ("total" in ahead + behind or _is_named(ahead)):
            continue
        minutes = _minutes(mention)
        is_bare = mention.sense.kind == "number" and mention.sense.id.isdecimal()
        is_bare = is_bare and (_ends(low, last) or behind == ["total"])
        if minutes is None and is_bare and not _LISTED.isdisjoint(low[sentence.first : first]):
            minutes = float(mention.sense.id)
        if minutes is not None:
            is_timed = not _TIMED.isdisjoint([*ahead, *low[last : last + _NEAR]])
            yield Told("timed" if is_timed else "total", f"{minutes:g}", first, last)


def _is_named(ahead: Sequence[str]) -> bool:
    """Tell whether the words ahead of a figure name the time of the treatment: "treatment time:"."""
    words = [word for word in ahead if word not in _BETWEEN]
    return len(words) > 1 and words[-1] == "time" and words[-2] in _WHOLES


def _seen(reading: Reading, rule: Rule) -> Told | None:
    """Return the time that the patient is said to have been seen: "seen for 30 min", "a 30 minute session"."""
    low = reading.words.low
    leads, ends = [form.split() for form in rule.parameters["seen"]], rule.parameters["sessions"]
    for index in reading.having("duration"):
        mention = reading.mentions[index]
        minutes = _minutes(mention)
        led = any(low[max(0, mention.first - len(lead)) : mention.first] == lead for lead in leads)
        named = low[mention.last : mention.last + 1] and low[mention.last] in ends
        shared = not _SHARED.isdisjoint(low[mention.last : mention.last + _NEAR])
        if minutes is not None and (led or named) and not (shared or reading.bits[index]):
            return Told("seen", f"{minutes:g}", mention.first, mention.last)
    return None


def _span(reading: Reading) -> Told | None:
    """Return the one span of two times of the clock: "1400-1430", "9:05 to 9:35"; None for none or several."""
    times = [
        (m, time) for i, m in enumerate(reading.mentions) if not reading.bits[i] and (time := _clock(m, reading)) >= 0
    ]
    spans = [
        Told("span", str((stop - start) % (_HALF_DAY if start > stop else _DAY)), one.first, two.last)
        for (one, start), (two, stop) in pairwise(times)
        if (between := reading.words.low[one.last : two.first]) and _JOINS.issuperset(between) and between != [","]
    ]
    if len(spans) != 1 or len(times) != len(spans) + 1 or not int(spans[0].value):
        return None
    sentence = reading.sentences[reading.sentence_at(spans[0].first)]
    ahead = reading.words.low[sentence.first : spans[0].first]
    return spans[0] if all(word in _LEADS or not word[0].isalpha() for word in ahead) else None  # "rested 9:00-9:30"


def _clock(mention: Mention, reading: Reading) -> int:
    """Return minutes since midnight of a time of the clock, "9:05" or "1400"; -1 for another figure."""
    if mention.sense.kind not in ("clock", "number"):
        return -1
    hours, colon, minutes = mention.sense.id.rpartition(":")
    if not colon:
        word = reading.words.low[mention.first]
        if len(word) != _CLOSE or not word.isdecimal():
            return -1
        hours, minutes = word[:2], word[2:]
    if not (hours + minutes).isdecimal() or int(hours) > 23 or int(minutes) >= _MINUTE:
        return -1
    return int(hours) * _MINUTE + int(minutes)


def _minutes(mention: Mention) -> float | None:
    sense = mention.sense
    if sense.kind != "duration" or sense.group not in ("minute", "hour") or not sense.id.isdecimal():
        return None
    return int(sense.id) / _MINUTE
