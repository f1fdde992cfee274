import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from rewriter.bulk.chunks import Answer, Key, Press, read_answers
from rewriter.bulk.journal import chunk_path, find_chunks
from rewriter.loop import FILTERED, OK
from tests.batch_server import completion, refusal

KEYS = [Key(bytes([number]) * 16, number) for number in range(5)]
BODY = {"model": "m", "messages": [{"role": "user", "content": "x\u2028y ± 5°"}]}


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "bulk.journal"


def answer(**told: Any) -> list[Answer]:
    line = {"id": "r", "custom_id": str(KEYS[3]), "response": None, "error": None, **told}
    return list(read_answers(json.dumps(line, ensure_ascii=False).encode() + b"\n"))


def respond(status: int, body: object) -> list[Answer]:
    return answer(response={"status_code": status, "request_id": "req-9", "body": body})


def test_a_chunk_knows_its_requests_and_its_file(journal: Path) -> None:
    press = Press(journal)
    assert [press.add(key, BODY, 100) for key in KEYS] == [None] * 5
    chunk = press.close()
    assert chunk
    assert (list(chunk.unpack()), chunk.count, chunk.input) == (KEYS, 5, 500)
    path = chunk_path(journal, chunk.name)
    assert find_chunks(journal) == [path]
    assert path.stat().st_mode & 0o777 == 0o600
    assert hashlib.sha256(path.read_bytes()).hexdigest() == chunk.sha
    lines = [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]
    assert [line["custom_id"] for line in lines] == [str(key) for key in KEYS]
    assert [line["body"] for line in lines] == [BODY] * 5


@pytest.mark.parametrize("limits", [{"most_lines": 2}, {"most_bytes": 450}, {"most_input": 250}])
def test_a_chunk_is_no_larger_than_the_server_takes(journal: Path, limits: dict[str, int]) -> None:
    press = Press(journal, **limits)
    full = [chunk for key in KEYS if (chunk := press.add(key, BODY, 100))]
    last = press.close()
    assert last
    assert [chunk.count for chunk in [*full, last]] == [2, 2, 1]
    sizes = [path.stat().st_size for path in find_chunks(journal)]
    assert len(sizes) == 3
    assert max(sizes) <= limits.get("most_bytes", 10_000)


def test_one_request_that_is_too_large_goes_alone(journal: Path) -> None:
    press = Press(journal, most_input=50)
    full = [chunk for key in KEYS[:2] if (chunk := press.add(key, BODY, 100))]
    assert [chunk.count for chunk in [*full, press.close()] if chunk] == [1, 1]


def test_nothing_written_is_no_chunk(journal: Path) -> None:
    assert Press(journal).close() is None
    assert find_chunks(journal) == []


def test_a_reply_is_read_with_what_it_took() -> None:
    (said,) = respond(*completion("Text\u2028of a reply", (70, 30)))  # type: ignore[misc]
    assert said.key == KEYS[3]
    assert said.reply
    assert (said.reply.outcome, said.reply.text, said.reply.request_id) == (OK, "Text\u2028of a reply", "req-9")
    assert (said.reply.usage.input, said.reply.usage.output) == (70, 30)


@pytest.mark.parametrize("status", [429, 500, 503, 408, 0])
def test_what_may_succeed_later_is_worth_asking_again(status: int) -> None:
    assert respond(status, {"error": {"code": "slow_down"}}) == [Answer(KEYS[3], None, str(status or "unanswered"))]


@pytest.mark.parametrize("code", ["batch_expired", "batch_cancelled", "request_timeout"])
def test_what_was_never_tried_is_worth_asking_again(code: str) -> None:
    assert answer(error={"code": code, "message": "no"}) == [Answer(KEYS[3], None, "unanswered")]


def test_what_is_wrong_with_the_request_is_not() -> None:
    assert respond(*refusal(400, "bad")) == [Answer(KEYS[3], None, "400", again=False)]  # type: ignore[misc]


def test_no_money_is_named_and_a_filtered_request_has_a_reply() -> None:
    (broke,) = respond(*refusal(429, "insufficient_quota"))  # type: ignore[misc]
    assert broke.fault == "insufficient_quota"
    (filtered,) = respond(*refusal(400, "content_filter"))  # type: ignore[misc]
    assert filtered.reply
    assert filtered.reply.outcome == FILTERED


@pytest.mark.parametrize(
    "body",
    [
        {"choices": 5},
        {"choices": [{"message": {"content": "x"}}], "usage": {"prompt_tokens": "many"}},
        {"choices": [{"message": {"content": "x"}}], "usage": {"prompt_tokens": True}},
    ],
)
def test_a_body_of_another_shape_is_no_reply(body: object) -> None:
    assert [(one.reply, one.fault, one.again) for one in respond(200, body)] == [(None, "unreadable", True)]


@pytest.mark.parametrize(
    "line", [b"{", b"5", b"\xff\xfe", b'{"custom_id": "ab-0"}', b'{"custom_id": null}', b"[" * 5000, b""]
)
def test_lines_that_say_nothing_are_passed_over(line: bytes) -> None:
    known = json.dumps({"custom_id": str(KEYS[1]), "response": None, "error": {"code": "batch_expired"}}).encode()
    assert [one.key for one in read_answers(line + b"\n" + known)] == [KEYS[1]]
