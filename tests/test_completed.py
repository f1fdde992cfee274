"""The verb that shorthand leaves out: where the composer puts it in, and where it must not."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.pieces import PATIENT, PHRASE
from tests.noted import sentences_and_deeds as told

PACK = load_pack("97112")


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("skin intact", "skin was intact"),
        ("stairs not attempted d/t fatigue", "stairs were not attempted due to fatigue"),
        ("raised toilet seat ordered", "raised toilet seat was ordered"),
        ("L hand and wrist warm", "left hand and wrist were warm"),
        ("wife present", "wife was present"),
        ("feet warm", "feet were warm"),
        ("VC gaze. Stride longer after", "stride was longer afterward"),
        ("RN aware", "RN was aware"),
        ("HEP reviewed w/ daughter", "home exercise program was reviewed with the daughter"),
        ("no redness", "there was no redness"),
        ("no c/o chest pain", "there were no complaints of chest pain"),
        ("1 open area L dorsal hand", "there was 1 open area left dorsal hand"),
        ("less trunk comp w/ chair strap", "there was less trunk compensation with chair strap"),
        ("Berg 31/56 (27 at eval)", "Berg was 31/56 (27 at evaluation)"),
        ("HR 84 -> 108", "heart rate was 84, then 108"),
        ("wrist ext 1+/5", "wrist extension was 1+/5"),
        ("knee pain 2/10", "knee pain was 2/10"),
        ("wrist ext 35 @ side", "wrist extension was 35 at side"),
        ("dizzy x1", "patient was dizzy once"),
        ("impulsive", "patient was impulsive"),
        ("unable to stand alone", "patient was unable to stand alone"),
        ("AFO left at home", "ankle foot orthosis was left at home"),
        ("ramp to be installed Fri", "ramp is to be installed Friday"),
        ("Pt seen bedside", "patient was seen bedside"),
        ("Didn't sleep well", "patient didn't sleep well"),
        ("pain 3/10 rest, 6/10 end range", "pain was 3/10 rest, 6/10 end range"),
        ("gait speed .52 m/s, was .46", "gait speed was .52 m/s (was .46)"),
        ("swing not used, in repair", "swing was not used, in repair"),
        ("no cues needed", "no cues were needed"),
        ("may benefit from grab bar", "patient may benefit from a grab bar"),
        ("follows 1-step commands", "patient follows 1-step commands"),
        ("cried w/ doffing", "patient cried with doffing"),
        ("symptoms centralized to R buttock", "symptoms centralized to the right buttock"),
        ("pt reports 2 falls last wk", "patient reports 2 falls last week"),
        ("light touch intact", "light touch was intact"),
        ("no falls", "there were no falls"),
        ("knees blocked R", "knees were blocked right"),
        ("stride longer w/ cue", "stride was longer with a cue"),
        ("2 LOB fwd self corrected", "there were 2 losses of balance forward self corrected"),
        ("shuffles last 10 ft", "patient shuffles last 10 feet"),
        ("sway incr 2nd trial", "sway increased 2nd trial"),
        ("decr trunk control limits reach", "decreased trunk control limits reach"),
        ("needs to go up 14 steps at work", "patient needs to go up 14 steps at work"),
        ("hx L TKA", "patient had a history of left total knee arthroplasty"),
        ("Pt lethargic", "patient was lethargic"),
        ("L foot drags", "left foot drags"),
        ("tone decreased after stretch", "tone decreased after stretch"),
        ("wife shown how to set up tray", "wife was shown how to set up tray"),
        ("lat hops deferred", "lateral hops were deferred"),
        ("3rd ok w/ 1 vc", "3rd was ok with 1 verbal cue"),
        ("2nd lap steady", "2nd lap was steady"),
        ("triceps weak", "triceps was weak"),
        ("skin non blanchable R heel", "skin was non blanchable right heel"),
        ("incision non tender today", "incision was non tender today"),
        ("BP sit 118/70, stand 96/58", "blood pressure was sit 118/70, stand 96/58"),
        ("no lifting per surgeon", "there is to be no lifting per surgeon"),
        ("no driving till cleared", "there is to be no driving till cleared"),
        ("no strengthening til wk 8 per protocol", "there is to be no strengthening until week 8 per protocol"),
        ("leg press not done", "leg press was not done"),
        ("bladder diary not brought", "bladder diary was not brought"),
        ("heel raise held d/t pain 8/10", "heel raise was held due to pain 8/10"),
        ("IEP goal 8/10 not met", "individualized education program goal 8/10 was not met"),
        ("no grimace", "there was no grimace"),
        ("nausea after 1st", "there was nausea after 1st"),
        ("red area R knee", "there was a red area on the right knee"),
        ("HA after 10 min reading", "there was a headache after 10 minutes reading"),
        ("TUG 34 s SPC (28 last wk)", "Timed Up and Go was 34 seconds with a single point cane (28 last week)"),
        ("TUG 22.4 no AD", "Timed Up and Go was 22.4 with no assistive device"),
        ("sequenced 4/5 steps", "patient sequenced 4/5 steps"),
        ("brushed own teeth", "patient brushed own teeth"),
        ("hit doorframe 1 of 6", "patient hit doorframe 1 of 6"),
        ("sat 2 min -> 112/66", "patient sat for 2 minutes, then 112/66"),
    ],
)
def test_the_verb_is_put_in(note: str, said: str) -> None:
    assert told(note) == [said]


@pytest.mark.parametrize(
    "note",
    [
        "froze L 3 R 1",
        "ER hurt 4/10",
        "R fires better than L",
        "fatigue by set 3",
        "no resisted grip until wk 8",
        "no walking until 18 months",
        "wrote name no",
        "left knee held",
        "SL held until wk 16 per MD",
        "caught by PT",
        "hit 10 reps",
        "intact skin",
        "squats 3x10",
        "turns x3",
        "steps into home 3",
        "lateral leans x10",
        "pulleys AAROM 3 min",
        "goal: stairs",
        "may trial reacher",
        "will add foam",
        "?fear of falling",
        "worse late",
        "sling for transfers only",
        "UE ROM flex guarded 0-90 x10",
        "tired legs",
        "cup to mouth half full",
        "last visit relief held 2 d",
        "PROM ER 0 abd 22 to 31 after",
        "hip abd red TB L only",
        "TBI 2019",
        "sore 4/10 dropped to softer tan",
        "AROM flex 105 hikes",
        "ext 12 settles w/ stretch so stopped",
        "edema 1+ 2+ L foot",
        "HR 88 96 stairs 104 hall",
        "AFO ordered not here",
        "threads R leg ok",
        "EC firm 30 s",
        "clear wrist ext 4/10 set 1",
        "3 drops",
        "step taps R LE 2x8, decr motor control",
        "60 bpm ok",
        "dizzy w rolling in bed gone",
        "LOB 2/2 on turns",
        "vc bend knees, feet closer to load",
        "nauseous after turns resolved",
    ],
)
def test_what_could_be_meant_otherwise_stays_as_written(note: str) -> None:
    assert told(note) == []


@pytest.mark.parametrize(
    ("note", "form"),
    [
        ("denies falls", PATIENT),
        ("tol well", PATIENT),
        ('refused stairs "too tired"', PATIENT),
        ("fell x1 since last visit", PATIENT),
        ("recalled 2/3 precs", PATIENT),
        ("donned sock min A", PATIENT),
        ("sat 91 -> 87 after LB", PHRASE),
        ("SL press, dropped from 60#", PHRASE),
        ("LB scan x5, missed 3/5", PHRASE),
        ("found 1 cm red area distal tib", PHRASE),
        ("stood by sink wife w/ chair", PHRASE),
        ("needed 2", PHRASE),
        ("wanted to do laundry but dryer area closed", PHRASE),
        ("cleared for d/c home w/ FWW", PHRASE),
        ("son in room, reports ok", PHRASE),
        ("wife present. Wants to go home", PHRASE),
        ("RN aware. Denies pain", PATIENT),
        ("SNF day 9. Denies pain", PATIENT),
    ],
)
def test_a_verb_is_the_patients_only_with_what_it_takes(note: str, form: str) -> None:
    told_as = find_facts(read(note, PACK), PACK)[-1].form
    assert (told_as == PATIENT) is (form == PATIENT)


def test_nobody_else_is_taken_for_the_patient() -> None:
    assert "patient was tearful" not in told("daughter present, tearful")
    assert "patient was anxious" not in told("Mom reports poor sleep, anxious")


def test_a_plan_stays_a_plan() -> None:
    assert told("P: stairs deferred") == []


@pytest.mark.parametrize("note", ["calf soft, non tender", "scar mobile, non adherent", "wound dry, non draining"])
def test_a_bare_non_is_no_subject(note: str) -> None:
    assert not any(said.lower().startswith("non ") for said in told(note))


@pytest.mark.parametrize(
    "note", ["Ramp deferred BP 98/60 lightheaded", "Stairs held HR 134 dizzy", "Gait stopped SpO2 84"]
)
def test_a_value_behind_another_verb_gets_no_verb_of_its_own(note: str) -> None:
    assert told(note) == []


@pytest.mark.parametrize("note", ["appears worse w/ head turns", "gets worse by end", "feels looser after"])
def test_a_verb_is_no_subject(note: str) -> None:
    assert not any(" were " in said or " was " in said for said in told(note))


@pytest.mark.parametrize(
    "note",
    [
        "dizzy w rolling in bed gone now",
        "dizzy w bending no more",
        "dizzy supine to sit resolved today",
        "short of breath w stairs gone since Mon",
        "unsteady w turns resolved per pt",
        "dizzy in shower, not any more",
        "nausea w first sit cleared after ginger ale",
        "sore w reach went away",
    ],
)
def test_what_is_over_is_never_told_as_so(note: str) -> None:
    assert not any(said.startswith(("patient was", "there was")) for said in told(note))


@pytest.mark.parametrize("note", ["dizzy w turns", "lightheaded, resolved 2 min", "dizzy 3/10 w VOR settled <1 min"])
def test_what_passed_within_the_visit_was_so(note: str) -> None:
    assert told(note)[0].startswith("patient was")
