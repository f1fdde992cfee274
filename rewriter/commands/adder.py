"""What a command is given to add itself with."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

FORMATS = ("text", "json")

if TYPE_CHECKING:
    Parsers = argparse._SubParsersAction[Any]


class Adder:
    """Adds commands to a parser, or to a group of commands."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._commands: Parsers = parser.add_subparsers(metavar="COMMAND", required=True)

    def __call__(
        self, name: str, run: Callable[[argparse.Namespace], int], about: str, formats: tuple[str, ...] = FORMATS
    ) -> argparse.ArgumentParser:
        """Add a command by its name, what runs it, what it is about and its formats; return its parser."""
        added = self._add(name, about)
        added.set_defaults(run=run)
        named = f"{', '.join([f'{FORMATS[0]} (default)', *formats[1:-1]])} or {formats[-1]}"
        added.add_argument("--format", choices=formats, default=FORMATS[0], help=named)
        added.add_argument("--color", action="store_true", help="colour the text even where it goes to a file")
        return added

    def group(self, name: str, about: str) -> "Adder":
        """Add a group of commands; return what adds to it."""
        return Adder(self._add(name, about))

    def _add(self, name: str, about: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = self._commands.add_parser(
            name, help=about, description=about, allow_abbrev=False
        )
        return added
