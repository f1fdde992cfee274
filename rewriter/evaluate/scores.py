"""All scores, in the order in which they are shown."""

from collections.abc import Mapping, Sequence

from rewriter.errors import InputError
from rewriter.evaluate import asked, ended, form, prose, spent, truth
from rewriter.evaluate.score import Score, Trial

SCORES: Mapping[str, Score] = {
    score.name: score for group in (ended, truth, asked, form, prose, spent) for score in group.SCORES
}


def score(trial: Trial) -> dict[str, float | None]:
    """Return every score of a trial by name; None where one does not apply."""
    return {name: None if (value := one.of(trial)) is None else float(value) for name, one in SCORES.items()}


def find_scores(names: Sequence[str]) -> list[Score]:
    """Return the scores of these names, all where there are none. Raises InputError for a name that is no score's."""
    if unknown := [name for name in names if name not in SCORES]:
        raise InputError(f"no score is called {unknown[0][:40]!r}; there are: {', '.join(SCORES)}")
    return [SCORES[name] for name in names or SCORES]
