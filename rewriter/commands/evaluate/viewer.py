"""`rewriter eval viewer`: Inspect's own viewer with a run's logs, for any web server."""

import argparse
from pathlib import Path

from rewriter.commands.output import DONE, dump, write
from rewriter.errors import InputError
from rewriter.evaluate.folder import Folder
from rewriter.evaluate.task import bundle


def run(arguments: argparse.Namespace) -> int:
    """Write the viewer; return the exit code."""
    logs = Folder(Path(arguments.folder)).logs
    if not logs.is_dir():
        raise InputError("this folder holds no logs of Inspect's: nothing was run in it")
    bundle(logs, Path(arguments.target))
    if arguments.format == "json":
        write(dump({"viewer": arguments.target}))
    else:
        write(
            f"{arguments.target} is written. It holds the texts of the notes. To look at it:\n"
            f"python -m http.server --bind 127.0.0.1 --directory {arguments.target}"
        )
    return DONE
