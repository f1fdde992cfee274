"""Visit rules of substance: what is too thin or too unclear to be rewritten."""

import pytest

from rewriter.billing.substance import shows_deficit
from rewriter.pack import load_pack
from rewriter.reading import read
from tests.billed import codes

SKILLED = "tall kneel, TC at ribs, poor balance, for stairs. "


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("squats. tall kneel", True),
        ("squats, cues", True),
        ("squats, VC for depth", False),
        ("squats, cued", True),
        ("squats, cued to slow", False),
        ("squats, reminded of line each lap", False),
        ("squats, knee gave, SPTA blocked", False),
        ("squats, tone 1+ elbow flexors", False),
        ("squats, caught toe x2", False),
        ("squats, ataxia", False),
        ("squats, no ataxia", True),
        ("squats, poor balance", False),
        ("squats, balance", True),
        ("squats. blocked knee", False),
        ("squats, mirror", False),
        ("squats, max cues", True),
        ("squats, cues because slow", False),
        ("squats, cues due", True),
        ("squats, facilitated glute", False),
        ("squats, aide facilitated glute", True),
        ("squats, PT guided hip", False),
        ("squats, wife guided hip", True),
        ("squats, PT did not guide hip", True),
        ("squats, PT held elbow", False),
        ("squats, held elbow", True),
        ("squats, PT held rail", True),
        ("squats, mod A at pelvis fading to min", False),
        ("tall kneel 4 min, min A to R hip", False),
        ("step ups x10, max A under L elbow", False),
        ("squats, SBA at hips", True),
        ("squats, mod A at sink", False),
        ("squats, goal mod A", True),
        ("squats. UB dressing min A", True),
        ("tandem eyes shut, stagger R x3", False),
        ("walking in hall, veered L", False),
        ("squats, did not sway", True),
        ("squats, cue knee valgus", False),
        ("side lying ER 3x10, cue shoulder hiking", False),
        ("squats, cue knee", True),
    ],
)
def test_a_note_too_thin_to_rewrite_is_refused(text: str, refused: bool) -> None:
    assert ("BIL314" in codes(text)) is refused


OBSERVED = (
    "Beam 3 laps, stepped off 4. Ball wall catch 6/10 at 2 m. Ran after it, giggled. Bear walk 5 m x4, R shoulder low. "
    "Tired of writing. Cried at the swing."
)
PADDED = (
    "Patient participated in balance activities. Patient tolerated treatment well. Patient continues to benefit. "
    "Patient is motivated. Patient making good progress. Continue per plan of care. Patient in good spirits."
)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (OBSERVED, False),
        (OBSERVED.partition("Ran")[0], True),
        (PADDED, True),
        ("LAQ 3x15, bridges 3x10, heel raises 2x10, bike 8 min, clams 2x15, SLR 2x10, squats 2x8, step ups x10", True),
    ],
)
def test_a_note_that_observes_much_is_asked_and_not_refused(text: str, refused: bool) -> None:
    assert ("BIL314" in codes(text)) is refused


def test_a_note_of_riddles_is_refused() -> None:
    assert "BIL315" in codes("PT. MS. CP. TA")
    assert "BIL315" not in codes(SKILLED + "seen with PT")
    assert "BIL315" not in codes(SKILLED + "PT. MS")


def test_a_few_riddles_in_a_long_note_refuse_nothing() -> None:
    riddles = "PT. MS. CP. "
    assert "BIL315" in codes(SKILLED + riddles)
    assert "BIL315" not in codes(SKILLED * 4 + riddles)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ataxia L arm", True),
        ("no ataxia", False),
        ("hx of ataxia", False),
        ("knee pain", False),
        ("poor coordination", True),
        ("coordination 3/5", True),
        ("coordination drills", False),
        ("coordination of hands with pegs for ten minutes in the hall was poor", False),  # poor what, so far off
        ("coordination. 3/5 hip", False),
        ("tone 1+ elbow", True),
        ("tone 0 elbow", False),
    ],
)
def test_a_deficit_is_told_of_today(text: str, shown: bool) -> None:
    pack = load_pack()
    assert shows_deficit(read(text, pack), pack.code["addresses"]) is shown


def test_a_deficit_of_other_groups_shows_nothing_for_these() -> None:
    assert not shows_deficit(read("ataxia L arm", load_pack()), {"posture"})
