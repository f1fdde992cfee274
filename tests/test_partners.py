"""Partners: a word that the other text does not have in any form is found, one that it has in other words is not."""

import pytest

from rewriter.fidelity.rewording.clipped import find_spelled_out
from rewriter.fidelity.rewording.partners import (
    VERB,
    WORD,
    Held,
    find_unpartnered,
    rule_of,
)
from tests.worded import PACK, accused, both, drawn, terms


def lone(source: str, rewrite: str) -> tuple[list[str], list[str]]:
    """Return the words that the rewrite added, and those of the note that it left out."""
    said, note = both(source, rewrite)
    added = find_unpartnered(said, Held((note,)), PACK)
    strange = frozenset(said.place[index] for index in added)
    left = find_unpartnered(note, Held((said,)), PACK, strange)
    return (
        [said.reading.words.low[said.place[index]] for index in added],
        [note.reading.words.low[note.place[index]] for index in left],
    )


@pytest.mark.parametrize(
    ("source", "rewrite", "added", "left"),
    [
        ("squats", "Squats and lunges.", ["lunges"], []),
        ("squats, lunges", "Squats.", [], ["lunges"]),
        ("walker", "A rolling walker.", ["rolling"], []),  # more exact than the note
        ("RW", "A platform walker.", ["platform"], ["rolling"]),  # no less exact name beside a word that was added
        ("squats", "The therapist facilitated squats.", ["facilitated"], []),  # nothing licenses the skill
        ("no TC to pelvis, squats", "Facilitated squats.", ["facilitated"], ["tactile", "cues", "pelvis"]),
        ("ataxia", "Greater ataxia.", ["greater"], []),
        ("taps, squats", "Initially taps, squats.", ["initially"], []),
        ("beam", "Advanced to the beam.", ["advanced"], []),
        ("blorvex", "Stairs.", ["stairs"], ["blorvex"]),
        ("VC shift, TC hip", "Shift with tactile cues at the hip.", [], ["verbal"]),  # the cues told are the TC's
        ("HOH to cup, UE", "The arm to the cup.", [], ["hand", "hand"]),
        ("VC gait", "Gait by the patient.", [], ["verbal", "cues"]),  # "per patient" reports, "patient" says nothing
    ],
)
def test_a_word_without_a_partner_is_found(source: str, rewrite: str, added: list[str], left: list[str]) -> None:
    assert lone(source, rewrite) == (added, left)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("RW", "A walker."),  # told less exactly
        ("wife present", "The spouse was present."),
        ("EC min", "Eyes closed with minimal assistance."),
        ("propriocep", "Proprioception."),  # cut short
        ("mixd trmeor", "Mixed tremor."),  # mistyped
        ("blorvex x2", "Blorvex twice."),  # unknown, but kept
        ("R>L ataxia", "Ataxia was greater on the right than on the left."),
        ("taps then squats", "Squats, initially taps."),
        ("4 -> 2", "Progressed from 4 to 2."),
    ],
)
def test_a_word_told_in_other_words_has_a_partner(source: str, rewrite: str) -> None:
    assert lone(source, rewrite) == ([], [])


def test_a_cue_licenses_the_verb_of_skill() -> None:
    assert lone("TC pelvis, squats", "Facilitated squats with tactile cues at the pelvis.") == ([], [])


def test_an_abbreviation_read_for_sure_is_spelled_out_as_no_other_diagnosis() -> None:
    note, said = terms("97% RA", source=True), terms("97%, rheumatoid arthritis.", source=False)
    lost, added = find_unpartnered(note, Held((said,)), PACK), find_unpartnered(said, Held((note,)), PACK)
    assert find_spelled_out(note, lost, said, added, PACK.vocabulary) == (set(), set())


