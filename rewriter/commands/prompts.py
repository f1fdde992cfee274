"""`rewriter prompts`: list the prompts, show or compare them."""

import argparse

from rewriter import listing
from rewriter.case import open_case
from rewriter.commands.adder import Adder
from rewriter.commands.output import DONE, dump, write
from rewriter.files import read_text
from rewriter.loop import Limits
from rewriter.note import Note
from rewriter.prompt import Message, list_prompts, load_prompt, released
from rewriter.task import make_free, make_proved


def add(command: Adder) -> None:
    """Add the command to the parser."""
    parser = command("prompts", run, "List the prompts; show one, or what changed between two.")
    parser.add_argument("name", nargs="?", metavar="NAME[@N]", help="the prompt to show")
    parser.add_argument("--diff", metavar="NAME[@N]", help="show what changed from this one")
    parser.add_argument("--note", metavar="FILE", help="render the first request for this note")


def run(arguments: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    if arguments.name is None:
        live = released()["live"]
        table = [
            {"name": name, "versions": versions, "live": live.get(name)} for name, versions in list_prompts().items()
        ]
        write(dump(table) if arguments.format == "json" else listing.prompts(table))
        return DONE
    prompt = load_prompt(arguments.name)
    if arguments.diff is not None:
        write(listing.difference(load_prompt(arguments.diff), prompt))
    elif arguments.note is not None:
        case = open_case(Note(read_text(arguments.note, "note")))
        make = make_free if "note" in prompt.inputs else make_proved
        task = make(case, case.gather(), prompt, Limits(), mask=True)
        write(listing.messages(prompt.render("ask", task.inputs)))
    else:
        write(listing.messages([Message(part, text) for part, text in prompt.parts.items()]))
    return DONE
