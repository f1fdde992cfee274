"""Whom a text names: the therapist and whoever else treats, the patient, relatives and staff, by role.

"I" is who wrote it, "himself" the patient, and an abbreviation that may be a person is one ("taped by ATC").
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.terms import Terms
from rewriter.lexicon import Sense, longest
from rewriter.once import once

AUTHOR = "author"
_ROLES = {
    "pt": "physical_therapist",
    "ot": "occupational_therapist",
    "pta": "physical_therapist_assistant",
    "cota": "occupational_therapy_assistant",
    "cht": "therapist",
    "ci": "clinical_instructor",
}
_WORDS = {"i": AUTHOR, "me": AUTHOR, "my": AUTHOR, "undersigned": AUTHOR, "writer": AUTHOR, "clinician": AUTHOR}
_FIELDS = frozenset({"occupational", "physical"})
SELF = "self"  # the patient, who did it to nobody else: "caught themselves"
_SELVES = frozenset({"himself", "herself", "themselves", "themself", "self"})
_ASSISTANT = "assistant"
DISCIPLINES = frozenset({"physical_therapist", "occupational_therapist"})
_PLACES = frozenset({"facility", "facilities", "home", "homes", "station", "unit"})
_INSTRUCTING = ["clinical", "instructor"]
_NAMING = _FIELDS | frozenset(_ROLES) | frozenset(_WORDS) | _SELVES | {_ASSISTANT, "clinical"}
_TREATING = frozenset(
    {
        "author",
        "clinical_instructor",
        "therapist",
        "treating",
        "primary",
        "physical_therapist",
        "occupational_therapist",
    }
)
_ANY_KIN = frozenset({"caregiver", "family", "guardian"})
_COUPLE = frozenset({"spouse", "partner", "husband"})
_PARENTS = frozenset({"parent", "mother", "father"})


class Party(NamedTuple):
    """A person at words `first:last`, by role; `group` is the kind of role."""

    first: int
    last: int
    role: str
    group: str


@once
def find_parties(terms: Terms) -> list[Party]:
    """Return the persons that a text names, in order."""
    words = terms.reading.words
    found: dict[int, Party] = {}
    for sense, first, last in terms.reading.mentions:
        if sense.kind == "person" and not _is_place(words.low, last):
            for at in range(first, last):
                found.setdefault(at, Party(first, last, sense.id, sense.group))
        elif sense.kind == "reported":  # "wife reports"
            hit = longest(terms.reading.lexicon, words.low[first : first + 1], 0)
            for named in hit[1] if hit is not None else ():
                if named.kind == "person":
                    found.setdefault(first, Party(first, first + 1, named.id, named.group))
    places = terms.reading.places
    for at in terms.reading.at_any([word for word in places if word in _NAMING or word.endswith("'s")]):
        low = words.low[at]
        if low.endswith("'s") and at not in found:  # "with the wife's hand"
            hit = longest(terms.reading.lexicon, [low.removesuffix("'s")], 0)
            for named in hit[1] if hit is not None else ():
                if named.kind == "person":
                    found.setdefault(at, Party(at, at + 1, named.id, named.group))
        if low == "clinical" and words.low[at : at + 2] == _INSTRUCTING:
            found[at] = found[at + 1] = Party(at, at + 2, "clinical_instructor", "therapist")
        if low not in _NAMING or at in found:
            continue
        if low in _ROLES and words.written(at, at + 1).isupper() and words.low[at + 1 : at + 2] != ["aide"]:
            found[at] = Party(at, at + 1, _ROLES[low], "therapist" if low != "pta" else "assistant")
        elif low in _FIELDS and words.low[at + 1 : at + 2] == ["therapy"]:
            if words.low[at + 2 : at + 3] == [":"] or words.low[at - 1] == "by":  # "OT: trunk", "addressed by OT"
                found[at] = Party(at, at + 2, f"{low}_therapist", "therapist")
        elif low in _SELVES:
            found[at] = Party(at, at + 1, SELF, "patient")
        elif low == _ASSISTANT:
            found[at] = Party(at, at + 1, _ASSISTANT, _ASSISTANT)
        elif low in _WORDS:
            found[at] = Party(at, at + 1, _WORDS[low], "therapist")
    for item in terms.reading.read_as:
        if not item.sure and (person := _person_of(terms, item.readings)) is not None:  # "taped by ATC"
            at = bisect_left(words.start, item.start)
            found.setdefault(at, Party(at, at + 1, person.id, person.group))
    return sorted(set(found.values()))


def _person_of(terms: Terms, readings: Iterable[str]) -> Sense | None:
    """Return the person that an abbreviation left as written may name."""
    for phrase in readings:
        low = phrase.split()
        hits = (longest(terms.reading.lexicon, low, at) for at in range(len(low)))
        for hit in hits:
            for named in hit[1] if hit is not None and hit[0] == len(low) else ():
                if isinstance(named, Sense) and named.kind == "person":
                    return named
    return None


def _is_place(low: Sequence[str], last: int) -> bool:
    """What is named goes on as a place: "skilled nursing facility"."""
    return low[last - 1] == "nursing" and bool(low[last : last + 1]) and low[last] in _PLACES


def is_same(one: Party, other: Party, both: bool) -> bool:
    """Tell whether two roles may be one person; `both` disciplines at work are told apart."""
    roles = {one.role, other.role}
    if len(roles) == 1 or (one.group == other.group and one.group in ("patient", "nurse", "aide", "student")):
        return True
    if one.group == other.group == _ASSISTANT and _ASSISTANT in roles:
        return True
    if roles <= _TREATING:
        return not (both and roles == DISCIPLINES)
    if one.group == other.group == "caregiver":
        couple, parents = roles <= _COUPLE, "parent" in roles and roles <= _PARENTS
        return couple or parents or not _ANY_KIN.isdisjoint(roles)
    return False
