"""A note and a rewrite of it, as the tests of the comparison have them: read, searched for terms, compared."""

from rewriter.fidelity import compare
from rewriter.fidelity.texts.modifiers import find_modifiers
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms, find_terms
from rewriter.findings import Finding
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()


def terms(note: str, rewrite: str) -> tuple[Terms, Terms]:
    """Return the terms of the rewrite and of the note, in the order in which the nets take them."""
    return terms_of(rewrite, source=False), terms_of(note, source=True)


def terms_of(text: str, *, source: bool) -> Terms:
    """Return the terms of one text: the note where it is the source."""
    return find_terms(read(text, PACK), PACK, source=source)


def shelf(side: Terms) -> Shelf:
    """Return the modifiers of one text."""
    return Shelf(find_modifiers(side, PACK))


def drawn(note: str, rewrite: str, visit: Visit = Visit()) -> list[Finding]:
    """Return what a rewrite draws beside a note."""
    return compare([read(note, PACK)], read(rewrite, PACK), visit, PACK)


def errors(note: str, rewrite: str, visit: Visit = Visit()) -> list[str]:
    """Return the codes of the errors of a rewrite."""
    return [item.code for item in drawn(note, rewrite, visit) if item.level == "error"]


def error_words(note: str, rewrite: str) -> list[str]:
    """Return the words of the errors of a rewrite: its own, or what it left out of the note."""
    return [item.text for item in drawn(note, rewrite) if item.level == "error"]
