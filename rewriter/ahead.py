"""What is to come as a sentence: "the functional goal is to don pants", "the plan is to add foam next visit".

Only a verb that no noun is called by, or that what stands behind it makes a verb of, takes its "to". What is said of
the goal itself ("not met") stands behind its label as written.
"""

from collections.abc import Sequence

from rewriter.calendar import WEEKDAYS
from rewriter.pattern import late
from rewriter.reading.facts import Fact
from rewriter.reading.pieces import PHRASE

_GOAL, _GOAL_TO, _GOAL_IS = "Functional goal: ", "The functional goal is to ", "The functional goal is "
_PLAN, _PLAN_TO = "Plan: ", "The plan is to "
# What is no name of a thing.
VERBS = frozenset(
    "achieve add adjust advance allow apply ask assess attend avoid bake bathe be bring brush build buy carry chew "
    "clarify climb complete continue cook coordinate crawl decrease demonstrate determine discharge discontinue "
    "discuss doff don drink drive eat educate emphasize encourage enter establish explore facilitate feed find "
    "finish fold follow get give go have hold identify improve include incorporate increase initiate instruct "
    "integrate introduce issue jog join keep kneel learn maintain make manage measure monitor mop move mow navigate "
    "negotiate obtain open order pedal perform pour prepare proceed progress provide put reassess recheck reduce "
    "refer reinforce remove request reschedule restore resume retest retrial return run schedule see send sequence "
    "sew simulate sleep swallow sweep take taper teach tie tolerate transition try update upgrade use vacuum "
    "verbalize wash wean wear work write zip".split()
)
# What is as often a thing: a verb only before one of these.
_NOUNS_TOO = frozenset(
    "walk stand sit reach lift step transfer ambulate propel roll ride trial review practice practise address target "
    "focus check contact start begin dress groom shower toilet cut pull push pick play sing read "
    "type button fasten".split()
)
_BEHIND_VERB = late(
    r"\S+ (?:(?:the|a|an|his|her|own|to (?!stand\b|sit\b|supine\b|prone\b)|from|up|down|on|in|at|into|onto|with|over|"
    r"off|out|back|for)\b|\d)"
)
# Nobody's name stands before these: "hang own curtains".
_OWNED = late(r"(?!\S+ing\b|for\b|in\b|on\b|at\b|with\b|by\b|of\b)[a-z]+ (?:own|his|her|their)\b")
# They take what follows only with a preposition: "return soccer" is written short of it.
_WANTING = {"return": ("to", "home"), "work": ("on", "toward", "towards", "at", "with"), "go": ("to", "home", "up")}
_TOLD_OF = late(
    r"=|[?:\"\[]|\b(?:not|met|unmet|ongoing|progressing|goals?|track|unless|pending|deferred|achieved|revised|was|is|"
    r"were|has|had|continued|partially|planned|done)\b",
)
# Behind these a bare time is when, and not what: "recheck 1 week".
_WHEN = late(r"(?:recheck|reassess|retest|follow up) (?:in )?\d")
# What says when, and not what.
_TIMES = WEEKDAYS | frozenset("tomorrow today tonight next visit session week time am pm later soon in the".split())
_NO_NAME = late(
    r"(?:independent|able|return|work|go|to|for|by|with|in|on|at|if|when|as|per|and|will|may|can|no|none|up|"
    r"[^a-z0-9]\S*|\S+ed)\b"
)


def tell_goal(fact: Fact) -> str:
    """Return the sentence for a functional goal."""
    slot = f"{{{fact.id}}}"
    if fact.form != PHRASE or fact.polarity not in ("affirmed", "planned") or _TOLD_OF.search(fact.surface.lower()):
        return f"{_GOAL}{slot}."
    if _opens_with_verb(fact.surface):
        return f"{_GOAL_TO}{slot}."
    return f"{_GOAL}{slot}." if _NO_NAME.match(fact.surface.lower()) else f"{_GOAL_IS}{slot}."


def tell_plan(fact: Fact) -> str:
    """Return the sentence for a plan."""
    sure = fact.kind == "plan" and fact.form == PHRASE and fact.polarity in ("affirmed", "planned")
    told = sure and not _TOLD_OF.search(fact.surface.lower()) and _opens_with_verb(fact.surface)
    return f"{_PLAN_TO if told else _PLAN}{{{fact.id}}}."


def says_what(fact: Fact) -> bool:
    """Tell whether a plan can do without what it was written behind: "add foam next visit", not "retry next visit"."""
    behind = fact.surface.lower().split()[1:]
    return tell_plan(fact).startswith(_PLAN_TO) and not _TIMES.issuperset(behind)


def list_plans(texts: Sequence[str]) -> list[str]:
    """Return the sentences with plans that stand side by side in one."""
    listed: list[str] = []
    for text in texts:
        before = listed[-1] if listed else ""
        if text.startswith((_PLAN, _PLAN_TO)) and before.startswith((_PLAN, _PLAN_TO)):
            slots = [part.removeprefix(_PLAN_TO).removeprefix(_PLAN).removesuffix(".") for part in (before, text)]
            listed[-1] = _PLAN + "; ".join(slots) + "."  # "is to" does not reach over a semicolon
        else:
            listed.append(text)
    return listed


def _opens_with_verb(surface: str) -> bool:
    word, _, rest = surface.lower().partition(" ")
    if surface[:1].isupper() or _WHEN.match(surface):
        return False
    if word in _WANTING:
        return rest.split(" ")[0] in _WANTING[word]
    if word in _NOUNS_TOO:
        return _BEHIND_VERB.match(surface.lower()) is not None
    return (word in VERBS and rest != "") or _OWNED.match(surface) is not None
