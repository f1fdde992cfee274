"""What is added to a signed note: labelled, dated, authored, and above the original as it was."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.amend import (
    ADDENDUM,
    DRAFT,
    DRAFT_LINE,
    LATE_ENTRY,
    Added,
    Entry,
    amend,
    entry_from,
    finish,
    make_record,
    to_dict,
)
from rewriter.check import check
from rewriter.errors import InputError
from rewriter.improve import improve
from rewriter.note import Answer, Note
from rewriter.result import Status
from rewriter.visit import Visit

SERVICE = date(2026, 11, 18)
LATER = datetime(2026, 11, 20, 14, 5)
ENTRY = Entry(LATER, "A. Zefgq, OTR/L", "interrupted by an emergency", "treatment log")
TEXT = "wt shift w/ TC @ pelvis, impaired balance, gait at home. 7/10 steady, min A. 24 min"
NOTE = Note(TEXT, visit=Visit(date="2026-11-18"))


def text_of(note: Note, entry: Entry | None) -> str:
    record = make_record(improve(note), note, entry)
    assert record.text is not None
    return record.text


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_any_original_ends_the_text_unchanged(original: str, content: str, told: list[str]) -> None:
    added = [Added(SERVICE, "What was done?", item) for item in told]
    record = amend(original, content, ENTRY, SERVICE, added)
    assert record.text is not None
    assert record.text.endswith("\nOriginal entry, unchanged:\n" + original)


@pytest.mark.parametrize(
    "original", ["a\r\nb\r\n", "  x  \n\n", "\u202eabc\u0301 \U0001f9e0", "Original entry, unchanged:\n", "\ttab"]
)
def test_line_ends_spaces_and_odd_letters_stay(original: str) -> None:
    assert (amend(original, "y", ENTRY, SERVICE).text or "").endswith(original)


@pytest.mark.parametrize(
    ("entered", "service", "kind", "label"),
    [
        (datetime(2026, 11, 18, 23, 59), SERVICE, ADDENDUM, "ADDENDUM for date of service 2026-11-18"),
        (datetime(2026, 11, 19, 0, 0), SERVICE, LATE_ENTRY, "LATE ENTRY for date of service 2026-11-18"),
        (LATER, None, ADDENDUM, "ADDENDUM for date of service [date of service not given]"),
    ],
)
def test_the_label_tells_a_later_day_from_the_same(
    entered: datetime, service: date | None, kind: str, label: str
) -> None:
    record = amend("x", "y", Entry(entered), service)
    assert record.kind == kind
    assert (record.text or "").splitlines()[0] == label


def test_an_entry_is_never_dated_before_the_service() -> None:
    with pytest.raises(InputError, match="before the date of service"):
        amend("x", "y", Entry(datetime(2026, 11, 17, 23, 59)), SERVICE)


def test_all_parts_stand_above_the_original() -> None:
    answered = Note(TEXT, visit=NOTE.visit, answers=(Answer("DOC130", "walking to the bathroom", "2026-11-19"),))
    head, _, original = text_of(answered, ENTRY).partition("Original entry, unchanged:\n")
    assert original == TEXT
    for part in (
        "LATE ENTRY for date of service 2026-11-18\nEntered: 2026-11-20 14:05\nAuthor: A. Zefgq, OTR/L\n",
        "Reason: interrupted by an emergency\nBasis: treatment log\n",
        "Information added on 2026-11-19, not in the original entry:\n- Asked: ",
        "Answered: walking to the bathroom",
        "Clarified wording of the original entry and the information above, for review by the author:\nTherapist ",
    ):
        assert part in head


def test_an_addendum_of_ours_keeps_the_rules_for_amendments() -> None:
    codes = {item.code for item in check(text_of(NOTE, ENTRY), source=TEXT, visit=NOTE.visit, profile="full").findings}
    assert not {"REC403", "REC406"} & codes
    bare = text_of(NOTE, Entry(LATER))
    assert "REC403" in {item.code for item in check(bare, visit=NOTE.visit, profile="full").findings}


def test_what_is_missing_is_a_gap_and_a_question_and_never_made_up() -> None:
    note = Note(TEXT)
    record = make_record(improve(note), note, Entry(LATER))
    head = (record.text or "").partition("Original entry")[0]
    assert head.count("not given]") == 4
    assert [question.id for question in record.questions] == ["service_date", "author", "reason", "basis"]
    result = finish(improve(note), record)
    assert result.status is Status.NEEDS_INPUT
    assert [question.id for question in result.verdict.questions] == [
        f"q{number}" for number in range(1, len(result.verdict.questions) + 1)
    ]
    assert record.to_dict()["author"] is None


def test_an_answer_without_a_date_was_given_with_the_entry() -> None:
    note = Note(TEXT, visit=NOTE.visit, answers=(Answer("DOC130", "walking"), Answer("DOC140", "do not recall")))
    text = text_of(note, ENTRY)
    assert "Information added on 2026-11-20" in text
    assert "do not recall" not in text.partition("Original")[0]


def test_an_answer_about_the_record_is_added_but_tells_nothing_of_the_treatment() -> None:
    signed = Answer("REC402", "A. Zefgq, PT")
    note = Note(TEXT, visit=NOTE.visit, answers=(signed,))
    assert improve(note, profile="full").rewrite == improve(NOTE, profile="full").rewrite
    assert "Answered: A. Zefgq, PT" in text_of(note, ENTRY)
    for day in ("", "2026-11-20"):
        draft = text_of(Note(TEXT, visit=NOTE.visit, answers=(Answer("REC402", "A. Zefgq, PT", day),)), None)
        assert draft.count("Answered: A. Zefgq, PT") == 1
    asked = {question.code for question in improve(note, profile="full").verdict.questions}
    assert "REC402" not in asked


@pytest.mark.parametrize(
    ("day", "entry", "says"),
    [
        ("2026-11-17", None, "before the date of service"),
        ("2026-11-17", ENTRY, "before the date of service"),
        ("2026-11-21", ENTRY, "after the entry"),
    ],
)
def test_an_answer_is_dated_between_service_and_entry(day: str, entry: Entry | None, says: str) -> None:
    note = Note(TEXT, visit=NOTE.visit, answers=(Answer("DOC130", "walking", day),))
    with pytest.raises(InputError, match=says):
        make_record(improve(note), note, entry)


def test_an_entry_is_not_older_than_the_signature() -> None:
    note = Note(TEXT, visit=Visit(date="2026-11-18", signed_on="2026-11-21"))
    with pytest.raises(InputError, match="before the note was signed"):
        make_record(improve(note), note, ENTRY)


def test_the_date_of_service_may_stand_in_the_note() -> None:
    note = Note(f"DOS 11/18/2026. {TEXT}")
    assert make_record(improve(note), note, ENTRY).service_date == "2026-11-18"


def test_an_unsigned_note_gives_a_draft_that_says_so() -> None:
    result = improve(NOTE)
    record = make_record(result, NOTE, None)
    assert record.to_dict() == {
        "kind": DRAFT, "service_date": "2026-11-18", "entered": None, "author": None, "reason": None, "basis": None,
        "text": f"{DRAFT_LINE}\n\n{result.rewrite}",
    }  # fmt: skip
    assert to_dict(result, record)["rewrite"] == result.rewrite


def test_a_draft_says_what_was_added_on_a_later_day() -> None:
    for day, told in (("2026-11-20", True), ("2026-11-18", False), ("", False)):
        note = Note(TEXT, visit=NOTE.visit, answers=(Answer("DOC130", "walking", day),))
        assert ("Information added on 2026-11-20" in text_of(note, None)) is told


def test_no_rewrite_of_a_signed_note_stands_alone() -> None:
    result = improve(NOTE)
    data = to_dict(result, make_record(result, NOTE, ENTRY))
    assert (data["rewrite"], data["segments"], data["sentences"], data["parts"]) == (None, [], [], [])
    assert list(data)[-1] == "record"
    emptied = {"rewrite", "segments", "sentences", "parts"}
    assert {key: value for key, value in data.items() if key not in emptied | {"record"}} == {
        key: value for key, value in result.to_dict().items() if key not in emptied
    }


def test_a_refused_note_has_nothing_to_record_but_answers() -> None:
    thin = Note("bal ex, tol well", visit=NOTE.visit)
    assert make_record(improve(thin), thin, ENTRY).text is None
    assert make_record(improve(thin), thin, None).text is None
    record = amend(thin.text, None, ENTRY, SERVICE, [Added(LATER.date(), "What was done?", "step taps\nwith cues")])
    assert "Answered: step taps with cues" in (record.text or "")
    assert "Clarified" not in (record.text or "")


def test_an_entry_from_json() -> None:
    assert entry_from({}, LATER) == Entry(LATER)
    usual = entry_from({"author": " A. \n Zefgq ", "reason": None}, LATER)
    assert usual == Entry(LATER, "A. Zefgq")
    given = entry_from({"basis": "log", "entered": "2026-11-21 08:00"}, LATER, usual)
    assert given == Entry(datetime(2026, 11, 21, 8, 0), "A. Zefgq", "", "log")


@pytest.mark.parametrize(
    "data",
    [
        None, [], "x", 1, {"autor": "x"}, {"author": 1}, {"entered": "2026-11-20"}, {"entered": "soon"},
        {"entered": ""}, {"author": "a\x00b"}, {"reason": "\ud800"},
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_read_is_an_error(data: object) -> None:
    with pytest.raises(InputError):
        entry_from(data, LATER)
