from rewriter.evaluate.exam import Accusation, Answer, Marks
from rewriter.evaluate.mutants import Mutant
from rewriter.evaluate.transcript import write_transcript
from tests.test_evaluate_exam import finding

FALSE = finding("FID101", 0, 6, "secret")


def answer(op: str, *codes: str, at_place: bool = False) -> Answer:
    return Answer(Mutant("r1", op, "secret", "other"), "n1", codes, at_place)


def test_each_kind_has_its_row_and_the_least_caught_comes_first() -> None:
    answers = (answer("side_flip", "FID102", at_place=True), answer("number", "FID101"), answer("number"))
    text = write_transcript(Marks(answers, (Accusation("r1", "n1", (FALSE,)), Accusation("r2", "n2", ()))))
    assert text.index("| number | 0.0% | 0.0% to 65.8% | 50.0% | 2 | 1 |") < text.index("| side_flip | 100.0% |")
    assert "| **all** | 33.3% |" in text
    assert "accused: 1 of 2, 50.0%" in text
    assert "secret" not in text


def test_an_exam_without_changes_tells_of_accusations_alone() -> None:
    text = write_transcript(Marks((), (Accusation("r1", "n1", ()),)))
    assert "accused: 0 of 1, 0.0%" in text
    assert "| change" not in text
