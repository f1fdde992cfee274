"""Times of the clock: of a code, of the visit, or of something else."""

import pytest

from rewriter.billing.clock import find_spans, is_of_visit, owners_of
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "is_visit"),
    [
        ("In 9:00, out 9:45. TC", True),
        ("Start time 0900, end time 0925. TC", True),
        ("Treatment from 1108 to 1146. TC", True),
        ("Seen 9am-9:20am. TC", True),
        ("Foam w/ TC 20 min, 10:05 to 10:25.", True),
        ("Nap 1:00-1:30 before therapy. TC", False),
        ("Hot pack 0900-0915. TC", False),
        ("BP 9:00 120/80, 9:15 118/70. TC", False),
        ("Off the unit 10:00-10:20 for x-ray. TC", False),
    ],
)
def test_times_of_a_rest_or_a_reading_are_not_the_visits(text: str, is_visit: bool) -> None:
    reading = read(text, PACK)
    assert [is_of_visit(reading, span) for span in find_spans(reading)] == [is_visit]


def test_times_that_go_on_belong_to_the_code_before() -> None:
    reading = read("97112 25 min: 0900-0915 and 0930-0940", PACK)
    assert list(owners_of(reading, find_spans(reading)).values()) == ["97112", "97112"]
