"""The command line: arguments in, text or JSON out. What is true of a note is decided elsewhere.

Exit codes: 0 accepted or pass; 1 findings, needs input, refused or failed; 2 usage or bad input; 130 after Ctrl+C; 141
when the reader of the output went away. Results go to stdout, all else to stderr. No message repeats what was typed or
read: it may be a note, and stderr often ends in a log.
"""

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from rewriter.batch import fault
from rewriter.commands.adder import Adder
from rewriter.commands.output import BAD
from rewriter.errors import RewriterError, SettingsError
from rewriter.result import VERSION

STOPPED, PIPE_CLOSED = 130, 141
# The commands, and their modules.
_COMMANDS = {name: name for name in ("improve", "check", "read", "rules", "bulk")}
_COMMANDS |= {"eval": "evaluate"} | {name: name for name in ("serve", "audit", "prompts", "doctor")}
_MANY = 500_000  # objects that may be made and kept before garbage is looked for


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Raises nothing that is the caller's to mend."""
    _speak_utf8()
    if argv is None:  # this process is ours: one note makes less than this, and a search of the packs would cost 0.1 s
        gc.set_threshold(_MANY)
    try:
        code = _run(argv)
        sys.stdout.flush()
        return code
    except RewriterError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except OSError as error:
        _drop_output()
        return _complain(f"the output cannot be written: {error.strerror}")
    except Exception as error:  # a traceback may quote a note: name the place instead
        return _complain(fault(error))
    finally:
        if argv is None:  # the process ends here: a last search of the packs for garbage would cost 0.15 s
            gc.freeze()


def _run(argv: Sequence[str] | None) -> int:
    try:
        words = sys.argv[1:] if argv is None else argv
        arguments = _parser(words).parse_args(words)
    except SystemExit as stop:  # --help and --version
        return int(stop.code or 0)
    command: Callable[[argparse.Namespace], int] = arguments.run
    return command(arguments)


# --- arguments -------------------------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """A parser that raises SettingsError, and whose messages do not repeat what was typed."""

    def error(self, message: str) -> NoReturn:
        raise SettingsError(f"{_without_echo(message)} (see {self.prog} --help)")


def _without_echo(message: str) -> str:
    """Return an argparse message without the words it quotes.

    >>> _without_echo("argument --format: invalid choice: 'note' (choose from 'text', 'json')")
    "argument --format: choose from 'text', 'json'"
    """
    if message.startswith("unrecognized arguments"):
        return "there are arguments that this command does not know"
    name, _, rest = message.partition(": ")
    if rest.startswith("invalid choice"):
        return f"{name}: choose from {rest.rpartition('(choose from ')[2].removesuffix(')')}"
    if rest.startswith("ignored explicit argument"):
        return f"{name}: takes no value"
    return message


def _parser(words: Sequence[str]) -> _Parser:
    """Return the parser of the command that the words begin with, or of all: to load all takes a tenth of a start."""
    parser = _Parser(
        prog="rewriter",
        description="Rewrite terse therapy notes into complete, true documentation.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"rewriter {VERSION}")
    command = Adder(parser)
    named = [word for word in words[:1] if word in _COMMANDS]
    for name in named or _COMMANDS:
        import_module(f"rewriter.commands.{_COMMANDS[name]}").add(command)
    return parser


# --- printing --------------------------------------------------------------------------------------------------------


def _speak_utf8() -> None:
    """Write UTF-8 with plain line ends on every platform, whatever the locale says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict", newline="\n")


def _complain(message: str) -> int:
    with suppress(OSError):
        print(f"error: {' '.join(message.split())}", file=sys.stderr)
    return BAD


def _drop_output() -> None:
    """Send what is still buffered nowhere, or Python would complain of the closed pipe as it exits."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
