"""Context: denied, possible, planned, past, reported, refused; and pieces that never tear a denied list."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def state(text: str, concept: str) -> str:
    reading = read(text, PACK)
    states = {reading.state(i) for i, m in enumerate(reading.mentions) if m.sense.id == concept}
    assert len(states) == 1, "the concept is not read, or not in one way"
    return states.pop()


@pytest.mark.parametrize(
    ("text", "concept", "expected"),
    [
        ("no ataxia", "ataxia", "negated"),
        ("without ataxia", "ataxia", "negated"),
        ("denies nausea", "nausea", "negated"),
        ("did not show ataxia", "ataxia", "negated"),
        ("ataxia not observed", "ataxia", "negated"),
        ("VC not needed", "verbal_cue", "negated"),
        ("ataxia resolved", "ataxia", "negated"),
        ("light touch intact", "light_touch", "intact"),
        ("ataxia in R arm", "ataxia", "affirmed"),
        ("ataxia, no neglect", "ataxia", "affirmed"),
        ("ataxia, no neglect", "neglect", "negated"),
        ("no neglect. ataxia", "ataxia", "affirmed"),
        ("no neglect; ataxia", "ataxia", "affirmed"),
        ("no neglect but ataxia", "ataxia", "affirmed"),
        ("no neglect or ataxia", "ataxia", "negated"),
        ("no neglect, sway noted", "sway", "affirmed"),
        ("no neglect, sway noted", "neglect", "negated"),
        ("denies dizziness but sways, sway", "sway", "affirmed"),
        ("no increase in ataxia", "ataxia", "affirmed"),
        ("not only ataxia", "ataxia", "affirmed"),
        ("no change in sway", "sway", "affirmed"),
        ("proprioception intact, sway", "sway", "affirmed"),
        ("possible neglect", "neglect", "possible"),
        ("rule out neglect", "neglect", "possible"),
        ("neglect?", "neglect", "possible"),
        ("sway, neglect?", "sway", "affirmed"),
        ("sway, neglect?", "neglect", "possible"),
        ("neglect? sway seen", "sway", "affirmed"),
        ("will add head turns", "head_turn", "planned"),
        ("head turns next session", "head_turn", "planned"),
        ("did head turns", "head_turn", "affirmed"),
        ("sway last week", "sway", "historical"),
        ("history of neglect", "neglect", "historical"),
        ("patient reports nausea", "nausea", "reported"),
        ("complains of nausea", "nausea", "reported"),
        ("declined head turns", "head_turn", "negated"),
        ("refused head turns", "head_turn", "negated"),
        ("denies nausea, head turns x8", "head_turn", "affirmed"),
    ],
)
def test_state(text: str, concept: str, expected: str) -> None:
    assert state(text, concept) == expected


@pytest.mark.parametrize(
    "text",
    ["denies nausea, vomiting", "denied nausea, vomiting", "negative for nausea, vomiting", "no nausea or vomiting"],
)
def test_a_list_is_denied_to_its_end(text: str) -> None:
    assert state(text, "nausea") == state(text, "vomiting") == "negated"


def test_a_refusal_is_told_apart_from_a_plain_denial() -> None:
    refused = read("refused head turns", PACK)
    denied = read("no head turns", PACK)
    bits = [
        reading.bits[i]
        for reading in (refused, denied)
        for i, m in enumerate(reading.mentions)
        if m.sense.id == "head_turn"
    ]
    assert len(bits) == 2
    assert bits[0] != bits[1]


def test_what_is_not_asserted_today_is_not_had() -> None:
    reading = read("no neglect. possible ataxia. sway last week. patient reports nausea. poor balance", PACK)
    assert [reading.mentions[i].sense.id for i in reading.having("impairment", "symptom", "ability")] == ["balance"]


@pytest.mark.parametrize(
    "text",
    [
        "denies nausea, vomiting, dizziness",
        "no fever, chills",
        "no nausea, vomiting or dizziness",
        "denies falls, near falls",
        "negative for neglect, ataxia",
        "no LOB, dizziness",
    ],
)
def test_pieces_never_tear_a_denied_list(text: str) -> None:
    facts = find_facts(read(f"tall kneel. {text}. foam next", PACK), PACK)
    holding = [fact for fact in facts if text[:2] == fact.surface[:2].lower()]
    assert len(holding) == 1
    last = text.split()[-1]
    assert last in holding[0].surface


def test_treatment_behind_a_denied_list_is_a_piece_of_its_own() -> None:
    facts = find_facts(read("denies nausea, vomiting, head turns x8", PACK), PACK)
    assert [(fact.surface, fact.polarity) for fact in facts] == [
        ("denies nausea, vomiting", "negated"),
        ("head turns for 8 repetitions", "affirmed"),
    ]


# Each line: text | words of the mention | state. Terse notes first, then prose as chat models and scribes write it.
TABLE = """
Stairs declined due to fatigue. | Stairs | negated
Stairs declined due to fatigue. | fatigue | affirmed
Patient refused stairs due to knee pain. | knee pain | affirmed
The stairs were again declined by the patient because of pain. | stairs | negated
The stairs were again declined by the patient because of pain. | pain | affirmed
Standing not attempted d/t dizziness | dizziness | affirmed
thumb was not tested | thumb | negated
thumb could not be tested | thumb | negated
Walker not used, cane x20 ft | cane | affirmed
TUG not taken; head turns x10 | TUG | negated
Foam not done (LOB risk); tandem x3 | tandem | affirmed
Stairs (not done), foam x3 | Stairs | negated
Stairs (not done), foam x3 | foam | affirmed
Stairs - deferred | Stairs | negated
stairs: refused. curb: x2 CGA | curb | affirmed
Deferred: stairs, foam | foam | negated
Declined stairs, foam and curb | foam | negated
Declined stairs, tandem and foam x3 CGA | tandem | affirmed
Refused foam, head turns and step taps done | step taps | affirmed
skipped stairs and foam | foam | negated
stairs not yet | stairs | negated
not yet ready for foam | foam | negated
LOB: none | LOB | negated
TC R hip, VC none | VC | negated
TC R hip, VC none | TC | affirmed
ataxia absent R | ataxia | negated
ataxia at L arm, absent at R | ataxia | affirmed
neg Romberg, sway | sway | affirmed
nausea: denies | nausea | negated
Stairs? not today | Stairs | negated
Trip? no - stepped over tubing | Trip | negated
dizzy? yes, with head turns | dizzy | affirmed
? neglect | neglect | possible
head turns, ?neglect | head turns | affirmed
head turns, ?neglect | neglect | possible
neglect likely | neglect | possible
LOB likely due to fatigue | LOB | affirmed
LOB likely due to fatigue | fatigue | possible
IF 3/5 MF 4/5 | 3/5 | affirmed
sit if dizzy | dizzy | possible
unless fatigued, step taps x10 | step taps | affirmed
No dizziness with head turns on foam. | head turns | affirmed
No dizziness with head turns on foam. | foam | affirmed
tandem no LOB 30 sec | 30 sec | affirmed
no need for VC | VC | negated
No cues for foot placement on stairs | stairs | affirmed
no VC or TC needed for tandem, CGA | TC | negated
no VC or TC needed for tandem, CGA | tandem | affirmed
No VC, TC or assist needed for step taps. | TC | negated
no sway other than with EC | with EC | affirmed
no ataxia apart from mild sway | sway | affirmed
denies pain, reports dizziness | dizziness | reported
denies pain, numbness or tingling but reports dizziness | tingling | negated
minA, not modA | minA | affirmed
minA, not modA | modA | negated
pain free with reaching | pain | negated
Tandem held 20 sec | Tandem | affirmed
held rail with R hand | rail | affirmed
Stairs held today due to BP 180/100. | Stairs | negated
gait speed declined since last visit | gait speed | affirmed
mirror: stopped at 2 min | mirror | affirmed
stairs were not skipped | stairs | affirmed
Foam was not without sway. | sway | affirmed
did not refuse head turns | head turns | affirmed
ataxia not resolved | ataxia | affirmed
neglect improving with good scanning | neglect | affirmed
cannot perform tandem stance | tandem stance | affirmed
unable to stand on foam | stand on foam | affirmed
BBS last week 28, now 34 | 28 | historical
BBS last week 28, now 34 | 34 | affirmed
BBS was 34 at eval, 40 today | 34 | historical
BBS was 34 at eval, 40 today | 40 | affirmed
BBS 40 (was 34) | 34 | historical
BBS 40, up from 34 at eval | 40 | affirmed
last visit mod A, today min A | mod A | historical
last visit mod A, today min A | min A | affirmed
Tandem min A previously, SBA now. | SBA | affirmed
steadier than last week in tandem | tandem | affirmed
CVA 2 weeks ago, L hemiparesis | CVA | affirmed
Mirror used to improve midline awareness. | midline awareness | affirmed
no falls since last visit | falls | negated
Plan: add foam, head turns. | head turns | planned
Next: foam with EC | foam | planned
foam next session, tandem x3 CGA today | tandem | affirmed
cane recommended | cane | planned
with or without walker | walker | affirmed
The patient did not touch the wall during tandem stance. | tandem stance | affirmed
Patient did not lose balance on foam. | lose balance | negated
Patient did not lose balance on foam. | foam | affirmed
Stairs were deferred because the patient reported fatigue, but head turns were completed. | Stairs | negated
Stairs were deferred because the patient reported fatigue, but head turns were completed. | head turns | affirmed
Neither verbal cues nor tactile cues were needed for sit to stand. | sit to stand | affirmed
Neither verbal cues nor tactile cues were needed for sit to stand. | tactile cues | negated
Foam, stairs and curb were not attempted. | Foam | negated
A mirror was used and stairs were not attempted. | mirror | affirmed
Sit to stand took 19 seconds, and the foam was not tried. | Sit to stand | affirmed
Ataxia was not seen while the patient performed head turns. | head turns | affirmed
Without cueing the patient performed step taps x10. | step taps | affirmed
Denied nausea and performed step taps x10. | step taps | affirmed
The patient, who denied dizziness, completed head turns x10. | head turns | affirmed
The patient has never used a walker. | walker | negated
The test of sway, which was long, was not given. | sway | negated
The foam was "like a waterbed." Head turns were not reached. | foam | affirmed
"not dizzy" after head turns | head turns | affirmed
The patient used to use a cane; she now walks with a rollator. | cane | historical
The patient used to use a cane; she now walks with a rollator. | rollator | affirmed
Compared with last week, when moderate assistance was needed, min A today. | min A | affirmed
The Berg score improved from 34 at the initial evaluation to 41 today. | 41 | affirmed
Error measured 9 degrees, whereas it had been 14 degrees. | 14 degrees | historical
It is unclear whether neglect is present. | neglect | possible
Neglect could not be ruled out. | Neglect | possible
The patient would benefit from gait training. | gait training | planned
The plan for the next visit is to add foam. | foam | planned
He used a cane rather than a walker. | walker | negated
He used a cane rather than a walker. | cane | affirmed
""".strip().splitlines()


@pytest.mark.parametrize("line", TABLE)
def test_reach_of_cues(line: str) -> None:
    text, written, expected = line.split(" | ")
    reading = read(text, PACK)
    states = {reading.state(i) for i, m in enumerate(reading.mentions) if reading.written(m) == written}
    assert states == {expected}


def test_a_reach_costs_no_more_than_the_text_is_long() -> None:
    reading = read("no sway, no LOB or ataxia not seen and none (not done) last week " * 300, PACK)
    assert len(reading.bits) == len(reading.mentions)
