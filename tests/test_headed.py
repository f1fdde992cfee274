"""The head of a piece, and what the words beside it make of it."""

import pytest

from rewriter.reading.kinds.headed import find_heads, pass_by_grading, pass_by_treatment, tell_by_company, tell_by_head
from tests.one_piece import headed, named, whole


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("marching with VC", ["marching_exercise", "verbal_cue"]),
        ("VC, then marching", ["verbal_cue", "marching_exercise"]),
        ("impaired static standing balance", ["static_standing_balance"]),  # not the standing inside it
        ("blue sky", []),
    ],
)
def test_heads_stand_in_the_order_of_the_text_and_none_inside_another(text: str, heads: list[str]) -> None:
    passage = whole(text)
    assert [passage.reading.mentions[index].sense.id for index in find_heads(passage)] == heads


@pytest.mark.parametrize(
    ("text", "governed"),
    [
        ("scan L w/ VC", True),
        ("scan L w/ 4 VC", True),
        ("flushed after squats", True),
        ("tidy squats", False),
        ("squats with VC", False),
    ],
)
def test_a_head_behind_with_or_after_is_governed(text: str, governed: bool) -> None:
    assert headed(text).governed is governed


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("min cues, marching", "activity"),
        ("cues on marching", "activity"),
        ("TC on marching", "cue"),
        ("min cues", "cue"),
    ],
)
def test_a_cue_that_only_grades_leaves_the_head_to_the_activity(text: str, kind: str) -> None:
    assert pass_by_grading(headed(text)).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("gait training w/ TC", "cue"),
        ("neuro re-ed: tandem", "activity"),
        ("gait training 50 ft", "treatment"),
        ("neuro re-ed, CGA", "treatment"),
    ],
)
def test_a_treatment_leaves_the_head_to_what_it_was_made_of(text: str, kind: str) -> None:
    assert pass_by_treatment(headed(text)).kind == kind


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hip hikes 3x10", ("activity", "hip_hike")),
        ("hip hikes", None),
        ("dizziness 4/10 on turns", ("finding", "dizziness")),
        ("eyes closed 8 s (SBA)", ("finding", "standby_assistance")),
        ("standing at mirror", ("activity", "standing")),
        ("impaired dynamic balance", ("impairment", "dynamic_balance")),
        ("dynamic balance 50 ft", None),
        ("reduced sitting balance", ("impairment", "sitting_balance")),
        ("sitting balance 4/5", ("finding", "sitting_balance")),
        ("sitting balance intact", ("finding", "sitting_balance")),
        ("static sitting balance 4 min x3", ("activity", "static_sitting_balance")),
        ("sitting balance held 3 min x2", None),
        ("foam with CGA", ("activity", "foam")),
        ("supine with VC", ("activity", "supine")),
        ("static sitting balance 4 min", None),
    ],
)
def test_what_stands_beside_a_head_tells_its_kind(text: str, told: tuple[str, str] | None) -> None:
    found = headed(text)
    assert named(found.passage, tell_by_company(found)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("guided R hand to mouth with L", ("remark", "hand_to_mouth")),
        ("hand to mouth x5", ("activity", "hand_to_mouth")),
        ("dressing", ("remark", "dressing")),
        ("dressing 4/10", ("finding", "dressing")),
        ("dressing x3", ("activity", "dressing")),
        ("evaluation of gait", ("remark", "evaluation")),
        ("gait training 50 ft", ("activity", "gait_training")),
        ("gait training with wife", ("remark", "gait_training")),
        ("jumped on trampoline", ("remark", "trampoline")),
        ("red trampoline", ("activity", "trampoline")),
        ("CGA on foam", ("assist", "contact_guard_assistance")),
        ("TC at hips", ("cue", "tactile_cue")),
        ("HR 88", ("finding", "heart_rate")),
    ],
)
def test_a_head_by_itself_tells_its_kind(text: str, told: tuple[str, str]) -> None:
    found = headed(text)
    assert named(found.passage, tell_by_head(found)) == told
