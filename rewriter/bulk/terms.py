"""What holds for all notes of a job, and the fingerprint under which a note's result is kept.

Equal notes under equal terms have one result. A change of prompt, pack, model, parameters or of the code that judges
makes other terms, and so another job.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from rewriter.amend import Entry
from rewriter.engine import Writer
from rewriter.intake import Options

_PACKAGE = Path(__file__).parent.parent
# What reads, writes and judges a note; how many notes are driven through it changes no result.
_OUTSIDE = {"bulk", "button", "commands", "evaluate", "fhir"}
_SIZE = 16


@dataclass(frozen=True)
class Terms:
    """What holds for all notes where their lines say nothing else.

    `entry` is the addition to signed notes, made at `now`; `writer` is None where the composer writes. `parameters`
    are the settings that change what a model replies.
    """

    options: Options
    entry: Entry | None
    now: datetime
    writer: Writer | None = None
    parameters: str = ""

    def digest(self) -> bytes:
        """Return the digest of everything beside the notes that makes a result what it is."""
        options, entry, writer = self.options, self.entry, self.writer
        said: dict[str, Any] = {
            "code": _digest_code(),
            "cpt": options.cpt,
            "visit": repr(options.visit),
            "profile": options.profile,
            "files": [_digest_file(path) for path in (options.overlay, options.payer)],
            "entry": [entry.author, entry.reason, entry.basis] if entry else None,
        }
        if writer:
            said["writer"] = [writer.name, writer.style, writer.prompt.sha256, writer.mask, repr(writer.limits)]
            said["parameters"] = self.parameters
        return _digest(said)


def fingerprint(terms: bytes, line: Mapping[str, Any]) -> bytes:
    """Return the 16 bytes under which the result of a note is kept; `terms` is the digest of the job's."""
    said = {key: value for key, value in line.items() if key != "id" and value is not None}
    return hashlib.sha256(terms + _digest(said)).digest()[:_SIZE]


def _digest(data: object) -> bytes:
    # Lone surrogates are no UTF-8, but such a note must have a fingerprint to be rejected under.
    written = json.dumps(data, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).digest()


def _digest_file(path: Path | str | None) -> str | None:
    """Return the digest of a file; the name of a payer's profile stands for itself."""
    if isinstance(path, Path):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return path


@cache
def _digest_code() -> str:
    """Return the digest of all code and data that decide a result."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        inside = path.relative_to(_PACKAGE)
        if path.is_file() and inside.parts[0] not in _OUTSIDE and "__pycache__" not in inside.parts:
            digest.update(f"{inside}\n".encode() + path.read_bytes())
    return digest.hexdigest()
