"""What a form of several meanings stands for: the one whose context is beside it, in its clause, or in the note."""

from collections.abc import Mapping

import pytest

from rewriter.glossary import Choice, Short
from rewriter.reading.shorthand import read_words
from rewriter.reading.shorthand.settled import settle
from rewriter.reading.words import split_words
from tests.spelled import PACK, shown


def choice(say: str, *, usual: bool = False, **context: str) -> Choice:
    before, after, near, topic = (
        frozenset(context.get(where, "").split()) for where in ("before", "after", "near", "topic")
    )
    return Choice(say, before, after, near, topic, usual)


ZED = Short(
    None,
    "",
    (
        choice("zebra", near="stripes", after="*ed", topic="savanna"),
        choice("zenith", near="sky #", before="noon", topic="astronomy"),
    ),
)
YOD = Short(None, "", (choice("yodel", after="."), choice("yodh", after="zebra")))
VAU = Short(
    None, "", (choice("vault", usual=True, after="door"), choice("vaunt", near="stripes"), choice("vow", before="my"))
)


def settled(text: str, *, steady: bool = False, certain: Mapping[int, list[str]] | None = None) -> list[str | None]:
    words = split_words(text)
    forms = {"zed": ZED._replace(steady=steady), "yod": YOD, "vau": VAU}
    doubtful = [(at, at + 1, forms[word]) for at, word in enumerate(words.low) if word in forms]
    return settle(words, doubtful, dict(certain or {}))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the zed has stripes", "zebra"),
        ("the zed in a sky", "zenith"),
        ("noon zed", "zenith"),
        ("the zed walked", "zebra"),
        ("zed with 4 legs", "zenith"),  # a figure
        ("zed, tall, has stripes", "zebra"),
        ("zed of the sky, stripes", "zenith"),  # its own clause goes first
        ("zed. We spoke of astronomy", "zenith"),
        ("the zed", None),
        ("zed has stripes in a sky", None),
        ("zed, then 4", None),  # what is counted says nothing so far away
        ("the zed. A sky", None),
        ("zed. We spoke of astronomy. A savanna", None),
    ],
)
def test_the_context_beside_a_form_decides(text: str, said: str | None) -> None:
    assert settled(text) == [said]


def test_sure_shorthand_decides_in_full() -> None:
    assert settled("the zed st", certain={2: ["stripes"]}) == ["zebra"]
    assert settled("the zed st") == [None]


def test_what_one_form_turned_out_to_be_decides_for_its_neighbour() -> None:
    assert settled("yod zed has stripes") == ["yodh", "zebra"]
    assert settled("yod zed") == [None, None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("zed has stripes. Old zed", ["zebra", "zebra"]),
        ("zed has stripes. Zed in a sky. Old zed", ["zebra", "zenith", None]),
    ],
)
def test_a_form_with_one_meaning_throughout_is_read_alike(text: str, said: list[str | None]) -> None:
    assert settled(text, steady=True) == said
    assert settled(text)[-1] is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the vau", ["vault"]),
        ("my vau", ["vow"]),
        ("the vau, stripes", ["vaunt"]),
        ("my vau has stripes", [None]),  # two others: nothing is usual here
        ("my vau door", [None]),
        ("stripes, vau door", ["vault"]),  # its own words go first
        ("vau zed has stripes", ["vaunt", "zebra"]),
    ],
)
def test_the_usual_reading_stands_unless_another_has_its_context(text: str, said: list[str | None]) -> None:
    assert settled(text) == said


def test_what_is_usual_decides_for_its_neighbour() -> None:
    forms = (Short(None, "", (choice("zebra", usual=True), choice("zenith", near="sky"))), YOD)
    words = split_words("yod zed")
    doubtful = [(0, 1, forms[1]), (1, 2, forms[0])]
    assert settle(words, doubtful, {}) == ["yodh", "zebra"]


def test_a_dot_of_the_form_itself_ends_nothing() -> None:
    assert settled("old yod. zebra") == ["yodh"]
    assert settled("old yod. Zebra") == ["yodel"]


def test_a_word_behind_a_comma_decides_where_the_clause_is_silent() -> None:
    words = read_words("did EC, sway on turf", PACK)
    assert [(item.said, item.sure) for item in words.read_as] == [("eyes closed", True)]


def test_a_word_of_the_clause_goes_before_one_behind_a_comma() -> None:
    words = read_words("DIP flexion, paraffin dip", PACK)
    assert [item.said for item in words.read_as] == ["distal interphalangeal"]


def test_a_word_in_another_sentence_decides_nothing() -> None:
    assert [item.sure for item in read_words("did EC. sway on turf", PACK).read_as] == [False]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("PD, festination in hall", "Parkinson disease"),
        ("HH visit. PD. FOG at doorway", "Parkinson disease"),
        ("PD overnight. Chronic ESRD", "peritoneal dialysis"),
        ("DS, 22 mo. Cruised 4 steps", "Down syndrome"),
    ],
)
def test_a_topic_decides_from_anywhere_in_the_note(text: str, said: str) -> None:
    assert (said, True) in [(item.said, item.sure) for item in read_words(text, PACK).read_as]


@pytest.mark.parametrize("text", ["PD. FOG at doorway. Dialysis MWF", "PD. Walked to door"])
def test_two_topics_or_none_leave_the_form(text: str) -> None:
    assert [item.sure for item in read_words(text, PACK).read_as if item.text == "PD"] == [False]


def test_a_steady_form_is_read_alike_throughout_a_note() -> None:
    words = read_words("texture by touch w/ EC. L hand 3/5. EC again", PACK)
    assert [item.said for item in words.read_as if item.text == "EC"] == ["eyes closed", "eyes closed"]


def test_two_readings_with_context_leave_the_form() -> None:
    words = read_words("EC on foam and pacing", PACK)
    assert [(item.text, item.sure) for item in words.read_as] == [("EC", False)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("L lean 2/2 dec midline orientation", "left lean secondary to decreased midline orientation"),
        ("L lean 2/2 reduced attention", "left lean secondary to reduced attention"),
        ("L lean due to dec balance", "left lean due to decreased balance"),
        ("L lean due to decrease balance", "left lean due to decreased balance"),
        ("L lean due to decrease in balance", "left lean due to decrease in balance"),
        ("fall due to Dec ice", "fall due to Dec ice"),
        ("2/2 correct", "2 of 2 correct"),
        ("manual R max", "manual resistance max"),
        ("manual R hip facilitation", "manual right hip facilitation"),
        ("s p L TKA", "status post left total knee arthroplasty"),
        ("imp balance", "impaired balance"),
        ("(-) pain (+) fatigue", "negative pain positive fatigue"),
        ("kneel 2 min TC hips", "kneel 2 min tactile cues hips"),
    ],
)
def test_a_form_that_is_settled_decides_for_its_neighbour(text: str, said: str) -> None:
    assert shown(text) == said
