"""Terms: which words claim something, by which keys two texts meet, and in which context a word stands."""

import pytest

from rewriter.fidelity.texts.scoped import AIMED
from rewriter.reading.context import NEGATED, PLANNED
from tests.worded import both, terms


def claims(text: str, *, source: bool = True) -> list[str]:
    found = terms(text, source=source)
    low = found.reading.words.low
    return [low[place] for place, claim in zip(found.place, found.claims, strict=True) if claim]


def meet(source: str, rewrite: str) -> bool:
    """Tell whether the two texts have a key in common."""
    said, note = both(source, rewrite)
    return not note.by_key.keys().isdisjoint(said.by_key)


def context(text: str) -> dict[str, int]:
    found = terms(text, source=True)
    return {found.reading.words.low[place]: bits for place, bits in zip(found.place, found.bits, strict=True)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("knee, hip and trunk", ["knee", "hip", "trunk"]),
        ("BBS 38/56 w/ min A", ["berg", "balance", "scale"]),  # figures and assistance are compared otherwise
        ("R knee", ["knee"]),
        ("two falls", ["falls"]),
        ("GMFCS III", ["gmfcs"]),
        ("Patient performed squats", ["squats"]),
        ("goal: stairs at home", ["stairs", "home"]),
        ("O: tall kneel", ["tall", "kneel"]),
        ("97112 squats", ["squats"]),
        ("can dress", ["can", "dress"]),
        ("so that she can dress", ["dress"]),  # an aim, no ability
        ("timed up and go", ["timed", "up", "go"]),  # the words of a name claim together
        ("up and go", []),
        ("blur with reading", ["blur", "reading"]),  # a function of life
        ("the reading was 71", []),
        ('said "me too"', ["me", "too"]),  # what is quoted claims, word for word
        ("said me too", ["too"]),
    ],
)
def test_only_words_that_claim_something_claim(text: str, words: list[str]) -> None:
    assert claims(text) == words


def test_a_picture_may_be_left_out_but_not_added() -> None:
    assert claims("squats \U0001f600") == ["squats"]
    assert claims("squats \U0001f600", source=False) == ["squats", "\U0001f600"]


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("STS", "sit to stand"),
        ("CVA", "stroke"),
        ("BBS", "Berg"),
        ("buckled", "gave way"),
        ("unsteady", "unsteadiness"),
        ("in // bars", "parallel bars"),
        ("PT", "the therapist"),  # one of its readings
        ("min", "minimal"),  # a bare level
    ],
)
def test_two_ways_to_say_the_same_share_a_key(source: str, rewrite: str) -> None:
    assert meet(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"), [("knee", "hip"), ("wife", "husband"), ("Monday", "Friday"), ("foam", "beam")]
)
def test_two_things_share_none(source: str, rewrite: str) -> None:
    assert not meet(source, rewrite)


def test_only_a_source_may_be_told_less_exactly() -> None:
    assert "=walker" in terms("rolling walker", source=True).less[0]
    assert terms("rolling walker", source=False).less == [(), ()]


def test_each_word_has_the_context_of_its_sentence_and_no_other() -> None:
    said = context("no dizziness. squats. goal to swim.\nPLAN:\nlunges")
    assert said["dizziness"] & NEGATED
    assert said["squats"] == 0
    assert said["lunges"] & PLANNED
    assert said["swim"] & AIMED


def test_contexts_tell_what_some_and_what_all_of_a_keys_words_have() -> None:
    some, every = terms("no dizziness. dizziness on stairs", source=True).contexts["@dizziness"]
    assert (some & NEGATED, every & NEGATED) == (NEGATED, 0)


def test_a_phrase_is_held_only_in_whole_words_and_in_order() -> None:
    text = terms("squats 10 times, taps", source=True)
    assert text.holds(["times", ",", "taps"])
    assert not text.holds(["quats"])
    assert not text.holds(["squats", "times"])


def test_clauses_end_at_marks_and_sentences_at_full_stops() -> None:
    text = terms("squats, taps. lunges", source=True)
    assert len(set(text.clause)) == 3
    assert text.sentence == [0, 0, 1]
