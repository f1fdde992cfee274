from rewriter.evaluate.exam import Accusation, Answer, Marks
from rewriter.evaluate.mutants import Mutant
from rewriter.evaluate.report.exam import draw_exam

CAUGHT = Answer(Mutant("r1", "side", "left", "right"), "n1", ("FID101",), True)
MISSED = Answer(Mutant("r1", "dose", "10", "12"), "n1", (), False)


def test_kinds_are_told_with_intervals_and_no_text() -> None:
    page = b"".join(draw_exam(Marks((CAUGHT, MISSED), (Accusation("r1", "n1", ()),)))).decode()
    assert "2 untrue changes, 1 faithful rewrites" in page
    assert "side" in page
    assert "1 of 2" in page
    assert "left" not in page.split("<main>")[1]


def test_without_mutants_only_accusations_are_told() -> None:
    page = b"".join(draw_exam(Marks((), (Accusation("r1", "n1", ()),)))).decode()
    assert "Caught, by kind" not in page
    assert "Falsely accused" in page
