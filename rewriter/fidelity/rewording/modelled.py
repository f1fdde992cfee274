"""Demonstrations by who treats: "the therapist demonstrated the stance" is a cue, "the patient demonstrated sway" none.

As a verb it only carries the sentence in most notes, so the words alone have no partner to look for.
"""

from collections.abc import Iterator

from rewriter.fidelity.texts.terms import Terms

_SHOWING = frozenset({"demonstrated", "demonstrates", "demonstrating", "demonstrate"})
_SHOWN = _SHOWING | frozenset(
    "demo demos demo'd demoed demonstration demonstrations modeled modelled modeling modelling models showed shown "
    "shows show showing example video mirrored".split()
)
_STAFF = frozenset({"therapist", "assistant"})
_ROLES = frozenset({"pt", "ot", "pta", "cota", "slp", "otr", "dpt"})
_WRITERS = frozenset({"i", "clinician", "undersigned", "writer"})
_BETWEEN = frozenset({"first", "then", "also", "again", "briefly", "verbally"})
_FINDINGS = frozenset("impairment ability symptom better worse same intact level measure".split())
_REACH = 4


def find_demonstrations(terms: Terms) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) of each demonstration that is told as the therapist's or the assistant's."""
    low = terms.reading.words.low
    for at in terms.reading.at_any(_SHOWING):
        if _has_finding(terms, at):
            continue
        before = at - 1
        while before > 0 and low[before] in _BETWEEN:
            before -= 1
        if before >= 0 and _treats(terms, before):
            yield before, at + 1
        elif "by" in low[at + 1 : at + 1 + _REACH]:
            by = low.index("by", at + 1)
            doer = next((one for one in range(by + 1, min(len(low), by + 1 + _REACH)) if _treats(terms, one)), None)
            if doer is not None:
                yield at, doer + 1


def is_demonstrated(terms: Terms) -> bool:
    """Tell whether a text tells of a demonstration by anybody but the patient, in whatever words."""
    if any(mention.sense.id == "demonstration" for mention in terms.reading.mentions):
        return True
    written = terms.written & _SHOWN - _SHOWING
    return bool(written) or next(find_demonstrations(terms), None) is not None


def _has_finding(terms: Terms, at: int) -> bool:
    """What is demonstrated is a finding, so whoever stands before it is the patient: "PT demonstrated poor balance"."""
    near = terms.reading.between(at + 1, at + 1 + _REACH)
    return any(terms.reading.mentions[one].sense.kind in _FINDINGS for one in near)


def _treats(terms: Terms, at: int) -> bool:
    """The word ends the name of who treats; "PT" in capitals is no patient, unless all of the text is in capitals."""
    words = terms.reading.words
    if words.low[at] in _WRITERS:
        return True
    written = words.written(at, at + 1).partition(" ")[0]  # "PT demo" is read as one
    if written.lower() in _ROLES:
        return written.isupper() and not words.text.isupper()
    near = terms.reading.between(at, at + 1)
    return any(
        terms.reading.mentions[one].sense.kind == "person" and terms.reading.mentions[one].sense.group in _STAFF
        for one in near
    )
