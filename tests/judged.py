"""What one rule says of a text, without the others: shared by the tests of the checks."""

from rewriter.checks import Case
from rewriter.findings import Finding
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.validate import _CHECKS
from rewriter.visit import Visit

PACK = load_pack()


def found(
    code: str, text: str, source: str | None = None, visit: Visit = Visit(), profile: str = "narrative"
) -> list[Finding]:
    """Return the findings of the rule `code`; none where the profile leaves the rule out."""
    rule = PACK.rules[code]
    case = Case(read(text, PACK), None if source is None else read(source, PACK), visit, PACK, profile)
    return _CHECKS[rule.check](case, rule) if rule.is_in(profile) else []
