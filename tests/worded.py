"""A note beside a rewrite: their terms and errors, shared by the tests of the comparison."""

from rewriter.fidelity import compare
from rewriter.fidelity.rewording.plainly import is_plain
from rewriter.fidelity.texts.modifiers import find_modifiers
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms, find_terms
from rewriter.findings import REWRITE, Finding
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()


def terms(text: str, *, source: bool) -> Terms:
    """Return the terms of a note, the `source`, or of a rewrite."""
    return find_terms(read(text, PACK), PACK, source=source)


def both(note: str, rewrite: str) -> tuple[Terms, Terms]:
    """Return the terms of the rewrite and of the note."""
    return terms(rewrite, source=False), terms(note, source=True)


def shelf(side: Terms) -> Shelf:
    """Return the modifiers of one text."""
    return Shelf(find_modifiers(side, PACK))


def index_of(one: Terms, word: str) -> int:
    """Return the first term of a word."""
    return next(at for at, place in enumerate(one.place) if one.reading.words.low[place] == word)


def drawn(note: str, rewrite: str, visit: Visit | None = None) -> list[Finding]:
    """Return all that a rewrite draws beside a note."""
    return compare([read(note, PACK)], read(rewrite, PACK), visit or Visit(), PACK)


def errors(note: str, rewrite: str) -> list[str]:
    """Return the words of a rewrite, or of its note, that are found to be errors."""
    return [item.text for item in drawn(note, rewrite) if item.level == "error"]


def error_codes(note: str, rewrite: str, visit: Visit | None = None) -> list[str]:
    """Return the codes of the errors of a rewrite, in order."""
    return [item.code for item in drawn(note, rewrite, visit) if item.level == "error"]


def is_said_plainly(note: str, rewrite: str, word: str) -> bool:
    """Tell whether a word of the rewrite is plain beside the note."""
    one = terms(rewrite, source=False)
    return is_plain(one, index_of(one, word), [terms(note, source=True)], PACK.plain)


def is_told_plainly(note: str, rewrite: str, word: str) -> bool:
    """Tell whether a word of the note is told by plain ones of the rewrite."""
    one = terms(note, source=True)
    return is_plain(one, index_of(one, word), [terms(rewrite, source=False)], PACK.plain)


def accused(note: str, rewrite: str) -> bool:
    """Tell whether an error is drawn at words of the rewrite."""
    return any(item.level == "error" and item.side == REWRITE for item in drawn(note, rewrite))
