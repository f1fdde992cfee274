"""What is worked out of the project's own files is kept beside them, as Python keeps compiled modules.

It is taken only if it was made of these very bytes by this very code, and is whole; else it is made anew, and kept
where files may be written. Python's own switches hold: where no compiled modules are written, nor is this.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any


def prepared(file: Path, of: bytes, makers: Sequence[str], make: Callable[[], Any]) -> Any:
    """Return what `make` makes of the bytes `of`, kept beside `file` if it is plain data, as JSON knows it.

    Its keys must be strings; a tuple may come back as a list. `makers` are the paths of the modules that make it.
    """
    try:
        place = Path(cache_from_source(str(file))).with_suffix(".json")
        code = b"".join(Path(maker).read_bytes() for maker in makers)
    except (NotImplementedError, OSError):  # a Python that keeps nothing, or modules that are no files
        return make()
    key = hashlib.sha256(code).digest() + hashlib.sha256(of).digest()
    with suppress(OSError, ValueError):
        sign, body = place.read_bytes().split(b"\n", 1)
        if sign == _sign(key, body):
            return json.loads(body)
    made = make()
    if not sys.dont_write_bytecode:
        with suppress(OSError, TypeError):  # it cannot be written there, or holds a date
            _keep(place, key, json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode())
    return made


def _sign(key: bytes, body: bytes) -> bytes:
    return hashlib.sha256(key + body).hexdigest().encode()


def _keep(place: Path, key: bytes, body: bytes) -> None:
    """Write all or nothing: another process may be reading."""
    part = place.with_suffix(f".{os.getpid()}")
    place.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(_sign(key, body) + b"\n" + body)
    part.replace(place)
