"""REC422: goals that the notes never come near."""

from tests.charts import judge

NOTES = ["Shoulder wt bearing, TC at triceps.", "Grasp of cones w/ TC."]
GOALS = {"goals": ["climb 12 stairs to bedroom", "get in and out of the car"]}


def test_goals_that_no_note_comes_near() -> None:
    (item,) = judge("REC422", "Scapular clocks w/ TC.", NOTES, GOALS)
    assert item.level == "warning"
    assert "the last 2" in item.message


def test_this_note_an_earlier_one_or_a_cited_goal_is_enough() -> None:
    assert not judge("REC422", "Step ups for stairs.", NOTES, GOALS)
    assert not judge("REC422", "Scapular clocks w/ TC.", [*NOTES, "Stairs x4 w/ rail."], GOALS)
    assert not judge("REC422", "STG2: scapular clocks w/ TC.", NOTES, GOALS)


def test_one_earlier_note_or_no_goals_say_too_little() -> None:
    assert not judge("REC422", "Scapular clocks w/ TC.", NOTES[:1], GOALS)
    assert not judge("REC422", "Scapular clocks w/ TC.", NOTES)


def test_a_goal_of_empty_words_is_not_missed() -> None:
    assert not judge("REC422", "Scapular clocks w/ TC.", NOTES, {"goals": ["improve with assistance"]})
