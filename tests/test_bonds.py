from rewriter.bonds import find_home, is_closed, is_led, is_occasion, is_step, is_test, line_up, may_list
from rewriter.case import open_case
from rewriter.note import Note
from rewriter.reading.facts import Fact


def facts_of(text: str) -> dict[str, Fact]:
    return {fact.id: fact for fact in open_case(Note(text)).gather()}


def test_a_cue_belongs_to_the_activity_before_it() -> None:
    facts = facts_of("wt shift R, TC at hip, step taps, VC for upright")
    events = line_up([*facts.values()])
    assert find_home(facts["cue1"], events)[1] == "activity1"
    assert find_home(facts["cue2"], events)[1] == "activity2"
    assert is_led(facts["cue2"], [facts["activity2"]], events)
    assert not is_led(facts["cue2"], [facts["activity1"]], events)


def test_a_cue_before_a_comma_does_not_belong_to_what_comes_next() -> None:
    facts = facts_of("TC at hip, wt shift R")
    assert not is_led(facts["cue1"], [facts["activity1"]], line_up([*facts.values()]))


def test_what_was_counted_or_caught_is_an_occasion() -> None:
    facts = facts_of("LOB x2 caught by PT. poor balance")
    assert is_occasion(facts["impairment1"])
    assert not is_occasion(facts["impairment2"])


def test_a_change_of_activity_is_a_step_though_it_is_no_activity() -> None:
    facts = facts_of("nerve glide, switched to light texture ID, VC for upright")
    assert is_step(facts["remark1"])
    assert not is_step(facts["cue1"])


def test_a_measurement_is_no_treatment() -> None:
    facts = facts_of("re-tested gait 40 ft (30 last mo), TC at hip")
    assert is_test(facts["activity1"])
    assert not is_test(facts["cue1"])


def states_of(text: str) -> list[Fact]:
    return [fact for fact in facts_of(text).values() if fact.kind in ("diagnosis", "impairment")]


def test_a_side_reaches_over_to_what_has_none_in_one_list() -> None:
    sided = states_of("L hemiparesis. poor balance. ataxia")
    assert [fact.surface for fact in sided] == ["left hemiparesis", "poor balance", "ataxia"]
    assert not may_list(sided[:2])
    assert may_list(sided[1:])


def test_how_long_ago_it_was_closes_a_diagnosis() -> None:
    stroke, deficit = states_of("L CVA 5 wk. R hemiparesis")
    assert is_closed([stroke])
    assert may_list([stroke, deficit])
