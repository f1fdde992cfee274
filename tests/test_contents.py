"""Contents: the claims and the figures of some words."""

from rewriter.fidelity.texts.contents import contents
from rewriter.fidelity.texts.terms import find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def test_each_claim_and_figure_of_the_words_is_told_by_its_keys() -> None:
    terms = find_terms(read("Gait 50 ft, the sling was on.", PACK), PACK, source=True)
    inside = contents(terms, 0, 3)
    assert any("gait" in keys for keys in inside)
    assert [keys for keys in inside if any(key.startswith("#") for key in keys)]
    assert contents(terms, 4, 5) == []
