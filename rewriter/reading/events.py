"""Events and links: who did what, and why, clause by clause from left to right.

No parser: an agent is a person word with a verb behind it, a sentence that begins with a participle has the
therapist as its subject (the author's convention) unless the verb is one only patients do, and a link word
("to improve", "due to") ties the events before it to the impairments and functions after it.
"""

from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED, POSSIBLE, REFUSED
from rewriter.reading.mentions import Mention
from rewriter.reading.reading import Event, Link
from rewriter.reading.sentences import Sentence

WHY = frozenset({"impairment", "ability"})
FUNCTIONS = frozenset({"function", "task"})
INTERVENTIONS = frozenset({"activity", "treatment"})
NOT_DONE = NEGATED | PLANNED | HISTORICAL | POSSIBLE | REFUSED
_NEAR = 4
_OBJECT_OF = frozenset("to of by for from on at through told notified guided cued assisted instructed taught".split())
_DOES = frozenset("did was were is had ran joined".split())
_NOT_FINITE = frozenset("to of the a an skilled for".split())
_PASSIVE = frozenset("was were is are been".split())
_ANAPHORS = frozenset("this these intervention interventions treatment it".split())


def find_events(
    low: list[str],
    sentences: list[Sentence],
    mentions: list[Mention],
    bits: list[int],
    by_sentence: list[list[int]],
) -> tuple[list[Event], list[Link]]:
    """Return the events of a text and the links that justify them."""
    events: list[Event] = []
    links: list[Link] = []
    umbrella: Link | None = None
    previous: list[int] = []
    for number, sentence in enumerate(sentences):
        indexes = by_sentence[number]
        if not indexes:
            continue
        start = len(events)
        events += _read_clauses(low, sentence, number, mentions, bits, indexes)
        here = range(start, len(events))
        linked: set[int] = set()
        for link, targets in _scopes(low, sentence, mentions, bits, indexes):
            place = mentions[link].first
            before = [event for event in here if events[event].place < place]
            reach, tied = "direct", before or list(here)
            if not here and previous and _is_anaphoric(low, sentence, mentions, indexes):
                reach, tied = "adjacent", previous
            links += [Link(event, link, target, reach) for event in tied for target in targets]
            linked.update(tied)
        for event in here:
            if event not in linked:
                if umbrella is not None:
                    links.append(Link(event, umbrella.link, umbrella.target, "inherited"))
            elif umbrella is None and any(mentions[i].sense.kind == "treatment" for i in events[event].interventions):
                umbrella = next(item for item in links if item.event == event)
        if here:
            previous = list(here)
    return events, links


def _is_anaphoric(low: list[str], sentence: Sentence, mentions: list[Mention], indexes: list[int]) -> bool:
    """Tell whether a sentence speaks of what came before it: "This...", "Intervention targets..."."""
    return low[sentence.label] in _ANAPHORS or mentions[indexes[0]].sense.kind == "link"


def _scopes(
    low: list[str], sentence: Sentence, mentions: list[Mention], bits: list[int], indexes: list[int]
) -> list[tuple[int, list[int]]]:
    """Return (link, targets) for each link word of a sentence whose targets are asserted."""
    links = [index for index in indexes if mentions[index].sense.kind == "link"]
    scopes = []
    for order, link in enumerate(links):
        begin = mentions[link].last
        counted = mentions[link].sense.id == "for_" and begin < sentence.last and low[begin][0].isdigit()
        if bits[link] & NEGATED or counted:
            continue
        end = mentions[links[order + 1]].first if order + 1 < len(links) else sentence.last
        group = mentions[link].sense.group
        targets = [
            index
            for index in indexes
            if begin <= mentions[index].first < end and _justifies(mentions, bits, index, group, indexes)
        ]
        if targets:
            scopes.append((link, targets))
    return scopes


def _justifies(mentions: list[Mention], bits: list[int], index: int, group: str, indexes: list[int]) -> bool:
    """Tell whether a mention behind a link says why: a deficit, an ability to improve, a function."""
    kind = mentions[index].sense.kind
    if kind in WHY:
        if bits[index] & (NEGATED | HISTORICAL | REFUSED):
            return False
        return kind == "impairment" or group != "cause" or _has_deficit(mentions, indexes, index)
    if kind == "activity":
        # "targets slide board transfer": a transfer is a life function in its own right
        fits = group in ("purpose", "function") and mentions[index].sense.group in ("transfer", "mobility")
        return fits and not bits[index] & NOT_DONE
    return kind in FUNCTIONS and group != "following" and not bits[index] & NOT_DONE


