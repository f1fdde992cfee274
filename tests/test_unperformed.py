"""What names a treatment and was none: of another day, ordered, left out, by somebody else, or by the way."""

import pytest

from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.kinds.unperformed import tell_aside, tell_of_others, tell_unperformed
from tests.noted import kinds_and_surfaces
from tests.one_piece import PACK, headed, named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("reminded to lock brakes", ("remark", "wheelchair_brake")),
        ("cautioned on stairs", ("remark", "stairs")),
        ("practiced stairs", None),
        ("resume tandem", ("remark", "tandem")),
        ("resume tandem x5", None),
        ("add tummy time", ("remark", "tummy_time")),
        ("turning not addressed today", ("remark", "turning")),
        ("squats not trialed today", ("finding", "squat")),
        ("walks hall w/o bumping L", ("remark", "walking")),
        ("walks hall 50 ft", None),
        ("squats on Monday", ("remark", "squat")),
        ("knee dives in on each squat", ("finding", "squat")),
        ("stays when cued", ("remark", "cueing")),
        ("VC needed", ("remark", "verbal_cue")),
        ("walks by himself", ("remark", "walking")),
        ("seizures x0", ("finding", "seizure")),
        ("seizures x2", None),
        ("squats with VC", None),
    ],
)
def test_what_was_not_done_is_no_treatment(text: str, told: tuple[str, str] | None) -> None:
    found = headed(text)
    assert named(found.passage, tell_unperformed(found)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("wife did squats", ("remark", "squat")),
        ("patient did squats", None),
        ("back to running in 4 weeks", ("remark", "running")),
        ("running 4 min", None),
        ("cruise 4 mo ago", ("remark", "cruising")),
        ("reaches second shelf now", ("finding", "reaching")),
        ("reaches x5 now", None),
        ("patient bridge", ("remark", "bridging")),
    ],
)
def test_what_others_did_or_long_ago_and_how_far_the_patient_came_is_no_treatment(
    text: str, told: tuple[str, str] | None
) -> None:
    found = headed(text)
    assert named(found.passage, tell_of_others(found)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mirror helped", ("remark", "mirror")),
        ("VC failed", ("remark", "verbal_cue")),
        ("VC for hips", None),
        ("scan L w/ VC", ("remark", "verbal_cue")),
        ("foam with eyes shut and a VC", ("remark", "verbal_cue")),
        ("pegs and a VC", None),
        ("rail and a VC", None),
        ("rail or TC", ("remark", "tactile_cue")),
        ("took nap on swing", ("remark", "swing_phase")),
        ("took turns on swing", None),
        ("depress scap (TC)", ("remark", "tactile_cue")),
        ("squats (TC)", None),
    ],
)
def test_a_cue_by_the_way_and_a_pause_are_no_treatment(text: str, told: tuple[str, str] | None) -> None:
    found = headed(text)
    assert named(found.passage, tell_aside(found)) == told


@pytest.mark.parametrize("text", ["fell x2 this wk, backing up from fridge", "VC no bending, leaning to reach floor"])
def test_what_somebody_fell_or_was_cued_at_is_no_treatment(text: str) -> None:
    assert "activity" not in {fact.kind for fact in find_facts(read(text, PACK), PACK)}


def test_a_dose_behind_a_fall_tells_a_treatment() -> None:
    facts = find_facts(read("fell x2 this wk, step-ups 6 in x10", PACK), PACK)
    assert "activity" in {fact.kind for fact in facts}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("needed VC for hand placement, reaches for walker", "remark"),
        ("keeps leaning L, reaches across midline", "remark"),
        ("tandem x5, reaches across midline x10", "activity"),
        ("doorway 4/6, others vc 'stop'", "remark"),
        ("loops HOH max", "remark"),
    ],
)
def test_what_the_patient_did_by_the_way_is_no_treatment(text: str, told: str) -> None:
    assert find_facts(read(text, PACK), PACK)[-1].kind == told


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("step down, ICU weakness after sepsis", False),
        ("STS x5, step down unit", False),
        ("step down 4 in x10 R", True),
        ("STS x5, step down L", True),
    ],
)
def test_a_ward_is_no_exercise(text: str, done: bool) -> None:
    assert any(kind == "activity" and "step" in said for kind, said in kinds_and_surfaces(text)) is done


@pytest.mark.parametrize(
    "text",
    [
        "to recliner after",
        "to cardiac chair",
        "to w/c for lunch",
        "to cardiac chair 45 min",
        "to toilet w/ RW min A",
        "to dining room at end",
    ],
)
def test_where_somebody_went_is_no_purpose(text: str) -> None:
    assert kinds_and_surfaces(f"gait 50 ft, {text}")[-1][0] != "function"


@pytest.mark.parametrize("text", ["to climb stairs at home", "for bed mobility"])
def test_what_it_is_for_is_one(text: str) -> None:
    assert kinds_and_surfaces(f"weight shifts, {text}")[-1][0] == "function"


@pytest.mark.parametrize(
    "text",
    [
        "mirror w OT pm",
        "mirror therapy w OT this pm",
        "chin tuck w SLP later",
        "dressing w OT am",
        "R arm hand-over-hand A",
        "mirror shave SBA",
        "mirror tracing 5 min",
        "down vc lean back",
    ],
)
def test_what_others_give_and_what_stands_by_the_way_is_no_cue_of_this_visit(text: str) -> None:
    assert [kind for kind, _ in kinds_and_surfaces(text)] == ["remark"]


@pytest.mark.parametrize("text", ["mirror for midline 2 min", "HOH A R UE", "mirror and TC trunk", "vc lean back"])
def test_a_cue_stays_a_cue(text: str) -> None:
    assert "cue" in [kind for kind, _ in kinds_and_surfaces(text)]


def test_who_stands_by_with_a_verb_is_the_writer() -> None:
    assert kinds_and_surfaces("TKE w/ PT blocking knee x12")[0][0] == "activity"


@pytest.mark.parametrize(
    "text",
    [
        "daughter gave min A, vc x1",
        "aide gave CGA, vc x2, TC hip",
        "PT pm gait",
        "OT am dressing",
        "ramp demo by rep",
        "VC nil",
        "BP 92/50, back supine 3 min",
    ],
)
def test_what_somebody_else_gave_or_nobody_is_no_cue_help_or_treatment(text: str) -> None:
    assert not {"cue", "assist", "activity"}.intersection(kind for kind, _ in kinds_and_surfaces(text))


@pytest.mark.parametrize("text", ["wife present, vc x2", "PT gave min A, vc x1", "vc by end x2", "demo by therapist"])
def test_who_only_stands_by_gives_nothing(text: str) -> None:
    assert "cue" in [kind for kind, _ in kinds_and_surfaces(text)]
