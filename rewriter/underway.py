"""A note on its way to a result where somebody else carries what is asked of a model, and brings the replies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rewriter.engine import Writer
from rewriter.improve import Begun, begin, conclude
from rewriter.intake import Intake
from rewriter.loop import Ask, Reply, State, advance, start
from rewriter.result import Result


@dataclass(frozen=True, slots=True)
class Underway:
    """A note and how far it is; without `writer` or without `state` no model is asked about it."""

    intake: Intake
    begun: Begun
    writer: Writer | None
    state: State | None

    @property
    def plain(self) -> Result:
        """The composer's result, which is there before any model is asked."""
        return self.begun.plain

    @property
    def ask(self) -> Ask | None:
        """What a model is to be asked next; None at the end of the way."""
        return self.state.ask if self.state else None

    def go_on(self, reply: Reply) -> "Underway":
        """Return the note one reply further."""
        assert self.state is not None
        return replace(self, state=advance(self.state, reply))

    def end(self) -> Result:
        """Return the result, once nothing is to be asked."""
        if self.state is None or self.writer is None:
            return self.plain
        return conclude(self.begun, self.writer, self.state)


def set_out(intake: Intake, writer: Writer | None, replies: Sequence[Reply] = ()) -> Underway:
    """Read a note and write it plainly; `replies` came for it before. Raises InputError or PackError."""
    begun = begin(intake.note, writer, **intake.rules)
    underway = Underway(intake, begun, writer, start(begun.task) if begun.task else None)
    for reply in replies:
        if underway.ask is not None:
            underway = underway.go_on(reply)
    return underway
