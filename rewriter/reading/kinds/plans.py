"""What is told of the next visit."""

from collections.abc import Mapping

from rewriter.reading.context.uncued import names_plan, tells_next
from rewriter.reading.kinds.observed import is_ahead, tells_aim
from rewriter.reading.kinds.passages import Kind, Passage
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence

# What comes next in a task is asked, or known; it is no plan.
_ASKED = frozenset("what which who whose that whatever where until".split())
_TO_DO = frozenset("add progress increase try resume begin start trial advance wean introduce recheck reassess".split())
_AGAIN = frozenset({"recheck", "follow", "follow-up", "reassess", "reevaluate", "retest"})
_LONGEST_ASKED = 6


def tell_plan(passage: Passage) -> Kind | None:
    """A plan is told by what was planned, or how often."""
    if not _is_plan(passage.reading, passage.sentence, passage.by_kind, passage.first, passage.last):
        return None
    return "plan", passage.find("planned", "boilerplate", "frequency")


def _is_plan(reading: Reading, sentence: Sentence, by_kind: Mapping[str, int], first: int, last: int) -> bool:
    """What is told of the next visit: under a plan heading, "will add", "toileting next", "continue plan of care"."""
    low = reading.words.low
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
    if tells_next(low[first:last]):
        return True
    told = _ASKED.isdisjoint(low[max(0, last - _LONGEST_ASKED) : last])  # "cue for what to do next"
    if sentence.heading == "plan" or "planned" in by_kind or (low[last - 1] == "next" and told):
        return True
    stock = by_kind.get("boilerplate")
    goes_on = stock is not None and reading.mentions[stock].sense.id.startswith("continue")
    return goes_on and not set(by_kind) & {"cue", "activity"}
