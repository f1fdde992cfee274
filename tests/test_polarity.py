"""A denial of the rewrite's own is found, and a denial that was lost, whatever else the sentence denies."""

import pytest

from rewriter.fidelity.contexts.polarity import find_contradicted
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("not dizzy, walked w/ SPC", "The patient was not dizzy and walked without the single-point cane."),
        ("no LOB, stood w/ rail 40 s", "Without a rail the patient stood 40 seconds with no loss of balance."),
        ("clonus at ankle, no pain", "No clonus was found at the ankle, and no pain."),
        ("names month + year, not day", "The patient named the month and the year and the day."),
        ("sat EOM, no hand support 30 s", "Sat at the edge of the mat with hand support for 30 seconds."),
        ("numb toes at night, none with walking", "The toes are numb at night and with walking."),
        ("Not ready w/o cane", "The patient is ready to go without the cane."),
        ("Not steady w/o rail on stairs", "On stairs the patient is steady without the rail."),
        ("indep, no cues needed, no LOB", "It was independent; cues were needed and there was no loss of balance."),
        ("Bed mob no VC. No pain.", "Bed mobility took verbal cues. There was no pain."),
        ("Reach task, cues not needed. No pain.", "Cues were needed in the reaching task. There was no pain."),
        ("not running yet", "The patient is running."),
    ],
)
def test_another_polarity_is_found(note: str, rewrite: str) -> None:
    assert list(find_contradicted(*both(note, rewrite)))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("not dizzy, walked w/ SPC", "The patient was not dizzy and walked with the single-point cane."),
        ("indep, no cues needed, no LOB", "Cues and help were not needed, and balance was kept."),
        ("Reach task, cues not needed. VC for gait.", "No cues in reaching. Gait was cued verbally."),
        ("names month + year, not day", "The patient named the month and the year but not the day."),
        ("sat EOM, no hand support 30 s", "Sat at the edge of the mat for 30 seconds without the hands."),
        ("numb toes at night, none with walking", "The toes are numb at night but not with walking."),
        ("Not ready w/o cane", "The patient is not ready to go without the cane."),
        ("not running yet", "The patient has yet to run."),
        ("no lifting >5 lb", "Lifting is limited to five pounds."),
        ("texture ID EC 4/8", "Textures were identified without vision, 4 of 8."),
        ("Falls: 0. TUG 14", "There were no falls. The TUG was 14."),
        ("fx nonop 7 wk", "The fracture was managed without surgery for seven weeks."),
        ("tandem EO + EC", "Tandem stance with and without vision."),
        ("VC for L valgus, none needed R", "Cues for left valgus, and no cueing was needed on the right."),
        ("answers yes/no 80%", "Yes/no about 80 percent."),
        ("aide not available", "The aide was unavailable."),
        ("gait w/ AFO 20 ft, no AFO 10 ft", "With the AFO 20 feet, without the AFO ten feet."),
    ],
)
def test_the_same_polarity_is_left(note: str, rewrite: str) -> None:
    assert not list(find_contradicted(*both(note, rewrite)))
