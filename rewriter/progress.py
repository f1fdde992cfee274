"""What a person at a terminal sees while a model writes: one line on stderr, gone when it is done."""

import sys
import threading
import time
from types import TracebackType
from typing import TextIO

_FRAMES = "|/-\\"
_EVERY = 0.1
_KINDS = {"draft": "writing", "repair": "mending", "again": "writing anew"}


class Spinner:
    """A line with what is being asked, which request it is and the seconds since the start; silent off a terminal."""

    def __init__(self, name: str, *, active: bool = True, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._active = active and self._stream.isatty()
        self._name = name
        self._said = "reading"
        self._began = time.monotonic()
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._turn, daemon=True)

    def __call__(self, kind: str, asked: int, seconds: float) -> None:
        """Say what is asked now: the loop calls this before each request."""
        self._said = f"{_KINDS.get(kind, kind)}, request {asked + 1}"

    def __enter__(self) -> "Spinner":
        if self._active:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        if self._thread.is_alive():
            self._thread.join()
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _turn(self) -> None:
        turns = 0
        while not self._done.wait(_EVERY):
            seconds = time.monotonic() - self._began
            frame = _FRAMES[turns % len(_FRAMES)]
            self._stream.write(f"\r\x1b[K{frame} {self._name}: {self._said}, {seconds:.0f} s")
            self._stream.flush()
            turns += 1
