"""What the words say: senses with their places; bare figures that are the visit's minutes."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import Reading, read

PACK = load_pack()


def kinds_at(reading: Reading, written: str) -> set[str]:
    return {m.sense.kind for m in reading.mentions if reading.written(m) == written}


@pytest.mark.parametrize(
    ("text", "written", "kind", "concept"),
    [
        ("poor posture, LOB x2", "LOB", "impairment", "loss_of_balance"),
        ("wt shift to shelf", "wt shift", "activity", "weight_shift"),
        ("gait w/ RW", "RW", "device", "rolling_walker"),
        ("CGA on ramp", "CGA", "level", "contact_guard_assistance"),
        ("TC at ribs", "TC", "cue", "tactile_cue"),
        ("old R CVA", "CVA", "diagnosis", "stroke"),
        ("at R knee", "R", "side", "right"),
        ("at R knee", "knee", "part", "knee"),
        ("wife present", "wife", "person", "spouse"),
        ("for stairs", "stairs", "function", "stairs"),
        ("HEP", "HEP", "education", "home_exercise_program"),
        ("nausea after", "nausea", "symptom", "nausea"),
    ],
)
def test_a_word_has_its_sense(text: str, written: str, kind: str, concept: str) -> None:
    reading = read(text, PACK)
    assert (kind, concept) in {(m.sense.kind, m.sense.id) for m in reading.mentions if reading.written(m) == written}


@pytest.mark.parametrize("text", ["cones ten no twelve", "10, no, 12 cones", "yellow, no, red band", "no sorry L"])
def test_what_is_taken_back_is_a_correction(text: str) -> None:
    assert any(m.sense.kind == "correction" for m in read(text, PACK).mentions)


@pytest.mark.parametrize("text", ["10 sec, no LOB", "pain 3, no 5 today", "hang on to rail", "heel strike", "no, 12"])
def test_a_denial_is_no_correction(text: str) -> None:
    assert not any(m.sense.kind == "correction" for m in read(text, PACK).mentions)


def test_one_word_may_have_several_senses() -> None:
    assert {"verb", "cue"} <= kinds_at(read("therapist cued knees", PACK), "cued")


def test_the_longest_form_takes_its_words() -> None:
    reading = read("loss of balance", PACK)
    assert {(m.sense.id, m.first, m.last) for m in reading.mentions} == {("loss_of_balance", 0, 3)}


def test_a_quantity_longer_than_a_form_wins() -> None:
    reading = read("squats 3 x 10", PACK)
    assert [m.sense.id for m in reading.mentions if m.sense.kind == "count"] == ["3x10"]


def test_mentions_come_in_order_and_point_to_the_text() -> None:
    text = "TC @ R hip, LOB x2, min A; 8 of 10"
    reading = read(text, PACK)
    starts = [reading.span(m)[0] for m in reading.mentions]
    assert starts == sorted(starts)
    assert [reading.written(m) for m in reading.mentions if m.sense.kind in ("part", "ratio")] == ["hip", "8 of 10"]


def minutes_in(text: str, minutes: float | None) -> list[str]:
    reading = read(text, PACK, minutes)
    return [m.sense.label for m in reading.mentions if m.sense.kind == "duration"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("97112 18", "18 minutes"),
        ("97112 x18", "for 18 minutes"),
        ("tall kneel. 18. foam next", "18 minutes"),
        ("tall kneel 18'", "18 minutes"),
        ("total 18.", "18 minutes"),
        ("NMR 18 TE 10", "18 minutes"),
        ("neuro re-ed 18, 1:1", "18 minutes"),
    ],
)
def test_a_figure_of_the_visits_size_standing_as_a_time_is_minutes(text: str, label: str) -> None:
    assert minutes_in(text, 18) == [label]
    assert minutes_in(text, 23) == []
    assert minutes_in(text, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "18 steps up",
        "squats x18 at sink",
        "carried 18 cups",
        "reached 18 over",
        "toe drag last 18' of 2nd trial",
        "RW 40' + 18'",
        "infant ex 18 wkr",
        "gait training 18 stairs",
        "scored 40, 18, 8 of 50",
        "hit 20, 18, 9 cones",
    ],
)
def test_a_figure_that_counts_something_is_no_time(text: str) -> None:
    assert minutes_in(text, 18) == []


def test_a_written_time_needs_no_visit() -> None:
    assert minutes_in("tall kneel 18 min", None) == ["18 minutes"]
