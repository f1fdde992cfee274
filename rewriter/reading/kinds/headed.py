"""The kind of a piece by its head: which mention that is, and what it becomes by what stands beside it."""

from collections.abc import Sequence

from rewriter.reading.kinds.passages import HEADS, Headed, Kind, Passage
from rewriter.reading.mentions import CHANGES
from rewriter.reading.pieces.deeds import tells_deed
from rewriter.reading.pieces.openings import AMOUNTS
from rewriter.reading.reading import Reading
from rewriter.reading.typed.items import SETTINGS

_KIND_OF = {
    "level": "assist",
    "task": "activity",
    "symptom": "finding",
    "vital": "finding",
    "measure": "finding",
    "better": "response",
    "worse": "response",
    "same": "response",
    "boilerplate": "remark",
    "ability": "remark",
}
_DOSES = frozenset({"count", "distance", "duration", "level"})
_WITH = frozenset({"with", "w/", "using", "via"})
_BEFORE_IT = frozenset({"at", "before", "facing"})
_NO_VERBS = frozenset({"red", "bed", "med", "sled"})


def find_heads(passage: Passage) -> list[int]:
    """Return the mentions that could be the head, the likeliest first: as they stand, and at one place by kind."""
    mentions = passage.reading.mentions
    found = [
        (mentions[index].first, HEADS.index(mentions[index].sense.kind), index)
        for index in passage.inside
        if mentions[index].sense.kind in HEADS and not _is_inner(passage.reading, index, passage.inside)
    ]
    return [index for *_, index in sorted(found)]


def head_of(passage: Passage, heads: list[int]) -> Headed:
    """Return a passage with the first of its heads."""
    mentions, low = passage.reading.mentions, passage.reading.words.low
    head = heads[0]
    before = mentions[head].first - 1
    while before > passage.first and (low[before].isdecimal() or low[before] in AMOUNTS):
        before -= 1  # "with 4 verbal cues", "with moderate tactile cues"
    governed = low[before] in _WITH or low[before] == "after"
    return Headed(passage, head, mentions[head].sense.kind, heads, governed)


def pass_by_grading(found: Headed) -> Headed:
    """A cue that only grades an activity leaves the head to it."""
    mention, by_kind = found.passage.reading.mentions[found.head], found.passage.by_kind
    if found.kind == "cue" and mention.sense.group in ("grading", "general") and "activity" in by_kind:
        return found._replace(head=by_kind["activity"], kind="activity")
    return found


def pass_by_treatment(found: Headed) -> Headed:
    """The name of a treatment leaves the head to the activity or cue that it is told of."""
    if found.kind == "treatment":
        for index in found.heads:
            kind = found.passage.reading.mentions[index].sense.kind
            if kind in ("activity", "cue"):
                return found._replace(head=index, kind=kind)
    return found


def tell_by_company(found: Headed) -> Kind | None:
    """Tell what the dose, the surface, a symptom or a deficit beside the head make of it."""
    passage, head, kind = found.passage, found.head, found.kind
    mentions, inside, by_kind = passage.reading.mentions, passage.inside, passage.by_kind
    dosed = any(mentions[i].sense.group == "sets" and mentions[i].first > found.at for i in inside)
    if kind == "impairment" and dosed and "symptom" not in by_kind:
        return "activity", head  # "hip hikes 3x10"
    setting = [i for i in inside if mentions[i].sense.kind in SETTINGS and mentions[i].first < found.at]
    if kind in ("level", "cue") and setting and found.before in _WITH:
        return "activity", setting[0]
    timed = mentions[inside[0]].sense.kind == "vision" and "duration" in by_kind
    if kind == "level" and timed:
        return "finding", head  # "eyes closed 8 s (SBA)"
    if kind == "cue" and setting == [inside[0]] and found.before in _BEFORE_IT:
        begun = passage.opening.endswith("ing")
        return ("activity" if begun else "remark"), setting[0]  # "standing at mirror"
    if kind == "impairment" and "symptom" in by_kind and {"number", "ratio"} & set(by_kind):
        return "finding", head
    if kind == "activity" and "ability" in by_kind and _is_deficient(passage.reading, inside, by_kind["ability"]):
        return ("activity", head) if _is_aimed(found) else ("impairment", by_kind["ability"])
    if kind == "ability":
        if "deficit" in by_kind:
            return "impairment", head
        if "ratio" in by_kind or "intact" in by_kind:
            return "finding", head
        if {"count", "duration"} <= by_kind.keys() and not {"verb", *CHANGES} & by_kind.keys():
            return "activity", head  # "static sitting balance 4 min x3"
    return None


def _is_aimed(found: Headed) -> bool:
    """What is poor is what the activity before it was for: "weight shift 3x10 for poor proprioception"."""
    passage = found.passage
    mentions, at = passage.reading.mentions, passage.reading.mentions[found.passage.by_kind["ability"]].first
    return any(mentions[i].sense.kind == "link" and found.at < mentions[i].first < at for i in passage.inside)


def tell_by_head(found: Headed) -> Kind:
    """Tell the kind that the head has where nothing else in the piece decides it."""
    passage, head, kind = found.passage, found.head, found.kind
    reading, by_kind, first, opening = passage.reading, passage.by_kind, passage.first, passage.opening
    if kind in ("activity", "function") and found.at > first and tells_deed(reading, first):
        return ("finding" if "ratio" in by_kind else "remark"), head  # "guided right hand to mouth with left"
    if kind == "function" and not _DOSES & set(by_kind):
        return ("finding" if "ratio" in by_kind else "remark"), head
    if kind == "treatment" and reading.mentions[head].sense.id == "evaluation":
        return "remark", head  # a service of its own, or yet to come
    if kind == "treatment" and ("person" in by_kind or found.at > first + 2):
        return "remark", head
    if kind == "treatment" or (
        kind == "function" and (found.at == first or (found.at == first + 1 and not opening.endswith(("s", "ed"))))
    ):
        return "activity", head
    if (
        kind in ("activity", "cue")
        and found.at > first
        and opening.endswith("ed")
        and opening not in _NO_VERBS
        and not _begins(reading, passage.inside, first)
    ):
        return "remark", head
    if kind == "function":
        return "remark", head
    return _KIND_OF.get(kind, kind), head


def _is_inner(reading: Reading, index: int, inside: list[int]) -> bool:
    """A word inside a longer form of another kind is not the head."""
    mention = reading.mentions[index]
    return any(
        other != index
        and reading.mentions[other].first <= mention.first
        and mention.last <= reading.mentions[other].last
        and (reading.mentions[other].last - reading.mentions[other].first) > (mention.last - mention.first)
        for other in inside
    )


def _is_deficient(reading: Reading, inside: Sequence[int], ability: int) -> bool:
    """A deficit word stands directly before the ability: "impaired dynamic balance"."""
    first = reading.mentions[ability].first
    return any(reading.mentions[i].sense.kind == "deficit" and reading.mentions[i].last == first for i in inside)


def _begins(reading: Reading, inside: Sequence[int], first: int) -> bool:
    return any(reading.mentions[i].first == first for i in inside)
