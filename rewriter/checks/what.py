"""What was done: an intervention is named."""

from collections.abc import Mapping

from rewriter.checks.case import Case, Chain, Check, Finder, missing
from rewriter.findings import Finding
from rewriter.rule import Rule


def specific_intervention(case: Case, rule: Rule) -> list[Finding]:
    """Some intervention is named specifically, and was done."""
    return [] if intervention_chain(case, rule) else missing(case, rule, ("activity", "task"))


def intervention_chain(case: Case, rule: Rule) -> Chain:
    """Return the first intervention that is named."""
    return tuple((i, "intervention") for i in case.text.having("activity", "task", "surface")[:1])


CHECKS: Mapping[str, Check] = {specific_intervention.__name__: specific_intervention}
CHAINS: Mapping[str, Finder] = {"specific_intervention": intervention_chain}
