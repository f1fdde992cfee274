"""Cues: which of them count, and which side each is about."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()

# Each line: text | words of the mention | state. Terse notes first, then prose.
TABLE = """
Stairs declined due to fatigue. | Stairs | negated
Patient refused stairs due to knee pain. | knee pain | affirmed
The stairs were again declined by the patient because of pain. | stairs | negated
Standing not attempted d/t dizziness | dizziness | affirmed
numbness has not changed | numbness | affirmed
swelling has not decreased | swelling | affirmed
lights were turned down for dizziness | dizziness | affirmed
turned down bed mobility | bed mobility | negated
thumb was not tested | thumb | negated
thumb could not be tested | thumb | negated
stairs not yet | stairs | negated
not yet ready for foam | foam | negated
LOB: none | LOB | negated
TC R hip, VC none | VC | negated
TC R hip, VC none | TC | affirmed
ataxia absent R | ataxia | negated
ataxia at L arm, absent at R | ataxia | affirmed
neg Romberg, sway | sway | affirmed
nausea: denies | nausea | negated
neglect likely | neglect | possible
Neglect is queried and a consult is pending. | Neglect | possible
The neglect was questioned, and gait followed. | neglect | possible
The wife queried neglect. | neglect | affirmed
Should pain rise, stop the gait. | pain | possible
Patient should stop if dizzy. | dizzy | possible
Provided pain is low, gait x2. | pain | possible
Provided VC for gait. | gait | affirmed
Spasm going to tall kneel. | tall kneel | affirmed
Patient is going to try stairs. | stairs | planned
Patient turned down the stairs. | stairs | negated
Patient said no to stairs. | stairs | negated
TENS turned down, stairs x4. | stairs | affirmed
PT providing VC for gait. | gait | affirmed
Assuming tall kneel with VC. | tall kneel | affirmed
PT decided against stairs. | stairs | negated
LOB likely due to fatigue | LOB | affirmed
LOB likely due to fatigue | fatigue | possible
IF 3/5 MF 4/5 | 3/5 | affirmed
sit if dizzy | dizzy | possible
unless fatigued, step taps x10 | step taps | affirmed
no need for VC | VC | negated
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
CVA 2 weeks ago, L hemiparesis | CVA | affirmed
Mirror used to improve midline awareness. | midline awareness | affirmed
cane recommended | cane | planned
with or without walker | walker | affirmed
The patient used to use a cane; she now walks with a rollator. | cane | historical
The patient used to use a cane; she now walks with a rollator. | rollator | affirmed
Neglect could not be ruled out. | Neglect | possible
The patient would benefit from gait training. | gait training | planned
The plan for the next visit is to add foam. | foam | planned
""".strip().splitlines()


@pytest.mark.parametrize("line", TABLE)
def test_cue_is_told_apart_and_faces_the_right_side(line: str) -> None:
    text, written, expected = line.split(" | ")
    reading = read(text, PACK)
    states = {reading.state(i) for i, m in enumerate(reading.mentions) if reading.written(m) == written}
    assert states == {expected}
