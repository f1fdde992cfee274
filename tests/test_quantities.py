"""Numbers with what they count: canonical value, label, comparable figures."""

import pytest

from rewriter.lexicon import Sense
from rewriter.reading.quantities import components, in_unit, name_unit, read_quantity
from rewriter.reading.words import split_words


def quantities(text: str) -> list[Sense]:
    words = split_words(text)
    found, at = [], 0
    while at < len(words.low):
        hit = read_quantity(words.low, words.gap, at)
        if hit is not None:
            found.append(hit[1])
        at = at + 1 if hit is None else hit[0]
    return found


@pytest.mark.parametrize(
    ("text", "kind", "value", "label"),
    [
        ("20 min", "duration", "1200", "20 minutes"),
        ("20min", "duration", "1200", "20 minutes"),
        ("1 min", "duration", "60", "1 minute"),
        ("two minutes", "duration", "120", "2 minutes"),
        ("30 s", "duration", "30", "30 seconds"),
        ("45 secs", "duration", "45", "45 seconds"),
        ("1 hr", "duration", "3600", "1 hour"),
        ("1.5 hours", "duration", "5400", "1.5 hours"),
        ("x 20 min", "duration", "1200", "for 20 minutes"),
        ("x7d", "duration", "604800", "for 7 days"),
        ("30 s eyes open", "duration", "30", "30 seconds"),
        ("20ish min", "duration", "~1200", "approximately 20 minutes"),
        ("~20 min", "duration", "~1200", "approximately 20 minutes"),
        ("about 20 min", "duration", "~1200", "approximately 20 minutes"),
        ("10-15 min", "duration", "10-900", "10 to 15 minutes"),
        ("10x3", "count", "10x3", "10 x 3"),
        ("10 x 3 sets", "count", "3x10", "3 sets of 10 repetitions"),
        ("5x day", "frequency", "5/day", "5 times per day"),
        ("3x10", "count", "3x10", "3 sets of 10 repetitions"),
        ("3x30 sec", "duration", "3x30", "3 x 30 seconds"),
        ("3 sets of 30 sec", "duration", "3x30", "3 sets of 30 seconds"),
        ("3 x 10", "count", "3x10", "3 sets of 10 repetitions"),
        ("3 sets of 10 reps", "count", "3x10", "3 sets of 10 repetitions"),
        ("three sets of ten", "count", "3x10", "3 sets of 10 repetitions"),
        ("3 sets x 10 reps", "count", "3x10", "3 sets of 10 repetitions"),
        ("10 reps x 3 sets", "count", "3x10", "3 sets of 10 repetitions"),
        ("10 reps x 3", "count", "3x10", "3 sets of 10 repetitions"),
        ("10-15 x 3 sets", "count", "3x10-15", "3 sets of 10 to 15 repetitions"),
        ("10 x 2-3 sets", "count", "2-3x10", "2 to 3 sets of 10 repetitions"),
        ("3 sets of 10-15", "count", "3x10-15", "3 sets of 10 to 15 repetitions"),
        ("30 sec x 3 sets", "duration", "3x30", "3 sets of 30 seconds"),
        ("3 sets", "count", "3 sets", "3 sets"),
        ("x10", "count", "10", "x10"),
        ("10x", "count", "10", "10 times"),
        ("1x", "count", "1", "1 time"),
        ("10 reps", "count", "10", "10 repetitions"),
        ("ten reps", "count", "10", "10 repetitions"),
        ("1 rep", "count", "1", "1 repetition"),
        ("5 trials", "count", "5", "5 trials"),
        ("twice", "count", "2", "twice"),
        ("6-8 reps", "count", "6-8", "6 to 8 repetitions"),
        ("6 to 8 reps", "count", "6-8", "6 to 8 repetitions"),
        ("150 ft", "distance", "150 foot", "150 feet"),
        ("1,000 ft", "distance", "1000 foot", "1000 feet"),
        ("12-15 ft", "distance", "12-15 foot", "12 to 15 feet"),
        ("4in", "distance", "4 inch", "4 inches"),
        ("1.5 lb", "load", "1.5 pound", "1.5 pounds"),
        ("2#", "load", "2 pound", "2 pounds"),
        ("90 deg", "angle", "90 degree", "90 degrees"),
        ("90\u00b0", "angle", "90 degree", "90 degrees"),
        ("20%", "percent", "20 percent", "20%"),
        ("20-30%", "percent", "20-30 percent", "20 to 30%"),
        ("96 bpm", "rate", "96 bpm", "96 bpm"),
        ("4/10", "ratio", "4/10", "4/10"),
        ("8 of 12", "ratio", "8/12", "8 of 12"),
        ("8 out of 12", "ratio", "8/12", "8 of 12"),
        ("eight of 12", "ratio", "8/12", "8 of 12"),
        ("4-/5", "ratio", "4-/5", "4-/5"),
        ("4+/5", "ratio", "4+/5", "4+/5"),
        ("2+", "number", "2+", "2+"),
        ("126/78", "pressure", "126/78", "126/78"),
        ("126/78 mmHg", "pressure", "126/78", "126/78"),
        ("3/14/25", "date", "3/14/25", "3/14/25"),
        ("on 3/14", "date", "3/14", "3/14"),
        ("97112", "code", "97112", "97112"),
        ("2x/wk", "frequency", "2/week", "2 times per week"),
        ("2 x/week", "frequency", "2/week", "2 times per week"),
        ("2 times per week", "frequency", "2/week", "2 times per week"),
        ("2 times weekly", "frequency", "2/week", "2 times per week"),
        ("3x daily", "frequency", "3/day", "3 times per day"),
        ("2 units", "units", "2", "2 units"),
        ("2nd", "ordinal", "2", "2nd"),
        ("9:30", "clock", "9:30", "9:30"),
        ("15'", "number", "15'", "15'"),
        ("12 m", "number", "12m", "12 m"),
        ("7", "number", "7", "7"),
        ("4-5", "number", "4-5", "4 to 5"),
    ],
)
def test_one_quantity(text: str, kind: str, value: str, label: str) -> None:
    assert [(sense.kind, sense.id, sense.label) for sense in quantities(text)] == [(kind, value, label)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("5 min A", ["5"]),
        ("STS x5 s min A", ["5"]),
        ("10 in the room", ["10"]),
        ("555-0142", ["555", "0142"]),
        ("4-4", ["4", "4"]),
        ("L4-5", ["4", "5"]),
        ("45 sec x4", ["45", "4"]),
        ("x4 wk 5", ["4", "5"]),
        ("4 wk 5/10 pain", ["2.4192e+06", "5/10"]),
        ("HHA x1 / 20 ft", ["1", "20 foot"]),
        ("10 in each hand", ["10"]),
        ("vHIT .54 L .92 R", ["0.54", "0.92"]),
        ("10:00-10:45", ["10:00", "10:45"]),
    ],
)
def test_what_only_looks_like_one_quantity(text: str, values: list[str]) -> None:
    assert [sense.id for sense in quantities(text)] == values


