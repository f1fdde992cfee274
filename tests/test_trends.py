"""Words of change beside their figures: borne out, they claim nothing; against them, they are untrue."""

import pytest

from rewriter.fidelity.rewording.trends import follows_figures, is_valued
from tests.worded import accused, index_of, terms


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Error fell from 14 to 9 degrees.", "fell"),
        ("Stance rose from 4 seconds to 9 seconds.", "rose"),
        ("Three freezes this visit, down from five.", "down"),
        ("Wakes twice a night, down from four to five times.", "down"),
        ("Pain eased from 5/10 to 3/10.", "eased"),
        ("Assistance went down from moderate assistance to minimal assistance.", "down"),
        ("The SARA score is 14, unchanged from the previous 14.", "unchanged"),
    ],
)
def test_a_change_that_its_figures_bear_out_claims_nothing(text: str, word: str) -> None:
    said = terms(text, source=False)
    assert follows_figures(said, index_of(said, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Error rose from 14 to 9 degrees.", "rose"),
        ("Stance declined.", "declined"),
        ("Pain worsened from 5/10 to 3/10.", "worsened"),
        ("The score is 16, unchanged from the previous 14.", "unchanged"),
    ],
)
def test_a_change_without_figures_or_against_them_claims(text: str, word: str) -> None:
    said = terms(text, source=False)
    assert not follows_figures(said, index_of(said, word))


@pytest.mark.parametrize(
    ("note", "rewrite", "is_untrue"),
    [
        ("Error 9 deg, was 14.", "Error rose from 14 to 9 degrees.", True),
        ("Error 9 deg, was 14.", "Error fell from 14 to 9 degrees.", False),
        (
            "HR 92 > 118, back at 94 in 1 min.",
            "Heart rate climbed from 92 to 118 and was back at 94 in 1 minute.",
            False,
        ),
        (
            "HR 92 > 118, back at 94 in 1 min.",
            "Heart rate climbed from 118 to 92 and was back at 94 in 1 minute.",
            True,
        ),
        ("HR 92 > 118.", "Heart rate dropped from 118 to 92.", True),
    ],
)
def test_a_rise_whose_figures_fall_is_untrue(note: str, rewrite: str, is_untrue: bool) -> None:
    assert accused(note, rewrite) is is_untrue


def test_better_of_a_measure_of_unknown_direction_is_only_a_reading_of_its_figures() -> None:
    said = terms("The test improved from 41 seconds to 36 seconds.", source=False)
    assert is_valued(said, index_of(said, "improved"))
    assert not is_valued(terms("The test improved.", source=False), 1)
