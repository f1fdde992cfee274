from pathlib import Path

from rewriter.bulk.report.figures import count_figures
from rewriter.bulk.report.naming import Named, name_rules
from tests.exported import ACCEPTED, NO_GOAL, fill, note


def test_a_rule_is_called_what_its_finding_says(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a", NO_GOAL)])
    names = name_rules(journal, count_figures(journal, job).first_with)
    assert names == {"DOC130": Named("No functional tie", "error")}
    journal.close()


def test_what_only_the_record_asks_for_is_called_what_the_pack_says(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a", ACCEPTED, signed=True)])
    names = name_rules(journal, count_figures(journal, job).first_with)
    assert names["REC403"] == Named("Amendment incomplete", "")
    journal.close()


def test_a_rule_that_nothing_tells_of_has_no_name(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", [note("a")])
    (done,) = journal.notes(job)
    assert name_rules(journal, {"XYZ999": done.fp}) == {"XYZ999": Named()}
    journal.close()
