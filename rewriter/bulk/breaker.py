"""When a run must end because its server does not serve it."""

from collections import deque
from dataclasses import dataclass, field

from rewriter.bulk.tally import FAILING, QUOTA
from rewriter.loop import UNREACHABLE, Reply
from rewriter.model import NO_MONEY

_MOST_IN_A_ROW = 20
_LAST = 200
_MOST_FAILED = 0.2


@dataclass
class Breaker:
    """Watches the requests of a run. Failed are those for which no reply came, whatever a reply then said."""

    _failed: deque[bool] = field(default_factory=lambda: deque(maxlen=_LAST))
    _in_a_row: int = 0

    def judge(self, reply: Reply) -> str:
        """Take note of a request; return why the run must end, "" where it may go on."""
        if any(one.outcome == NO_MONEY for one in reply.tries):
            return QUOTA
        failed = reply.outcome == UNREACHABLE
        self._in_a_row = self._in_a_row + 1 if failed else 0
        self._failed.append(failed)
        too_many = len(self._failed) == _LAST and sum(self._failed) > _MOST_FAILED * _LAST
        return FAILING if too_many or self._in_a_row >= _MOST_IN_A_ROW else ""
