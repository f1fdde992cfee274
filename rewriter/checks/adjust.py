"""Why a task, cue or load was changed during the session: a change is told with what led to it or what it was for."""

from collections.abc import Mapping

from rewriter.checks.case import Case, Check, Place, lacking
from rewriter.checks.deficits import was_seen
from rewriter.checks.forms import find_forms, holds_form, told_first
from rewriter.findings import Finding
from rewriter.persons import TREATING
from rewriter.reading import Mention, Reading
from rewriter.reading.context import NEGATED, REPORTED
from rewriter.reading.events import NOT_DONE
from rewriter.reading.mentions import CHANGES, TROUBLES
from rewriter.rule import Rule

_NOT_TOLD = frozenset("to for with of will".split())
_BE = frozenset({"was", "were"})
# What things also do by themselves.
_ALONE = frozenset("increased decreased lengthened shortened widened narrowed dropped".split())
_CHANGED = frozenset({"surface", "vision", "load", "equipment", "device"})
_SWITCHED = frozenset({"activity", "treatment", "position", "task"})
_SHOWN = CHANGES | {"symptom", "vital", "ratio", "percent"}
_SIGNS = _SHOWN | {"impairment"}
_AS_STOCK: tuple[list[str], ...] = ([], ["tolerated"], ["able"], ["needed"], ["appropriate"], ["indicated"], ["well"])
# "Modified independent", "modified Ashworth": a name, and no change.
_NAMES = frozenset("independent independence dependent ashworth barthel rankin romberg tandem diet".split())
# How a thing stands: "from a raised mat", "elevated seat".
_STATES = frozenset({"raised", "elevated", "higher", "lower"})
_AT = frozenset("from on off at in onto w w/ with using of".split())
# Words of a reason or a result in the sentence of a change: "too low at 17", "so carries less", "feet now flat".
_TELLING = frozenset("so too bc because now hep home".split())
_NEARER = (["toward"], ["towards"], ["well"], ["nicely"])
_REACH, _FAR = 3, 6
# More changes than a session has: each is looked at with its sentence.
_MOST = 32


def modification_reason(case: Case, rule: Rule) -> list[Finding]:
    """A change of task, cue or load that is told has its reason told with it; none is demanded where none is told."""
    return lacking(case, rule, _bare)


def _bare(reading: Reading, rule: Rule) -> Place | None:
    """Return the words of the first change that is told without its reason."""
    changes = sorted(_changes(reading, rule))[:_MOST]
    if not changes:
        return None
    elsewhere = told_first(reading, "goal", "education")
    reasons = {reading.sentence_at(first) for first, _ in find_forms(reading, rule.parameters["reasons"])}
    for first, last in changes:
        number = reading.sentence_at(first)
        told = number in reasons or elsewhere.get(number, last) <= first
        if not told and not _has_reason(reading, number, first, last) and not _was_shown(reading, number - 1):
            return first, last
    return None


def _changes(reading: Reading, rule: Rule) -> set[Place]:
    """Return the words of all changes: the therapist's verbs, graded cues, and words of change with what changed."""
    changes = set()
    verbs = set(rule.parameters["verbs"])
    for event in reading.events:
        verb = event.verb
        if verb is not None and event.agent in TREATING and not reading.bits[verb]:
            mention = reading.mentions[verb]
            if mention.sense.id in verbs and reading.words.low[mention.last : mention.last + 1] not in _NEARER:
                changes.add((mention.first, mention.last))
    for index in reading.having("cue"):
        mention = reading.mentions[index]
        if mention.sense.group == "grading" and _is_change(reading, mention, rule):
            changes.add((mention.first, mention.last))
    return changes | _worded(reading, rule)


def _is_change(reading: Reading, mention: Mention, rule: Rule) -> bool:
    """The graded cue says that something was changed; "speed increased from 0.6" is a result."""
    said = f"{mention.sense.label} {reading.written(mention).lower()}"
    low = reading.words.low
    if low[mention.first] in _STATES and mention.last - mention.first > 1:
        return False
    measured = low[mention.last + 1 : mention.last + 2]
    if low[mention.last : mention.last + 1] == ["from"] and measured and measured[0][0].isdecimal():
        return False
    if _is_by_patient(reading, mention.first):
        return False
    by_itself = low[mention.last - 1] in _ALONE and low[mention.first] in rule.parameters["results"]
    return not by_itself and holds_form(said, rule.parameters["graded"])


