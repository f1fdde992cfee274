"""Events and links: who did what, and why, clause by clause from left to right.

No parser: an agent is a person word with a verb behind it, a sentence that begins with a participle has the
therapist as its subject (the author's convention) unless the verb is one only patients do, and a link word
("to improve", "due to") ties the events before it to the impairments and functions after it.
"""

from bisect import bisect_left, bisect_right

from rewriter.persons import TREATED
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED, POSSIBLE, REFUSED
from rewriter.reading.mentions import Mention
from rewriter.reading.reading import Event, Link
from rewriter.reading.sentences import Sentence

WHY = frozenset({"impairment", "ability"})
FUNCTIONS = frozenset({"function", "task"})
INTERVENTIONS = frozenset({"activity", "treatment"})
NOT_DONE = NEGATED | PLANNED | HISTORICAL | POSSIBLE | REFUSED
_NEAR = 4
# A link ties at most this many events, the nearest: in thousands of words without a full stop all earlier
# ones would be tied to all later reasons.
_MOST_TIED = 32
_OBJECT_OF = frozenset("to of by for from on at through told notified guided cued assisted instructed taught".split())
_DOES = frozenset("did was were is had ran joined".split())
_NOT_FINITE = frozenset("to of the a an skilled for".split())
_PASSIVE = frozenset("was were is are been".split())
_AUTHOR = frozenset({"i", "we"})
# What somebody says is no deed of the session, and it ends with its clause: "CNA says slept poorly, STS x5".
_SPEECH = frozenset("say state report ask deny complain verbalize".split())
# Beside a level of help these name one more who helped: "mod A x1 + tech", "max A x2 with aide".
_AND = frozenset({"with", "+", "&", "and"})
# Said of somebody with nobody behind it: the person was taught or told, and did not do it.
_TAUGHT = frozenset(
    "taught shown instructed trained educated coached counseled counselled advised informed notified told updated "
    "reminded oriented re-educated".split()
)
_CAME = frozenset({"came", "comes", "here", "in", "present", "attended"})
_LEARNS = frozenset("learn learned learns learning watch watched watching observe observed observing training".split())
_CLAUSE_ENDS = frozenset({",", ";", ".", "\n", "->", "\u2192", "and", "but", "then", '"'})
_WHEN = frozenset("as when whenever until once if because".split())
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
    previous = range(0)
    for number, sentence in enumerate(sentences):
        indexes = by_sentence[number]
        if not indexes:
            continue
        start = len(events)
        events += _read_clauses(low, sentence, number, mentions, bits, indexes)
        here = range(start, len(events))
        linked: set[int] = set()
        for link, targets in _scopes(low, sentence, mentions, bits, indexes):
            before = here[: bisect_left(here, mentions[link].first, key=lambda event: events[event].place)]
            reach, tied = "direct", (before or here)[-_MOST_TIED:]
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
            previous = here[-_MOST_TIED:]
    return events, links


def _is_anaphoric(low: list[str], sentence: Sentence, mentions: list[Mention], indexes: list[int]) -> bool:
    """Tell whether a sentence speaks of what came before it: "This...", "Intervention targets..."."""
    return low[sentence.label] in _ANAPHORS or mentions[indexes[0]].sense.kind == "link"


def _scopes(
    low: list[str], sentence: Sentence, mentions: list[Mention], bits: list[int], indexes: list[int]
) -> list[tuple[int, list[int]]]:
    """Return (link, targets) for each link word of a sentence whose targets are asserted."""
    links = [index for index in indexes if mentions[index].sense.kind == "link"]
    if not links:
        return []
    scopes = []
    caused = any(mentions[link].sense.group == "cause" for link in links)
    poor = _beside_deficits(mentions, indexes) if caused else set()

    def place(index: int) -> int:
        return mentions[index].first

    for order, link in enumerate(links):
        begin = mentions[link].last
        counted = mentions[link].sense.id == "for_" and begin < sentence.last and low[begin][0].isdecimal()
        if bits[link] & NEGATED or counted:
            continue
        end = mentions[links[order + 1]].first if order + 1 < len(links) else sentence.last
        group = mentions[link].sense.group
        behind = indexes[bisect_left(indexes, begin, key=place) : bisect_left(indexes, end, key=place)]
        targets = [index for index in behind if _justifies(low, mentions, bits, index, group, poor)]
        if targets:
            scopes.append((link, targets))
    return scopes


