"""Why it was done: every intervention is tied to a deficit, and the deficit belongs to the code."""

from collections.abc import Mapping

from rewriter.checks.case import Case, Chain, Check, Finder, missing
from rewriter.checks.deficits import is_seen, is_told, of_another, tied, untied
from rewriter.checks.forms import find_forms, find_told
from rewriter.checks.function import function_chain
from rewriter.checks.reasons import has_reason
from rewriter.findings import MODEL, Finding, found
from rewriter.reading import Reading
from rewriter.reading.events import WHY
from rewriter.reading.reading import Event, Link
from rewriter.rule import Rule

_NEAR = 8
_AIMS = frozenset({"purpose", "function"})


def justified(case: Case, rule: Rule) -> list[Finding]:
    """Every intervention of the therapist is tied to an impairment that is asserted, or told beside one."""
    reading = case.text
    why = _whys_by_event(case)
    bare = _find_bare(reading, why)
    if not bare or is_told(case, rule):
        return []
    if not why:
        return missing(case, rule, ("impairment",), _event_span(reading, bare[0]))
    if any(link.reach == "inherited" for link in reading.links):
        return []
    spans = dict.fromkeys(_event_span(reading, number) for number in bare)
    found_here = [item for span in spans for item in missing(case, rule, ("impairment",), span)]
    return found_here if any(item.mend == MODEL for item in found_here) else found_here[:1]


def tie_unsaid(case: Case, rule: Rule) -> list[Finding]:
    """A deficit stands beside what was done, and nothing says that the one was for the other."""
    reading = case.text
    why = _whys_by_event(case)
    if why or not _find_bare(reading, why) or has_reason(case):
        return []
    own = set(case.pack.code.get("addresses", ()))
    beside = [index for index in untied(case, rule) if reading.mentions[index].sense.group in own]
    return [found(rule, reading.text, span=reading.span(reading.mentions[beside[0]]))] if beside else []


def _find_bare(reading: Reading, why: Mapping[int, Link]) -> list[int]:
    """Return the events that no deficit is tied to; none where those tied name the parts of a service."""
    named = {reading.mentions[i].sense.id for number in why for i in reading.events[number].interventions}
    bare = [
        number
        for number, event in enumerate(reading.events)
        if event.agent in ("therapist", "patient", "assistant")
        and number not in why
        and not _is_goal(reading, event)
        and (
            any(reading.mentions[i].sense.id not in named for i in event.interventions)
            or (event.cues and not event.interventions and not why)
        )
    ]
    return [] if why and all(_names_service(reading, reading.events[one]) for one in bare) else bare


def _is_goal(reading: Reading, event: Event) -> bool:
    """What the treatment is for: "Functional goal: ambulation to bathroom", "targets ambulation to bathroom"."""
    sentence = reading.sentences[event.sentence]
    before = [reading.mentions[i].sense for i in reading.between(sentence.first, event.place)]
    done = any(sense.kind in ("activity", "cue") for sense in before)
    aimed = any(sense.kind == "link" and sense.group in _AIMS for sense in before)
    return (aimed and not done) or any(sense.kind == "goal" for sense in before)


def _names_service(reading: Reading, event: Event) -> bool:
    """It only names the service: its parts say what it was for."""
    kinds = {reading.mentions[i].sense.kind for i in event.interventions}
    return kinds == {"treatment"} and not event.cues


def _whys_by_event(case: Case) -> dict[int, Link]:
    reading = case.text
    found_links: dict[int, Link] = {}
    for link in reading.links:
        if reading.mentions[link.target].sense.kind in WHY and not _is_of_cue(reading, link):
            found_links.setdefault(link.event, link)
    return found_links


def _event_span(reading: Reading, number: int) -> tuple[int, int]:
    sentence = reading.sentences[reading.events[number].sentence]
    return reading.words.start[sentence.first], reading.words.end[sentence.last - 1]


