"""Heads: what one detail belongs to, and where no head is sure."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.typed import find_typed


def bindings(text: str) -> set[str]:
    items = find_typed(read(text, load_pack()))
    return {f"{item.label} @ {items[item.head].label}" for item in items if item.head is not None and item.sure}


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("SLS R 8 s, L 14 s", "8 seconds @ right"),
        ("SLS R 8 s, L 14 s", "14 seconds @ left"),
        ("Anterior reach 58 cm L, 66 cm R", "58 centimeters @ left"),
        ("SLS L: 4 6 5", "6 @ left"),
        ("eight on the right of heel slides", "8 @ right"),
        ("left knee buckled x2", "x2 @ buckles"),
        ("TC @ R glute during STS x10", "tactile cue @ sit to stand"),
        ("contact guard on the foam and just standby for the tandem", "standby assistance @ tandem"),
        ("obstacle course x2 at min A with 1 LOB", "minimal assistance @ obstacle course"),
        ("leans to the elbow R x5, L x5, mod A to come back", "moderate assistance @ leans"),
        ("Stood at walker x3: 40, 35, 15 sec; min A, min A", "minimal assistance @ Stood"),
        ("TUG 36 FWW, 41 last week", "36 @ Timed Up and Go"),
        ("SpO2 91 on room air, up to 94 w/ PLB", "94 @ Oxygen saturation"),
        ("12 cones in reaching", "12 @ cone"),
        ("Falls: 0", "0 @ Falls"),
        ("Berg 29 (eval 21)", "21 @ Berg Balance Scale"),
    ],
)
def test_a_detail_belongs_to(text: str, bound: str) -> None:
    assert bound in bindings(text)


@pytest.mark.parametrize(
    ("text", "not_bound"),
    [
        ("sup 136/78 HR 70", "136/78 @ Heart rate"),
        ("nmr 22 mins, parkinsons", "22 minutes @ parkinson disease"),
        ("pain zero, effort he says six of ten", "6 of 10 @ pain"),
        ("squats and lunges 3x10 each", "3 sets of 10 repetitions @ lunge step"),
        ("LOB x2, tandem stance, sit 3 min, HR 118, sat 3 min, 96", "96 @ sat"),
        ("Pain: denies | Adverse: 0", "0 @ pain"),
        ("quadruped, no LOB, x5", "x5 @ loss of balance"),
        ("needs ladders total on this was sixteen minutes", "16 minutes @ ladder"),
    ],
)
def test_a_detail_is_not_surely_bound_to(text: str, not_bound: str) -> None:
    assert not_bound not in bindings(text)
