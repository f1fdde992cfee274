import json
import pickle
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

pytest.importorskip("pandas", reason="pandas is not installed: pip install -e '.[spark]'")

import pandas

from rewriter import Note, Visit, improve
from rewriter.bulk.columns import Columns
from rewriter.bulk.frames import COLUMNS, make_mapper, make_stamper
from rewriter.bulk.share import Share
from rewriter.bulk.terms import Terms, fingerprint
from rewriter.errors import SettingsError
from rewriter.settings import load_settings
from tests.bulk import ASKING, GOOD, TERMS, note
from tests.fault_server import FaultServer, draft, error

AIDE = "NMR performed by aide. Balance ex 15 min."


def rewrite(rows: Iterable[dict[str, Any]], terms: Terms = TERMS, **more: Any) -> list[dict[str, Any]]:
    """Return the results of rows that come in one frame."""
    frames = make_mapper(terms, **more)(iter([pandas.DataFrame(rows)]))
    done: list[dict[str, Any]] = pandas.concat(frames).to_dict("records")
    return done


def share(server: FaultServer) -> Share:
    return Share(load_settings(base_url=server.url, tries=1), 60_000)


def test_each_row_gets_the_result_that_its_note_would_get_alone() -> None:
    rows = [{"note_id": f"n{number}", "text": note(number), "minutes": 15.0} for number in range(130)]
    done = rewrite(rows)
    assert tuple(done[0]) == COLUMNS
    for given, row in zip(rows, done, strict=True):
        alone = improve(Note(str(given["text"]), visit=Visit(minutes=15)))
        assert (row["note_id"], row["status"], row["rewrite"]) == (given["note_id"], alone.status, alone.rewrite)
        assert row["findings"] == [item.code for item in alone.verdict.findings]
        assert [one["code"] for one in json.loads(row["questions"])] == [q.code for q in alone.verdict.questions]
        whole = json.loads(row["result"])
        assert {key: value for key, value in whole.items() if key != "record"} == json.loads(
            json.dumps(alone.to_dict())
        )
        assert json.loads(row["record"]) == whole["record"]


def test_a_row_that_cannot_be_a_note_is_rejected_with_its_reason_and_costs_the_others_nothing() -> None:
    rows: list[dict[str, Any]] = [
        {"note_id": "a", "text": note(1), "visit": None},
        {"note_id": None, "text": note(2)},
        {"note_id": "c", "text": None},
        {"note_id": "d", "text": "\x00\x01"},
        {"note_id": "e", "text": note(3), "visit": "{"},
        {"note_id": "f", "text": note(4), "cpt": "00000"},
    ]
    done = rewrite(rows)
    assert [row["status"] for row in done] == ["accepted"] + ["rejected"] * 5
    assert [row["note_id"] for row in done] == ["a", "", "c", "d", "e", "f"]
    assert all(row["cause"] and row["rewrite"] is None and row["result"] is None for row in done[1:])
    assert len({row["fp"] for row in done}) == len(rows)


def test_a_fingerprint_is_the_one_of_the_journal_whatever_stands_in_the_rows_beside() -> None:
    row = {"note_id": 7, "text": note(1), "cpt": 97112, "minutes": 15}
    alone, beside = rewrite([row])[0], rewrite([row, {"note_id": 8, "text": None}])[0]
    line = {"text": note(1), "cpt": "97112", "minutes": 15}
    assert alone["fp"] == beside["fp"] == fingerprint(TERMS.digest(), line).hex()
    assert alone["note_id"] == beside["note_id"] == "7"


def test_columns_may_have_other_names_and_a_visit_may_be_told_by_its_fields() -> None:
    columns = Columns({"id": "key", "text": "body", "visit.date": "seen"})
    row = {"key": "a", "body": note(1), "seen": date(2026, 11, 20)}
    done = rewrite([row], columns=columns)[0]
    assert json.loads(done["record"])["service_date"] == "2026-11-20"
    with pytest.raises(SettingsError, match="which column is the id"):
        rewrite([{"body": note(1)}], columns=Columns({"text": "body"}))


def test_stamped_frames_have_the_keys_of_their_results() -> None:
    rows = [{"Note_ID": number, "text": note(number), "minutes": 15} for number in range(3)]
    rows.append({"Note_ID": None, "text": None, "minutes": None})
    (stamped,) = make_stamper(TERMS)(iter([pandas.DataFrame(rows)]))
    assert list(stamped.columns) == ["text", "minutes", "note_id", "fp"]
    keys = [(row["note_id"], row["fp"]) for row in stamped.to_dict("records")]
    again = rewrite(stamped.to_dict("records"))
    assert keys == [(row["note_id"], row["fp"]) for row in again]


def test_the_function_can_be_sent_elsewhere_and_runs_beside_the_same_code_only(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pandas.DataFrame([{"note_id": "a", "text": note(1)}])
    mapper = make_mapper(TERMS)
    (done,) = pickle.loads(pickle.dumps(mapper))(iter([frame]))
    assert list(done["status"]) == ["accepted"]
    monkeypatch.setattr(Terms, "digest", lambda _: b"another version")
    with pytest.raises(SettingsError, match="not the one that the job was planned with"):
        list(mapper(iter([frame])))


def test_a_model_writes_where_the_terms_name_one() -> None:
    with FaultServer(lambda *_: draft(GOOD)) as server:
        rows = [{"note_id": str(number), "text": note(number)} for number in range(12)]
        rows.append({"note_id": "aide", "text": AIDE})
        done = rewrite(rows, ASKING, share=share(server))
    assert [row["status"] for row in done] == ["accepted"] * 12 + ["refused"]
    assert [row["asks"] for row in done] == [1] * 12 + [0]
    assert json.loads(done[0]["result"])["engine"] == "m"
    assert len(server.requests) == 12


@pytest.mark.parametrize("terms", [TERMS, ASKING])
def test_a_model_and_its_share_go_together(terms: Terms) -> None:
    given = None if terms is ASKING else Share(load_settings(), 60)
    with pytest.raises(SettingsError, match="share"):
        make_mapper(terms, share=given)


def test_a_share_too_small_for_a_note_is_an_error_before_anything_is_sent_elsewhere() -> None:
    with pytest.raises(SettingsError, match="tokens a minute"):
        make_mapper(ASKING, share=Share(load_settings(), 60, tokens_per_minute=1_000))


def test_a_server_that_serves_nothing_is_left_alone_and_its_notes_to_the_next_run() -> None:
    with FaultServer(lambda *_: error(429, "insufficient_quota")) as server:
        rows = [{"note_id": str(number), "text": note(number)} for number in range(30)]
        done = rewrite(rows, ASKING, share=share(server))
    assert {(row["status"], row["cause"]) for row in done} == {("failed", "unreachable")}
    assert len(server.requests) <= 8
