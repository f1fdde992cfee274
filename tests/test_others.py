"""Whether somebody else was spoken of before a piece without a subject."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.surface.others import is_alone, is_nobody_elses

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("SLS x5. Tearful", True),
        ("Wife in room. Tearful", False),
        ("Transfers x3, mom present. Tearful", False),
        ("Wife in room. SLS x5. Tearful", False),
        ("RN aware. Dizzy", True),
        ("RN gave meds. Dizzy", False),
        ("Lunch held per RN. Dizzy", True),
        ("SNF day 3. Dizzy", True),
        ("PT blocking knee. Dizzy", True),
    ],
)
def test_somebody_may_be_meant(text: str, nobody: bool) -> None:
    reading = read(text, PACK)
    last = reading.sentences[-1]
    assert is_nobody_elses(reading, last, last.first) is nobody


@pytest.mark.parametrize(("text", "alone"), [("min A, dizzy", True), ("wife near, dizzy", False), ("SNF, dizzy", True)])
def test_somebody_is_named_in_the_sentence(text: str, alone: bool) -> None:
    reading = read(text, PACK)
    sentence = reading.sentences[0]
    assert is_alone(reading, sentence, [*reading.between(sentence.first, sentence.last)]) is alone


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Wife in room. Denies pain", True),
        ("Son drove her here. Denied dizziness", True),
        ("Mom reports tired. Denies pain", False),
        ("Dtr asks re steps. Denies nausea", False),
        ("Dtr watched. Denies falls", False),
    ],
)
def test_who_only_watched_denies_no_pain(text: str, nobody: bool) -> None:
    reading = read(text, PACK)
    sentence = reading.sentences[-1]
    assert is_nobody_elses(reading, sentence, sentence.first) is nobody
