"""What a clause of a draft may tell its facts as, and by which words.

A clause opens in one of a few ways, or closes in one; what joins its slots says what the next are told as. Each role
takes the facts whose claim it leaves as it is.
"""

from rewriter.bare import may_stand_bare
from rewriter.bonds import is_age, is_charted, is_occasion, is_termed, is_test
from rewriter.reading.facts import Fact
from rewriter.reading.facts.tasks import is_task
from rewriter.reading.mentions import ALONE
from rewriter.reading.pieces import PATIENT, PHRASE, SENTENCE, THERAPIST
from rewriter.trailing import FREELY, NAMED, tells_ahead

# What the facts of a list are told as.
BARE, NOTED, REPORT, GOAL, AIM, PLAN, TEACH, TIME = "bare", "noted", "report", "goal", "aim", "plan", "teach", "time"
HELP, NEED, USED, PART, GIVEN, DONE, SHOWN = "help", "need", "used", "part", "given", "done", "shown"
DEED, HABIT, AGED, VERB, REASON, AFTER, LONG = "deed", "habit", "aged", "verb", "reason", "after", "long"

# How a clause may open, without articles and "also"; "*" stands for a skilled verb.
OPENERS = {
    "": BARE,
    **dict.fromkeys(("noted :", "findings :", "objective findings :", "findings noted :"), NOTED),
    "patient report :": REPORT,
    **dict.fromkeys(("functional goal :", "goal :", "functional goal is", "functional goal is to"), GOAL),
    **dict.fromkeys(("treatment targets", "session targets", "treatment was for", "session was for"), AIM),
    **dict.fromkeys(("purpose :", "purpose of treatment :", "purpose of session :", "functional purpose :"), AIM),
    **dict.fromkeys(("plan :", "plan is to"), PLAN),
    **dict.fromkeys(("education :", "patient education :"), TEACH),
    **dict.fromkeys(("time record :", "time :"), TIME),
    "assistance :": HELP,
    "patient required": NEED,
    "therapist used": USED,
    **dict.fromkeys(("treatment included", "session included"), PART),
    "therapist provided": GIVEN,
    "patient performed": DONE,
    **dict.fromkeys(("patient demonstrated", "patient presented", "patient presented with"), SHOWN),
    "therapist": DEED,
    "patient": HABIT,
    "patient is": AGED,
    **dict.fromkeys(("therapist *", "therapist * patient through", "therapist * patient during"), VERB),
    **dict.fromkeys(("treatment was to address", "session was to address"), REASON),
}
# What may close a clause that opens with its slots.
CLOSERS = {
    "": BARE,
    **dict.fromkeys(("was noted", "were noted"), NOTED),
    **dict.fromkeys(("was provided", "were provided"), GIVEN),
    **dict.fromkeys(("was included", "were included"), PART),
    **dict.fromkeys(("was used", "were used"), USED),
}
# In a labelled list only a semicolon keeps a "no" or a "next" from reaching over to the next fact.
LISTED = frozenset({BARE, NOTED, REPORT, GOAL, AIM, PLAN, TEACH, TIME, HELP, DEED, HABIT})
# How far what is said of somebody reaches over a semicolon; where it is not told here, barely.
REACHES = dict.fromkeys((BARE, NOTED, HABIT, PART, DONE, SHOWN), FREELY) | dict.fromkeys(
    (USED, GIVEN, NEED, HELP, TEACH, VERB, DEED, PLAN, GOAL), NAMED
)
SEPARATORS = frozenset({",", "and", ", and"})
WORK = frozenset({VERB, DONE, PART, USED, GIVEN})
# What may join a list to the one before it, what the new list is told as, and what the clause may have opened with.
JOINTS = {
    "using": (USED, WORK - {USED}),
    "with": ("with", WORK),
    "during": (DONE, frozenset({USED, NEED})),
    "to address": (REASON, WORK),
    "following": (AFTER, WORK | {SHOWN, REASON}),
    "and with": (SHOWN, frozenset({SHOWN})),
    "for": (LONG, frozenset({GIVEN})),
}
BY_THERAPIST = frozenset({USED, GIVEN, VERB, DEED})
# Who else may have treated: then nothing is told as the therapist's own.
NO_THERAPIST = frozenset(
    {"agent:assistant", "agent:student", "agent:aide", "kind:group", "person:assistant", "person:student"}
)
WISHES = ("wants", "would like", "hopes", "wishes")
KINDS = {
    USED: frozenset({"cue"}),
    "with": frozenset({"cue", "assist"}),
    PART: frozenset({"activity", "treatment", "cue"}),
    GIVEN: frozenset({"treatment", "cue"}),
    DONE: frozenset({"activity"}),
    VERB: frozenset({"activity"}),
    SHOWN: frozenset({"impairment", "diagnosis", "finding"}),
    AFTER: frozenset({"diagnosis"}),
    HELP: frozenset({"assist"}),
    NEED: frozenset({"assist"}),
}


def takes(role: str, fact: Fact, words: str, *, by_others: bool) -> bool:
    """Tell whether a fact may be told in a role, by these words, without a change of what it claims.

    `by_others` says that somebody else than the therapist treated.
    """
    if role == REASON:
        return bool(fact.why) and fact.form == PHRASE and fact.polarity == "affirmed"
    if fact.heading == "subjective" and not (role in (GIVEN, PART, LONG) and fact.kind in ("treatment", "time")):
        return role == (NOTED if is_charted(fact) else REPORT)
    if role == SHOWN and words.startswith("patient presented") and is_occasion(fact):
        return False
    if role in WORK and fact.kind == "activity" and is_test(fact):
        return False
    own = fact.form == PHRASE and (fact.kind in KINDS.get(role, ()) or (role == DONE and is_task(fact)))
    if own and fact.kind == "assist" and role != HELP:
        own = fact.group not in ALONE
    if role in KINDS:
        return own and fact.polarity == "affirmed"
    if role == AGED:
        return is_age(fact)
    if role == PLAN:
        return fact.kind == "plan" or (fact.polarity == "planned" and fact.kind != "function")
    later = fact.kind in ("plan", "function") or (fact.polarity == "planned" and fact.form != SENTENCE)
    wish = fact.kind == "function" and fact.surface.startswith(WISHES)
    planned = fact.polarity == "planned" and fact.kind != "function"
    fitting = {
        BARE: stands_alone(fact) or may_stand_bare(fact),
        NOTED: not later
        or (fact.form == THERAPIST and by_others and not planned)
        or (words == ";" and tells_ahead(fact)),
        GOAL: fact.kind == "function" and fact.group == "goal",
        AIM: fact.kind == "function",
        LONG: fact.kind in ("time", "function"),
        TEACH: fact.kind == "education" and not planned,
        TIME: fact.kind == "time" and not planned,
        DEED: fact.form == THERAPIST and not planned,
        HABIT: (fact.form == PATIENT and not planned) or wish,
    }
    return fitting.get(role, False)


def stands_alone(fact: Fact) -> bool:
    """Tell whether a fact is a sentence by itself; a goal is one only as a wish."""
    goal = fact.kind == "function" and fact.group == "goal" and not fact.surface.startswith(WISHES)
    return is_termed(fact) or (fact.form == SENTENCE and not goal)