def _justifies(
    low: list[str], mentions: list[Mention], bits: list[int], index: int, group: str, poor: set[int]
) -> bool:
    """Tell whether a mention behind a link says why: a deficit, an ability to improve, a function."""
    kind = mentions[index].sense.kind
    if kind in WHY:
        if bits[index] & (NEGATED | HISTORICAL | REFUSED):
            return False
        told_when = group != "cause" and low[mentions[index].first - 1] in _WHEN  # "for cones x10, worse as fatigued"
        return (kind == "impairment" or group != "cause" or index in poor) and not told_when
    if kind == "activity":
        # "targets slide board transfer": a transfer is a life function in its own right
        fits = group in ("purpose", "function") and mentions[index].sense.group in ("transfer", "mobility")
        return fits and not bits[index] & NOT_DONE
    return kind in FUNCTIONS and group != "following" and not bits[index] & NOT_DONE


def _beside_deficits(mentions: list[Mention], indexes: list[int]) -> set[int]:
    """Return the mentions with a deficit beside them: "due to balance" names none, "due to impaired balance" does."""
    deficits = [mentions[index] for index in indexes if mentions[index].sense.kind == "deficit"]
    if not deficits:
        return set()
    behind = {word for deficit in deficits for word in range(deficit.last, deficit.last + _NEAR + 1)}
    before = {word for deficit in deficits for word in range(deficit.first - 2, deficit.first + 1)}
    return {index for index in indexes if mentions[index].first in behind or mentions[index].last in before}


def _read_clauses(
    low: list[str], sentence: Sentence, number: int, mentions: list[Mention], bits: list[int], indexes: list[int]
) -> list[Event]:
    """Return the events of one sentence.

    One for each finite verb, with the interventions and cues that follow it, and one for what stands without a verb
    (a telegraphic fragment, done by the therapist with the patient).
    """
    events: list[Event] = []
    subject = ""
    verb: int | None = None
    things: list[int] = []
    cues: list[int] = []
    verb_at, person_at = -1, sentence.first
    taught = range(0)  # the words that tell what a person was taught or told
    agents: list[Mention] | None = None
    quoted = _find_quoted(low, sentence) if '"' in low[sentence.first : sentence.last] else frozenset()

    def close() -> None:
        nonlocal verb, things, cues
        marks = [*things, *cues] if verb is None else [verb, *things, *cues]
        if marks:
            place = min(mentions[index].first for index in marks)
            told = verb is not None and mentions[verb].first in taught
            agent = "therapist" if told else subject or _elided(mentions, verb)
            events.append(Event(number, place, agent, verb, tuple(things), tuple(cues), bool(subject) and not told))
        verb, things, cues = None, [], []

    for index in indexes:
        mention = mentions[index]
        kind = mention.sense.kind
        if subject not in ("", "therapist", "patient") and _has_spoken(low, mentions, verb, mention.first):
            close()
            subject = ""
        if kind == "person":
            if _acts(low, mentions, indexes, index, sentence):
                close()
                subject, person_at = mention.sense.group, mention.last
                if subject not in ("patient", "therapist"):
                    taught = _find_taught(low, sentence, mentions, indexes, mention.last) or taught
        elif mention.first in quoted:
            continue
        elif kind == "verb":
            if mention.first in taught and mention.first > taught.start:
                continue  # "daughter taught guarding": what she was taught
            if subject not in ("", "therapist") and _author_takes_over(low, person_at, mention.first):
                close()
                subject = "therapist"
            if mention.first == verb_at or not _is_finite(low, sentence, mention, subject):
                continue
            verb_at = mention.first
            if verb is not None:
                close()
            verb = index
            if mention.first > sentence.first and low[mention.first - 1] in _PASSIVE:
                if agents is None:
                    agents = _find_agents(low, mentions, indexes)
                subject = _passive_agent(agents, mention, subject)
        elif bits[index] & NOT_DONE:
            continue
        elif kind in INTERVENTIONS or kind == "task":
            if mention.first == sentence.first or low[mention.first - 1] != "to":  # "wants to walk": nothing done
                things.append(index)
        elif kind == "cue":
            cues.append(index)
    close()
    return events


def _find_quoted(low: list[str], sentence: Sentence) -> frozenset[int]:
    """Return the words that stand in quotation marks: what was said there is no deed of the session."""
    marks = [at for at in range(sentence.first, sentence.last) if low[at] == '"']
    return frozenset(at for one, two in zip(marks[::2], marks[1::2], strict=False) for at in range(one, two))


