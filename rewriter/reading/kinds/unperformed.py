"""What names a treatment and was none at this visit: of another day, asked, seen, left out, or by the way."""

from collections.abc import Mapping, Sequence

from rewriter.calendar import SPANS
from rewriter.english import ARTICLES
from rewriter.persons import TREATING
from rewriter.reading.kinds.observed import (
    does_by_itself,
    is_left_out,
    is_observed,
    is_of_another_day,
    tells_answer,
    tells_need,
)
from rewriter.reading.kinds.passages import Headed, Kind, Passage
from rewriter.reading.kinds.timed import is_result
from rewriter.reading.kinds.untreated import tells_otherwise
from rewriter.reading.mentions import CUEING_THINGS, DOSES, TASKS
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.pieces.forms import PHRASE
from rewriter.reading.pieces.openings import AMOUNTS
from rewriter.reading.reading import Reading
from rewriter.reading.surface.subjects import is_persons_deed

_TOOK = frozenset({"took", "takes", "needed", "had", "wanted", "asked"})
_PAUSES = frozenset("break breaks breather seat nap pause snack drink".split())
_USING = frozenset({"with", "w/", "using"})
_TOLD = frozenset("reminded cautioned advised warned encouraged told".split())
_RESUMES = frozenset({"trial", "try", "cont", "resume", "introduce", "wean", "advance", "add"})
_FELL = frozenset({"fell", "fall", "falls", "fallen"})
# What a patient lacks, and where.
_LACKED = frozenset({"impairment", "symptom", "deficit", "side", "part", "verb"})
# Some of several: how they were done is told behind them.
_SOME = frozenset({"others", "rest", "remaining", "most", "remainder", "last", "first", "up", "down"})
_HANDED = frozenset({"hand_over_hand", "hand_under_hand", "hand_over_hand_assistance", "hand_over_hand_facilitation"})
_OF_WARDS = frozenset("unit icu bed floor patient pt ward care".split())
# Another service, by letters that nothing tells to be the writer's own, and how a piece says that it was theirs.
_SERVICES = frozenset({"ot", "pt", "st", "slp", "cota", "pta"})
_BESIDE = frozenset({"with", "w/", "by"})
_GAVE = frozenset("gave gives giving provided provides providing used".split())
_TIMES_OF_DAY = frozenset("am pm later earlier tomorrow yesterday tonight".split())
_NO_PERSONS = frozenset("therapist physical occupational speech end time set trial being last next mid".split())
_GOES_ON = frozenset({"and", "to", "used", "as"})
# What is said of a cue itself.
_SERVED = frozenset({"helped", "worked", "failed", "didn't", "helps"})


def tell_unperformed(found: Headed) -> Kind | None:
    """Tell what was of another day, only asked for, or left out, and what the patient answered or was seen to do."""
    passage, head, kind = found.passage, found.head, found.kind
    reading, inside, first, last = passage.reading, passage.inside, passage.first, passage.last
    mentions = reading.mentions
    if kind in ("activity", "task", "cue") and (
        is_of_another_day(reading, first, last) or tells_otherwise(reading, inside, head, first, last)
    ):
        return "remark", head
    if kind in TASKS and passage.opening in _TOLD:
        return "remark", head  # "reminded to lock brakes"
    if kind in ("activity", "task", "cue") and found.at > first and _is_order(reading, passage.by_kind, first):
        return "remark", head
    if kind == "cue" and (
        tells_answer(reading, inside, head, first) or tells_need(reading, mentions[head], first, last)
    ):
        return "remark", head
    if kind in ("activity", "task", "cue") and does_by_itself(reading, inside, first, last):
        return "finding", head
    if kind == "cue" and reading.words.low[found.behind : last][:1] in (["nil"], ["none"]):
        return "remark", head
    if kind in ("activity", "task", "cue") and is_left_out(reading, found.behind, last):
        return "finding", head  # "turning not addressed today"
    undosed = passage.form == PHRASE and passage.by_kind.keys().isdisjoint(DOSES | {"level", "cue"})
    if kind in ("activity", "task") and undosed and is_persons_deed(passage.opening):
        return "remark", head  # "walks hall w/o bumping L": what the patient does
    if kind in ("activity", "task") and undosed and _is_said_with_deed(found):
        return "remark", head  # "needed VC for hands, reaches for walker": what the patient does
    if undosed and _names_ward(found):
        return "remark", head
    if kind == "diagnosis" and any(mentions[i].sense.kind == "count" and mentions[i].sense.id == "0" for i in inside):
        return "finding", head  # "seizure-like x0"
    if kind in ("activity", "task") and (
        is_observed(reading, inside, head, first, last) or is_result(reading, inside, head, last)
    ):
        return "finding", head
    return None


