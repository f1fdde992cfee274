"""The goal of the plan of care: named, or met by what the work is for."""

import pytest

from rewriter.visit import Visit
from tests.judged import found

CODE = "DOC132"
UNRELATED: list[tuple[str, tuple[str, ...], str]] = [
    ("Therapist guided step taps with verbal cues to improve balance.", (), "full"),
    ("Therapist cued gait for safe home mobility. Patient progressing toward goals.", (), "full"),
    ("Weight shifting 2x10 with TC at pelvis. No goals stated.", (), "full"),
    ("Therapist guided VOR x1 exercises to improve gaze stability.", ("Don socks independently",), "narrative"),
    ("Reaching to cup x10 with HOH to improve feeding.", ("Climb 12 stairs with rail", "Walk to mailbox"), "narrative"),
    ("Tandem stance with CGA.", ("Open jars",), "full"),
    ("Sit to stand x10 for toilet transfers.", ("Type 20 words per minute at work",), "narrative"),
    ("Gait 150 ft.", (), "full"),
]
RELATED: list[tuple[str, tuple[str, ...], str]] = [
    ("LTG: independent stairs. Therapist guided step taps.", (), "full"),
    ("Patient wants to walk the dog. Therapist guided step taps.", (), "full"),
    ("Therapist guided step taps for stair climbing.", ("Climb 12 stairs with one rail",), "narrative"),
    ("Reaching to cup x10 for self feeding.", ("Feed self with right hand in 6 weeks",), "narrative"),
    ("Goal: stand at sink to brush teeth. Weight shift.", ("Stand at sink",), "full"),
    ("Therapist guided step taps with verbal cues to improve balance.", (), "narrative"),
    ("Sit to stand x10 with VC.", ("Rise from chair: sit to stand without hands",), "narrative"),
    ("Gait 150 ft with RW toward STG 1 (household ambulation).", (), "full"),
]


@pytest.mark.parametrize(("text", "goals", "profile"), UNRELATED)
def test_work_for_no_goal_is_found(text: str, goals: tuple[str, ...], profile: str) -> None:
    assert found(CODE, text, visit=Visit(goals=goals), profile=profile)


@pytest.mark.parametrize(("text", "goals", "profile"), RELATED)
def test_work_for_a_goal_is_seen(text: str, goals: tuple[str, ...], profile: str) -> None:
    assert not found(CODE, text, visit=Visit(goals=goals), profile=profile)
