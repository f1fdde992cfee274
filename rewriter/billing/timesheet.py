"""What a note writes of its time: minutes and units beside codes and services, totals, times of the clock.

Everything is read from the reading's words and mentions, each of them once. What is denied, planned or of another day
does not count. Minutes are minutes of treatment.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from rewriter.english import ANDS
from rewriter.reading import Reading

MINUTE = 60
TIMED, TREATMENT, PLAIN = "timed", "treatment", "plain"
_LEAST_BARE = 8  # a smaller figure beside a code may count units
_MOST_UNITS = 9
_BETWEEN = frozenset(
    ": - / = ( [ | for @ of ~ total \u2013 \u2192 -> billed charged was were provided given performed delivered took "
    "lasted nmr gp go gn kx cq co xe xp xs xu".split()
)
_BEFORE = frozenset(
    "of for : -> \u2192 - to was were assigned billed charged spent on under in toward towards direct both "
    "one-on-one".split()
)
_ENDS = frozenset({".", ",", ";", "\n", "?", "!", "-", ":", ")", "]", "|", "/", "+", "&", "and", "(", "total", "timed"})
_MODIFIERS = frozenset({"59", "76", "52"})
JOINED = frozenset({"and", "&", "+", "/", ",", "plus"})
EACH = frozenset({"each", "ea", "apiece", "respectively", "per"})
_LETTERS = frozenset("gp go gn kx cq co xe xp xs xu".split())
_LABELS = frozenset(
    "total timed untimed treatment time minutes minute min mins code codes session visit ttt tt tcm tctm tx rx all "
    "direct skilled therapy one-on-one billable overall altogether tot ttl whole entire length duration "
    "ttm ttcm time-based".split()
)
# Words inside a label, which do not begin it: "total time of timed services", "timed procedure minutes"
_INSIDE = frozenset("of for the in all services service procedures procedure based care".split())
_INCLUDING = frozenset({"incl", "including", "includes", "inclusive", "(", "with", "w/"})
_SHORT = {"ttt": TREATMENT, "tt": TREATMENT, "ttm": TREATMENT, "tcm": TIMED, "tctm": TIMED, "ttcm": TIMED}
_IS = frozenset(": = ( is was of for - were [ \u2013 came comes to totaled equals".split())
_CORRECTS = frozenset({"sorry", "correction", "scratch", "actually", "oops"})
_TOTAL = frozenset({"overall", "altogether", "tot", "ttl", "whole", "entire"})
_UNITS = frozenset({"minutes", "minute", "min", "mins"})
_LEAD_IN = frozenset({"and", "a", "an", "the", "this", "in", "lasted", "took", "approximately", "hr", "hour", "hours"})
_BESIDE, _NEAR = 5, 7


_Raw: TypeAlias = tuple[int, str, float | None, int | None, float | None, tuple[int, ...]]


class Line(NamedTuple):
    """A code with its minutes and units, None where the note gives none; `at` and `figures` are its mentions."""

    at: int
    code: str
    minutes: float | None
    units: int | None
    figures: tuple[int, ...] = ()


class Total(NamedTuple):
    """A stated total in minutes: of `timed` codes, of the `treatment`, or `plain`; `at` is the figure's mention."""

    at: int
    kind: str
    minutes: float


def find_lines(reading: Reading, services: Mapping[str, str]) -> list[Line]:
    """Return what stands beside each code, in order; `services` are codes by the names of services ("gait training").

    A bare figure is minutes if it, or another code's, is eight or more, else units. A code told twice with different
    minutes has none.
    """
    found = _shared_out(reading, [*_raw_lines(reading, services)])
    bare_are_minutes = any(bare >= _LEAST_BARE for *_, bare, _ in found if bare is not None)
    lines: dict[str, Line] = {}
    unsure = set()
    for index, code, minutes, units, bare, figures in found:
        if bare is not None and minutes is None and (bare_are_minutes or units is not None):
            minutes = bare
        elif bare is not None and units is None and bare == int(bare):
            units = int(bare)
        old = lines.get(code)
        if old is not None:
            if None not in (minutes, old.minutes) and minutes != old.minutes:
                unsure.add(code)
            minutes = old.minutes if minutes is None else minutes
            units = old.units if units is None else units
            index, figures = old.at, (*old.figures, *figures)
        lines[code] = Line(index, code, minutes, units, figures)
    return [line._replace(minutes=None) if line.code in unsure else line for line in lines.values()]


