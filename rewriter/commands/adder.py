"""What a command is given to add itself with."""

import argparse
from collections.abc import Callable
from typing import Protocol

FORMATS = ("text", "json")


class Adder(Protocol):
    """Adds a command by its name, what runs it, what it is about and its formats; returns its parser."""

    def __call__(
        self,
        name: str,
        run: Callable[[argparse.Namespace], int],
        about: str,
        formats: tuple[str, ...] = FORMATS,
    ) -> argparse.ArgumentParser:
        """Return the new command's parser."""
