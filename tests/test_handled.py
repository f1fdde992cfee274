"""How a thing was used says nothing new; another use of it, or another thing, does."""

import pytest

from rewriter.fidelity.rewording.handled import is_handling, is_order_told, is_past_told, is_refusal_told, is_unit_told
from tests.worded import drawn, errors, index_of, terms


@pytest.mark.parametrize(
    ("source", "rewrite", "word", "licensed"),
    [
        ("gait w/ RW", "The patient pushed the rolling walker.", "pushed", True),
        ("mirror for midline", "The patient looked in the mirror.", "looked", True),
        ("putty 2x10", "The patient squeezed the putty.", "squeezed", True),
        ("sat on ball", "The patient squeezed the ball.", "squeezed", False),
        ("FOG at door", "The patient opened the door.", "opened", False),
        ("tape on floor", "The patient picked tape off the floor.", "picked", False),
        ("reach to cup", "The patient drank from the cup.", "drank", False),
        ("stairs x3 CGA", "The patient climbed the stairs.", "climbed", True),
        ("stairs down x3 CGA", "The patient climbed the stairs.", "climbed", False),
        ("for stairs at home", "It is for going up and down the stairs at home.", "down", True),
        ("stairs up x3", "It was going up and down the stairs.", "down", False),
        ("frustrated", "The patient grew frustrated.", "grew", True),
        ("mod A x2", "Moderate assistance of two staff.", "staff", True),
        ("mod A x2", "Moderate assistance of three staff.", "staff", False),
        ("knee ext -10 deg", "The knee lacks 10 degrees of extension.", "lacks", True),
        ("knee ext -10 deg", "The patient lacks insight.", "lacks", False),
    ],
)
def test_only_what_a_thing_is_for_is_licensed(source: str, rewrite: str, word: str, licensed: bool) -> None:
    said = terms(rewrite, source=False)
    assert is_handling(said, index_of(said, word), [terms(source, source=True)]) is licensed


def test_an_order_is_told_by_another_word_of_order() -> None:
    note = terms("blur 6/10 pre, 3/10 post", source=True)
    told, untold = (terms(text, source=False) for text in ("It was 3/10 afterward.", "It was 3/10."))
    assert is_order_told(note, index_of(note, "post"), [told])
    assert not is_order_told(note, index_of(note, "post"), [untold])


def test_a_history_is_told_by_a_year() -> None:
    note = terms("Hx CVA 2019", source=True)
    at = next(index for index, place in enumerate(note.place) if note.reading.words.low[place] in ("history", "hx"))
    assert is_past_told(note, at, [terms("There was a stroke in 2019.", source=False)])
    assert not is_past_told(note, at, [terms("There is a stroke, and gait was 2000 ft.", source=False)])


def test_a_unit_before_its_figure_is_told_with_it() -> None:
    note = terms("wk 8 post op", source=True)
    at = next(index for index, place in enumerate(note.place) if note.reading.words.low[place] in ("week", "wk"))
    assert is_unit_told(note, at, [terms("The patient is 8 weeks out.", source=False)])
    assert not is_unit_told(note, at, [terms("The patient is out.", source=False)])


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("MoCA 14 (prev 16)", "MoCA 16, down from 14."),
        ("Pain 6/10 pre, 4/10 post", "Pain started at 4/10 and ended at 6/10."),
        ("Pain 6/10 pre, 4/10 post", "Pain was 4/10 at the outset and 6/10 at the close."),
        ("PT caught, no fall", "The PT caught the patient, who went down."),
    ],
)
def test_the_other_way_round_is_found(note: str, said: str) -> None:
    findings = drawn(note, said)
    assert [item for item in findings if item.level == "error"]


@pytest.mark.parametrize(
    ("rewrite", "told"),
    [
        ("The patient said no to standing.", True),
        ("The patient would not stand.", True),
        ("The patient did not want to stand.", True),
        ("The patient stood.", False),
        ("The patient would not eat, and stood.", False),
    ],
)
def test_a_refusal_is_told_in_other_words(rewrite: str, told: bool) -> None:
    note = terms("declined standing", source=True)
    assert is_refusal_told(note, index_of(note, "declined"), [terms(rewrite, source=False)]) is told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("ankle pumps x20 only", "All we did was ankle pumps, 20 of them."),
        ("ankle pumps x20 only", "Nothing but ankle pumps, 20 of them."),
        ("Recheck BP Thurs.", "We will check the blood pressure again Thursday."),
        ("HHA absent today. bed mobility x5", "The HHA wasn't there today. Bed mobility was done 5 times."),
        ("goal: grocery aisle w/o dizziness", "The goal is to go down the grocery aisle without dizziness."),
        ("STS x5 min A", "Sit to stand five times with a small amount of help (min A)."),
        ("MoCA 14 (prev 16)", "MoCA 14, down from 16."),
        ("MoCA 14 (prev 16)", "MoCA 14; it had been 16."),
        ("Pain 6/10 pre, 4/10 post", "Pain started at 6/10 and ended at 4/10."),
        ("Pain 6/10 pre, 4/10 post", "Pain was 6/10 at the outset and 4/10 at the close."),
        ("PT caught, no fall", "The PT caught the patient and nobody went down."),
        ("Hoyer if no change. also slide board", "Hoyer if no change. A further slide board."),
    ],
)
def test_what_several_words_say_is_no_loss(note: str, said: str) -> None:
    assert errors(note, said) == []


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("ankle pumps x20 only", "Ankle pumps were done 20 times."),
        ("Recheck BP Thurs.", "The blood pressure was looked at Thursday."),
        ("HHA absent today. bed mobility x5", "The HHA was there today. Bed mobility was done 5 times."),
        ("aisle reach x5", "Reach down in the aisle five times."),
        ("STS x5 mod A", "Sit to stand five times with a small amount of help (mod A)."),
    ],
)
def test_what_is_not_said_is_lost(note: str, said: str) -> None:
    assert errors(note, said)
