"""What it is for: a function of the patient's life, or a task of daily use."""

from collections.abc import Collection, Mapping

from rewriter.checks.case import Case, Chain, Check, Finder, missing
from rewriter.checks.forms import find_forms
from rewriter.findings import Finding, found
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, REFUSED
from rewriter.rule import Rule

_NEAR = 4
_MARKS = frozenset({",", ";", ":", "-"})
# What stands before a place where, a time when, or a place to which; and what makes an aim or a trouble of it.
_WHERE = frozenset("at in on near by beside outside".split())
_WHEN = frozenset("after before since during".split())
_INTO = frozenset("to into toward towards until of".split())
_AIMS = frozenset(
    "for so toward towards goal until can could able safe safely safety independent independently needs need unable "
    "cannot can't difficulty hard fall falls fell trouble afraid want wants return back alone help helps her his "
    "stand-alone because who when she he they".split()
)
_OF_EXERCISE = frozenset(
    "hip hips pelvic pelvis shoulder scapular recumbent stationary upright exercise arm seated nustep spin "
    "nu-step".split()
)
_IN_GYMS = frozenset("bike bicycle hike hikes ski skate boat pedals drums dances riding".split())


def functional_tie(case: Case, rule: Rule) -> list[Finding]:
    """A life function or a task of daily use is named, or a place, thing or deed of daily life in plain words."""
    if function_chain(case, rule) or _lives(case.text, rule):
        return []
    return missing(case, rule, ("function",))


def _lives(reading: Reading, rule: Rule) -> bool:
    """Words of daily life are there that no list of treatments holds, as a wish, a goal or a trouble of now."""
    return any(
        not reading.is_scoped(NEGATED | HISTORICAL | REFUSED, *place) and not _is_exercise(reading, *place)
        for place in find_forms(reading, rule.parameters.get("life", ()))
    )


def _is_exercise(reading: Reading, first: int, last: int) -> bool:
    """What a gym has too is exercise with a dose at once, or behind the name of a machine or a joint.

    Thus: "bike 6 min", "recumbent bike", "hip hike".
    """
    low = reading.words.low
    if low[last - 1] not in _IN_GYMS:
        return False
    if first and low[first - 1] in _OF_EXERCISE:
        return True
    behind = (reading.mentions[i].sense for i in reading.between(last, last + 1))
    return any(sense.kind in ("duration", "count") for sense in behind)


def _is_only_place(reading: Reading, index: int, places: Collection[str], times: Collection[str]) -> bool:
    """Thus: "standing at the bathroom sink", "again after school": where or when it was, and no aim."""
    mention, low = reading.mentions[index], reading.words.low
    if mention.sense.id not in {*places, *times} or any(link.target == index for link in reading.links):
        return False
    number = reading.sentence_of[index]
    if any(reading.mentions[i].sense.kind == "goal" for i in reading.by_sentence[number]):
        return False
    first = reading.sentences[number].first
    begin = next((at + 1 for at in range(mention.first - 1, first - 1, -1) if low[at] in _MARKS), first)
    clause = low[begin : mention.first]
    own = [word for word in low[mention.first : mention.last] if word in _WHERE]
    leads = [word for word in clause[-_NEAR:] if word in _WHERE | _WHEN | _INTO] + own
    if not leads or leads[-1] in _INTO:
        return False
    return leads[-1] in _WHEN or (mention.sense.id in places and _AIMS.isdisjoint(clause))


def function_chain(case: Case, rule: Rule) -> Chain:
    """Return the function that is named, else the task that the work is tied to."""
    reading = case.text
    places, times = (frozenset(rule.parameters.get(key, ())) for key in ("places", "times"))
    for index, mention in enumerate(reading.mentions):
        told = mention.sense.kind == "function" and not reading.bits[index] & (NEGATED | HISTORICAL | REFUSED)
        if told and not _is_only_place(reading, index, places, times):
            return ((index, "function"),)
    for kind, role in (("activity", "function"), ("task", "task")):
        for link in reading.links:
            is_kind = reading.mentions[link.target].sense.kind == kind
            if is_kind and (kind == "task" or not _is_task(reading, link.target)):
                return ((link.target, role),)
    averted = set(rule.parameters.get("averted", ()))
    for link in reading.links:
        if reading.mentions[link.link].sense.id == "to_reduce" and reading.mentions[link.target].sense.id in averted:
            return ((link.target, "task"),)
    return ()


def _is_task(reading: Reading, index: int) -> bool:
    """The same words are a task too: "sit to stand", not "car transfer"."""
    first = reading.mentions[index].first
    return any(reading.mentions[i].sense.kind == "task" for i in reading.between(first, first + 1))


def task_level_only(case: Case, rule: Rule) -> list[Finding]:
    """Only a task ("reaching") is named, no life function it serves."""
    chain = function_chain(case, rule)
    if not chain or chain[0][1] == "function":
        return []
    return [found(rule, case.text.text, span=case.text.span(case.text.mentions[chain[0][0]]))]


CHECKS: Mapping[str, Check] = {check.__name__: check for check in (functional_tie, task_level_only)}
CHAINS: Mapping[str, Finder] = {"functional_tie": function_chain}
