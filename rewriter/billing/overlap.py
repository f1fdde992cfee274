"""Minutes that must not be counted: those of another service or patient, of rest and of time without the therapist."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from rewriter.billing.clock import code_before, find_spans
from rewriter.billing.timesheet import EACH, JOINED, find_totals
from rewriter.billing.told import all_minutes, in_note, lines_of, places_of, sentence_at, timed_minutes, timed_total
from rewriter.checks import Case, Check
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED
from rewriter.rule import Rule

_JOINS = JOINED | {"with", "w/"}
_LEADS = frozenset(
    "for of -> \u2192 - > to x : ( in over , = as was were assigned billed charged provided given both together".split()
)
_NEAR, _WIDE = 5, 7
_TIME_WORDS = frozenset({"minutes", "minute", "min", "mins", "block", "period", "increment", "interval"})
_EARLIER = frozenset({"last", "previous", "before", "prior", "yesterday", "week", "every", "usual"})
_NOT = frozenset({"not", "no", "never", "without", "nor", "isn't", "wasn't", "non"})
_PARTS = frozenset({"first", "last", "final", "initial"})
_NOT_TODAY = NEGATED | PLANNED | HISTORICAL
_EVALUATIONS = dict.fromkeys(("evaluation", "re_evaluation", "initial_evaluation"), "evaluation")
_TOLD = ("activity", "task", "treatment", "surface")
_DURING = frozenset({"with", "w/", "during", "while", "in", "+"})


def shared_minutes(case: Case, rule: Rule) -> list[Finding]:
    """One stretch of time is not charged twice: for two codes, with an evaluation, or with another patient."""
    reading = case.note
    if case.visit.patients is not None and case.visit.patients > 1:
        return in_note(case, rule, None, {"text": f"{case.visit.patients} patients in the same minutes"})
    if (place := _joined_time(case, ())) is not None:
        return in_note(case, rule, place)
    others = _services(case, range(len(reading.mentions))) - {case.pack.name}
    for number, at in _same_time(reading):
        if _services(case, reading.by_sentence[number]) and others:
            return _at_words(case, rule, at, _end_of_time(reading, at))
    together = {sentence_at(reading, at): at for at in _said(reading, rule.parameters.get("together", ()))}
    for sentence, at in together.items():
        if sentence is not None and len(_services(case, reading.by_sentence[sentence])) > 1:
            return _at_words(case, rule, at, at + 1)
    if (overlap := _overlapping(reading)) is not None:
        return in_note(case, rule, overlap)
    for at in _said(reading, rule.parameters.get("shared", ())):
        return _at_words(case, rule, at, at + 2)
    return []


def _joined_time(case: Case, wanted: Iterable[str]) -> int | None:
    """Return the one duration that stands for two codes ("97112 and 97530 x 30 min"), of which one is `wanted`."""
    reading = case.note
    if not reading.kinds >= {"code", "duration"}:
        return None
    mentions, low, those = reading.mentions, reading.words.low, set(wanted)
    totals = {total.at for total in find_totals(reading).values()}
    for group in _groups(reading):
        named = {mentions[i].sense.id for i in group}
        codes = {code for code in named if case.pack.payer.continues.get(code) not in named}
        if len(codes) < 2 or (those and not codes & those) or codes <= set(case.visit.minutes_by_code):
            continue
        first, last = mentions[group[0]].first, mentions[group[-1]].last
        for index in chain(reading.between(max(0, first - _WIDE), first), reading.between(last, last + _NEAR)):
            time = mentions[index]
            gap = low[time.last : first] if time.first < first else low[last : time.first]
            if time.sense.kind != "duration" or index in totals or not all(word in _LEADS for word in gap):
                continue
            if EACH.isdisjoint(low[time.last : time.last + 2]) and not _has_next(reading, index):
                return index
    return None


def _has_next(reading: Reading, index: int) -> bool:
    """Another time follows: "97112, 97530: 15 min, 10 min" tells each code's own."""
    last = reading.mentions[index].last
    return reading.words.low[last : last + 1] in ([","], ["and"], ["/"], ["&"]) and any(
        reading.mentions[i].sense.kind in ("duration", "number") for i in reading.between(last + 1, last + 2)
    )


