"""What a command is given to add itself with."""

import argparse
from collections.abc import Callable
from typing import Protocol


class Adder(Protocol):
    """Adds a command by its name, what runs it and what it is about; returns its parser."""

    def __call__(self, name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        """Return the new command's parser."""
