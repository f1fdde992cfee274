"""Abbreviations spelled out by their letters, whatever we read them as."""

import pytest

from rewriter.fidelity.rewording.spelled import find_spelled
from tests.worded import both, error_codes


def test_the_words_of_an_abbreviation_are_found_on_both_sides() -> None:
    said, note = both("DBS on except ex.", "The dorsal blocking splint stays on.")
    told, given = find_spelled(said, note)
    assert [said.reading.words.low[at] for at in sorted(told)] == ["dorsal", "blocking", "splint"]
    assert given == frozenset({0})


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("DBS on except ex.", "The dorsal blocking splint stays on except for exercise."),
        ("MMO 28 mm.", "Maximum mouth opening was 28 mm."),
        ("LSI 72%.", "The limb symmetry index is 72%."),
        ("IRF OT.", "Occupational therapy in inpatient rehab."),
        ("gets MOW", "The patient gets meals on wheels."),
        ("L adh capsulitis", "Adhesive capsulitis on the left."),
    ],
)
def test_an_abbreviation_in_full_is_no_error(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("DBS on except ex.", "The volar wrist splint stays on except for exercise."),
        ("MMO 28 mm.", "Cervical rotation was 28 mm."),
        ("CTR 5 wk.", "Cubital tunnel release 5 weeks ago."),
        ("TBI, cone taps.", "TBI; tossing beanbags in standing."),
        ("PTA led.", "The patient then attained the goal; the PTA led."),
    ],
)
def test_other_words_are_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)


def test_the_last_word_of_an_abbreviation_may_claim_nothing() -> None:
    assert not error_codes("VSS 6 forearm, was 9", "The Vancouver Scar Scale at the forearm is 6, and was 9.")
    assert error_codes("VSS 6 forearm, was 9", "The Vancouver Burn Scale at the forearm is 6, and was 9.")


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "TBI. STS x5 max A x2.",
            "The patient has a traumatic bone injury. Sit to stand x5 with maximal assistance x2.",
        ),
        ("L ACL sprain. SLS 10 s.", "Left anterior collateral ligament sprain. Single leg stance 10 s."),
        ("s/p TKA. SLR x10.", "Status post total knuckle arthroplasty. Straight leg raise x10."),
    ],
)
def test_an_abbreviation_spelled_out_with_another_word_is_an_error(note: str, rewrite: str) -> None:
    assert "FID127" in error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("L ACL sprain. SLS 10 s.", "Left anterior cruciate ligament sprain. Single leg stance 10 s."),
        ("BUE reach x10.", "Reaching with both upper extremities x10."),
        ("PTA present.", "The physical therapy assistant was present."),
        ("ROM WNL.", "Range of movement was within normal limits."),
    ],
)
def test_another_way_to_spell_it_out_is_none(note: str, rewrite: str) -> None:
    assert "FID127" not in error_codes(note, rewrite)
