"""How a treatment or a function went, where a piece tells that and not that it was done."""

import re
from collections.abc import Sequence

from rewriter.lexicon import nominal
from rewriter.reading.kinds.measured import is_measured, returns_to, tells_own_deed
from rewriter.reading.kinds.passages import Headed, Kind, Passage
from rewriter.reading.kinds.tested import names_test
from rewriter.reading.mentions import CHANGES, DOSES, TASKS, VALUES
from rewriter.reading.pieces.deeds import tells_deed
from rewriter.reading.pieces.forms import PHRASE
from rewriter.reading.pieces.treated import QUALITIES
from rewriter.reading.reading import Reading
from rewriter.reading.surface.verbs import NEEDED

_CHANGED = frozenset({"decreased", "increased", "improved", "reduced", "decreasing", "increasing", "improving"})
_COMPARED = frozenset(
    "safer steadier smoother quicker slower faster easier harder taller straighter stronger cleaner looser stiffer "
    "weaker shakier messier neater calmer".split()
)
# Behind a diagnosis they name what is about it, and not that the patient has it.
_ABOUT_IT = frozenset(
    "ot pt rehab rehabilitation therapy occupational physical program precaution precautions protocol education "
    "prevention screen screening group class clinic risk kit handout".split()
)
_DEGREES = frozenset({"much", "slightly", "a", "far", "even", "somewhat", "now", "still", "very", "more", "less"})


def tell_outcome(found: Headed) -> Kind | None:
    """Tell what was needed, lacked, measured or changed."""
    for step in (_tell_needed, _tell_measured, _tell_changed):
        if told := step(found):
            return told
    return None


def _tell_needed(found: Headed) -> Kind | None:
    """What was needed or lacked: "1 needed tactile cue", "decreased clearance with gait", "none on turns"."""
    passage, head, kind = found.passage, found.head, found.kind
    reading, first = passage.reading, passage.first
    counted = first + (passage.opening.isdecimal() and first + 1 < passage.last)
    needed = reading.words.low[counted] in NEEDED or tells_deed(reading, counted)
    if kind in ("activity", "task", "cue") and passage.form == PHRASE and counted > first and needed:
        return "finding", head  # "1 needed tactile cue": how one of several went
    if kind in TASKS and passage.form == PHRASE and passage.opening in NEEDED:
        return "remark", head  # "needed for safe wheelchair mobility"
    opened = reading.mentions[passage.inside[0]]
    wanting = opened.sense.kind == "deficit" and opened.first == first
    if kind in ("activity", "task") and wanting and (found.governed or passage.by_kind.keys().isdisjoint(DOSES)):
        return "finding", head  # "decreased clearance with gait": what was seen, not what was done
    valued = {reading.mentions[i].sense.kind for i in passage.inside if reading.mentions[i].first < found.at}
    if kind in ("activity", "task") and found.governed and valued and valued <= VALUES:
        return "remark", head  # "up to 94 w/ PLB"
    if kind in TASKS and passage.opening == "none":
        return "remark", head  # "none on turns"
    return None


def _tell_measured(found: Headed) -> Kind | None:
    """A value, or what the patient did by himself; what is about a diagnosis is neither."""
    passage, head, kind = found.passage, found.head, found.kind
    reading, inside, first = passage.reading, passage.inside, passage.first
    if kind == "function" and is_measured(reading, inside, head):
        return "finding", head
    if kind in ("impairment", "diagnosis") and names_test(reading.words.low, reading.mentions[head]):
        return "finding", head
    if kind in ("activity", "task") and (
        _is_told(reading, inside, head, first) or is_measured(reading, inside, head) or returns_to(reading, first)
    ):
        return "finding", head
    if kind in TASKS and tells_own_deed(reading, inside, first):
        return "remark", head
    if kind == "diagnosis" and _is_dated(reading, found.behind) and "impairment" not in passage.by_kind:
        return "remark", head  # "mastectomy 2019": it is of then
    if kind == "vital" and _is_forbidden(passage):
        return "remark", head
    if kind == "diagnosis" and not _ABOUT_IT.isdisjoint(reading.words.low[found.behind : passage.last][:1]):
        return "remark", head  # "burn precautions with wife"
    return None


def _tell_changed(found: Headed) -> Kind | None:
    """How it is now against what it was: "toe walking decreased from 70% to 40%", "turns safer with cue"."""
    passage, head, kind = found.passage, found.head, found.kind
    reading, by_kind = passage.reading, passage.by_kind
    if kind in ("activity", "task") and any(change in by_kind for change in CHANGES) and "count" not in by_kind:
        return ("remark" if _opens_deed(passage) else "finding"), head
    if kind in ("activity", "task") and not _CHANGED.isdisjoint(reading.words.low[found.behind :][:1]):
        return "finding", head  # "toe walking decreased from 70% to 40%"
    if kind in ("activity", "task") and by_kind.keys().isdisjoint(DOSES) and _is_compared(reading, head):
        return "finding", head  # "turns safer with cue", "gait unsteady"
    if passage.opening == '"':
        return "remark", head  # somebody's words are no treatment
    return None


def _opens_deed(passage: Passage) -> bool:
    """What somebody did is no finding: "moved kettle to counter height so carries less"."""
    named = passage.reading.mentions[passage.inside[0]].first == passage.first
    return passage.opening.endswith("ed") and not named and passage.opening not in QUALITIES


def _is_dated(reading: Reading, behind: int) -> bool:
    """A year follows at once: "2019", "in 2019"."""
    at = behind + (reading.words.low[behind : behind + 1] == ["in"])
    years = (reading.mentions[i].sense for i in reading.between(at, at + 1))
    return any(sense.kind == "number" and re.fullmatch(r"(?:19|20)\d\d", sense.id) for sense in years)


def _is_forbidden(passage: Passage) -> bool:
    """It may not be measured at a place, which is no finding: "no BP R arm"."""
    placed = not {"part", "side"}.isdisjoint(passage.by_kind)
    return passage.opening == "no" and placed and VALUES.isdisjoint(passage.by_kind)


def _is_told(reading: Reading, inside: Sequence[int], head: int, first: int) -> bool:
    """How something went, not that it was done: "8/10 turns without ...", "poor anterior weight shift"."""
    return any(
        (reading.mentions[i].sense.kind == "ratio" and reading.mentions[i].first == first)
        or (
            reading.mentions[i].sense.kind == "deficit"
            and 0 <= reading.mentions[head].first - reading.mentions[i].last <= 2
        )
        for i in inside
    )


def _is_compared(reading: Reading, head: int) -> bool:
    """How it went stands right behind what was done: "safer", "much easier", "unsteady"."""
    end = reading.mentions[head].last
    behind = [word for word in reading.words.low[end : end + 2] if word not in _DEGREES][:1]
    if not _COMPARED.isdisjoint(behind):
        return True
    return any(
        reading.mentions[i].sense.kind == "impairment" and nominal(behind, {}) not in ("", *behind)
        for i in reading.between(end, end + 1)
    )
