"""The service as a process: started, asked, stopped."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from rewriter.button.run import serve
from rewriter.errors import JournalError, SettingsError
from tests.button import FULL, GOOD, make_settings
from tests.fault_server import HANG, FaultServer, draft

pytestmark = pytest.mark.slow

_PATIENCE = 60.0


@contextmanager
def running(folder: Path, *argv: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `rewriter serve` at a free port; yield the process and its address."""
    command = [sys.executable, "-m", "rewriter", "serve", "--port", "0", *argv]
    given = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "REWRITER_SERVE_PROCESSES": "1"}
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, env={**given, **environment}, stderr=log, text=True)
    try:
        address = ""
        while not address:
            assert process.poll() is None, (folder / "log").read_text()
            _, _, rest = (folder / "log").read_text().partition("Serving at ")
            address = rest.partition(" (")[0]
            time.sleep(0.05)
        _wait_until_ready(address)
        yield process, address
    finally:
        process.kill()
        process.wait()


def _wait_until_ready(address: str) -> None:
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends:
        try:
            if httpx2.get(f"{address}readyz", timeout=5).status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.05)
    raise AssertionError("the service does not become ready")


class Improving(threading.Thread):
    """A request in a thread of its own; `reply` is None where the connection was cut."""

    reply: httpx2.Response | None = None

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self._address = address
        self.start()

    def run(self) -> None:
        try:
            self.reply = httpx2.post(f"{self._address}v1/improve", json={"text": FULL}, timeout=_PATIENCE)
        except httpx2.TransportError:
            self.reply = None


def test_it_serves_a_note_and_stops_at_a_sign(tmp_path: Path) -> None:
    with running(tmp_path) as (process, address):
        told = httpx2.post(f"{address}v1/improve", json={"text": FULL}, timeout=_PATIENCE)
        assert told.json()["status"] == "accepted"
        process.send_signal(signal.SIGTERM)
        assert process.wait(_PATIENCE) in (0, -signal.SIGTERM)
    assert [one["event"] for one in json_lines(tmp_path / "rewriter.audit")] == ["opened", "improve"]
    assert "POST /v1/improve 200" in (tmp_path / "log").read_text()


def test_what_is_in_work_ends_before_the_service_does(tmp_path: Path) -> None:
    may_answer = threading.Event()

    def answer(number: int, request: object) -> object:
        may_answer.wait(_PATIENCE)
        return draft(GOOD)

    with (
        FaultServer(answer) as model,  # type: ignore[arg-type]
        running(tmp_path, "--engine", "m", OPENAI_BASE_URL=model.url) as (process, address),
    ):
        asked = Improving(address)
        _wait_for_call(tmp_path)
        process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        may_answer.set()
        asked.join(_PATIENCE)
        process.wait(_PATIENCE)
    assert asked.reply is not None
    assert asked.reply.json()["engine"] == "m"


def test_what_does_not_end_in_time_is_cancelled(tmp_path: Path) -> None:
    with (
        FaultServer(lambda number, request: HANG) as model,
        running(tmp_path, "--engine", "m", OPENAI_BASE_URL=model.url, REWRITER_SERVE_GRACE_SECONDS="1") as (
            process,
            address,
        ),
    ):
        asked = Improving(address)
        _wait_for_call(tmp_path)
        process.send_signal(signal.SIGTERM)
        asked.join(_PATIENCE)
        process.wait(_PATIENCE)
    assert asked.reply is None or asked.reply.status_code == 503
    assert FULL not in (tmp_path / "log").read_text()


def test_a_client_that_hangs_up_ends_the_call_to_the_model(tmp_path: Path) -> None:
    with (
        FaultServer(lambda number, request: HANG) as model,
        running(tmp_path, "--engine", "m", OPENAI_BASE_URL=model.url) as (_, address),
    ):
        place = httpx2.URL(address)
        body = json.dumps({"text": FULL}).encode()
        head = f"Host: {place.host}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        with socket.create_connection((place.host, place.port)) as client:
            client.sendall(f"POST /v1/improve HTTP/1.1\r\n{head}\r\n\r\n".encode() + body)
            _wait_for_call(tmp_path)
        ends = time.monotonic() + _PATIENCE
        while "POST /v1/improve 499" not in (tmp_path / "log").read_text() and time.monotonic() < ends:
            time.sleep(0.05)
        assert "POST /v1/improve 499" in (tmp_path / "log").read_text()
        assert "rewriter_in_work 0.0" in httpx2.get(f"{address}metrics").text


def test_an_address_that_is_taken_is_an_error(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SettingsError, match="cannot listen"):
            serve(make_settings(tmp_path, port=taken.getsockname()[1]))


def test_an_audit_that_cannot_be_kept_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(JournalError):
        serve(make_settings(tmp_path, port=0, audit=tmp_path / "nowhere" / "audit"))


def _wait_for_call(folder: Path) -> None:
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends:
        if any(one["event"] == "model_call" for one in json_lines(folder / "rewriter.audit")):
            return
        time.sleep(0.05)
    raise AssertionError("no model was asked")


def json_lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()]
