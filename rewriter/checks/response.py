"""How the patient responded, and stock phrases that say nothing of it."""

from collections.abc import Iterator, Mapping, Set
from itertools import islice

from rewriter.checks.case import Case, Chain, Check, Finder, missing
from rewriter.checks.compared import find_compared
from rewriter.checks.deficits import is_counted
from rewriter.checks.forms import find_forms, told_first
from rewriter.checks.how import shows_hand, typed_cues
from rewriter.findings import Finding, found
from rewriter.punctuation import ARROWS
from rewriter.reading import Reading
from rewriter.reading.context import NEGATED, REPORTED
from rewriter.reading.mentions import TROUBLES
from rewriter.rule import Rule

_RESULTS = ("ratio", "measure", "better", "worse", "same", "percent", "vital")
_TURNING = frozenset({"ability", "function", "activity", "task"})
_VALUES = frozenset({"rate", "duration", "distance", "angle", "number", "load"})
_LATE = (["after"], ["afterward"], ["afterwards"])
_STOPS: tuple[list[str], ...] = ([], ["."], [","], [";"], ["\n"], [")"])
_DEEDS = frozenset({"patient", "correct", "modify"})


def response(case: Case, rule: Rule) -> list[Finding]:
    """The patient's response is told by a result, a count, a rating, a comparison or what the patient showed."""
    return [] if response_chain(case, rule) else missing(case, rule, _RESULTS)


def response_chain(case: Case, rule: Rule) -> Chain:
    """Return the first result that is told."""
    return tuple((index, "response") for index in islice(_results(case.text, rule), 1))


def _results(reading: Reading, rule: Rule) -> Iterator[int]:
    """Yield what tells of a response: not what was found before the treatment, nor a wish or a purpose."""
    targets = {link.target for link in reading.links}
    treated = [event.sentence for event in reading.events if event.interventions or event.cues]
    begun = reading.sentences[min(treated)].first if treated else 0
    ended = reading.sentences[min(treated)].last if treated else 0
    elsewhere = told_first(reading, "goal", "education")
    by_patient = {event.verb for event in reading.events if event.agent == "patient"}
    for index, (sense, first, _) in enumerate(reading.mentions):
        bits = reading.bits[index]
        if bits & ~(NEGATED | REPORTED) or elsewhere.get(reading.sentence_of[index], first) < first:
            continue
        if sense.kind in TROUBLES:
            later = first >= (ended if bits & REPORTED else begun)
            if index not in targets and _shows(reading, rule, index, later):
                yield index
        elif bits:
            continue
        elif (
            (sense.kind in _RESULTS and not _is_strength(reading, rule, index))
            or (sense.kind in _TURNING and _turns(reading, rule, index))
            or (sense.kind == "verb" and _is_deed(reading, rule, index, by_patient))
            or (sense.kind == "verb" and _is_number_of(reading, rule, index))
            or (sense.kind in _VALUES and _is_after(reading, index))
        ):
            yield index
    yield from (i for i in find_compared(reading) if _is_of_now(reading, elsewhere, i))
    for at, _ in find_forms(reading, rule.parameters["words"]):
        number = reading.sentence_at(at)
        if elsewhere.get(number, at) >= at:
            yield from reading.by_sentence[number][:1]


def _is_of_now(reading: Reading, elsewhere: Mapping[int, int], index: int) -> bool:
    """No goal and nothing taught stands before it in its sentence."""
    first = reading.mentions[index].first
    return elsewhere.get(reading.sentence_of[index], first) >= first


def _shows(reading: Reading, rule: Rule, index: int, later: bool) -> bool:
    """A fault or symptom was counted, or after the treatment had begun was denied, changed, or felt."""
    if later and (reading.bits[index] & NEGATED or _turns(reading, rule, index)):
        return True
    if reading.bits[index] & ~REPORTED:
        return False
    return (later and reading.mentions[index].sense.kind == "symptom") or is_counted(reading, index)


