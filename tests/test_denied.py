"""A denial of the rewrite's own is found; one that tells the note's in other words is not."""

import pytest

from tests.worded import drawn


def denied(source: str, rewrite: str) -> bool:
    return any(item.code == "FID121" for item in drawn(source, rewrite))


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        (
            "STS 18in chair x10 no UE. SPC L hand.",
            "10 sit-to-stands from an 18-inch chair, hands not used. SPC in L hand.",
        ),
        ("electrodes moved x1 poor contraction", "Electrodes moved once because it was not contracting well."),
        ("VC no SCM", "Verbal cues to keep SCM out of it."),
        ("Shower goal (SBA) not met", "The shower goal, set at stand-by assist, has not been met."),
        ("Reg solids, ok.", "Regular solid food was managed without a problem."),
        ("Stairs went fine.", "The stairs were managed without difficulty."),
    ],
)
def test_a_denial_in_other_words_is_none_of_its_own(source: str, rewrite: str) -> None:
    assert not denied(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("L knee keeps giving out. SLS R.", "The left knee is not giving out. SLS on the right."),
        ("VC no SCM", "Verbal cues to use SCM."),
        ("No pillow under knee", "A pillow goes under the knee."),
        ("Shower goal (SBA) not met", "The shower goal, set at stand-by assist, has been met."),
        ("Reg solids, slow.", "Regular solid food was managed without a problem."),
    ],
)
def test_a_denial_added_or_taken_away_is_found(source: str, rewrite: str) -> None:
    assert denied(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("bath bench instead of tub floor", "A bath bench in place of the tub floor."),
        ("vc for quads vs momentum", "Verbal cues for the quads rather than momentum."),
        ("TUG 14 s (was 19)", "The TUG was 14 seconds instead of 19."),
        ("push cart 40# x4. 60# not tried", "A 40-pound cart was pushed four times. A 60-pound cart was not tried."),
        ("curb xfer NT", "Curb transfers were not tested."),
        ("shower not done - aide had just done", "The shower was not done, as the aide had just done it."),
        ("stairs not tried. plan stairs Fri", "Stairs were not attempted; they are planned for Friday."),
        ("belly soft non distended", "The belly is soft and not distended."),
        ("cough non productive", "The cough is not productive."),
        ("seizure last visit, none today", "There was no seizure today, unlike at the last visit."),
        ("dizzy last wk, none today", "There was dizziness last week but none today."),
        ("no bladder issue, walker Fri", "There is no bladder issue; the walker is for Friday."),
    ],
)
def test_what_the_note_sets_apart_or_denies_in_its_own_way_is_no_error(source: str, rewrite: str) -> None:
    assert not [item for item in drawn(source, rewrite) if item.code in ("FID121", "FID123", "FID124")]


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("bath bench and tub mat", "A bath bench in place of the tub mat."),
        ("cues for quads and glutes", "Cues for the quads rather than the glutes."),
        ("push cart 40# x4, 60# x2", "A 40-pound cart was pushed four times. A 60-pound cart was not tried."),
        ("curb transfers x2", "Curb transfers were not tested."),
        ("belly soft non distended", "The belly is soft and distended."),
        ("stairs not tried", "Stairs were tried."),
        ("redness blanchable", "The redness is not blanchable."),
    ],
)
def test_what_the_note_affirms_may_not_be_set_apart(source: str, rewrite: str) -> None:
    assert denied(source, rewrite)