def _shared_out(reading: Reading, found: list[_Raw]) -> list[_Raw]:
    """Give each of the joined codes its minutes: "97112 and 97530 15 min each"."""
    low, mentions = reading.words.low, reading.mentions
    for at in range(len(found) - 1, 0, -1):
        index, _, minutes, _, _, figures = found[at]
        last = mentions[figures[-1]].last if figures else len(low)
        if minutes is None or EACH.isdisjoint(low[last : last + 1]):
            continue
        for before in range(at - 1, -1, -1):
            gap = low[mentions[found[before][0]].last : mentions[index].first]
            if found[before][2] is not None or not gap or any(word not in JOINED for word in gap):
                break
            found[before] = (*found[before][:2], minutes, *found[before][3:])
            index = found[before][0]
    return found


def _raw_lines(reading: Reading, services: Mapping[str, str]) -> Iterator[_Raw]:
    """Yield (mention, code, minutes, units, bare figure, figures) of each code and named service."""
    taken: set[int] = set()
    for index, mention in enumerate(reading.mentions):
        named = mention.sense.kind != "code"
        code, many = services.get(mention.sense.id), ""
        if not named:
            many, _, code = mention.sense.id.rpartition("x")  # "2 x 97112"
        if code is None or reading.bits[index]:
            continue
        minutes: float | None = None
        units = int(many) if many.isdecimal() and not named else None
        bare: float | None = None
        figures: list[int] = []
        for at in _behind(reading, index, services):
            time, count = _minutes(reading, at), _units(reading, at)
            if time is not None and minutes is None:
                minutes = time
            elif count is not None and units is None and not named:
                units = count
            elif (figure := _bare(reading, at)) is not None and bare is None and not (named and figure < _LEAST_BARE):
                bare = figure
            else:
                break
            taken.add(at)
            figures.append(at)
        for at in _ahead(reading, index):
            time, count = _minutes(reading, at), _units(reading, at)
            if at not in taken and time is not None and minutes is None and bare is None:
                minutes = time
                figures.append(at)
            elif at not in taken and count is not None and units is None and not named:
                units = count
                figures.append(at)
        if figures and is_corrected(reading, figures[-1]):
            minutes = bare = None
        if not named or minutes is not None or bare is not None:
            yield index, code, minutes, units, bare, tuple(figures)


def is_corrected(reading: Reading, figure: int) -> bool:
    """Words of correction follow: "twenty minutes today no sorry eighteen"."""
    last = reading.mentions[figure].last
    return not _CORRECTS.isdisjoint(reading.words.low[last : last + _BESIDE])


def _behind(reading: Reading, index: int, services: Mapping[str, str]) -> Iterator[int]:
    """Yield the figures behind a code, as long as only marks, its modifiers and its own name stand between."""
    code = reading.mentions[index].sense.id
    low, mentions = reading.words.low, reading.mentions
    at, has_comma = mentions[index].last, False
    for other in range(index + 1, min(index + 8, len(mentions))):
        mention = mentions[other]
        if mention.first < at:
            continue
        gap = low[at : mention.first]
        if "," in gap:
            if has_comma or _is_led_into(reading, other):
                return
            has_comma = True
        if any(word not in _BETWEEN and word not in (",", ")") for word in gap):
            return
        if mention.sense.kind == "number" and _is_modifier(low[mention.first], gap):
            at = mention.last
            continue
        is_name = mention.sense.kind == "treatment" and services.get(mention.sense.id, code) == code
        if is_name or all(word in _BETWEEN for word in low[mention.first : mention.last]):
            at = mention.last
            continue
        if mention.sense.kind not in ("number", "duration", "units", "count"):
            return
        yield other
        at = mention.last


