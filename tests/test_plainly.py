"""A plain word for a clinical one claims nothing where the note has it; elsewhere it does."""

import pytest

from rewriter.fidelity.rewording.plainly import is_plain, is_told_plainly
from rewriter.fidelity.texts.terms import Terms, find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def terms(text: str, *, source: bool) -> Terms:
    return find_terms(read(text, PACK), PACK, source=source)


def index_of(one: Terms, word: str) -> int:
    return one.place.index(one.reading.words.low.index(word))


@pytest.mark.parametrize(
    ("source", "rewrite", "word", "licensed"),
    [
        ("w/ Spanish interp", "It was held with the help of an interpreter.", "help", True),
        ("gait w/ RW", "She walked with the aid of a walker.", "aid", True),
        ("gait w/ RW", "She walked with the help of the aide.", "help", False),
        ("taught when to stop", "The wife was taught when the activity should be ended.", "should", True),
        ("taught guarding", "The wife was taught when the activity should be ended.", "should", False),
        ("unsure if flicker is new", "The patient could not say whether it is new.", "could", True),
        ("flicker", "The patient could not say whether it is new.", "could", False),
        ("no lifting til wk 8", "No lifting is allowed before week 8.", "before", True),
        ("lifting wk 8", "No lifting is allowed before week 8.", "before", False),
        ("gait w/ supv", "Gait was supervised.", "supervised", True),
        ("gait CGA", "Gait was supervised.", "supervised", False),
        ("gait w/ supv", "He walked while being watched.", "watched", True),
        ("gait CGA", "He walked while being watched.", "watched", False),
        ("floor<->stand x3", "From floor to stand and back down, three times.", "down", True),
        ("floor to stand x3", "From floor to stand and back down, three times.", "down", False),
        ("called Dr office 0930", "The office was called in the morning.", "morning", True),
        ("called Dr office 1430", "The office was called in the morning.", "morning", False),
        ("called Dr office", "The office was called in the morning.", "morning", False),
        ("cubes 8/10", "It was successful 8 times out of 10.", "successful", True),
        ("cubes", "It was successful 8 times out of 10.", "successful", False),
        ("cubes 8/10", "It was not successful 8 times out of 10.", "successful", False),
        ("ID texture 4/8", "He identified half of the textures.", "half", True),
        ("ID texture 3/8", "He identified half of the textures.", "half", False),
        ("floor<->stand x3", "There were three transfers from the floor.", "transfers", True),
        ("floor sit x3", "There were three transfers from the floor.", "transfers", False),
        ("NBOS foam EC. HEP seated", "Standing on the foam, eyes closed.", "standing", True),
        ("seated on foam, EC", "Standing on the foam, eyes closed.", "standing", False),
        ("LOB x3 all to L", "Balance was always lost to the left.", "always", True),
        ("LOB x3 to L", "Balance was always lost to the left.", "always", False),
        ("called office 0930", "The office was called at 9:30 in the morning.", "morning", True),
        ("called office 0930", "The office was called at 9:30 in the evening.", "evening", False),
        ("prefers pen", "The patient likes the pen better.", "better", True),
        ("pen trialed", "The patient likes the pen better.", "better", False),
        ("4 coffees/d", "Four coffees daily.", "daily", True),
        ("4 coffees", "Four coffees daily.", "daily", False),
        ("OT to screen", "OT will screen.", "will", True),
        ("OT screened", "OT will screen.", "will", False),
        ("splint off for hygiene", "The splint is removed for hygiene.", "removed", True),
        ("splint on for hygiene", "The splint is removed for hygiene.", "removed", False),
        ("palsy, 3 wks", "A palsy of three weeks' standing.", "standing", True),
        ("palsy, 3 wks", "A palsy, standing.", "standing", False),
        ("delayed step L", "The step with the left leg came late.", "leg", True),
        ("stood at walker on L", "She stood on the left leg at the walker.", "leg", True),
        ("L lean", "The left leg leaned.", "leg", False),
    ],
)
def test_a_plain_word_needs_its_clinical_one(source: str, rewrite: str, word: str, licensed: bool) -> None:
    one = terms(rewrite, source=False)
    assert is_plain(one, index_of(one, word), [terms(source, source=True)]) is licensed


@pytest.mark.parametrize(
    ("source", "rewrite", "word", "told"),
    [
        ("poss horiz canal too, roll test next", "The horizontal canal is also possible.", "too", True),
        ("too fast x2", "She moved fast.", "too", False),
        ("6/10 correct", "That was right six times out of ten.", "correct", True),
        ("6/10 correct", "With the right hand, six out of ten.", "correct", False),
        ("rest 1 min, resumed", "A rest of one minute, and gait went on.", "resumed", True),
        ("rest 1 min, resumed", "A rest of one minute, and gait stopped.", "resumed", False),
        ("oriented to self only", "Oriented to self alone.", "only", True),
        ("oriented to self only", "Oriented to self, lives alone.", "only", False),
    ],
)
def test_a_word_of_the_note_may_be_told_by_a_plain_one(source: str, rewrite: str, word: str, told: bool) -> None:
    one = terms(source, source=True)
    assert is_told_plainly(one, index_of(one, word), [terms(rewrite, source=False)]) is told
