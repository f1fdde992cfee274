"""Who the patient is may be left out; what was done may not."""

import pytest

from rewriter.fidelity.texts.identifiers import find_identifiers
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("saw Xabcq Zefgq today, step taps x10", {"Xabcq", "Zefgq"}),
        ("dob 04/12/1951, record 00447812", {"dob", "04", "/", "12", "1951", "00447812"}),
        ("lives at 14 Zefgq St with wife", {"14", "Zefgq", "St"}),
        ("lives at 14 Zefgq street", {"14", "Zefgq"}),
        ("phone 555-0142", {"555", "0142"}),
        ("BBS 41/56, R knee, Romberg 30 s", set()),
    ],
)
def test_identifiers_are_found_and_findings_are_not(text: str, private: set[str]) -> None:
    reading = read(text, PACK)
    assert {reading.words.written(at, at + 1) for at in find_identifiers(reading, PACK)} == private


def test_capitals_throughout_show_no_names() -> None:
    assert find_identifiers(read("STEP TAPS ON FOAM WITH XABCQ", PACK), PACK) == frozenset()
