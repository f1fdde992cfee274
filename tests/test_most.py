"""Which side is the worse, told of one side alone."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("R>L suboccip tightness.", "The suboccipital area is tighter on the right than on the left."),
        ("B knee OA L>R", "Osteoarthritis of both knees, the left being worse."),
        ("B knee OA L>R", "Bilateral knee osteoarthritis, worse on the left."),
        ("B knee OA L>R.", "Osteoarthritis of both knees, the left one worse."),
        ("B knee OA L>R.", "Both knees are arthritic; the left is the worse of the two."),
        ("B knee OA L>R.", "Both knees have osteoarthritis, more so the left."),
        ("B knee OA L>R.", "Both knees have osteoarthritis, chiefly the left."),
        ("B knee OA L>R.", "Both knees have osteoarthritis, predominantly on the left."),
        ("omissions L>R", "More were omitted on the left than on the right."),
    ],
)
def test_the_worse_side_alone_is_no_error(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("R>L suboccip tightness.", "The suboccipital area is tighter on the left than on the right."),
        ("R>L suboccip tightness.", "There is suboccipital tightness on both sides, right and left."),
        ("B knee OA L>R", "Bilateral knee osteoarthritis, worse on the right."),
        ("B knee OA L>R.", "Osteoarthritis of both knees, the right one worse."),
        ("B knee OA L>R.", "Osteoarthritis of both knees, the right being the worse one."),
        ("B knee OA L>R.", "Osteoarthritis of both knees, the left being the better one."),
        ("B knee OA L>R.", "Both knees have osteoarthritis, more so the right."),
        ("omissions L>R", "More were omitted on the right than on the left."),
        ("omissions L>R", "Fewer were omitted on the left than on the right."),
    ],
)
def test_the_other_side_as_the_worse_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
