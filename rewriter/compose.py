"""The built-in engine: a draft from facts alone, by sentence plans.

First what was treated, for how long and why; then, in the order of the note, each event with its cues and assistance,
findings and responses; then what it is for, teaching and plan. What fits no plan is carried over as written.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from rewriter.ahead import list_plans, tell_goal, tell_plan
from rewriter.bare import tell_bare
from rewriter.bonds import (
    DEEDS,
    LED,
    is_age,
    is_by_another,
    is_charted,
    is_termed,
    is_test,
    stands_apart,
    tells_status,
)
from rewriter.deficits import DOSED, is_lasting, is_noun, names_deficit, present
from rewriter.draft import Draft, DraftSentence
from rewriter.merge import holds_aside, join_told, list_slots, merge
from rewriter.pack import Pack
from rewriter.pattern import late
from rewriter.proof import is_licensed
from rewriter.reading.facts import Fact
from rewriter.reading.facts.tasks import is_task
from rewriter.reading.pieces import PATIENT, PHRASE, SENTENCE, THERAPIST
from rewriter.reading.surface.repeated import is_repeated
from rewriter.roles import NO_THERAPIST, WISHES
from rewriter.trailing import find_later

MOST_REASONS = 4
# What a session is told by: what was found, done and given.
ARRANGED = frozenset({"treatment", "diagnosis", "impairment", "activity", "cue", "assist"})
_CODE = 5  # figures
_BESIDE = 1  # characters
# What was begun or tried is told as the note does, and nothing is said to have been performed.
_BEGUN = frozenset(
    "added began begun started initiated continued resumed tried trialed finished ended returned went".split()
)
# Skilled verbs in the order of preference, with the sentence each makes of activities and cues.
_PLANS = (
    ("facilitate", "Therapist facilitated {acts} using {cues}"),
    ("guide", "Therapist guided the patient through {acts} using {cues}"),
    ("cue", "Therapist cued the patient through {acts} using {cues}"),
)
# Where someone else than the therapist treated, no sentence says that the therapist did it.
_USED = {False: "Therapist used", True: "Treatment included"}
_TYPED = frozenset({"cue:verbal", "cue:tactile", "cue:visual", "cue:manual", "cue:auditory"})
# What does not go on behind "to address": a value, a cause told first.
_UNFIT = late(r"->|=|:|>|\u2192|^(?:for|due to|secondary to|because of|related to|cont) ", re.IGNORECASE)
# "PM tx L hip ORIF" tells of the session first.
_TIMES_OF_DAY = ("am ", "pm ")
# "Aphasic" says what the patient is, not what the patient has.
_ADJECTIVE = late(r"(?:phasic|plegic|paretic|betic|arthric|praxic|tonic|lexic)$")
_RANGE = late(r"(?:minimal|moderate|light)(?: to |-|/)(?:moderate|maximal|maximum) assist")
_SET_UP = ("set up", "set-up")
# Help with what went wrong right before it.
_RECOVERY = late(r"\bto (?:recover|correct|regain|catch|steady|stabilize)\b")
# What somebody finds: figures alone may as well be those of a visit, a splint or a heat pack.
_FOUND = frozenset(
    f"kind:{kind}" for kind in "measure vital symptom impairment ability diagnosis angle pressure rate".split()
)
_BROKEN_OFF = frozenset({"stopped", "aborted", "discontinued", "attempted", "declined", "refused", "deferred"})
_PLAIN_KINDS = frozenset(
    f"kind:{kind}" for kind in "impairment ability deficit side part diagnosis link symptom".split()
)


def compose(
    facts: Sequence[Fact], pack: Pack, *, plain: bool = False, led: bool = True, by_others: bool | None = None
) -> Draft:
    """Return a draft that uses every fact once. With `plain`, every fact stands in a sentence of its own.

    Unless `led`, no sentence of its own opens it. `by_others` says that somebody else than the therapist treated; left
    out, the facts themselves say so.
    """
    if by_others is None:
        by_others = any(not fact.evidence.isdisjoint(NO_THERAPIST) for fact in facts)
    texts = _lead(facts, pack, by_others) if led and not plain else []
    used = {slot for text in texts for slot in list_slots(text)}
    late: list[str] = []
    events: dict[int, list[Fact]] = {}
    for fact in facts:
        if fact.id not in used:
            events.setdefault(fact.event, []).append(fact)
    for event in events.values():
        if plain:
            texts += [_alone(fact, by_others) for fact in event]
            continue
        later = find_later(event)
        late += [_alone(fact, by_others) for fact in event if fact in later]
        texts += _plan_event([fact for fact in event if fact not in later], pack, by_others)
    told = [*texts] if plain else merge(tell_bare(present(texts, facts), facts), facts)
    told += late if plain else merge(list_plans(late), facts)
    return Draft(tuple(DraftSentence(f"s{n}", text) for n, text in enumerate(told, 1)))


def _lead(facts: Sequence[Fact], pack: Pack, by_others: bool) -> list[str]:
    """Return the opening: what was provided, for how long, to address what."""
    named_as = [fact for fact in facts if fact.kind == "treatment" and fact.polarity == "affirmed"]
    treatment = next((fact for fact in named_as if fact.form != SENTENCE and _opens_with_name(fact)), None)
    times = [fact for fact in facts if fact.kind == "time" and fact.form != SENTENCE and _is_own(fact, pack)]
    time = times[0] if len(times) == 1 or (times and times[0].origin == "visit") else None
    reasons: dict[str, tuple[str, str]] = {}
    for fact in facts:
        told = any(f" {known} ".endswith(f" {fact.why} ") for known in reasons)  # "dynamic valgus" tells "valgus"
        if fact.why and not told and len(reasons) < MOST_REASONS:
            plain = (f"{{{fact.id}}}", fact.surface)
            reasons[fact.why] = plain if _is_plain(fact) else (f"{{{fact.id}.why}}", fact.why)
    if treatment is None:
        return []
    were = "were" if treatment.surface.endswith("activities") else "was"
    text = f"{{{treatment.id}}} {were} provided" if by_others else f"Therapist provided {{{treatment.id}}}"
    if time is not None and "kind:duration" not in treatment.evidence and _is_all(treatment, facts, pack):
        text += f" for {{{time.id}}}"
    if reasons:
        text += f" to address {join_told(dict(reasons.values()))}"
    return [text + "."]


def _opens_with_name(fact: Fact) -> bool:
    """Thus: "neuromuscular re-education 20 minutes", not "45 minutes (neuromuscular re-education 20, ...)"."""
    return fact.surface.lower().startswith(fact.name.lower().split()[0])


def _is_all(treatment: Fact, facts: Sequence[Fact], pack: Pack) -> bool:
    """The time was all of this treatment's: it is called as the code is, or nothing else was given."""
    called = treatment.origin == "visit" or treatment.name.lower() == pack.code.get("names", "")
    return called or all(fact is treatment or fact.evidence.isdisjoint(DEEDS) for fact in facts)