@pytest.mark.parametrize("text", ["one hand", "x", "min", "ten toes", "~", "set of stairs"])
def test_no_quantity(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize("text", ["0.8 m/s", "0.8m/s"])
def test_metres_per_second(text: str) -> None:
    assert [(sense.kind, sense.label) for sense in quantities(text)] == [("rate", "0.8 m/s")]


def test_range_of_a_frequency() -> None:
    assert [(sense.kind, sense.label) for sense in quantities("1-2 x/day")] == [("frequency", "1 to 2 times per day")]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("twenty two inches", "distance", "22 inch"),
        ("twenty-two feet", "distance", "22 foot"),
        ("one hundred fifty feet", "distance", "150 foot"),
        ("a hundred and ten feet", "distance", "110 foot"),
        ("one fifty feet", "distance", "150 foot"),
        ("two and a half minutes", "duration", "150"),
        ("2\u00bd minutes", "duration", "150"),
        ("a minute and a half", "duration", "90"),
        ("half a minute", "duration", "30"),
        ("a quarter of an hour", "duration", "900"),
        ("three quarters of an hour", "duration", "2700"),
        ("a dozen reps", "count", "12"),
        ("twenty two reaches", "number", "22"),
        ("2 1/2 lb", "load", "2.5 pound"),
        ("1/2 lb", "load", "0.5 pound"),
        ("zero point eight meters per second", "rate", "0.8"),
        ("gain point five four", "number", "0.54"),
        ("gain .54", "number", "0.54"),
        ("88 beats per minute", "rate", "88"),
        ("heart rate one eighteen", "number", "118"),
        ("one forty two over eighty eight", "pressure", "142/88"),
        ("142 over 88", "pressure", "142/88"),
        ("BP 76/48", "pressure", "76/48"),
        ("three out of ten", "ratio", "3/10"),
        ("three minus out of five", "ratio", "3-/5"),
        ("tone one plus", "number", "1+"),
        ("two plus swelling", "number", "2+"),
        ("third", "ordinal", "3"),
        ("twenty-first", "ordinal", "21"),
        ("second trial", "ordinal", "2"),
        ("thrice", "count", "3"),
        ("once a week", "frequency", "1/week"),
        ("two to three times a week", "frequency", "2-3/week"),
        ("six to eight reps", "count", "6-8"),
        ("two by fifteen", "count", "2x15"),
        ("one-pound", "load", "1 pound"),
        ("two-minute", "duration", "120"),
        ("one thirty second hold", "duration", "30"),
        ("x20s", "duration", "20"),
        ("stand 30 s moderate assistance", "duration", "30"),
        ("31 s monday", "duration", "31"),
        ("5 s last visit", "duration", "5"),
        ("+/- 2 deg", "angle", "\u00b12 degree"),
        ("<3 sec", "duration", "<3"),
        ("in <1 min", "duration", "<60"),
        ("HA >5", "number", ">5"),
        ("no more than 6 steps", "number", "\u22646"),
        ("~20ish", "number", "~20"),
        ("98.6 degrees F", "number", "98.6"),
        ("0-90 deg", "angle", "0-90 degree"),
        ("9:45am", "clock", "9:45"),
        ("2:10 p.m.", "clock", "14:10"),
        ("tx 0945", "clock", "0945"),
        ("seen 1420", "clock", "1420"),
        ("in: 1310", "clock", "1310"),
        ("11/9/12 cm", "distance", "11/9/12 centimeter"),
        ("6 / 8 / 7", "number", "6/8/7"),
        ("walked 120' with walker", "distance", "120 foot"),
        ("gait 15'", "number", "15'"),
        ("amb x 10'", "count", "10'"),
        ("2'10\"", "number", "2'10\""),
    ],
)
def test_written_and_dictated_forms(text: str, kind: str, value: str) -> None:
    assert [(sense.kind, sense.id) for sense in quantities(text)] == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "half kneel",
        "half of it",
        "one of the cues",
        "for a second",
        "at first",
        "two thirds",
        "a third of it",
        "two answers out of five",
        "assist of one plus cues",
        "two feet together",
        "one-foot stance",
        "four-point kneeling",
        "from ten down",
        "one on one",
    ],
)
def test_words_that_count_nothing(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("HR 88-117-94", ["88", "117", "94"]),
        ("dizzy 2-4-3", ["2", "4", "3"]),
        ("HR 88 > 104", ["88", "104"]),
        ("5/10 \u2192 3/10", ["5/10", "3/10"]),
        ("0.54 vs 0.92", ["0.54", "0.92"]),
        ("x3 3/4 correct", ["3", "3/4"]),
        ("at this point five reps", ["5"]),
        ("thirty thirty and twenty two seconds", ["22"]),
        ("since 2019", ["2019"]),
        ("serial 7s", ["7s"]),
        ("forty feet times four", ["40 foot", "4"]),
        ("thirty seconds by three", ["30", "3"]),
        ("1 min on/1 off", ["60", "1"]),
    ],
)
def test_several_values_stay_apart(text: str, values: list[str]) -> None:
    assert [sense.id for sense in quantities(text)] == values


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3x10", "3 sets of 10 reps"),
        ("120 s", "2 min"),
        ("x 2 min", "120 seconds"),
        ("14 days", "2 weeks"),
        ("6-8 reps", "6 to 8 reps"),
        ("10-15 min", "600-900 s"),
        ("8/12", "8 out of 12"),
        ("x4", "4 times"),
        ("3 x 30 sec", "three 30-second holds"),
        ("3 x 30 sec", "three thirty second holds"),
        ("2x20 ft", "two 20-foot walks"),
        ("0945", "9:45 am"),
        ("seen 1410", "2:10 pm"),
        ("3rd", "third"),
        ("~4/10", "4/10"),
        ("<1 min", "less than 1 minute"),
        ("0.8 m/s", "zero point eight meters per second"),
        ("2x/wk", "twice a week"),
        ("150 ft", "a hundred and fifty feet"),
    ],
)
def test_figures_that_are_equal(one: str, other: str) -> None:
    first, second = quantities(one), quantities(other)
    assert [components(sense) for sense in first] == [components(sense) for sense in second]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("3x10", [("count", "3"), ("count", "10")]),
        ("5x20 s", [("count", "5"), ("duration", "20")]),
        ("10-15 min", [("duration", "600"), ("duration", "900")]),
        ("6-8 reps", [("count", "6"), ("count", "8")]),
        ("~20 min", [("duration", "1200")]),
        ("4-/5", [("ratio", "4-/5")]),
        ("126/78", [("pressure", "126/78")]),
        ("2x/wk", [("frequency", "2/week")]),
        ("3/14/25", [("date", "3/14/25")]),
        ("9:30", [("clock", "9:30")]),
        ("3 sets", [("count", "3")]),
        ("third", [("ordinal", "3")]),
        ("3 x 2 min", [("count", "3"), ("duration", "120")]),
        ("2-3x10", [("count", "2"), ("count", "3"), ("count", "10")]),
        (
            "11/9 / 12 cm",
            [("distance in centimeter", "11"), ("distance in centimeter", "9"), ("distance in centimeter", "12")],
        ),
    ],
)
def test_comparable_figures(text: str, figures: list[tuple[str, str]]) -> None:
    assert [components(sense) for sense in quantities(text)] == [figures]


