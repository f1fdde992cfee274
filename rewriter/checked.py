"""What was checked, for programs that show findings at their places in files: which text, which file, line and column.

A place is in the file that was named. The texts of a batch stand inside JSON, where an offset into a text is no column:
there a place is the whole line of the batch.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rewriter.findings import REWRITE, Finding
from rewriter.rule import Rule

STDIN = "stdin"


class Checked(NamedTuple):
    """One text that was checked: its findings, the rules it was checked by, and where it came from.

    `files` and `texts` are by side (rewrite, source, visit). A text of a batch has the `id` and number (`line`, from 1)
    of its line, and its `files` are all the batch.
    """

    verdict: str
    findings: Sequence[Finding]
    rules: Mapping[str, Rule]
    files: Mapping[str, str]
    texts: Mapping[str, str]
    id: str | int | None = None
    line: int | None = None


class Unchecked(NamedTuple):
    """A line of a batch that could not be checked, and why."""

    file: str
    line: int
    id: str | int | None
    message: str


class Place(NamedTuple):
    """A region of a file: offsets in code points, lines and columns from 1, the end column one past the last.

    Where only a line is known (in a batch), `start` and `end` are None and so are the columns.
    """

    file: str
    start: int | None
    end: int | None
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None


def place_of(finding: Finding, checked: Checked) -> Place:
    """Return where a finding is shown: at its words, else at what it is anchored to, else at its file as a whole."""
    if finding.start is not None and finding.end is not None:
        return place(checked, finding.side, finding.start, finding.end)
    return place(checked, finding.side, finding.anchor_start, finding.anchor_end)


def place(checked: Checked, side: str, start: int | None, end: int | None) -> Place:
    """Return the place of a span of one side's text.

    It is the whole file where the span is not known or does not lie in the text, and the rewrite's file where the side
    has none.
    """
    known = side if side in checked.files else REWRITE
    file = checked.files[known]
    if checked.line is not None:
        return Place(file, None, None, checked.line, None, checked.line, None)
    text = checked.texts.get(side, "")
    if start is None or end is None or not start <= end <= len(text) or not text:
        return Place(file, None, None, None, None, None, None)
    return Place(file, start, end, *_line_column(text, start), *_line_column(text, end))


def _line_column(text: str, at: int) -> tuple[int, int]:
    r"""Return the line and column of an offset; a line ends with \n or \r\n.

    >>> _line_column("one\r\ntwo", 5)
    (2, 1)
    """
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
