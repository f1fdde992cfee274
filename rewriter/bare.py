"""A sentence of the note of which no part fits a plan stands as it does there, without a label of ours.

"Skin check by nsg this am clear." is "Skin check by nursing this am clear." What is short, what opens with a figure,
with a deed or a state that could be read of whoever was named last, and what leads on from before keep "Noted:".
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from rewriter.ahead import VERBS
from rewriter.draft import SLOT
from rewriter.english import PASTS
from rewriter.pattern import late
from rewriter.reading.facts import Fact
from rewriter.reading.pieces import PHRASE
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.surface.classes import FELT
from rewriter.reading.surface.verbs import DOES, LINKING, NOUNS, WENT

_KINDS = frozenset({"remark", "finding", "response", "person", "admin", "impairment", "diagnosis"})
# What was not done or given is told by its name.
_UNDONE = frozenset({"activity", "cue", "treatment"})
_SHORTEST, _SHORTEST_NO = 5, 2
_NOTED = late(r"(?:Noted|Findings): \{([a-z]+[0-9]+)\}\.")
_LEADING_ON = frozenset(
    "so then and but or nor yet to with without for was were is are be because due secondary as if when while until "
    "still not more less now again also too than per by from after before did didn't didnt worse better ok okay "
    "up down off out over back trial call avoid move limit".split()
)
# A verb that opens it may tell a plan or a bidding: "trial weighted utensils", "add foam".
_DEEDS = VERBS | FELT | (DOES - NOUNS) | LINKING | WENT | PASTS - {"left", "set", "cut", "cast"}
_ENDINGS = ("ed", "ing", "ly")


def may_stand_bare(fact: Fact) -> bool:
    """Tell whether a fact of the note may be told without a label: it is nobody's deed, report or plan."""
    told = fact.kind in _KINDS or (fact.kind in _UNDONE and fact.polarity == "negated")
    return told and fact.form == PHRASE and fact.polarity != "planned" and fact.heading != "subjective"


def tell_bare(texts: Sequence[str], facts: Sequence[Fact]) -> list[str]:
    """Return the sentences, those of one sentence of the note as one without labels where all of them have one."""
    by_id = {fact.id: fact for fact in facts}
    whole = Counter((fact.origin, fact.event) for fact in facts)
    told: list[str] = []
    for event, group in groupby(texts, lambda text: _find_event(text, by_id)):
        run = list(group)
        held = [by_id[match[1]] for match in map(_NOTED.fullmatch, run) if match]
        if len(held) == len(run) == whole[event] and all(map(may_stand_bare, held)) and opens_bare(held):
            run = ["; ".join(f"{{{fact.id}}}" for fact in held) + "."]
        told += run
    return told


def _find_event(text: str, facts: Mapping[str, Fact]) -> tuple[str, int]:
    found = SLOT.search(text)
    return (facts[found[1]].origin, facts[found[1]].event) if found else ("", 0)


def opens_bare(facts: Sequence[Fact]) -> bool:
    """Tell whether what these facts tell together is long enough for a sentence, and opens like one."""
    word = facts[0].surface.split()[0].lower()
    told = sum(len(fact.surface.split()) for fact in facts)
    return names_thing(facts[0].surface) and told >= (_SHORTEST_NO if word == "no" else _SHORTEST)


def names_thing(surface: str) -> bool:
    """Tell whether words open with what they are about, not with a figure, a deed, a state, or what leads on."""
    word = surface.split()[0].lower().strip(",")
    return word[:1].isalpha() and word not in _LEADING_ON | PREPOSITIONS | _DEEDS and not word.endswith(_ENDINGS)


def may_be_deed(surface: str) -> bool:
    """Tell whether words may open with what somebody does: "finds midline", "stops at thresholds", "steps long"."""
    word = surface.split()[0].lower()
    stems = {word.removesuffix("s"), word.removesuffix("es")}
    return word.endswith("s") and (word in DOES or not stems.isdisjoint(VERBS))
