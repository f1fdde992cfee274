import pytest

from rewriter.case import open_case
from rewriter.errors import PackError
from rewriter.improve import improve
from rewriter.note import Answer, Note
from rewriter.validate import PASS
from rewriter.visit import Visit

TEXT = "Wt shift to R, TC @ R hip, poor propriocep R LE."


def test_a_case_holds_the_facts_of_note_and_visit() -> None:
    facts = open_case(Note(TEXT, visit=Visit(minutes=20))).gather()
    assert {fact.origin for fact in facts} == {"note", "visit"}


def test_a_case_judges_a_rewrite_by_its_note() -> None:
    case = open_case(Note(TEXT))
    assert "FID102" in {item.code for item in case.judge("Weight shift to left.").findings}


def test_an_answer_closes_its_question() -> None:
    note = Note(TEXT, visit=Visit(minutes=20), answers=(Answer("DOC130", "safe stairs at home"),))
    text = (
        "Therapist provided neuromuscular re-education for 20 minutes to address poor proprioception of the right "
        "lower extremity. Therapist facilitated weight shift to right using tactile cues at the right hip. Treatment "
        "targets safe stairs at home."
    )
    assert open_case(note).judge(text).verdict == PASS
    assert open_case(Note(TEXT, visit=Visit(minutes=20))).judge(text).verdict != PASS


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(PackError):
        open_case(Note(TEXT, cpt="00000"))


LIMBS = "Step ups to blue box w UE swing, TC on VMO. did 3 sets. stairs at apartment are the issue. 16 min"


def sides(*answers: Answer) -> tuple[list[str], str]:
    result = improve(Note(LIMBS, answers=answers))
    return [item.key for item in result.verdict.questions if item.code == "DOC103"], result.rewrite or ""


def test_the_side_of_one_limb_is_not_told_of_another() -> None:
    (one, two), _ = sides()
    left = Answer("DOC103", "left", place=one.partition("@")[2])
    right = Answer("DOC103", "right", place=two.partition("@")[2])
    asked, text = sides(left)
    assert asked == [two]
    assert "left upper extremity" in text
    asked, text = sides(left, right)
    assert asked == []
    assert "right vastus medialis oblique" in text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("STS x5 min A, oops CGA. Pain 0", "Sit to stand 5 times minimal assistance, oops contact guard assistance."),
        ("STS x5, VC. Correction: x6. Pain 0", "Sit to stand 5 times, verbal cues."),
        ("heel raise x10 - nope x15, VC slow. STS x5", "Heel raise 10 times - nope 15 times, verbal cues slow."),
        ("TUG 14 s, no, 15 s. STS x5 CGA", "Timed Up and Go 14 seconds, no, 15 seconds."),
        ("reach x10, min A. cancel that. STS x5", "Reach 10 times, minimal assistance."),
    ],
)
def test_what_the_writer_takes_back_stands_as_written(text: str, kept: str) -> None:
    rewrite = improve(Note(text, "97530")).rewrite
    assert rewrite is not None
    assert kept in rewrite
