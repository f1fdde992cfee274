import pytest

from rewriter import Note, improve
from rewriter.errors import InputError
from rewriter.evaluate.record import run_from
from rewriter.evaluate.sample import Sample
from rewriter.evaluate.score import YES_NO, Trial
from rewriter.evaluate.scores import SCORES, find_scores, score

NOTE = "s/p CVA R hemi. wt shift R, step taps, TC @ quads, poor propriocep, gait. 25 min"


def test_every_score_says_what_it_means_and_in_what_it_counts() -> None:
    for one in SCORES.values():
        assert one.means.endswith(".")
        assert (one.kind == YES_NO) == (one.unit == "")


def test_a_run_of_the_production_path_has_all_scores_as_numbers() -> None:
    run = run_from(improve(Note(NOTE)).to_dict())
    found = score(Trial(Sample("a", NOTE, "needs_input", facts=("step taps",), questions=("DOC130",)), run, run))
    assert set(found) == set(SCORES)
    assert {type(value) for value in found.values()} == {float, type(None)}
    assert (found["status_as_expected"], found["facts_kept"], found["questions_missed"]) == (1.0, 1.0, 0.0)
    assert found["edit_distance"] == 0.0


def test_scores_are_named() -> None:
    assert [one.name for one in find_scores(["words", "cost"])] == ["words", "cost"]
    assert find_scores([]) == list(SCORES.values())
    with pytest.raises(InputError, match="no score is called 'wrods'"):
        find_scores(["wrods"])
