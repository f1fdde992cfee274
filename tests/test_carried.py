"""Words that only carry a figure, a place or an amount of the note; without it they are claims."""

import pytest

from rewriter.fidelity import compare
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()


def errors(note: str, said: str) -> list[str]:
    findings = compare([read(note, PACK)], read(said, PACK), Visit(), PACK)
    return [item.text for item in findings if item.level == "error"]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Gait // bars 3 x 10 ft CGA", "Gait in the parallel bars, three passes of 10 feet, with contact guard."),
        ("Amb 40 ft x2 RW", "Ambulated two trips of 40 feet with a rolling walker."),
        ("Grab bar by toilet", "There is a grab bar beside the toilet."),
        ("dons min A, doffs I", "Dons with minimal assistance and doffs alone."),
        ("Tandem w VC, CGA", "Tandem with verbal cues and a hand on the patient (contact guard)."),
    ],
)
def test_what_carries_only_what_the_note_has_is_no_claim(note: str, said: str) -> None:
    assert errors(note, said) == []


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Amb 40 ft x2 RW", "Ambulated three trips of 40 feet with a rolling walker."),
        ("Amb 40 ft x2 RW", "Ambulated two trips of 50 feet with a rolling walker."),
        ("Amb 40 ft x2 RW", "Ambulated 40 feet twice with a rolling walker, two trips to the bathroom."),
        ("Grab bar by toilet", "There is a grab bar beside the tub."),
        ("dons min A, doffs I", "Dons alone and doffs with minimal assistance."),
        ("Lives w daughter. walks I", "Lives alone. Walks independently."),
        ("Tandem w VC, CGA", "Tandem with verbal cues, contact guard and a hand on the hip."),
    ],
)
def test_without_it_the_word_claims(note: str, said: str) -> None:
    assert errors(note, said)
