"""A "w" stuck to a figure."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def shown(text: str) -> str:
    return " ".join(read(text, PACK).words.low)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("R MC fx 6w s/p pinning", "6 weeks status post"),
        ("ACLR L 14/52", "14 weeks"),
        ("r/v 1/52 w OT", "1 week"),
        ("3w p THA", "3 weeks"),
        ("RTC repair 1w ago", "1 week ago"),
        ("HEP x 6w", "6 weeks"),
        ("8w NWB", "8 weeks non weight bearing"),
        ("STS x5w RW", "5 with rolling walker"),
        ("lamp 60w bulb", "60 w bulb"),
        ("born 34w2", "34 w 2"),
    ],
)
def test_it_counts_weeks_where_its_neighbours_tell(text: str, said: str) -> None:
    assert said in shown(text)
