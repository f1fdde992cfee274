"""Whose deed a verb without a subject tells."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.pieces.deeds import find_other_subject, may_be_patients, tells_deed

PACK = load_pack()


@pytest.mark.parametrize(
    "text",
    [
        "tracked ball L to R",
        "identified 3/5 objects",
        "checked brakes before standing",
        "corrected posture x3 on own",
        "corrected posture x3 after VC",
        "steadied self on rail",
        "supported self on L arm",
        "stabilized trunk on ball 30 s",
        "guided R hand to mouth w/ L",
        "blocked DIP flexion x10",
        "used rail x2",
        "selected clothes, 2 errors",
        "caught ball 6/10",
    ],
)
def test_what_patients_do_too_is_nobodys(text: str) -> None:
    assert may_be_patients(read(text, PACK), 0)


@pytest.mark.parametrize(
    "text",
    [
        "facilitated wt shift",
        "cued wt shift R",
        "blocked L knee",
        "guided hips",
        "guided patient through steps",
        "corrected trunk lean w/ TC",
        "adjusted AFO strap",
        "used mirror",
        "retrained heel strike",
        "reassessed Berg 44/56",
    ],
)
def test_what_only_a_therapist_does_is_the_therapists(text: str) -> None:
    assert not may_be_patients(read(text, PACK), 0)


def test_a_noun_tells_no_deed() -> None:
    assert not tells_deed(read("squats x10", PACK), 0)
    assert not tells_deed(read("supported stand at bench", PACK), 0)


@pytest.mark.parametrize(
    ("text", "second", "number"),
    [
        ("husband learning wrap, needs cues", "needs", 0),
        ("the caregiver was trained, demonstrated it", "demonstrated", 0),
        ("patient seated, needs cues", "needs", None),
    ],
)
def test_a_piece_goes_on_of_who_opened_the_sentence(text: str, second: str, number: int | None) -> None:
    reading = read(text, PACK)
    firsts = [0, reading.words.low.index(second)]
    assert find_other_subject(reading, firsts, [False, True]) == number


def test_two_pieces_without_a_verb_share_no_subject() -> None:
    reading = read("wife observed, gait x2", PACK)
    assert find_other_subject(reading, [0, reading.words.low.index("gait")], [False, False]) is None


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("donned glove min A", "donned glove with minimal assistance"),
        ("Pt amb 150 ft w RW SBA", "patient ambulated 150 feet with a rolling walker, with standby assistance"),
        ("Pt performed STS x5 min A", "patient performed sit to stand 5 times with minimal assistance"),
        ("combed hair w L setup", "combed hair with left, with setup"),
        ("Pt donned shirt mod A, agitated", "patient donned shirt with moderate assistance, agitated"),
        ("LOB x1, PT caught", "physical therapist caught the patient"),
        ("threw ball x5, PT caught", "physical therapist caught"),
        ("Steps into home 3, no rail", "steps into home 3"),
    ],
)
def test_who_did_it_is_told_with_the_help_and_the_object(text: str, surface: str) -> None:
    assert surface in [fact.surface for fact in find_facts(read(text, PACK), PACK)]


@pytest.mark.parametrize(
    "text",
    [
        "demo'd then pt did R sock SBA",
        "demo'd L shoe, then pt did R",
        "performed first transfer, pt then did 2 w/ min A",
        "held stretch 30 s, then pt repeated",
        "Demonstrated stairs; pt then climbed 4 CGA",
    ],
)
def test_what_was_done_before_the_patient_did_it_is_nobodys(text: str) -> None:
    facts = find_facts(read(text, PACK), PACK)
    assert facts[0].kind != "response"
    assert facts[0].form not in ("patient", "therapist")


def test_the_patient_may_do_one_thing_after_another() -> None:
    assert find_facts(read("ambulated 50 ft then pt c/o dizziness", PACK), PACK)[0].form == "patient"
    assert find_facts(read("demonstrated carryover of precautions", PACK), PACK)[0].form == "patient"


@pytest.mark.parametrize(
    "text", ["blocked dip x10", "blocked FDP glides x8", "blocked PIPs 2x10", "assisted elbow flex 2x12", "used w 2 VC"]
)
def test_an_exercise_or_a_use_is_no_deed_of_the_therapist(text: str) -> None:
    assert all(fact.form != "therapist" for fact in find_facts(read(text, PACK), PACK))


@pytest.mark.parametrize("text", ["blocked R knee x3", "blocked elbow", "assisted L hip in swing", "used VC for pace"])
def test_hands_on_a_part_are_the_therapists(text: str) -> None:
    assert find_facts(read(text, PACK), PACK)[0].form == "therapist"