def _has_deficit(mentions: list[Mention], indexes: list[int], ability: int) -> bool:
    """"Due to balance" names no deficit; "due to impaired balance" does."""
    first, last = mentions[ability].first, mentions[ability].last
    return any(
        0 <= first - mentions[other].last <= _NEAR or 0 <= mentions[other].first - last <= 2
        for other in indexes
        if mentions[other].sense.kind == "deficit"
    )


def _read_clauses(
    low: list[str], sentence: Sentence, number: int, mentions: list[Mention], bits: list[int], indexes: list[int]
) -> list[Event]:
    """Return the events of one sentence: one for each finite verb, with the interventions and cues that follow it, and one
    for what stands without a verb (a telegraphic fragment, done by the therapist with the patient)."""
    events: list[Event] = []
    subject = ""
    verb: int | None = None
    things: list[int] = []
    cues: list[int] = []
    verb_at = -1

    def close() -> None:
        nonlocal verb, things, cues
        marks = [*things, *cues] if verb is None else [verb, *things, *cues]
        if marks:
            place = min(mentions[index].first for index in marks)
            agent = subject or _elided(mentions, verb)
            events.append(Event(number, place, agent, verb, tuple(things), tuple(cues), bool(subject)))
        verb, things, cues = None, [], []

    for index in indexes:
        mention = mentions[index]
        kind = mention.sense.kind
        if kind == "person":
            if _acts(low, mentions, indexes, index, sentence):
                close()
                subject = mention.sense.group
        elif kind == "verb":
            if mention.first == verb_at or not _is_finite(low, sentence, mention, subject):
                continue
            verb_at = mention.first
            if verb is not None:
                close()
            verb = index
            if mention.first > sentence.first and low[mention.first - 1] in _PASSIVE:
                subject = _passive_agent(low, mentions, indexes, mention, subject)
        elif bits[index] & NOT_DONE:
            continue
        elif kind in INTERVENTIONS or kind == "task":
            things.append(index)
        elif kind == "cue":
            cues.append(index)
    close()
    return events


def _elided(mentions: list[Mention], verb: int | None) -> str:
    """Who acts where no one is named: patients do patients' verbs, therapists the rest."""
    return "patient" if verb is not None and mentions[verb].sense.group == "patient" else "therapist"


def _acts(low: list[str], mentions: list[Mention], indexes: list[int], index: int, sentence: Sentence) -> bool:
    """A person is a subject when a verb follows within a few words and nothing before makes the person its object."""
    mention = mentions[index]
    if mention.first > sentence.first:
        before = low[mention.first - 1]
        if before in _OBJECT_OF or before == "the" and low[mention.first - 2] in _OBJECT_OF:
            return False
        if any(mentions[i].last == mention.first and mentions[i].sense.kind in ("verb", "education") for i in indexes):
            return False  # "taught aide guarding": the aide is taught
    if not _DOES.isdisjoint(low[mention.last : mention.last + 2]):
        return True
    return any(
        mentions[i].sense.kind == "verb" and 0 <= mentions[i].first - mention.last <= _NEAR for i in indexes if i > index
    )


def _is_finite(low: list[str], sentence: Sentence, mention: Mention, subject: str) -> bool:
    """A verb that tells of something done: past, or present of a named subject; never an infinitive or a noun."""
    tense = mention.sense.label
    before = low[mention.first - 1] if mention.first > sentence.first else ""
    if before in _NOT_FINITE:
        return False
    if tense == "past":
        # "provided graded input": a participle straight after another verb is an adjective
        return not before.endswith("ed") or before in ("and", "patient")
    if tense == "ing":
        return before in ("therapist", "while") or mention.first == sentence.label or bool(subject)
    return bool(subject)


def _passive_agent(low: list[str], mentions: list[Mention], indexes: list[int], verb: Mention, subject: str) -> str:
    """"Was cued by therapist": the therapist; "patient was cued": the therapist too, by convention."""
    for other in indexes:
        mention = mentions[other]
        if mention.sense.kind == "person" and mention.first > verb.first and low[mention.first - 1] == "by":
            return mention.sense.group
    return subject if verb.sense.group in ("patient", "neutral") else "therapist"
