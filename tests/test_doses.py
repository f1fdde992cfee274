"""What a figure counts, by the words right behind it: sets, ranges, measures, speeds, and what is none of them."""

import pytest

from rewriter.lexicon import Sense
from rewriter.reading.quantities.doses import after_number
from rewriter.reading.words import split_words


def doses(text: str) -> list[Sense]:
    words = split_words(text)
    found, at = [], 0
    while at < len(words.low):
        if words.low[at][0].isdecimal():
            at, sense = after_number(words.low, words.gap, at)
            found.append(sense)
        else:
            at += 1
    return found


@pytest.mark.parametrize(
    ("text", "kind", "value", "label"),
    [
        ("2x8", "count", "2x8", "2 sets of 8 repetitions"),
        ("2x40", "count", "2x40", "2 x 40"),  # forty seconds, perhaps
        ("8x2", "count", "8x2", "8 x 2"),
        ("14x14 cushion", "number", "14x14", "14x14"),
        ("4x25'", "number", "4x25'", "4 x 25'"),
        ("4 x 45 s", "duration", "4x45", "4 x 45 seconds"),
        ("6 x 3 sets", "count", "3x6", "3 sets of 6 repetitions"),
        ("4 sets of 8 to 12 s", "duration", "4x8-12", "4 sets of 8 to 12 seconds"),
        ("4 sets x 9 reps", "count", "4x9", "4 sets of 9 repetitions"),
        ("6 sets", "count", "6 sets", "6 sets"),
        ("90 s x 2 sets", "duration", "2x90", "2 sets of 90 seconds"),
        ("14 reps x 2", "count", "2x14", "2 sets of 14 repetitions"),
        ("5-8 lb", "load", "5-8 pound", "5 to 8 pounds"),
        ("7ish reps", "count", "~7", "approximately 7 repetitions"),
    ],
)
def test_sets_and_ranges(text: str, kind: str, value: str, label: str) -> None:
    assert [(sense.kind, sense.id, sense.label) for sense in doses(text)] == [(kind, value, label)]


@pytest.mark.parametrize(
    ("text", "kind", "value", "label"),
    [
        ("2 1/2 lb", "load", "2.5 pound", "2.5 pounds"),
        ("3/4 mile", "distance", "0.75 mile", "0.75 miles"),
        ("1,200 ft", "distance", "1200 foot", "1200 feet"),
        ("from 16 in mat", "distance", "16 inch", "16 inches"),
        ("1 in cubes", "distance", "1 inch", "1 inch"),
        ("2\u00b0 flexion", "angle", "2 degree", "2 degrees"),
        ("100\u00b0 F", "number", "100", "100 degrees F"),
        ("20-second hold", "duration", "20", "20-second"),
        ("2 d post", "duration", "172800", "2 days"),
        ("3 miles per hour", "rate", "3", "3 mph"),
        ("40 steps per minute", "rate", "40", "40 steps per minute"),
        ("pads 3/day", "frequency", "3/day", "3/day"),
        ("3 visits a week", "frequency", "3/week", "3 visits per week"),
        ("BP 84/50", "pressure", "84/50", "84/50"),
        ("flex/abd 120/80", "ratio", "120/80", "120/80"),
        ("4+ grip", "number", "4+", "4+"),
        ("3+/5", "ratio", "3+/5", "3+/5"),
        ("97530", "code", "97530", "97530"),
    ],
)
def test_measures(text: str, kind: str, value: str, label: str) -> None:
    assert [(sense.kind, sense.id, sense.label) for sense in doses(text)] == [(kind, value, label)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("8-5 lb", ["8", "5 pound"]),
        ("5 - 8", ["5", "8"]),
        ("3-6-9", ["3", "6", "9"]),
        ("2 by 4 inches", ["2", "4 inch"]),
        ("toe 2 x 4", ["2", "4"]),
        ("mug 10x 2 spills", ["10", "2"]),
        ("hurdle / 2 / 8 / cues", ["2", "8"]),
        ("graft x4 wk 5", ["4", "5"]),
        ("4 min A", ["4"]),
        ("1-2 Mod, 3-5 Min", ["1-2", "3-5"]),
        ("1-3 Mod A, 4-6 Min", ["1-3", "4-6"]),
        ("x3 mod A, 5 min", ["3", "300"]),
        ("2 d", ["2"]),
        ("16 in mat", ["16"]),
        ("L5-S1", ["5", "1"]),
        ("40 steps / min", ["40"]),
        ("25 m", ["25m"]),
        ("2\u00b0 weakness", ["2"]),
        ("360s", ["360s"]),
        ("serial 3s", ["3s"]),
        ("counting backward by 7s", ["7s"]),
        ("5 trial 3", ["5", "3"]),
        ("time 0915", ["0915"]),
    ],
)
def test_what_only_looks_like_a_measure_is_a_bare_figure(text: str, values: list[str]) -> None:
    assert [sense.id for sense in doses(text)] == values


