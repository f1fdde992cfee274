from pathlib import Path

from rewriter.bulk.outcome import FAULT, REJECTED
from rewriter.bulk.report.figures import NOT_DONE, count_figures
from rewriter.bulk.row import Reject, Row
from tests.exported import ACCEPTED, NO_GOAL, REFUSED, REJECT, fill, note


def test_every_row_is_counted_once(tmp_path: Path) -> None:
    rows: list[Row | Reject] = [
        note("a"),
        note("b", NO_GOAL),
        note("c", NO_GOAL, "c2"),
        note("d", REFUSED, ""),
        note("e", ACCEPTED, cpt="00000"),
        REJECT,
    ]
    journal, job = fill(tmp_path / "j", rows)
    journal.add_items(job, [(note("open", "x"), b"open")])
    figures = count_figures(journal, job)
    assert figures.statuses == {"accepted": 1, "needs_input": 2, "refused": 1, REJECTED: 2, NOT_DONE: 1}
    assert (figures.rows, figures.done) == (7, 4)
    assert [dict(own) for own in figures.by_clinician] == [
        {"accepted": 1, "needs_input": 1, NOT_DONE: 1},
        {"needs_input": 1},
    ]
    assert figures.unassigned == {"refused": 1}
    journal.close()


def test_rules_are_counted_by_notes_and_questions_also_one_by_one(tmp_path: Path) -> None:
    journal, job = fill(
        tmp_path / "j", [note("a", NO_GOAL), note("b", NO_GOAL + " "), note("c", ACCEPTED, signed=True)]
    )
    figures = count_figures(journal, job)
    assert figures.questions["DOC130"] == figures.findings["DOC130"] == 2
    assert figures.questions["REC403"] == 1
    assert (figures.notes_asked, figures.questions_count) == (3, 6)
    assert set(figures.first_with) == set(figures.findings) | set(figures.questions)
    journal.close()


def test_why_a_model_gave_no_draft_is_counted(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a")])
    journal.execute("UPDATE result SET status = ?, cause = 'late', asks = 2", FAULT)
    figures = count_figures(journal, job)
    assert (dict(figures.causes), figures.with_model) == ({"late": 1}, 1)
    journal.close()
