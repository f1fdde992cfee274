"""What a score is: one question asked of one run, with what its answer means and which way is better."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from rewriter.evaluate.record import Run
from rewriter.evaluate.sample import Sample

YES_NO: Final = "yes/no"
NUMBER: Final = "number"
HIGHER: Final = "higher"
LOWER: Final = "lower"
NEITHER: Final = "neither"


@dataclass(frozen=True, slots=True)
class Trial:
    """A run with what it is measured by: its sample, and the composer's run of the same note where there is one."""

    sample: Sample
    run: Run
    plain: Run | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A score: `of` is a pure function of a trial that returns None where the score does not apply.

    A yes/no score is 1 for yes and 0 for no; `unit` says in what a number counts.
    """

    name: str
    means: str
    better: Literal["higher", "lower", "neither"]
    kind: Literal["yes/no", "number"]
    of: Callable[[Trial], float | None]
    unit: str = ""
