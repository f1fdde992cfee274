"""What became of one note."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rewriter.jsonline import json_text

REJECTED, FAULT = "rejected", "fault"
# Nothing came back for reasons that pass: the next run tries again.
PASSING = frozenset({"unreachable", "late"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a note ended: the statuses of a result, or `rejected` (it cannot be a note), or `fault` (one of ours).

    `cause` says why where there is no draft of the model: `exhausted`, `refused`, `unreachable`, or the reason of a
    rejection. `findings` and `questions` are rule codes, each as often as it stands in the result. `asks` counts the
    requests to a model. `data` is the result as JSON, compressed; empty where there is none.
    """

    status: str
    cause: str = ""
    findings: Sequence[str] = ()
    questions: Sequence[str] = ()
    asks: int = 0
    data: bytes = field(default=b"", repr=False)


def pack_result(result: dict[str, Any]) -> bytes:
    """Return a result's JSON as it is kept."""
    return zlib.compress(json_text(result).encode(), 1)


def unpack_result(data: bytes) -> dict[str, Any]:
    """Return the result that `pack_result` kept."""
    unpacked: dict[str, Any] = json.loads(zlib.decompress(data))
    return unpacked
