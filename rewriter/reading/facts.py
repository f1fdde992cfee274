"""Facts: the pieces of a note that a draft arranges, each with its surface.

A fact is a contiguous piece of the note with one kind. A full sentence stays one fact, as written but for its
shorthand; a telegraphic sentence is split where a new piece begins. Every word of the note belongs to exactly one fact,
so nothing can be lost; dose, side, place, polarity, certainty and time are words of the fact, so no
arrangement can separate them from it.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from rewriter.lexicon import Node, Sense, inflect, longest, nominal, split_form
from rewriter.pack import Pack
from rewriter.reading.context.uncued import names_plan
from rewriter.reading.kinds import classify, label_is
from rewriter.reading.kinds.assisted import Part, tell_help
from rewriter.reading.kinds.happened import LIMITS, is_answer, is_happening, is_meant
from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.pieces import PHRASE, SENTENCE, THERAPIST, cut, is_terse_deed
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.pieces.courses import was_brought_on
from rewriter.reading.pieces.deeds import lacks_patient
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.surface import is_name, say
from rewriter.reading.surface.completed import Lack, find_lack
from rewriter.reading.surface.stood import is_alone
from rewriter.reading.surface.trimmed import length_of_doing, length_of_goal, length_of_teaching, to_come

_PASSIVE = frozenset({"cue", "inhibit", "facilitate", "guide"})
# Behind these nobody is said to have done it now: "less when cued".
_NOT_PASSIVE = frozenset("self and , - not to when once if unless until while as than".split())
_HINDERED = frozenset("stopped declined refused slowed deferred cancelled withheld".split())
_GONE = frozenset("gone resolved cleared ceased abolished normalized".split())
_UNTESTED = frozenset("tested attempted done tried performed assessed given completed cleared".split())
_BY_PATIENT = frozenset({"therapist", "patient"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One typed, canonical, bound piece of content.

    `id` is its slot name (`cue1`), `value` its canonical form, `surface` its words in a rewrite, `name` the short form
    of what it is about, `form` how the surface fits a sentence, `group` the concept group of its head, `event` the
    number of the sentence it was written in, `mentions` the indexes of what it holds. `start`, `end` are offsets into
    the text it came from (`origin`: note, visit or answer). `evidence` names what it holds, for licences: `kind:cue`,
    `cue:tactile`, `tapping`. `why` are the words for the deficit of the code's own groups that it states, or "".
    """

    id: str
    kind: str
    value: str
    surface: str
    name: str
    form: str
    group: str
    start: int
    end: int
    event: int
    mentions: tuple[int, ...]
    polarity: str = "affirmed"
    origin: str = "note"
    heading: str = ""
    evidence: frozenset[str] = frozenset()
    why: str = ""


def find_facts(
    reading: Reading, pack: Pack, origin: str = "note", taken: Sequence[Fact] = (), *, whole: Collection[int] = ()
) -> list[Fact]:
    """Return the facts of a text in order. Together they cover every word of every sentence.

    `taken` are facts that have ids already: these go on counting from them. Each sentence whose number is in `whole`
    is one fact, as it stands.
    """
    facts: list[Fact] = []
    counts = Counter(fact.kind for fact in taken)
    own = split_form(pack.code.get("names", ""))
    groups = frozenset(pack.code.get("addresses", ()))
    agents = {
        event.sentence: event.agent for event in reading.events if event.explicit and event.agent not in _BY_PATIENT
    }
    for number, sentence in enumerate(reading.sentences):
        indexes = reading.by_sentence[number]
        pieces = (
            [(sentence.first, sentence.last, SENTENCE)]
            if number in whole or _takes_back(reading, indexes)
            else cut(reading, sentence, indexes, own)
        )
        for first, last, form in pieces:
            inside = [i for i in indexes if first <= reading.mentions[i].first < last]
            verb = _passive_verb(reading, first, last, inside) if form == PHRASE else None
            if verb is not None:
                form = THERAPIST
            kind, head = classify(reading, sentence, inside, form, first, last)
            counts[kind] += 1
            name = f"{kind}{counts[kind]}"
            fact = _make(reading, sentence, number, name, kind, head, inside, first, last, form)
            why = _why(reading, fact, groups) if fact.polarity == "affirmed" else ""
            if verb is not None:
                fact = replace(fact, surface=_active(reading, inside, first, verb, last, kind))
            elif form == PHRASE:
                lack = find_lack(reading, sentence, first, last, inside, fact.kind, fact.polarity)
                told = _tell_help(reading, sentence, fact, first, last, inside, head)
                if lack is not None:
                    fact = replace(fact, form=SENTENCE, surface=_completed(reading, inside, first, lack, last, kind))
                elif told is not None:
                    fact = replace(fact, form=SENTENCE, surface=_arranged(reading, inside, told, kind))
            if last == sentence.last and reading.words.low[last : last + 1] == ["?"]:
                fact = replace(fact, surface=fact.surface + "?", end=reading.words.end[last])
            evidence = fact.evidence | {f"agent:{agents[number]}"} if number in agents else fact.evidence
            facts.append(replace(fact, why=why, origin=origin, event=number + len(taken), evidence=evidence))
    return facts


