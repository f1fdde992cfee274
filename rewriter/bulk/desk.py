"""Where one process works on notes: reads them, asks for what a model should say, judges what it said.

A desk holds the notes that wait for a reply; whoever drives it brings the replies. It opens no connection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rewriter.amend import finish, to_dict
from rewriter.batch import fault
from rewriter.bulk.outcome import FAULT, REJECTED, Outcome, pack_result
from rewriter.bulk.terms import Terms
from rewriter.errors import RewriterError
from rewriter.files import check_characters
from rewriter.intake import take_line
from rewriter.loop import Ask, Reply
from rewriter.underway import Underway, set_out


@dataclass
class Desk:
    """The notes that one process has begun, by the caller's ticket."""

    terms: Terms
    _open: dict[int, Underway] = field(default_factory=dict)

    def write(self, line: Mapping[str, Any]) -> Outcome:
        """Return what becomes of a note where no model is asked."""
        outcome = self.begin(0, line)
        assert isinstance(outcome, Outcome)
        return outcome

    def begin(self, ticket: int, line: Mapping[str, Any], replies: Sequence[Reply] = ()) -> Ask | Outcome:
        """Take a note up; `replies` came for it in an earlier run. Return what to ask, or what became of it."""
        try:
            return self._begin(ticket, line, replies)
        except RewriterError as error:
            return Outcome(REJECTED, str(error))
        except Exception as error:  # one note's fault must not cost the others their results
            return Outcome(FAULT, fault(error))

    def go_on(self, ticket: int, reply: Reply) -> Ask | Outcome:
        """Take up a note's next reply. Return what to ask next, or what became of the note."""
        held = self._open.pop(ticket)
        try:
            return self._hold(ticket, held.go_on(reply))
        except Exception as error:
            return Outcome(FAULT, fault(error))

    def drop(self, ticket: int) -> None:
        """Forget a note for which no reply will come."""
        self._open.pop(ticket, None)

    def _begin(self, ticket: int, line: Mapping[str, Any], replies: Sequence[Reply]) -> Ask | Outcome:
        check_characters(line, "the row")
        terms = self.terms
        intake = take_line(line, terms.options, terms.entry, terms.now)
        return self._hold(ticket, set_out(intake, terms.writer, replies))

    def _hold(self, ticket: int, note: Underway) -> Ask | Outcome:
        if note.ask is None:
            return _conclude(note)
        self._open[ticket] = note
        return note.ask


def _conclude(note: Underway) -> Outcome:
    result = note.end()
    record = note.intake.record(result)
    finished = finish(result, record)
    state = result.state
    return Outcome(
        str(finished.status),
        state.outcome if state and finished.status == "failed" else "",
        tuple(item.code for item in finished.verdict.findings),
        tuple(item.code for item in finished.verdict.questions),
        len(state.steps) if state else 0,
        pack_result(to_dict(result, record)),
    )
