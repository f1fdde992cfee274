"""Rewrites by others: what was reached in finding untrue changes and not accusing faithful rewrites stays reached.

The floors are figures measured by `python -m bench.fidelity`, not the aims: 97 % found, 5 % accused.
"""

import pytest

from bench.fidelity import load_corpus, measure, parts
from rewriter.evaluate.mutants import Mutant, mutate
from rewriter.fidelity import instructed
from rewriter.reading import read
from tests.worded import error_codes

pytestmark = pytest.mark.slow

CORPUS = load_corpus()
PARTS = parts(CORPUS)
# The least share of changes found, the most rewrites accused.
FLOORS = {
    "own": (0.98, 31),  # help that two legs swapped is told at the legs
    "wide, shared": (0.96, 16),
    "wide, new": (0.96, 4),
    "settings, shared": (0.965, 1),
    "settings, new": (0.92, 6),
    "late, shared": (0.925, 0),
    "late, new": (0.94, 14),
    "last, shared": (0.95, 2),
    "last, new": (0.95, 4),
    "recent, shared": (0.925, 2),
    "recent, new": (0.915, 17),
    "latest, new": (0.95, 11),
    "further, shared": (0.95, 0),
    "further, new": (0.965, 9),
    "newest, shared": (0.925, 1),
    "shared": (0.97, 2),
    "plain": (0.975, 1),
    "second": (0.89, 1),
    "blind": (0.915, 26),
    "sealed, shared": (0.925, 7),
    "sealed, new": (0.8, 21),
    "unread, shared": (0.96, 1),
    "unread, new": (0.865, 32),
    "unseen, shared": (0.915, 3),
    "shared, aside": (0.93, 2),
    "plain, aside": (0.9, 11),
    "second, aside": (0.91, 4),
}


def test_the_corpus_is_large_and_of_many_kinds() -> None:
    assert len(CORPUS.papers.rewrites) >= 170
    assert len({mutant.op for mutant in CORPUS.papers.mutants}) >= 22
    if PARTS["shared"]:
        assert len(CORPUS.papers.mutants) >= 1_500


@pytest.mark.parametrize("mutant", CORPUS.papers.mutants[::20], ids=lambda one: f"{one.rewrite}-{one.op}")
def test_a_change_is_made_at_its_place(mutant: Mutant) -> None:
    text = CORPUS.papers.rewrites[mutant.rewrite].text
    changed, spans = mutate(text, mutant)
    assert changed != text
    assert all(0 <= start <= end <= len(changed) for start, end in spans)


@pytest.mark.parametrize("part", FLOORS)
def test_changes_are_found_and_rewrites_not_accused(part: str) -> None:
    if not PARTS[part]:
        pytest.skip("the shared notes are absent")
    marks, (found, accused) = measure(CORPUS, PARTS[part]), FLOORS[part]
    rate = marks.at_place().rate
    assert rate is not None
    assert rate >= found
    assert marks.accused.hits <= accused


def test_every_note_is_faithful_to_itself() -> None:
    """An order hidden in a note is content of the note, and none of a rewrite that repeats it."""
    errors = {
        source.id: [item.text for item in CORPUS.judge(source, source.text) if item.level == "error"]
        for source in CORPUS.papers.sources.values()
        if not instructed(read(source.text, CORPUS.pack))
    }
    assert {name: found for name, found in errors.items() if found} == {}


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("BBS 29 (24 adm)", "The Berg was 24 on admission and is now 29."),
        ("House-Brackmann III (IV on 3/2)", "House-Brackmann III, was IV on 3/2."),
        ("Pain 5 pre 3 post.", "Pain was rated 5 prior to the session and 3 following it."),
        (
            "Crossing midline R->L 12/15 w/ 2 VC, L->R 9/15 w/ 5 VC.",
            "Crossing midline, 12/15 from right to left with two verbal cues and 9/15 from left to right with five "
            "verbal cues.",
        ),
        ("Mom says sits on floor at school now.", "The mother reports that the child now sits on the floor at school."),
        ("AFO on", "The patient wore the AFO."),
        ("refused scooter", "The child would not do the scooter."),
        ("R hand crosses midline only when L blocked", "The right hand crosses midline only when the left is blocked."),
        ("no c/o pain", "Pain was denied."),
    ],
)
def test_the_same_is_told_in_other_words(note: str, said: str) -> None:
    assert not error_codes(note, said)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("BBS 29 (24 adm)", "The Berg was 29 on admission and is now 24."),
        ("House-Brackmann III (IV on 3/2)", "House-Brackmann IV, was III on 3/2."),
        ("Pain 5 pre 3 post.", "Pain was rated 3 prior to the session and 5 following it."),
        (
            "Crossing midline R->L 12/15 w/ 2 VC, L->R 9/15 w/ 5 VC.",
            "Crossing midline, 9/15 from right to left with two verbal cues and 12/15 from left to right with five "
            "verbal cues.",
        ),
        (
            "Mom says sits on floor at school now.",
            "The teacher reports that the child now sits on the floor at school.",
        ),
        ("AFO at home", "The patient wore the AFO."),
        ("no c/o pain", "The patient complained of pain."),
    ],
)
def test_a_change_in_the_same_words_is_found(note: str, said: str) -> None:
    assert error_codes(note, said)
