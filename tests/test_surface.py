"""Surfaces: the note's own words, shorthand spelled out, nothing added that claims something."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def surface(text: str) -> str:
    facts = find_facts(read(text, PACK), PACK)
    assert len(facts) == 1
    return facts[0].surface


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("TC quads", "tactile cues to the quadriceps"),
        ("mod A > min A", "moderate assistance, then minimal assistance"),
        ("HR 84 > 108", "heart rate was 84, then 108"),
        ("VC don't hike shldr", "verbal cues: don't hike shoulder"),
        ("VC no SCM", "verbal cues: no sternocleidomastoid"),
        ("VC no longer needed", "verbal cues no longer needed"),
        ("TC at elbow to \u2193 trunk lean", "tactile cues at the elbow to decrease trunk lean"),
        ("min A R", "minimal assistance on the right"),
        ("TC @ R hip", "tactile cues at the right hip"),
        ("VC posture", "verbal cues for posture"),
        ("VC to slow down", "verbal cues to slow down"),
        ("wt shift R w/ TC @ pelvis", "weight shift right with tactile cues at the pelvis"),
        ("gait 50 ft", "gait for 50 feet"),
        ("4in step taps", "4-inch step taps"),
        ("4in risers", "4-inch risers"),
        ("40 ft gravel drive", "40 feet on gravel drive"),
        ("hx L TKA", "had a history of left total knee arthroplasty"),
        ("2# cuff squats", "2-pound cuff squats"),
        ("squats x1", "squats for 1 repetition"),
        ("LOB x3", "loss of balance 3 times"),
        ("LOB post x3", "posterior loss of balance 3 times"),
        ("LOB ant/post x2", "loss of balance anterior and posterior 2 times"),
        ("pain 3/10 after", "pain was 3/10 afterward"),
        ("pain 3/10 after, 2 before", "pain was 3/10 after, 2 before"),
        ("STS from 18 in mat x10", "sit to stand from an 18-inch mat for 10 repetitions"),
        ("lunges 5# x10", "lunges with 5 pounds for 10 repetitions"),
        ("spilled water x1", "spilled water once"),
        ("oriented x3", "was oriented x3"),
        ("L knee blocked", "blocked the left knee"),
        ("bil knees blocked", "blocked bilateral knees"),
        ("LOB x1", "loss of balance once"),
        ("min A x3", "minimal assistance x3"),
        ("lifted by CNA x2", "lifted by CNA x2"),
        ("CABG x4", "coronary artery bypass graft x4"),
        ("vHIT .54 L", "video head impulse test .54 on the left"),
        ("Dix-Hallpike R + w/ vertigo", "Dix-Hallpike right + with vertigo"),
        ("knee extension -5 deg", "knee extension -5 degrees"),
        ("deltoid 2-", "deltoid 2-"),
        ("quads 3-, ", "quadriceps 3-"),
        ("R>L ataxia", "right greater than left ataxia"),
        ("ataxia LUE>RUE", "ataxia of the left upper extremity greater than right upper extremity"),
        ("rings R->L 10/12", "rings right to left 10/12"),
        ("sway ++", "sway ++"),
        ("Trendelenburg + L after 6 reps", "Trendelenburg + left after 6 repetitions"),
        ("reach 10x 2 drops", "reach 10 times 2 drops"),
        ("step taps 3x 10", "step taps for 3 sets of 10 repetitions"),
        ("poor eccentric control -> plops", "poor eccentric control -> plops"),
        ("LOBx3", "loss of balance 3 times"),
        ("dual task count by 3s", "dual task count by 3s"),
        ("vision poor 2\u00b0 cataract", "vision poor 2\u00b0 cataract"),
        ("therapist hands at pelvis", "the therapist's hands at the pelvis"),
        ("stretched hamstrings 3x30", "stretched hamstrings 3 x 30"),
        ("STS x1 in 1 min", "sit to stand x1 in 1 minute"),
        ("vc 'nose over toes'", "verbal cues 'nose over toes'"),
        ("floor -> stand w/ chair", "floor to stand with a chair"),
        ("3 LOB", "there were 3 losses of balance"),
        ("min A x2 LOB", "minimal assistance x2 loss of balance"),
        ("time out 0925", "time out 0925"),
        ("reaching L UE to cups", "reaching left upper extremity to cups"),
        ("inhib UT w/ manual block", "inhibited the upper trapezius with manual block"),
        ("mod VC for pacing", "moderate verbal cues for pacing"),
        ("approx. 20 ft", "approximately 20 feet"),
        ("incr indep w/ grooming", "increase independence with grooming"),
        ("sup>sit", "supine to sit"),
        ("pain 6/10 -> 4/10", "pain was 6/10, then 4/10"),
        ("LOB R", "loss of balance to the right"),
        ("hips & knees", "hips and knees"),
        ("Poor balance", "poor balance"),
        ("Romberg 10 s", "Romberg 10 seconds"),
        ("romberg 10 s", "Romberg 10 seconds"),
        ("seen by K Vale", "seen by K Vale"),
        ("20ish min", "approximately 20 minutes"),
        ("did MS thing", "did MS thing"),
    ],
)
def test_said(text: str, said: str) -> None:
    assert surface(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("POD 2 L THA", "left total hip arthroplasty, postoperative day 2"),
        ("R TKA POD 9", "right total knee arthroplasty, postoperative day 9"),
        ("R RCR wk 8", "right rotator cuff repair, week 8"),
        ("GBS day 12", "Guillain-Barre syndrome, day 12"),
        ("POD 3", "postoperative day 3"),
    ],
)
def test_how_long_ago_it_was_stands_behind_a_diagnosis(text: str, said: str) -> None:
    assert said in surface(text)


@pytest.mark.parametrize("text", ["balance > 10 s", "12 > 9"])
def test_a_comparison_that_could_mean_two_things_stays_as_written(text: str) -> None:
    assert ">" in surface(text)


WORDS = st.sampled_from(
    "TC VC hip knee L R at on x3 20s min A poor balance squats gait 50 ft no zzyqx neglect w/ stairs PT".split()
)
# What a surface may add: articles, prepositions, the unit words of a dose, the verb and subject that shorthand omits.
ADDED = frozenset(
    "the a to for with at on and then of sets in side times time repetitions repetition seconds second minutes minute "
    "feet foot was were there patient had".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=7))
def test_no_word_is_added_that_claims_something(parts: list[str]) -> None:
    text = " ".join(parts)
    reading = read(text, PACK)
    known = (
        {reading.words.shown(at).lower() for at in range(len(reading.words.low))} | set(text.lower().split()) | ADDED
    )
    for fact in find_facts(reading, PACK):
        said = {word.strip(",.;:").lower() for word in fact.surface.replace("-", " ").split()}
        assert {word for word in said if word.isalpha()} <= known


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("L toe drag and in-toe", "left toe drag and in-toe"),
        ("no self cue yet", "no self cue yet"),
        ("JOINT MOBS GR II-III DISTRACTION", "joint mobilizations grade II-III distraction"),
    ],
)
def test_nothing_is_put_into_joined_words_articles_and_grades(text: str, said: str) -> None:
    assert surface(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pain free grip 32# to 41# post", "32 pounds to 41 pounds post"),
        ("grip 18# R 54#", "18 pounds right 54 pounds"),
        ("floor lift 10# ongoing", "10 pounds ongoing"),
        ("carry 20# crate 50 ft", "20-pound crate"),
        ("read 2.0M print", "2.0M print"),
        ("SCI, 71M, IRF", "71M"),
    ],
)
def test_an_amount_before_no_thing_keeps_its_unit_and_its_capital(text: str, said: str) -> None:
    assert any(said in fact.surface for fact in find_facts(read(text, PACK), PACK))
