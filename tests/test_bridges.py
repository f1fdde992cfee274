"""The small words between what a note sets side by side."""

import pytest

from rewriter import Note, Visit, improve


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("amb 75 ft x2 IV pole CGA", "for 75 feet, 2 times, with an intravenous pole"),
        ("amb 90 ft RW, min A", "for 90 feet with a rolling walker"),
        ("gait SPC 40 ft min A", "gait with a single point cane for 40 feet"),
        ("amb w/ RW 40 ft", "ambulation with a rolling walker"),
        ("gait // bars 3 laps CGA", "gait in parallel bars"),
        ("rolling R min A, L mod A", "rolling right with minimal assistance"),
        ("c/o dizzy", "complains of feeling dizzy"),
        ("tandem foam EC 12s", "andem on foam with eyes closed 12 seconds"),
        ("SLS airex 10 sec", "ingle leg stance on Airex 10 seconds"),
        ("Romberg EO 30s EC 10s", "Romberg with eyes open 30 seconds, eyes closed 10 seconds"),
        ("balance beam walk 10 ft", "balance beam walk"),
        ("overshoots less, 1# R ankle -> 3", "1 pound right ankle -> 3"),
        ("CNA shown xfer setup", "shown transfer setup"),
    ],
)
def test_it_reads_as_a_sentence(text: str, said: str) -> None:
    note = Note(f"Poor dynamic balance. TC R hip. {text}.", "97112", Visit(minutes=15))
    written = improve(note).rewrite or ""
    assert said in written
    assert "with with" not in written


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("max VC down to mod by end", "maximal verbal cues down to mod by the end"),
        ("4 VC last wk 7", "4 verbal cues last week 7"),
        ("mod TC up to max when tired", "moderate tactile cues up to max"),
        ("VC often", "verbal cues often"),
        ("VC near doorway", "verbal cues near the doorway"),
        ("TC over L glute", "tactile cues over the left"),
        ("VC back to neutral", "verbal cues back to neutral"),
        ("VC heel strike", "verbal cues for heel strike"),
        ("VC step into walker", "verbal cues to step into a walker"),
        ("VC scoot fwd", "verbal cues to scoot forward"),
        ("VC step length", "verbal cues for step length"),
        ("cues look up", "cues to look up"),
        ("cue use 50%", "cue use 50%"),
        ("VC back straight", "verbal cues for back straight"),
    ],
)
def test_a_cue_is_for_a_thing_and_for_no_adverb(text: str, said: str) -> None:
    written = improve(Note(f"Poor dynamic balance. Gait 50 ft CGA. {text}.", "97112", Visit(minutes=15))).rewrite
    assert said in (written or "")
