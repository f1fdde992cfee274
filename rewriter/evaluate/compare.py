"""Two arms compared over the same notes: score by score, with what chance alone would do.

The unit is the note. Its epochs are averaged first, then the two arms are subtracted, so that an easy note is easy for
both. Intervals are bootstrapped over notes (BCa). p is exact McNemar's for a yes/no score, told by the majority of a
note's epochs, and a permutation's for a number; Holm corrects it for the number of scores. Tags show where a difference
comes from and are not tested: there are too many of them for that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Literal

from rewriter.evaluate.changed import Changed, find_changed
from rewriter.evaluate.form import count_rules
from rewriter.evaluate.pairing import Pair, pair_up
from rewriter.evaluate.power import ALPHA, detectable, detectable_share
from rewriter.evaluate.record import Scored
from rewriter.evaluate.score import HIGHER, NEITHER, YES_NO, Score
from rewriter.evaluate.scores import SCORES
from rewriter.evaluate.statistics import CONFIDENCE, RESAMPLES, SEED, Interval, bca, holm, mcnemar_p, permutation_p

# The interval of a mean of fewer notes is no more than a guess.
LEAST_NOTES = 10
_TAG_RESAMPLES = 1_999
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Chance:
    """How the resampling is done; the same seed gives the same figures."""

    confidence: float = CONFIDENCE
    resamples: int = RESAMPLES
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Contrast:
    """One score of two arms: their means over `notes`, and the second less the first with its interval.

    `differences` are by note. `interval` is None for fewer than LEAST_NOTES notes. `only_one` and `only_other` count
    the notes of a yes/no score on which only that arm says yes by majority. `p_holm` is p corrected for the number of
    scores; both are None where nothing was tested. `detectable` is the smallest true difference that this many notes
    show in four of five repeats, None where none would or chance is not known.
    """

    score: Score
    notes: int
    one: float
    other: float
    difference: float
    interval: Interval | None
    differences: tuple[float, ...]
    only_one: int | None = None
    only_other: int | None = None
    p: float | None = None
    p_holm: float | None = None
    detectable: float | None = None

    @property
    def differing(self) -> int:
        """On how many notes the arms differ."""
        return sum(bool(value) for value in self.differences)

    @property
    def verdict(self) -> Literal["better", "worse", "different", "not shown"]:
        """What may be said of the second arm: only what p, corrected, allows."""
        if self.p_holm is None or self.p_holm >= ALPHA or not self.difference:
            return "not shown"
        if self.score.better == NEITHER:
            return "different"
        return "better" if (self.difference > 0) == (self.score.better == HIGHER) else "worse"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two arms show beside each other.

    `by_tag` holds contrasts without p, `rules` by rule code the shares of notes with a finding of it in either arm.
    `only_one` and `only_other` are ids of notes that only one arm has: they are left out of everything else.
    """

    one: str
    other: str
    notes: int
    contrasts: tuple[Contrast, ...]
    by_tag: Mapping[str, tuple[Contrast, ...]]
    rules: Mapping[str, tuple[float, float]]
    changed: tuple[Changed, ...]
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]

    def of(self, score: str) -> Contrast | None:
        """Return the contrast of a score, None where it applied to no note of both arms."""
        return next((item for item in self.contrasts if item.score.name == score), None)


def compare(
    one: Sequence[Scored],
    other: Sequence[Scored],
    *,
    names: tuple[str, str] = ("A", "B"),
    scores: Sequence[Score] = tuple(SCORES.values()),
    chance: Chance = Chance(),
) -> Comparison:
    """Return the comparison of two arms by these scores; `names` are what the arms are called."""
    paired = pair_up(one, other)
    tested = [_test(item, chance) for item in _contrasts(paired.pairs, scores, chance)]
    corrected = holm([p for _, p in tested])
    few = replace(chance, resamples=min(chance.resamples, _TAG_RESAMPLES))
    left = count_rules(run for pair in paired.pairs for run in pair.one)
    right = count_rules(run for pair in paired.pairs for run in pair.other)
    return Comparison(
        *names,
        len(paired.pairs),
        tuple(replace(item, p=p, p_holm=by_holm) for (item, p), by_holm in zip(tested, corrected, strict=True)),
        {tag: tuple(_contrasts(pairs, scores, few)) for tag, pairs in _by_tag(paired.pairs).items()},
        {code: (left.get(code, 0.0), right.get(code, 0.0)) for code in sorted({*left, *right})},
        find_changed(paired.pairs),
        paired.only_one,
        paired.only_other,
    )


def _contrasts(pairs: Sequence[Pair], scores: Sequence[Score], chance: Chance) -> Iterator[Contrast]:
    """Yield the contrasts of the scores that apply to a note in both arms."""
    for score in scores:
        means = [both for pair in pairs if (both := pair.means(score.name)) is not None]
        if means:
            yield _contrast(score, means, chance)


def _contrast(score: Score, means: Sequence[tuple[float, float]], chance: Chance) -> Contrast:
    differences = tuple(other - one for one, other in means)
    enough = len(means) >= LEAST_NOTES
    found = Contrast(
        score,
        len(means),
        fmean(one for one, _ in means),
        fmean(other for _, other in means),
        fmean(differences),
        bca(differences, confidence=chance.confidence, resamples=chance.resamples, seed=chance.seed)
        if enough
        else None,
        differences,
    )
    if score.kind != YES_NO:
        return replace(found, detectable=detectable(differences))
    only_one = sum(one > _MOST >= other for one, other in means)
    only_other = sum(other > _MOST >= one for one, other in means)
    return replace(
        found,
        only_one=only_one,
        only_other=only_other,
        detectable=detectable_share(len(means), only_one + only_other),
    )


def _test(found: Contrast, chance: Chance) -> tuple[Contrast, float]:
    """Return a contrast with its p, not yet corrected."""
    if found.only_one is not None and found.only_other is not None:
        return found, mcnemar_p(found.only_one, found.only_other)
    return found, permutation_p(found.differences, resamples=chance.resamples, seed=chance.seed)


def _by_tag(pairs: Sequence[Pair]) -> Mapping[str, list[Pair]]:
    tagged: dict[str, list[Pair]] = {}
    for pair in pairs:
        for tag in pair.tags:
            tagged.setdefault(tag, []).append(pair)
    return dict(sorted(tagged.items()))
