"""Deficits as nouns, and which of them the patient came with: what lasts, told before anything was done."""

import re
from collections.abc import Sequence

from rewriter.bonds import LED, is_occasion
from rewriter.lexicon import nominal
from rewriter.merge import list_slots
from rewriter.reading.facts import Fact
from rewriter.reading.facts.tasks import is_task
from rewriter.reading.pieces import PHRASE

_MOST_QUALIFIERS = 4
_SHOWED, _FOUND, _CAME_WITH = "Patient demonstrated ", "Findings: ", "Patient presented with "
DOSED = frozenset({"kind:angle", "kind:number", "kind:count", "kind:duration", "kind:distance"})
_ENDED = re.compile(r"\b(?:gone|resolved|ceased)\b")
# An adjective of little or much with a name behind it is what somebody has; "decreased with cues" is a course.
_DEFICIT = re.compile(
    r"(?:mildly |moderately |severely |significantly )?(?:poor|decreased|impaired|limited|reduced|diminished|delayed|"
    r"increased|weak|excessive|inadequate|insufficient|abnormal) (?!with|to|by|after|from|in|on|at|for|during|of|and|"
    r"since|today|now|again|as|when|if|per)[a-z-]+(?: [a-z-]+){0,5}$"
)
_PROVOKED = frozenset({"nystagmus", "clonus"})  # it comes with a test
_INJURED = re.compile(r"[CTLS]\d+ (?:ASIA Impairment Scale|ASIA) [A-E]\b(?! to\b)")
_COMPLAINT = re.compile(
    r"[a-z- ]+?(?:pain|symptoms)(?: with (?:right|left|bilateral)[\w ]*)?(?:, for \d+ (?:day|week|month|year)s?)?"
)


def present(texts: Sequence[str], facts: Sequence[Fact]) -> list[str]:
    """Tell a lasting deficit as one that the patient came with, where nothing had been done before it."""
    by_id = {fact.id: fact for fact in facts}
    told: list[str] = []
    done = False
    for text in texts:
        held = [by_id[slot] for slot in list_slots(text)]
        if (
            not done
            and text.startswith(_SHOWED)
            and all(is_lasting(fact) and fact.name not in _PROVOKED for fact in held)
        ):
            text = text.replace(_SHOWED, _CAME_WITH, 1)
        elif not done and text.startswith(_FOUND) and all(map(_is_complaint, held)):
            text = text.replace(_FOUND, _CAME_WITH, 1)
        done = done or any(fact.kind in LED or is_task(fact) for fact in held)
        told.append(text)
    return told


def is_noun(fact: Fact) -> bool:
    """Tell whether the surface can stand as a noun: it opens with the deficit's name or with a few words before it."""
    if fact.surface.lower().startswith(
        ("too ", "so ", "for ", "due to ", "secondary to ", "still ", "now ", "again ")
    ) or _ENDED.search(fact.surface):
        return False
    before, named, _ = fact.surface.lower().partition(fact.name)
    if named and nominal(fact.name.lower().split(), {}) == fact.name.lower():
        return len(before.split()) <= _MOST_QUALIFIERS and not before.endswith(("due to ", "for ", "and "))
    return bool(fact.why) and fact.surface.lower().startswith(fact.why.lower())


def names_deficit(fact: Fact) -> bool:
    """The fact opens with how little or much there was of what it names: "decreased step length"."""
    return _DEFICIT.match(fact.surface) is not None


def is_lasting(fact: Fact) -> bool:
    """A deficit that the patient has, by its words: neither counted nor tied to a moment."""
    return (
        fact.form == PHRASE
        and fact.polarity == "affirmed"
        and fact.evidence.isdisjoint(DOSED)
        and not is_occasion(fact)
    )


def _is_complaint(fact: Fact) -> bool:
    """A symptom that the patient came with: named, neither rated nor tied to a moment; or how far a cord is injured."""
    if fact.kind != "finding" or fact.form != PHRASE or fact.polarity != "affirmed":
        return False
    lasting = is_noun(fact) and fact.evidence.isdisjoint(DOSED - {"kind:duration"}) and "kind:verb" not in fact.evidence
    return _INJURED.match(fact.surface) is not None or (lasting and _COMPLAINT.fullmatch(fact.surface) is not None)
