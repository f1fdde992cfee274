"""The preposition before what something was done with, in or from, and none where a longer noun begins."""

import pytest

from tests.noted import surfaces


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("STS FWW min A", "sit to stand with a front wheeled walker"),
        ("stand pivot hemi walker CGA", "stand pivot with a hemi walker"),
        ("static stand // bars 2 min", "in parallel bars"),
        ("STS 17 in chair x5", "sit to stand from a 17-inch chair"),
        ("STS recliner x3 mod A", "sit to stand from a recliner"),
        ("STS low bed x4", "sit to stand from a low bed"),
        ("slide bd transfer bed to w/c max A", "slide board transfer from bed to wheelchair"),
        ("squat pivot mat to w/c mod A", "squat pivot from mat to wheelchair"),
        ("stairs x4 L rail SBA", "with a left rail"),
        ("12 stairs 1 rail CGA", "with 1 rail"),
        ("amb 3 x 15 ft // bars", "for 15 feet, 3 times, in parallel bars"),
        ("STS x5 no UE", "with no upper extremity"),
        ("tandem at sink 1 UE support 20 s", "with 1 upper extremity support"),
        ("amb 80 ft no AD SBA", "with no assistive device"),
        ("gait 90 ft quad cane R hand", "in the right hand"),
    ],
)
def test_a_bare_thing_takes_its_preposition(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("STS w/c>FWW x5", "sit to stand wheelchair>front wheeled walker"),
        ("slide board transfer w/c to and from mat", "transfer wheelchair to and from mat"),
        ("tomorrow try // bars", "try parallel bars"),
        ("stairs no rail", "no rail"),
        ("stairs without rail", "without rail"),
        ("chair push ups x10", "chair push ups"),
        ("adjusted walker height", "walker height"),
    ],
)
def test_what_is_part_of_a_longer_noun_takes_none(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("SLS mirror 3x20s", "single leg stance with a mirror for 20 seconds, 3 times"),
        ("weight shift mirror 3x10", "weight shift with a mirror for 3 sets of 10 repetitions"),
        ("squat mirror x10", "squat with a mirror 10 times"),
        ("gait metronome 4x40 ft", "gait with a metronome for 40 feet, 4 times"),
        ("amb metronome 90 4x40 ft", "ambulation with a metronome at 90 for 40 feet, 4 times"),
    ],
)
def test_a_mirror_before_the_dose_is_what_it_was_done_with(note: str, said: str) -> None:
    assert surfaces(note) == [said]
