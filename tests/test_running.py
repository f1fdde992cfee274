"""Run-ons of clipped items with clauses between: each clause stands whole, with what it may govern."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.pieces.running import find_stretches
from tests.noted import pieces as told

PACK = load_pack("97530")


def kept_whole(text: str) -> list[str]:
    reading = read(text, PACK)
    first, last = reading.sentences[0].first, reading.sentences[-1].last
    stretches = find_stretches(reading, first, last, list(range(len(reading.mentions))))
    return [reading.words.written(item.first, item.last) for item in stretches if item.whole]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "LB dressing min A, wife tied his shoes before I came, sock aid x3, 2 VC",
            "wife tied his shoes before I came",
        ),
        ("STS x5 CGA, she was crying, bed mob min A, RW 20 ft min A", "she was crying"),
        ("gait // bars 10 ft x4 min A, the socket was loose, added 3 ply, stairs x2", "the socket was loose"),
        ("bike 6 min, her knee was puffy, ice 10 min, heel slides x15", "her knee was puffy"),
        ("OOB to chair min A, RN gave bolus, BP 110/60, STS x2 mod A", "RN gave bolus"),
    ],
)
def test_a_clause_among_clipped_items_stands_whole(text: str, whole: str) -> None:
    assert kept_whole(text) == [whole]
    assert whole in told(text)
    assert len(told(text)) > 3


@pytest.mark.parametrize(
    ("text", "held"),
    [
        # said, done or reasoned by somebody: what follows may be theirs
        (
            "gait 200 ft CGA, pt reported she walked to mailbox, stairs x4 at home, TUG 14 s, VC arm swing",
            "pt reported she walked to mailbox, stairs x4 at home",
        ),
        (
            "STS x5 CGA, aide put on his socks, then did shoes, BP 120/70, toilet min A",
            "aide put on his socks, then did shoes",
        ),
        ("UB min A, dtr had washed his back, dried him, gait 40 ft CGA, VC x2", "dtr had washed his back, dried him"),
        # what leans on it
        (
            "bath CGA, bench was not here, so tub not tried, STS x4 CGA, gait 20 ft min A",
            "bench was not here, so tub not tried",
        ),
    ],
)
def test_what_a_clause_may_govern_stays_with_it(text: str, held: str) -> None:
    assert held in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "He walked to the gym with his walker, and I had to hold the belt, because he was tired.",
        "Not walked today because she was dizzy, BP was 88/50, and RN said to hold",
        "He stood at the counter, CGA, VC for posture, 3 x 2 min",
        "Wife says he gets up alone at night, falls at the bed, and does not use the alarm",
    ],
)
def test_prose_is_no_run_on(text: str) -> None:
    assert kept_whole(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "flex 98 AAROM was 91 last wk, ext -4, bike rocking 6 min, QS 2x10",
        "sup to sit HOB 30 w rail SBA, STS from bed x3 CGA, VC scoot fwd, gait 20 ft",
    ],
)
def test_a_former_figure_makes_no_clause(text: str) -> None:
    assert kept_whole(text) == []
    assert len(told(text)) > 3
