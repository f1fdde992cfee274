from dataclasses import replace

from rewriter import Note, improve
from rewriter.case import open_case
from rewriter.listing import difference, messages, prompts, sign, trace
from rewriter.loop import OK, UNREACHABLE, Limits, Reply, State, Step, Try, Usage
from rewriter.prompt import Message, load_prompt
from rewriter.task import make_proved

PROMPT = load_prompt("arrange")


def test_the_trace_has_a_line_for_each_request_and_no_text() -> None:
    note = Note("wt shift to R, TC @ R hip, poor propriocep R LE. goal: gait at home")
    task = make_proved(open_case(note), [], PROMPT, Limits(), mask=True)
    steps = (
        Step("draft", OK, ("FID192",), True, Reply(OK, "secret words", Usage(100, 20), seconds=1.5)),
        Step("repair", UNREACHABLE, (), False, Reply(UNREACHABLE, tries=(Try("429", 0.1), Try("timeout", 2.0)))),
    )
    told = trace(replace(improve(note), state=State(task, outcome=UNREACHABLE, steps=steps)))
    assert told.splitlines() == [
        "trace: 1. draft: ok, 100 + 20 tokens, 1.5 s [FID192]",
        "trace: 2. repair: unreachable, not kept, 0 + 0 tokens, 0.0 s after 429 after timeout",
        "trace: unreachable; 100 tokens in, 20 out",
    ]


def test_the_composer_has_no_trace() -> None:
    assert trace(improve(Note("wt shift"))) == "trace: no model was asked"


def test_prompts_are_listed_with_the_live_version() -> None:
    assert prompts([{"name": "arrange", "versions": [1, 2], "live": 2}]) == "arrange: 1, 2 (live)"


def test_messages_stand_under_their_roles() -> None:
    assert messages([Message("system", "a"), Message("user", "b")]) == "--- system ---\na\n\n--- user ---\nb"


def test_the_difference_of_two_prompts_is_a_diff() -> None:
    assert difference(PROMPT, PROMPT) == "no difference"
    changed = replace(PROMPT, version=2, parts={**PROMPT.parts, "ask": "$sheet, please"})
    assert "+$sheet, please" in difference(PROMPT, changed)


def test_a_sign_shows_whether_it_is_well() -> None:
    assert [sign("a", "b", well) for well in (True, False, None)] == ["ok a: b", "NO a: b", "   a: b"]