def _name_deficit(words: list[str], sense: Sense, lexicon: Mapping[str, Node]) -> str:
    """Return a noun for a deficit written as `words`, or "": its own words, else its concept's where that is kin."""
    label = sense.label.lower()
    own = nominal(words, lexicon)
    if own.endswith(("ates", "ects", "drags")):
        own = label.removesuffix("s") if label.endswith("drags") else label  # "festinates", "neglects": nouns
    if own.endswith(" walker"):
        return ""  # "toe walker": who walks so, and not what is amiss
    if _is_verb_form_of(words, label) or _is_deed_of(words, label):
        own = label  # "knee buckles", "vaults": the concept has a noun
    if own and _reads_back(own, sense, lexicon):
        return own
    other = nominal(label.split(), lexicon) if label[:_KIN] == words[0][:_KIN] and " " not in label else ""
    return other if other and _reads_back(other, sense, lexicon) else ""


def _is_verb_form_of(words: Sequence[str], label: str) -> bool:
    """Word for word the concept's name, but for one that ends in "s" where the name has an "-ing" or a noun."""
    names = label.split()
    if len(names) != len(words):
        return False
    unlike = [(word, name) for word, name in zip(words, names, strict=True) if word != name]
    return bool(unlike) and all(
        word.endswith("s") and not word.endswith("ss") and not name.endswith("s") and word[:_KIN] == name[:_KIN]
        for word, name in unlike
    )


def _is_deed_of(words: Sequence[str], label: str) -> bool:
    """One verb that tells what the concept names by its "-ing": "shuffles" is "shuffling gait"."""
    opening = label.split()[0]
    return len(words) == 1 and words[0].endswith("s") and opening.endswith("ing") and words[0][:_KIN] == opening[:_KIN]


def _reads_back(said: str, sense: Sense, lexicon: Mapping[str, Node]) -> bool:
    """A name for a deficit is used only where the reader reads it as the same deficit again."""
    hit = longest(lexicon, said.split(), 0)
    return hit is not None and any(item.id == sense.id for item in hit[1])


def _passive_verb(reading: Reading, first: int, last: int, inside: Sequence[int]) -> int | None:
    """Return the place of a passive verb whose deed only a therapist can have done.

    It is that of "inhibited" in "shoulder hike inhibited with manual block".
    """
    low = reading.words.low
    if any(reading.mentions[i].sense.kind in ("person", "negation", "refusal") for i in inside):
        return None
    for at in range(first + 1, last):
        senses = reading.lexicon.get(low[at], {}).get("", ())
        done = any(sense.kind == "verb" and sense.group in _PASSIVE and sense.label == "past" for sense in senses)
        if (
            done
            and not {"with", "w/"} & set(low[first:at])  # "weight bearing with elbow blocked": only the elbow was
            and low[at - 1] not in _NOT_PASSIVE
            and (at + 1 == last or low[at + 1] in PREPOSITIONS - {"by", "before"})
        ):
            return at
    return None


def _active(reading: Reading, inside: Sequence[int], first: int, verb: int, last: int, kind: str) -> str:
    """Return "inhibited shoulder hike with manual block" for the passive fragment."""
    bounds = ((verb, verb + 1), (first, verb), (verb + 1, last))
    return " ".join(_say_part(reading, inside, begin, end, kind, THERAPIST) for begin, end in bounds if begin < end)


