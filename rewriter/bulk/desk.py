"""Where one process works on notes: reads them, asks for what a model should say, judges what it said.

A desk holds the notes that wait for a reply; whoever drives it brings the replies. It opens no connection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rewriter.amend import finish, to_dict
from rewriter.batch import fault
from rewriter.bulk.outcome import FAULT, REJECTED, Outcome, pack_result
from rewriter.bulk.terms import Terms
from rewriter.errors import RewriterError
from rewriter.files import check_characters
from rewriter.improve import Begun, begin, conclude
from rewriter.intake import Intake, take_line
from rewriter.loop import Ask, Reply, State, advance, start
from rewriter.result import Result


class _Open(NamedTuple):
    intake: Intake
    begun: Begun
    state: State


@dataclass
class Desk:
    """The notes that one process has begun, by the caller's ticket."""

    terms: Terms
    _open: dict[int, _Open] = field(default_factory=dict)

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
            return self._hold(ticket, held._replace(state=advance(held.state, reply)))
        except Exception as error:
            return Outcome(FAULT, fault(error))

    def drop(self, ticket: int) -> None:
        """Forget a note for which no reply will come."""
        self._open.pop(ticket, None)

    def _begin(self, ticket: int, line: Mapping[str, Any], replies: Sequence[Reply]) -> Ask | Outcome:
        check_characters(line, "the row")
        terms = self.terms
        intake = take_line(line, terms.options, terms.entry, terms.now)
        begun = begin(intake.note, terms.writer, **intake.rules)
        if begun.task is None:
            return _conclude(intake, begun.plain)
        state = start(begun.task)
        for reply in replies:
            if state.ask is not None:
                state = advance(state, reply)
        return self._hold(ticket, _Open(intake, begun, state))

    def _hold(self, ticket: int, held: _Open) -> Ask | Outcome:
        if held.state.ask is not None:
            self._open[ticket] = held
            return held.state.ask
        assert self.terms.writer is not None
        return _conclude(held.intake, conclude(held.begun, self.terms.writer, held.state))


def _conclude(intake: Intake, result: Result) -> Outcome:
    record = intake.record(result)
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