def _names_ward(found: Headed) -> bool:
    """A ward is called as what is done on stairs: where it opens the note, or says so: "step down, ICU weakness"."""
    passage = found.passage
    if passage.reading.mentions[found.head].sense.id != "step_down" or "side" in passage.by_kind:
        return False
    opens = found.at == 0 and found.behind == passage.last
    return opens or not _OF_WARDS.isdisjoint(passage.reading.words.low[found.behind : found.behind + 1])


def tell_of_others(found: Headed) -> Kind | None:
    """Tell what somebody else did, when it was long ago, and how far the patient has come."""
    passage, head, kind = found.passage, found.head, found.kind
    reading, inside, first, by_kind = passage.reading, passage.inside, passage.first, passage.by_kind
    mentions = reading.mentions
    if any(
        mentions[i].first == first and mentions[i].sense.kind == "person" and mentions[i].sense.group != "patient"
        for i in inside
    ):
        return "remark", head
    if kind in TASKS | {"cue"} and _is_with_service(reading.words.low, first, passage.last):
        return "remark", head  # "mirror with OT pm": theirs, and not of this visit
    if kind in ("cue", "level") and (_is_by_others(found) or _goes_on_giving(passage)):
        return "remark", head
    if kind in TASKS and any(mentions[i].sense.group in SPANS for i in inside):
        return "remark", head  # "back to running in 4 weeks", "cruise 4 mo ago": no dose is that long
    if (
        kind in ("activity", "task")
        and "now" in reading.words.low[first : passage.last]
        and by_kind.keys().isdisjoint(DOSES)
    ):
        return "finding", head  # "reaches second shelf now": how far the patient has come
    if kind == "activity" and passage.opens_with_patient() and "verb" not in by_kind:
        return "remark", head  # "patient supine in bed"
    return None


def tell_aside(found: Headed) -> Kind | None:
    """Tell a cue that stands by the way of something else, and a pause."""
    passage, head, kind = found.passage, found.head, found.kind
    low, first = passage.reading.words.low, passage.first
    if kind == "cue" and not _SERVED.isdisjoint(low[found.behind : found.behind + 2]):
        return "remark", head  # "mirror helped": what the cue did
    joined = found.before in ARTICLES  # "picture cards and a verbal cue"
    led = found.governed or (joined and not _USING.isdisjoint(low[first + 1 : found.at]))
    if kind == "cue" and found.at > first and led and "activity" not in passage.by_kind:
        return "remark", head  # "scan left with verbal cues": the cue is not what was done
    if kind == "cue" and found.at > first and (passage.opening in _SOME or _is_hand_with_thing(found)):
        return "remark", head  # "others VC "stop"", "loops hand over hand max"
    if kind == "cue" and found.at == first and _is_at_thing(found):
        return "remark", head  # "mirror shave SBA": what was done at it
    if kind == "cue" and found.at > first and found.before == "or":
        return "remark", head  # "down on bottom or hand held assistance": one of two ways
    if kind in ("activity", "task") and passage.opening in _TOOK and _is_pause(passage.reading, first):
        return "remark", head  # "took break on swing"
    if kind == "cue" and found.at > first and found.before == "(":
        return "remark", head  # "avoid upper trapezius (verbal cues)"
    if kind in ("activity", "task") and _comes_along(passage):
        return "remark", head
    return None


def _is_with_service(low: Sequence[str], first: int, last: int) -> bool:
    """It was with a service, or at its time: "mirror with OT", "PT pm gait"; not so "with PT blocking knee"."""
    for at in [at for at in range(first, last) if low[at] in _SERVICES]:
        behind = low[at + 1] if at + 1 < last else ""
        beside = at > first and low[at - 1] in _BESIDE and not behind.endswith(("ing", "ed"))
        if beside or behind in _TIMES_OF_DAY or (behind == "this" and low[at + 2 : at + 3] != []):
            return True
    return False