def _completed(reading: Reading, inside: Sequence[int], first: int, lack: Lack, last: int, kind: str) -> str:
    """Return "stairs were not attempted" for the telegraphic fragment."""
    parts = [
        _say_part(reading, inside, begin, end, kind, PHRASE) if begin < end else ""
        for begin, end in ((first, lack.at), (lack.at, last))
    ]
    return " ".join(piece for piece in (lack.opening, parts[0], lack.words, parts[1]) if piece)


def _tell_help(
    reading: Reading, sentence: Sentence, fact: Fact, first: int, last: int, inside: Sequence[int], head: int | None
) -> list[Part] | None:
    """Return the help that a piece tells of as a sentence about the patient; None where it may be anybody's."""
    if fact.kind not in ("assist", "finding") or fact.polarity != "affirmed" or sentence.heading == "plan":
        return None
    return tell_help(reading, first, last, inside, head) if is_alone(reading, sentence, inside) else None


def _arranged(reading: Reading, inside: Sequence[int], parts: Sequence[Part], kind: str) -> str:
    """Return "patient required minimal assistance for bra" for the telegraphic fragment."""
    said = [
        part if isinstance(part, str) else _say_part(reading, inside, *part, kind, PHRASE) if part[0] < part[1] else ""
        for part in parts
    ]
    return " ".join(filter(None, said)).replace(" ,", ",")


def _say_part(reading: Reading, inside: Sequence[int], begin: int, end: int, kind: str, form: str) -> str:
    held = [i for i in inside if begin <= reading.mentions[i].first and reading.mentions[i].last <= end]
    return say(reading, begin, end, held, kind, form)


