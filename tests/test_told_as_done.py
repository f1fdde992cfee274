"""What a note holds only as planned, aimed at, held or not done is no deed of the rewrite, by whatever verb."""

import pytest

from tests.worded import accused, errors

PLAN = "Step ups 4 in 2x10 R, no pain. Bike 8 min. Plan 8 in step nxt visit."
SAME = "Right step-ups on a 4-inch step for 2 sets of 10 without pain, and 8 minutes on the bicycle. "
NEXT = "Stepping fwd x10. nxt: obstacle course"
TRIAL = "Overground 100 ft CGA. FES bike trial nxt."
GOAL = "Amb 80 ft FWW min A. Sit>stand CGA. Goal 200 ft SBA for d/c."
WALKED = "Walked 80 feet with a front-wheeled walker and minimal assistance. Sit to stand with contact guard. "
HELD = "Rolling x6. Held gaze drills - headache today, no nausea."


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (PLAN, SAME + "The visit ended on an 8-inch step."),
        (PLAN, SAME + "The last set was taken on an 8-inch step."),
        (NEXT, "Stepping forward 10 times. The obstacle course was also worked on."),
        (NEXT, "Stepping forward 10 times. The patient went on to an obstacle course."),
        (TRIAL, "Overground walking of 100 feet with contact guard. The FES bike was tried at the end."),
        (
            TRIAL,
            "Overground walking of 100 feet with contact guard. The session finished with a trial of the FES bike.",
        ),
        (GOAL, WALKED + "The patient can now walk 200 feet with standby assistance for discharge."),
        (GOAL, WALKED + "The patient now manages 200 feet with standby assistance for discharge."),
        (HELD, "Rolling 6 times. Gaze drills were done despite a headache today, with no nausea."),
        (HELD, "Rolling 6 times. Gaze drills were completed although there was a headache today and no nausea."),
    ],
)
def test_told_as_done_it_is_found(note: str, rewrite: str) -> None:
    assert accused(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (PLAN, SAME + "An 8-inch step is planned for the next visit."),
        (PLAN, SAME + "The next visit will use an 8-inch step."),
        (NEXT, "Stepping forward 10 times. An obstacle course comes next."),
        (TRIAL, "Overground walking of 100 feet with contact guard. The FES bike will be tried next."),
        (TRIAL, "Overground walking of 100 feet with contact guard. The next step is a trial of the FES bike."),
        (GOAL, WALKED + "The goal is 200 feet with standby assistance for discharge."),
        (HELD, "Rolling 6 times. Gaze drills were held because of a headache today, with no nausea."),
        (HELD, "Rolling 6 times. Gaze drills were not performed because of a headache today; there was no nausea."),
    ],
)
def test_told_as_the_note_has_it_it_is_no_error(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []
