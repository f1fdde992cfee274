"""Words that name a deficit in one place and a deed, a game or a thing in another."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def deficits(text: str) -> list[str]:
    reading = read(text, PACK)
    return [reading.written(m).lower() for m in reading.mentions if m.sense.kind in ("impairment", "symptom")]


@pytest.mark.parametrize(
    "text",
    [
        "Walked 150 ft pushing the IV pole",
        "walked 50 ft pushing wheelchair",
        "seated on ball, pushing through feet x10",
        "pushing L foot into pedal x10",
        "STS w/ pushing through arms",
        "prone on scooter, pushing off wall x8",
        "pushing and pulling drawer x10",
        "listing 5 animals while walking",
        "platform swing, spinning x10",
        "freeze dance x3",
        "treadmill w/ 30% unweighting",
        "L rigid AFO donned",
        "trialed rigid back on w/c",
        "rigid frame chair ordered",
        "tight shoes off",
        "stiff door at home",
        "edema glove on L",
        "stooped to pick up shoes x5",
        "swaying side to side to music",
        "drifting off to sleep",
        "L lean x10",
        "VC for R lean",
        "R lean onto forearm",
    ],
)
def test_a_deed_a_game_or_a_thing_is_no_deficit(text: str) -> None:
    assert deficits(text) == []


@pytest.mark.parametrize(
    ("text", "deficit"),
    [
        ("sitting EOB, pushing L, mod A", "pushing"),
        ("pushing to the R in stand", "pushing"),
        ("strong pushing w/ R UE", "pushing"),
        ("pushing toward weak side", "pushing toward weak side"),
        ("L CVA, pushing, poor midline", "pushing"),
        ("listing to L", "listing"),
        ("trunk rigid", "rigid"),
        ("freezes on turns", "freezes"),
        ("room spinning 4/10", "room spinning"),
        ("drifts to R in gait", "drifts"),
        ("stand 3x1 min, L lean", "l lean"),
    ],
)
def test_a_deficit_stays_one(text: str, deficit: str) -> None:
    assert deficit in deficits(text)


@pytest.mark.parametrize(("text", "planned"), [("VC for what comes next", False), ("foam comes next", True)])
def test_what_comes_next_in_a_task_is_no_plan(text: str, planned: bool) -> None:
    assert any(m.sense.kind == "planned" for m in read(text, PACK).mentions) is planned


@pytest.mark.parametrize("text", ["TC at hip for dec balance", "TC for reduced L trunk control"])
def test_less_of_an_ability_is_a_deficit(text: str) -> None:
    kinds = {mention.sense.kind for mention in read(text, PACK).mentions}
    assert {"deficit", "ability"} <= kinds


def test_less_of_a_deficit_is_a_purpose() -> None:
    links = [
        mention.sense.id for mention in read("MFR for decreased pain", PACK).mentions if mention.sense.kind == "link"
    ]
    assert links == ["to_reduce"]


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("fatigue so stopped after 2nd set (3 planned)", False),
        ("4 of 6 planned trials", False),
        ("stairs x3 planned", True),
        ("stairs planned", True),
    ],
)
def test_what_came_of_a_plan_is_none(text: str, planned: bool) -> None:
    assert any(mention.sense.kind == "planned" for mention in read(text, PACK).mentions) is planned


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("spasm 20 s going to tall kneel", False),
        ("LOB going to the gym", False),
        ("dizzy going to supine", False),
        ("dtr going to order buttonhook", True),
        ("pt is going to stand next wk", True),
    ],
)
def test_going_to_a_place_is_no_plan(text: str, planned: bool) -> None:
    assert planned == any(m.sense.kind == "planned" and m.sense.group == "forward" for m in read(text, PACK).mentions)


@pytest.mark.parametrize("text", ["pressure relief lateral lean q15 min", "L lean x10"])
def test_a_lean_that_is_done_is_no_deficit(text: str) -> None:
    assert deficits(text) == []


@pytest.mark.parametrize(
    ("text", "is_cue"),
    [
        ("followed 4/6 one step commands", False),
        ("one step directions followed half of the time", False),
        ("one step commands for dressing", True),
    ],
)
def test_a_command_that_is_followed_is_no_cue(text: str, is_cue: bool) -> None:
    reading = read(text, PACK)
    assert any(mention.sense.id == "one_step_command" for mention in reading.mentions) is is_cue