def _worded(reading: Reading, rule: Rule) -> set[Place]:
    """Return changes in plain words: "increased the number of repetitions", "the target was raised", "added 2 lb"."""
    low = reading.words.low
    found_here = set()
    for first, last in find_forms(reading, rule.parameters["changes"]):
        number = reading.sentence_at(first)
        sentence = reading.sentences[number]
        before = low[first - 1] if first > sentence.first else ""
        if (low[last : last + 1] and low[last] in _NAMES) or _is_of_name(reading, first, last):
            continue
        if before in _NOT_TOLD or reading.is_scoped(NOT_DONE, first, last) or _is_by_patient(reading, first):
            continue
        behind = range(last, min(last + _REACH + 1, sentence.last))
        ahead = range(max(sentence.first, first - (_FAR if before in _BE else _REACH)), first)
        thing = next((at for at in behind if _is_thing(reading, rule, at, low[first])), None)
        subject = next((at for at in ahead if _is_subject(reading, rule, at, low[first], before)), None)
        # "gait speed increased", "assistance decreased from": what came of it, unless somebody did it
        alone = subject is not None and low[subject] in rule.parameters["results"]
        span = low[last : last + 1] == ["from"]
        if subject is not None and not (alone and (span or (before not in _BE and low[first] in _ALONE))):
            found_here.add((subject, last))
        elif subject is None and thing is not None and (not span or _holds(reading, rule, thing, low[first])):
            found_here.add((first, thing + 1))
    return found_here


def _is_of_name(reading: Reading, first: int, last: int) -> bool:
    """The word is the first of a thing's name, or says how it stands: "raised toilet seat", "from raised mat"."""
    low = reading.words.low
    near = (reading.mentions[i] for i in reading.between(first, first + 1))
    if any(mention.last > last and mention.sense.kind in _CHANGED for mention in near):
        return True
    return low[first] in _STATES and first > 0 and low[first - 1] in _AT


def _is_thing(reading: Reading, rule: Rule, word: int, change: str) -> bool:
    """Behind "added", "moved to", "switched to" a surface, a load, equipment or closed eyes is what changed."""
    return reading.words.low[word] in rule.parameters["objects"] or _holds(reading, rule, word, change)


def _is_subject(reading: Reading, rule: Rule, word: int, change: str, before: str) -> bool:
    """Thus "the target was raised", "reps increased", "cones were moved apart"."""
    is_object = reading.words.low[word] in rule.parameters["objects"]
    if before in _BE:
        return is_object or _holds(reading, rule, word, change)
    return is_object and before == reading.words.low[word]


def _holds(reading: Reading, rule: Rule, word: int, change: str) -> bool:
    """A mention that a word of change can have for its object begins at the word."""
    kinds = _CHANGED if change in rule.parameters["moves"] else frozenset[str]()
    if change in rule.parameters["switches"]:
        kinds |= _SWITCHED
    return any(reading.mentions[i].sense.kind in kinds for i in reading.between(word, word + 1))


def _is_by_patient(reading: Reading, word: int) -> bool:
    """The patient is named just before: what patients increase is their result."""
    named = (reading.mentions[i] for i in reading.between(word - _REACH, word))
    return any(
        mention.sense.group == "patient" and word - mention.last <= 1
        for mention in named
        if mention.sense.kind == "person"
    )


def _has_reason(reading: Reading, number: int, first: int, last: int) -> bool:
    """Its sentence names a cause, or after it a purpose; or before it what the patient showed ("4/10 -> slowed")."""
    low = reading.words.low
    if not _TELLING.isdisjoint(low[last : reading.sentences[number].last]):
        return True
    if low[last : last + 1] == ["as"] and low[last + 1 : last + 2] not in _AS_STOCK:
        return True
    if first - 1 > reading.sentences[number].first and low[first - 1] == "so":
        return True  # "legs shaking, so dropped to 8"
    for index in reading.by_sentence[number]:
        mention = reading.mentions[index]
        sense = mention.sense
        if sense.kind == "link" and sense.group == "cause" and not first <= mention.first < last:
            return True
        if sense.kind == "link" and sense.group == "purpose" and mention.first == reading.sentences[number].first:
            return sense.id != "for_"  # "to reduce overflow, the ball was changed"
        if sense.kind == "link" and sense.group == "purpose" and mention.first >= last:
            return sense.id != "for_" or any(
                reading.mentions[i].sense.kind in TROUBLES for i in reading.between(mention.last, mention.last + _REACH)
            )
        if sense.kind in _SIGNS and mention.last <= first and not reading.bits[index] & ~(NEGATED | REPORTED):
            return True
    return False


def _was_shown(reading: Reading, number: int) -> bool:
    """The sentence tells a symptom, a result, or a fault that is not just what the work is for."""
    if number < 0:
        return False
    targets = {link.target for link in reading.links}
    return any(
        (sense.kind in _SHOWN or (sense.kind == "impairment" and index not in targets and was_seen(reading, index)))
        and not reading.bits[index] & ~(NEGATED | REPORTED)
        for index in reading.by_sentence[number]
        for sense in [reading.mentions[index].sense]
    )


CHECKS: Mapping[str, Check] = {modification_reason.__name__: modification_reason}
