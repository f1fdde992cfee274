"""What is told of the next visit."""

from collections.abc import Mapping

from rewriter.calendar import WEEKDAYS
from rewriter.english import ASKING
from rewriter.reading.context.cues import PARTICIPLES
from rewriter.reading.context.uncued import names_plan, tells_next
from rewriter.reading.kinds.observed import is_ahead, tells_aim
from rewriter.reading.kinds.passages import Kind, Passage
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence

_TO_DO = frozenset("add progress increase try resume begin start trial advance wean introduce recheck reassess".split())
_AGAIN = frozenset({"recheck", "follow", "follow-up", "reassess", "reevaluate", "retest"})
_LONGEST_ASKED = 6
_PLANNED = frozenset({"planned", "intended", "scheduled"})
_HAD = frozenset({"had", "was", "were", "originally", "initially"})
# What may still come, or is left to somebody.
_UNTIL = frozenset({"until", "till", "til", "unless", "before"})
_SUPPOSED = frozenset("if when until till unless once while as to will may should must do so since because".split())
_WHEN = WEEKDAYS | frozenset("tomorrow today tonight next visit session week time am pm later soon then".split())


def tell_plan(passage: Passage) -> Kind | None:
    """A plan is told by what was planned, or how often."""
    if _was_intended(passage):
        return "remark", None
    if not _is_plan(passage.reading, passage.sentence, passage.by_kind, passage.first, passage.last):
        return None
    return "plan", passage.find("planned", "boilerplate", "frequency")


def is_undone(reading: Reading, first: int, last: int) -> bool:
    """Words `first:last` tell that something was not done, wherever they stand: "leg press not done" is no plan."""
    low = reading.words.low
    if "," in low[first:last]:
        return False  # what else is told there may be to come
    for at in range(first + 1, last - 1):
        if low[at] == "not" and (low[at + 1] in PARTICIPLES or low[at + 1].endswith("ed")):
            return _SUPPOSED.isdisjoint(low[first:at]) and _UNTIL.isdisjoint(low[at:last])
    return False


def _was_intended(passage: Passage) -> bool:
    """What had been planned for today, and when alone: "had planned 3", "planned standing not done", "plan tmrw"."""
    low, first, last = passage.reading.words.low, passage.first, passage.last
    told = low[first:last]
    planned = next((at for at in range(first, last) if low[at] in _PLANNED), None)
    if planned is not None and (not _HAD.isdisjoint(low[first:planned]) or is_undone(passage.reading, planned, last)):
        return True
    bare = told[0] in ("plan", "will") and len(told) > 1 and _WHEN.issuperset(told[1:])
    return bare and first > passage.sentence.label and low[first - 1] == ","


def _is_plan(reading: Reading, sentence: Sentence, by_kind: Mapping[str, int], first: int, last: int) -> bool:
    """What is told of the next visit: under a plan heading, "will add", "toileting next", "continue plan of care"."""
    low = reading.words.low
    if is_undone(reading, first, last) and low[first] not in _TO_DO:
        return False
    if low[first] == "plan" and first + 1 < last and names_plan(low[first + 1]):
        return True
    if low[first] == '"' == low[last - 1] and sentence.heading != "plan":
        return False  # what somebody said stays theirs: "refused stairs - 'tomorrow'"
    if low[first] in _AGAIN and not {"duration", "planned"}.isdisjoint(by_kind):
        return True  # "recheck 1 wk", "follow up 2 weeks"
    if low[first] in _TO_DO and is_ahead(low, sentence.first, first, last):
        return True
    if low[first] == "planned" and tells_aim(reading, first, last):
        return False
    nexts = (at for at in range(sentence.first, first + 1) if low[at] == "next")
    if tells_next(low[first:last]) or any(
        (at == sentence.first or low[at - 1] == ",") and tells_next(low[at:last]) for at in nexts
    ):
        return True  # "next elastic laces, toileting": all that follows is to come
    told = ASKING.isdisjoint(low[max(0, last - _LONGEST_ASKED) : last])  # "cue for what to do next"
    if sentence.heading == "plan" or "planned" in by_kind or (low[last - 1] == "next" and told):
        return True
    stock = by_kind.get("boilerplate")
    goes_on = stock is not None and reading.mentions[stock].sense.id.startswith("continue")
    return goes_on and not set(by_kind) & {"cue", "activity"}
