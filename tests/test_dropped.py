"""A context left behind: denied, doubted, planned or past in the note and plain in the rewrite is found."""

import pytest

from rewriter.fidelity.contexts.dropped import Drop, find_dropped
from rewriter.reading import read
from tests.worded import PACK, terms


def drops(source: str, rewrite: str, skipped: frozenset[int] = frozenset()) -> list[Drop]:
    return list(find_dropped(terms(source, source=True), terms(rewrite, source=False), skipped))


@pytest.mark.parametrize(
    ("source", "rewrite", "rule", "told", "meant"),
    [
        ("no dizziness", "Patient had dizziness.", "FID121", "dizziness", "dizziness"),
        ("denies nausea", "Patient has nausea.", "FID121", "nausea", "denies nausea"),
        ("refused stairs", "Patient did stairs.", "FID121", "stairs", "refused stairs"),
        ("no nausea, dizziness or spots", "Nausea reported.", "FID121", "Nausea reported", "nausea, dizziness"),
        ("possible neglect", "Patient has neglect.", "FID122", "neglect", "neglect"),
        ("will add beam", "Beam added.", "FID123", "Beam added", "will add beam"),
        ("previously had ataxia", "Patient has ataxia.", "FID124", "ataxia", "previously had ataxia"),
    ],
)
def test_a_context_that_is_gone_is_found_with_the_words_on_both_sides(
    source: str, rewrite: str, rule: str, told: str, meant: str
) -> None:
    (drop,) = drops(source, rewrite)
    assert drop.rule == rule
    assert read(rewrite, PACK).words.written(drop.first, drop.last) == told
    assert read(source, PACK).words.written(drop.note_first, drop.note_last) == meant


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("no dizziness", "The patient was free of dizziness."),
        ("refused stairs", "The patient declined the stairs."),
        ("no sling", "The sling wasn't on."),
        ("possible neglect", "Neglect is suspected."),
        ("will add beam", "The plan is to add the beam."),
        ("plan to add tall kneel", "Tall kneeling is to be added."),
        ("previously had ataxia", "Patient formerly had ataxia."),
    ],
)
def test_a_context_kept_in_other_words_is_silent(source: str, rewrite: str) -> None:
    assert drops(source, rewrite) == []


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("dizziness", "No dizziness."),  # a context that the rewrite adds is for `turned`
        ("no dizziness", "Squats."),  # left out whole
        ("no nausea, no dizziness", "Wobbling was reported."),  # another thing
        ("will add beam walking with foam pads", "Foam was blue."),  # most of it is left out
        ("plan: beam walking with foam pads", "Beam walking with foam pads."),  # only its heading is gone
    ],
)
def test_what_loses_no_context_is_silent(source: str, rewrite: str) -> None:
    assert drops(source, rewrite) == []


def test_sentences_to_skip_are_not_asked_for() -> None:
    source, rewrite = "squats x5. no dizziness", "Squats 5 times. Patient had dizziness."
    assert [item.rule for item in drops(source, rewrite)] == ["FID121"]
    assert drops(source, rewrite, frozenset({1})) == []


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("CP to check alignment", "The ramp is intended for next visit, and alignment was checked by the CP."),
        ("Vendor to quote", "Vendor has provided quote."),
        ("OTR to update goal Fri", "OTR updated goal Friday."),
        ("Hoyer to be ordered", "A Hoyer lift has been ordered."),
        ("next: try finger paint", "Glue was refused. Finger paint was tried next."),
        ("Plan: tandem", "Ice was declined, and tandem was performed."),
        ("no cues needed", "Cueing was required, and balance was never lost."),
        ("no resisted grip", "Gripping against resistance is fine."),
        ("wife watched, not trained yet", "Wife watched and was trained."),
    ],
)
def test_a_word_of_another_thing_keeps_no_context(source: str, rewrite: str) -> None:
    assert drops(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("CP to check alignment", "CP to check alignment next."),
        ("CP to check alignment", "Alignment is to be checked by the CP."),
        ("Vendor to quote", "The vendor will give a quote."),
        ("OTR to update goal Fri", "The goal is to be updated by the OTR on Friday."),
        ("next: try finger paint", "Finger paint is to be tried next."),
        ("no cues needed, no LOB", "No cues were required, and balance was never lost."),
        ("VC don't hike shldr", "Verbal cueing was given against hiking the shoulder."),
        ("wife watched, not trained yet", "Wife looked on; training not yet done."),
        ("spasm, stopped, not repeated", "A spasm occurred; we stopped and did not repeat it."),
    ],
)
def test_a_context_in_other_words_is_kept(source: str, rewrite: str) -> None:
    assert not drops(source, rewrite)