def _is_own(fact: Fact, pack: Pack) -> bool:
    """The time of this treatment: a record that names another code tells of more."""
    codes = {name for name in fact.evidence if name.isdecimal() and len(name) == _CODE}
    return "kind:duration" in fact.evidence and codes <= {pack.code.get("cpt")}


def _is_plain(fact: Fact) -> bool:
    """An impairment without numbers, persons or a course of its own fits into "to address ..."."""
    kinds = {name for name in fact.evidence if name.startswith("kind:")}
    return (
        fact.kind == "impairment"
        and fact.form == PHRASE
        and is_noun(fact)
        and kinds <= _PLAIN_KINDS
        and ", then" not in fact.surface
        and not _UNFIT.search(fact.surface)
    )


def _plan_event(facts: list[Fact], pack: Pack, by_others: bool) -> list[str]:
    """Return the sentences for the facts of one sentence of the note, in its order."""
    texts: list[str] = []
    group: list[Fact] = []
    facts = _part_lacks(facts)
    for number, fact in enumerate(facts):
        if is_task(fact) and any(map(_is_given, facts[number + 1 : number + 2])):
            texts += _plan_group(group, pack, by_others) if group else []
            group = [fact]
            continue
        if group and is_task(group[0]) and not _is_given(fact):
            texts += _plan_group(group, pack, by_others)
            group = []
        fits = fact.form == PHRASE and fact.kind in ("activity", "cue", "assist") and fits_plan(fact)
        full = group and (_is_full(group, fact) if fact.kind == "activity" else stands_apart(fact, group[-1]))
        if group and (not fits or full):
            texts += _plan_group(group, pack, by_others)
            group = []
        if fits:
            if fact.kind == "activity" and len(group) > 1 and all(one.kind != "activity" for one in group):
                texts += _plan_group(group[:-1], pack, by_others)  # only the last leads into it
                group = group[-1:]
            group.append(fact)
        else:
            texts.append(_alone(fact, by_others))
    return texts + (_plan_group(group, pack, by_others) if group else [])


def _part_lacks(facts: list[Fact]) -> list[Fact]:
    """Return the facts with a deficit told between a deed and its cue or help behind these.

    Thus: "weight shift, tactile cues at hip, poor proprioception, min A". What came so often keeps its place, as help
    behind it may have been given for it.
    """
    parted: list[Fact] = []
    held: list[Fact] = []
    for fact in facts:
        led = bool(parted) and parted[-1].kind in LED and fits_plan(parted[-1])
        if led and fact.kind == "impairment" and is_noun(fact) and is_lasting(fact):
            held.append(fact)
            continue
        behind = fact.kind in ("cue", "assist") and fact.form == PHRASE and fits_plan(fact)
        if held and (not behind or _RECOVERY.search(fact.surface)):
            parted += held
            held = []
        parted.append(fact)
    return parted + held


