"""What was done out of the session, and what only sounds so."""

import pytest

from rewriter.checks.elsewhere import elsewhere
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()
GIVEN = PACK.rules["DOC101"].parameters


def away(text: str) -> list[str]:
    reading = read(text, PACK)
    places = elsewhere(reading, GIVEN["tells"], GIVEN["does"], GIVEN["away"])
    return [" ".join(reading.words.low[place.start : place.stop]) for place in places]


def test_what_somebody_tells_that_was_done_is_elsewhere() -> None:
    assert away("He says he did ball toss with his grandson. Therapy 25 min.") == ["he did ball toss with his grandson"]


def test_a_time_when_no_session_is_takes_its_clause_along() -> None:
    assert away("Cone taps x 10, and she does weight shifts every evening.") == ["she does weight shifts every evening"]


@pytest.mark.parametrize(
    "text",
    [
        "Patient said she felt steady on foam.",
        "Patient performed weight shifts x 10 to be done every day.",
        "Tandem stance, longer than every day last week.",
        "Patient performed step taps with verbal cues, as every morning.",
        "He reports he did the step taps better today.",
        "Patient did tandem stance.",
    ],
)
def test_the_work_of_the_session_is_not_elsewhere(text: str) -> None:
    assert away(text) == []


def test_a_rule_without_words_for_it_finds_nothing() -> None:
    assert elsewhere(read("He says he did ball toss.", PACK), (), ("do did",), ()) == []
