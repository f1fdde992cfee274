"""A garment that is told tells which half of the body was dressed, and that it was put on."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("UB dress pullover set up only", "The patient put on a pullover after setup."),
        ("LB pants w/ reacher min A", "Pants were donned with a reacher and minimal assistance."),
        ("LB drsg: socks mod A", "Socks were put on with moderate assistance."),
        ("wife did shoes", "The wife put on the shoes."),
        ("pants min A, shirt SBA", "Pants were donned with minimal assistance and the shirt with standby assistance."),
        ("UBD bra min A", "The bra was put on with minimal assistance."),
    ],
)
def test_dressing_told_by_its_garment_is_no_error(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("shirt clean", "The patient put on a shirt."),
        ("socks mod A", "Socks were put on with moderate assistance, and the shirt was donned."),
        ("LB drsg: socks mod A", "The shirt was put on with moderate assistance."),
        ("UB dress pullover set up only", "Pants were put on after setup."),
        ("UB dress pullover set up only", "The trunk was washed after setup."),
    ],
)
def test_another_garment_and_a_lost_half_are_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
