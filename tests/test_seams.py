"""Seams: a mark or a "for" between things that stand side by side, never a word that says how they belong."""

import pytest

from tests.noted import surfaces


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9HPT R 48s L 31s", "Nine Hole Peg Test was 48 seconds on the right and 31 seconds on the left"),
        ("foam EO 30s EC 10s", "foam with eyes open 30 seconds, eyes closed 10 seconds"),
        ("grip pos 2 R 38/40/37 L 21/30/18 high", "grip pos 2 right 38/40/37, left 21/30/18 high"),
        ("PD H&Y 3", "Parkinson disease, Hoehn and Yahr 3"),
        ("cerebral palsy GMFCS IV", "cerebral palsy, GMFCS IV"),
        ("hip flexion R hip 4/5 L hip 3/5", "hip flexion was right hip 4/5, left hip 3/5"),
        ("pain 5/10 R 3/10 L", "pain was 5/10 on the right and 3/10 on the left"),
        ("L CVA R hemi", "left cerebrovascular accident, right hemiparesis"),
        ("leg press 3x12 60#", "leg press for 3 sets of 12 repetitions, 60 pounds"),
    ],
)
def test_a_comma_parts_what_stands_in_a_row(text: str, said: str) -> None:
    assert surfaces(text) == [said]


@pytest.mark.parametrize("text", ["LOB x3 R", "gait 50 ft R LE", "R TKA L knee pain", "sway R 2 cm"])
def test_no_comma_where_there_is_no_row(text: str) -> None:
    assert all("," not in said for said in surfaces(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("step taps R LE 2x8", "step taps (right lower extremity) for 2 sets of 8 repetitions"),
        ("step taps L foot", "step taps (left foot)"),
        ("max A trunk", "maximal assistance (trunk)"),
    ],
)
def test_brackets_hold_a_part_that_only_stands_behind_the_deed(text: str, said: str) -> None:
    assert surfaces(text) == [said]


@pytest.mark.parametrize(
    "text", ["WB R UE on mat", "weight shift R", "TC R hip", "step taps R hip hiking", "min A at trunk"]
)
def test_no_brackets_where_the_words_belong_together(text: str) -> None:
    assert all("(" not in said for said in surfaces(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("squats 3x10", "squats for 3 sets of 10 repetitions"),
        ("gait w/ RW 150 ft x2", "gait with a rolling walker for 150 feet, 2 times"),
        ("SLS L 12 s", "single leg stance left 12 seconds"),  # a figure of that side
        ("wall sit 10 sec hold x10", "wall sit 10-second hold 10 times"),
        ("3 min walk", "3-minute walk"),
        ("tall kneel 5 x 10 sec holds", "tall kneel 5 x 10-second holds"),
        ("gait 50 ft x2 w/ RW", "gait for 50 feet, 2 times, with a rolling walker"),
        ("stepping 30 sec x3 each", "stepping for 30 seconds, 3 times each"),
        ("squats for 3x10", "squats for 3 sets of 10 repetitions"),
        ("3x10 squats", "3 sets of 10 repetitions squats"),
        ("step ups 4in", "step ups 4 inches"),
        ("reach 8 in", "reach 8 inches"),
    ],
)
def test_sets_take_for_behind_what_was_done(text: str, said: str) -> None:
    assert surfaces(text) == [said]


def test_no_brackets_behind_what_governs_the_part() -> None:
    assert surfaces("WB thru L forearm on a wedge") == ["weight bearing through the left forearm on a wedge"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("BP 104/58 HR 92", "blood pressure was 104/58, heart rate 92"),
        ("HR 92 SpO2 95% RR 18", "heart rate was 92, oxygen saturation 95%, respiratory rate 18"),
        ("pain 4/10 RPE 13", "pain was 4/10, rating of perceived exertion 13"),
        ("C6 AIS B", "C6 ASIA Impairment Scale B"),
        ("pain 4/10 VAS", "pain was 4/10 visual analog scale"),
    ],
)
def test_a_comma_parts_one_value_from_the_next_name(text: str, said: str) -> None:
    assert surfaces(text) == [said]
