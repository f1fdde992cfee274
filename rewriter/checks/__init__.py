"""The check kinds for form: pure functions from a case and a rule to findings.

A rule in a pack names its check and gives its parameters; a check reads the words only through the reading, so the same
functions serve every pack. What is negated, planned, historical, possible or done by another person never counts.
"""

from collections.abc import Mapping

from rewriter.checks import adjust, assistance, dose, education, function, goal, how, need, response, side, what, why
from rewriter.checks.case import Case, Chain, Check, Finder, evidence, whole
from rewriter.rule import Rule

__all__ = ["CHECKS", "Case", "Check", "evidence", "passing", "whole"]

_MODULES = (adjust, assistance, dose, education, function, goal, how, need, response, side, what, why)
CHECKS: Mapping[str, Check] = {name: check for module in _MODULES for name, check in module.CHECKS.items()}
_CHAINS: Mapping[str, Finder] = {
    name: finder for module in (function, how, need, response, what, why) for name, finder in module.CHAINS.items()
}


def passing(case: Case, rule: Rule) -> Chain:
    """Return the evidence chain of a rule that passed: mentions with their roles, as an auditor would follow it."""
    finder = _CHAINS.get(rule.check)
    return finder(case, rule) if finder else ()
