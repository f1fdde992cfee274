"""Who did what, and why: agents, verbs, links; infinitives and nouns are no deeds."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import Event, Reading, read

PACK = load_pack()


def deeds(text: str) -> list[tuple[str, str, list[str]]]:
    reading = read(text, PACK)
    return [(event.agent, _verb(reading, event), _things(reading, event)) for event in reading.events]


def _verb(reading: Reading, event: Event) -> str:
    return "" if event.verb is None else reading.mentions[event.verb].sense.id


def _things(reading: Reading, event: Event) -> list[str]:
    return list(dict.fromkeys(reading.mentions[i].sense.id for i in (*event.interventions, *event.cues)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Therapist guided weight shift.", [("therapist", "guide", ["weight_shift"])]),
        ("guided weight shift", [("therapist", "guide", ["weight_shift"])]),
        ("Patient walked with rail.", [("patient", "walk", [])]),
        ("Wife guided weight shift.", [("caregiver", "guide", ["weight_shift"])]),
        ("Caregiver guided weight shift.", [("caregiver", "guide", ["weight_shift"])]),
        ("Aide guided weight shift.", [("aide", "guide", ["weight_shift"])]),
        ("Student guided weight shift.", [("student", "guide", ["weight_shift"])]),
        ("Weight shift was guided by aide.", [("aide", "guide", ["weight_shift"])]),
        ("weight shift", [("therapist", "", ["weight_shift"])]),
        ("weight shift w/ TC", [("therapist", "", ["weight_shift", "tactile_cue"])]),
        (
            "guided weight shift and facilitated head turns",
            [("therapist", "guide", ["weight_shift"]), ("therapist", "facilitate", ["head_turn"])],
        ),
        (
            "Therapist guided weight shift while patient walked.",
            [("therapist", "guide", ["weight_shift"]), ("patient", "walk", [])],
        ),
        ("no weight shift", []),
        ("weight shift next session", []),
        ("poor balance", []),
        ("", []),
    ],
)
def test_deeds(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert deeds(text) == expected


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("CNA says slept poorly, STS x5 VC", ["aide", "therapist"]),
        ("CNA reported pt refused lunch, STS x5 VC", ["aide", "patient"]),
        ("tech stated heel sore, tandem stance x3 TC", ["aide", "therapist"]),
        ("sts x3 mod A x2 w tech, stood 40 sec", ["patient"]),
        ("gait 20 ft max A x1 + aide, rested 2 min", ["therapist"]),
        ("gait 50 ft min A and aide did wobble board x10", ["therapist", "aide"]),
        ("min A and the aide guided weight shift", ["aide"]),
    ],
)
def test_who_speaks_or_helps_too_did_not_do_the_rest(text: str, agents: list[str]) -> None:
    assert list(dict.fromkeys(agent for agent, _, _ in deeds(text))) == agents


def test_who_is_told_to_help_is_no_agent() -> None:
    assert [agent for agent, _, _ in deeds("Therapist instructed wife to guard.")] == ["therapist"]
    assert [agent for agent, _, _ in deeds("taught aide guarding")] == ["therapist"]


def test_an_unnamed_agent_is_not_explicit() -> None:
    assert [event.explicit for event in read("Therapist guided weight shift.", PACK).events] == [True]
    assert [event.explicit for event in read("guided weight shift", PACK).events] == [False]


def test_an_infinitive_is_no_verb_of_an_event() -> None:
    assert deeds("to guide weight shift") == [("therapist", "", ["weight_shift"])]


def test_a_participle_before_a_noun_is_no_verb_of_an_event() -> None:
    assert deeds("Therapist provided graded head turns.") == [("therapist", "provide", ["head_turn"])]


@pytest.mark.parametrize("text", ["Patient wants to walk to the bathroom."])
def test_a_wish_or_a_request_is_not_done_by_the_patient(text: str) -> None:
    assert [agent for agent, _, things in deeds(text) if things and agent == "patient"] == []


@pytest.mark.xfail(
    strict=True, reason="'reaching' as the object of a verb is read as a second verb with the therapist as its subject"
)
def test_a_noun_in_ing_is_no_verb() -> None:
    assert [verb for _, verb, _ in deeds("Therapist guided reaching because of neglect.")] == ["guide"]


def links(text: str) -> list[tuple[int, str, str]]:
    reading = read(text, PACK)
    return [(link.event, reading.mentions[link.target].sense.id, link.reach) for link in reading.links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Therapist guided weight shift to improve balance.", [(0, "balance", "direct")]),
        ("Therapist guided weight shift due to ataxia.", [(0, "ataxia", "direct")]),
        ("Therapist guided weight shift due to impaired balance.", [(0, "balance", "direct")]),
        ("Therapist guided weight shift due to balance.", []),
        ("Therapist guided weight shift due to no ataxia.", []),
        ("Therapist guided weight shift with ataxia.", []),
        ("Therapist guided weight shift. This targets gait stability.", [(0, "gait_stability", "adjacent")]),
        ("Therapist guided weight shift. Gait stability was poor.", []),
    ],
)
def test_links(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert links(text) == expected


def test_the_umbrella_reason_is_inherited_by_events_without_their_own() -> None:
    text = (
        "Therapist provided neuromuscular re-education to address ataxia. Therapist guided weight shift. "
        "Therapist guided head turns to improve balance."
    )
    assert links(text) == [(0, "ataxia", "direct"), (1, "ataxia", "inherited"), (2, "balance", "direct")]


def test_an_event_without_an_umbrella_inherits_nothing() -> None:
    assert links("Therapist guided weight shift to address ataxia. Therapist guided head turns.") == [
        (0, "ataxia", "direct")
    ]
