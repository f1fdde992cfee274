"""`rewriter doctor`: say what is configured, and what the model server supports."""

import argparse

from rewriter import listing
from rewriter.commands.adder import Adder
from rewriter.commands.output import DONE, OPEN, dump, write


def add(command: Adder) -> None:
    """Add the command to the parser."""
    parser = command("doctor", run, "Say what is configured, and what the model server supports.")
    parser.add_argument("--engine", metavar="MODEL", default="", help="the model to try; else the server's first")
    parser.add_argument("--base-url", metavar="URL", help="the model's server (or REWRITER_BASE_URL)")


def run(arguments: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    # Imported here for the same reason as the model.
    from rewriter.doctor import examine
    from rewriter.settings import load_settings

    signs = examine(load_settings(base_url=arguments.base_url), arguments.engine)
    if arguments.format == "json":
        write(dump([{"name": sign.name, "found": sign.found, "well": sign.well} for sign in signs]))
    else:
        write("\n".join(listing.sign(sign.name, sign.found, sign.well) for sign in signs))
    return OPEN if any(sign.well is False and sign.needed for sign in signs) else DONE