def _is_modifier(figure: str, gap: list[str]) -> bool:
    """Tell whether a figure behind a code modifies it: "97112-59", "97112 GP 76"; fifty-nine is hardly ever minutes."""
    return figure == "59" or (figure in _MODIFIERS and (gap[-1:] == ["-"] or not _LETTERS.isdisjoint(gap[-1:])))


def _is_led_into(reading: Reading, figure: int) -> bool:
    """A figure that leads into the next code or service is that one's: "97112 2 units, 15 min 97530"."""
    after = figure + 1
    if after >= len(reading.mentions):
        return False
    gap = reading.words.low[reading.mentions[figure].last : reading.mentions[after].first]
    return reading.mentions[after].sense.kind in ("code", "treatment") and all(word in _BEFORE for word in gap)


def _ahead(reading: Reading, index: int) -> Iterator[int]:
    """Yield the figures that lead into a code: "2 units of 97112", "15 min 97112"."""
    low, mentions = reading.words.low, reading.mentions
    begin = mentions[index].first
    for other in range(index - 1, max(-1, index - 5), -1):
        mention = mentions[other]
        if mention.last > begin or any(word not in _BEFORE for word in low[mention.last : begin]):
            return
        if all(word in _BEFORE for word in low[mention.first : mention.last]):
            begin = mention.first
            continue
        if mention.sense.kind not in ("duration", "units"):
            return
        yield other
        begin = mention.first


def _minutes(reading: Reading, index: int) -> float | None:
    """Return the minutes of a figure that says that it is minutes: "25 min", "25'"."""
    sense = reading.mentions[index].sense
    if sense.kind == "duration" and sense.group in ("minute", "hour") and sense.id.isdecimal():
        return float(sense.id) / MINUTE
    if sense.kind in ("number", "count") and sense.group in ("prime", "x") and sense.id.removesuffix("'").isdecimal():
        return float(sense.id[:-1]) if sense.id.endswith("'") else None
    return None


def _units(reading: Reading, index: int) -> int | None:
    """Return the units of a figure that says that it is units: "2 units", "x2"."""
    sense = reading.mentions[index].sense
    if not sense.id.isdecimal() or int(sense.id) > _MOST_UNITS:
        return None
    is_count = sense.kind == "count" and sense.group == "x" and int(sense.id) < _LEAST_BARE and _ends(reading, index)
    return int(sense.id) if sense.kind == "units" or is_count else None


def _bare(reading: Reading, index: int) -> float | None:
    """Return a bare figure that nothing but a mark or the next code follows: "97112 25, 97530 20"; "x 25" is one."""
    sense = reading.mentions[index].sense
    is_many = sense.kind == "count" and sense.group == "x"
    if not ((sense.kind == "number" and sense.group == "") or is_many) or not sense.id.isdecimal():
        return None
    return float(sense.id) if _ends(reading, index) else None


def _ends(reading: Reading, index: int) -> bool:
    """No word that it counts follows a figure: not so in "x3 visits", "8 stairs"."""
    low, last = reading.words.low, reading.mentions[index].last
    after = low[last] if last < len(low) else "."
    return after in _ENDS or not after[0].isalpha()


def find_totals(reading: Reading) -> dict[str, Total]:
    """Return the stated totals by kind, the first of each: "timed 38 / total 45", "45 min total", "TTT 45"."""
    totals: dict[str, Total] = {}
    if _LABELS.isdisjoint(reading.words.low):
        return totals
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind not in ("number", "duration") or reading.bits[index]:
            continue
        minutes = _minutes(reading, index)
        minutes = _total_bare(reading, index) if minutes is None else minutes
        if minutes is None:
            continue
        kinds = _kinds(_label_before(reading, mention.first))
        if not kinds and _stands_alone(reading, mention.first):
            kinds = _kinds(_label_behind(reading, mention.last))
        for kind in filter(None, kinds):
            totals.setdefault(kind, Total(index, kind, minutes + _hours_aside(reading, index)))
    return totals


def _total_bare(reading: Reading, index: int) -> float | None:
    sense, last, low = reading.mentions[index].sense, reading.mentions[index].last, reading.words.low
    ends = last >= len(low) or low[last] in _ENDS or low[last] in _LABELS
    return float(sense.id) if sense.kind == "number" and sense.group == "" and sense.id.isdecimal() and ends else None


