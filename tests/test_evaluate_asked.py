from tests.evaluated import measure, question, written


def test_questions_are_held_against_those_that_are_due() -> None:
    run = written(questions=(question("DOC130"), question("DOC130"), question("DOC140"), question("BIL307")))
    due = {"questions": ("DOC130", "DOC150"), "may_ask": ("DOC140",)}
    assert measure("questions_missed", run, **due) == 1
    assert measure("questions_needless", run, **due) == 1


def test_a_sample_that_says_nothing_of_questions_is_not_scored_for_them() -> None:
    run = written(questions=(question("DOC130"),))
    assert measure("questions_missed", run) is measure("questions_needless", run) is None
    assert measure("questions_needless", run, questions=()) == 1
