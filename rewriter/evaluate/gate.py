"""The gate: the new arm must be, score by score, no worse than the old one by more than a margin.

The burden is on the new arm: it passes where the worse end of the interval lies within the margin. To find no
significant loss is not enough, since too few notes show none. Where each of several scores must hold, no correction for
their number is due: more of them make it harder to pass, not easier.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from rewriter.errors import InputError
from rewriter.evaluate.compare import LEAST_NOTES, Comparison, Contrast
from rewriter.evaluate.power import notes_needed, unseen_share
from rewriter.evaluate.score import HIGHER, NEITHER
from rewriter.evaluate.scores import find_scores


@dataclass(frozen=True, slots=True)
class Margin:
    """How much worse a score may be, in its own unit (a share: 0.02 is two points). `asked` where a person named it."""

    score: str
    allowed: float
    asked: bool = False


# What must hold where nothing else is asked for: status and facts may waver, untruths hardly.
MARGINS = (
    Margin("status_as_expected", 0.05),
    Margin("accepted_wrongly", 0.02),
    Margin("draft_taken", 0.05),
    Margin("facts_kept", 0.02),
    Margin("trap_sprung", 0.02),
    Margin("questions_missed", 0.05),
)


@dataclass(frozen=True, slots=True)
class Passage:
    """What the gate says of one score: `loss` is how much worse the new arm is, from `least` to `most`."""

    margin: Margin
    verdict: Literal["no worse", "worse", "not shown", "not measured"]
    reason: str
    contrast: Contrast | None = None
    loss: float = 0.0
    least: float = 0.0
    most: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether the score lets the new arm through; one that nobody asked for may go unmeasured."""
        return self.verdict == "no worse" or (self.verdict == "not measured" and not self.margin.asked)


@dataclass(frozen=True, slots=True)
class Gate:
    """The gate over all its scores. `missing` counts notes that the new arm has no run of: then it cannot pass."""

    passages: tuple[Passage, ...]
    missing: int

    @property
    def holds(self) -> bool:
        """Whether the new arm may pass: every score holds, at least one was measured, and no note is missing."""
        measured = any(item.verdict != "not measured" for item in self.passages)
        return measured and not self.missing and all(item.holds for item in self.passages)


def judge_gate(comparison: Comparison, margins: Sequence[Margin] = MARGINS) -> Gate:
    """Return whether the second arm of a comparison is no worse than the first."""
    passages = tuple(_judge(margin, comparison.of(margin.score)) for margin in margins)
    return Gate(passages, len(comparison.only_one))


def margin_from(text: str) -> Margin:
    """Return the margin that `accepted=0.02` names.

    Raises InputError where it is none, the score is not known, or has no worse side.
    """
    name, _, allowed = text.partition("=")
    [score] = find_scores([name.strip()])
    if score.better == NEITHER:
        raise InputError(f"{score.name} has no worse side: it cannot be gated")
    try:
        amount = float(allowed)
    except ValueError:
        raise InputError(f"a margin is written as {score.name}=0.02") from None
    if not isfinite(amount) or amount < 0:
        raise InputError(f"the margin of {score.name} must be 0 or more")
    return Margin(score.name, amount, asked=True)


def _judge(margin: Margin, found: Contrast | None) -> Passage:
    if found is None:
        return Passage(margin, "not measured", "no note has this score in both arms")
    way = -1 if found.score.better == HIGHER else 1
    if not found.differing:
        unseen = f"no note of {found.notes} differs; up to {unseen_share(found.notes):.1%} of such notes still might"
        return Passage(margin, "no worse", unseen, found)
    if found.interval is None:
        reason = f"{found.notes} notes are too few: at least {LEAST_NOTES} are needed"
        return Passage(margin, "not shown", reason, found, way * found.difference)
    least, most = sorted((way * found.interval.low, way * found.interval.high))
    loss = way * found.difference
    if most <= margin.allowed:
        reason = "the worse end of the interval lies within the margin"
        return Passage(margin, "no worse", reason, found, loss, least, most)
    if least > 0:
        return Passage(margin, "worse", "the interval lies on the worse side", found, loss, least, most)
    return Passage(margin, "not shown", _unsure(found, margin, loss), found, loss, least, most)


def _unsure(found: Contrast, margin: Margin, loss: float) -> str:
    needed = notes_needed(found.differences, margin.allowed - max(0.0, loss))
    reason = "it may be worse by more than the margin"
    return f"{reason}; about {needed} such notes would tell" if needed and needed > found.notes else reason
