"""The record: its date, its signature, the plan of care and its clocks, and what was added to it afterwards.

Dates and signatures are read from the text as it was written, since capitals and line ends tell them; clocks are
read from the visit. Without the dates a clock needs, it says nothing.
"""

from collections.abc import Mapping

from rewriter.checks import Check
from rewriter.pack import Pack
from rewriter.record import amended, claimed, plan, service, signature

# What is answered to these belongs to the chart, not into the story of the treatment.
_PAPERS: Mapping[str, Check] = {**service.CHECKS, **signature.CHECKS, **amended.CHECKS, **plan.CHECKS}
CHECKS: Mapping[str, Check] = {**_PAPERS, **claimed.CHECKS}


def is_of_treatment(code: str, pack: Pack) -> bool:
    """Tell whether an answer to the rule `code` tells of the treatment; else it is a date, a signature or the like."""
    return code not in pack.rules or pack.rules[code].check not in _PAPERS
