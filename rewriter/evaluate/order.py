"""What is to be run."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rewriter.bulk.server import Bounds
from rewriter.evaluate.arms import Arm
from rewriter.intake import Options


@dataclass(frozen=True)
class Order:
    """The arms of a run, its samples (their lines), rules, epochs and bounds.

    With `offline`, only kept replies are used. `replies` is the journal that keeps them, else the folder's own.
    """

    arms: Sequence[Arm]
    samples: bytes
    options: Options
    epochs: int
    bounds: Bounds
    offline: bool = False
    replies: Path | None = None
