"""Fragments without a subject: the patient's, a noun's own, or nobody's."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.pieces import PATIENT
from tests.noted import sentences_and_deeds as told

PACK = load_pack("97112")


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Came in tired", "patient came in tired"),
        ("Did less", "patient did less"),
        ("Took break on swing", "patient took break on a swing"),
        ("Got up from commode at home alone this am for first time", "patient got up from a commode"),
        ("Fed self 40% of meal", "patient fed self 40% of meal"),
        ("SLS x5, self corrected", "patient self corrected"),
        ("Told to skip overhead shelf for now", "patient was told to skip overhead shelf for now"),
        ("VC x3, recalls 2/3 precs", "patient recalls 2/3 precautions"),
        ("Follows 4/5 commands", "patient follows 4/5 commands"),
        ("Sequences 4/5 steps", "patient sequences 4/5 steps"),
        ("Not driving", "patient is not driving"),
        ("Out of breath after stairs", "patient was out of breath after stairs"),
        # a noun and its verb
        ("Mirror helped some", "mirror helped some"),
        ("Cane kept ending up in R hand", "cane kept ending up in the right hand"),
        ("SCM kicks in at 26 so held at 24", "sternocleidomastoid kicks in at 26 so held at 24"),
        ("Grandmother brought him", "grandmother brought him"),
        ("Metronome didnt help today", "metronome didnt help today"),
        ("HEP same", "home exercise program was the same"),
        ("Knees sore on mat", "knees were sore on the mat"),
        ("Daughter not here today", "daughter was not here today"),
    ],
)
def test_a_fragment_gets_the_subject_that_is_sure(note: str, said: str) -> None:
    assert [text for text in told(note) if text.startswith(said)]


@pytest.mark.parametrize(
    "note",
    [
        "Wife in room. Came in late",
        "Wife present. SLS x5. Told to use brakes",
        "Felt tight band at heel",
        "Ran out of time",
        "Stopped at 4 min",
        "Not adding load yet",
        "None helped",
        "Cues helped by wife",
        "Stopped early d/t HR 140",
        "Right hip flexor clonus started",
    ],
)
def test_a_fragment_that_may_be_somebody_elses_stays_as_written(note: str) -> None:
    assert not [text for text in told(note) if text not in ("wife was present", "wife was in the room")]


@pytest.mark.parametrize("note", ["needs 2 cues", "requires 3 cues for sequencing", "amb 50 ft, needs 2 VC"])
def test_cues_that_are_needed_are_the_patients_need(note: str) -> None:
    assert [fact.form for fact in find_facts(read(note, PACK), PACK)][-1] == PATIENT