def _hours_aside(reading: Reading, index: int) -> float:
    """Return the 15 minutes behind the hour of "total 1 hr 15 min", or the hour before those of "1 hr 15 min total"."""
    mention = reading.mentions[index]
    for other in (index - 1, index + 1):
        if not 0 <= other < len(reading.mentions):
            continue
        one, two = (mention, reading.mentions[other]) if other > index else (reading.mentions[other], mention)
        if one.last == two.first and (one.sense.group, two.sense.group) == ("hour", "minute"):
            return _minutes(reading, other) or 0.0
    return 0.0


def _stands_alone(reading: Reading, first: int) -> bool:
    """No word leads into the figure: "45 min total" is the visit's, "sat 5 min total" is not."""
    before = reading.words.low[first - 1] if first else "."
    return not before[0].isalpha() or before in _IS or before in _LEAD_IN


def _label_before(reading: Reading, first: int) -> list[str]:
    """Return the words of the label before a figure, without what it includes: "total time incl. hot pack: 45"."""
    low, at = reading.words.low, first
    while at and low[at - 1] in _IS and at > first - 2:
        at -= 1
    end = at
    if at and low[at - 1] == "both":
        at = end = at - 1
    label = _run_back(low, end)
    begin = end - len(label)
    if label and begin and low[begin - 1] in _INCLUDING and (whole := _run_back(low, begin - 1)):
        label = whole  # "total minutes including untimed services 48"
    elif label[:1] and label[0] in _UNITS and begin and low[begin - 1][0].isdecimal() and label[1:2] == ["of"]:
        label = label[max((at + 1 for at, word in enumerate(label) if word in ANDS), default=len(label)) :]
    if at < first or not label:
        opened = next((i for i in range(end - 1, max(-1, end - 1 - _NEAR), -1) if _closes_label(low[i])), None)
        if opened is not None and low[opened] in _INCLUDING:
            label = _run_back(low, opened) or label
    return label


def _closes_label(word: str) -> bool:
    return word in _INCLUDING or word in (",", ";", "\n") or word[0].isdecimal()


def _run_back(low: list[str], end: int) -> list[str]:
    at = end
    while at and (low[at - 1] in _LABELS or low[at - 1] in _INSIDE or low[at - 1] in ANDS):
        at -= 1
    return low[at:end]


def _label_behind(reading: Reading, last: int) -> list[str]:
    """Return the words of a label behind a figure, unless they are the next figure's: "97110 10 total timed 45"."""
    low, at = reading.words.low, last
    while at < len(low) and (low[at] in _LABELS or (low[at] in _INSIDE and at < len(low) - 1) or low[at] == "were"):
        at += 1
    next_one = next((word for word in low[at : at + 2] if word not in _IS), ".")
    return [] if next_one[0].isdecimal() else low[last:at]


def _kinds(label: list[str]) -> list[str]:
    """Return which totals a label names: two in "timed and total time"; "" for the untimed minutes."""
    parts: list[list[str]] = [[]]
    for word in label:
        if word in ANDS:
            parts.append([])
        else:
            parts[-1].append(word)
    return [kind for part in parts if (kind := _kind(part)) is not None]


def _kind(label: list[str]) -> str | None:
    """Return which total a label names, None for none; "" for the untimed minutes, which are no total."""
    words = {"total" if word in _TOTAL else word for word in label}
    if "untimed" in words:
        return ""
    if label[:1] == ["of"] and words <= _INSIDE | {"treatment", "therapy", "tx", "skilled", "direct"}:
        return TREATMENT if {"in", "all"} <= words else None
    if short := next((_SHORT[word] for word in label if word in _SHORT), None):
        return short
    if words & {"timed", "time-based", "direct", "one-on-one"} and words & {"timed", "time-based", "total"}:
        return TIMED
    if words & {"treatment", "session", "visit", "tx", "rx", "therapy"} and words & {"total", "time", "session"}:
        return TREATMENT
    if "total" in words:
        return TREATMENT if "time" in words else PLAIN
    return None
