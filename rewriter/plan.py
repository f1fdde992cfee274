"""What a model is asked to arrange: the facts that may stand in more than one way.

Whole sentences, findings, plans and what the patient said have one place in a draft: the composer says them, and
`complete` puts them between the model's sentences in the order of the note. So the request is short, and a model can
spoil less.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rewriter.bonds import LED, is_occasion, is_step, tells_status
from rewriter.compose import ARRANGED, MOST_REASONS, compose, fits_plan
from rewriter.deficits import is_noun
from rewriter.draft import Draft, DraftSentence
from rewriter.merge import join
from rewriter.pack import Pack
from rewriter.proof import find_faults
from rewriter.reading.facts import Fact
from rewriter.reading.pieces import PHRASE
from rewriter.roles import NO_THERAPIST

_LETTERS = "abcdef"
# Skilled verbs as they stand before an activity, the strongest first.
_VERBS = ("facilitated", "guided the patient through", "cued the patient through")


@dataclass(frozen=True)
class Plan:
    """The facts that the model arranges, and the sentences that the composer says for the others.

    `ways` are, for each group of facts, sentences that may say them all.
    """

    facts: tuple[Fact, ...]
    arranged: tuple[Fact, ...]
    carried: tuple[DraftSentence, ...]
    ways: tuple[tuple[str, ...], ...]


def plan_draft(facts: Sequence[Fact], pack: Pack) -> Plan:
    """Return the plan for the facts of a note."""
    by_others = any(not fact.evidence.isdisjoint(NO_THERAPIST) for fact in facts)
    lead = _lead_time(facts)
    arranged = [fact for fact in facts if _is_arranged(fact) or fact is lead]
    chosen = {fact.id for fact in arranged}
    carried = [
        sentence
        for (_, left), run in groupby(facts, key=lambda fact: (fact.event, fact.id not in chosen))
        if left
        for sentence in compose([*run], pack, by_others=by_others).sentences
    ]
    return Plan(
        tuple(facts),
        tuple(arranged),
        tuple(DraftSentence(f"c{n}", one.text) for n, one in enumerate(carried, 1)),
        _find_ways(facts, arranged, by_others, pack),
    )


def _is_arranged(fact: Fact) -> bool:
    if fact.form != PHRASE or fact.polarity != "affirmed" or fact.heading == "subjective":
        return False
    if fact.kind in LED:
        return fits_plan(fact)
    if fact.kind == "impairment":
        return is_noun(fact) and not is_occasion(fact)
    return fact.kind in ARRANGED


def _lead_time(facts: Sequence[Fact]) -> Fact | None:
    """Return the one time that says how long the treatment took, or None."""
    times = [fact for fact in facts if fact.kind == "time" and "kind:duration" in fact.evidence]
    fits = len(times) == 1 and times[0].form == PHRASE and times[0].polarity == "affirmed"
    return times[0] if fits else None


def complete(draft: Draft, plan: Plan) -> Draft:
    """Return the draft with the carried sentences: each behind what stands before it in the note, plans last.

    A sentence all of whose facts were told before it is another of the ways to tell them, and is left out.
    """
    draft = Draft(tuple(_tell_once(draft.sentences)))
    by_id = {fact.id: fact for fact in plan.facts}
    slots: list[list[DraftSentence]] = [[] for _ in range(len(draft.sentences) + 1)]
    places = [
        min((by_id[name].start for name, _ in one.slots() if name in by_id and by_id[name].kind in LED), default=-1)
        for one in draft.sentences
    ]
    for sentence in plan.carried:
        told = [by_id[name] for name, _ in sentence.slots()]
        late = all(fact.kind in ("function", "plan") for fact in told)
        before = [n for n, place in enumerate(places, 1) if place <= told[0].start]
        slots[len(draft.sentences) if late else before[-1] if before else 0].append(sentence)
    ordered = list(slots[0])
    for sentence, behind in zip(draft.sentences, slots[1:], strict=True):
        ordered += [sentence, *behind]
    return Draft(tuple(ordered))


def _tell_once(sentences: Iterable[DraftSentence]) -> Iterator[DraftSentence]:
    """Yield the sentences that tell anything which none before them tells."""
    told: set[str] = set()
    for sentence in sentences:
        names = {name for name, reference in sentence.slots() if not reference}
        if not names or not names <= told:
            yield sentence
        told |= names


def list_facts(plan: Plan) -> str:
    """Return the sheet for the model: each slot with its words, and the ways in which a group of them may be said."""
    said = " ".join(way for ways in plan.ways for way in ways)
    short = [f"{{{fact.id}.why}} = {fact.why}" for fact in plan.facts if f"{{{fact.id}.why}}" in said]
    lines = ["Slots", *(f"{{{fact.id}}} = {fact.surface}" for fact in plan.arranged), *short, "", "Ways to say them"]
    for number, group in enumerate(plan.ways, 1):
        lines += [f"{number}{letter}. {way}" for letter, way in zip(_LETTERS, group, strict=False)]
    return "\n".join(lines)


def _find_ways(
    facts: Sequence[Fact], arranged: Sequence[Fact], by_others: bool, pack: Pack
) -> tuple[tuple[str, ...], ...]:
    """Return for each group of facts the sentences that may say them all, the fullest first; each of them proves.

    Where no fuller one does, it is what the composer says.
    """
    groups: list[tuple[str, ...]] = []
    opening = [fact for fact in arranged if fact.kind in ("treatment", "time")]
    state = [fact for fact in arranged if fact.kind in ("diagnosis", "impairment")]
    for group in (opening, state, *_find_runs(facts, arranged)):
        if not group:
            continue
        ways = _write_lead(group, facts, by_others) if group is opening else _write_ways(group, by_others)
        proved = [text for text in ways if _proves(text, group, facts, pack)]
        groups.append(
            tuple(proved) or (" ".join(one.text for one in compose(group, pack, by_others=by_others).sentences),)
        )
    return tuple(groups)


def _find_runs(facts: Sequence[Fact], arranged: Sequence[Fact]) -> list[list[Fact]]:
    """Return what was done, event by event, in runs that nothing else done interrupts.

    What stands between two cues may be what the later one belongs to.
    """
    chosen = {fact.id for fact in arranged}
    runs: list[list[Fact]] = []
    last: Fact | None = None
    for fact in facts:
        if fact.kind not in LED and not is_step(fact):
            continue
        if fact.id in chosen:
            if last is not None and last.id in chosen and last.event == fact.event:
                runs[-1].append(fact)
            else:
                runs.append([fact])
        last = fact
    return runs


def _write_lead(opening: Sequence[Fact], facts: Sequence[Fact], by_others: bool) -> list[str]:
    """Return the opening with the reasons for treatment, each named by its short form."""
    said = {fact.kind: f"{{{fact.id}}}" for fact in opening}
    reasons = {fact.why: f"{{{fact.id}.why}}" for fact in reversed(facts) if fact.why}
    named = join(list(reversed(reasons.values()))[:MOST_REASONS])
    if by_others or not named or "treatment" not in said:
        return []
    lasting = f" for {said['time']}" if "time" in said else ""
    return [f"Therapist provided {said['treatment']}{lasting} to address {named}."]


def _write_ways(facts: Sequence[Fact], by_others: bool) -> list[str]:
    """Return sentences that try to say all facts of a group in one, the fullest first."""
    slots = {kind: [f"{{{fact.id}}}" for fact in facts if fact.kind == kind] for kind in {f.kind for f in facts}}
    said = {kind: join(names) for kind, names in slots.items()}
    if "diagnosis" in said or "impairment" in said:
        states = [fact for fact in facts if tells_status(fact)]
        others = [fact for kind in ("diagnosis", "impairment") for fact in facts if fact.kind == kind]
        told = [f"Patient presented {{{fact.id}}}." for fact in states]
        if named := [f"{{{fact.id}}}" for fact in others if fact not in states]:
            told.append(f"Patient presented with {join(named)}.")
        return [" ".join(told)]
    if "activity" not in said or by_others:
        return []
    cues = f" using {said['cue']}" if "cue" in said else ""
    helped = f", with {said['assist']}" if "assist" in said else ""
    if cues:
        return [f"Therapist {verb} {said['activity']}{cues}{helped}." for verb in _VERBS]
    return [f"Patient performed {said['activity']}{helped.removeprefix(',')}."] if helped else []


def _proves(text: str, group: Sequence[Fact], facts: Sequence[Fact], pack: Pack) -> bool:
    """Tell whether a text says each fact of its group, and nothing that the proof objects to."""
    sentence = DraftSentence("s1", text)
    names = {name for name, _ in sentence.slots()}
    return all(fact.id in names for fact in group) and not any(
        where for where, _ in find_faults(Draft((sentence,)), facts, pack)
    )
