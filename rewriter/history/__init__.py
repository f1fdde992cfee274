"""What stands across the notes of a chart: text and figures carried forward, what is of today, whose note it is."""

from collections.abc import Mapping

from rewriter.checks import Check
from rewriter.history import cloned, figures, goals, identity, today

CHECKS: Mapping[str, Check] = {
    **cloned.CHECKS,
    **figures.CHECKS,
    **goals.CHECKS,
    **identity.CHECKS,
    **today.CHECKS,
}
