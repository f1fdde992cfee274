"""A quality is not told where the note has another that excludes it."""

import pytest

from rewriter.fidelity.contexts.supplanted import find_supplanted
from tests.worded import both, error_codes


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("nonfluent aphasia, follows 1-step", "Receptive aphasia; follows one-step commands.", ["receptive"]),
        ("L AKA, prosthesis 3 hrs", "With a left below-knee prosthesis worn three hours.", ["below knee", "below"]),
        ("L AKA, prosthesis 3 hrs", "With a left above-knee prosthesis worn three hours.", []),
        ("amb 60 ft w/ SBQC", "The patient walked 60 feet with a wide-base quad cane.", ["wide base"]),
        ("amb 60 ft w/ rollator", "The patient walked 60 feet with a front-wheeled walker.", ["front wheeled"]),
        ("dons sleeve involved arm 1st", "The uninvolved arm goes into the sleeve first.", ["uninvolved"]),
        ("dons sleeve involved arm 1st", "The affected arm goes into the sleeve first.", []),
        ("reciprocal up 8 steps", "Eight steps were climbed step-to.", ["step to"]),
        ("TUG stopped at 40 s, dizzy", "The TUG was completed in 40 seconds with dizziness.", ["completed"]),
        ("indep w/ all exc tub transfers", "Independent with everything, including tub transfers.", ["including"]),
        ("indep w/ all exc tub transfers", "Independent with everything other than tub transfers.", []),
        ("numbness gone after nerve glides", "Numbness was reduced after nerve glides.", ["reduced"]),
        ("2 sets heel slides", "Two repetitions of heel slides.", ["repetitions"]),
        ("bruise above elbow", "There is a bruise below the elbow.", ["below the elbow", "below"]),
        ("fell Tue morning", "The patient fell on Tuesday evening.", ["evening"]),
        ("came for wrong time", "The patient came on the wrong day.", ["day"]),
        ("day 3 of antibiotics", "At this time the patient is on antibiotics, third day.", []),
        ("incision closed, EO balance 10 s", "The incision is closed; balance with eyes open was 10 seconds.", []),
        ("EO balance 10 s", "Balance with open eyes was ten seconds; no falls with the eyes closed.", []),
    ],
)
def test_another_quality_of_the_family_is_found(note: str, rewrite: str, found: list[str]) -> None:
    said, source = both(note, rewrite)
    told = {" ".join(said.reading.words.low[slice(*words)]) for words, _ in find_supplanted(said, source)}
    assert told == set(found)


def test_an_abbreviation_left_as_written_may_tell_the_quality() -> None:
    note = "UB dressing min A. LB: mod A"
    assert "FID121" not in error_codes(note, "Upper body dressing min A. Lower body dressing moderate assistance.")