def _groups(reading: Reading) -> Iterator[list[int]]:
    """Yield runs of codes with nothing but a joining word between: "97112 and 97530"."""
    mentions, low = reading.mentions, reading.words.low
    group: list[int] = []
    for index, mention in enumerate(mentions):
        if mention.sense.kind != "code" or reading.bits[index]:
            continue
        gap = low[mentions[group[-1]].last : mention.first] if group else []
        if group and not (len(gap) <= 2 and all(word in _JOINS for word in gap)):
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _same_time(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield (sentence, word) of "the same 30 min", "same block", of today and not denied; the first of each sentence.

    "Same time" alone counts where two codes stand in the sentence: a patient does things at the same time too.
    """
    low = reading.words.low
    seen: set[int | None] = set()
    for at in places_of(reading, ("same",)):
        number = sentence_at(reading, at)
        if number is None or number in seen:
            continue
        before, behind = low[max(reading.sentences[number].first, at - 4) : at], low[at + 1 : at + 8]
        if not (_NOT.isdisjoint(before) and _EARLIER.isdisjoint(behind)):
            continue
        figures = [i for i in reading.between(at + 1, at + 4) if reading.mentions[i].sense.kind == "duration"]
        if figures or not _TIME_WORDS.isdisjoint(behind[:3]):
            seen.add(number)
            yield number, at
        elif behind[:1] == ["time"]:
            seen.add(number)
            if len(_codes(reading, reading.by_sentence[number])) > 1:
                yield number, at


def _end_of_time(reading: Reading, at: int) -> int:
    """Return where "same 30 min" ends."""
    figures = [reading.mentions[i] for i in reading.between(at + 1, at + 4)]
    return max((mention.last for mention in figures if mention.sense.kind == "duration"), default=at + 2)


def _codes(reading: Reading, indexes: Iterable[int]) -> set[str]:
    return {
        reading.mentions[i].sense.id
        for i in indexes
        if reading.mentions[i].sense.kind == "code" and not reading.bits[i]
    }


def _services(case: Case, indexes: Iterable[int]) -> set[str]:
    """Return the codes among the mentions, those of named services too; an evaluation stands for its own."""
    mentions, bits = case.note.mentions, case.note.bits
    names = {**case.pack.code.get("services", {}), **_EVALUATIONS}
    senses = [mentions[i].sense for i in indexes if not bits[i]]
    named = {names[sense.id] for sense in senses if sense.kind == "treatment" and sense.id in names}
    return named | {sense.id for sense in senses if sense.kind == "code"}


def _overlapping(reading: Reading) -> int | None:
    """Return the mention where the times of one code begin before those of another end."""
    owned = [(span, code) for span in find_spans(reading) if (code := code_before(reading, span)) is not None]
    latest: dict[str, int] = {}
    for span, code in sorted(owned, key=lambda one: one[0].start):
        if any(other != code and stop > span.start for other, stop in latest.items()):
            return span.first
        latest[code] = max(latest.get(code, 0), span.start + span.minutes)
    return None


def _said(reading: Reading, phrases: Iterable[str]) -> Iterator[int]:
    """Yield the places of phrases that are said of today and not denied."""
    low = reading.words.low
    for at in places_of(reading, phrases):
        if _NOT.isdisjoint(low[max(0, at - 3) : at]) and not reading.is_scoped(_NOT_TODAY, at, at + 1):
            yield at


def _at_words(
    case: Case, rule: Rule, first: int, last: int, values: Mapping[str, object] | None = None, level: str = ""
) -> list[Finding]:
    """Return a finding about words `first:last` of the note."""
    words = case.note.words
    span = words.start[first], words.end[min(last, len(words.low)) - 1]
    return [found(rule, case.note.text, side=case.note_side, span=span, mend=CLINICIAN, values=values, level=level)]


# --- time that is no treatment --------------------------------------------------------------------------------------


def idle_time_counted(case: Case, rule: Rule) -> list[Finding]:
    """Rest, set-up, charting and time without the therapist are not among the counted minutes."""
    reading, given = case.note, rule.parameters
    idle, alone = places_of(reading, given.get("idle", ())), places_of(reading, given.get("alone", ()))
    if not (idle or alone):
        return []
    left_out = {sentence_at(reading, at) for at in places_of(reading, given.get("excluded", ()))}
    timed = {number for number in range(len(reading.sentences)) if _has_time(reading, number)} - left_out
    timed |= {number + 1 for number in timed if number is not None and _goes_on(reading, number + 1)} - left_out
    for at in idle:
        if sentence_at(reading, at) in timed and _is_counted(reading, at, given):
            return _at_words(case, rule, at, at + 1)
    for at in alone:
        number = sentence_at(reading, at)
        if number in timed and not _is_apart(case) and not _is_modality(case, number):
            return _at_words(case, rule, at, at + 1)
        timed.discard(number)
    return []


def _is_counted(reading: Reading, at: int, given: Mapping[str, Sequence[str]]) -> bool:
    """Words of counting stand before or behind the idle time, in its sentence, and are not denied."""
    number, low = sentence_at(reading, at) or 0, reading.words.low
    begin, end = reading.sentences[number].first - 2 * _goes_on(reading, number), reading.sentences[number].last
    before, behind = low[max(begin, at - _WIDE) : at], low[at : min(end, at + _WIDE)]
    included = set(given.get("included", ()))
    is_part = any(sentence_at(reading, other) == number for other in places_of(reading, given.get("part", ())))
    if is_part or _is_first_or_last(reading, at, number):
        return _NOT.isdisjoint([*before, *behind])
    if "," in behind and included.isdisjoint(behind[behind.index(",") + 1 :][:1]):
        behind = behind[: behind.index(",")]
    if not _NOT.isdisjoint([*before, *behind]):
        return False
    return not (included.isdisjoint(behind) and set(given.get("including", ())).isdisjoint(before))


def _is_first_or_last(reading: Reading, at: int, number: int) -> bool:
    """A part of a longer time leads into the idle one: "30 min: first 10 min setting up", "last 10 min charting"."""
    low = reading.words.low
    times = [
        reading.mentions[i]
        for i in reading.by_sentence[number]
        if reading.mentions[i].sense.group in ("minute", "hour")
    ]
    parts = [time for time in times if low[time.first - 1] in _PARTS and time.last <= at <= time.last + _NEAR]
    return len(times) > 1 and bool(parts)


def _goes_on(reading: Reading, number: int) -> bool:
    """The sentence goes on from the one before: a shortened word closed that ("45 min, incl. set-up")."""
    first = reading.sentences[number].first if number < len(reading.sentences) else 0
    return first > 1 and reading.words.low[first - 2 : first] in (["incl", "."], ["including", "."])


def _has_time(reading: Reading, number: int) -> bool:
    """A time in minutes stands in the sentence."""
    return any(
        reading.mentions[i].sense.kind == "duration" and reading.mentions[i].sense.group in ("minute", "hour")
        for i in reading.by_sentence[number]
    )


def _is_modality(case: Case, number: int) -> bool:
    """What runs by itself by its nature, or under a code of its own: a current, a hot pack, traction."""
    senses = [case.note.mentions[i].sense for i in case.note.by_sentence[number]]
    return any(
        sense.id.endswith(("stimulation", "_pack", "modalities", "paraffin", "traction"))
        or (sense.kind == "code" and sense.id in case.pack.payer.untimed)
        for sense in senses
    )


def _is_apart(case: Case) -> bool:
    """The note gives the code's minutes by themselves, and no total that is more."""
    own = next((line.minutes for line in lines_of(case) if line.code == case.pack.name), None)
    total = timed_total(case)
    return own is not None and (total is None or total <= sum(timed_minutes(case).values()))


# --- a current inside the treatment ---------------------------------------------------------------------------------


def stimulation_inside(case: Case, rule: Rule) -> list[Finding]:
    """Electrical stimulation within the minutes of this code is not billed beside it: certain only if told plainly."""
    reading, codes = case.note, set(rule.parameters.get("codes", ()))
    if case.pack.name not in rule.parameters.get("inside", ()):
        return []
    billed = codes & (_in_visit(case) | {line.code for line in lines_of(case)} | _letter_codes(reading))
    if not billed:
        return []
    values = {"code": min(billed), "own": case.pack.name}
    if (place := _joined_time(case, billed)) is not None:
        return in_note(case, rule, place, values)
    currents = _currents(reading, rule)
    for number, at in _same_time(reading):
        if number in currents or _services(case, reading.by_sentence[number]) & billed:
            return _at_words(case, rule, at, _end_of_time(reading, at), values)
    minutes = all_minutes(case)
    total = case.visit.treatment_minutes if case.visit.treatment_minutes is not None else timed_total(case)
    both = billed & set(minutes)
    if both and total is not None and sum(minutes.values()) - sum(minutes[code] for code in both) == total:
        return in_note(case, rule, None, values)
    if not both and (current := _in_treatment(reading, currents)) is not None:
        return _at_words(case, rule, current, current + 1, values, level="warning")
    return []


def _in_visit(case: Case) -> set[str]:
    visit = case.visit
    codes = {*visit.minutes_by_code, *visit.units_by_code, *visit.modifiers_by_code}
    return {code for code in codes if visit.units_by_code.get(code, 1)}


def _letter_codes(reading: Reading) -> set[str]:
    """Return codes such as G0283, where they are not denied."""
    low, words = reading.words.low, reading.words
    return {
        f"G{low[at + 1]}"
        for at, word in enumerate(low[:-1])
        if word == "g"
        and len(low[at + 1]) == 4
        and low[at + 1].isdecimal()
        and words.end[at] == words.start[at + 1]
        and _NOT.isdisjoint(low[max(0, at - 3) : at])
        and _NOT.isdisjoint(low[at + 2 : at + 4])
    }


def _currents(reading: Reading, rule: Rule) -> dict[int | None, list[int]]:
    """Return by sentence the words that name a current, of today and not denied."""
    places: dict[int | None, list[int]] = {}
    for at in _said(reading, rule.parameters.get("words", ())):
        places.setdefault(sentence_at(reading, at), []).append(at)
    return places


def _in_treatment(reading: Reading, currents: Mapping[int | None, Sequence[int]]) -> int | None:
    """Return the word of a current that is told with what was done: "NMES to quads during step ups"."""
    for number, places in currents.items():
        if number is None:
            continue
        done = [reading.mentions[i].first for i in reading.by_sentence[number] if _is_done(reading, i)]
        ends = (min(*done, *places), max(*done, *places)) if done else (0, 0)
        if not _DURING.isdisjoint(reading.words.low[ends[0] : ends[1]]):
            return places[0]
    return None


def _is_done(reading: Reading, index: int) -> bool:
    return reading.mentions[index].sense.kind in _TOLD and not reading.bits[index]


CHECKS: Mapping[str, Check] = {
    check.__name__: check for check in (shared_minutes, idle_time_counted, stimulation_inside)
}
