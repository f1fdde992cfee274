"""What the rules across notes share."""

from dataclasses import replace

from rewriter.history.likeness import mask
from rewriter.history.told import is_heading, softened, tells_nothing
from rewriter.reading import read
from tests.charts import PACK, RULES

RULE = RULES["REC420"]


def test_headings_are_told_by_label_or_first_word() -> None:
    pieces = mask("Precautions: falls. LTG1 walk 300 ft. Plan: stairs. Planned reach w/ TC.").pieces
    assert [is_heading(piece, RULE) for piece in pieces] == [True, True, True, False]


def test_a_sentence_without_anything_of_a_session_tells_nothing() -> None:
    text = "Seen in room 4. Tandem w/ VC."
    reading = read(text, PACK)
    assert [tells_nothing(reading, piece) for piece in mask(text).pieces] == [True, False]


def test_only_an_error_is_softened() -> None:
    assert softened(RULE) == "warning"
    assert softened(replace(RULE, level="info")) == "info"