def why_chain(case: Case, rule: Rule) -> Chain:
    """Return the act, its link and the deficit it is tied to, then the function."""
    reading = case.text
    event, link = next(iter(sorted(_whys_by_event(case).items())), (None, None))
    if event is None or link is None:
        return ()
    done = reading.events[event]
    chain = [(done.verb, "verb")] if done.verb is not None else []
    chain += [(i, "intervention") for i in (done.interventions or done.cues)[:1]]
    chain += [(link.link, "link"), (link.target, "impairment")]
    return (*chain, *function_chain(case, rule)[:1])


def code_domain(case: Case, rule: Rule) -> list[Finding]:
    """At least one impairment belongs to the groups that the code is for."""
    reading = case.text
    groups = set(case.pack.code.get("addresses", ()))
    beside = frozenset(untied(case, rule))
    targets = tied(reading)
    if any(reading.mentions[index].sense.group in groups for index in beside):
        return []
    if not targets and not is_seen(case, rule):
        targets = beside
    if not targets or not groups:
        return []
    if any(reading.mentions[index].sense.group in groups for index in targets):
        return []
    return [found(rule, reading.text, span=reading.span(reading.mentions[min(targets)]))]


def diagnosis_alone(case: Case, rule: Rule) -> list[Finding]:
    """A diagnosis with no impairment justifies nothing by itself."""
    reading = case.text
    diagnoses = [index for index in reading.having("diagnosis") if not of_another(reading, index)]
    if not diagnoses or is_told(case, rule):
        return []
    if any(reading.mentions[link.target].sense.kind in WHY and not _is_of_cue(reading, link) for link in reading.links):
        return []
    return [found(rule, reading.text, span=reading.span(reading.mentions[diagnoses[0]]))]


def _is_of_cue(reading: Reading, link: Link) -> bool:
    """What is cued is no deficit ("verbal cues for gaze"), but what is poor is one ("tactile cues for dec balance")."""
    at, end = reading.mentions[link.link].first, reading.mentions[link.link].last
    if reading.mentions[link.link].sense.id != "for_" or reading.mentions[link.target].sense.kind != "ability":
        return False
    if any(reading.mentions[i].sense.kind == "deficit" for i in reading.between(end, end + 1)):
        return False
    return any(
        reading.mentions[i].sense.kind == "cue" and reading.mentions[i].last == at
        for i in reading.between(at - _NEAR, at)
    )


def contrary_purpose(case: Case, rule: Rule) -> list[Finding]:
    """The stated purpose must not be to increase a deficit ("to promote sway")."""
    reading = case.text
    low = reading.words.low
    groups = set(case.pack.code.get("addresses", ()))
    meant = {reading.sentence_at(first) for first, _ in find_forms(reading, rule.parameters.get("meant", ()))}
    introduced = {last for _, last in find_forms(reading, rule.parameters.get("aims", ()))}
    passed_over = set(rule.parameters.get("between", ()))
    after = set(rule.parameters.get("behind", ()))
    findings = []
    for first, last in find_told(reading, rule.parameters["verbs"]):
        if first not in introduced or reading.sentence_at(first) in meant:
            continue
        at = last
        while at < len(low) and low[at] in passed_over:
            at += 1
        target = next((i for i in reading.between(at, at + 1) if reading.mentions[i].sense.kind == "impairment"), None)
        if target is None or reading.bits[target]:
            continue
        mention = reading.mentions[target]
        ends = mention.last == len(low) or not low[mention.last][0].isalnum() or low[mention.last] in after
        fits = mention.sense.group in groups and mention.sense.id not in rule.parameters.get("sought", ())
        if ends and fits:
            span = (reading.words.start[first], reading.span(mention)[1])
            findings.append(found(rule, reading.text, span=span, mend=MODEL))
    return findings


CHECKS: Mapping[str, Check] = {
    check.__name__: check for check in (justified, tie_unsaid, code_domain, diagnosis_alone, contrary_purpose)
}
CHAINS: Mapping[str, Finder] = {"justified": why_chain}
