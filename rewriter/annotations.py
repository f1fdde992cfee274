"""Findings as annotations of GitHub: one workflow command a line.

The runner reads `::error file=F,line=1,col=5,endLine=1,endColumn=9,title=T::MESSAGE` from the output of a step. Columns
are left out where a finding runs over several lines, as GitHub asks; the end column is that of the last character. What
is about the file as a whole stands at its first line.
"""

from rewriter.checked import Checked, Unchecked, place_of
from rewriter.findings import Finding

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def annotate(checked: Checked) -> list[str]:
    """Return one command for each finding."""
    return [_annotate(item, checked) for item in checked.findings]


def annotate_fault(fault: Unchecked) -> str:
    """Return the command for a line that could not be checked."""
    return _command(
        "error", {"file": fault.file, "line": fault.line, "title": _named("not checked", fault.id)}, fault.message
    )


def _annotate(finding: Finding, checked: Checked) -> str:
    at = place_of(finding, checked)
    properties: dict[str, object] = {"file": at.file, "line": at.line or 1}
    if at.end_line != at.line:
        properties["endLine"] = at.end_line
    elif at.column is not None and at.end_column is not None:
        properties |= {"col": at.column, "endLine": at.end_line, "endColumn": max(at.column, at.end_column - 1)}
    title = _named(f"{finding.code} {finding.name}", checked.id)
    return _command(_COMMANDS[finding.level], {**properties, "title": title}, finding.message)


def _named(title: str, name: str | int | None) -> str:
    return title if name is None else f"{title} ({name})"


def _command(command: str, properties: dict[str, object], message: str) -> str:
    told = ",".join(f"{key}={_escape_property(str(value))}" for key, value in properties.items())
    return f"::{command} {told}::{_escape(message)}"


def _escape(text: str) -> str:
    r"""Return a message that stays on one line.

    >>> _escape("50 %\n::error::x")
    '50 %25%0A::error::x'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    """Return a value that ends neither the property nor the command.

    >>> _escape_property("a:b,c")
    'a%3Ab%2Cc'
    """
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
