"""Two arms paired by note: epochs averaged within a note first, since repeats of one note are not so many notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from rewriter.evaluate.record import Scored


@dataclass(frozen=True, slots=True)
class Pair:
    """One note in both arms: its runs by epoch, `one` and `other` in the order of their epochs."""

    sample: str
    tags: tuple[str, ...]
    one: tuple[Scored, ...]
    other: tuple[Scored, ...]

    def means(self, score: str) -> tuple[float, float] | None:
        """Return a score of both arms, each averaged over its epochs; None where it applies to one of them at most."""
        one, other = _mean(self.one, score), _mean(self.other, score)
        return None if one is None or other is None else (one, other)


@dataclass(frozen=True, slots=True)
class Paired:
    """The notes that both arms have, and the ids of those that only one has."""

    pairs: tuple[Pair, ...]
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]


def pair_up(one: Sequence[Scored], other: Sequence[Scored]) -> Paired:
    """Return two arms paired by sample, in the order of the first."""
    left, right = _by_sample(one), _by_sample(other)
    pairs = [
        Pair(sample, runs[0].tags, tuple(runs), tuple(right[sample]))
        for sample, runs in left.items()
        if sample in right
    ]
    return Paired(
        tuple(pairs),
        tuple(sample for sample in left if sample not in right),
        tuple(sample for sample in right if sample not in left),
    )


def _by_sample(records: Sequence[Scored]) -> Mapping[str, list[Scored]]:
    found: dict[str, list[Scored]] = {}
    for record in records:
        found.setdefault(record.sample, []).append(record)
    return {sample: sorted(runs, key=lambda run: run.epoch) for sample, runs in found.items()}


def _mean(runs: Sequence[Scored], score: str) -> float | None:
    told = [value for run in runs if (value := run.scores.get(score)) is not None]
    return fmean(told) if told else None
