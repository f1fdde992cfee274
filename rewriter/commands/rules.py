"""`rewriter rules`: show the rules."""

import argparse

from rewriter import show
from rewriter.commands.adder import Adder
from rewriter.commands.output import DONE, dump, look, write
from rewriter.errors import PackError
from rewriter.options import RULE_CODE, find_pack
from rewriter.pack import Pack, load_pack
from rewriter.packfile import available
from rewriter.rule import Rule


def add(command: Adder) -> None:
    """Add the command to the parser."""
    parser = command("rules", run, "Show the rules, with reason, source and examples.")
    parser.add_argument("name", nargs="?", metavar="CODE|PACK", default="97112", help="a rule code or a pack (97112)")


def run(arguments: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    pack, rules = _findrun(arguments.name)
    if arguments.format == "json":
        write(dump(show.rules_dict(pack, rules)))
    else:
        write(show.rules(pack, rules, look(arguments)))
    return DONE


def _findrun(name: str) -> tuple[Pack, list[Rule]]:
    """Return the rules of a pack, or the one rule with this code. Raises PackError where there is none."""
    code = name.upper()
    if not RULE_CODE.fullmatch(code):
        pack = find_pack(name, None)
        return pack, list(pack.rules.values())
    for pack in map(load_pack, available()):
        if code in pack.rules:
            return pack, [pack.rules[code]]
    raise PackError(f"no rule has the code {code}; `rewriter rules` lists them")
