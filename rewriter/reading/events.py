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
_PATIENT_WORDS = frozenset({"patient", "pt", "client", "resident", "he", "she", "they", "child"})
_NEAR = 4


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
    umbrella: tuple[int, int, int] | None = None
    previous: list[int] = []
    for number, sentence in enumerate(sentences):
        indexes = by_sentence[number]
        start = len(events)
        _read_clauses(low, sentence, number, mentions, bits, indexes, events)
        here = list(range(start, len(events)))
        scopes = _scopes(low, sentence, mentions, bits, indexes)
        for link, targets in scopes:
            place = mentions[link].first
            fronted = not any(_place(events[event], mentions) < place for event in here)
            for event in here:
                done_before = _place(events[event], mentions) < place
                if done_before or fronted:
                    links.extend(Link(event, link, target, "direct") for target in targets)
            if not here and previous and _is_anaphoric(low, sentence, mentions, indexes):
                links.extend(Link(event, link, target, "adjacent") for event in previous for target in targets)
        linked = {item.event for item in links}
        for event in here:
            treats = any(mentions[index].sense.kind == "treatment" for index in events[event].interventions)
            if umbrella is None and treats and event in linked:
                first = next(item for item in links if item.event == event)
                umbrella = (event, first.link, first.target)
            elif event not in linked and umbrella is not None:
                links.append(Link(event, umbrella[1], umbrella[2], "inherited"))
        if here:
            previous = here
    return events, links


def _place(event: Event, mentions: list[Mention]) -> int:
    """Return the first word of an event."""
    marks = [*event.interventions, *event.cues] + ([event.verb] if event.verb is not None else [])
    return min(mentions[index].first for index in marks)


def _is_anaphoric(low: list[str], sentence: Sentence, mentions: list[Mention], indexes: list[int]) -> bool:
    """Tell whether a sentence speaks of what came before it: "This...", "Intervention targets..."."""
    first = low[sentence.label]
    if first in ("this", "these", "intervention", "interventions", "treatment", "it"):
        return True
    return bool(indexes) and mentions[indexes[0]].sense.kind == "link"


def _scopes(
    low: list[str],
    sentence: Sentence,
    mentions: list[Mention],
    bits: list[int],
    indexes: list[int],
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
            if begin <= mentions[index].first < end
            and _justifies(mentions, bits, index, group)
            and not (group == "cause" and _is_bare_ability(mentions, indexes, index))
        ]
        if targets:
            scopes.append((link, targets))
    return scopes


def _justifies(mentions: list[Mention], bits: list[int], index: int, group: str) -> bool:
    kind = mentions[index].sense.kind
    if kind in WHY:
        # "to prevent freezing": the purpose word turns the impairment, it does not deny it.
        return not bits[index] & (NEGATED | HISTORICAL | REFUSED)
    if kind == "activity" and group in ("purpose", "function"):
        # "targets slide board transfer": a transfer is a life function in its own right
        return mentions[index].sense.group in ("transfer", "mobility") and not bits[index] & NOT_DONE
    return kind in FUNCTIONS and not bits[index] & NOT_DONE


def _is_bare_ability(mentions: list[Mention], indexes: list[int], index: int) -> bool:
    """"Due to balance" names no deficit; "due to impaired balance" does."""
    if mentions[index].sense.kind != "ability":
        return False
    first = mentions[index].first
    return not any(
        mentions[other].sense.kind == "deficit" and 0 <= first - mentions[other].last <= _NEAR
        or mentions[other].sense.kind == "deficit" and 0 <= mentions[other].first - mentions[index].last <= 2
        for other in indexes
    )


