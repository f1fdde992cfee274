"""Where a lost word of time, denial, change or person is missing."""

import pytest

from rewriter.fidelity.rewording.partners import Held, find_unpartnered
from rewriter.fidelity.wordings.unmarked import find_bare_of_vision, find_unmarked
from tests.worded import PACK, both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Tingling in palms, less than Mon.", "Tingling in the palms was more than on Monday.", ["FID109"]),
        ("Mom taught pencil push-ups.", "The coach was taught pencil push-ups.", ["FID130"]),
        ("Low BP yesterday.", "Blood pressure was low today.", ["FID124"]),
        ("Prone stopped at 1 min.", "Prone was completed for one minute.", ["FID121"]),
        ("Prone for 1 min.", "Prone was held for one minute.", []),
    ],
)
def test_the_place_that_lacks_a_word_is_found(note: str, rewrite: str, found: list[str]) -> None:
    said, source = both(note, rewrite)
    lost = list(find_unpartnered(source, Held((said,)), PACK))
    assert sorted({one.rule for one in find_unmarked(source, said, lost)}) == found


@pytest.mark.parametrize(
    ("note", "rewrite", "words"),
    [
        ("Tandem 10 ft, marching on foam.", "Tandem walking of 10 feet and marching.", "marching"),
        ("R knee bends seated x10. Gait 50 ft.", "The right knee bends were done ten times. Gait 50 feet.", "bends"),
        ("Sorts coins EC 4/8. Buttons 3.", "Sorting of coins was 4/8. Three buttons.", "coins"),
        ("BP 88/54 sitting, 102/60 supine.", "Pressure was 88/54 sitting and 102/60.", "102"),
        ("Step taps, HR 96.", "Step taps were done.", ""),
    ],
)
def test_what_stands_bare_of_any_other_lost_word_is_found(note: str, rewrite: str, words: str) -> None:
    said, source = both(note, rewrite)
    lost = list(find_unpartnered(source, Held((said,)), PACK))
    found = [said.reading.words.low[one.first : one.last] for one in find_unmarked(source, said, lost) if not one.rule]
    assert any(words in part for part in found) if words else not found


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Romberg EO/EC. LOB bkwd x3 EC.", "Romberg with eyes open and eyes closed. Balance was lost backward.", True),
        (
            "Romberg EO/EC. LOB bkwd x3 EC.",
            "Romberg with eyes open and closed. With eyes closed, balance was lost.",
            False,
        ),
        (
            "SLS EO 20 s. Reach L w/ EC.",
            "Reaching to the left. Stance 20 s with eyes open, then with eyes closed.",
            True,
        ),
        ("Foam EC 12 s, sway L. Rolling R.", "On foam with eyes closed for 12 s. The sway was left.", False),
        ("Gait EC 20 ft. Tandem EO.", "Gait of 20 feet with eyes closed and tandem with eyes open.", False),
        ("Foam EC 12 s.", "With eyes closed. On foam for 12 seconds.", False),
    ],
)
def test_what_is_told_without_its_vision_is_found(note: str, rewrite: str, found: bool) -> None:
    said, source = both(note, rewrite)
    assert bool(list(find_bare_of_vision(source, said))) == found
