"""How often and how much at once each client may ask. Who asks is known; how many clients there are is bounded."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rewriter.button.problems import TOO_MANY, Problem, wait_for
from rewriter.button.settings import Limits

_MOST_CLIENTS = 10_000
_IN_WORK_WAIT = 1.0


@dataclass
class _Meter:
    """A bucket that fills by time and empties by requests, and how many are in work."""

    room: float
    at: float
    in_work: int = 0


@dataclass
class Pace:
    """The meters of all clients. `clock` is seconds."""

    clock: Callable[[], float]
    _meters: OrderedDict[str, _Meter] = field(default_factory=OrderedDict)

    def take(self, client: str, limits: Limits) -> None:
        """Count a request. Raises Problem (429) where the client has asked too often."""
        meter, now = self._find(client, limits), self.clock()
        a_second = limits.per_minute / 60
        meter.room = min(limits.burst, meter.room + (now - meter.at) * a_second)
        meter.at = now
        if meter.room < 1:
            raise Problem(TOO_MANY, headers=wait_for((1 - meter.room) / a_second))
        meter.room -= 1

    @contextmanager
    def work(self, client: str, limits: Limits) -> Iterator[None]:
        """Count a request as in work. Raises Problem (429) where the client has too many."""
        meter = self._find(client, limits)
        if meter.in_work >= limits.at_once:
            raise Problem(TOO_MANY, "Too many requests of this client are in work.", headers=wait_for(_IN_WORK_WAIT))
        meter.in_work += 1
        try:
            yield
        finally:
            meter.in_work -= 1

    def _find(self, client: str, limits: Limits) -> _Meter:
        meter = self._meters.get(client)
        if meter is None:
            if len(self._meters) >= _MOST_CLIENTS:
                self._meters.pop(next((name for name, one in self._meters.items() if not one.in_work), ""), None)
            meter = self._meters[client] = _Meter(limits.burst, self.clock())
        self._meters.move_to_end(client)
        return meter