def _read_clauses(
    low: list[str],
    sentence: Sentence,
    number: int,
    mentions: list[Mention],
    bits: list[int],
    indexes: list[int],
    events: list[Event],
) -> None:
    """Add the events of one sentence: one for each verb that has something done near it, and one for
    what stands without any verb (a telegraphic fragment, done by the therapist with the patient)."""
    subject, explicit = "", False
    verb: int | None = None
    things: list[int] = []
    cues: list[int] = []
    taken: set[int] = set()

    def close() -> None:
        nonlocal verb, things, cues
        if things or cues or verb is not None:
            agent = subject or _elided(mentions, verb, sentence)
            if verb is not None or things or cues:
                events.append(Event(number, agent, verb, tuple(things), tuple(cues), explicit))
        verb, things, cues = None, [], []

    for index in indexes:
        mention = mentions[index]
        kind = mention.sense.kind
        if kind == "person":
            if _acts(low, mentions, indexes, index, sentence):
                close()
                subject, explicit = mention.sense.group, True
        elif kind == "verb":
            if not _is_finite(low, sentence, mention, subject):
                continue
            if mention.first in taken:
                continue
            taken.add(mention.first)
            if low[mention.last : mention.last + 2] and low[mention.last] == "by":
                pass
            if verb is not None:
                close()
            verb = index
            if mention.first > sentence.first and low[mention.first - 1] in ("was", "were", "is", "are", "been"):
                subject = _passive_agent(low, mentions, indexes, mention, subject)
        elif bits[index] & NOT_DONE:
            continue
        elif kind in INTERVENTIONS or kind == "task":
            things.append(index)
        elif kind == "cue":
            cues.append(index)
    close()


def _elided(mentions: list[Mention], verb: int | None, sentence: Sentence) -> str:
    """Who acts where no one is named: patients do patients' verbs, therapists the rest."""
    if verb is not None and mentions[verb].sense.group == "patient":
        return "patient"
    return "therapist"


def _acts(low: list[str], mentions: list[Mention], indexes: list[int], index: int, sentence: Sentence) -> bool:
    """A person is a subject when a verb follows within a few words and no preposition governs it."""
    mention = mentions[index]
    if mention.first > sentence.first and low[mention.first - 1] in ("to", "of", "by", "for", "from", "on", "at", "through", "told", "notified"):
        return False
    if any(mentions[other].sense.kind in ("verb", "education") and mentions[other].last == mention.first for other in indexes):
        return False  # "taught aide guarding": the aide is taught
    if mention.first > sentence.first and mentions[index].sense.group == "patient":
        before = low[mention.first - 1]
        if before in ("guided", "cued", "assisted", "instructed", "the") and mention.first > sentence.first + 1:
            return False
    return any(
        mentions[other].sense.kind == "verb" and 0 <= mentions[other].first - mention.last <= _NEAR
        for other in indexes
    ) or any(word in ("did", "was", "were", "is", "had", "ran", "joined") for word in low[mention.last : mention.last + 2])


def _is_finite(low: list[str], sentence: Sentence, mention: Mention, subject: str) -> bool:
    """A verb that tells of something done: past, or present of a named subject; never an infinitive or a noun."""
    tense = mention.sense.label
    before = low[mention.first - 1] if mention.first > sentence.first else ""
    if before in ("to", "of", "the", "a", "an", "skilled", "for", "and/or"):
        return False
    if tense == "past":
        # "provided graded input": a participle straight after another verb is an adjective
        return not before.endswith("ed") or before in ("and", "patient")
    if tense == "ing":
        return before in ("therapist", "while") or mention.first == sentence.label or bool(subject)
    return bool(subject)


def _passive_agent(
    low: list[str], mentions: list[Mention], indexes: list[int], verb: Mention, subject: str
) -> str:
    """"was cued by therapist": the therapist; "patient was cued": the therapist, by convention."""
    for other in indexes:
        mention = mentions[other]
        if mention.sense.kind == "person" and mention.first > verb.first and low[mention.first - 1] == "by":
            return mention.sense.group
    if verb.sense.group not in ("patient", "neutral"):
        return "therapist"
    return subject
