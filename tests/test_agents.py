"""Who did it: another person in the place of the one the note names is found, the same in other words is not."""

import pytest

from rewriter.fidelity.related.agents import find_acts, find_usurped
from rewriter.fidelity.related.parties import find_parties
from tests.worded import both, terms


def usurped(source: str, rewrite: str) -> list[tuple[str, str]]:
    found = find_usurped(terms(rewrite, source=False), terms(source, source=True))
    return [(item.party.role, item.meant.role) for item in found]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("tech did wobble board while I charted", ["technician", "author"]),
        ("knee buckled, caught by aide", ["aide"]),
        ("wife reports missed meds", ["spouse"]),
        ("OT: weight bearing on table. PT: trunk", ["occupational_therapist", "physical_therapist"]),
        ("told RN", []),  # told, not telling
        ("patient was dizzy", []),  # no deed
    ],
)
def test_an_act_has_the_person_who_did_it(text: str, roles: list[str]) -> None:
    note = terms(text, source=True)
    assert [act.party.role for act in find_acts(note, find_parties(note))] == roles


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("SPT ran session while I charted", "I ran the session while the SPT charted."),
        ("mom held toy. aide present", "The aide held the toy."),
        ("knee buckled, caught by tech. seen by PT", "The knee was caught by the PT."),
        ("wife reports missed meds x2", "The patient reports medications missed twice."),
        ("PT set alarms. wife present", "The wife set alarms."),
        ("Mom did football carry, OT guided", "The OT did the football carry."),
        ("dad will do stretches. mom watched", "The mother will do stretches."),
        ("Stove left on, OT shut it off", "The stove was left on and was shut off by the patient."),
        ("COTA locked brakes, pt anxious", "The brakes were locked by the patient, who was anxious."),
        (
            "Son set up tub bench, asks to go",
            "The therapist set up the tub bench and the son asks to go.",
        ),
        ("Niece fixed splint strap, wants handout", "The nurse fixed the splint strap and the niece wants a handout."),
    ],
)
def test_somebody_else_doing_it_is_found(source: str, rewrite: str) -> None:
    assert usurped(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("SPT ran session while I charted", "The author charted while the session was run by the student PT."),
        ("COTA: sat EOM 6 min", "The patient sat at the edge of the mat for 6 minutes."),  # who treats has it done
        ("restorative CNA walked resident", "The restorative aide walked the resident."),
        ("aide did transfer, not me", "I did not do the transfer; the aide did."),
        ("wife helped w/ dressing", "The patient dressed with help from the wife."),
        ("squats x10", "The therapist guided squats."),  # the note names nobody
    ],
)
def test_the_same_person_in_other_words_is_silent(source: str, rewrite: str) -> None:
    assert usurped(source, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite", "is_other"),
    [
        ("PTA tx; PT reassess Fri.", "Treated by the PT, and the PT will reassess on Friday.", True),
        ("PTA tx; PT reassess Fri.", "Treated by the PTA, and the PT will reassess on Friday.", False),
        ("COTA ran session.", "The session was run by the OT.", True),
        ("COTA ran session.", "The COTA led the session.", False),
        ("LOB post x2 caught by PT.", "Balance was lost backward twice and they caught themselves.", True),
        ("LOB post x2, caught self.", "Balance was lost backward twice and they caught themselves.", False),
        ("PT joined for last 8 min.", "A second assistant joined for the last 8 minutes.", True),
        (
            "Quadruped UE lift, PTA min A trunk.",
            "Quadruped lifts, assistance at the trunk being given by the PT.",
            True,
        ),
        (
            "Quadruped UE lift, PTA min A trunk.",
            "Quadruped lifts, assistance at the trunk being given by the PTA.",
            False,
        ),
        ("COTA 20 min ADL, OTR 10 min cog screen.", "The OT spent 20 minutes on ADL and 10 on a screen.", True),
        ("COTA 20 min ADL, OTR 10 min cog screen.", "The COTA did ADL for 20 minutes, the OT a screen for 10.", False),
        ("OT: elbow ext. PT: trunk.", "OT addressed the elbow, and the trunk was addressed by PT.", False),
    ],
)
def test_who_treated_or_acted_alone_is_held_against_the_note(note: str, rewrite: str, is_other: bool) -> None:
    said, source = both(note, rewrite)
    assert bool(list(find_usurped(said, source))) is is_other


@pytest.mark.parametrize(
    ("note", "rewrite", "is_other"),
    [
        ("Shirt backwards, self corrected.", "The shirt was backwards, and the therapist had to correct it.", True),
        ("Shirt backwards, self corrected.", "The shirt was backwards, but the patient self-corrected.", False),
        ("Scar massage 5 min, self.", "The therapist massaged the scar for 5 minutes.", True),
        ("Scar massage 5 min, self.", "The patient massaged the scar for 5 minutes.", False),
        ("Tape on from ATC.", "The ankle was taped by the therapist.", True),
        ("Tape on from ATC.", "The ankle had been taped by the athletic trainer.", False),
        ("STS min A x1 by PT; aide stood by w/c.", "Minimal assistance once from the aide.", True),
        ("STS min A x1 by PT; aide stood by w/c.", "Minimal assistance once from the PT.", False),
        ("WB on forearm, dtr steadied elbow.", "The therapist steadied the elbow to show the daughter.", True),
        ("WB on forearm, dtr steadied elbow.", "The OT steadied the elbow as a demonstration for the daughter.", True),
        ("WB on forearm, dtr steadied elbow.", "The daughter steadied the elbow as shown by the therapist.", False),
        ("O2 tank pushed by tech.", "The oxygen tank was pushed by the therapist.", True),
    ],
)
def test_help_from_somebody_and_what_one_did_oneself_stay_theirs(note: str, rewrite: str, is_other: bool) -> None:
    assert bool(usurped(note, rewrite)) is is_other


COUNTING = "STS x8, pt counts out loud w cue. Wife guarded stairs."
COTX = "PT/OT co-tx. OT: RUE WB on table, facil elbow ext. PT: trunk, L lean, max A."
STUDENT = "SPT ran session while I finished Mrs Diaz's eval next room."


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (COUNTING, "Eight sit-to-stands were done, with the therapist counting out loud with a cue.", True),
        (COUNTING, "Eight sit-to-stands were done, with the patient counting out loud with a cue.", False),
        (COUNTING, "Eight sit-to-stands were done, with the wife counting out loud with a cue.", True),
        (COTX, "By OT, the trunk was addressed, with a left lean and maximal assistance.", True),
        (COTX, "By PT, the trunk was addressed, with a left lean and maximal assistance.", False),
        (STUDENT, "The student ran the session while I finished another patient's eval next room.", False),
    ],
)
def test_an_agent_behind_with_or_at_the_opening_is_compared(note: str, rewrite: str, found: bool) -> None:
    assert any(find_usurped(*both(note, rewrite))) is found
