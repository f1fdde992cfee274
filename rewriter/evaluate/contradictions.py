"""What in a set of samples contradicts itself: each sample alone, then the samples beside each other.

A contradiction is told by ids, keys and rule codes, never by the words of a note.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from rewriter.errors import PackError
from rewriter.evaluate.sample import Sample
from rewriter.evaluate.wording import is_said
from rewriter.intake import find_pack
from rewriter.pack import Pack
from rewriter.reading.quantities.numerals import NUMBER_WORDS
from rewriter.result import Status
from rewriter.rule import Rule

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORD = re.compile(r"[a-z]+")
_TAG = re.compile(r"[a-z0-9_]+:[a-z0-9_.-]+")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What does not fit, in `samples` (ids), and why."""

    samples: tuple[str, ...]
    message: str


def find_contradictions(samples: Sequence[Sample]) -> list[Contradiction]:
    """Return what does not fit in a set of samples, in its order; none where all fits."""
    alone = [Contradiction((sample.id,), message) for sample in samples for message in _alone(sample)]
    return [*alone, *_together(samples)]


def _alone(sample: Sample) -> Iterator[str]:
    """Yield what does not fit in one sample."""
    try:
        pack = find_pack(sample.cpt, None)
    except PackError:
        yield "no pack has its code"
        return
    yield from _questions(sample, pack)
    yield from _wordings(sample)
    for tag in sample.tags:
        if not _TAG.fullmatch(tag):
            yield "a tag is not written as group:name, in small letters"
    if len(set(sample.tags)) < len(sample.tags):
        yield "a tag stands twice"
    visit = sample.known_visit()
    if sample.minutes is not None and (sample.visit or {}).get("minutes") not in (None, sample.minutes):
        yield "its minutes and those of its visit differ"
    if None is not visit.minutes != visit.minutes_by_code.get(sample.cpt, visit.minutes):
        yield "its minutes and those of its code in the visit differ"


def _questions(sample: Sample, pack: Pack) -> Iterator[str]:
    """Yield what does not fit between the questions and the status."""
    due = sample.questions
    for key, codes in (("questions", due or ()), ("may_ask", sample.may_ask)):
        for code in codes:
            if code not in pack.rules:
                yield f"{key}: the pack of its code has no rule {code[:10]!r}"
            elif not pack.rules[code].question:
                yield f"{key}: {code} asks no question"
        if len(set(codes)) < len(codes):
            yield f"{key}: a code stands twice"
    if both := sorted({*(due or ())} & {*sample.may_ask}):
        yield f"{both[0]} is due and also may be asked or not"
    if sample.may_ask and due is None:
        yield "it says what may be asked and not what is due: its questions are not scored"
    answered = sorted({*(due or ())} & {*(sample.answers or {})})
    if answered:
        yield f"{answered[0]} is answered already and still due"
    if sample.expected == Status.NEEDS_INPUT.value and due == ():
        yield "it needs input, but no question is due"
    known = [pack.rules[code] for code in due or () if code in pack.rules]
    if sample.expected == Status.ACCEPTED.value:
        yield from (
            f"it is to be accepted, but {rule.code}, which is due, is an error" for rule in known if _errs(rule)
        )
    if sample.expected != Status.REFUSED.value:
        yield from (f"it is not to be refused, but {rule.code}, which is due, refuses" for rule in known if rule.refuse)


def _wordings(sample: Sample) -> Iterator[str]:
    """Yield what does not fit between facts, traps and the note."""
    known = _all_said(sample)
    for number, fact in enumerate(sample.facts, 1):
        for trap_number, trap in enumerate(sample.traps, 1):
            if any(is_said(trap, way) for way in _ways(fact)):
                yield f"fact {number}, said in one of its ways, springs trap {trap_number}"
        if not any(set(_NUMBER.findall(way)) <= known for way in _ways(fact)):
            yield f"fact {number} has a number that neither note, visit nor answers have"
    for number, trap in enumerate(sample.traps, 1):
        if is_said(trap, sample.text):
            yield f"trap {number} stands in the note in these words: a faithful rewrite may repeat it"
    for key, wordings in (("facts", sample.facts), ("traps", sample.traps)):
        if len({_plain(wording) for wording in wordings}) < len(wordings):
            yield f"{key}: a wording stands twice"


def _together(samples: Sequence[Sample]) -> Iterator[Contradiction]:
    """Yield what does not fit between samples: one note expected to end in two ways, or standing twice."""
    alike: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        alike[_plain(sample.text)].append(sample)
    for group in alike.values():
        for one, other in pairwise(group):
            ids = (one.id, other.id)
            if _given(one) != _given(other):
                continue  # the visit, the code or an answer may well decide
            if one.expected != other.expected:
                yield Contradiction(ids, "the same note is expected to end with different statuses")
            elif one.questions != other.questions:
                yield Contradiction(ids, "different questions are due for the same note")
            else:
                yield Contradiction(ids, "the same note stands twice")
        for one, other in permutations(group, 2):
            if set(map(_plain, one.facts)) & set(map(_plain, other.traps)) and _given(one) == _given(other):
                yield Contradiction((one.id, other.id), "a fact of the one is a trap of the other, for the same note")


def _given(sample: Sample) -> object:
    """Return all that decides how a note ends, beside its text."""
    return sample.cpt, sample.known_visit(), repr(sorted((sample.answers or {}).items()))


def _all_said(sample: Sample) -> set[str]:
    """Return the numbers that a rewrite may tell: those of the note, the visit and the answers, in figures or words."""
    whole = " ".join((sample.text, str(sample.visit or ""), str(sample.answers or ""), f"{sample.minutes or 0:g}"))
    words = {f"{NUMBER_WORDS[word]:g}" for word in _WORD.findall(whole.lower()) if word in NUMBER_WORDS}
    return words | set(_NUMBER.findall(whole))


def _errs(rule: Rule) -> bool:
    return rule.level == "error" and not rule.refuse


def _ways(wording: str) -> list[str]:
    return wording.split("|")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+|[^\w\s]", text.lower()))
