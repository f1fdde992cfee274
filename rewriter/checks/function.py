"""What it is for: a function of the patient's life, or a task of daily use."""

from collections.abc import Mapping

from rewriter.checks.case import Case, Chain, Check, Finder, missing
from rewriter.findings import Finding, found
from rewriter.reading.context import HISTORICAL, NEGATED, REFUSED
from rewriter.rule import Rule


def functional_tie(case: Case, rule: Rule) -> list[Finding]:
    """A life function or a task of daily use is named."""
    return [] if function_chain(case, rule) else missing(case, rule, ("function",))


def function_chain(case: Case, rule: Rule) -> Chain:
    """Return the function that is named, else the task that the work is tied to."""
    reading = case.text
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind == "function" and not reading.bits[index] & (NEGATED | HISTORICAL | REFUSED):
            return ((index, "function"),)
    for kind, role in (("activity", "function"), ("task", "task")):
        for link in reading.links:
            if reading.mentions[link.target].sense.kind == kind:
                return ((link.target, role),)
    averted = set(rule.parameters.get("averted", ()))
    for link in reading.links:
        if reading.mentions[link.link].sense.id == "to_reduce" and reading.mentions[link.target].sense.id in averted:
            return ((link.target, "task"),)
    return ()


def task_level_only(case: Case, rule: Rule) -> list[Finding]:
    """Only a task ("reaching") is named, no life function it serves."""
    chain = function_chain(case, rule)
    if not chain or chain[0][1] == "function":
        return []
    return [found(rule, case.text.text, span=case.text.span(case.text.mentions[chain[0][0]]))]


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (functional_tie, task_level_only)}
CHAINS: Mapping[str, Finder] = {"functional_tie": function_chain}
