"""What is worked out of the project's own files is kept beside them, as Python keeps compiled modules.

It is taken only if it was made of these very bytes by this very code, and is whole; else it is made anew, and kept
where files may be written. Python's own switches hold: where no compiled modules are written, nor is this.
"""

import hashlib
import marshal
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any


def prepared(file: Path, of: bytes, makers: Sequence[str], make: Callable[[], Any]) -> Any:
    """Return what `make` makes of the bytes `of`, kept beside `file` if it is plain data, as `marshal` knows it.

    What is one object stays one: a name told a thousand times is held once. `makers` are the paths of the modules that
    make it.
    """
    try:
        place = Path(cache_from_source(str(file))).with_suffix(".data")
        code = b"".join(Path(maker).read_bytes() for maker in makers)
    except (NotImplementedError, OSError):  # a Python that keeps nothing, or modules that are no files
        return make()
    key = hashlib.sha256(code).digest() + hashlib.sha256(of).digest()
    with suppress(OSError), place.open("rb") as kept:
        sign, body = kept.read(len(key)), kept.read()
        if sign == _sign(key, body):
            return marshal.loads(body)
    made = make()
    if not sys.dont_write_bytecode:
        with suppress(OSError, ValueError):  # it cannot be written there, or holds a date
            _keep(place, key, marshal.dumps(made))
    return made


def _sign(key: bytes, body: bytes) -> bytes:
    whole = hashlib.sha512(key)
    whole.update(body)
    return whole.digest()


def _keep(place: Path, key: bytes, body: bytes) -> None:
    """Write all or nothing: another process may be reading."""
    part = place.with_suffix(f".{os.getpid()}")
    place.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(_sign(key, body) + body)
    part.replace(place)
