"""The check kinds for form: pure functions from a case and a rule to findings.

A rule in a pack names its check and gives its parameters; a check reads the words only through the reading, so the same
functions serve every pack. What is negated, planned, historical, possible or done by another person never counts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rewriter.findings import CLINICIAN, MODEL, REWRITE, SOURCE, Evidence, Finding, found
from rewriter.pack import Pack
from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, REFUSED
from rewriter.reading.events import WHY
from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.reading import Link
from rewriter.rule import Rule
from rewriter.visit import Visit

_HELPED = frozenset({"contact_guard", "minimal", "moderate", "maximal", "total", "standby"})
_VAGUE = (["given"], ["provided"], ["throughout"], ["as"], ["needed"], ["prn"], ["required"], ["."], [","])
_DETAIL_REACH = 40
_RESULTS = ("ratio", "measure", "better", "worse", "same", "percent", "vital")
_DETAILS = (
    frozenset({"part", "side", "level", "link", "surface", "position", "ability", "activity", "task"}) | QUANTITIES
)


@dataclass(frozen=True)
class Case:
    """What is judged: the text, the source it was made from (if any), the visit, the pack.

    `mendable` says that whoever wrote the text can try again: then what the source holds is theirs to mend, else the
    clinician is asked. `answers` are the clinician's replies.
    """

    text: Reading
    source: Reading | None
    visit: Visit
    pack: Pack
    profile: str = "narrative"
    mendable: bool = True
    answers: tuple[Reading, ...] = ()

    @property
    def told(self) -> tuple[Reading, ...]:
        """All that the clinician said: the note, then the answers."""
        return self.note, *self.answers

    @property
    def note(self) -> Reading:
        """The source where there is one, else the text itself: what visit rules are read from."""
        return self.source or self.text

    @property
    def note_side(self) -> str:
        """The side that `note` is on."""
        return SOURCE if self.source is not None else REWRITE


Check = Callable[[Case, Rule], list[Finding]]
Chain = tuple[tuple[int, str], ...]


def evidence(reading: Reading, chain: Iterable[tuple[int, str]], side: str = REWRITE) -> tuple[Evidence, ...]:
    """Return mentions (by index, with their role) as spans."""
    return tuple(Evidence(*reading.span(reading.mentions[index]), side, role) for index, role in chain)


def whole(reading: Reading) -> tuple[int, int]:
    """Return the span of the first sentence: the anchor of what is missing from the whole text."""
    if not reading.sentences:
        return 0, len(reading.text)
    first = reading.sentences[0]
    return reading.words.start[first.first], reading.words.end[first.last - 1]


def _missing(case: Case, rule: Rule, kinds: Sequence[str], anchor: tuple[int, int] | None = None) -> list[Finding]:
    """Return the finding of something absent; a model may mend it only if the source has it."""
    held = case.source.having(*kinds) if case.source is not None else []
    if "impairment" in kinds:
        groups = case.pack.code.get("addresses", ())
        held = [i for i in held if case.note.mentions[i].sense.group in groups]
    return [
        found(
            rule,
            case.text.text,
            anchor=anchor or whole(case.text),
            mend=MODEL if held and case.mendable else CLINICIAN,
            evidence=evidence(case.source, [(i, "source") for i in held[:3]], SOURCE)
            if case.source is not None
            else (),
        )
    ]


def passing(case: Case, rule: Rule) -> Chain:
    """Return the evidence chain of a rule that passed: mentions with their roles, as an auditor would follow it."""
    finder = CHAINS.get(rule.check)
    return finder(case, rule) if finder else ()


# --- what --------------------------------------------------------------------------------------------------------


def specific_intervention(case: Case, rule: Rule) -> list[Finding]:
    """Some intervention is named specifically, and was done."""
    return [] if _interventions(case, rule) else _missing(case, rule, ("activity", "task"))


def _interventions(case: Case, rule: Rule) -> Chain:
    return tuple((i, "intervention") for i in case.text.having("activity", "task", "surface")[:1])


# --- how ---------------------------------------------------------------------------------------------------------


def skilled_verb(case: Case, rule: Rule) -> list[Finding]:
    """The therapist does something skilled: a skilled verb, or a plain one with a cue beside it."""
    return [] if _skilled_events(case, rule) else _missing(case, rule, ("cue",))


def _skilled_events(case: Case, rule: Rule) -> Chain:
    reading = case.text
    for event in reading.events:
        if event.agent not in ("therapist", "assistant"):
            continue
        verb = reading.mentions[event.verb].sense if event.verb is not None else None
        if verb is not None and reading.bits[event.verb or 0]:
            continue
        cue = next((i for i in event.cues), None)
        if verb is None and not (cue is not None and not event.explicit):
            continue
        if verb is not None and verb.group == "patient":
            continue
        if verb is not None and verb.group == "neutral" and cue is None:
            cue = next(
                (i for i in reading.by_sentence[event.sentence] if reading.mentions[i].sense.kind == "cue"), None
            )
            if cue is None:
                continue
        chain = [(event.verb, "verb")] if event.verb is not None else []
        return tuple(
            chain + ([(cue, "cue")] if cue is not None else []) + [(i, "intervention") for i in event.interventions[:1]]
        )
    for index in reading.having("verb"):
        sense = reading.mentions[index].sense
        if sense.group not in ("patient", "neutral") and sense.label == "ing":
            before = reading.words.low[reading.mentions[index].first - 1] if reading.mentions[index].first else ""
            if before == "therapist":
                return ((index, "verb"),)
    return ()


def how_cue(case: Case, rule: Rule) -> list[Finding]:
    """A cue or hands-on technique of a named type is there."""
    return [] if _typed_cues(case) or _hands_on(case) else _missing(case, rule, ("cue",))


def _hands_on(case: Case) -> list[int]:
    """Assistance with contact is a how of its own: its type and amount are named."""
    reading = case.text
    return [i for i in reading.having("level") if reading.mentions[i].sense.group in _HELPED - {"standby"}]


def _typed_cues(case: Case) -> list[int]:
    reading = case.text
    return [i for i in reading.having("cue") if reading.mentions[i].sense.group != "general" or _says_what(reading, i)]


def _says_what(reading: Reading, cue: int) -> bool:
    """A cue of no named type counts where its content follows: "cued ankle strategy", not "cues given throughout"."""
    end = reading.mentions[cue].last
    detail = _detail(reading, cue)
    following = reading.words.low[end : end + 1]
    return detail is not None and reading.mentions[detail].first - end <= 2 and following not in _VAGUE


def _cue_chain(case: Case, rule: Rule) -> Chain:
    cue = (_typed_cues(case) or _hands_on(case))[0]
    detail = _detail(case.text, cue)
    return ((cue, "cue"),) + (((detail, "place, amount or reason"),) if detail is not None else ())


def cue_detail(case: Case, rule: Rule) -> list[Finding]:
    """At least one cue says where, how much or why."""
    cues = _typed_cues(case)
    if not cues or any(_detail(case.text, cue) is not None for cue in cues):
        return []
    return [found(rule, case.text.text, span=case.text.span(case.text.mentions[cues[0]]))]


def _detail(reading: Reading, cue: int) -> int | None:
    """Return a mention in the cue's sentence, at or after it, that gives place, amount or reason."""
    place, number = reading.mentions[cue].first, reading.sentence_of[cue]
    last = min(reading.sentences[number].last, place + _DETAIL_REACH)
    kinds = _DETAILS | WHY
    return next((i for i in reading.between(place + 1, last) if reading.mentions[i].sense.kind in kinds), None)


