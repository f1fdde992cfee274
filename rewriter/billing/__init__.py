"""Visit rules: minutes, codes, people, claims. They are read from the source note and from what the visit says.

A finding of a rule with `refuse` means that the visit must not be certified under this code as it stands.
"""

from collections.abc import Mapping

from rewriter.billing import claims, limits, minutes, modifiers, overlap, people, substance
from rewriter.checks import Check

CHECKS: Mapping[str, Check] = {
    **minutes.CHECKS,
    **overlap.CHECKS,
    **limits.CHECKS,
    **people.CHECKS,
    **substance.CHECKS,
    **modifiers.CHECKS,
    **claims.CHECKS,
}
