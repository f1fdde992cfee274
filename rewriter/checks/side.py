"""On which side: work at one arm or leg says which. The side of the body is never inferred from that of a lesion."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from rewriter.checks.case import Case, Check, lacking
from rewriter.checks.deeds import SKILLED
from rewriter.checks.forms import holds_form
from rewriter.findings import Finding
from rewriter.once import once
from rewriter.reading import Mention, Reading
from rewriter.reading.context import NEGATED
from rewriter.rule import Rule

_EVERYWHERE = frozenset({"arm", "leg"})
_SKILLED = SKILLED | {"guard"}
_WORK = frozenset({"cue", "activity", "task"})
_SIDED = frozenset({"diagnosis", "impairment", "symptom", "ability", "activity", "task"})
_NOT_WORK = frozenset({"symptom", "diagnosis", "measure", "device", "equipment"})
_BOTH = frozenset("each ea both bilateral bilaterally alternating alternate alternately reciprocal either".split())
_HEIGHTS = frozenset("height level width high wide deep length rest rail over placement placements".split())
_OF_OTHERS = frozenset({"therapist's", "my", "our", "therapist", "assistant", "caregiver's", "helper", "helping"})
_PASSED_OVER = frozenset({"on", "of", "the"})
_TOWARD = frozenset({"to", "toward", "towards"})
_LOOKS = frozenset({"eyes", "gaze", "look", "looked", "looking", "watch", "watching", "focus"})
_REACH, _GLANCE = 6, 3


def limb_side(case: Case, rule: Rule) -> list[Finding]:
    """Work at a limb has its side, or the side stands elsewhere for that limb."""
    return [item for limb in sorted(_EVERYWHERE) for item in lacking(case, rule, partial(_unsided_at, limb))]


def _unsided_at(limb: str, reading: Reading, rule: Rule) -> tuple[int, int] | None:
    mention = _unsided(reading, rule).get(limb)
    return (mention.first, mention.last) if mention is not None else None


@once
def _unsided(reading: Reading, rule: Rule) -> dict[str, Mention]:
    """Return the first work at each limb (arm, leg) for which no side is told anywhere."""
    worked: dict[str, Mention] = {}
    for index, limb in _limb_work(reading, rule):
        worked.setdefault(limb, reading.mentions[index])
    if not worked:
        return {}
    sided = frozenset[str]().union(*(_region(reading, rule, i) for i in range(len(reading.mentions))))
    return {limb: mention for limb, mention in worked.items() if limb not in sided}


# --- work at a limb ------------------------------------------------------------------------------------------------


def _limb_work(reading: Reading, rule: Rule) -> Iterator[tuple[int, str]]:
    """Yield (mention, limb) of what is done at one limb: a part with a cue, or an exercise that names its part."""
    both = {reading.sentence_at(at) for at, word in enumerate(reading.words.low) if word in _BOTH}
    quoted = reading.quoted
    for index, mention in enumerate(reading.mentions):
        kind = mention.sense.kind
        if reading.bits[index] or kind not in ("part", "cue", "activity") or mention.first in quoted:
            continue
        if reading.sentence_of[index] in both:
            continue
        written = reading.written(mention).lower()
        if kind == "part":
            limb = _limb_of(rule, mention.sense.label)
            if limb and not _is_plural(rule, mention, written) and _is_worked_on(reading, rule, index):
                yield index, limb
        elif limb := _limb_of(rule, written, f"{kind}_"):
            yield index, limb


def _limb_of(rule: Rule, label: str, prefix: str = "") -> str:
    """Return "arm" or "leg" for a label that names a part of one, "" for what has no side (trunk, pelvis, neck)."""
    for limb in sorted(_EVERYWHERE):
        if holds_form(label, rule.parameters[prefix + limb]):
            return limb
    return ""


def _is_plural(rule: Rule, mention: Mention, written: str) -> bool:
    """Both are meant: "at the hips", "feet"; the quads and other muscle groups of one limb are always many."""
    label = mention.sense.label
    return (
        written != label
        and (written.endswith("s") or written == "feet")
        and not holds_form(label, rule.parameters["collective"])
        and not label.endswith("s")
    )


def _is_worked_on(reading: Reading, rule: Rule, index: int) -> bool:
    """A cue, an exercise or a deed of the therapist stands just before the part, or the cue right after it."""
    mention = reading.mentions[index]
    low = reading.words.low
    before, after = low[mention.first - 1] if mention.first else "", low[mention.last : mention.last + 1]
    if before in _OF_OTHERS or before[:1].isdecimal() or not _HEIGHTS.isdisjoint(after):
        return False
    sentence = reading.sentences[reading.sentence_of[index]]
    near = reading.between(max(sentence.first, mention.first - _REACH), min(sentence.last, mention.last + 2))
    if not _LOOKS.isdisjoint(low[max(sentence.first, mention.first - _GLANCE) : mention.first]):
        return False  # "eyes on your thumb": a target, not work
    if any(_beside(reading.mentions[i], mention) and reading.mentions[i].sense.kind in _NOT_WORK for i in near):
        return False
    if not set(rule.parameters["hands"]).isdisjoint(low[max(sentence.first, mention.first - _REACH) : mention.first]):
        return True
    for i in reversed(near):
        other = reading.mentions[i]
        if other.first >= mention.last and other.sense.kind in ("cue", "activity") and not reading.bits[i]:
            return True
        if other.last > mention.first or reading.bits[i] & NEGATED:
            continue
        if other.sense.kind == "link" and other.sense.group in ("purpose", "cause") and other.sense.id != "for_":
            return False
        if other.sense.kind in _WORK or (other.sense.kind == "verb" and other.sense.group in _SKILLED):
            return True
    return False


def _beside(one: Mention, other: Mention) -> bool:
    return one.last == other.first or other.last == one.first


# --- where a side is told --------------------------------------------------------------------------------------------


def _region(reading: Reading, rule: Rule, index: int) -> frozenset[str]:
    """Return the limbs for which the mention tells a side."""
    mention = reading.mentions[index]
    kind, label = mention.sense.kind, mention.sense.label
    if kind in ("part", "impairment", "diagnosis") and holds_form(label, rule.parameters["halves"]):
        return _EVERYWHERE
    if kind != "side":
        return frozenset()
    low = reading.words.low
    before = [word for word in low[max(0, mention.first - 2) : mention.first] if word != "the"]
    beside = [other for other in _neighbours(reading, index) if other.sense.kind not in ("side", "verb")]
    parts = [other for other in beside if other.sense.kind == "part"]
    if parts:
        return _limbs(rule, parts)
    if mention.sense.id not in ("left", "right"):
        return _EVERYWHERE
    behind = " ".join(low[mention.last : mention.last + _GLANCE])
    if (before[-1:] and before[-1] in _TOWARD) or holds_form(behind, rule.parameters["sideless"]):
        return frozenset()  # "to the left", "right basal ganglia bleed", "left lateral lean"
    told = [other for other in beside if other.sense.kind in _SIDED]
    if any(holds_form(other.sense.label, rule.parameters["sideless"]) for other in told):
        return frozenset()
    named = _limbs(rule, told)
    return named or _EVERYWHERE


def _limbs(rule: Rule, mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(limb for mention in mentions if (limb := _limb_of(rule, mention.sense.label)))


def _neighbours(reading: Reading, index: int) -> Iterator[Mention]:
    """Yield the mentions right before and after one, in its sentence; "on the" between them is passed over."""
    mention = reading.mentions[index]
    low = reading.words.low
    first = mention.first
    while first and mention.first - first < _GLANCE and low[first - 1] in _PASSED_OVER:
        first -= 1
    for other in reading.mentions[max(0, index - 4) : index + 5]:
        if reading.sentence_at(other.first) == reading.sentence_of[index] and (
            other.first == mention.last or other.last in (first, mention.first)
        ):
            yield other


CHECKS: Mapping[str, Check] = {limb_side.__name__: limb_side}
