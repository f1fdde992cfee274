"""Figures across notes: measures carried forward unchanged, and progress that the measures do not show."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rewriter.body import SIDES
from rewriter.checks import Case, Check
from rewriter.earlier import Earlier
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.history.told import last_own
from rewriter.pack import Pack
from rewriter.pattern import late
from rewriter.punctuation import CLAUSE_ENDS
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED, POSSIBLE
from rewriter.rule import Rule

_VALUES = frozenset("ratio pressure rate percent angle number load duration distance count".split())
_NAMED = frozenset({"measure", "vital", "symptom"})
_TELLING = _NAMED | {"part", "side", "ability", "task", "position", "vision"}
_NOT_NOW = PLANNED | POSSIBLE | NEGATED
_JOINTS = frozenset({"(", "to", "from", "was", "then", "now", "\u2192", ">", "-", "previously"})
_MEASURABLE = frozenset({"ability", "impairment", "task", "function", "measure", "boilerplate", "goal", "person"})
# To a tenth: what is so exact was measured, whatever it is called.
_EXACT = frozenset({"number", "duration", "distance", "load"})
_DECIMAL = late(r"\d+\.\d+(?:\s\w+)?")
_GRIPS = frozenset({"grasp", "pinch"})
_WAYS = frozenset({"high", "low"})
_NUMBER = late(r"-?\d+(?:\.\d+)?")


class _Value(NamedTuple):
    """A figure with what it is the value of: the concepts before it since the last break, and its mentions."""

    of: frozenset[str]
    measure: str
    value: str
    first: int
    last: int
    is_former: bool


def carried_figures(case: Case, rule: Rule) -> list[Finding]:
    """Every measure, vital sign, score and range that this note shares with the last one has the very same figure."""
    previous = last_own(case, rule.parameters["visits"])
    if not previous:
        return []
    reading = case.note
    today = {item.of: item for item in _values(reading, rule) if not item.is_former}
    if len(today) < rule.parameters["fewest"]:
        return []
    for note in reversed(previous):
        theirs = {item.of: item.value for item in _values(note.read(case.pack), rule) if not item.is_former}
        common = [item for item in today.values() if item.of in theirs]
        if not common:
            continue
        same = [item for item in common if theirs[item.of] == item.value]
        if len(same) < max(len(common), rule.parameters["fewest"]):
            return []
        spans = [(reading.words.start[item.first], reading.words.end[item.last - 1]) for item in same]
        values = {"figures": ", ".join(reading.text[start:end] for start, end in spans), "visit": note.name}
        return [
            found(rule, reading.text, side=case.note_side, span=spans[0], mend=CLINICIAN, values=values),
        ]
    return []


def _values(reading: Reading, rule: Rule) -> Iterator[_Value]:
    """Yield the figures that are values of something measured, with what of."""
    movements = frozenset(rule.parameters.get("movements", ()))
    low = reading.words.low
    last: _Value | None = None
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind not in _VALUES or reading.bits[index] & _NOT_NOW:
            continue
        begin = _begin(reading, index)
        before = _named_in(reading, begin, index)
        if not before and last is None:
            wide = _named_in(reading, reading.sentences[reading.sentence_of[index]].first, index)
            before = [i for i in wide if reading.mentions[i].sense.kind == "measure"]  # "Berg improved, now 39/56"
        kinds = {reading.mentions[i].sense.kind for i in before}
        ids = {reading.mentions[i].sense.id for i in before if reading.mentions[i].sense.kind in _TELLING}
        measured = not kinds.isdisjoint(_NAMED)
        moved = {word for word in low[begin : mention.first] if word in movements}
        is_range = mention.sense.kind == "angle" and ("part" in kinds or bool(moved))
        is_range = is_range or (mention.sense.kind == "number" and "part" in kinds and bool(moved))
        is_exact = bool(ids) and mention.sense.kind in _EXACT and _DECIMAL.fullmatch(mention.sense.id) is not None
        former = bool(reading.bits[index] & HISTORICAL)
        is_grip = mention.sense.kind == "load" and not ids.isdisjoint(_GRIPS)
        follows = _goes_on(reading, index, last) if last is not None and not before else False
        if last is not None and follows:
            last = last._replace(value=mention.sense.id, first=mention.first, last=mention.last, is_former=former)
            yield last
            continue
        last = None
        if not (measured or is_range or is_exact or is_grip or (mention.sense.kind == "rate" and "gait_speed" in ids)):
            continue
        senses = [reading.mentions[i].sense for i in before]
        measure = next((sense.id for sense in senses if sense.kind == "measure"), "")
        first = min((reading.mentions[i].first for i in before), default=begin)
        last = _Value(frozenset(ids | moved), measure, mention.sense.id, first, mention.last, former)
        yield last


def _named_in(reading: Reading, begin: int, index: int) -> list[int]:
    """Return the mentions that may name the figure at `index`, from word `begin` on."""
    return [
        i
        for i in reading.between(begin, reading.mentions[index].first)
        if not reading.bits[i] & _NOT_NOW and reading.mentions[i].sense.kind in _TELLING
    ]


def _goes_on(reading: Reading, index: int, last: _Value) -> bool:
    """Tell whether a figure is another value of the same measure: "38 to 41", "40/56 (31 at eval)"."""
    mention = reading.mentions[index]
    between = reading.words.low[last.last : mention.first]
    return bool(between) and _JOINTS.issuperset(between)


def _begin(reading: Reading, index: int) -> int:
    """Return the word where the name of a figure may begin: behind the last break or figure before it."""
    low, mention = reading.words.low, reading.mentions[index]
    begin = reading.sentences[reading.sentence_of[index]].first
    for other in reversed(reading.mentions[:index]):
        if other.last <= begin:
            break
        if other.sense.kind in _VALUES and other.last <= mention.first:
            begin = other.last
            break
    for at in range(mention.first - 1, begin - 1, -1):
        if low[at] in CLAUSE_ENDS:
            return at + 1
    return begin


# --- progress ---------------------------------------------------------------------------------------------------------


def claimed_progress(case: Case, rule: Rule) -> list[Finding]:
    """The note claims progress; the measures that it gives are no better than in any earlier note."""
    if not any(note.is_own for note in case.earlier):
        return []
    reading = case.note
    for at, number in _claims(reading, rule):
        if hit := _contradict(case, rule, at, number):
            return [hit]
    return []


def _claims(reading: Reading, rule: Rule) -> Iterator[tuple[int, int]]:
    """Yield the words that claim progress over visits, with their sentence: no purpose, no change within a session."""
    low, limits = reading.words.low, rule.parameters
    within, leads, claims, aims = (frozenset(limits[key]) for key in ("within", "leads", "claims", "aims"))
    for number, sentence in enumerate(reading.sentences):
        if low[sentence.first] in aims or not within.isdisjoint(low[sentence.first : sentence.last]):
            continue
        for at in range(sentence.first, sentence.last):
            if low[at] not in claims or reading.is_scoped(_NOT_NOW, at, at + 1):
                continue
            goes_on = low[at - 1] == "to" and low[max(0, at - 2)].startswith("continu")
            if low[at + 1 : at + 2] and low[at + 1] in limits["behind"]:
                continue
            if (at and low[at - 1] in leads and not goes_on) or (
                low[at].startswith("progress") and low[at + 1 : at + 2] == ["to"]
            ):
                continue  # "progressed to foam" makes the task harder
            if low[at] not in limits["always"] and not _is_of_function(reading, number, rule):
                continue
            yield at, number
            break


def _is_of_function(reading: Reading, number: int, rule: Rule) -> bool:
    """Tell whether a sentence is about something that a measure would show: "sleep improved" is not."""
    sentence = reading.sentences[number]
    kinds = {reading.mentions[index].sense.kind for index in reading.by_sentence[number]}
    words = reading.words.low[sentence.first : sentence.last]
    return not _MEASURABLE.isdisjoint(kinds) or not set(rule.parameters["subjects"]).isdisjoint(words)


def _contradict(case: Case, rule: Rule, at: int, number: int) -> Finding | None:
    reading, pack = case.note, case.pack
    here = {
        reading.mentions[i].sense.id for i in reading.by_sentence[number] if reading.mentions[i].sense.kind == "measure"
    } & set(pack.measures)
    others = {reading.mentions[i].sense.kind for i in reading.by_sentence[number]}
    of_part = "part" in others and "ability" not in others
    if not here and (of_part or not others.isdisjoint(rule.parameters["other"])):
        return None  # what is claimed is a symptom, or an effect of what was just done
    values = [
        item
        for item in _values(reading, rule)
        if item.measure in pack.measures and pack.measures[item.measure].better in _WAYS
    ]
    today = {item.measure: item for item in values if not item.is_former and (not here or item.measure in here)}
    sentence = reading.sentences[number]
    since_start = not set(rule.parameters["starts"]).isdisjoint(reading.words.low[sentence.first : sentence.last])
    compared: list[str] = []
    for name, item in today.items():
        before = [one.value for one in values if one.measure == name and one is not item]
        visits = _earlier_values(case, rule, item, reading.words.written(item.first, item.first + 1))
        before += [visits[0 if since_start else -1][1]] if visits else []
        if any(_is_better(pack, name, item.value, value) for value in before):
            return None
        written = reading.words.written(item.first, item.last)
        compared += [f"{written}, and {visits[-1][1]} in {visits[-1][0].name}"] if visits else []
    if not compared:
        return None
    span = reading.words.start[sentence.first], reading.words.end[sentence.last - 1]
    shown = {"figures": "; ".join(compared), "claim": reading.words.shown(at)}
    return found(rule, reading.text, side=case.note_side, span=span, mend=CLINICIAN, values=shown)


def _earlier_values(case: Case, rule: Rule, item: _Value, written: str) -> list[tuple[Earlier, str]]:
    """Return what a measure was before, in order: in the last notes, and in the first and last that name it so."""
    most = rule.parameters["visits"]
    own = [note for note in case.earlier if note.is_own]
    older = [note for note in own[:-most] if written.lower() in note.text.lower()]
    found_there: list[tuple[Earlier, str]] = []
    for note in [*older[:most], *older[most:][-most:], *own[-most:]]:
        values = [
            one
            for one in _values(note.read(case.pack), rule)
            if one.measure == item.measure and one.of & SIDES == item.of & SIDES
        ]
        if values:
            latest = max(values, key=lambda one: (not one.is_former, one.first))
            found_there.append((note, latest.value))
    return found_there


def _is_better(pack: Pack, measure: str, now: str, before: str) -> bool:
    """Tell whether a value is better than an earlier one; where one of them is no figure, it may be."""
    one, other = _NUMBER.search(now), _NUMBER.search(before)
    if one is None or other is None:
        return True
    change = float(one[0]) - float(other[0])
    return change > 0 if pack.measures[measure].better == "high" else change < 0


CHECKS: Mapping[str, Check] = {"carried_figures": carried_figures, "claimed_progress": claimed_progress}
