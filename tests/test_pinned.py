"""Letters that a figure beside them pins down: levels of the spine, and points."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def words(text: str) -> str:
    return " ".join(read(text, PACK).words.low)


@pytest.mark.parametrize(
    "text",
    [
        "L4 radiculopathy",
        "spina bifida L four",
        "level L three, forearm crutches",
        "disc herniation L four five",
        "s/p fusion L 4-5",
        "incomplete c six tetraplegia",
    ],
)
def test_a_level_of_the_spine_is_no_side_and_no_with(text: str) -> None:
    assert {"left", "with"}.isdisjoint(words(text).split())


@pytest.mark.parametrize(
    "text",
    ["side step L four times", "wt shift L five reps", "L 4/5 hip abd", "spina bifida, steps L four times ten ft"],
)
def test_a_side_that_is_counted_stays_a_side(text: str) -> None:
    assert "left" in words(text).split()


@pytest.mark.parametrize(
    "text",
    [
        "4pt -> tall kneel",
        "4-pt rocking",
        "3pt gait",
        "prone -> 4 pt x6",
        "5pt improvement",
        "Lag. 4pt rock 6 s",
        "3 pt then 2 pt in // bars",
        "4 pt to 3 pt w/ crutches",
    ],
)
def test_points_are_no_patient(text: str) -> None:
    assert "patient" not in words(text).split()


@pytest.mark.parametrize("text", ["STS x4 pt tol well", "pt stood x5", "min A x2 pt"])
def test_behind_a_count_it_is_the_patient(text: str) -> None:
    assert "patient" in words(text).split()


@pytest.mark.parametrize(
    "text",
    ["trach collar 5 L.", "4 L NC (home 2 L)", "HFNC 15 L -> 10 L", "O2 at 3 L throughout", "resp VC 1.8 L"],
)
def test_litres_are_no_side(text: str) -> None:
    assert "left" not in words(text).split()


@pytest.mark.parametrize(
    "text", ["turned 3 L w/ O2 in place", "NC on, step ups 6 L, 8 R", "collar, reach x5 L", "VC 3 L"]
)
def test_a_side_beside_oxygen_stays_a_side(text: str) -> None:
    assert "left" in words(text).split()


def test_a_count_of_verbal_cues_is_no_capacity() -> None:
    assert words("journal cue 2 VC.") == "journal cue 2 verbal cues ."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("decr core stab", "decreased core stability"),
        ("poor scap stab", "poor scapular stability"),
        ("impaired gaze stab", "impaired gaze stability"),
        ("poor trunk + hip stab", "poor trunk + hip stability"),
        ("core stab 3x10", "core stabilization 3 x 10"),
        ("poor form w/ scap stab", "poor form with scapular stabilization"),
    ],
)
def test_what_is_too_little_is_stability(text: str, said: str) -> None:
    assert words(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "4 pt rhythmic stab 20 s",
        "3 pt pinch 3 min",
        "2 pt crutch gait 50 ft",
        "4 pt alt arm lifts x10",
        "in 4 pt, reaching",
        "4-pt WB 2 min",
        "gait 4 pt w loftstrands 30 ft",
    ],
)
def test_a_posture_a_pinch_or_a_gait_has_points(text: str) -> None:
    assert "point" in words(text)
    assert "patient" not in words(text)


@pytest.mark.parametrize("text", ["STS x4 pt tolerated well", "squats x10, 3 pt fatigued", "pain 6 to 4 pt says so"])
def test_behind_a_count_stands_the_patient(text: str) -> None:
    assert "patient" in words(text)


@pytest.mark.parametrize(
    "text",
    ["low chair 2x mod, cushion 3x min", "STS 5x min w rail", "trials: 3 min 2 mod", "x5: 1-2 Mod, 3-5 Min | SPT"],
)
def test_help_that_was_needed_so_often_counts_no_minutes(text: str) -> None:
    assert "minutes" not in words(text)
    assert "minutes" in words("balance 3 x 5 min")


@pytest.mark.parametrize("text", ["sit to stand x5. TC 40%", "TC 40%, gait 50 ft w/ walker"])
def test_a_share_with_no_aim_tells_of_no_cue(text: str) -> None:
    assert "tactile" not in words(text)


@pytest.mark.parametrize("text", ["TC 40% glute med", "TC 30% of time L knee", "VC 20%, TC 40%", "gait w/ TC 50%"])
def test_a_cue_has_an_aim_or_other_cues_beside_it(text: str) -> None:
    assert "tactile" in words(text)


@pytest.mark.parametrize("text", ["reading 14 pt at arm length", "large print 18 pt", "menu 12 pt font"])
def test_print_has_points(text: str) -> None:
    assert "point" in words(text)
