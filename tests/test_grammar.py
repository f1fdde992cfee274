"""The patterns that a piece is told by: each covers the whole of it, or nothing is put in."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.surface.grammar import ABILITY, DEED, SAME, STATE, STATUS, THERE, VALUE, find_place

PACK = load_pack()


def filled(text: str, *families: str) -> str | None:
    """Return the words of a text with a bar where the verb is left out."""
    reading = read(text, PACK)
    low = reading.words.low
    at = find_place(reading, 0, len(low), *families)
    return f"{' '.join(low[:at])} | {' '.join(low[at:])}".strip() if at is not None else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pain 4/10", "pain | 4 / 10"),
        ("flex 124", "flexion | 124"),
        ("knee flexion L 95, R 110", "knee flexion | left 95 , right 110"),
        ("TUG 14 s", "timed up and go | 14 s"),
        ("BP 118/70 after", "blood pressure | 118 / 70 after"),
        ("BP 128/74 supine, 110/68 stand", "blood pressure | 128 / 74 supine , 110 / 68 stand"),
        ("BP sit 118/70, stand 96/58", "blood pressure | sit 118 / 70 , stand 96 / 58"),
        ("Berg 44/56, goal 48", "berg | 44 / 56 , goal 48"),
        ("Berg 38/56, was 33 at eval", "berg | 38 / 56 , was 33 at evaluation"),
        ("pain 6 in, 3 out", "pain | 6 in , 3 out"),
        ("quads 4/5", "quadriceps | 4 / 5"),
        ("arm 30 s", None),
        ("tight 4/10", None),
        ("grip 20", None),
        ("ramp deferred BP 98/60", None),
        ("dizziness due to HR 120", None),
        ("pain (knee) 4/10", None),
        ("pain", None),
        ("quads 40", None),
        ("pain 4/10 HR 110", "pain | 4 / 10 heart rate 110"),
        ("PROM ER 0 abd 22", None),
        ("BP 104/62 60 s", None),
        ("SpO2 94 dropped 88", None),
    ],
)
def test_a_value_follows_its_noun(text: str, told: str | None) -> None:
    assert filled(text, VALUE) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rail issued", "rail | issued"),
        ("stairs not attempted", "stairs | not attempted"),
        ("ramp deferred due to pain", "ramp | deferred due to pain"),
        ("skin intact", "skin | intact"),
        ("quads poor-fair", None),
        ("incision clean and dry", "incision | clean and dry"),
        ("L LE weaker than L UE", "left lower extremity | weaker than left upper extremity"),
        ("intact skin", None),
        ("gait quicker", "gait | quicker"),
        ("stairs held", "stairs | held"),
        ("gait stopped", None),
        ("wife called", None),
        ("wife present", "wife | present"),
        ("wife shown how to fold", "wife | shown how to fold"),
        ("appears worse", None),
        ("rail lowered so reach less", None),
        ("half full", None),
        ("balance fair static poor", None),
        ("strength ok L less R", None),
        ("hip abd red band", None),
        ("skin clear bandage changed", None),
    ],
)
def test_what_was_done_to_the_subject_or_how_it_was(text: str, told: str | None) -> None:
    assert filled(text, STATUS, DEED) == told


@pytest.mark.parametrize(
    ("family", "text", "fits"),
    [
        (THERE, "no edema", True),
        (THERE, "no LOB w/ turns", True),
        (THERE, "no falls or dizziness", True),
        (THERE, "3 LOB to L", True),
        (THERE, "mild nausea, resolved 3 min", True),
        (THERE, "no lifting per surgeon", False),
        (THERE, "no pain L knee buckled", False),
        (THERE, "3 drops", False),
        (STATE, "dizzy 4/10", True),
        (STATE, "tearful when wife called", False),
        (STATE, "sore 4/10 dropped to tan", False),
        (STATE, "lightheaded 98/54", False),
        (ABILITY, "can fasten bra now", True),
        (ABILITY, "can fasten bra wife helped", False),
        (SAME, "grip same as before", True),
        (SAME, "grip same side", False),
    ],
)
def test_a_piece_is_covered_whole(family: str, text: str, fits: bool) -> None:
    assert (filled(text, family) is not None) is fits


def test_a_long_piece_is_not_searched() -> None:
    assert filled("pain 4/10 " + "at rest " * 20, VALUE) is None
