"""What was taught stays one list, and what was done or found behind it is none of it."""

import pytest

from tests.noted import pieces


@pytest.mark.parametrize(
    "text",
    [
        "Edu on sitting to groom, cool water, fan on",
        "Ed wife on transfers, gait belt, car seat height",
        "instructed in log roll, splinting cough, no lifting",
        "taught son brake locks, leg rests, w/c cushion",
        "Edu on rest breaks, hydration, sit to dress",
        "Edu given on cooling vest, am exercise, nap",
        "ed pt re: skin checks, raised seat, mirror use",
        "Edu wife on L side set up, bed position, arm on pillow",
        "Ed heart pillow, no push/pull, log roll",
        "Pt ed ice 15 min, elevate, no pillow under knee",
        "Edu daily wts, call MD if +3 lb, low salt",
        "educated on hip precautions, no crossing legs, elevated seat",
    ],
)
def test_topics_stay_together(text: str) -> None:
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("educated on log roll, min A sit to stand", "min A sit to stand"),
        ("edu on pacing, gait 50 ft", "gait 50 ft"),
        ("edu on brakes, good return demo", "good return demo"),
        ("instructed wife on PROM, splint wear, tolerated well", "tolerated well"),
        ("edu on fall risk, walked 60 ft RW", "walked 60 ft RW"),
        ("edu on energy saving, HR 98", "HR 98"),
        ("HEP given, bridges", "bridges"),
    ],
)
def test_what_was_done_or_found_is_no_topic(text: str, behind: str) -> None:
    assert pieces(text)[-1] == behind
