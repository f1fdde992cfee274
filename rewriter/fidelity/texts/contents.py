"""What some words of a text tell: their claims and their figures, each by its keys."""

from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.mentions import QUANTITIES


def contents(terms: Terms, first: int, last: int) -> list[frozenset[str]]:
    """Return the keys of each claim and figure among the words `first:last`."""
    reading = terms.reading
    figures = (reading.mentions[at].sense for at in reading.between(first, last))
    named = [terms.named[index] for index in terms.claiming(first, last)]
    return named + [frozenset({f"#{sense.id}"}) for sense in figures if sense.kind in QUANTITIES]
