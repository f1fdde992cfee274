"""Why a therapist was needed: help given, a fault that showed, safety, a change made, a cue that was required."""

from collections.abc import Mapping

from rewriter.checks.case import HELPED, Case, Chain, Check, Finder, missing
from rewriter.checks.deficits import was_seen
from rewriter.checks.forms import find_forms
from rewriter.findings import Finding
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, PLANNED
from rewriter.rule import Rule

_DEEDS = frozenset({"monitor", "modify", "guard", "progress", "correct", "inhibit"})
_REQUIRED = frozenset({"require", "need"})
_WANTED = frozenset({"required", "needed", "necessary"})
_REACH = 6


def need(case: Case, rule: Rule) -> list[Finding]:
    """Something says why it could not be done alone or unskilled; that skill was needed says nothing by itself."""
    return [] if need_chain(case, rule) else missing(case, rule, ("level", "symptom"))


def need_chain(case: Case, rule: Rule) -> Chain:
    """Return what shows that a therapist was needed."""
    reading = case.text
    addressed = {link.target for link in reading.links if reading.mentions[link.link].sense.id != "to_reduce"}
    for index in reading.having("level", "link", "verb", "impairment", "worse", "cue"):
        if _shows_need(reading, index, addressed):
            return ((index, "need"),)
    for first, last in find_forms(reading, rule.parameters.get("words", ())):
        if not reading.is_scoped(PLANNED | HISTORICAL, first, last):
            return tuple((index, "need") for index in reading.by_sentence[reading.sentence_at(first)][:1])
    return ()


def _shows_need(reading: Reading, index: int, addressed: set[int]) -> bool:
    """A deficit shows need where it was seen or feared; one that is only worked on does not."""
    sense = reading.mentions[index].sense
    if sense.kind == "level":
        return sense.group in HELPED
    if sense.kind == "impairment":
        return index not in addressed and was_seen(reading, index)
    if sense.kind == "link":
        return sense.id == "to_reduce" or (sense.group == "cause" and _has_cause(reading, index))
    if sense.kind == "cue":
        behind = reading.words.low[reading.mentions[index].last :][:2]
        return sense.group != "general" and not _WANTED.isdisjoint(behind)
    if sense.kind == "verb":
        return (sense.group in _DEEDS and sense.label != "base") or (
            sense.id in _REQUIRED and _is_cue_required(reading, index)
        )
    return True


def _has_cause(reading: Reading, index: int) -> bool:
    """What follows a word of cause is a cause: in "home program given" nothing is."""
    mention = reading.mentions[index]
    sentence = reading.sentences[reading.sentence_of[index]]
    if reading.words.low[mention.first] != "given":
        return mention.last < sentence.last
    near = reading.between(mention.last, min(mention.last + _REACH, sentence.last))
    return any(reading.mentions[i].sense.kind in ("impairment", "symptom", "deficit") for i in near)


def _is_cue_required(reading: Reading, index: int) -> bool:
    """A cue of a named type follows: "required verbal cues", not "required skilled cueing"."""
    mention = reading.mentions[index]
    near = reading.between(mention.last, mention.last + _REACH)
    return any(reading.mentions[i].sense.kind == "cue" and reading.mentions[i].sense.group != "general" for i in near)


CHECKS: Mapping[str, Check] = {need.__name__: need}
CHAINS: Mapping[str, Finder] = {"need": need_chain}
