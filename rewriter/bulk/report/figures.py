"""The figures of a job, counted in one pass without reading a result."""

from collections import Counter
from dataclasses import dataclass, field

from rewriter.bulk.journal import Job, Journal
from rewriter.bulk.outcome import REJECTED

NOT_DONE = "not_done"


@dataclass
class Figures:
    """Counts over the rows of a job; statuses are those of a result, `fault`, `rejected` and `not_done`.

    `rejected` rows could not be notes. `findings` and `questions` are by rule code: how many notes have some;
    `findings_count` and `questions_count` are how many there are. `causes` say why there is no draft of a model.
    `by_clinician` is by size, without who they are; `unassigned` are notes of nobody known. `first_with` says by rule
    code under which fingerprint a result with it is kept.
    """

    job: Job
    statuses: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    questions: Counter[str] = field(default_factory=Counter)
    findings_count: int = 0
    questions_count: int = 0
    notes_asked: int = 0
    causes: Counter[str] = field(default_factory=Counter)
    with_model: int = 0
    by_clinician: list[Counter[str]] = field(default_factory=list)
    unassigned: Counter[str] = field(default_factory=Counter)
    first_with: dict[str, bytes] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows there were, with those that could not be notes."""
        return self.statuses.total()

    @property
    def done(self) -> int:
        """How many notes have a result."""
        return self.rows - self.statuses[NOT_DONE] - self.statuses[REJECTED]


def count_figures(journal: Journal, job: Job) -> Figures:
    """Return the figures of a job."""
    figures = Figures(job)
    clinicians: dict[str, Counter[str]] = {}
    for note in journal.notes(job, data=False):
        outcome = note.outcome
        status = outcome.status if outcome else NOT_DONE
        figures.statuses[status] += 1
        if status == REJECTED:
            continue
        own = clinicians.setdefault(note.clinician, Counter()) if note.clinician else figures.unassigned
        own[status] += 1
        if outcome is None:
            continue
        figures.findings.update(set(outcome.findings))
        figures.questions.update(set(outcome.questions))
        figures.findings_count += len(outcome.findings)
        figures.questions_count += len(outcome.questions)
        figures.notes_asked += bool(outcome.questions)
        figures.with_model += bool(outcome.asks)
        if outcome.cause:
            figures.causes[outcome.cause] += 1
        for code in (*outcome.findings, *outcome.questions):
            figures.first_with.setdefault(code, note.fp)
    # Rows that were no notes at all have no item.
    figures.statuses[REJECTED] += journal.count_rejects(job)
    figures.by_clinician = sorted(clinicians.values(), key=Counter.total, reverse=True)
    return figures
