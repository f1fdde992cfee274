"""The result: its contract, offsets in code points, every span on its fact."""

import json

import pytest

from rewriter import Answer, Note, Visit, improve
from rewriter.draft import Placed, Rendered
from rewriter.result import Result, Status, place_facts
from rewriter.segments import Segment

TEXT = "\U0001f600 wt shift R, TC at hip x3; L>R ataxia, for stairs. said \U0001f44d. did EC"


def result(text: str = TEXT, minutes: float = 20, answers: tuple[Answer, ...] = ()) -> Result:
    return improve(Note(text, visit=Visit(minutes=minutes), answers=answers))


KEYS = {
    "segments": {"start", "end", "role", "facts"},
    "sentences": {"id", "start", "end", "roles", "facts", "evidence"},
    "parts": {"start", "end", "told_by"},
    "read_as": {"start", "end", "text", "as", "sure"},
    "questions": {"id", "code", "key", "text", "quote", "options"},
    "findings": {
        "code",
        "name",
        "level",
        "side",
        "start",
        "end",
        "anchor_start",
        "anchor_end",
        "text",
        "message",
        "mend",
        "evidence",
        "source",
    },
}


def test_the_keys_of_the_contract() -> None:
    said = result().to_dict()
    assert set(said) == {
        "status", "engine", "rewrite", "segments", "sentences", "parts", "facts", "read_as", "findings", "questions",
        "trace", "usage", "versions",
    }  # fmt: skip
    for name, keys in KEYS.items():
        assert said[name]
        assert all(set(item) == keys for item in said[name])
    wanted = {"id", "kind", "value", "surface", "start", "end", "from", "polarity"}
    assert all(set(item) - {"of"} == wanted for item in said["facts"])
    assert set(said["versions"]) == {"rewriter", "pack", "pack_sha256", "prompt", "prompt_sha256", "model"}


def test_it_is_json() -> None:
    written = json.dumps(result().to_dict(), allow_nan=False)
    assert json.dumps(json.loads(written)) == written


@pytest.mark.parametrize(
    ("text", "minutes", "status"),
    [(TEXT, 20, "accepted"), ("wt shift, TC at hip", 20, "needs_input"), (TEXT, 5, "refused")],
)
def test_status_is_a_word_of_the_contract(text: str, minutes: float, status: str) -> None:
    assert result(text, minutes).to_dict()["status"] == status
    assert {str(item) for item in Status} == {"accepted", "needs_input", "refused", "failed"}


def test_offsets_of_facts_are_code_points_of_the_note() -> None:
    facts = {item["id"]: item for item in result().to_dict()["facts"] if item["from"] == "note"}
    written = {item["kind"]: TEXT[item["start"] : item["end"]] for item in facts.values() if "of" not in item}
    assert written["cue"] == "TC at hip x3"
    assert written["function"] == "for stairs"
    inner = {(item["kind"], TEXT[item["start"] : item["end"]]) for item in facts.values() if "of" in item}
    assert {("cue", "TC"), ("part", "hip"), ("side", "L"), ("side", "R"), ("impairment", "ataxia")} <= inner


def test_inner_pieces_name_a_fact_that_is_listed() -> None:
    facts = result().to_dict()["facts"]
    ids = [item["id"] for item in facts]
    assert len(set(ids)) == len(ids)
    assert all(item["of"] in ids and item["id"].startswith(item["of"] + ".") for item in facts if "of" in item)


def test_what_was_read_as_what_points_to_the_note() -> None:
    read_as = result().to_dict()["read_as"]
    assert all(TEXT[item["start"] : item["end"]] == item["text"] for item in read_as)
    assert ("TC", "tactile cues", True) in {(item["text"], item["as"], item["sure"]) for item in read_as}
    assert ("EC", "EC", False) in {(item["text"], item["as"], item["sure"]) for item in read_as}


def test_segments_lie_in_the_rewrite_and_name_the_facts_placed_there() -> None:
    said = result().to_dict()
    ids = {item["id"] for item in said["facts"]}
    text = said["rewrite"]
    assert "\U0001f44d" in text
    assert all(0 <= item["start"] < item["end"] <= len(text) for item in said["segments"])
    assert all(set(item["facts"]) <= ids for item in said["segments"])
    by_words = {text[item["start"] : item["end"]]: item for item in said["segments"]}
    assert by_words["stairs"]["role"] == "function"
    assert by_words["stairs"]["facts"] == ["function1"]
    assert {item["role"] for item in said["segments"]} <= {
        "what",
        "why",
        "how",
        "function",
        "response",
        "need",
        "other",
    }


def test_findings_and_questions_quote_the_text_they_name() -> None:
    said = result("wt shift, TC at hip. BBS 61/56 \U0001f600 neglect?").to_dict()
    note = "wt shift, TC at hip. BBS 61/56 \U0001f600 neglect?"
    in_source = [item for item in said["findings"] if item["side"] == "source" and item["start"] is not None]
    assert {item["code"] for item in in_source} == {"SRC503", "SRC508"}
    assert all(note[item["start"] : item["end"]] == item["text"] for item in in_source)
    missing = [item for item in said["findings"] if item["start"] is None]
    assert missing
    assert all(item["end"] is None for item in missing)


def test_where_a_fact_comes_from() -> None:
    said = result("wt shift, TC at hip, poor balance", 20, (Answer("DOC130", "dressing"),)).to_dict()
    sources = {item["kind"]: item["from"] for item in said["facts"] if "of" not in item}
    assert sources == {
        "activity": "note",
        "cue": "note",
        "impairment": "note",
        "function": "answer",
        "treatment": "visit",
        "time": "visit",
    }


def test_a_refused_result_withholds_the_rewrite_and_keeps_facts_and_questions() -> None:
    said = result(TEXT, 5).to_dict()
    assert said["rewrite"] is None
    assert said["segments"] == []
    assert said["facts"]
    assert "BIL301" in {item["code"] for item in said["questions"]}


def test_the_built_in_engine_asks_no_model() -> None:
    said = result().to_dict()
    assert (said["engine"], said["trace"], said["usage"]) == ("compose", [], {"input_tokens": 0, "output_tokens": 0})
    assert said["versions"]["model"] is None
    assert len(said["versions"]["pack_sha256"]) == 64


def test_a_segment_gets_each_fact_it_touches_once_and_no_neighbour() -> None:
    rendered = Rendered(
        "abcdefgh",
        (Placed(0, 2, "cue1", "s1", False), Placed(2, 4, "cue2", "s1", False), Placed(5, 8, "cue1", "s1", True)),
    )
    placed = place_facts([Segment(0, 2, "how"), Segment(1, 6, "how"), Segment(4, 5, "how")], rendered)
    assert [item.facts for item in placed] == [("cue1",), ("cue1", "cue2"), ()]
