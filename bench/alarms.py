"""Measure how often a comparison of the same with itself alarms, and how often a worse arm is caught by the gate.

Run from the project's root: `python -m bench.alarms` (about a minute). Every comparison draws two arms anew, from notes
that are easy or hard for both, with two epochs each: one yes/no score, one number near normal, one that leans. An alarm
is a p under 5 % (and, for all scores together, one under 5 % after Holm), or an interval that leaves out zero. Exact
McNemar alarms less often than it says, since few differing notes allow few values of p.
"""

import random
from collections import Counter
from collections.abc import Sequence

from rewriter.evaluate.compare import Chance, compare
from rewriter.evaluate.gate import Margin, judge_gate
from rewriter.evaluate.record import Run, Scored
from rewriter.evaluate.scores import find_scores

COMPARISONS, NOTES, EPOCHS, RESAMPLES = 1_000, 60, 2, 499
SCORES = find_scores(["status_as_expected", "words", "tokens"])
MARGINS = [Margin("status_as_expected", 0.05)]
_DRAWS = 200


def draw(rng: random.Random, ease: Sequence[float], loss: float = 0.0) -> list[Scored]:
    """Return an arm over notes of this ease (0 to 1), worse by `loss` in its yes/no score."""
    return [
        Scored(
            f"n{number}",
            epoch,
            "",
            Run("accepted"),
            {
                "status_as_expected": float(rng.random() < easy - loss),
                "words": rng.gauss(60 + 30 * easy, 10),
                "tokens": rng.expovariate(1 / (300 + 500 * easy)),
            },
        )
        for number, easy in enumerate(ease)
        for epoch in range(1, EPOCHS + 1)
    ]


def count_alarms(rng: random.Random) -> tuple[Counter[str], Counter[str]]:
    """Return the alarms of p and of the interval by score, and under "any score" those of p after Holm."""
    by_p: Counter[str] = Counter()
    by_interval: Counter[str] = Counter()
    for seed in range(COMPARISONS):
        ease = [rng.uniform(0.2, 0.8) for _ in range(NOTES)]
        found = compare(draw(rng, ease), draw(rng, ease), scores=SCORES, chance=Chance(resamples=RESAMPLES, seed=seed))
        by_p["any score"] += any(item.verdict != "not shown" for item in found.contrasts)
        for item in found.contrasts:
            by_p[item.score.name] += item.p is not None and item.p < 0.05
            interval = item.interval
            by_interval[item.score.name] += interval is not None and not interval.low <= 0 <= interval.high
    return by_p, by_interval


def count_passes(rng: random.Random, loss: float, notes: int) -> int:
    """Return how many of the arms worse by `loss` the gate lets through."""
    passes = 0
    for seed in range(_DRAWS):
        ease = [rng.uniform(0.85, 1.0) for _ in range(notes)]
        chance = Chance(resamples=RESAMPLES, seed=seed)
        found = compare(draw(rng, ease), draw(rng, ease, loss), scores=SCORES[:1], chance=chance)
        passes += judge_gate(found, MARGINS).holds
    return passes


def main() -> None:
    """Print all figures."""
    rng = random.Random(20261121)
    by_p, by_interval = count_alarms(rng)
    print(f"{COMPARISONS} comparisons of the same with itself, {NOTES} notes, {EPOCHS} epochs: alarms at 5 %")
    for name, count in by_p.items():
        interval = f"  interval {by_interval[name] / COMPARISONS:.1%}" if name in by_interval else "  after Holm"
        print(f"  {name:20} p {count / COMPARISONS:.1%}{interval}")
    print(f"The gate with a margin of 5 points lets through, of {_DRAWS} arms drawn anew")
    for notes in (120, 400):
        for loss in (0.0, 0.05, 0.1, 0.2):
            print(f"  {notes} notes, worse by {100 * loss:2.0f} points: {count_passes(rng, loss, notes) / _DRAWS:.1%}")


if __name__ == "__main__":
    main()
