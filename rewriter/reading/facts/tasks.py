"""Facts that name a daily task and nothing else: help told right behind one was given for it."""

from rewriter.reading.facts.fact import Fact
from rewriter.reading.pieces import PHRASE

# What a daily task may be told with and still be a task by name: not by whom, and not how it went.
_OF_TASK = frozenset(
    "function task activity device equipment surface position part side count duration distance vision".split()
)
_OTHER_NAME = 2  # words
_TASK_WORDS = 4


def is_task(fact: Fact) -> bool:
    """Tell whether a remark names a daily task and nothing else: "toilet transfer with grab bar"."""
    if fact.kind != "remark" or fact.form != PHRASE or fact.polarity != "affirmed" or fact.heading == "subjective":
        return False
    named = fact.name in fact.surface.lower() and len(fact.surface.lower().partition(fact.name)[0].split())
    kinds = {name for name in fact.evidence if name.startswith("kind:")}
    if kinds == {"kind:function"} and len(fact.surface.split()) == _OTHER_NAME:
        named = 0  # another name of the task: "toilet hygiene" of perineal care
    return (
        "function:life" in fact.evidence
        and {name[len("kind:") :] for name in kinds} <= _OF_TASK
        and named is not False
        and named <= _TASK_WORDS
    )