# --- why ---------------------------------------------------------------------------------------------------------


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
        return _missing(case, rule, ("impairment",), _event_span(reading, bare[0]))
    if any(link.reach == "inherited" for link in reading.links):
        return []
    spans = dict.fromkeys(_event_span(reading, number) for number in bare)
    found_here = [item for span in spans for item in _missing(case, rule, ("impairment",), span)]
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


def _why_chain(case: Case, rule: Rule) -> Chain:
    reading = case.text
    event, link = next(iter(sorted(_whys_by_event(case).items())), (None, None))
    if event is None or link is None:
        return ()
    done = reading.events[event]
    chain = [(done.verb, "verb")] if done.verb is not None else []
    chain += [(i, "intervention") for i in (done.interventions or done.cues)[:1]]
    chain += [(link.link, "link"), (link.target, "impairment")]
    return (*chain, *_function_chain(case, rule)[:1])


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


# --- function ----------------------------------------------------------------------------------------------------


def functional_tie(case: Case, rule: Rule) -> list[Finding]:
    """A life function or a task of daily use is named."""
    return [] if _function_chain(case, rule) else _missing(case, rule, ("function",))


def _function_chain(case: Case, rule: Rule) -> Chain:
    reading = case.text
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind == "function" and not reading.bits[index] & (NEGATED | HISTORICAL | REFUSED):
            return ((index, "function"),)
    for kind, role in (("activity", "function"), ("task", "task")):
        for link in reading.links:
            if reading.mentions[link.target].sense.kind == kind:
                return ((link.target, role),)
    averted = set(rule.parameters.get("averted", ()))
    for link in reading.links:
        if reading.mentions[link.link].sense.id == "to_reduce" and reading.mentions[link.target].sense.id in averted:
            return ((link.target, "task"),)
    return ()


