import re
from collections import Counter
from dataclasses import replace

import pytest

from rewriter.bulk.journal import Job
from rewriter.bulk.report import sections
from rewriter.bulk.report.examples import Example
from rewriter.bulk.report.figures import Figures
from rewriter.bulk.report.naming import Named
from rewriter.bulk.tally import BUDGET, FINISHED
from rewriter.loop import Usage
from tests.bulk import NOW
from tests.exported import HOSTILE

JOB = Job(3, b"", {}, NOW, 2, FINISHED, 0, Usage(), 0.0, 50.0)
SPENT = replace(JOB, calls=1200, usage=Usage(9000, 500, 3000), cost=2.5)
NAMES = {"DOC130": Named("No functional tie", "error"), "XYZ999": Named()}


def words(html: str) -> str:
    """Return what is read of a page, without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_the_head_says_what_most_readers_come_for() -> None:
    figures = Figures(JOB, Counter(accepted=1, needs_input=3), notes_asked=3, questions_count=7)
    told = words(sections.head(figures))
    assert told.startswith("Bulk run, job 3 What became of 4 notes Begun on November 22, 2026; 2 runs, the last one")
    assert "1 draft to review 25% of all" in told
    assert "3 notes with questions 7 questions" in told
    assert "50 s of running time 4.8 notes a minute" in told


@pytest.mark.parametrize(
    ("ended", "told"),
    [("", "still running, or killed"), (BUDGET, "stopped at its budget"), ("<other>", "&lt;other&gt;")],
)
def test_how_the_last_run_ended_is_told(ended: str, told: str) -> None:
    assert f"the last one {told}." in sections.head(Figures(replace(JOB, ended=ended), Counter(not_done=1)))


def test_what_is_left_stands_in_the_title() -> None:
    assert "<h1>4 notes, 3 not done yet</h1>" in sections.head(Figures(JOB, Counter(accepted=1, not_done=3)))


def test_each_status_there_is_has_a_row_and_a_part_of_the_picture() -> None:
    html = sections.statuses(Figures(JOB, Counter(accepted=3, fault=1, failed=0), causes=Counter(late=2)))
    assert 'aria-label="Accepted 3, Fault 1"' in html
    assert "Accepted A complete draft waits" in words(html)
    assert "Failed" not in html
    assert "2 notes: no reply came in time" in html


def test_a_source_without_rows_is_told_plainly() -> None:
    assert "no rows" in sections.statuses(Figures(JOB))


def test_rules_stand_by_how_many_notes_they_are_about_the_rare_ones_in_a_list() -> None:
    codes = {f"ABC{number}": number for number in range(101, 115)}
    figures = Figures(JOB, Counter(accepted=200), findings=Counter(codes))
    html = sections.findings(figures, dict.fromkeys(codes, Named("A rule", "warning")))
    assert html.count("<tr role='row'><th role='rowheader'") == 12
    assert html.index("ABC114") < html.index("ABC103") < html.index("In fewer notes") < html.index("ABC102")
    assert 'class="warning"' in html
    assert "57%" in html


def test_questions_are_told_by_type_and_a_rule_without_a_name_by_its_code() -> None:
    figures = Figures(JOB, Counter(needs_input=4), questions=Counter(DOC130=3, XYZ999=1), notes_asked=4)
    told = words(sections.questions(figures, NAMES))
    assert "Of the 4 notes done, 4 lack something" in told
    assert "No functional tie DOC130 3 75%" in told
    assert "XYZ999 1 25%" in told


def test_clinicians_are_letters() -> None:
    own = [Counter(accepted=20 - number, needs_input=1) for number in range(14)]
    html = sections.clinicians(Figures(JOB, by_clinician=own, unassigned=Counter(accepted=5)))
    told = words(html)
    assert "Clinician A 21 4.8%" in told
    assert "Clinician L" in told
    assert "Clinician M" not in told
    assert "2 other clinicians 17" in told
    assert "No clinician given 5 0%" in told


def test_what_a_model_took_is_told_and_where_none_was_asked_that_too() -> None:
    assert "nothing was spent" in sections.effort(Figures(JOB, Counter(accepted=4)))
    told = words(sections.effort(Figures(SPENT, Counter(accepted=4), with_model=3)))
    assert "Spent $2.50 Per thousand notes $625.00 Requests 1,200 Written with a model 3 of 4" in told
    assert "6,000 tokens in 3,000 tokens in, cached (cheaper) 500 tokens out" in told


def test_examples_are_text_and_only_there_where_given() -> None:
    assert sections.examples([]) == ""
    html = sections.examples([Example("accepted", HOSTILE, "Draft.", ("Why <b>?",))])
    assert "&lt;script&gt;" in html
    assert "<script>" not in html
    assert "<li>Why &lt;b&gt;?</li>" in html


def test_the_foot_says_whether_the_page_holds_text_of_notes() -> None:
    figures = Figures(JOB)
    assert "It holds no text of a note" in sections.foot(figures, False)
    assert "It holds no text of a note" not in sections.foot(figures, True)


def test_parts_with_nothing_to_say_are_left_out() -> None:
    figures = Figures(JOB)
    assert (sections.questions(figures, {}), sections.findings(figures, {}), sections.clinicians(figures)) == ("",) * 3
