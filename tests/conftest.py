"""Property tests run the same examples every time, so that a red run can be run again.

`pytest --hypothesis-profile=explore` looks for new ones. A cassette is played only for the very request it answered.
"""

import json
from typing import Any

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None, max_examples=5000)
settings.load_profile("repeatable")

# What only one maker's server is sent: a recording from any server plays back.
_OWN = ("store", "prompt_cache_key", "safety_identifier", "max_completion_tokens", "max_tokens")


def pytest_recording_configure(config: object, vcr: Any) -> None:
    vcr.register_matcher("asked", asked)


def asked(one: Any, two: Any) -> None:
    """Match requests by all of their body but what differs by server."""
    assert _asked(one) == _asked(two), "another request"


def _asked(request: Any) -> tuple[dict[str, Any], int]:
    body = json.loads(request.body)
    room = body.get("max_completion_tokens") or body.get("max_tokens")
    return {key: value for key, value in body.items() if key not in _OWN}, room
