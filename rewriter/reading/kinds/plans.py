"""What is told of the next visit."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from rewriter.calendar import WEEKDAYS
from rewriter.english import ASKING
from rewriter.reading.context.cues import PARTICIPLES, tells_state
from rewriter.reading.context.told import is_told_beside
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
_COMING = frozenset("will shall should may might must next continue cont plan plans planned tomorrow".split())
_DAYS = WEEKDAYS | {"next", "tomorrow", "for", "to"}
_WHEN = WEEKDAYS | frozenset("tomorrow today tonight next visit session week time am pm later soon then".split())


def tell_plan(passage: Passage) -> Kind | None:
    """A plan is told by what was planned, or how often."""
    if _was_intended(passage):
        return "remark", None
    if not _is_plan(passage.reading, passage.sentence, passage.by_kind, passage.first, passage.last):
        return None
    return "plan", passage.find("planned", "boilerplate", "frequency")


def plans_later(reading: Reading, inside: Sequence[int], first: int) -> bool:
    """Something else is told before the comma of what is to come: "can't read small print, will enlarge"."""
    planned = next((m.first for i in inside if (m := reading.mentions[i]).sense.kind == "planned"), first)
    told = reading.words.low[first:planned]
    return "," in told and told[0] != "?"  # "?light duty, will ask MD"


def tells_to_come(low: Sequence[str], first: int, last: int) -> bool:
    """A sentence that says of itself, before its comma, that it is to come: "patient will try stairs"."""
    comma = next((at for at in range(first, last) if low[at] == ","), last)
    return not _COMING.isdisjoint(low[first:comma])


def is_undone(reading: Reading, first: int, last: int) -> bool:
    """Words `first:last` tell that something was not done, wherever they stand: "leg press not done" is no plan."""
    low = reading.words.low
    for at in range(first + 1, last - 1):
        if "," in (*low[first : at - 1], *low[at:last]):
            continue  # what else is told there may be to come
        if low[at] == "not" and (low[at + 1] in PARTICIPLES or low[at + 1].endswith("ed")):
            return _SUPPOSED.isdisjoint(low[first:at]) and _UNTIL.isdisjoint(low[at:last])
    return False


def is_beside_plan(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Words `first:last` stand in a plan's sentence and tell what is or was so: "stairs next, call light near"."""
    return bool(find_beside(reading, sentence, first, last))


def find_beside(reading: Reading, sentence: Sentence, first: int, last: int) -> set[int]:
    """Return those of words `first:last` of a plan's sentence that tell what is or was so, behind its first comma."""
    low = reading.words.low
    headed = sentence.heading == "plan" and low[sentence.first - 1] != "plan"
    found: set[int] = set()
    for begin, end in _list_items(low, first, last):
        here = [reading.mentions[i] for i in reading.between(begin, end)]
        if begin > sentence.label and is_told_beside(low, begin, end, here, headed=headed):
            found.update(range(begin, end))
    return found


def _list_items(low: Sequence[str], first: int, last: int) -> list[tuple[int, int]]:
    """Return what the commas part in words `first:last`."""
    commas = [at for at in range(first, last) if low[at] == ","]
    items = pairwise([first - 1, *commas, last])
    return [(left + 1, right) for left, right in items if right > left + 1]


def _was_intended(passage: Passage) -> bool:
    """What had been planned for today, and when alone: "had planned 3", "planned standing not done", "plan tmrw"."""
    low, first, last = passage.reading.words.low, passage.first, passage.last
    told = low[first:last]
    planned = next((at for at in range(first, last) if low[at] in _PLANNED), None)
    if planned is not None and (not _HAD.isdisjoint(low[first:planned]) or is_undone(passage.reading, planned, last)):
        return True
    if planned is not None and passage.sentence.heading != "plan" and _has_outcome(passage):
        return True
    bare = told[0] in ("plan", "will") and len(told) > 1 and _WHEN.issuperset(told[1:])
    return bare and first > passage.sentence.label and low[first - 1] == ","


def _has_outcome(passage: Passage) -> bool:
    """What became of it is told behind, and no day to come: "bike planned 10 min, did 4", "FES planned, unit out"."""
    low, first, last = passage.reading.words.low, passage.first, passage.last
    behind = last + 1 < passage.sentence.last and low[last] == ","
    return behind and _DAYS.isdisjoint(low[first:last])


def _is_plan(reading: Reading, sentence: Sentence, by_kind: Mapping[str, int], first: int, last: int) -> bool:
    """What is told of the next visit: under a plan heading, "will add", "toileting next", "continue plan of care"."""
    low = reading.words.low
    if is_undone(reading, first, last) and low[first] not in _TO_DO:
        return False
    if tells_state(low[first + (low[first] == "patient") : last]):
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
    if tells_next(low[first:last]):
        return True
    if is_beside_plan(reading, sentence, first, last):
        return False
    nexts = (at for at in range(sentence.first, first) if low[at] == "next")
    if any(
        (at == sentence.first or low[at - 1] == ",")
        and tells_next(low[at:last])
        and not is_beside_plan(reading, sentence, at, first)
        for at in nexts
    ):
        return True  # "next elastic laces, toileting": all that follows is to come
    told = ASKING.isdisjoint(low[max(0, last - _LONGEST_ASKED) : last])  # "cue for what to do next"
    planned = "planned" in by_kind and not plans_later(reading, [by_kind["planned"]], first)
    if sentence.heading == "plan" or planned or (low[last - 1] == "next" and told):
        return True
    stock = by_kind.get("boilerplate")
    goes_on = stock is not None and reading.mentions[stock].sense.id.startswith("continue")
    return goes_on and not set(by_kind) & {"cue", "activity"}
