"""What a note brings along claims nothing; the same word beside another note does."""

import pytest

from rewriter.fidelity.rewording.implied import is_implied, is_implied_there
from rewriter.fidelity.texts.terms import Terms, find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def terms(text: str, *, source: bool) -> Terms:
    return find_terms(read(text, PACK), PACK, source=source)


def index_of(one: Terms, word: str) -> int:
    return one.place.index(one.reading.words.low.index(word))


@pytest.mark.parametrize(
    ("source", "rewrite", "word", "implied"),
    [
        ("seen 1420 after RN OK", "The RN gave the OK before the patient was seen.", "before", True),
        ("wt shifts 9 min, stopped", "Shifting went on for 9 minutes before it was stopped.", "before", True),
        ("wt shifts 9 min, then gait", "Shifting went on for 9 minutes before it was stopped.", "before", False),
        ("mod A -> min A", "Moderate assistance was needed, but only minimal assistance by the end.", "only", True),
        ("min A", "There was only minimal assistance.", "only", False),
        ("TE 10 min", "A further 10 minutes were exercise.", "further", True),
        ("stairs to bedroom", "The goal is to reach the bedroom.", "reach", True),
        ("stairs, bedroom", "He has to reach for the bedroom door.", "reach", False),
        ("knee 4-108 (was 8-96)", "The knee moved 4 to 108, compared with 8 to 96 before.", "before", True),
        ("knee 4-108, 8-96 L", "The knee moved 4 to 108, compared with 8 to 96 before.", "before", False),
        ("binder on", "After donning the binder he sat.", "donning", True),
        ("binder off", "After donning the binder he sat.", "donning", False),
        ("2lb cuff to heavy", "The cuff was too heavy.", "too", True),
        ("2lb cuff heavy", "The cuff was too heavy.", "too", False),
        ("flex broke x1, none after", "There were no further breaks.", "further", True),
        ("gained 5 deg", "There was no further gain.", "further", False),
        ("get coat off shelf", "He wants to take a coat down from the shelf.", "down", True),
        ("pain 5, was 7", "Pain was down from 7.", "down", False),
        ("reaches L>R", "Reaching was better to the left than to the right.", "better", True),
        ("reaches L and R", "Reaching was better to the left than to the right.", "better", False),
        ("gait 50 ft. to walk dog 1 block.", "The patient wants to walk the dog.", "wants", True),
        ("able to walk dog 1 block.", "The patient wants to walk the dog.", "wants", False),
    ],
)
def test_a_word_goes_without_saying_beside_some_notes(source: str, rewrite: str, word: str, *, implied: bool) -> None:
    one = terms(rewrite, source=False)
    assert is_implied(one, index_of(one, word), [terms(source, source=True)]) is implied


@pytest.mark.parametrize(
    ("source", "rewrite", "word", "told"),
    [
        ("botox 3 wks ago", "Three weeks out from Botox.", "ago", True),
        ("botox 3 wks ago", "Two weeks out from Botox.", "ago", False),
        ("45 min post levodopa", "He was 45 minutes out from levodopa.", "post", True),
        ("peds OT", "The child was seen.", "pediatric", True),
        ("peds OT", "The patient was seen.", "pediatric", False),
        ("leans L only", "It was so on the left, but not on the right.", "only", True),
        ("leans L only", "It was so on the left, and on the right.", "only", False),
        ("first half only", "It was so in the first half and not after that.", "only", True),
    ],
)
def test_a_word_of_a_note_goes_without_saying_beside_some_rewrites(
    source: str, rewrite: str, word: str, *, told: bool
) -> None:
    one = terms(source, source=True)
    assert is_implied_there(one, index_of(one, word), [terms(rewrite, source=False)]) is told
