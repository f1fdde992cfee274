"""Who did an exercise where no verb says so: "wt shift x10 by tech"."""

from rewriter.billing.treaters import AIDE, NOT_DONE, TAUGHT, by_before
from rewriter.reading import Reading
from rewriter.reading.mentions import DOSES

_LONGEST, _MOST_QUALITIES = 8, 9
# What may stand between an exercise and "by" its doer: qualities, a verb that only says that it was done, small words.
_QUALIFIES = frozenset({"side", "part", "position", "surface", "count", "duration", "distance", "device", "vision"})
_CARRIED_OUT = frozenset("done performed completed led run given provided supervised".split())
_JOINS = frozenset({"in", "on", "at", "to", "with", "->", "\u2192", "and", "s"})
_EACH = frozenset({"each", "way", "ways", "direction", "directions", "both"})
_DRILLS = frozenset({"balance", "strength", "reach", "hand", "vestibular", "sensory", "developmental", "dual_task"})


def exercise_by_aide(reading: Reading) -> int | None:
    """Return the mention of an aide who is named as the doer of an exercise."""
    aides = (index for index in reading.having("person") if reading.mentions[index].sense.group == AIDE)
    return next((index for index in aides if _is_doer(reading, index)), None)


def _is_doer(reading: Reading, index: int) -> bool:
    """An exercise stands with its dose right before "by" and the person: "wt shift x10 by tech", "done by aide".

    A transfer or toileting by an aide is help with the day, and so is what has a level of help, or a helper's word,
    between: "clothing max A by CNA", "tandem guarded by aide".
    """
    mention = reading.mentions[index]
    sentence = reading.sentences[reading.sentence_of[index]]
    by = by_before(reading.words.low, mention.first, sentence.first)
    low = reading.words.low
    if by is None or reading.is_scoped(NOT_DONE, by, mention.last) or TAUGHT & {*low[sentence.first : by]}:
        return False
    at = by - (by > sentence.first and low[by - 1] in _CARRIED_OUT)
    while at > sentence.first and low[at - 1] in _EACH:
        at -= 1
    dosed = False
    for _ in range(_MOST_QUALITIES):
        near = [reading.mentions[i] for i in reading.between(max(sentence.first, at - _LONGEST), at)]
        before = [item for item in near if item.last == at]
        groups = {item.sense.kind: item.sense.group for item in before}
        if "task" in groups or "activity" in groups:
            group = groups.get("activity", "")
            return group in _DRILLS or (dosed and group not in ("transfer", "mobility"))
        if _QUALIFIES.isdisjoint(groups):
            break
        dosed |= not DOSES.isdisjoint(groups)
        at = min(item.first for item in before)
        while at > sentence.first and low[at - 1] in _JOINS and not any(item.last == at for item in near):
            at -= 1
    return False
