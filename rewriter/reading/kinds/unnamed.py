"""A piece that names no treatment, finding or function: by its dose, its surface or its figures."""

from collections.abc import Mapping

from rewriter.calendar import SPANS
from rewriter.reading.kinds.observed import is_observed
from rewriter.reading.kinds.passages import Kind, Passage
from rewriter.reading.kinds.sessions import says_no_more
from rewriter.reading.kinds.timed import is_result
from rewriter.reading.kinds.untreated import tells_otherwise
from rewriter.reading.mentions import DOSES, VALUES
from rewriter.reading.pieces.forms import PHRASE
from rewriter.reading.pieces.treated import is_exercise

# Beside these alone, what was done in sets has no name that is known.
_UNNAMED = frozenset({"ability", "impairment", "symptom", "cue", "function"})
# Surfaces that are made to train balance or walking on: named alone, they are the task.
_TRAINED_ON = frozenset(
    "foam airex wobble board bosu dynadisc disc beam trampoline rebounder treadmill swing pod pods stones".split()
)
_LAIN = (["supine"], ["seated"], ["sitting"], ["sidelying"], ["prone"])
_SEATS = frozenset({"chair", "recliner", "bed", "wheelchair", "bench", "couch", "sofa", "armchair"})
_OF_SEAT = frozenset({"surface", "equipment", "device", "duration"})
_PLACES = frozenset({"at_bedside"})
_SINCE = frozenset({"post", "after", "since"})  # "8 weeks status post fracture"
_OF_TASK = frozenset({"count", "distance", "duration", "level", "vision", "position"})


def tell_unnamed(passage: Passage, heads: list[int]) -> Kind | None:
    """Tell the kind of a piece none of whose `heads` names what was done or found."""
    reading, inside, first, last, by_kind = (
        passage.reading,
        passage.inside,
        passage.first,
        passage.last,
        passage.by_kind,
    )
    named = {reading.mentions[index].sense.kind for index in heads}
    if passage.form == PHRASE and named <= _UNNAMED and is_exercise(reading, inside, first, last):
        return ("finding" if is_result(reading, inside, None, last) else "activity"), None
    if heads:
        return None
    person = passage.opens_with_patient()
    trained = "surface" in by_kind and not _TRAINED_ON.isdisjoint(
        reading.mentions[by_kind["surface"]].sense.id.split("_")
    )
    told_of = set(by_kind) - {"position"} if _is_place_only(passage) else set(by_kind)
    is_task = (not person and not _OF_TASK.isdisjoint(told_of)) or (
        trained and says_no_more(reading, inside, first, last)
    )
    if _rests_on(passage):
        return "remark", None
    verbs = (reading.mentions[i].sense for i in inside if reading.mentions[i].sense.kind == "verb")
    told = not VALUES.isdisjoint(by_kind) or "person" in by_kind or any(verb.label == "past" for verb in verbs)
    since = any(reading.mentions[i].sense.group in SPANS for i in inside) and not _SINCE.isdisjoint(
        reading.words.low[first:last]
    )
    becomes, shown = _headless(by_kind, is_task, told, since)
    seen = shown is not None and (
        is_observed(reading, inside, shown, first, last) or tells_otherwise(reading, inside, shown, first, last)
    )
    if becomes == "activity" and not seen and is_result(reading, inside, None, last):
        return "finding", shown  # "foam EC 6 s": a row of a balance test
    return ("remark" if seen and becomes == "activity" else becomes), shown


def _rests_on(passage: Passage) -> bool:
    """A seat with a time alone is no task, nor where somebody went back to: "chair 5 min", "back supine 3 min"."""
    behind = passage.reading.words.low[passage.first + 1 : passage.last]
    if passage.opening == "back" and (behind[:1] in _LAIN or (behind[:1] == ["to"] and not _SEATS.isdisjoint(behind))):
        return True
    return passage.opening in _SEATS and "duration" in passage.by_kind and set(passage.by_kind) <= _OF_SEAT


def _is_place_only(passage: Passage) -> bool:
    """No posture is told but where it was: "bedside chair"."""
    told = (passage.reading.mentions[i].sense for i in passage.inside)
    return all(sense.id in _PLACES for sense in told if sense.kind == "position")


def _headless(by_kind: Mapping[str, int], is_task: bool, is_told: bool, since: bool) -> Kind:
    """A surface with its dose, or one that is there to train on, stands for the task; "level surface" says where.

    So does a position with a dose of which nothing is told: "sit at edge of bed 5 minutes", not "W sit corrected x6".
    What lasted so long and has no known name may have been done, found or planned, unless it is told `since` when.
    """
    if "position" in by_kind and is_task and not is_told and not DOSES.isdisjoint(by_kind):
        return "activity", by_kind["position"]
    for kind, becomes in (
        ("surface", "activity" if is_task else "remark"),
        ("ratio", "finding"),
        ("pressure", "remark" if "count" in by_kind else "finding"),
        ("duration", "finding" if since else "remark"),
        ("person", "person"),
        ("deficit", "remark"),
    ):
        if kind in by_kind:
            return becomes, by_kind[kind]
    return "remark", None
