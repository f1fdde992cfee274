"""Comparisons of things that are no sides: reversed ones are found."""

import pytest

from rewriter.fidelity.sequences.compared import find_reversed_comparisons, find_turned_comparisons
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("dizziness worse w/ turning than bending", "Dizziness was worse with bending than with turning.", True),
        ("dizziness worse w/ turning than bending", "Dizziness was worse with turning than with bending.", False),
        ("hip flexors weaker than quads", "The quadriceps were weaker than the hip flexors.", True),
        ("tone elbow > wrist", "Tone was greater at the elbow than at the wrist.", False),
        ("tone elbow > wrist", "Tone was less at the elbow than at the wrist.", True),
        ("tone elbow > wrist", "Tone was less at the wrist than at the elbow.", False),
        ("less festination w/ metronome than w/o", "Less festination without the metronome than with it.", True),
        ("less festination w/ metronome than w/o", "Less festination with the metronome than without it.", False),
        ("less festination w/ metronome than w/o", "More festination without the metronome than with it.", False),
        ("desc stairs harder than asc", "Stair ascent was harder than descent.", True),
        ("desc stairs harder than asc", "Stair ascent was easier than descent.", False),
    ],
)
def test_a_reversed_comparison_is_found(note: str, rewrite: str, found: bool) -> None:
    assert bool(list(find_reversed_comparisons(*both(note, rewrite)))) is found


def test_the_words_of_a_comparison_told_from_its_other_end_are_known() -> None:
    said, note = both("less sway w/ cane than w/o", "There was more sway without the cane than with it.")
    told, meant = find_turned_comparisons(said, note)
    assert [said.reading.words.low[at] for at in told] == ["more"]
    assert [note.reading.words.low[at] for at in meant] == ["less"]


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("vc hip strategy less / ankle more", "Verbal cues to use the ankle strategy less and the hip more.", True),
        ("vc hip strategy less / ankle more", "Verbal cues to use the hip strategy less and the ankle more.", False),
        ("vc hip strategy less / ankle more", "Verbal cues for less hip strategy and more ankle.", False),
        ("vc more trunk less arm", "Verbal cues for less trunk and more arm.", True),
        ("vc more trunk less arm", "Verbal cues for less arm and more trunk.", False),
        ("vc less chest breathing, more belly", "Verbal cues for more chest breathing and less belly.", True),
        ("push from armrest not walker", "Cued to push from the walker rather than the armrest.", True),
        ("push from armrest not walker", "Cued to push from the walker, not the armrest.", True),
        ("push from armrest not walker", "Cued to push from the armrest rather than the walker.", False),
        ("push from armrest not walker", "Cued to push from the armrest instead of the walker.", False),
        ("lean on rail instead of counter", "Leaned on the counter instead of the rail.", True),
        ("stairs not done, bike 5 min", "The bike was used for 5 minutes; stairs were not done.", False),
        ("ice not heat for knee", "Heat, not ice, was used for the knee.", True),
        ("ice not heat for knee", "Ice rather than heat was used for the knee.", False),
    ],
)
def test_what_is_more_and_less_or_so_and_not_so_is_not_turned(note: str, rewrite: str, found: bool) -> None:
    assert bool(list(find_reversed_comparisons(*both(note, rewrite)))) is found
