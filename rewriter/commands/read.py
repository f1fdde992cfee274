"""`rewriter read`: show what is found in a note."""

import argparse

from rewriter import view
from rewriter.check import read
from rewriter.commands.adder import Adder
from rewriter.commands.output import DONE, dump, look, write
from rewriter.files import read_text
from rewriter.pack import load_pack
from rewriter.reading.facts import find_facts


def add(command: Adder) -> None:
    """Add the command to the parser."""
    parser = command("read", run, "Show what is found in a note: facts, events, links, unread text.")
    parser.add_argument("file", nargs="?", metavar="FILE", help="the note; - or nothing reads standard input")


def run(arguments: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    reading = read(read_text(arguments.file or "-", "note"))
    facts = find_facts(reading, load_pack())
    if arguments.format == "json":
        write(dump(view.reading_dict(reading, facts)))
    else:
        write(view.reading(reading, facts, look(arguments)))
    return DONE
