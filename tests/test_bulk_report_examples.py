from pathlib import Path

from rewriter.bulk.report.examples import Example, choose_examples
from tests.exported import ACCEPTED, NO_GOAL, REFUSED, REJECT, SIGNED, fill, note

ROWS = [note(f"n{number}", f"{ACCEPTED} {number} min rest") for number in range(9)]


def test_an_example_is_a_note_its_draft_and_what_is_asked(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a", NO_GOAL)])
    (example,) = choose_examples(journal, job, [REJECT, note("a", NO_GOAL)], 3)
    assert (example.status, example.before) == ("needs_input", NO_GOAL)
    assert example.after.startswith("Therapist provided")
    assert len(example.questions) == 1
    journal.close()


def test_of_a_signed_note_the_addition_is_shown(tmp_path: Path) -> None:
    rows = [note("a", **SIGNED)]
    journal, job = fill(tmp_path / "j", rows)
    (example,) = choose_examples(journal, job, rows, 1)
    assert example.after.startswith("LATE ENTRY")
    journal.close()


def test_the_draw_is_the_same_each_time_whatever_the_order(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", ROWS)
    drawn = choose_examples(journal, job, ROWS, 3)
    assert len(drawn) == 3

    def before(example: Example) -> str:
        return example.before

    assert sorted(choose_examples(journal, job, ROWS[::-1], 3), key=before) == sorted(drawn, key=before)
    journal.close()


def test_a_note_without_a_draft_is_never_shown(tmp_path: Path) -> None:
    rows = [note("a", REFUSED)]
    journal, job = fill(tmp_path / "j", rows)
    assert choose_examples(journal, job, rows, 3) == []
    journal.close()


def test_a_note_that_changed_since_is_left_out(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a")])
    assert choose_examples(journal, job, [note("a", f"{ACCEPTED} changed")], 3) == []
    journal.close()
