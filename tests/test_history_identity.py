"""REC423: numbers, dates of birth and names that are not the visit's; staff and family are nobody's mistake."""

import pytest

from rewriter.check import check
from rewriter.visit import visit_from
from tests.charts import judge

VISIT = {
    "people": ["Testa Patiente", "Dr. Exempla"],
    "identifiers": {"mrn": "0044-5566", "birth_date": "1951-03-02"},
}


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("MRN 778899. Gait 50 ft.", "778899"),
        ("Date of birth: March 4, 1960. Gait 50 ft.", "March 4, 1960"),
        ("Mr. Probando performed tandem stance.", "Probando"),
        ("See Mrs Probanda's eval.", "Probanda"),
        ("pt Probanda amb 50 ft.", "Probanda"),
    ],
)
def test_what_contradicts_the_visit_is_an_error(text: str, quoted: str) -> None:
    (item,) = judge("REC423", text, visit=VISIT)
    assert (item.level, item.text) == ("error", quoted)


@pytest.mark.parametrize(
    "text",
    [
        "MRN 00445566, DOB 3/2/51. Mrs. Patiente walked 50 ft.",
        "MRN ending 5566. Gait 50 ft.",
        "Dr. Probando notified. PT Probanda assisted.",
        "Daughter, Ms. Probanda, trained in guarding.",
        "Ms. Probanda, PTA, continued gait.",
        "Spoke with Mr. Probando about the ramp.",
        "Pt Berg 40/56, pt Romberg 20 s.",
    ],
)
def test_the_visits_own_staff_and_family_are_not_accused(text: str) -> None:
    assert judge("REC423", text, visit=VISIT) == []


def test_a_name_that_nobody_uses_as_the_patients_is_a_warning() -> None:
    assert [item.level for item in judge("REC423", "Mrs. Probanda watched.", visit=VISIT)] == ["warning"]


def test_without_known_people_only_somebodys_document_or_a_second_name_is_a_warning() -> None:
    assert not judge("REC423", "Mrs. Probanda walked 50 ft.")
    assert [item.level for item in judge("REC423", "Copied from Mrs. Probanda's eval.")] == ["warning"]
    assert [item.text for item in judge("REC423", "Mrs. Probanda walked. Mr. Exemplo stood up.")] == ["Exemplo"]


def test_two_numbers_or_two_dates_of_birth_without_a_known_one_are_warnings() -> None:
    found = judge("REC423", "MRN 112233, DOB 3/4/1950. Copied: MRN 445566, DOB 5/6/1960.")
    assert {(item.level, item.text) for item in found} == {("warning", "445566"), ("warning", "5/6/1960")}


def test_it_belongs_to_the_full_profile() -> None:
    codes = [
        {item.code for item in check("MRN 778899. Gait w/ TC.", visit=visit_from(VISIT), profile=profile).findings}
        for profile in ("narrative", "full")
    ]
    assert ["REC423" in found for found in codes] == [False, True]
