"""What a noun that opens a piece did by itself, and whether it is one or many."""

from collections.abc import Sequence

from rewriter.reading.mentions import QUANTITIES, Mention
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.surface.verbs import WENT

_BEHIND = PREPOSITIONS | frozenset(
    "to for of than x per due secondary as if not and but then today again still now well throughout "
    "initially twice once independently briefly slightly mildly bilaterally overall very too since across "
    "against over under near into onto through behind beyond bedside supine seated "
    "( - -> \u2192 ~ < > + / , ) @".split()
)
_MANNERS = frozenset(
    "not never also still slightly mildly moderately severely very more less fairly quite well poorly too now "
    "again generally mostly overall partially fully only barely nearly almost increasingly significantly "
    "somewhat".split()
)
_NAMED_BY = frozenset({"part", "symptom", "impairment", "ability", "measure", "vital", "side"})
# "Biceps" and "forceps" are one, "hops" and "steps" are many.
_SINGULAR = ("ss", "us", "is", "ceps")
# Behind its figure these tell of one thing: "3rd ok with cue", "16x18 cushion tried".
_MANY = frozenset({"feet", "teeth", "children", "people"})
_OF_ONE = frozenset({"st", "nd", "rd", "th", "x"})


def find_course(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> int | None:
    """Return where a part of the body, or what was found of it, did something by itself: "left foot drags"."""
    for at in range(first + 1, last):
        if low[at] in WENT:
            named = [m for m in held if m.sense.kind in _NAMED_BY]
            covered = {place for m in named for place in range(m.first, m.last)}
            told = all(place in covered or low[place] in _MANNERS for place in range(first, at))
            return at if told and _ends(low, at, last, held) else None
    return None


def _ends(low: Sequence[str], at: int, last: int, held: Sequence[Mention]) -> bool:
    """Nothing follows that the verb would have done something to: "foot drags", but not "foot drags cones"."""
    behind = at + 1
    if behind == last or low[behind] in _BEHIND:
        return True
    return any(mention.first == behind and mention.sense.kind in QUANTITIES | {"side"} for mention in held)


def is_many(low: Sequence[str], first: int, last: int) -> bool:
    """The subject is more than one: "stairs", "hips and knees", "2 rests"."""
    while last > first + 1 and low[last - 1] in ("left", "right"):
        last -= 1
    noun = low[last - 1]
    counted = low[first].isdecimal() and low[first] != "1" and _OF_ONE.isdisjoint(low[first + 1 : first + 2])
    joined = any(word in ("and", "&", "+", "both") for word in low[first:last])
    irregular = noun in _MANY or noun.endswith("ae")
    return counted or joined or irregular or (noun.endswith("s") and not noun.endswith(_SINGULAR))
