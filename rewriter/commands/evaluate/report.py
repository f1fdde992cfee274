"""`rewriter eval report`: a run as one page."""

import argparse
from pathlib import Path

from rewriter.commands.evaluate.pages import save_page
from rewriter.commands.output import DONE, dump, write
from rewriter.errors import InputError
from rewriter.evaluate.folder import Folder
from rewriter.evaluate.report import draw_report


def run(arguments: argparse.Namespace) -> int:
    """Write the report; return the exit code."""
    folder = Folder(Path(arguments.folder))
    records = folder.read()
    if not records:
        raise InputError("this folder holds no records yet: finish its run first")
    save_page(arguments.page, draw_report(folder.samples(), records))
    if arguments.format == "json":
        write(dump({"page": arguments.page}))
    else:
        write(f"{arguments.page} is written. It holds the texts of the notes.")
    return DONE
