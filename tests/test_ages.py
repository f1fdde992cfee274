"""The patient's age and sex in shorthand, and letters behind a figure that are something else."""

import pytest

from tests.spelled import shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("86F 2 falls in Nov", "86 year old female"),
        ("93M deconditioned", "93 year old male"),
        ("72 y/o F, L CVA", "72 year old female"),
        ("68yo male s/p CVA", "68 year old male"),
        ("Pt 72 F w/ PD", "72 year old female"),
        ("Pt is 81 y/o F", "an 81 year old female"),
        ("S: 86F s/p R THA", "86 year old female"),
        ("72 y.o. woman", "72 year old woman"),
        ("7 yo girl", "7 year old girl"),
        ("22 mo old boy", "22 month old boy"),
    ],
)
def test_an_age_with_its_sex_is_told_in_words(text: str, said: str) -> None:
    assert said in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "6 mo F/U",
        "18M toe walker",
        "86F pool",
        "5M walk 8 s",
        "x 30M",
        "hot pack 160F",
        '"I am 86F" she said',
        "L hip 86F",
    ],
)
def test_degrees_metres_months_and_what_was_said_are_no_age(text: str) -> None:
    assert "male" not in shown(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("7 mo torticollis R, tummy time", "7 months old torticollis"),
        ("peds 14mo DS, prone on wedge", "14 months old"),
        ("Pt 8 mo hypotonia", "8 months old hypotonia"),
        ("2 yr Erb's palsy L", "2 years old Erb's palsy"),
        ("infant, 1 mo hip dysplasia", "1 month old"),
        ("11 mo R CMT", "11 months old"),
    ],
)
def test_the_age_of_a_child_stands_in_front_of_its_diagnosis(text: str, said: str) -> None:
    assert said in shown(text)


@pytest.mark.parametrize(
    "text", ["TKA 6 mo", "6 mo TKA R", "torticollis 7 mo", "6 mo post torticollis release", "L CVA 14 mo", "9 yr PD"]
)
def test_months_behind_a_diagnosis_or_since_an_operation_are_no_age(text: str) -> None:
    assert "old" not in shown(text)