_LESSENED = frozenset(
    "\u2193 dec decreased decreasing reduced reducing lessened lessening less fewer improved improving".split()
)
_RESTS = frozenset({"rest", "rests", "rested", "break", "breaks"})
_KIN = 4  # letters
# Words between "decreased" and the ability: "hip extension strength and trunk control".
_LONGEST_NAME, _LONGEST_PAIR = 3, 6
_PATIENT = frozenset({"patient", "resident", "client"})
# How a patient feels for the while.
_STATES = frozenset("tired fatigued tiring tiredness sleepy drowsy winded exhausted".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _why(reading: Reading, fact: Fact, groups: frozenset[str]) -> str:
    """Return the words for the first deficit of the code's groups that a fact asserts."""
    mentions = reading.mentions
    sentence = reading.sentences[reading.sentence_of[fact.mentions[0]]] if fact.mentions else None
    if sentence is None:
        return ""
    told = reading.words.low[sentence.first : sentence.last]
    untested = "not" in told and not _UNTESTED.isdisjoint(told)  # "stairs not tested - dizzy"
    if not _HINDERED.isdisjoint(told) or untested or ("needed" in told and "due" in told):
        return ""  # what stopped or limited the treatment is no reason for it
    if fact.form == SENTENCE and not _acts_in(reading, fact):
        return ""
    if not _RESTS.isdisjoint(fact.surface.lower().split()[:2]):
        return ""  # "seated rest 3 min for dizziness"
    if any(reading.words.low[mentions[i].first] in _WEEKDAYS for i in fact.mentions):
        return ""  # what happened on another day was not treated today
    quoted = reading.words.quoted() if '"' in told else frozenset()
    cues = (mentions[i].first for i in fact.mentions if mentions[i].sense.kind == "cue")
    cued = min(cues, default=len(reading.words.low))
    for index in fact.mentions:
        sense = mentions[index].sense
        if reading.bits[index] or sense.group not in groups or _may_be_done(reading, fact, index):
            continue
        if mentions[index].first in quoted:
            continue  # the patient's own words
        if was_brought_on(reading.words.low, mentions[index].last):
            continue
        if not _GONE.isdisjoint(reading.words.low[mentions[index].last :][:1]):
            continue
        meant = is_meant(reading, fact.mentions, index)
        behind_cue = mentions[index].first > cued and not meant
        if sense.kind == "impairment" and (behind_cue or is_answer(reading, fact.mentions, index)):
            continue
        if sense.kind == "impairment" and not meant and is_happening(reading, fact.mentions, index):
            continue
        if reading.words.low[mentions[index].first] in _STATES and LIMITS.isdisjoint(told):
            continue  # "tired from OT": how he came, and nothing that was treated
        if any(mentions[i].sense.group == "sets" and mentions[i].first > mentions[index].first for i in fact.mentions):
            continue  # "hip hikes 3x10": an exercise
        around = (*reading.words.low[: mentions[index].first][-1:], *reading.words.low[mentions[index].last :][:1])
        if sense.kind == "impairment" and not _LESSENED.isdisjoint(around):
            continue  # "decreased ataxia" is better, and no reason
        if sense.kind == "impairment":
            said = _name_deficit(
                reading.words.low[mentions[index].first : mentions[index].last], sense, reading.lexicon
            )
            if said:
                return " ".join(word.capitalize() if is_name(reading, word) else word for word in said.split(" "))
        if sense.kind == "ability":
            for other in fact.mentions:
                between = reading.words.low[mentions[other].last : mentions[index].first]
                most = _LONGEST_PAIR if "and" in between else _LONGEST_NAME
                if mentions[other].sense.kind == "deficit" and len(between) <= most and all(map(str.isalpha, between)):
                    return " ".join(reading.words.low[mentions[other].first : mentions[index].last])
    return ""


def _may_be_done(reading: Reading, fact: Fact, index: int) -> bool:
    """What also names a thing done is no deficit for sure: "lateral leans x10"."""
    at = reading.mentions[index].first
    return any(reading.mentions[i].first == at and reading.mentions[i].sense.kind == "activity" for i in fact.mentions)


def _acts_in(reading: Reading, fact: Fact) -> bool:
    """A running sentence gives a reason only where it tells of something done, or ties the deficit to it."""
    number = reading.sentence_of[fact.mentions[0]]
    return any(event.sentence == number and (event.interventions or event.cues) for event in reading.events)


def _make(
    reading: Reading,
    sentence: Sentence,
    number: int,
    name: str,
    kind: str,
    head: int | None,
    inside: list[int],
    first: int,
    last: int,
    form: str,
) -> Fact:
    words = reading.words
    mentions = reading.mentions
    begin, end = (_after_opener(reading, first, last, inside), last) if kind == "function" else (first, last)
    if (
        kind in ("diagnosis", "impairment")
        and words.low[begin] in _PATIENT
        and words.low[begin + 1 : begin + 2] == ["with"]
    ):
        begin += 2  # "patient presented with ..." says it
    elif (
        kind in ("diagnosis", "impairment")
        and words.low[begin] in _PATIENT
        and end > begin + 1
        and form == PHRASE
        and not any(mentions[i].first == begin and mentions[i].sense.kind == "reported" for i in inside)
    ):
        begin += 1  # not "patient says ...": who says it is told
    elif form == PHRASE and words.low[begin] in _PATIENT and words.low[begin + 3 : begin + 4] == ["old"]:
        begin += 1  # "patient 72-year-old female": the sentence that tells it says so
    elif kind == "diagnosis" and words.low[end - 1] in _PATIENT and end > begin + 1:
        end -= 1  # "vestibular migraine patient"
    if kind == "plan" and words.low[begin] == "plan" and end > begin + 1 and names_plan(words.low[begin + 1]):
        begin += 1  # the sentence that tells it says so
    if kind == "education":
        begin += length_of_teaching(words.low, begin, end)
    if kind == "activity" and end > begin + 2:
        begin += length_of_doing(words.low, begin)
    if kind == "cue" and form == PHRASE and end > begin + 1 and words.low[end - 1] in ("used", "utilized"):
        end -= 1
    if kind == "function":
        end -= length_of_goal(words.low, begin, end)
    surface = say(reading, begin, end, inside, kind, form)
    if lacks_patient(reading, first, last):
        surface += " the patient"
    if form == THERAPIST and is_terse_deed(reading, begin):
        lemma, space, rest = surface.partition(" ")
        surface = inflect(lemma.lower())["past"] + space + rest
    told_whose = any(mentions[i].sense.id == "co_treatment" for i in inside)
    if kind == "time" and not told_whose and (times := [i for i in inside if mentions[i].sense.kind == "duration"]):
        # the code is named by the treatment, units and charges are the claim's: the time is what remains
        surface = mentions[times[0]].sense.label.removeprefix("for ") if len(times) == 1 else surface
        if len(times) == 1 and words.low[first:last].count("one") == 2:
            surface += " one-on-one"
    elif kind == "treatment" and head is not None and set(_kinds(reading, inside)) == {"treatment", "duration"}:
        time = next(mentions[i].sense.label for i in inside if mentions[i].sense.kind == "duration")
        treated = say(reading, mentions[head].first, mentions[head].last, [head], kind, form)
        surface = f"{treated} for {time.removeprefix('for ')}"
    if sentence.heading == "plan" and kind not in ("plan", "time"):
        polarity = "planned"
    elif head is not None:
        polarity = reading.state(head)
    else:
        states = {reading.state(index) for index in inside if mentions[index].sense.kind not in QUANTITIES}
        polarity = states.pop() if len(states) == 1 else "affirmed"
    if polarity == "planned" and kind != "function":
        surface = to_come(words, begin, surface)
    return Fact(
        id=name,
        kind=kind,
        value=_value(reading, head, inside),
        surface=surface,
        name=mentions[head].sense.label if head is not None else surface,
        form=form,
        group=_group(reading, sentence, kind, head, inside),
        start=words.start[first],
        end=words.end[last - 1],
        event=number,
        mentions=tuple(inside),
        polarity=polarity,
        heading=sentence.heading,
        evidence=frozenset(
            name for index in inside if not reading.bits[index] for name in evidence_of(mentions[index].sense)
        ),
    )


def _takes_back(reading: Reading, indexes: Sequence[int]) -> bool:
    """The writer corrects himself here: the sentence stays whole, or what was taken back would stand by itself."""
    return any(reading.mentions[index].sense.kind == "correction" for index in indexes)


def _kinds(reading: Reading, inside: Sequence[int]) -> list[str]:
    return [reading.mentions[i].sense.kind for i in inside]


def _group(reading: Reading, sentence: Sentence, kind: str, head: int | None, inside: Sequence[int]) -> str:
    """The concept group of the head; a function is a `goal` where the note calls it one, else a `purpose`."""
    if kind == "function":
        named = any(reading.mentions[i].sense.kind == "goal" for i in inside)
        return "goal" if named or label_is(reading, sentence, "goal") else "purpose"
    return reading.mentions[head].sense.group if head is not None else ""


def _after_opener(reading: Reading, first: int, last: int, inside: Sequence[int]) -> int:
    """Skip "goal", "goal:", "for": the sentence says it. "Wants" stays, with the patient as its subject."""
    low = reading.words.low
    at = first
    for index in inside:
        mention = reading.mentions[index]
        if (
            mention.first == at
            and mention.sense.kind == "goal"
            and low[at] not in ("wants", "would", "hopes", "wishes")
        ):
            at = max(at, mention.last)
    behind = {reading.mentions[i].sense.label for i in inside if reading.mentions[i].first == at + 1}
    if first < at < last - 1 and low[at].isdecimal() and (low[at + 1] == ":" or "base" in behind):
        return first  # "STG1 sit at edge of bed": the number is the goal's
    while at < last - 1 and low[at] in (":", "is", "for", "-", "of"):
        at += 1
    return at if at < last and low[at][0].isalnum() else first


def evidence_of(sense: Sense) -> tuple[str, str, str]:
    """Return the names by which a sense can license a verb: its kind, its group, its concept."""
    return f"kind:{sense.kind}", f"{sense.kind}:{sense.group}", sense.id


def _value(reading: Reading, head: int | None, inside: list[int]) -> str:
    """The canonical form: the head's concept, then each typed piece bound to it."""
    parts = []
    for index in inside:
        sense = reading.mentions[index].sense
        if index == head or (sense.kind in ("link", "verb", "negation", "deficit", "goal") and index != head):
            continue
        if head is not None and reading.mentions[index].first == reading.mentions[head].first:
            continue
        parts.append(f"{sense.kind}={sense.id}")
    core = reading.mentions[head].sense.id if head is not None else ""
    if head is not None and reading.state(head) == "negated":
        core = "no " + core
    return " ".join([core, *dict.fromkeys(parts)]).strip()
