"""What a run has done so far, in numbers. Never text, never an id."""

import time
from collections import Counter
from dataclasses import dataclass, field

from rewriter.loop import Usage

# How a run ended.
FINISHED, INTERRUPTED, BUDGET, QUOTA, FAILING = "finished", "interrupted", "budget", "quota", "failing"


@dataclass
class Tally:
    """Counts of one run. `statuses` are of notes done in this run, `causes` of those without the model's draft.

    `had` had a result before, `equal` share the result of an equal note, `rejected` rows could not be notes. `total`
    is how many rows the source has, 0 where that is not known. `cost` is dollars.
    """

    total: int = 0
    read: int = 0
    had: int = 0
    equal: int = 0
    rejected: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)
    questions: int = 0
    calls: int = 0
    usage: Usage = Usage()
    cost: float = 0.0
    began: float = field(default_factory=time.monotonic)

    @property
    def done(self) -> int:
        """How many notes got a result in this run."""
        return self.statuses.total()

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self.began

    @property
    def per_second(self) -> float:
        """Notes done in a second."""
        return self.done / max(self.seconds, 1e-6)

    @property
    def seconds_left(self) -> float | None:
        """Seconds until all rows are done at this pace; None where it cannot be told."""
        settled = self.done + self.had + self.equal + self.rejected
        return (self.total - settled) / self.per_second if self.total >= settled and self.done else None


def tell_time(seconds: float) -> str:
    """Return seconds in words: `2 h 05 min`, `3 min 10 s`, `12 s`."""
    whole = int(seconds)
    hours, minutes = whole // 3600, whole // 60 % 60
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {whole % 60:02} s" if minutes else f"{whole} s"
