"""The gate as a JUnit file, which build servers show beside the tests. It holds names and figures, never note text."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from rewriter.evaluate.compare import Comparison
from rewriter.evaluate.gate import Gate, Passage
from rewriter.evaluate.table import write_amount, write_difference, write_interval, write_unit

_SUITE = "rewriter eval"


def write_junit(comparison: Comparison, gate: Gate) -> str:
    """Return the gate as JUnit XML: a test case a score, failed where it does not hold, skipped where unmeasured."""
    cases = [_case(item) for item in gate.passages]
    if gate.missing:
        missing = Element("testcase", classname=_SUITE, name="every note was run")
        SubElement(missing, "failure", message=f"{gate.missing} notes have no run in {comparison.other}")
        cases.append(missing)
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
        "errors": "0",
    }
    suites = Element("testsuites", counts)
    suite = SubElement(suites, "testsuite", {"name": f"{comparison.other} against {comparison.one}", **counts})
    suite.extend(cases)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _case(item: Passage) -> Element:
    case = Element("testcase", classname=_SUITE, name=item.margin.score)
    if item.verdict == "not measured" and item.holds:
        SubElement(case, "skipped", message=item.reason)
    elif not item.holds:
        SubElement(case, "failure", message=f"{item.verdict}: {item.reason}").text = _figures(item)
    elif item.contrast is not None:
        SubElement(case, "system-out").text = _figures(item)
    return case


def _figures(item: Passage) -> str:
    found = item.contrast
    if found is None:
        return item.reason
    score = found.score
    return (
        f"{found.notes} notes, difference {write_difference(score, found.difference)} {write_unit(score)}, 95 % "
        f"{write_interval(score, found.interval)}, margin {write_amount(score, item.margin.allowed)}; {item.reason}"
    )
