"""Words of change beside their figures: borne out, they claim nothing; against them, they are untrue."""

import pytest

from rewriter.fidelity.rewording.trends import find_contradicted, follows_figures, is_valued
from rewriter.fidelity.texts.terms import Terms, find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def terms(text: str) -> Terms:
    return find_terms(read(text, PACK), PACK, source=False)


def index_of(said: Terms, word: str) -> int:
    return next(at for at, place in enumerate(said.place) if said.reading.words.low[place] == word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Error fell from 14 to 9 degrees.", "fell"),
        ("Stance rose from 4 seconds to 9 seconds.", "rose"),
        ("Three freezes this visit, down from five.", "down"),
        ("Pain eased from 5/10 to 3/10.", "eased"),
        ("Assistance went down from moderate assistance to minimal assistance.", "down"),
        ("The SARA score is 14, unchanged from the previous 14.", "unchanged"),
    ],
)
def test_a_change_that_its_figures_bear_out_claims_nothing(text: str, word: str) -> None:
    said = terms(text)
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
    said = terms(text)
    assert not follows_figures(said, index_of(said, word))


def test_a_rise_whose_figures_fall_is_contradicted() -> None:
    assert list(find_contradicted(terms("Error rose from 14 to 9 degrees.")))
    assert not list(find_contradicted(terms("Error fell from 14 to 9 degrees.")))


def test_figures_read_as_a_range_are_a_start_and_an_end() -> None:
    assert not list(find_contradicted(terms("It was back at 94 in 1 min, and heart rate climbed from 92 to 118.")))
    assert list(find_contradicted(terms("It was back at 94 in 1 min, and heart rate climbed from 118 to 92.")))


def test_better_of_a_measure_of_unknown_direction_is_only_a_reading_of_its_figures() -> None:
    said = terms("The test improved from 41 seconds to 36 seconds.")
    assert is_valued(said, index_of(said, "improved"))
    assert not is_valued(terms("The test improved."), 1)


def test_a_word_inside_a_name_tells_no_change() -> None:
    assert list(find_contradicted(terms("TUG improved from 21 s at eval to 18 s"))) == []
