"""What was taught, and how it was understood: a teaching that is named says one or the other."""

from collections.abc import Mapping

from rewriter.checks.case import Case, Check, lacking
from rewriter.checks.forms import find_forms
from rewriter.findings import Finding
from rewriter.reading import Reading
from rewriter.rule import Rule

# More than a session has: each is looked at with its sentence.
_MOST = 32
_ENDS = frozenset({",", ";", ".", "\n", "and", "then"})


def education_content(case: Case, rule: Rule) -> list[Finding]:
    """Education or a home programme that is named says what it held, or how it was understood."""
    return lacking(case, rule, _empty)


def _empty(reading: Reading, rule: Rule) -> tuple[int, int] | None:
    """Return the words of the first teaching, if no teaching of the text has content."""
    taught = reading.having("education")
    understood = set(rule.parameters["understood"])
    if not taught or any(reading.mentions[i].sense.id in understood for i in taught):
        return None
    if find_forms(reading, rule.parameters["signs"]):
        return None
    plain = set(rule.parameters["plain"])
    named = set(rule.parameters["named"])
    says_what = (reading.mentions[i].sense.id in named or _has_content(reading, i, plain) for i in taught[:_MOST])
    first = reading.mentions[taught[0]]
    return None if any(says_what) else (first.first, first.last)


def _has_content(reading: Reading, index: int, plain: set[str]) -> bool:
    """A word beyond those of any teaching stands behind it in its sentence, or before it in its clause."""
    mention = reading.mentions[index]
    sentence = reading.sentences[reading.sentence_of[index]]
    low = reading.words.low
    inside = {
        at
        for i in reading.by_sentence[reading.sentence_of[index]]
        if reading.mentions[i].sense.kind in ("education", "person", "frequency", "date", "admin")
        for at in range(reading.mentions[i].first, reading.mentions[i].last)
    }
    begin = mention.first
    while begin > sentence.first and low[begin - 1] not in _ENDS:
        begin -= 1
    words = [*range(begin, mention.first), *range(mention.last, sentence.last)]
    return any(at not in inside and low[at][0].isalpha() and low[at] not in plain for at in words)


CHECKS: Mapping[str, Check] = {education_content.__name__: education_content}
