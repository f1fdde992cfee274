"""What may stand behind a semicolon, after what it was written right behind: "dizzy; back to 2", "held; retry PM".

It goes on as in the note and says no more than the note does there: what was written side by side stays so.
"""

from collections.abc import Iterable, Sequence

from rewriter.ahead import says_what
from rewriter.bare import may_be_deed, names_thing
from rewriter.bonds import DEEDS, is_beside, is_charted
from rewriter.pattern import late
from rewriter.reading.facts import Fact
from rewriter.reading.pieces import PHRASE

# How a sentence that says something of somebody reaches over the semicolon. FREELY: all behind it may be said of the
# same; NAMED: what opens with a name is not, a deed would be; BARELY: only what became of it cannot be misread.
FREELY, NAMED, BARELY = "freely", "named", "barely"
_LATE = ("function", "plan")
_KINDS = frozenset({"remark", "finding", "response", "impairment", "person", "admin"})
# Behind a diagnosis or a deficit what holds one of these is no word on it.
_STATED = frozenset({"diagnosis", "impairment"})
_DONE = frozenset(
    f"kind:{kind}" for kind in "activity task function treatment cue rate equipment device surface level".split()
)
_STATES = frozenset(f"kind:{kind}" for kind in "impairment symptom diagnosis ability measure vital".split())
# What became of it, how a goal stands, where else it was not so, how it compared, or what care it asks for.
_BECAME = late(
    r"(?:self-?(?:recovered|corrected)|self (?:recovered|corrected)|recovered|resolved|settled|eased|cleared|caught by|"
    r"corrected|stopped|quit|gone|back to|up to|down to|less than|more than|better|worse|unchanged|improved|latency|"
    r"none|no (?!lifting|driving|weight|resist)|"
    r"(?:left|right) (?:none|negative|absent|normal|late|worse|better|greater|less)|"
    r"(?:not |partially |nearly |almost )?(?:met|achieved)|unmet|ongoing|progressing|on track|"
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
    ahead = before.kind in ("plan", "function")  # nobody is named there
    named = fact.surface[0].isdecimal() or (names_thing(fact.surface) and (ahead or not may_be_deed(fact.surface)))
    if reach == FREELY or (reach == NAMED and named):
        return True
    return _BECAME.match(fact.surface) is not None


def find_later(event: Sequence[Fact]) -> list[Fact]:
    """Return what is told at the end: goals, plans, and what was written right behind one and is nothing without it.

    A plan that was written behind what was not done, or found, is told there: "stairs held, retry PM".
    """
    later: list[Fact] = []
    for number, fact in enumerate(event):
        before = event[number - 1 : number]
        moved = before != [] and before[0] in later
        if tells_ahead(fact) and not says_what(fact) and before and not moved and trails(before, fact, FREELY):
            continue
        # "goal SBA, last week min A"
        former = moved and "kind:historical" in fact.evidence and is_beside(before[0], fact)
        own = not fact.evidence.isdisjoint(DEEDS | {"kind:person"})  # it says of what or of whom it is
        tied = moved and not own and (former or trails(before, fact, NAMED))
        if fact.kind in _LATE or tied:
            later.append(fact)
    return later


def tells_ahead(fact: Fact) -> bool:
    """Tell whether a fact says of itself that it is to come: "retry stairs next visit", not "stairs" under a plan."""
    ahead = fact.kind == "plan" or (fact.polarity == "planned" and fact.kind != "function")
    return ahead and fact.form == PHRASE and "kind:planned" in fact.evidence


def _is_state(fact: Fact) -> bool:
    """Tell whether a fact names what the patient has or measures, and nothing that is done or used."""
    return fact.evidence.isdisjoint(_DONE) and not fact.evidence.isdisjoint(_STATES)
