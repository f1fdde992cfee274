from datetime import datetime
from pathlib import Path

import pytest

from rewriter.amend import Entry
from rewriter.errors import InputError, PackError, SettingsError
from rewriter.intake import Options, check_answer, find_pack, find_payer, line_options, take_line, take_text
from rewriter.visit import Visit

USUAL = Options("97112", Visit(minutes=20), (), "narrative", None)
NOW = datetime(2026, 11, 22, 9, 0)


def test_an_answer_is_kept_under_its_code() -> None:
    answer = check_answer("DOC130", "walking to the bathroom", find_pack("97112", None))
    assert (answer.code, answer.text) == ("DOC130", "walking to the bathroom")


@pytest.mark.parametrize("name", ["00000", "../97112", "", "x" * 50])
def test_an_unknown_pack_is_an_error(name: str) -> None:
    with pytest.raises(PackError):
        find_pack(name, None)


def test_a_line_says_more_than_the_options() -> None:
    assert line_options({"minutes": 15}, USUAL).visit.minutes == 15
    assert line_options({"visit": {"date": "2026-11-22"}}, USUAL).visit.minutes == 20
    with pytest.raises(PackError):
        line_options({"cpt": "00000"}, USUAL)


def test_a_payer_is_named_or_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('extends = "cms"\n')
    assert find_payer("ama", Visit()) == "ama"
    assert find_payer(str(path), Visit()) == path
    assert find_payer(None, Visit(payer="Medicare B")) == "cms"
    with pytest.raises(SettingsError, match="ama, cms"):
        find_payer("nonsense", Visit())


def test_a_line_becomes_a_note_with_its_answers() -> None:
    line = {"text": "Gait 20 ft.", "minutes": 25, "answers": {"DOC130": "stairs"}, "answered_on": "2026-11-21"}
    intake = take_line(line, USUAL, None, NOW)
    answer = intake.note.answers[0]
    assert (intake.note.text, intake.note.visit.minutes, intake.entry) == ("Gait 20 ft.", 25, None)
    assert (answer.code, answer.text, answer.date) == ("DOC130", "stairs", "2026-11-21")
    assert intake.rules["profile"] == "narrative"


@pytest.mark.parametrize("signed", [True, {}, {"author": "PT"}])
def test_what_is_answered_about_an_entry_describes_it(signed: object) -> None:
    answers = {
        "REC403@reason": "clarity",
        "REC403@basis": {"text": "treatment log", "date": "2026-11-22"},
        "REC401@service_date": "2026-11-20",
        "DOC130": "stairs",
    }
    intake = take_line({"text": "Gait 20 ft.", "signed": signed, "answers": answers}, USUAL, None, NOW)
    assert intake.entry is not None
    assert (intake.entry.reason, intake.entry.basis, intake.note.visit.date) == (
        "clarity",
        "treatment log",
        "2026-11-20",
    )
    assert [answer.key for answer in intake.note.answers] == ["DOC130"]


@pytest.mark.parametrize("signed", [None, False])
def test_without_an_entry_nothing_can_be_answered_about_it(signed: object) -> None:
    with pytest.raises(InputError, match="signed note"):
        take_line({"text": "Gait.", "signed": signed, "answers": {"REC403@reason": "clarity"}}, USUAL, None, NOW)


@pytest.mark.parametrize("key", ["DOC103@", "DOC103@A", "DOC103@1 2", "@1", "doc103@1"])
def test_a_key_that_no_question_has_is_an_error(key: str) -> None:
    with pytest.raises(InputError, match="its key"):
        check_answer(key, "left", find_pack("97112", None))


def test_a_note_that_the_visit_calls_signed_is_added_to() -> None:
    assert take_line({"text": "Gait.", "visit": {"signed_on": "2026-11-20"}}, USUAL, None, NOW).entry == Entry(NOW)
    assert take_line({"text": "Gait.", "signed": {"author": "PT"}}, USUAL, None, NOW).entry == Entry(NOW, "PT")
    assert take_line({"text": "Gait.", "signed": False}, USUAL, Entry(NOW), NOW).entry is None
    assert take_text("Gait.", USUAL, Entry(NOW), NOW).entry == Entry(NOW)


@pytest.mark.parametrize(
    "line", [{}, {"text": ""}, {"text": "x", "answers": [1]}, {"text": "x", "answers": {"DOC130": 1}}, {"text": 5}]
)
def test_a_line_that_cannot_be_used_is_an_error(line: dict[str, object]) -> None:
    with pytest.raises(InputError):
        take_line(line, USUAL, None, NOW)
