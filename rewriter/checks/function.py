"""What it is for: a function of the patient's life, or a task of daily use."""

from collections.abc import Mapping

from rewriter.checks.case import Case, Chain, Check, Finder, missing
from rewriter.checks.forms import find_forms
from rewriter.findings import Finding, found
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, REFUSED
from rewriter.rule import Rule


def functional_tie(case: Case, rule: Rule) -> list[Finding]:
    """A life function or a task of daily use is named, or a place, thing or deed of daily life in plain words."""
    if function_chain(case, rule) or _lives(case.text, rule):
        return []
    return missing(case, rule, ("function",))


def _lives(reading: Reading, rule: Rule) -> bool:
    """Words of daily life are there that no list of treatments holds, as a wish, a goal or a trouble of now."""
    return any(
        not reading.is_scoped(NEGATED | HISTORICAL | REFUSED, *place)
        for place in find_forms(reading, rule.parameters.get("life", ()))
    )


def function_chain(case: Case, rule: Rule) -> Chain:
    """Return the function that is named, else the task that the work is tied to."""
    reading = case.text
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind == "function" and not reading.bits[index] & (NEGATED | HISTORICAL | REFUSED):
            return ((index, "function"),)
    for kind, role in (("activity", "function"), ("task", "task")):
        for link in reading.links:
            is_kind = reading.mentions[link.target].sense.kind == kind
            if is_kind and (kind == "task" or not _is_task(reading, link.target)):
                return ((link.target, role),)
    averted = set(rule.parameters.get("averted", ()))
    for link in reading.links:
        if reading.mentions[link.link].sense.id == "to_reduce" and reading.mentions[link.target].sense.id in averted:
            return ((link.target, "task"),)
    return ()


def _is_task(reading: Reading, index: int) -> bool:
    """The same words are a task too: "sit to stand", not "car transfer"."""
    first = reading.mentions[index].first
    return any(reading.mentions[i].sense.kind == "task" for i in reading.between(first, first + 1))


def task_level_only(case: Case, rule: Rule) -> list[Finding]:
    """Only a task ("reaching") is named, no life function it serves."""
    chain = function_chain(case, rule)
    if not chain or chain[0][1] == "function":
        return []
    return [found(rule, case.text.text, span=case.text.span(case.text.mentions[chain[0][0]]))]


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (functional_tie, task_level_only)}
CHAINS: Mapping[str, Finder] = {"functional_tie": function_chain}
