"""The small word before a side, a part or an amount of help in a telegraphic piece, and where there is none."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.surface.bridges import ends_phrase

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cues at shldr", "cues at the shoulder"),
        ("cues at shldr height", "cues at shoulder height"),
        ("TC R hip", "tactile cues to the right hip"),
        ("VC metronome", "verbal cues and metronome"),
        ("VC nose over toes", "verbal cues for nose over toes"),
        ("bridge x5 B min A", "bridge for 5 repetitions bilateral with minimal assistance"),
        ("TC quad for squats", "tactile cues to the quadriceps for squats"),
        ("TC toes up", "tactile cues for toes up"),
        ("manual cues knee bend", "manual cues knee bend"),
        ("reach to L", "reach to the left"),
        ("reach across her R knee", "reach across her right knee"),
        ("reach toward R", "reach toward the right"),
        ("R to L reach", "right to left reach"),
        ("toes on R line", "toes on right line"),
        ("in-toe R", "in-toe right"),
        ("LOB L", "loss of balance to the left"),
        ("LOB x2 L", "loss of balance 2 times to the left"),
        ("tremor R hand", "tremor of the right hand"),
        ("tremor both hands", "tremor both hands"),
        ("facilitated R glute", "facilitated the right gluteal muscles"),
        ("facilitated glute L", "facilitated gluteal muscles on the left"),
        ("3x8 R, 2x8 L", "3 sets of 8 repetitions on the right, 2 sets of 8 repetitions on the left"),
        ("mod A L", "moderate assistance on the left"),
        ("CGA amb", "contact guard assistance for ambulation"),
        ("swayed CGA", "swayed with contact guard assistance"),
        ("sat EOB", "sat at the edge of the bed"),
        ("sat on EOB", "sat on the edge of the bed"),
        ("standing @ sink", "standing at the sink"),
        ("rolling on mat", "rolling on the mat"),
        ("on floor mat", "on a floor mat"),
        ("push-in gym", "push-in gym"),
        ("STS 18 in mat", "sit to stand 18 in mat"),
        ("MAS 2 L biceps", "Modified Ashworth Scale was 2 in the left biceps"),
        ("MMT 4-/5 R quad", "manual muscle test was 4-/5 in the right quadriceps"),
        ("pain 5/10 L hip", "pain was 5/10 in the left hip"),
        ("redness L thumb", "there was redness of the left thumb"),
        ("blister R heel", "blister on the right heel"),
        ("knee block R", "knee block on the right"),
        ("TC L hip", "tactile cues to the left hip"),
    ],
)
def test_a_small_word_stands_where_english_has_one(text: str, said: str) -> None:
    assert [fact.surface for fact in find_facts(read(text, PACK), PACK)] == [said]


@pytest.mark.parametrize(
    ("text", "at", "ends"),
    [
        ("at shoulder", 2, True),
        ("at shoulder height", 2, False),
        ("shoulder, hip", 1, True),
        ("knee with cue", 1, True),
    ],
)
def test_a_part_ends_its_phrase_where_no_noun_follows(text: str, at: int, ends: bool) -> None:
    assert ends_phrase(read(text, PACK), at) is ends


@pytest.mark.parametrize(
    ("text", "on_the"),
    [
        ("texture match 5 pr 3 R", False),
        ("color sort 10 cards 8 R", False),
        ("grip 40 R, 32 L", True),
        ("step ups x10 R", True),
    ],
)
def test_a_bare_figure_before_a_side_may_count_what_was_right(text: str, on_the: bool) -> None:
    said = " ".join(fact.surface for fact in find_facts(read(text, PACK), PACK))
    assert ("on the right" in said) is on_the