def _is_by_others(found: Headed) -> bool:
    """Somebody unknown gave it: "demo by rep", "cues by teacher"; not so "VC by end", "cue by 2 min"."""
    reading, at = found.passage.reading, found.behind
    if at + 1 >= found.passage.last or reading.words.low[at] != "by":
        return False
    here = [reading.mentions[i].sense for i in reading.between(at + 1, at + 2)]
    word = reading.words.low[at + 1]
    named = any(sense.kind == "person" and sense.group not in TREATING for sense in here)
    return named or (not here and word.isalpha() and word not in ARTICLES and word not in _NO_PERSONS)


def _goes_on_giving(passage: Passage) -> bool:
    """Somebody else gave what the list before it tells of: "dtr gave min A, VC x1"."""
    reading, begin, first = passage.reading, passage.sentence.first, passage.first
    if first == begin or reading.words.low[first - 1] != ",":
        return False
    led = [reading.mentions[i] for i in reading.between(begin, first)]
    giver = next((m for m in led if m.sense.kind == "person"), None)
    if giver is None or giver.sense.group in TREATING | {"patient"} or reading.words.low[giver.last] not in _GAVE:
        return False
    return all(m.sense.kind != "person" or m.sense.group not in TREATING for m in led)


def _is_hand_with_thing(found: Headed) -> bool:
    """A thing or a part stands before hands over hands: these were given with it, and it was not used itself."""
    mentions, low = found.passage.reading.mentions, found.passage.reading.words.low
    if mentions[found.head].sense.id not in _HANDED:
        return False
    told = {at for i in found.passage.inside for at in range(mentions[i].first, mentions[i].last)}
    if any(mentions[i].sense.kind == "part" and mentions[i].last == found.at for i in found.passage.inside):
        return True  # "R arm hand over hand A": it was washed or dressed so
    return any(
        low[at].isalpha() and at not in told and low[at] not in AMOUNTS for at in range(found.passage.first, found.at)
    )


def _is_at_thing(found: Headed) -> bool:
    """A word that is no preposition follows a mirror: something done there, or a longer name."""
    reading, at = found.passage.reading, found.behind
    if reading.mentions[found.head].sense.id not in CUEING_THINGS or at >= found.passage.last:
        return False
    here = {reading.mentions[i].sense.kind for i in reading.between(at, at + 1)}
    word = reading.words.low[at]
    return word.isalpha() and word not in PREPOSITIONS | _GOES_ON and here <= TASKS | {"verb"}


def _is_said_with_deed(found: Headed) -> bool:
    """The piece goes on, behind a comma, from what the patient did or lacked, with what may be a verb too."""
    passage = found.passage
    reading, first, begin = passage.reading, passage.first, passage.sentence.first
    senses = reading.lexicon.get(reading.words.low[first], {}).get("", ())
    does = any(sense.kind == "verb" and sense.label == "third" for sense in senses)
    if not does or first == begin or reading.words.low[first - 1] != "," or found.at > first:
        return False
    start = next((at + 1 for at in range(first - 2, begin, -1) if reading.words.low[at] == ","), begin)
    before = [reading.mentions[i] for i in reading.between(start, first)]
    if any(m.sense.kind == "verb" and m.sense.group == "patient" and m.first == start for m in before):
        return all(m.sense.kind != "count" for m in before)
    return {m.sense.kind for m in before} <= _LACKED and before != []


def _comes_along(passage: Passage) -> bool:
    """No dose is told, and somebody fell at it or was cued to it: nobody treated so.

    "Fell x1, backing up from fridge", "VC no bending, leaning to reach floor".
    """
    low, begin, first = passage.reading.words.low, passage.sentence.first, passage.first
    if not passage.by_kind.keys().isdisjoint(DOSES | {"level", "cue", "position"}):
        return False
    if first == begin or low[first - 1] != ",":
        return False
    led = [passage.reading.mentions[i].sense for i in passage.reading.between(begin, first)]
    cued = any(sense.kind == "cue" and sense.group == "verbal" for sense in led)
    return not _FELL.isdisjoint(low[begin:first]) or (cued and low[first].endswith("ing"))


def _is_order(reading: Reading, by_kind: Mapping[str, int], first: int) -> bool:
    """A bare verb that begins, changes or resumes: whether it was done or is to be done is not told.

    Thus "trial weighted utensils at lunch", "cont tandem"; "trial 1 of 3" counts one.
    """
    return reading.words.low[first] in _RESUMES and by_kind.keys().isdisjoint(DOSES)


def _is_pause(reading: Reading, first: int) -> bool:
    return not _PAUSES.isdisjoint(reading.words.low[first + 1 : first + 4])
