"""Signs and short words beside a figure may be told in full, and license nothing else."""

import pytest

from tests.worded import errors


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("HR up to 110", "Heart rate rose to 110."),
        ("fatigue 4/10 in, 7/10 out", "Fatigue was 4/10 on arrival and 7/10 on departure."),
        ("Sit bal fair-, static good.", "Sitting balance was fair minus and static balance was good."),
        ("tandem 6 s, 6 s last month", "Tandem was 6 seconds, the same as last month."),
        ("MMT quad 3+/5", "Quadriceps strength was 3+/5."),
        ("R lateral up 2 in", "The right lateral was raised 2 inches."),
        ("quads 4-/5", "Quad MMT: 4-/5."),
        ("grip 20 lb R 32 L", "Grip strength was 20 pounds on the right and 32 on the left."),
        ("Knee ext 4/5 B.", "Knee extension strength was graded 4/5 on both sides."),
        ("DF R 3+/5.", "The strength of right dorsiflexion was 3+/5."),
    ],
)
def test_what_stands_beside_a_figure_may_be_told_in_full(note: str, said: str) -> None:
    assert errors(note, said) == []


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("R lateral down 2 in", "The right lateral was raised 2 inches."),
        ("quads tapped, taps 3 of 5", "Quads tapped. MMT 3 of 5."),
        ("HR down to 90", "Heart rate was down to 90. The patient fell."),
        ("quad 3/5, step taps", "Step taps for poor strength. Quadriceps 3/5."),
        ("tandem 6 s, 6 s last month", "Tandem was 6 seconds, and 6 seconds last month. The program is unchanged."),
        ("Recalled 4/5 words.", "Memory strength was 4/5 words."),
    ],
)
def test_nothing_else_is_licensed(note: str, said: str) -> None:
    assert errors(note, said)