@pytest.mark.parametrize(
    ("text", "kind"),
    [("6 second set", "number"), ("10 second holds", "duration"), ("30 second side plank", "duration")],
)
def test_the_second_set_is_no_time(text: str, kind: str) -> None:
    assert [found.kind for found in doses(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("pain 6 in, 5 out", ["6", "5"]),
        ("step 6 in, 4 in bench", ["6 inches", "4 inches"]),
        ("put 4 in the box", ["4"]),
    ],
)
def test_in_behind_a_rating_is_no_inch(text: str, labels: list[str]) -> None:
    assert [found.label for found in doses(text)] == labels


def test_the_five_of_the_test_is_not_its_time() -> None:
    assert [found.kind for found in doses("sit to stand 5x 22 s")] == ["count", "duration"]
    assert [found.label for found in doses("plank 5x 22 s")] == ["5 x 22 seconds"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("10 reps x 3 sec hold", ["10 repetitions", "3 seconds"]),
        ("5 reps x 2 trials", ["5 repetitions", "2 trials"]),
        ("30 sec x 3", ["30 seconds", "3"]),
    ],
)
def test_what_is_no_number_of_sets_stays_beside_the_repetitions(text: str, labels: list[str]) -> None:
    assert [found.label for found in doses(text)] == labels


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("4x stand magnifier", "number"),
        ("10x monocular", "number"),
        ("2.5x hand held magnifier", "number"),
        ("20x video magnifier", "number"),
        ("reach 4x with magnifier", "count"),
        ("4 x magnifier use", "count"),
        ("VC 4x then magnifier", "count"),
    ],
)
def test_a_figure_before_a_lens_is_its_power(text: str, kind: str) -> None:
    assert [found.kind for found in doses(text)] == [kind]


@pytest.mark.parametrize("text", ["60 by 2 weeks", "<60 by 3 days", "4/5 by 6 months"])
def test_until_when_is_no_number_of_times(text: str) -> None:
    assert not any("x" in sense.id for sense in doses(text))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("flex 2x10 to 120", ["2 sets of 10 repetitions", "120"]),
        ("SLR 2x10-15", ["2 sets of 10 to 15 repetitions"]),
        ("STS 3x8 to 10", ["3 sets of 8 to 10 repetitions"]),
    ],
)
def test_a_range_of_repetitions_is_narrow(text: str, labels: list[str]) -> None:
    assert [found.label for found in doses(text)] == labels


@pytest.mark.parametrize("text", ["RR 30s", "HR 110s", "sats low 90s"])
def test_tens_of_a_rate_are_no_seconds(text: str) -> None:
    assert [found.kind for found in doses(text)] == ["number"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("down to 1 by 90 sec", ["number", "duration"]),
        ("3 by 30 sec", ["duration"]),
        ("120 ft x3 S", ["distance", "number"]),
        ("hold x30 s", ["duration"]),
        ("x3 wk 7 / EF", ["number", "number"]),
        ("x3 wk 7 / 10", ["duration", "ratio"]),
    ],
)
def test_what_is_no_dose(text: str, kinds: list[str]) -> None:
    assert [sense.kind for sense in doses(text)] == kinds


@pytest.mark.parametrize(
    ("text", "ids"),
    [("plank 3x1:30", ["3x90"]), ("2 x 0:45", ["2x45"]), ("seen 2x 9:00 am", ["2", "9:00"])],
)
def test_minutes_and_seconds_so_often_are_a_duration_and_no_hour(text: str, ids: list[str]) -> None:
    assert [sense.id for sense in doses(text)] == ids
