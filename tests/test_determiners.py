"""The article before what is used, stood on or sat at."""

import pytest

from tests.noted import surfaces as told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("amb 80 ft w/ SPC", "ambulation for 80 feet with a single point cane"),
        ("STS from 18 in chair x5", "sit to stand from an 18-inch chair"),
        ("ball toss standing on wobble board", "standing on a wobble board"),
        ("step taps w/ R rail", "with a right rail"),
        ("sat EOB", "at the edge of the bed"),
        ("LB dressing w/ reacher and sock aid", "with a reacher and sock aid"),
    ],
)
def test_what_is_one_takes_its_article(note: str, said: str) -> None:
    assert [text for text in told(note) if said in text]


NONE = ["tandem on foam", "amb w/ 2 canes", "taps in // bars", "from w/c to mat", "SLS on Airex"]


@pytest.mark.parametrize("note", NONE)
def test_what_is_no_single_thing_takes_none(note: str) -> None:
    assert not [text for text in told(note) if " a " in text or " an " in text]
