"""What a person sees while a run goes on: a few live lines at a terminal, one JSON object now and then elsewhere.

Numbers only, on stderr: neither text nor ids.
"""

import json
import sys
import threading
from types import TracebackType
from typing import Any, TextIO

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from rewriter.bulk.outcome import FAULT
from rewriter.bulk.tally import Tally, tell_time

_EVERY = 10.0
_REFRESH = 4
_STYLES = {"accepted": "green", "needs_input": "yellow", "refused": "magenta", "failed": "red", FAULT: "bold red"}


class Display:
    """Shows a tally until it is left, and once more then. Use as a context manager."""

    def __init__(self, tally: Tally, *, stream: TextIO | None = None, every: float = _EVERY) -> None:
        self._tally = tally
        self._stream = stream or sys.stderr
        self._every = every
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._tell, daemon=True)
        self._live: Live | None = None
        if self._stream.isatty():
            console = Console(file=self._stream)
            self._live = Live(
                get_renderable=lambda: draw(tally), console=console, refresh_per_second=_REFRESH, transient=True
            )

    def __enter__(self) -> "Display":
        if self._live:
            self._live.start()
        else:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            self._live.stop()
        else:
            self._ended.set()
            self._thread.join()
            self._write()

    def say(self, message: str) -> None:
        """Show a line beside the figures."""
        if self._live:
            self._live.console.print(message)
        else:
            self._put({"message": message})

    def _tell(self) -> None:
        while not self._ended.wait(self._every):
            self._write()

    def _write(self) -> None:
        self._put(to_dict(self._tally))

    def _put(self, data: dict[str, Any]) -> None:
        self._stream.write(json.dumps(data) + "\n")
        self._stream.flush()


def to_dict(tally: Tally) -> dict[str, Any]:
    """Return a tally as JSON: counts, tokens, dollars, notes a second, and seconds spent and left."""
    left = tally.seconds_left
    return {
        "done": tally.done,
        "total": tally.total or None,
        **{status: tally.statuses[status] for status in _STYLES},
        "had_result": tally.had,
        "equal": tally.equal,
        "rejected": tally.rejected,
        "questions": tally.questions,
        "notes_per_second": round(tally.per_second, 1),
        "calls": tally.calls,
        "input_tokens": tally.usage.input,
        "output_tokens": tally.usage.output,
        "cost": round(tally.cost, 4),
        "seconds": round(tally.seconds, 1),
        "seconds_left": None if left is None else round(left),
    }


def draw(tally: Tally) -> Table:
    """Return a tally as a small table: what is done, what came of it, what it costs, and what is left."""
    table = Table.grid(padding=(0, 2))
    share = f" of {tally.total:,}" if tally.total else ""
    table.add_row("notes", f"{tally.done + tally.had + tally.equal:,}{share}", f"{tally.per_second:,.0f} a second")
    said = [f"[{style}]{tally.statuses[name]:,} {name.replace('_', ' ')}[/]" for name, style in _STYLES.items()]
    table.add_row("results", Text.from_markup(", ".join(said)), f"{tally.questions:,} questions")
    table.add_row("no work", f"{tally.had:,} had a result, {tally.equal:,} equal", f"{tally.rejected:,} rejected")
    if tally.calls:
        used = f"{tally.usage.input:,} tokens in, {tally.usage.output:,} out"
        table.add_row("model", f"{tally.calls:,} requests, {used}", f"${tally.cost:,.2f}")
    left = tally.seconds_left
    table.add_row("time", tell_time(tally.seconds), "" if left is None else f"{tell_time(left)} left")
    return table
