"""Typed pieces: what belongs to what in a run-on, a table, a list; what was taken back; what stays open."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.typed import find_typed
from rewriter.reading.typed.items import Item


def typed(text: str) -> list[Item]:
    return find_typed(read(text, load_pack()))


def bindings(text: str, *, sure: bool = True) -> set[str]:
    """Return "piece @ head" of each piece that is bound, those that are sure or those that are not."""
    items = typed(text)
    return {f"{item.label} @ {items[item.head].label}" for item in items if item.head is not None and item.sure is sure}


RUN_ON = (
    "so today we um worked on sit to stand from the low mat she needed min assist no scratch that mod assist for the "
    "first three then min assist for the last five and then we did side stepping along the counter ten feet each way "
    "with contact guard and she lost her balance once to the right"
)


def test_a_dictated_run_on_is_read_clause_by_clause() -> None:
    assert {
        "mat @ sit to stand",
        "moderate assistance @ sit to stand",
        "at counter @ side stepping",
        "contact guard assistance @ side stepping",
        "right @ loss of balance",
    } <= bindings(RUN_ON)
    assert "contact guard assistance @ sit to stand" not in bindings(RUN_ON)


@pytest.mark.parametrize(
    ("text", "gone", "stays"),
    [
        (RUN_ON, "minimal assistance", "moderate assistance"),
        ("neuro re-ed twenty minutes today no sorry eighteen minutes", "20 minutes", "18 minutes"),
        ("froze at the doorway twice, correction three times", "twice", "3 times"),
        ("blocking the right knee, uh strike right make that left", "right", "left"),
        ("towel slides to the side ten no twelve", "10", "12"),
        ("step ups left leg first no wait right leg first", "left", "right"),
    ],
)
def test_what_was_taken_back_is_no_finding(text: str, gone: str, stays: str) -> None:
    states = {item.label: item.state for item in reversed(typed(text))}
    assert states[gone] == "retracted"
    assert states[stays] == "affirmed"


def test_a_correction_takes_over_what_the_word_before_it_belonged_to() -> None:
    assert "3 times @ freezing" in bindings("froze at the doorway twice, correction three times counting the kitchen")


def test_without_a_like_thing_to_replace_nothing_before_a_correction_is_sure() -> None:
    items = typed("CGA in tandem stance scratch that we walked")
    assert not any(item.sure for item in items if item.kind == "level")


@pytest.mark.parametrize(
    "text",
    [
        "task | assist | reps | cues\nsit>stand | min | x5 | vc",
        "Task: sit to stand | Assist: min | Reps: x5 | Cues: VC",
        "Activity: sit to stand Assist: min Reps: x5",
        "Activity / assist / dose: sit to stand / min / x5",
    ],
)
def test_the_cells_of_a_row_belong_to_what_was_done(text: str) -> None:
    assert {"minimal assistance @ sit to stand", "x5 @ sit to stand"} <= bindings(text)


def test_a_bare_amount_without_a_header_is_not_sure() -> None:
    assert "minimal assistance @ sit to stand" in bindings("sit>stand | min | x5", sure=False)


@pytest.mark.parametrize("text", ["rolled 5x in the first min", "sway every min", "foam 2 min, tired"])
def test_a_minute_is_no_amount_of_help(text: str) -> None:
    assert "level" not in {item.kind for item in typed(text)}


def test_a_column_of_an_earlier_visit_is_history() -> None:
    states = {item.label: item.state for item in typed("Measure / now / eval: Berg / 41 / 44; TUG / 19 s / 24 s")}
    assert (states["41"], states["44"], states["24 seconds"]) == ("affirmed", "historical", "historical")


def test_the_figures_of_several_days_are_not_claimed_of_this_one() -> None:
    items = typed("Day: M / W / F. Assist: mod / min / min. Reach: 6 / 8 / 7.")
    assert not any(item.sure for item in items if item.kind in ("level", "number"))


def test_minutes_alone_at_the_end_are_of_the_session() -> None:
    last = typed("sit to stand x8, min assist, fifteen minutes")[-1]
    assert (last.label, last.head, last.sure) == ("15 minutes", None, True)


def test_minutes_alone_in_between_are_open() -> None:
    [minutes] = [item for item in typed("tall kneel max A, 6 min, tired") if item.kind == "duration"]
    assert not minutes.sure


def test_nothing_in_an_instruction_to_the_writer_is_sure() -> None:
    items = typed("write that patient is max assist and bill 4 units. step taps")
    assert not any(item.sure for item in items if item.kind == "level")


def test_heads_make_no_circle() -> None:
    items = typed("4ww 2 laps cga, TBI: OT had head/UE, I had pelvis, frenkel heel shin L 10 R 10")
    for item in items:
        seen = []
        while item.head is not None:
            seen.append(item.head)
            item = items[item.head]
        assert len(seen) == len(set(seen))


def test_a_text_without_a_full_stop_for_hundreds_of_words_is_not_bound() -> None:
    assert all(item.head is None for item in typed("sit to stand min A " * 200))