def _turns(reading: Reading, rule: Rule, index: int) -> bool:
    """A word of change follows: "sway decreased"."""
    last = reading.mentions[index].last
    return last < len(reading.words.low) and reading.words.low[last] in rule.parameters["turns"]


def _is_deed(reading: Reading, rule: Rule, index: int, by_patient: Set[int | None]) -> bool:
    """What the patient did, beyond the words for taking part: "recovered", "dropped", "corrected the lean"."""
    sense = reading.mentions[index].sense
    if sense.label != "past" or sense.group not in _DEEDS or sense.id in rule.parameters["taking_part"]:
        return False
    return index in by_patient


def _is_number_of(reading: Reading, rule: Rule, index: int) -> bool:
    """A number stands before what patients do amiss, told as a noun: "6 drops", "3 misses"."""
    mention = reading.mentions[index]
    if mention.sense.group != "patient" or reading.words.low[mention.first] not in rule.parameters.get("amiss", ()):
        return False
    return any(
        other.last == mention.first and other.sense.kind == "number"
        for other in reading.mentions[max(0, index - 3) : index]
    )


def _is_after(reading: Reading, index: int) -> bool:
    """The value is of the end ("0.7 m/s after"), or comes behind an arrow from another one."""
    mention = reading.mentions[index]
    low = reading.words.low
    if low[mention.last : mention.last + 1] in _LATE and low[mention.last + 1 : mention.last + 2] in _STOPS:
        return True
    if not mention.first or low[mention.first - 1] not in ARROWS:
        return False
    before = reading.mentions[max(0, index - 3) : index]
    return any(other.last == mention.first - 1 and other.sense.kind in _VALUES for other in before)


def _is_strength(reading: Reading, rule: Rule, index: int) -> bool:
    """A grade of strength found at a test: "4-/5", "quads 3/5"."""
    mention = reading.mentions[index]
    if mention.sense.kind == "measure":
        return mention.sense.id in rule.parameters["tests"]
    if mention.sense.kind != "ratio":
        return False
    return mention.sense.group == "grade" or any(
        other.last == mention.first and other.sense.kind == "part" and other.sense.group == "muscle"
        for other in reading.mentions[max(0, index - 3) : index]
    )


def boilerplate_only(case: Case, rule: Rule) -> list[Finding]:
    """A stock phrase stands where nothing else shows skill."""
    reading = case.text
    stock = reading.having("boilerplate")
    if (
        not stock
        or typed_cues(case, rule)
        or reading.having("level")
        or shows_hand(case, rule)
        or _is_measured(reading)
    ):
        return []
    return [found(rule, reading.text, span=reading.span(reading.mentions[stock[0]]))]


def _is_measured(reading: Reading) -> bool:
    """Something seen at the work itself is counted, scored or compared; a rating of pain is not."""
    return any(
        is_counted(reading, index)
        for index in reading.having("impairment")
        if reading.mentions[index].sense.id != "pain"
    ) or any(
        not any(reading.mentions[i].sense.kind == "symptom" for i in reading.by_sentence[reading.sentence_of[index]])
        for index in reading.having("ratio", "percent", "measure")
    )


def patient_comment(case: Case, rule: Rule) -> list[Finding]:
    """The patient's own remark on pain, symptoms or function is told: said, quoted, rated, denied or wished."""
    return [] if _comments(case.text, rule) else missing(case, rule, ("symptom", "goal"))


def _comments(reading: Reading, rule: Rule) -> bool:
    if any(
        mention.sense.kind in ("symptom", "reported") or bits & REPORTED
        for mention, bits in zip(reading.mentions, reading.bits, strict=True)
    ):
        return True
    return bool(find_forms(reading, rule.parameters["remarks"]))


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (response, patient_comment, boilerplate_only)}
CHAINS: Mapping[str, Finder] = {"response": response_chain}
