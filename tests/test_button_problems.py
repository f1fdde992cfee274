"""Problems say what is wrong, and nothing of what was sent."""

import json
import logging
from typing import Any

import pytest
from starlette.exceptions import HTTPException

from rewriter.button.problems import BUSY, FAULT, STALE, Problem, explain, invalid, respond, wait_for
from rewriter.errors import JournalError

NAME = "Testa Patiente"


def body(problem: HTTPException, request_id: str = "") -> dict[str, object]:
    data: dict[str, object] = json.loads(bytes(respond(problem, request_id).body))
    return data


def test_a_problem_has_the_members_of_the_rfc() -> None:
    reply = respond(Problem(STALE, "why", base_sha256="0"), "id")
    assert reply.media_type == "application/problem+json"
    assert json.loads(bytes(reply.body)) == {
        "type": "urn:note-rewriter:problem:stale",
        "title": "The note is not the one this is about.",
        "status": 409,
        "detail": "why",
        "base_sha256": "0",
        "request_id": "id",
    }


def test_what_the_framework_refuses_is_a_problem_without_its_words() -> None:
    assert body(HTTPException(404, NAME)) == {"type": "about:blank", "title": "Not Found", "status": 404}


@pytest.mark.parametrize(("seconds", "said"), [(-1, "1"), (0, "1"), (0.2, "1"), (1.2, "2"), (60, "60")])
def test_the_wait_is_in_whole_seconds(seconds: float, said: str) -> None:
    assert wait_for(seconds) == {"Retry-After": said}


def test_what_nobody_foresaw_is_told_and_logged_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    try:
        raise KeyError(NAME)
    except KeyError as error:
        problem = explain(error)
    assert isinstance(problem, Problem)
    assert problem.body == Problem(FAULT).body
    assert "KeyError at test_button_problems.py" in caplog.text
    assert NAME not in caplog.text


def test_what_was_foreseen_has_its_status() -> None:
    known = Problem(BUSY)
    assert explain(known) is known
    assert explain(JournalError("the audit cannot be written")).status_code == 503
    assert explain(TimeoutError()).status_code == 503


def test_a_key_that_nobody_knows_is_not_repeated() -> None:
    faults: list[dict[str, Any]] = [
        {"type": "extra_forbidden", "loc": ("body", "visit", NAME, 3), "msg": "Extra inputs are not permitted"},
        {"type": "value_error", "loc": ("body",), "msg": "Value error, the visit has a key that is not known"},
    ]
    assert invalid(faults, frozenset({"body", "visit"})).body["errors"] == [
        {"at": "body.visit.?.3", "what": "Extra inputs are not permitted"},
        {"at": "body", "what": "the visit has a key that is not known"},
    ]


def test_what_is_no_json_is_told_by_its_place() -> None:
    problem = invalid([{"type": "json_invalid", "loc": ("body", 7), "msg": NAME}], frozenset({"body"}))
    assert (problem.status_code, problem.body["detail"]) == (400, "The fault is at character 7.")
