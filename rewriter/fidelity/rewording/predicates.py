"""A verb that says of what both texts name what it did: "the scar sticks at A2", "the physician wants no loading".

A note has few verbs, so a rewrite must bring its own. What stands where only a verb can stand, behind its subject or an
auxiliary, is one whatever its ending.
"""

from rewriter.english import BE, HAVE
from rewriter.fidelity.texts.roots import base_of_past
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import CLAUSE_ENDS
from rewriter.reading.shorthand.spelling import english

_HAVING = BE | HAVE | {"got", "gets"}
_MODAL = frozenset("did does do didn't doesn't don't can could will would may might must should cannot not".split())
_SUBJECTS = frozenset(
    "he she they it who which that patient client resident child boy girl man woman and then but this these".split()
)
# Between a subject or an auxiliary and its verb.
_ADVERBS = frozenset("not then also still already never thus currently to both all each yet now".split())
# What a verb governs; behind a thing or a quality only these show that it is one: "sticks at A2", not "boxes, ten".
_GOVERNED = frozenset(
    "the a an his her their its him them it to no not that at in into on onto for with by from over through against "
    "about as because so when while if although though until".split()
)


def is_said_of(terms: Terms, index: int) -> bool:
    """Tell whether a term is a finite verb, a participle behind its auxiliary or a verb behind its modal."""
    low, at = terms.reading.words.low, terms.place[index]
    word, before = low[at], at - 1
    while before >= 0 and (low[before] in _ADVERBS or (low[before].endswith("ly") and low[before] in english())):
        before -= 1
    if before < 0:
        return False
    lead = low[before]
    if is_past(word):
        return lead in _HAVING or lead in _SUBJECTS or _ends_subject(terms, before)
    if lead in _MODAL:
        return _is_bare(word)
    behind = low[at + 1] if at + 1 < len(low) else "."
    if lead.endswith("s") and _is_bare(low[at]):
        return behind in _GOVERNED and _ends_subject(terms, before)  # "transfers wait until"
    if not _is_present(low[at]):
        return False
    somebody = lead in _SUBJECTS or _is_person(terms, before)
    return (somebody and behind in CLAUSE_ENDS) or (behind in _GOVERNED and (somebody or _ends_subject(terms, before)))


def is_past(word: str) -> bool:
    """A past or its participle: "walked", "stuck"."""
    return bool(base_of_past(word)) or (word.endswith("ed") and (word[:-2] in english() or word[:-1] in english()))


def _is_bare(word: str) -> bool:
    """A verb as it is named: its other forms are English too."""
    known = english()
    stump = word.removesuffix("e")
    return word in known and (stump + "ing" in known or word + word[-1] + "ing" in known)


def _is_present(word: str) -> bool:
    """The third person of a verb, if it is no thing in the plural."""
    bases = (word[:-1], word[:-2], word[:-3] + "y")
    return word.endswith("s") and any(len(base) > 2 and _is_bare(base) for base in bases)


def _is_person(terms: Terms, at: int) -> bool:
    return any(terms.kind(one) == "person" for one in terms.inside(at, at + 1))


def _ends_subject(terms: Terms, at: int) -> bool:
    """A thing or a person of the sentence ends here: no adjective, no word that leads on."""
    indexes = terms.inside(at, at + 1)
    return bool(indexes) and terms.kind(indexes[0]) != "side" and at not in terms.quoted
