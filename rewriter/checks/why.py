"""Why it was done: every intervention is tied to a deficit, and the deficit belongs to the code."""

from collections.abc import Mapping

from rewriter.checks.case import Case, Chain, Check, Finder, missing
from rewriter.checks.function import function_chain
from rewriter.findings import MODEL, Finding, found
from rewriter.reading import Reading
from rewriter.reading.events import WHY
from rewriter.reading.reading import Link
from rewriter.rule import Rule


def justified(case: Case, rule: Rule) -> list[Finding]:
    """Every intervention of the therapist is tied to an impairment that is asserted."""
    reading = case.text
    why = _whys_by_event(case)
    bare = [
        number
        for number, event in enumerate(reading.events)
        if event.agent in ("therapist", "patient", "assistant")
        and (event.interventions or event.cues)
        and number not in why
    ]
    if not bare:
        return []
    if not why:
        return missing(case, rule, ("impairment",), _event_span(reading, bare[0]))
    if any(link.reach == "inherited" for link in reading.links):
        return []
    spans = dict.fromkeys(_event_span(reading, number) for number in bare)
    found_here = [item for span in spans for item in missing(case, rule, ("impairment",), span)]
    return found_here if any(item.mend == MODEL for item in found_here) else found_here[:1]


def _whys_by_event(case: Case) -> dict[int, Link]:
    reading = case.text
    found_links: dict[int, Link] = {}
    for link in reading.links:
        if reading.mentions[link.target].sense.kind in WHY:
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
    targets = {link.target for link in reading.links if reading.mentions[link.target].sense.kind in WHY}
    groups = set(case.pack.code.get("addresses", ()))
    if not targets or not groups:
        return []
    if any(reading.mentions[index].sense.group in groups for index in targets):
        return []
    return [found(rule, reading.text, span=reading.span(reading.mentions[min(targets)]))]


def diagnosis_alone(case: Case, rule: Rule) -> list[Finding]:
    """A diagnosis with no impairment justifies nothing by itself."""
    reading = case.text
    diagnoses = reading.having("diagnosis")
    if not diagnoses or any(reading.mentions[link.target].sense.kind in WHY for link in reading.links):
        return []
    return [found(rule, reading.text, span=reading.span(reading.mentions[diagnoses[0]]))]


def contrary_purpose(case: Case, rule: Rule) -> list[Finding]:
    """The stated purpose must not be to increase a deficit ("to promote sway")."""
    reading = case.text
    findings = []
    verbs = set(rule.parameters.get("verbs", ()))
    for link in {item.link: item for item in reading.links}.values():
        mention, target = reading.mentions[link.link], reading.mentions[link.target]
        said = reading.words.low[mention.last - 1]
        if said in verbs and target.sense.kind == "impairment" and target.first - mention.last <= 1:
            findings.append(
                found(rule, reading.text, span=(reading.span(mention)[0], reading.span(target)[1]), mend=MODEL)
            )
    return findings


CHECKS: Mapping[str, Check] = {
    check.__name__: check for check in (justified, code_domain, diagnosis_alone, contrary_purpose)
}
CHAINS: Mapping[str, Finder] = {"justified": why_chain}
