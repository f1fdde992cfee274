"""The notes that two arms ended differently: their runs side by side, and the findings that came and went."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rewriter.evaluate.pairing import Pair
from rewriter.evaluate.record import Run, Scored
from rewriter.evaluate.score import LOWER, NEITHER, YES_NO
from rewriter.evaluate.scores import SCORES


@dataclass(frozen=True, slots=True)
class Changed:
    """One note whose runs differ: `one` and `other` are those of the first epoch that both have and that differs.

    `gone` and `come` are the codes of errors and warnings that only the one and only the other has, each as often as it
    has it more. `worse` and `better` name the yes/no scores that changed.
    """

    one: Scored
    other: Scored
    gone: tuple[str, ...]
    come: tuple[str, ...]
    worse: tuple[str, ...]
    better: tuple[str, ...]

    @property
    def sample(self) -> str:
        """The note's id."""
        return self.one.sample

    @property
    def same_text(self) -> bool:
        """Whether both returned the same text."""
        return self.one.run.rewrite == self.other.run.rewrite


def find_changed(pairs: Sequence[Pair]) -> tuple[Changed, ...]:
    """Return the notes whose status, findings or text differ: worse ones first, then better ones."""
    found = [changed for pair in pairs if (changed := _first(pair))]
    return tuple(sorted(found, key=_standing))


def _standing(item: Changed) -> tuple[int, int, bool, str]:
    """Order changed notes by what a reader must look at first."""
    return -len(item.worse), -len(item.better), not (item.gone or item.come), item.sample


def _first(pair: Pair) -> Changed | None:
    """Return the first epoch of a note that differs."""
    others = {record.epoch: record for record in pair.other}
    for one in pair.one:
        other = others.get(one.epoch)
        if other is not None and _outcome(one.run) != _outcome(other.run):
            return _change(one, other)
    return None


def _change(one: Scored, other: Scored) -> Changed:
    before, after = _codes(one.run), _codes(other.run)
    return Changed(
        one,
        other,
        tuple(sorted((before - after).elements())),
        tuple(sorted((after - before).elements())),
        tuple(_moved(one, other, -1)),
        tuple(_moved(one, other, 1)),
    )


def _moved(one: Scored, other: Scored, way: int) -> Iterator[str]:
    """Yield the yes/no scores that went one way: 1 for the better, -1 for the worse."""
    for name, score in SCORES.items():
        before, after = one.scores.get(name), other.scores.get(name)
        if score.kind == YES_NO and score.better != NEITHER and before is not None and after is not None:
            step = (after - before) * (-1 if score.better == LOWER else 1)
            if step * way > 0:
                yield name


def _outcome(run: Run) -> tuple[object, ...]:
    return run.status, run.rewrite, _codes(run)


def _codes(run: Run) -> Counter[str]:
    return Counter(item.code for item in run.findings if item.level != "info")