def _is_given(fact: Fact) -> bool:
    """The fact is a level of help that fits into the sentence of what it was given for."""
    return fact.kind == "assist" and fact.form == PHRASE and fits_plan(fact)


def _is_full(group: list[Fact], activity: Fact) -> bool:
    """A new activity opens a new sentence behind cues or help.

    Not so where a cue leads straight into it: "hand-over-hand reach".
    """
    if all(fact.kind == "activity" for fact in group):
        return False
    return any(fact.kind == "activity" for fact in group) or activity.start - group[-1].end > 1


def is_help(fact: Fact) -> bool:
    """The fact opens with a level of help: "minimal assistance ...", not "independent" or "PT behind ..."."""
    opens = fact.surface.startswith((fact.name.split()[0], *_SET_UP)) or _RANGE.match(fact.surface)
    return fact.group not in ("independent", "modified_independent") and bool(opens)


def fits_plan(fact: Fact) -> bool:
    """What has a dose or a sequence of its own, was said by the patient, was not done or broken off, stands alone."""
    if is_test(fact) or not _BROKEN_OFF.isdisjoint(fact.surface.lower().split()) or is_begun(fact):
        return False
    if fact.heading == "subjective" or is_by_another(fact):
        return False
    if fact.kind == "cue" and ("cue:grading" in fact.evidence or " then " in fact.surface):
        return False
    if "cue:technique" in fact.evidence and fact.kind == "cue" and not fact.evidence.isdisjoint(DOSED):
        return False
    if fact.kind == "cue" and {"kind:activity", "kind:count"} <= fact.evidence:
        return False  # "mirror for right reach x10": the cue has an activity of its own
    if fact.kind == "assist" and not is_help(fact):
        return False
    return fact.polarity == "affirmed"


def _is_pacing(fact: Fact) -> bool:
    """A task made easier or slower, where no cue of a type is told beside it: "verbal cues for pacing" are cues."""
    return "cue:grading" in fact.evidence and _TYPED.isdisjoint(fact.evidence)


def _is_drilled(fact: Fact) -> bool:
    """A technique with its count is done by the patient: "LSVT big step 10 each"."""
    counted = "kind:count" in fact.evidence or "each" in fact.surface.split()
    return "cue:technique" in fact.evidence and _TYPED.isdisjoint(fact.evidence) and counted


def is_begun(fact: Fact) -> bool:
    """The fact opens with a verb that says how far it came: "began sitting balance"."""
    return fact.kind == "activity" and fact.surface.lower().split()[0] in _BEGUN


def _plan_group(group: list[Fact], pack: Pack, by_others: bool) -> list[str]:
    """Return the sentence for activities with the cues and assistance given for them."""
    acts = [fact for fact in group if fact.kind in ("activity", "treatment") or is_task(fact)]
    cues = [fact for fact in group if fact.kind == "cue"]
    assists = [fact for fact in group if fact.kind == "assist"]
    named = {key: _list(items) for key, items in (("acts", acts), ("cues", cues))}
    helped = ", and ".join(f"{{{fact.id}}}" for fact in assists)
    if len(acts) > 1 and len(acts) == len(group) and any(map(holds_aside, acts)):
        return [text for act in acts for text in _plan_group([act], pack, by_others)]
    if len(acts) > 1 and (own := _find_own(group, acts[-1])):
        others = [fact for fact in group if fact not in own]
        return [text for some in (others, own) for text in _plan_group(some, pack, by_others)]
    if len(acts) > 1 and (cues or assists):
        # which of them a cue was given for is not said, so no sentence says it
        given = [f"{_USED[by_others]} {named['cues']}."] if cues else []
        return [f"Treatment included {named['acts']}.", *given, *(_alone(fact, by_others) for fact in assists)]
    if acts and cues:
        for family, plan in _PLANS:
            if not by_others and is_licensed(family, group, pack):
                joint = " with" if cues[0].surface.startswith("therapist ") else " using"  # "with therapist supporting"
                paused = "," if is_repeated(acts[-1].surface) else ""
                text = plan.format(**named).replace(" using", paused + joint)
                break
        else:
            text = "Treatment included {acts} with {cues}".format(**named)
        return [text + (f", with {helped}." if helped else ".")]
    if acts and assists:
        comma = "," if any(" with " in fact.surface or is_repeated(fact.surface) for fact in acts) else ""
        return [f"Patient performed {named['acts']}{comma} with {helped}."]
    if acts:
        return [f"Treatment included {named['acts']}."]
    if cues and assists and assists[0].start < cues[0].start:
        # help told before a cue was not given with it: "LOB x2, min A to recover, VC for gaze"
        return [*(_alone(fact, by_others) for fact in assists), f"{_USED[by_others]} {named['cues']}."]
    if cues and assists and not _is_given_with(cues[-1], assists[0]):
        return [f"{_USED[by_others]} {named['cues']}.", *(_alone(fact, by_others) for fact in assists)]
    if cues:
        return [f"{_USED[by_others]} {named['cues']}" + (f", with {helped}." if helped else ".")]
    return [_alone(fact, by_others) for fact in assists]


