"""What may stand behind a semicolon, after what it was written right behind: "dizzy; back to 2", "held; retry PM".

It goes on as in the note and says no more than the note does there: what was written side by side stays so.
"""

from collections.abc import Iterable

from rewriter.bare import names_thing
from rewriter.bonds import is_beside, is_charted
from rewriter.pattern import late
from rewriter.reading.facts import Fact
from rewriter.reading.pieces import PHRASE

# How a sentence that says something of somebody reaches over the semicolon. FREELY: all behind it may be said of the
# same; NAMED: what opens with a name is not, a deed would be; BARELY: only what became of it cannot be misread.
FREELY, NAMED, BARELY = "freely", "named", "barely"
_KINDS = frozenset({"remark", "finding", "response", "impairment", "person", "admin"})
# Behind a diagnosis or a deficit what holds one of these is no word on it.
_STATED = frozenset({"diagnosis", "impairment"})
_DONE = frozenset(
    f"kind:{kind}" for kind in "activity task function treatment cue rate equipment device surface level".split()
)
_STATES = frozenset(f"kind:{kind}" for kind in "impairment symptom diagnosis ability measure vital".split())
# What became of it, where else it was not so, how it compared, or what care it asks for.
_BECAME = late(
    r"(?:self-?(?:recovered|corrected)|self (?:recovered|corrected)|recovered|resolved|settled|eased|cleared|caught by|"
    r"corrected|stopped|quit|gone|back to|up to|down to|less than|more than|better|worse|unchanged|improved|latency|"
    r"none|no (?!lifting|driving|weight|resist)|"
    r"(?:left|right) (?:none|negative|absent|normal|late|worse|better|greater|less)|"
    r"(?:anterior |posterior |lateral |sternal |spinal |back |hip )*precautions)\b"
)
_OPENING = late(
    r"(?:the setting|this) was\b|patient was (?:in (?:week|day|month) \d+|\d+ (?:day|week|month)s?) after\b"
)
_REPORTING = ("says ", "reports ", "states ", "denies ")


def trails(sentence: Iterable[Fact], fact: Fact, reach: str) -> bool:
    """Tell whether a fact may stand behind a semicolon after the facts of a sentence; `reach` is how far that does.

    It was written right behind the one of them that the note has last.
    """
    before = max(sentence, key=lambda one: one.end)
    charted = fact.heading == "subjective" and is_charted(fact)  # no patient reported it
    told = fact.kind in _KINDS and fact.polarity != "planned" and not charted
    if not (told or tells_ahead(fact)) or fact.form != PHRASE or not is_beside(before, fact):
        return False
    if _OPENING.match(before.surface) or fact.surface.startswith(_REPORTING):
        return False  # nothing became of the place or the visit, nor is it what the patient says
    if before.kind in _STATED and before.form == PHRASE and not _is_state(fact):
        reach = BARELY  # something was used or done
    if reach == FREELY or (reach == NAMED and (names_thing(fact.surface) or fact.surface[0].isdecimal())):
        return True
    return _BECAME.match(fact.surface) is not None


def tells_ahead(fact: Fact) -> bool:
    """Tell whether a fact says of itself that it is to come: "retry stairs next visit", not "stairs" under a plan."""
    ahead = fact.kind == "plan" or (fact.polarity == "planned" and fact.kind != "function")
    return ahead and fact.form == PHRASE and "kind:planned" in fact.evidence


def _is_state(fact: Fact) -> bool:
    """Tell whether a fact names what the patient has or measures, and nothing that is done or used."""
    return fact.evidence.isdisjoint(_DONE) and not fact.evidence.isdisjoint(_STATES)
