"""Trouble in the source: what the note itself leaves unclear, or asks for.

It is flagged and asked, never settled. What it contradicts is the business of `conflicts`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence

from rewriter.checks import Case, Check
from rewriter.findings import CLINICIAN, Finding, found
from rewriter.lexicon import split_form
from rewriter.punctuation import BREAKS
from rewriter.reading import ReadAs, Reading
from rewriter.reading.context import PLANNED, POSSIBLE
from rewriter.reading.mentions import QUANTITIES, Mention
from rewriter.reading.orders import match_words, parse_patterns
from rewriter.rule import Rule

# An expansion in brackets is no longer than this, in characters.
_LONGEST = 60
_MARKS = frozenset(". , ; : \n ? ! ( ) - | / \u2022 \u2013 \u2014".split(" "))
# What one figure or place can be put right to by another.
_PAIRED = QUANTITIES | {"side", "level", "part", "surface", "device", "equipment", "position", "vision"}
# How many words before and behind words of correction the two values may stand, and what may lead into the second.
_BEFORE, _BEHIND = 8, 4
# How far behind a word for copying its object stands.
_OBJECT = 5


def _at(case: Case, rule: Rule, span: tuple[int, int], values: Mapping[str, object] | None = None) -> Finding:
    return found(rule, case.note.text, side=case.note_side, span=span, mend=CLINICIAN, values=values)


def ambiguous_shorthand(case: Case, rule: Rule) -> list[Finding]:
    """An abbreviation with several readings that nothing beside it decides: not written out, in no signature.

    It stays as it is written, and the clinician is asked: all of them in one question.
    """
    reading, titles = case.note, frozenset(rule.parameters["titles"])
    riddles = [item for item in reading.read_as if not item.sure and not _signs(reading, item, titles)]
    solved = {item.text for item in riddles if _is_written_out(reading.text, item) or _is_numbered(reading.text, item)}
    seen: dict[str, Finding] = {}
    for item in riddles:
        if item.text not in seen and item.text not in solved:
            seen[item.text] = _at(case, rule, (item.start, item.end), {"readings": " / ".join(item.readings)})
    return list(seen.values())


def _is_numbered(text: str, item: ReadAs) -> bool:
    """A letter with a figure stuck to it is a name: the "A" of "A2 pulley", the "D" of "D3"."""
    return item.end - item.start == 1 and text[item.end : item.end + 1].isdecimal()


def _is_written_out(text: str, item: ReadAs) -> bool:
    """One of its readings stands in brackets right behind it: "STS (sit-to-stand)"."""
    behind = text[item.end : item.end + _LONGEST].lstrip()
    inside = behind[1:].partition(")")[0] if behind.startswith("(") else ""
    return bool(inside) and any(split_form(inside) == split_form(reading) for reading in item.readings)


def _signs(reading: Reading, item: ReadAs, titles: Container[str]) -> bool:
    """The letters are a title behind a name, or the initial before one: "QK, PT", "A" before a surname."""
    words = reading.words
    at = bisect_left(words.start, item.start)
    before = at - 2 if words.low[at - 1 : at] == [","] else at - 1
    if words.low[at] in titles:
        return _is_name(reading, before)
    return (
        len(item.text) == 1 and _is_name(reading, at + 1) and any(low in titles for low in words.low[at + 2 : at + 3])
    )


def _is_name(reading: Reading, at: int) -> bool:
    """A word in a capital that no dictionary knows."""
    return at in reading.words.unread and reading.words.written(at, at + 1)[:1].isupper()


def mention_found(case: Case, rule: Rule) -> list[Finding]:
    """The note holds a mention of the kind (and group) that the rule names."""
    kind = rule.parameters["kind"]
    groups = rule.parameters.get("groups")
    reading = case.note
    if kind not in reading.kinds:
        return []
    return [
        _at(case, rule, reading.span(mention))
        for mention in reading.mentions
        if mention.sense.kind == kind and (not groups or mention.sense.group in groups)
    ][:1]


def self_correction(case: Case, rule: Rule) -> list[Finding]:
    """The writer takes back what was written: by words that do no more, or between two values of one kind."""
    spans = _find_corrections(case.note, rule)[:1]
    start, end = case.note.words.start, case.note.words.end
    return [_at(case, rule, (start[first], end[last - 1])) for first, last in spans]


def _find_corrections(reading: Reading, rule: Rule) -> list[tuple[int, int]]:
    """Return the words `first:last` by which a writer takes back what was written."""
    low, quoted = reading.words.low, reading.quoted
    own = [(m.first, m.last) for m in reading.mentions if m.sense.kind == "correction"]
    own = [span for span in own if _is_of_the_writer(reading, *span, rule)]
    strong = list(_runs(low, [form.split() for form in rule.parameters["always"]]))
    weak = list(_runs(low, [form.split() for form in rule.parameters["between"]]))
    hits = own + strong + [span for span in weak if _puts_right(reading, *span, rule)]
    told = frozenset(rule.parameters["told"])
    return [
        (first, last)
        for first, last in sorted(hits)
        if first not in quoted and told.isdisjoint(low[max(0, first - 2) : first])
    ]


def find_corrected(reading: Reading, rule: Rule) -> frozenset[int]:
    """Return the numbers of the sentences of which it is not known how far they stand.

    A correction may reach back into the sentence before where it opens its own: "STS x5. Correction: x6".
    """
    numbers: set[int] = set()
    for first, _ in _find_corrections(reading, rule):
        number = bisect_right(reading.firsts, first) - 1
        numbers.add(number)
        if first == reading.sentences[number].first:
            numbers.add(max(0, number - 1))
    return frozenset(numbers)


def _is_of_the_writer(reading: Reading, first: int, last: int, rule: Rule) -> bool:
    """Tell whether words of correction correct the note; not so "error correction", "sorry for being late"."""
    low = reading.words.low
    behind: Mapping[str, Sequence[str]] = rule.parameters["unless_behind"]
    form = " ".join(low[first:last])
    if low[last : last + 1] and low[last] in behind.get(form, ()):
        return False
    if form not in rule.parameters["apart"] or first == 0 or low[first - 1] in _MARKS | {"no", "wait"}:
        return True
    return _puts_right(reading, first, last, rule)


def _puts_right(reading: Reading, first: int, last: int, rule: Rule) -> bool:
    """Tell whether the words stand between two different values of one kind: "30 min (oops 38 min)"."""
    low = reading.words.low
    empty = frozenset(rule.parameters["empty"])
    end = last
    while end < min(len(low), last + _BEHIND) and low[end] in empty:
        end += 1
    other = next((m for m in reading.mentions if m.first == end and m.sense.kind in _PAIRED), None)
    begin = max(0, first - _BEFORE)
    if other is None or not frozenset(rule.parameters["guessed"]).isdisjoint(low[begin:first]):
        return False
    before = [reading.mentions[i] for i in reading.between(begin, first)]
    return any(_is_another(one, other) for one in before)


def _is_another(one: Mention, other: Mention) -> bool:
    """Two values of one kind that differ; a bare figure is of the kind of any figure."""
    kinds = {one.sense.kind, other.sense.kind}
    same_kind = (len(kinds) == 1 and kinds <= _PAIRED) or ("number" in kinds and kinds <= QUANTITIES)
    return same_kind and one.sense.id != other.sense.id


def copied_text(case: Case, rule: Rule) -> list[Finding]:
    """The note says of the treatment or of itself that it is another visit's; not so "pain same as last visit"."""
    reading = case.note
    low, limits = reading.words.low, rule.parameters
    patterns = parse_patterns(limits["patterns"])
    spans = [(m.first, m.last) for m in reading.mentions if m.sense.kind == "copied" and low[m.last - 1] != "from"]
    for at in [at for at, word in enumerate(low) if word in patterns]:
        spans += [(at, end) for pattern in patterns[low[at]] if (end := match_words(low, at, pattern.words))]
    always, quoted, drawn = frozenset(limits["always"]), reading.quoted, frozenset(limits["drawn"])
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        if first in quoted or not drawn.isdisjoint(low[first + 1 : first + _OBJECT]):
            continue
        if low[first] in always or _is_of_all(reading, first, last, rule):
            return [_at(case, rule, (reading.words.start[first], reading.words.end[last - 1]))]
    return []