def task_level_only(case: Case, rule: Rule) -> list[Finding]:
    """Only a task ("reaching") is named, no life function it serves."""
    chain = _function_chain(case, rule)
    if not chain or chain[0][1] == "function":
        return []
    return [found(rule, case.text.text, span=case.text.span(case.text.mentions[chain[0][0]]))]


# --- response, need, boilerplate ------------------------------------------------------------------------------------


def response(case: Case, rule: Rule) -> list[Finding]:
    """The patient's response is told by a result, a count, a rating or a comparison."""
    return [] if _response_chain(case, rule) else _missing(case, rule, _RESULTS)


def _response_chain(case: Case, rule: Rule) -> Chain:
    return tuple((i, "response") for i in case.text.having(*_RESULTS)[:1])


def need(case: Case, rule: Rule) -> list[Finding]:
    """Something says why it could not be done alone: help given, safety, a cue required, a change made."""
    return [] if _need_chain(case, rule) else _missing(case, rule, ("level", "impairment"))


def _need_chain(case: Case, rule: Rule) -> Chain:
    reading = case.text
    for index in reading.having("level", "link", "verb", "impairment"):
        sense = reading.mentions[index].sense
        if (
            (sense.kind == "level" and sense.group in _HELPED)
            or (sense.kind == "link" and sense.group == "cause")
            or (sense.kind == "verb" and sense.group in ("modify", "guard", "progress", "correct", "inhibit"))
            or (sense.kind == "link" and sense.id == "to_reduce")
            or sense.kind == "impairment"
        ):
            return ((index, "need"),)
    return ()


def boilerplate_only(case: Case, rule: Rule) -> list[Finding]:
    """A stock phrase stands where nothing else shows skill."""
    reading = case.text
    stock = reading.having("boilerplate")
    if not stock or _typed_cues(case) or reading.having("level"):
        return []
    return [found(rule, reading.text, span=reading.span(reading.mentions[stock[0]]))]


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        specific_intervention,
        skilled_verb,
        how_cue,
        cue_detail,
        justified,
        code_domain,
        diagnosis_alone,
        contrary_purpose,
        functional_tie,
        task_level_only,
        response,
        need,
        boilerplate_only,
    )
}
CHAINS: Mapping[str, Callable[[Case, Rule], Chain]] = {
    "specific_intervention": _interventions,
    "skilled_verb": _skilled_events,
    "how_cue": _cue_chain,
    "justified": _why_chain,
    "functional_tie": _function_chain,
    "response": _response_chain,
    "need": _need_chain,
}
