"""Replies of a real model, recorded once and played back: only for the very request each of them answered.

With `RECORD_CASSETTES` in the environment they are recorded again. Nothing else of the tests goes through here.
"""

import json
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from vcr.cassette import Cassette

FOLDER = Path(__file__).parents[1] / "cassettes"
IS_RECORDING = bool(os.environ.get("RECORD_CASSETTES"))
# What only one maker's server is sent: a recording from any server plays back.
_OWN = ("store", "prompt_cache_key", "safety_identifier", "max_completion_tokens", "max_tokens")


@contextmanager
def play(name: str) -> Iterator["Cassette"]:
    """Answer requests from a cassette, each answer once, with the network shut; or record it anew."""
    # Imported here: it takes 0.15 s, and every run of tests imports this module.
    from vcr import VCR
    from vcr.record_mode import RecordMode

    player = VCR(record_mode=RecordMode.NEW_EPISODES if IS_RECORDING else RecordMode.NONE)
    player.register_matcher("asked", _match)
    cassette = player.use_cassette(
        str(FOLDER / f"{name}.yaml"),
        match_on=["method", "path", "asked"],
        filter_headers=["authorization", "openai-organization", "openai-project", "cookie", "user-agent"],
        before_record_request=_bare_request,
        before_record_response=_bare_response,
        decode_compressed_response=True,
        allow_playback_repeats=False,
    )
    with pytest.MonkeyPatch.context() as patch, cassette as played:
        if not IS_RECORDING:
            patch.setattr(socket.socket, "connect", _refuse)
            patch.setattr(socket.socket, "connect_ex", _refuse)
        yield played


def _refuse(_: socket.socket, address: object) -> None:
    raise RuntimeError(f"a replay asks no server: {address}")


def _match(one: Any, two: Any) -> None:
    """Match requests by all of their body but what differs by server."""
    assert _asked(one) == _asked(two), "another request"


def _asked(request: Any) -> tuple[dict[str, Any], int]:
    body = json.loads(request.body)
    room = body.get("max_completion_tokens") or body.get("max_tokens")
    return {key: value for key, value in body.items() if key not in _OWN}, room


def _bare_request(request: Any) -> Any:
    """Leave out where the server was, and what the client says of its machine."""
    request.uri = f"http://model.invalid{request.path}"
    request.headers = {name: value for name, value in request.headers.items() if name.lower() == "content-type"}
    return request


def _bare_response(response: dict[str, Any]) -> dict[str, Any]:
    """Keep of the headers only what the client reads, and of a model's path only its name."""
    response["body"]["string"] = re.sub(rb'"model":"[^"]*/', b'"model":"', response["body"]["string"])
    kept = ("content-type", "x-request-id", "retry-after")
    response["headers"] = {name: value for name, value in response["headers"].items() if name.lower() in kept}
    return response
