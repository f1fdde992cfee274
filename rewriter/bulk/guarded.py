"""Cells of a CSV file that a spreadsheet opens: none is taken for a formula, and each reads back as it was."""

import re

# A spreadsheet calculates what begins like this.
_FORMULA = r"[=+\-@\t\r\n]"
# It writes such numbers and days anew: 007 as 7, sixteen digits as 1.23E+15, 3-4 and MAR1 as days of a year.
_REWRITTEN = (
    r"(?!(?:0|[1-9]\d{0,14})\Z)\d[\d.,:/eE +-]*\Z"
    r"|(?:\d{1,2}[ /-]?)?(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ /-]?\d*\Z"
)
_RISKY = re.compile(_FORMULA)
_ALTERED = re.compile(_REWRITTEN)
# A cell that only looks guarded is guarded too: so it can be undone.
_GUARDED = re.compile(rf"'+(?:{_FORMULA}|{_REWRITTEN})")


def guard(text: str) -> str:
    """Return a cell's text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _RISKY.match(text) or _GUARDED.match(text) else text


def guard_id(text: str) -> str:
    """Return an id as `guard` does, also with an apostrophe before what a spreadsheet would write otherwise.

    An id that comes back as another would put an answer with another patient's note.
    """
    return f"'{text}" if _ALTERED.match(text) else guard(text)


def unguard(cell: str) -> str:
    """Return the text of a cell that `guard` or `guard_id` may have written."""
    return cell[1:] if _GUARDED.match(cell) else cell
