"""What is told of the noun that opens a piece: where its predicate begins, and the verb that is left out before it."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.reading import Reading
from rewriter.reading.surface.predicates import (
    Lack,
    ends_predicate,
    find_course,
    find_predicate,
    find_value,
    is_many,
)

PACK = load_pack()


def filled(reading: Reading, lack: Lack | None) -> str | None:
    """Return the words of a text with the verb put in between bars."""
    low = reading.words.low
    return f"{' '.join(low[: lack.at])} |{lack.words}| {' '.join(low[lack.at :])}" if lack is not None else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("left foot drags", "left foot || drags"),
        ("knee slightly buckled", "knee slightly || buckled"),
        ("effusion decreased today", "effusion || decreased today"),
        ("ramp and knee buckled", None),
        ("foot drags cones", None),
        ("left foot", None),
    ],
)
def test_a_part_did_something_by_itself(text: str, told: str | None) -> None:
    reading = read(text, PACK)
    assert filled(reading, find_course(reading.words.low, 0, len(reading.words.low), reading.mentions)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rail issued", "rail |was| issued"),
        ("stairs not attempted", "stairs |were| not attempted"),
        ("ramp deferred due to pain", "ramp |was| deferred due to pain"),
        ("skin intact", "skin |was| intact"),
        ("intact skin", None),
        ("gait quicker", "gait |was| quicker"),
        ("tone decreased", " || tone decreased"),
        ("grip same as before", "grip |was the| same as before"),
        ("hips same", "hips |were the| same"),
        ("grip same side", None),
        ("patient cued", "patient |was| cued"),
        ("patient issued band", None),
        ("patient tight", None),
        ("wife called", "wife |was| called"),
        ("wife shown how to fold", "wife |was| shown how to fold"),
        ("wife shown pictures", None),
        ("program reviewed", "program |was| reviewed"),
        ("appears worse", None),
        ("rail lowered so reach less", None),
        ("wheelchair with rail adjusted", None),
        ("half full", None),
        ("cues not needed", None),
    ],
)
def test_what_was_done_to_the_subject_or_how_it_was(text: str, told: str | None) -> None:
    reading = read(text, PACK)
    assert filled(reading, find_predicate(reading, 0, len(reading.words.low), reading.mentions)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pain 4/10", "pain |was| 4 / 10"),
        ("headaches 4/10", "headaches |were| 4 / 10"),
        ("knee flexion 95", "knee flexion |was| 95"),
        ("knee flexion L 95, R 110", "knee flexion |was| left 95 , right 110"),
        ("TUG 14 s", "timed up and go |was| 14 s"),
        ("arm 30 s", None),
        ("tight 4/10", None),
        ("grip 20", None),
        ("BP sit 118/70", "blood pressure |was| sit 118 / 70"),
        ("ramp deferred BP 98/60", None),
        ("dizziness due to HR 120", None),
        ("pain (knee) 4/10", None),
        ("pain", None),
    ],
)
def test_a_value_follows_its_noun(text: str, told: str | None) -> None:
    reading = read(text, PACK)
    assert filled(reading, find_value(reading.words.low, 0, len(reading.words.low), reading.mentions)) == told


@pytest.mark.parametrize(
    ("text", "at", "ends"),
    [
        ("skin intact", 1, True),
        ("skin intact today", 1, True),
        ("skin intact, dry", 1, True),
        ("hip tight 3 days", 1, True),
        ("hip tight left", 1, True),
        ("skin intact areas", 1, False),
        ("wife taught which rail", 1, True),
        ("rail tried which way", 1, False),
    ],
)
def test_a_predicate_ends_where_no_noun_follows(text: str, at: int, ends: bool) -> None:
    reading = read(text, PACK)
    assert ends_predicate(reading.words.low, at, len(reading.words.low), reading.mentions) is ends


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("stairs", True),
        ("2 rest", True),
        ("1 rest", False),
        ("3 rd ramp", False),
        ("hip and knee", True),
        ("bursae", True),
        ("biceps", False),
        ("illness", False),
        ("ramp", False),
    ],
)
def test_a_subject_is_one_or_many(text: str, many: bool) -> None:
    assert is_many(text.split(), 0, len(text.split())) is many
