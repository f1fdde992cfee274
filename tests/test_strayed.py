"""A cue, an amount or a device stands in a statement of the note: told with another statement it is found."""

import pytest

from bench.texts import PAIRS
from rewriter.fidelity.attached.strayed import find_strayed
from tests.worded import both, shelf

QUADS = "Quad sets R w TC, mirror. SLS on L fingertip support."
GAIT = "Tall kneel EO 45 s CGA. Gait 80 ft RW w/ 2 lb ankle wts."

HOLDS = "Diaphragm breathing sidelying 2 min x3. Pelvic floor hold 5 s x10 standing."


def strayed(note: str, rewrite: str) -> list[str]:
    """Return the words of the rewrite that strayed."""
    said, source = both(note, rewrite)
    stated, asked = shelf(said), shelf(source)
    low = said.reading.words.low
    return [" ".join(low[one.first : one.last]) for one in find_strayed(said, stated, source, asked)]


@pytest.mark.parametrize(
    ("note", "rewrite", "word"),
    [
        (QUADS, "Quad sets on the right with a mirror. Single-leg stance on the left with tactile cues.", "tactile"),
        (QUADS, "Quad sets on the right with tactile cues. Single-leg stance on the left before a mirror.", "mirror"),
        (GAIT, "Tall kneeling with 2 lb ankle weights, 45 seconds, CGA. Gait of 80 feet with a walker.", "ankle"),
        (
            "STS x10 VC nose over toes. Gait 60 ft RW.",
            "Sit to stand ten times. Gait 60 feet with verbal cues.",
            "verbal",
        ),
        (
            HOLDS,
            "Diaphragm breathing in standing, 2 min x3. Pelvic floor hold 5 seconds x10 in sidelying.",
            "sidelying",
        ),
        (
            "VOR x1 30s x2 standing. Turn 360 L 6 sec R 9 sec.",
            "VOR x1 was done in standing. A 360-degree turn, done in bouts of 30 seconds, took 6 left and 9 right.",
            "30",
        ),
        ("Wheelies w/ spotter strap. TB xfer x3.", "Wheelies. A spotter strap was on for the transfers.", "strap"),
        (
            "Sup bridges 2x10. Prone hip ext 2x8. Gait 100 ft SPC.",
            "Bridges, two sets of 10. Hip extension in supine, two sets of 8. Walked 100 feet prone.",
            "supine",
        ),
    ],
)
def test_what_is_told_with_another_statement_is_found(note: str, rewrite: str, word: str) -> None:
    assert any(word in found for found in strayed(note, rewrite))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (QUADS, "With tactile cues and a mirror, quad sets on the right. Single-leg stance on the left."),
        (QUADS, "Quad sets and single-leg stance were done with tactile cues."),
        (QUADS, "Quad sets. Single-leg stance. Tactile cues and a mirror were used."),
        (QUADS, "Quad sets, then single-leg stance; tactile cues were given throughout the session."),
        (GAIT, "Gait of 80 feet with a walker and 2 lb ankle weights. Tall kneeling 45 seconds at CGA."),
        ("Step taps VC for step length. Goal: gait at home.", "Verbal cues in gait training. Step taps were done."),
        ("Gait 50 ft RW. VC for posture + pacing.", "Gait of 50 feet with verbal cues for posture. Pacing was cued."),
        (HOLDS, "Pelvic floor holds of 5 seconds ten times in standing. Diaphragm breathing in sidelying, 2 min x3."),
        ("Stood at walker x3: 40, 35 sec; min A, min A.", "The patient stood at the walker with min A, 40 and 35 s."),
    ],
)
def test_what_is_told_with_its_statement_or_with_none_is_silent(note: str, rewrite: str) -> None:
    assert strayed(note, rewrite) == []


def test_nothing_strays_in_faithful_pairs() -> None:
    assert [found for pair in PAIRS if (found := strayed(pair.source, pair.rewrite))] == []