def test_answers_of_the_clinician_are_partners_too() -> None:
    texts = (terms("squats", source=True), terms("beam", source=True))
    said = terms("Squats, beam, stairs.", source=False)
    found = find_unpartnered(said, Held(texts), PACK)
    assert [said.reading.words.low[said.place[index]] for index in found] == ["stairs"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [("walker", "04"), ("BBS", "05"), ("stroke", "06"), ("ataxia", "20"), ("facilitated", VERB), ("blorvex", WORD)],
)
def test_the_rule_of_a_word_is_that_of_its_kind(text: str, rule: str) -> None:
    assert rule_of(terms(text, source=True), 0, PACK) == rule


@pytest.mark.parametrize(
    ("note", "said", "words"),
    [
        ("TC for FPL in tip pinch", "Tactile cue for FPL of the thumb in tip pinch.", set()),
        ("TC for FPL in tip pinch. 2PD index 7mm.", "Tactile cue for FPL in tip pinch. 2PD thumb 7 mm.", {"thumb"}),
    ],
)
def test_a_part_is_true_only_beside_what_it_belongs_to(note: str, said: str, words: set[str]) -> None:
    one, other = terms(said, source=False), terms(note, source=True)
    lone = find_unpartnered(one, Held((other,)), PACK)
    assert {one.reading.words.low[one.place[index]] for index in lone} == words


@pytest.mark.parametrize(
    ("source", "rewrite", "added"),
    [
        ("gait 50 ft SPC CGA", "Gait for 50 feet with a device, a single-point cane.", []),
        ("gait 50 ft SPC CGA", "Gait for 50 feet with no device.", ["device"]),
        ("R TKA 3 wk", "Three weeks after surgery on the right knee joint.", []),
    ],
)
def test_what_the_note_only_entails_may_be_said_but_not_denied(source: str, rewrite: str, added: list[str]) -> None:
    assert lone(source, rewrite)[0] == added


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Amb FWW 60 ft.", "Walked 60 feet with a four-wheeled walker.", True),
        ("Amb FWW 60 ft.", "Walked 60 feet with a front-wheeled walker.", False),
        ("Amb FWW 60 ft.", "Walked 60 feet with a two-wheeled walker.", False),
        ("4ww 2 laps.", "Two laps with the four-wheeled walker.", False),
    ],
)
def test_a_walker_by_another_number_of_wheels_is_another(note: str, rewrite: str, found: bool) -> None:
    assert accused(note, rewrite) is found


@pytest.mark.parametrize(
    ("note", "rewrite", "added"),
    [
        ("SLS w ST. HEP given.", "Single-leg stance with the speech therapist. Home program given.", {"speech"}),
        ("SLS w ST. HEP given.", "SLS w ST. A home exercise program was given.", set()),
        ("PTA. Bridges x10. Tape on from ATC.", "By the physical therapist assistant: ten bridges.", set()),
        ("PCA helped the transfer.", "The personal care assistant helped with the transfer.", set()),
        ("Co-tx w ST for swallowing.", "Co-treatment with the speech therapist for swallowing.", set()),
    ],
)
def test_letters_that_may_be_something_else_name_nobody(note: str, rewrite: str, added: set[str]) -> None:
    said, source = both(note, rewrite)
    lone = find_unpartnered(said, Held((source,)), PACK)
    assert {said.reading.words.low[said.place[at]] for at in lone} == added


@pytest.mark.parametrize(
    ("note", "rewrite", "wrong"),
    [
        ("STS x8, CGA. cont 2x/wk", "His wife kept contact guard during eight sit-to-stands.", True),
        ("Seen at 14 Elm St. for toilet tx", "This was for shower transfers.", True),
        ("step-ups, TC toes up. clears 2in", "The patient, who has foot drop, clears 2 inches.", True),
        ("R toe drag", "There is dragging of the right toe.", False),
        ("3 wk s/p TKA, gait", "Gait, three weeks after the total knee arthroplasty.", False),
    ],
)
def test_the_letters_of_a_unit_or_an_address_stand_for_no_other_words(note: str, rewrite: str, wrong: bool) -> None:
    added = [
        item for item in drawn(note, rewrite) if item.side == "rewrite" and item.code in ("FID130", "FID120", "FID108")
    ]
    assert bool(added) is wrong