def _is_of_all(reading: Reading, first: int, last: int, rule: Rule) -> bool:
    """Tell whether it is the treatment that is said to be the same, no finding, and nothing of today stands beside."""
    low = reading.words.low
    begin = first
    while begin > 0 and low[begin - 1] not in _MARKS:
        begin -= 1
    sentence = reading.sentences[reading.sentence_at(first)]
    if not frozenset(rule.parameters["but"]).isdisjoint(low[last : sentence.last]):
        return False
    kinds = {reading.mentions[i].sense.kind for i in reading.between(begin, first)}
    limits = rule.parameters
    return kinds.isdisjoint(limits["findings"]) and frozenset(limits["subjects"]).isdisjoint(low[begin:first])


def _runs(low: Sequence[str], forms: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Yield where any of the forms stands."""
    firsts = {form[0] for form in forms}
    for at in [at for at, word in enumerate(low) if word in firsts]:
        yield from ((at, at + len(form)) for form in forms if low[at : at + len(form)] == form)


def doubt(case: Case, rule: Rule) -> list[Finding]:
    """The note puts a question mark behind something clinical; a question that somebody was asked is none."""
    reading = case.note
    low, quoted = reading.words.low, reading.quoted
    findings = []
    for left, right, bit in reading.scopes:
        if bit != POSSIBLE or right <= left or low[right : right + 1] != ["?"]:
            continue
        told = [i for i in reading.between(left, right) if not reading.bits[i] & PLANNED]
        if told and right not in quoted and not _is_asked(reading, left, right, rule):
            findings.append(_at(case, rule, (reading.words.start[left], reading.words.end[right])))
    return findings or [_at(case, rule, span) for span in _queried(reading, quoted)]


def _is_asked(reading: Reading, left: int, right: int, rule: Rule) -> bool:
    """Tell whether a question is put to somebody ("asked", "can you"), is answered, or names a game or a test."""
    low, limits = reading.words.low, rule.parameters
    first = next((at + 1 for at in range(left - 1, -1, -1) if low[at] in BREAKS), 0)
    said = any(low[at] in limits["asking"] and low[at + 1] not in limits["bidding"] for at in range(first, right))
    turned = any(low[at] in limits["openings"] and low[at + 1] in limits["speakers"] for at in range(left, right))
    spoken = not frozenset(limits["spoken_to"]).isdisjoint(low[left:right])
    opened = next((at + 1 for at in range(right - 1, first, -1) if low[at] in (":", ",", '"')), left)
    cued = low[opened] in limits["probes"] and not frozenset(limits["cues"]).isdisjoint(low[first:opened])
    cued = cued or any(low[at] in limits["cues"] and low[at + 1] == ":" for at in range(first, right))
    behind = low[right + 1] if right + 1 < len(low) else ""
    named = behind in limits["names"] or behind in limits["answers"]
    planned = not frozenset(limits["plans"]).isdisjoint(low[first:right])
    return said or turned or spoken or cued or named or planned or _is_counted(reading, left, right)


def _is_counted(reading: Reading, left: int, right: int) -> bool:
    """Tell whether a figure answers the question: "Falls since last visit? 2."."""
    answer = next((m for m in reading.mentions if m.first == right + 1), None)
    if answer is None or answer.sense.kind not in ("number", "ratio", "percent"):
        return False
    return QUANTITIES.isdisjoint(reading.mentions[i].sense.kind for i in reading.between(left, right))


def _queried(reading: Reading, quoted: Container[int]) -> Iterator[tuple[int, int]]:
    """Yield what has a question mark in brackets behind it: "43/56 (?)"."""
    low = reading.words.low
    for at in range(1, len(low) - 2):
        if low[at + 1] != "?" or (low[at], low[at + 2]) not in (("(", ")"), ("[", "]")) or at in quoted:
            continue
        before = [m for m in reading.mentions if m.last == at]
        if before:
            yield reading.words.start[before[0].first], reading.words.end[at + 2]


def score_range(case: Case, rule: Rule) -> list[Finding]:
    """A score lies outside the range of its measure, or above its own maximum."""
    findings: list[Finding] = [_at(case, rule, span) for span in _bare_scores(case, rule)]
    reading = case.note
    if "ratio" not in reading.kinds:
        return findings
    settings = frozenset(rule.parameters["settings"])
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind != "ratio" or mention.sense.group == "grade":
            continue
        top, _, bottom = mention.sense.id.partition("/")
        measure = _measure_before(reading, index)
        if not (top.isdecimal() and bottom.isdecimal()) or _is_pressure(reading, mention.first, settings):
            continue
        limits = case.pack.measures.get(measure) if measure else None
        outside = limits is not None and not limits.min <= float(top) <= limits.max
        if (measure or int(bottom) in (5, 10, 56)) and (int(top) > int(bottom) or outside):
            findings.append(_at(case, rule, reading.span(mention)))
    return findings


def _is_pressure(reading: Reading, first: int, settings: Container[str]) -> bool:
    """Two pressures of a machine: "PSV 8/5", "PS 10/5", "BiPAP 12/5"."""
    return any(word in settings for word in reading.words.low[max(0, first - 2) : first])


def _bare_scores(case: Case, rule: Rule) -> Iterator[tuple[int, int]]:
    """Yield the bare figures right behind a measure of points that are above its most: "MoCA score was 33"."""
    reading, low = case.note, case.note.words.low
    leads, ends = frozenset(rule.parameters["leads"]), frozenset(rule.parameters["ends"])
    for index, mention in enumerate(reading.mentions):
        limits = case.pack.measures.get(mention.sense.id) if mention.sense.kind == "measure" else None
        if limits is None or limits.unit not in rule.parameters["units"] or reading.bits[index]:
            continue
        other = next((m for m in reading.mentions[index + 1 :] if m.first >= mention.last), None)
        if other is None or other.sense.kind != "number" or not other.sense.id.isdecimal():
            continue
        is_led = other.first - mention.last <= rule.parameters["reach"] and leads.issuperset(
            low[mention.last : other.first]
        )
        closed = other.last >= len(low) or low[other.last] in ends
        if is_led and closed and limits.max < int(other.sense.id) < rule.parameters["years"]:
            yield reading.span(other)


def _measure_before(reading: Reading, index: int) -> str:
    mention = reading.mentions[index]
    for other in reversed(reading.mentions[:index]):
        if mention.first - other.last > 3:
            return ""
        if other.sense.kind == "measure":
            return other.sense.id
    return ""


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (ambiguous_shorthand, copied_text, doubt, mention_found, score_range, self_correction)
}
