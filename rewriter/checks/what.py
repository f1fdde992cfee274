"""What was done: an intervention is named."""

from collections.abc import Mapping

from rewriter.checks.case import Case, Chain, Check, Finder, missing
from rewriter.checks.forms import find_told
from rewriter.findings import Finding
from rewriter.reading import Reading
from rewriter.rule import Rule

_OWNERS = frozenset({"impairment", "symptom", "level", "cue", "person", "admin", "code", "goal", "verb", "diagnosis"})
_NEAR = 4


def specific_intervention(case: Case, rule: Rule) -> list[Finding]:
    """Some intervention is named specifically, and was done; one that has a dose is named in words of its own."""
    if intervention_chain(case, rule) or _has_dose(case.text) or find_told(case.text, rule.parameters.get("words", ())):
        return []
    return missing(case, rule, ("activity", "task"))


def _has_dose(reading: Reading) -> bool:
    """Sets, repetitions, seconds or a distance stand there, and are not those of a fault, a cue or help given."""
    for index in reading.having("count", "duration", "distance"):
        mention = reading.mentions[index]
        if mention.sense.kind == "duration" and mention.sense.group != "second" and "x" not in mention.sense.id:
            continue
        sentence = reading.sentences[reading.sentence_of[index]]
        near = reading.between(max(sentence.first, mention.first - _NEAR), mention.first)
        if not any(reading.mentions[i].sense.kind in _OWNERS for i in near):
            return True
    return False


def intervention_chain(case: Case, rule: Rule) -> Chain:
    """Return the first intervention that is named."""
    reading = case.text
    named = reading.having("activity", "task", "surface")
    techniques = [
        i for i in reading.having("cue") if reading.mentions[i].sense.id in rule.parameters.get("techniques", ())
    ]
    return tuple((i, "intervention") for i in (named or techniques)[:1])


CHECKS: Mapping[str, Check] = {specific_intervention.__name__: specific_intervention}
CHAINS: Mapping[str, Finder] = {"specific_intervention": intervention_chain}
