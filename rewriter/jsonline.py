"""One line of JSON: the same data is always the same bytes."""

import json
from collections.abc import Mapping
from typing import Any


def json_line(data: Mapping[str, Any]) -> bytes:
    """Return an object as one line of UTF-8."""
    return f"{json_text(data)}\n".encode()


def json_text(data: object) -> str:
    """Return data as JSON in one line."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
