"""What the visit rules say of a note, without the others: shared by their tests. What is rewritten is no matter."""

from rewriter.check import check
from rewriter.findings import Finding
from rewriter.visit import Visit

ANY = "Tall kneeling."


def billed(
    source: str, visit: Visit = Visit(minutes=20), profile: str = "narrative", payer: str = "cms"
) -> list[Finding]:
    """Return the findings of the visit rules."""
    findings = check(ANY, source=source, visit=visit, profile=profile, payer=payer).findings
    return [item for item in findings if item.code.startswith("BIL")]


def codes(source: str, visit: Visit = Visit(minutes=20), profile: str = "narrative", payer: str = "cms") -> set[str]:
    """Return the codes of the visit rules that find something."""
    return {item.code for item in billed(source, visit, profile, payer)}
