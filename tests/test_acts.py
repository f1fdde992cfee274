"""What only a patient can have done, and what a value, a load or a task may have done as well."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.surface.acts import goes_on_plainly, is_patients

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "patients"),
    [
        ("denies pain", True),
        ("reports less pain", True),
        ("refused stairs", True),
        ("wants to get back to work", True),
        ("required min A for bed mobility", True),
        ("needs to go up 14 steps", True),
        ("ambulated 150 ft with RW", True),
        ("stood 4 min at sink", True),
        ("fell x2 since last visit, no injury", True),
        ("recalls 2/3 precautions", True),
        ("cried w/ stretch", True),
        ("retropulsed x3", True),
        ("self corrected", True),
        ("tolerated well", True),
        ("uses cane per wife", False),  # told as it goes on: only with `present`
        ("asked for water", True),
        ("asked again to pull the rug", False),
        ("sat 91", False),
        ("sat 5 min 112/60", False),
        ("dropped from 60#", False),
        ("missed 3/5", False),
        ("found 6/10 items", True),
        ("held 2", False),
        ("left at sink", False),
        ("needed 2", False),
        ("lost 5 lb", False),
        ("recovered 92 in 1 min", False),
        ("remembered w/out cue x1 of 2", False),
        ("reports ok - toilet not tried", False),
        ("wanted stairs but tired", False),
        ("stood by sink wife near", False),
    ],
)
def test_a_verb_with_what_it_takes(text: str, patients: bool) -> None:
    reading = read(text, PACK)
    assert is_patients(reading, 0, len(reading.words.low)) is patients


@pytest.mark.parametrize(
    ("text", "plain"),
    [("uses cane per wife", True), ("leans x10", False), ("follows cues but wife said", False)],
)
def test_a_deed_that_goes_on(text: str, plain: bool) -> None:
    reading = read(text, PACK)
    assert is_patients(reading, 0, len(reading.words.low), present=True) is plain


@pytest.mark.parametrize(
    ("text", "plain"), [("in tired", True), ("up from chair x2", True), ("up, wife helped", False)]
)
def test_the_rest_tells_of_no_other_deed(text: str, plain: bool) -> None:
    reading = read(text, PACK)
    assert goes_on_plainly(reading, 0, len(reading.words.low)) is plain
