"""`rewriter rules`: show the rules, and which entries of the catalogue they decide."""

import argparse
from pathlib import Path

from rewriter import coverage, rulebook, rulepage
from rewriter.commands.adder import Adder
from rewriter.commands.output import DONE, dump, look, write
from rewriter.coverage import catalogue, cover
from rewriter.errors import SettingsError
from rewriter.findings import CLINICIAN, MODEL, NOBODY
from rewriter.intake import RULE_CODE, find_pack, find_payer
from rewriter.pack import PAYER
from rewriter.packfile import payers
from rewriter.rule import LEVELS, PROFILES
from rewriter.rulebook import ALL, FIRST, Book, Filter, choose, pack_book, rule_book, whole_book
from rewriter.visit import Visit

_NARROWING = ("name", "level", "mend", "covers", "profile", "find", "payer", "pack")


def add(command: Adder) -> None:
    """Add the command to the parser."""
    parser = command(
        "rules", run, "Show the rules, with reason, source and examples.", formats=("text", "json", "markdown")
    )
    parser.add_argument(
        "name", nargs="?", metavar="CODE|PACK", help=f"a rule code, a pack, or {ALL} (default: {FIRST})"
    )
    parser.add_argument("--level", choices=LEVELS, help="only rules of this level")
    parser.add_argument("--mend", choices=(MODEL, CLINICIAN, NOBODY), help="only rules whose findings these may mend")
    parser.add_argument("--covers", metavar="ID", help="only rules that decide this entry of the catalogue (TIME-4)")
    parser.add_argument("--profile", choices=PROFILES, help="only rules that are checked under this profile")
    parser.add_argument("--find", metavar="WORDS", help="only rules with these words in name, message, why or source")
    parser.add_argument("--payer", metavar="NAME|FILE", help=f"whose rules hold ({', '.join(payers())}), or a file")
    parser.add_argument("--pack", metavar="FILE", help="a pack of your own on top")
    parser.add_argument("--coverage", action="store_true", help="show which rules decide each entry of the catalogue")


def run(arguments: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    write(_coverage(arguments) if arguments.coverage else _rules(arguments))
    return DONE


def _rules(arguments: argparse.Namespace) -> str:
    wanted = Filter(arguments.level, arguments.mend, _id(arguments.covers), arguments.profile, arguments.find)
    book = choose(_find(arguments), wanted)
    if arguments.format == "json":
        return dump(rulebook.to_dict(book))
    return rulepage.markdown(book) if arguments.format == "markdown" else rulepage.text(book, look(arguments))


def _find(arguments: argparse.Namespace) -> Book:
    """Return the rules of a pack, of all packs, or the one rule with this code. Raises PackError for what is none."""
    name = FIRST if arguments.name is None else arguments.name
    overlay = Path(arguments.pack) if arguments.pack is not None else None
    payer = find_payer(arguments.payer, Visit()) if arguments.payer is not None else None
    if RULE_CODE.fullmatch(name.upper()):
        return rule_book(name.upper(), overlay, payer)
    if name == ALL:
        return whole_book(overlay, payer)
    return pack_book(find_pack(name, overlay, payer or PAYER))


def _id(written: str | None) -> str | None:
    """Return an id of the catalogue. Raises SettingsError where there is no such id; the message does not repeat it."""
    if written is not None and written.upper() not in catalogue().ids:
        raise SettingsError("--covers: the catalogue has no such id; `rewriter rules --coverage` lists them")
    return None if written is None else written.upper()


def _coverage(arguments: argparse.Namespace) -> str:
    if any(getattr(arguments, name) is not None for name in _NARROWING):
        raise SettingsError("--coverage is of all rules: leave out the name and the filters")
    table = cover(whole_book())
    if arguments.format == "json":
        return dump(coverage.to_dict(table))
    return coverage.markdown(table) if arguments.format == "markdown" else coverage.text(table, look(arguments))