def _find_taught(
    low: list[str], sentence: Sentence, mentions: list[Mention], indexes: list[int], at: int
) -> range | None:
    """Return the words of a passive without its "was" behind a person: "CNA instructed in gait belt use"; else None."""
    at += at < sentence.last and low[at] in _PASSIVE
    at += 2 * (at + 2 < sentence.last and low[at] in _CAME and low[at + 1] in ("to", "for"))
    if at < sentence.last and low[at] in _LEARNS:  # "aide came to learn guarding"
        return range(at, next((end for end in range(at + 1, sentence.last) if low[end] in _CLAUSE_ENDS), sentence.last))
    if at >= sentence.last or low[at] not in _TAUGHT:
        return None
    whom = at + 1 + (low[at + 1 : at + 2] in (["the"], ["a"], ["his"], ["her"]))
    taught_others = low[whom : whom + 1] != [] and (
        low[whom] in TREATED or any(mentions[i].sense.kind == "person" and mentions[i].first == whom for i in indexes)
    )
    if taught_others and low[at] != "shown":
        return None  # "aide instructed pt in bridging"
    return range(at, next((end for end in range(at + 1, sentence.last) if low[end] in _CLAUSE_ENDS), sentence.last))


def _find_agents(low: list[str], mentions: list[Mention], indexes: list[int]) -> list[Mention]:
    """Return the persons named after "by", in order."""
    here = (mentions[index] for index in indexes)
    return [mention for mention in here if mention.sense.kind == "person" and low[mention.first - 1] == "by"]


def _author_takes_over(low: list[str], first: int, verb: int) -> bool:
    """The author speaks of himself since: "aide had the belt, I blocked"; not "aide and I blocked"."""
    return any(low[at] in _AUTHOR and low[at - 1] not in ("and", "&", "with") for at in range(first, verb))


def _has_spoken(low: list[str], mentions: list[Mention], verb: int | None, at: int) -> bool:
    """What was said ended before word `at`: "tech reports no falls, gait 50 ft"."""
    if verb is None or mentions[verb].sense.id not in _SPEECH:
        return False
    return not _CLAUSE_ENDS.isdisjoint(low[mentions[verb].last : at])


def _elided(mentions: list[Mention], verb: int | None) -> str:
    """Who acts where no one is named: patients do patients' verbs, therapists the rest."""
    return "patient" if verb is not None and mentions[verb].sense.group == "patient" else "therapist"


def _acts(low: list[str], mentions: list[Mention], indexes: list[int], index: int, sentence: Sentence) -> bool:
    """A person is a subject when a verb follows within a few words and nothing before makes the person its object."""
    mention = mentions[index]
    if mention.first > sentence.first:
        before = low[mention.first - 1]
        if before in _OBJECT_OF or (before == "the" and low[mention.first - 2] in _OBJECT_OF):
            return False
        for i in range(index - 1, indexes[0] - 1, -1):
            if mentions[i].last == mention.first and mentions[i].sense.kind in ("verb", "education"):
                if mentions[i].sense.id in _SPEECH:
                    break  # "CNA reported pt refused lunch"
                return False  # "taught aide guarding": the aide is taught
            if mentions[i].last < mention.first:
                break
        if before in _AND and _helps_too(low, mentions, indexes, mention):
            return False
    if not _DOES.isdisjoint(low[mention.last : mention.last + 2]):
        return True
    for i in range(index + 1, indexes[-1] + 1):
        if mentions[i].first > mention.last + _NEAR:
            break
        if mentions[i].sense.kind == "verb" and mentions[i].first >= mention.last:
            return True
    return False


def _helps_too(low: list[str], mentions: list[Mention], indexes: list[int], person: Mention) -> bool:
    """A level of help stands just before, and no verb just behind: "mod A x2 with tech, stood 40 s"."""
    near = range(person.first - _NEAR, person.first)
    helped = any(mentions[i].sense.kind == "level" and mentions[i].last - 1 in near for i in indexes)
    acts = low[person.last : person.last + 1] != [] and low[person.last] in _DOES
    return (
        helped
        and not acts
        and not any(mentions[i].sense.kind == "verb" and mentions[i].first == person.last for i in indexes)
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


def _passive_agent(agents: list[Mention], verb: Mention, subject: str) -> str:
    """Thus: "Was cued by therapist": the therapist; "patient was cued": the therapist too, by convention.

    `agents` are the persons of the sentence with "by" before them, in order.
    """
    following = bisect_right(agents, verb.first, key=lambda agent: agent.first)
    if following < len(agents):
        return agents[following].sense.group
    return subject if verb.sense.group in ("patient", "neutral") else "therapist"