@pytest.mark.parametrize(
    ("one", "other"), [("150 ft", "150 yards"), ("2 lb", "2 kg"), ("4 in", "4 cm"), ("96 bpm", "96 Hz")]
)
def test_the_same_number_of_another_unit_is_another_figure(one: str, other: str) -> None:
    assert components(quantities(one)[0]) != components(quantities(other)[0])


@pytest.mark.parametrize(
    ("unit", "value", "named"),
    [
        ("foot", "1", "foot"),
        ("foot", "2", "feet"),
        ("inch", "3", "inches"),
        ("percent", "1", "%"),
        ("Hz", "2", "Hz"),
        ("minute", "0.5", "minutes"),
    ],
)
def test_units_agree_with_their_number(unit: str, value: str, named: str) -> None:
    assert name_unit(unit, value) == named


@pytest.mark.parametrize(
    ("text", "figures"),
    [("3 x 2 min", ["3", "2"]), ("three 30-second holds", ["3", "30"]), ("<1 min", ["1"]), ("72 yo", ["72"])],
)
def test_figures_in_the_unit_they_were_written_in(text: str, figures: list[str]) -> None:
    (sense,) = quantities(text)
    assert [in_unit(sense, value) for _, value in components(sense)] == figures


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("two visits a week", "frequency", "2/week"),
        ("2 sessions every week", "frequency", "2/week"),
        ("5 d/wk", "frequency", "5/week"),
        ("1.8 miles an hour", "rate", "1.8"),
        ("96 times a minute", "rate", "96"),
        ("0.8 meters a second", "rate", "0.8"),
        ("one cycle per second", "rate", "1"),
        ("a quarter-hour", "duration", "900"),
        ("an hour and a quarter", "duration", "4500"),
        ("9 d ago", "duration", "777600"),
    ],
)
def test_rates_and_times_in_other_words(text: str, kind: str, value: str) -> None:
    first = quantities(text)[0]
    assert (first.kind, first.id) == (kind, value)


@pytest.mark.parametrize("text", ["two visits every other week", "10 steps / min A", "96 times", "1.8 miles"])
def test_no_rate_is_made_of_other_words(text: str) -> None:
    assert not {"frequency", "rate"} & {sense.kind for sense in quantities(text)}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("muscle strength was 3 minus before", ["3-"]),
        ("dorsiflexion 3- at evaluation", ["3-"]),
        ("interosseous flicker 2-, next none", ["2-"]),
        ("grip strength 4-", ["4-"]),
        ("opposition 1-; pinch 3-.", ["1-", "3-"]),
        ("rows x5- rest", ["5"]),
        ("R delt MMT 2-", ["2-"]),
        ("hams strength 4-", ["4-"]),
        ("flex/abd 120/95", ["120/95"]),
        ("dropped 3 - then stopped", ["3"]),
    ],
)
def test_grades_and_slashed_ranges(text: str, values: list[str]) -> None:
    assert [sense.id for sense in quantities(text)] == values


def test_a_guess_stays_one_and_a_doubtful_date_is_no_amount() -> None:
    assert [found.label for found in quantities("maybe 20 ft")] == ["maybe 20 feet"]
    assert [found.label for found in quantities("casting maybe 12/3")] == ["12/3"]