def _is_given_with(cue: Fact, help_: Fact) -> bool:
    """Help right beside a cue came with it; behind a comma it may be of what happened: "LOB x3, VC gaze, min A"."""
    return help_.start - cue.end <= _BESIDE and not _RECOVERY.search(help_.surface)


def _find_own(group: Sequence[Fact], last: Fact) -> list[Fact]:
    """Return the last thing done with the cue and help right behind it: no mark parts "bridge x5 max A".

    So much is sure of it, whatever else was done so; none where something else stands before it.
    """
    at = group.index(last)
    end = at
    while end + 1 < len(group) and 0 <= group[end + 1].start - group[end].end <= 1:
        end += 1
    alone = any(fact.kind in ("cue", "assist") for fact in group[:at])
    return [] if end == at or alone else list(group[at : end + 1])


def _list(facts: Iterable[Fact]) -> str:
    return join_told({f"{{{fact.id}}}": fact.surface for fact in facts})


def _alone(fact: Fact, by_others: bool) -> str:
    """Return a sentence for one fact by its kind and form."""
    slot = f"{{{fact.id}}}"
    by_others = by_others or is_by_another(fact)
    if fact.heading == "subjective":
        return f"Noted: {slot}." if is_charted(fact) else f"Patient report: {slot}."
    if is_termed(fact):
        return f"{slot}."
    if fact.kind == "function" and fact.group == "goal" and not fact.surface.startswith(WISHES):
        return f"Goal: {slot}." if " goal " in fact.surface else tell_goal(fact)
    if fact.form == SENTENCE and fact.kind != "plan":
        return f"{slot}."
    if is_age(fact):
        return f"Patient is {_article(fact.surface)}{slot}."
    if fact.kind == "finding" and fact.form == PHRASE and fact.polarity == "affirmed" and tells_status(fact):
        return f"Patient presented {slot}."
    if fact.kind == "activity" and is_test(fact):
        return f"Findings: {slot}."
    if is_begun(fact) and fact.polarity != "planned":
        return f"Noted: {slot}."
    if fact.polarity == "planned" and fact.kind != "function":
        return tell_plan(fact)
    if fact.form == THERAPIST:
        return f"Noted: {slot}." if by_others else f"Therapist {slot}."
    if fact.form == PATIENT:
        return f"Patient {slot}."
    if fact.kind == "function" and fact.surface.startswith(WISHES):
        return f"Patient {slot}."
    labels: Mapping[str, str] = {
        "function": f"Purpose: {slot}." if fact.surface.startswith("to ") else f"Treatment targets {slot}.",
        "plan": tell_plan(fact),
        "education": f"Education: {slot}.",
        "time": f"Time record: {slot}.",
        "assist": f"Patient required {slot}." if is_help(fact) else f"Assistance: {slot}.",
        "cue": f"Noted: {slot}." if _is_pacing(fact) else f"{_USED[by_others or _is_drilled(fact)]} {slot}.",
        "activity": f"Treatment included {slot}.",
        "treatment": f"Treatment included {slot}.",
        "diagnosis": f"Patient presented {slot}."
        if tells_status(fact)
        else f"Findings: {slot}."
        if fact.surface[0].isdecimal() or _ADJECTIVE.search(fact.surface) or fact.surface.startswith(_TIMES_OF_DAY)
        else f"Patient presented with {slot}.",
        "impairment": f"Patient demonstrated {slot}."
        if names_deficit(fact) or (is_noun(fact) and not fact.surface.split()[0].endswith("ed"))
        else f"Findings: {slot}.",
    }
    if fact.polarity != "affirmed" and fact.kind in ARRANGED:
        return f"Findings: {slot}." if fact.kind in ("impairment", "diagnosis") else f"Noted: {slot}."
    found = fact.kind == "finding" and not fact.evidence.isdisjoint(_FOUND)
    return labels.get(fact.kind, f"Findings: {slot}." if found else f"Noted: {slot}.")


def _article(age: str) -> str:
    """Return what stands before an age: "a 72-year-old female", "an 86-year-old female", but "7 years old"."""
    figure, joined, _ = age.partition("-")
    if not joined or not figure.isdecimal():
        return ""
    return "an " if figure[0] == "8" or figure in ("11", "18") else "a "
