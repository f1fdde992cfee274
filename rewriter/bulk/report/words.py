"""Numbers, times and statuses as the report says them."""

from typing import NamedTuple

from rewriter.bulk.outcome import FAULT, REJECTED
from rewriter.bulk.report.figures import NOT_DONE
from rewriter.bulk.tally import BUDGET, FAILING, FINISHED, INTERRUPTED, QUOTA


class Told(NamedTuple):
    """A status in a word and in a sentence."""

    word: str
    meaning: str


# In the order in which they are shown; the key is also the colour's name in report.css.
STATUSES = {
    "accepted": Told("Accepted", "A complete draft waits for its clinician to review and sign it."),
    "needs_input": Told(
        "Needs input", "The draft is true to the note; its clinician is asked for what the note lacks."
    ),
    "refused": Told("Refused", "Not to be certified under this code as it stands; the findings say why."),
    "failed": Told("Failed", "No draft proved true to the note within the limits."),
    FAULT: Told("Fault", "An error of this program; the other notes are not touched by it."),
    REJECTED: Told("Rejected", "The row could not be read as a note; the export of rejects says why."),
    NOT_DONE: Told("Not done", "Left for the next run."),
}
CAUSES = {
    "exhausted": "no reply of the model proved true within the tries a note has",
    "refused": "the model refused to reply",
    "unreachable": "the model's server could not be reached",
    "late": "no reply came in time",
}

ENDINGS = {
    "": "still running, or killed",
    FINISHED: "finished",
    INTERRUPTED: "interrupted",
    BUDGET: "stopped at its budget",
    QUOTA: "stopped because the account's quota is used up",
    FAILING: "stopped because the model's server kept failing",
}


def share(part: int, whole: int) -> str:
    """Return a share in per cent; what is not nothing is never said as 0%, what is not all never as 100%.

    >>> share(1, 3), share(1, 30), share(1, 9000), share(8999, 9000), share(0, 5), share(5, 5)
    ('33%', '3.3%', '<0.1%', '>99.9%', '0%', '100%')
    """
    if not part or part == whole:
        return "100%" if part else "0%"
    value = 100 * part / whole
    if value < 0.1:
        return "<0.1%"
    if value > 99.9:
        return ">99.9%"
    return f"{value:.0f}%" if 9.95 <= value < 99.5 else f"{value:.1f}%"


def money(dollars: float) -> str:
    """Return dollars to the cent; less than one to what can be read.

    >>> money(0), money(0.00021), money(0.5), money(1234.5)
    ('$0', '$0.00021', '$0.50', '$1,234.50')
    """
    if 0 < dollars < 0.1:
        return f"${dollars:.2g}" if dollars >= 0.0001 else "<$0.0001"
    return f"${dollars:,.2f}" if dollars else "$0"


def letters(number: int) -> str:
    """Return the letters that stand for a clinician, by number from 0.

    >>> letters(0), letters(25), letters(26), letters(27)
    ('A', 'Z', 'AA', 'AB')
    """
    before, last = divmod(number, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "note"), counted(1200, "note")
    ('1 note', '1,200 notes')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
