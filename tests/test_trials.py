"""The figures of several trials stay in one piece, and the help behind them is told of all or of none."""

import pytest

from tests.noted import pieces


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("stand 45, 60, 30 sec mod A", "stand 45, 60, 30 sec mod A"),
        ("SLS R 4, 6, 9 sec", "SLS R 4, 6, 9 sec"),
        ("walked 10, 15 and 20 ft max A", "walked 10, 15 and 20 ft max A"),
        ("reach 5, 6, 8 in w/ CGA", "reach 5, 6, 8 in w/ CGA"),
        ("STS 5, 6, 4 reps min A", "STS 5, 6, 4 reps min A"),
        ("Amb 120, 150 ft w/ RW SBA", "Amb 120, 150 ft w/ RW SBA"),
        ("sway on foam EC 22 s 1st, 30 s 2nd", "sway on foam EC 22 s 1st, 30 s 2nd"),
        ("static stand 1st 20 s, 2nd try 35 s CGA", "static stand 1st 20 s, 2nd try 35 s CGA"),
        ("stand RW 30 s, 15 s mod A x2", "stand RW 30 s, 15 s mod A x2"),
        ("stairs 4, 8, 12 CGA", "stairs 4, 8, 12 CGA"),
        ("gait 30 ft, 45 ft, 60 ft mod A", "gait 30 ft, 45 ft, 60 ft"),
        ("tall kneel 1 min, 2 min, 40 sec w/ TC glutes", "tall kneel 1 min, 2 min, 40 sec w/ TC glutes"),
        ("standing 30s, 40s w/ UE support", "standing 30s, 40s w/ UE support"),
        ("gait FWW 35ft x2, 20ft x1 min A", "gait FWW 35ft x2, 20ft x1"),
        ("knee AAROM 85, 92, 95 deg", "knee AAROM 85, 92, 95 deg"),
    ],
)
def test_a_row_of_figures_stays_with_what_it_is_of(text: str, piece: str) -> None:
    assert pieces(text)[0] == piece


@pytest.mark.parametrize(
    "text",
    [
        "stood 2 min, 30 sec rest",  # a rest is no trial
        "HR 92, 98, gait 60 ft",
        "home visit 45 min, 14 mo",
        "marching 20, heel raises 15",
        "bridges 12, 5 lb curls",
        "STS x5, 30 sec step taps",
    ],
)
def test_figures_of_two_things_are_no_row(text: str) -> None:
    assert len(pieces(text)) > 1
