"""Denials right at the word that the note affirms, and the reverse."""

import pytest

from rewriter.fidelity.contexts.reversals import find_reversed_claims
from tests.worded import both


def reversals(note: str, rewrite: str) -> list[str]:
    """Return the words of the rewrite that turn what the note says."""
    said, source = both(note, rewrite)
    return [said.reading.words.written(first, last) for first, last in find_reversed_claims(said, source)]


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Stairs held, RN notified by PTA", "Stairs were held; the RN was not notified by the PTA."),
        ("tingling w/ flex >100, gone w/ rest", "Tingling with flexion past 100, not resolved by rest."),
        (
            "LOB L x2 c head turns, self corrected 1",
            "Balance lost twice with head turns, neither of which the patient self-corrected.",
        ),
        ("Plan stand w lift tmrw if RASS 0", "If RASS is not 0 tomorrow, the plan is to stand with the lift."),
        ("tech did step overs while I charted", "The tech did step overs; I was not charting."),
        ("cup not tried, straw cup next wk", "The cup was tried; a straw cup is planned for next week."),
        ("Wife present. Diary not brought.", "His wife was not present."),
        ("declined standing, dizzy", "The patient was not dizzy but declined standing."),
        ("SL press 60#. DL hops x10. SL hop not tested.", "The single-leg hop was tested."),
        ("no cellulitis; h/o cellulitis x2 last yr", "Cellulitis present, two episodes last year."),
    ],
)
def test_what_the_note_says_otherwise_is_found(note: str, rewrite: str) -> None:
    assert reversals(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("tandem unable, doing HEP 1x", "The patient could not do tandem."),
        ("glue not tried, paint tried", "Paint was tried; glue was not."),
        ("pain not gone after ice", "The pain was not gone after ice."),
        ("mom to be trained, dad trained", "Dad was trained; mom has not been trained yet."),
        ("forgot to lock brakes", "The patient did not lock the brakes."),
        ("unsure if tingling is new", "The patient was not sure whether the tingling is new."),
        ("no edema R. edema L 1+", "Edema is present on the left, 1+."),
    ],
)
def test_what_the_note_denies_or_doubts_itself_is_not(note: str, rewrite: str) -> None:
    assert not reversals(note, rewrite)
