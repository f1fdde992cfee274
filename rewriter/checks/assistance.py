"""How much help was given: assistance has its amount."""

from collections.abc import Mapping

from rewriter.checks.case import Case, Check, lacking
from rewriter.checks.forms import find_forms, holds_form, told_first
from rewriter.findings import Finding
from rewriter.reading import Reading
from rewriter.reading.events import NOT_DONE
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.rule import Rule

_PERSONS = frozenset({"therapist", "assistant", "caregiver", "aide", "student", "nurse"})
_AMOUNTS = frozenset({"percent", "count", "number"})
_DOERS = frozenset("was were and i we pt ot".split())
_REACH = 3
# More than a session has: each is looked at with its sentence.
_MOST = 32


def assistance_amount(case: Case, rule: Rule) -> list[Finding]:
    """Help that was given is told with its amount."""
    return lacking(case, rule, _untyped)


def _untyped(reading: Reading, rule: Rule) -> tuple[int, int] | None:
    """Return the words of the first help without an amount."""
    nouns = [span for span in find_forms(reading, rule.parameters["nouns"]) if _is_noun(reading, rule, *span)]
    verbs = [span for span in find_forms(reading, rule.parameters["verbs"]) if _is_deed(reading, rule, *span)]
    elsewhere = told_first(reading, "goal", "education")
    at_home = {reading.sentence_at(first) for first, _ in find_forms(reading, rule.parameters["at_home"])}
    for first, last in sorted([*nouns, *verbs])[:_MOST]:
        number = reading.sentence_at(first)
        if reading.is_scoped(NOT_DONE, first, last) or elsewhere.get(number, last) < first or number in at_home:
            continue
        if not _is_typed(reading, rule, number, first, last):
            return first, last
    return None


def _is_noun(reading: Reading, rule: Rule, first: int, last: int) -> bool:
    """It is help of another person, by itself or after the words that want it; no device, no exercise, no wish."""
    low = reading.words.low
    before, after = low[first - 1] if first else "", low[last] if last < len(low) else ""
    if before in rule.parameters["not_after"] or after in rule.parameters["not_before"]:
        return False
    return not _is_inside(reading, rule, first)


def _is_deed(reading: Reading, rule: Rule, first: int, last: int) -> bool:
    """A person does it, it is done to the patient, or the sentence begins with it; "the metronome helped" is none."""
    low = reading.words.low
    sentence = reading.sentences[reading.sentence_at(first)]
    if low[first - 1 : first] in (["active"], ["self"], ["power"]) or _is_inside(reading, rule, first):
        return False
    near = reading.between(max(sentence.first, first - _REACH), first)
    by_person = any(
        reading.mentions[i].sense.kind == "person" and reading.mentions[i].sense.group in _PERSONS for i in near
    )
    return (
        by_person
        or first == sentence.first
        or low[first - 1] in _DOERS
        or any(reading.mentions[i].sense.group == "patient" for i in reading.between(last, last + 2))
    )


def _is_inside(reading: Reading, rule: Rule, word: int) -> bool:
    """The word is part of a longer one: a named level, a device, "less assistance"; manual assistance is help."""
    for index in reading.between(max(0, word - _REACH), word + 1):
        mention = reading.mentions[index]
        if not mention.first <= word < mention.last or mention.sense.kind == "verb":
            continue
        is_help = mention.sense.kind == "cue" and not holds_form(mention.sense.label, rule.parameters["named"])
        if not is_help:
            return True
    return False


def _pieces(reading: Reading, number: int) -> range:
    """Return the numbers of the sentences that a semicolon joins to this one."""
    low, sentences = reading.words.low, reading.sentences
    first = last = number
    while first and low[sentences[first].first - 1] == ";":
        first -= 1
    while last + 1 < len(sentences) and low[sentences[last + 1].first - 1] == ";":
        last += 1
    return range(first, last + 1)


def _is_typed(reading: Reading, rule: Rule, number: int, first: int, last: int) -> bool:
    """Its sentence names a level, a share or how many persons; or the next one, that names nothing else, a level."""
    low = reading.words.low
    if low[last : last + 1] == ["of"] and (low[last + 1][0].isdecimal() or low[last + 1] in NUMBER_WORDS):
        return True
    if not set(rule.parameters["degrees"]).isdisjoint(low[max(0, first - 1) : first] + low[last : last + _REACH]):
        return True
    for index in (i for piece in _pieces(reading, number) for i in reading.by_sentence[piece]):
        mention = reading.mentions[index]
        sense = mention.sense
        if sense.kind in ("level", "percent"):
            return True
        if sense.kind == "cue" and holds_form(sense.label, rule.parameters["named"]):
            return True
        if sense.kind in _AMOUNTS and sense.group != "time" and reading.sentence_of[index] == number:
            behind = mention.first - last
            if behind in (0, 1) and (behind == 0 or reading.words.low[last] == "of"):
                return True
            if sense.kind == "number" and mention.last == first:
                return True
    following = reading.by_sentence[number + 1] if number + 1 < len(reading.sentences) else []
    kinds = {reading.mentions[i].sense.kind for i in following}
    return "level" in kinds and not kinds & {"activity", "task", "function"}


CHECKS: Mapping[str, Check] = {assistance_amount.__name__: assistance_amount}
