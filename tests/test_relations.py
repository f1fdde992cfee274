"""Order and comparison: a pair told the other way round is found, the same pair in other words is not."""

import pytest

from tests.worded import drawn, error_codes


def reversed_at(source: str, rewrite: str) -> list[str]:
    findings = drawn(source, rewrite)
    return [item.text for item in findings if item.code == "FID125"]


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("BBS 38 (was 34)", "Berg went from 38 to 34."),
        ("nausea 6/10 -> 3/10", "Nausea rose from 3/10 to 6/10."),
        ("R>L dysmetria", "Dysmetria was greater on the left than on the right."),
        ("HR 104 -> 118", "HR was 118, falling to 104."),
        ("ODI 42 -> 30", "The Oswestry has gone from 30 to 42."),
    ],
)
def test_a_reversed_order_is_found(source: str, rewrite: str) -> None:
    assert reversed_at(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("BBS 38 (was 34)", "Berg went from 34 to 38."),
        ("nausea 6/10 -> 3/10", "Nausea was 3/10, down from 6/10."),
        ("R>L dysmetria", "Dysmetria was less on the left than on the right."),
        ("grip 28 lb, was 40 at eval", "Grip is 28 pounds now and was 40 at evaluation."),
        ("HR 104 -> 118", "HR was 104, rising to 118."),
        ("ODI 42 -> 30", "The Oswestry has gone from 42 to 30."),
        ("HR 88, RPE 13, pain 0", "Pain was 0. RPE was 13. Heart rate was 88."),
    ],
)
def test_the_same_order_in_other_words_is_silent(source: str, rewrite: str) -> None:
    assert reversed_at(source, rewrite) == []


def test_a_comparison_left_out_is_found_in_the_note() -> None:
    findings = drawn("R>L dysmetria", "Dysmetria.")
    assert ("FID202", "source", "R>L") in {(item.code, item.side, item.text) for item in findings}


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("TAM 165 (was 140).", "TAM was 140 and is now 165."),
        ("Walks 200 ft, was 120.", "Walks 200 feet, previously 120."),
        ("Walks 200 ft, was 120.", "Walking distance rose from 120 to 200 feet."),
        (
            "ER 20->32, abd 80->92 p manual.",
            "After manual work abduction went from 80 to 92 and external rotation from 20 to 32.",
        ),
        ("grip 22 lb, was 18.", "Grip rose from 18 to 22 pounds."),
        ("grip 22 lb, was 18.", "Grip is now 22 pounds, having been 18."),
    ],
)
def test_a_start_and_its_end_are_kept(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("TAM 165 (was 140).", "TAM 140, was 165."),
        ("TAM 165 (was 140).", "TAM was 165 and is now 140."),
        ("Wakes 2x/night, was 4-5.", "Wakes 4 to 5 times a night, was 2."),
        ("Wakes 2x/night, was 4-5.", "Night waking is now four or five times, having been twice."),
        ("Walks 200 ft, was 120.", "Walks 120 feet, previously 200."),
        ("Wakes 2x/night, was 4-5.", "Wakes four to five times a night, down from two."),
        (
            "ER 20->32, abd 80->92 p manual.",
            "abduction had gone from 80 to 32 and external rotation from 20 to 92 after manual.",
        ),
        (
            "ER 20->32, abd 80->92 p manual.",
            "abduction had gone from 92 to 80 and external rotation from 32 to 20 after manual.",
        ),
        ("grip 22 lb, was 18.", "Grip was 22 lb, is now 18."),
        ("grip 22 lb, was 18.", "Grip dropped from 22 to 18 pounds."),
    ],
)
def test_a_start_with_the_end_of_another_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
