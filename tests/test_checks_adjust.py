"""The reason of a change: asked for where a change is told, demanded nowhere else."""

import pytest

from tests.judged import found

CODE = "DOC123"
LACKING = [
    "Therapist increased the number of repetitions to 20.",
    "Step taps 2x10, then added a 2 lb ankle weight.",
    "Therapist moved the cup further away during reaching.",
    "Speed was increased on the treadmill.",
    "Therapist modified the task during gait.",
    "Progressed to eyes closed on foam.",
    "Tandem stance with UE support, then support removed.",
    "Therapist downgraded the activity midway.",
    "Reaching to cones at waist height, then the height was raised to shoulder level.",
    "Therapist upgraded to a smaller base of support midway through the session.",
    "Cones were moved farther apart. Patient continued with CGA.",
    "Weights increased from 1 lb to 2 lb during the session by OT.",
    "OT graded up the task by adding a second object.",
    "Treadmill speed was reduced to 0.8 mph.",
    "Rest of session: switched to seated activities.",
    "Therapist decreased the amount of cueing.",
    "Increased resistance band from yellow to red.",
    "Step height was increased to 8 inches.",
    "The activity was modified.",
    "PT progressed the patient to single leg stance.",
    "Started on firm surface, then changed to foam.",
    "Fewer cues were given in the second half. Cues were faded.",
    "Therapist adjusted treadmill incline to 2 percent and speed was slowed.",
    "During reaching, the target distance was increased.",
    "Started with 10 reps then advanced to 20.",
    "Resistance was changed to 3 pounds.",
    "Task progressed from sitting to standing.",
    "Adjusted the seat height during sit to stand.",
    "Added a cognitive task to walking.",
    "Support was withdrawn for the last set.",
    "Level of difficulty was increased by therapist.",
    "Seat was lowered by 2 inches in the middle of the task.",
    "Therapist made changes to the activity: cones moved further away.",
    "OT switched the task to larger pegs.",
    "Walking surface was changed to grass.",
    "Ball size was reduced.",
    "PT advanced exercises today.",
    "The number of repetitions was raised from 8 to 12.",
    "Band resistance progressed to green.",
    "Therapist varied the task and then decreased the base of support.",
    "Tempo of the metronome was increased.",
    "Hand support was reduced to one finger.",
    "Added ankle weights.",
    "Changed from firm floor to foam.",
    "Therapist withdrew tactile cueing for the last set; cues were reduced.",
    "The obstacle course was modified with an additional hurdle.",
    "Exercises progressed.",
]
TOLD = [
    "Therapist lowered the target because the shoulder hiked.",
    "Due to fatigue, resistance was reduced from 3 lb to 2 lb.",
    "Pt lost balance posteriorly so the surface was changed to firm.",
    "Therapist added head turns to challenge gaze stability.",
    "HEP progressed to 3x15.",
    "Dizziness 5/10 -> slowed head turns -> 2/10.",
    "Gait speed increased from 0.6 to 0.8 m/s.",
    "Therapist guided step taps 2x10 with verbal cues.",
    "Plan: progress to foam next visit.",
    "Patient increased stance time from 5 s to 12 s.",
    "After 3 successful trials therapist raised the step to 6 in.",
    "Because of dizziness rated 6/10 the therapist switched to seated head turns.",
    "Task regressed to firm surface after two losses of balance.",
    "Patient reported fatigue. Therapist reduced the repetitions.",
    "Box height raised to 8 in once patient cleared 6 in on all trials.",
    "Therapist added a metronome to increase step length.",
    "Patient's gait speed improved and step length increased.",
    "Assistance decreased from mod A to min A by the last trial.",
    "Next session will increase resistance.",
    "Therapist graded resistance in response to tremor.",
    "Reps: 2x10. Resistance: 2 lb.",
    "Speed was slowed because heart rate reached 130.",
    "Patient had two errors, so the number of cards was reduced.",
    "Therapist progressed to foam after patient held firm stance 30 s without sway.",
    "Modified the task secondary to shoulder pain 5/10.",
    "Plan is to progress to foam.",
    "Patient progressed from mod A to min A.",
    "Patient adjusted his posture after a verbal cue.",
    "Removed visual input to challenge proprioception.",
    "Standing on foam, 3x30 s. Step taps x10.",
    "Cues were faded as accuracy improved to 9 of 10.",
    "Seat height lowered after 5 of 5 independent stands.",
    "Due to knee pain the squat depth was reduced.",
    "Support was withdrawn when balance became steady.",
    "Target distance was increased to promote trunk rotation.",
    "Patient slowed his own pace after the cue.",
    "HEP advanced to 3 sets.",
    "Walking distance increased to 150 feet from 100 feet last visit.",
    "Difficulty: moderate. Sets: 3.",
    "Therapist simplified instructions in response to errors in sequencing.",
    "Seat was lowered 2 inches because stands were easy at 19 in.",
    "OT switched to larger pegs when the patient dropped three in a row.",
    "To reduce overflow, the ball size was reduced.",
    "Exercises were advanced per improved control on the left.",
    "Patient was tired; repetitions were reduced.",
    "No changes were made to the program.",
    "Goal: increase walking distance to 200 ft.",
    "Patient changed position from supine to sitting with min A.",
    "Reaction time decreased from 1.2 to 0.9 s.",
    "Base of support was narrowed because the patient no longer swayed.",
    "Metronome tempo was increased to bring out freezing.",
    "Ankle weights added to dampen ataxia.",
    "Patient reduced hand support to one finger on her own.",
    "Since she was unsteady on foam, the surface was changed to firm.",
    "Patient's walking speed increased.",
    "Will add ankle weights next visit.",
    "Therapist shortened the task when attention faded.",
]


@pytest.mark.parametrize("text", LACKING)
def test_what_is_lacking_is_found(text: str) -> None:
    assert found(CODE, text)


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_is_not_asked_for(text: str) -> None:
    assert not found(CODE, text)


def test_a_reason_may_stand_before_so() -> None:
    assert not found(CODE, "Legs shaking, so reduced reps to 8.")
    assert not found(CODE, "Progressing toward STG 2. Wobble board 3 min with cue at shins.")


def test_what_the_work_is_for_is_no_reason_for_a_change() -> None:
    assert found(CODE, "Wobble board 3 min with tactile cue at shins, poor balance. Progressed to foam.")
