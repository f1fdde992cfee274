"""How far a cue reaches: scopes end where a clause, a list or a finding ends."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()

# Each line: text | words of the mention | state. Terse notes first, then prose.
TABLE = """
Kettle min A VC lock brakes 5 of 6 stove not used | VC | affirmed
Reach mod A vc midline standing not tried | vc | affirmed
LB dressing w reacher SBA long sponge demo good wet shower not done | SBA | affirmed
Gait 150 ft RW not done | Gait | negated
Foam CGA not tried | Foam | negated
VC not to bend past 90 long sponge demo return demo good dressed LB w reacher SBA 9 min | SBA | affirmed
Stairs declined due to fatigue. | fatigue | affirmed
The stairs were again declined by the patient because of pain. | pain | affirmed
Walker not used, cane x20 ft | cane | affirmed
TUG not taken; head turns x10 | TUG | negated
Foam not done (LOB risk); tandem x3 | tandem | affirmed
Stairs (not done), foam x3 | Stairs | negated
Stairs (not done), foam x3 | foam | affirmed
Refused stairs "too much pain." | pain | affirmed
Denies "dizziness" today | dizziness | negated
Denies falls, ?neglect on left | neglect | possible
Denies nausea today, headache yesterday | headache | historical
Free of swelling, pain and spasm | spasm | negated
Stairs - deferred | Stairs | negated
stairs: refused. curb: x2 CGA | curb | affirmed
Deferred: stairs, foam | foam | negated
Declined stairs, foam and curb | foam | negated
Declined stairs, tandem and foam x3 CGA | tandem | affirmed
Declined stairs, foam and curb. Head turns x8 with CGA. | curb | negated
Declined stairs, foam and curb. Head turns x8 with CGA. | Head turns | affirmed
Refused foam, head turns and step taps done | step taps | affirmed
skipped stairs and foam | foam | negated
No dizziness with head turns on foam. | head turns | affirmed
No dizziness with head turns on foam. | foam | affirmed
tandem no LOB 30 sec | 30 sec | affirmed
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
BBS last week 28, now 34 | 28 | historical
BBS last week 28, now 34 | 34 | affirmed
BBS was 34 at eval, 40 today | 34 | historical
BBS was 34 at eval, 40 today | 40 | affirmed
BBS 40, up from 34 at eval | 40 | affirmed
last visit mod A, today min A | mod A | historical
last visit mod A, today min A | min A | affirmed
Tandem min A previously, SBA now. | SBA | affirmed
steadier than last week in tandem | tandem | affirmed
no falls since last visit | falls | negated
foam next session, tandem x3 CGA today | tandem | affirmed
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
Compared with last week, when moderate assistance was needed, min A today. | min A | affirmed
The Berg score improved from 34 at the initial evaluation to 41 today. | 41 | affirmed
It is unclear whether neglect is present. | neglect | possible
He used a cane rather than a walker. | walker | negated
He used a cane rather than a walker. | cane | affirmed
""".strip().splitlines()


@pytest.mark.parametrize("line", TABLE)
def test_reach_of_cues(line: str) -> None:
    text, written, expected = line.split(" | ")
    reading = read(text, PACK)
    states = {reading.state(i) for i, m in enumerate(reading.mentions) if reading.written(m) == written}
    assert states == {expected}


def test_a_scope_holds_its_cue_and_what_it_reaches() -> None:
    reading = read("head turns x8, no sway on foam", PACK)
    assert [reading.words.low[first:last] for first, last, _ in reading.scopes] == [["no", "sway"]]


def test_a_quotation_keeps_its_cues() -> None:
    reading = read('ataxia, "no nausea" sway', PACK)
    assert [reading.words.low[first:last] for first, last, _ in reading.scopes] == [["no", "nausea"]]
