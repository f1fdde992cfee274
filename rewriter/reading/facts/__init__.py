"""Facts: the pieces of a note that a draft arranges, each with its surface.

A fact is a contiguous piece of the note with one kind. A full sentence stays one fact, as written but for its
shorthand; a telegraphic sentence is split where a new piece begins. Every word of the note belongs to exactly one fact,
so nothing can be lost; dose, side, place, polarity, certainty and time are words of the fact, so no
arrangement can separate them from it.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

from rewriter.body import OPPOSITE
from rewriter.lexicon import inflect, split_form
from rewriter.once import once
from rewriter.pack import Pack
from rewriter.pattern import late
from rewriter.persons import PATIENTS
from rewriter.punctuation import DASHES, LONG_DASHES
from rewriter.reading.context.uncued import names_plan
from rewriter.reading.facts.begun import find_session
from rewriter.reading.facts.evidence import evidence_of, gather_evidence
from rewriter.reading.facts.fact import Fact
from rewriter.reading.facts.held import hold_help
from rewriter.reading.facts.leaning import hold_leaning
from rewriter.reading.facts.reasons import name_deficit
from rewriter.reading.kinds import classify, label_is
from rewriter.reading.kinds.assisted import Part, tell_help
from rewriter.reading.kinds.plans import is_beside_plan, is_undone, plans_later, tells_to_come
from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.pieces import PATIENT, PHRASE, SENTENCE, THERAPIST, Piece, cut, is_terse_deed
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.pieces.deeds import lacks_patient
from rewriter.reading.reading import Reading
from rewriter.reading.reported import has_session
from rewriter.reading.sentences import Sentence
from rewriter.reading.surface import say
from rewriter.reading.surface.completed import Lack, find_lack, tells_patients_deed
from rewriter.reading.surface.exercised import find_exercise
from rewriter.reading.surface.occasions import find_occasion
from rewriter.reading.surface.others import is_alone
from rewriter.reading.surface.repeated import join_parts
from rewriter.reading.surface.required import find_required
from rewriter.reading.surface.sided import find_sides
from rewriter.reading.surface.trimmed import length_of_doing, length_of_goal, length_of_teaching, to_come
from rewriter.reading.surface.undergone import find_return, find_undergone

__all__ = ["Fact", "evidence_of", "find_facts", "find_own_facts", "name_deficit"]

_PASSIVE = frozenset({"cue", "inhibit", "facilitate", "guide"})
# Behind these nobody is said to have done it now: "less when cued".
_NOT_PASSIVE = frozenset("self and , - not to when once if unless until while as than".split())
_DENIED = frozenset({"not", "never", "no", "nor", "longer", "being", "be", "was", "were"})
# What a value was before stands in brackets behind it: "41 (was 38)".
_FORMER = late(r", ((?:was|were) [^,;:()\"]+)$")
_PATIENT = PATIENTS - {"child"}  # that it is a child is told
_BY_PATIENT = frozenset({"therapist", "patient"})


@once
def find_own_facts(reading: Reading, pack: Pack, whole: frozenset[int]) -> tuple[Fact, ...]:
    """Return the facts of a note, as `find_facts` does: a draft is made of them, and rules count them."""
    return tuple(find_facts(reading, pack, whole=whole))


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
    agents = {
        event.sentence: event.agent for event in reading.events if event.explicit and event.agent not in _BY_PATIENT
    }
    headed = has_session(reading.sentences)
    for number, sentence in enumerate(reading.sentences):
        indexes = reading.by_sentence[number]
        pieces = (
            [(sentence.first, sentence.last, SENTENCE)]
            if number in whole or _takes_back(reading, sentence, indexes)
            else _hold(reading, sentence, number, cut(reading, sentence, indexes, own))
        )
        session = sentence.last if headed else find_session(reading, sentence, pieces)
        for first, last, form in pieces:
            if first >= session:
                sentence = sentence._replace(heading="")
            inside = [i for i in indexes if first <= reading.mentions[i].first < last]
            verb = _passive_verb(reading, first, last, inside) if form == PHRASE else None
            if verb is not None:
                form = THERAPIST
            elif form == THERAPIST and reading.words.low[first + 1 : first + 2] == ["by"]:
                form = PHRASE  # "instructed by surgeon": somebody else did
            kind, head = classify(reading, sentence, inside, form, first, last)
            if form == PATIENT and not tells_patients_deed(reading, sentence, first, last):
                form = PHRASE
                kind = "response" if kind == "function" else kind
            counts[kind] += 1
            name = f"{kind}{counts[kind]}"
            fact = _make(reading, sentence, number, name, kind, head, inside, first, last, form)
            if verb is not None:
                fact = replace(fact, surface=_active(reading, inside, first, verb, last, kind))
            elif form == PHRASE:
                sides = _tell_sides(reading, sentence, fact, first, last)
                lack = find_lack(reading, sentence, first, last, inside, fact.kind, fact.polarity)
                told = _tell_help(reading, sentence, fact, first, last, inside, head)
                if sides is not None:
                    fact = replace(fact, form=SENTENCE, surface=_arranged(reading, inside, sides, kind))
                elif lack is not None:
                    said = _completed(reading, inside, first, lack, last, kind)
                    theirs = lack.at == first and not lack.opening and lack.words.startswith("patient")
                    form = PATIENT if theirs else SENTENCE
                    fact = replace(fact, form=form, surface=said.removeprefix("patient ") if theirs else said)
                elif told is not None:
                    fact = replace(fact, form=SENTENCE, surface=_arranged(reading, inside, told, kind))
                elif arranged := _tell_unnamed(reading, sentence, fact, first, last, inside):
                    fact = replace(fact, form=SENTENCE, surface=_arranged(reading, inside, arranged, kind))
            if last == sentence.last and reading.words.low[last : last + 1] == ["?"]:
                fact = replace(fact, surface=fact.surface + "?", end=reading.words.end[last])
            evidence = fact.evidence | {f"agent:{agents[number]}"} if number in agents else fact.evidence
            facts.append(replace(fact, origin=origin, event=number + len(taken), evidence=evidence))
    return facts


def _hold(reading: Reading, sentence: Sentence, number: int, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a sentence, those together that one fact must tell."""
    tell = partial(_tell, reading, sentence, number, reading.by_sentence[number])
    return hold_leaning(reading, hold_help(reading, pieces, tell), tell)


def _tell(reading: Reading, sentence: Sentence, number: int, indexes: Sequence[int], piece: Piece) -> Fact:
    """Return the fact that a piece is by itself, without an id."""
    first, last, form = piece
    inside = [i for i in indexes if first <= reading.mentions[i].first < last]
    kind, head = classify(reading, sentence, inside, form, first, last)
    return _make(reading, sentence, number, "", kind, head, inside, first, last, form)


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
    if lack.words in ("was", "were"):
        parts[1] = _FORMER.sub(r" (\1)", parts[1])
    return " ".join(piece for piece in (lack.opening, parts[0], lack.words, parts[1]) if piece)


def _tell_help(
    reading: Reading, sentence: Sentence, fact: Fact, first: int, last: int, inside: Sequence[int], head: int | None
) -> list[Part] | None:
    """Return the help that a piece tells of as a sentence about the patient; None where it may be anybody's."""
    if fact.kind not in ("assist", "finding") or fact.polarity != "affirmed" or sentence.heading == "plan":
        return None
    return tell_help(reading, first, last, inside, head) if is_alone(reading, sentence, inside) else None


def _tell_sides(reading: Reading, sentence: Sentence, fact: Fact, first: int, last: int) -> list[Part] | None:
    """Return the values of either side as a sentence, where they were found and are no plan."""
    found = fact.kind in ("finding", "remark") and fact.polarity in ("affirmed", "intact")
    return find_sides(reading, first, last) if found and sentence.heading != "plan" else None


def _tell_unnamed(
    reading: Reading, sentence: Sentence, fact: Fact, first: int, last: int, inside: Sequence[int]
) -> list[Part] | None:
    """Return what opens a note, or what somebody unnamed did in the passive, where it is so and no plan."""
    skipped = fact.kind == "activity" and fact.polarity == "negated"
    told = skipped or fact.kind in ("finding", "remark", "response", "person", "cue", "admin", "assist")
    if not told or sentence.heading == "plan" or fact.polarity not in ("affirmed", "negated"):
        return None
    alone = is_alone(reading, sentence, inside)
    held = [reading.mentions[i] for i in inside]
    occasion = find_occasion(reading, sentence, first, last, held, alone=alone)
    own = fact.kind != "admin" and sentence.heading in ("", "objective")
    if occasion or not own:
        return occasion
    helped = alone and fact.kind in ("assist", "remark") and fact.polarity == "affirmed"
    required = find_required(reading, first, last, held) if helped else None
    if required or fact.kind == "assist":
        return required
    exercise = find_exercise(reading, sentence, first, last, held) if fact.kind == "remark" and alone else None
    return exercise or find_undergone(reading, first, last) or find_return(reading, first, last)


def _arranged(reading: Reading, inside: Sequence[int], parts: Sequence[Part], kind: str) -> str:
    """Return "patient required minimal assistance for bra" for the telegraphic fragment."""
    said = [
        part if isinstance(part, str) else _say_part(reading, inside, *part, kind, PHRASE) if part[0] < part[1] else ""
        for part in parts
    ]
    return join_parts(said)


def _say_part(reading: Reading, inside: Sequence[int], begin: int, end: int, kind: str, form: str) -> str:
    held = [i for i in inside if begin <= reading.mentions[i].first and reading.mentions[i].last <= end]
    return say(reading, begin, end, held, kind, form)


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
    if kind in ("diagnosis", "impairment") and words.low[begin] == "diagnosis" and end > begin + 1:
        begin += 1  # "dx hypotonia"
    if kind == "plan" and words.low[begin] == "plan" and end > begin + 1 and names_plan(words.low[begin + 1]):
        begin += 1  # the sentence that tells it says so
    if kind == "education":
        begin += length_of_teaching(words.low, begin, end)
    if kind == "activity" and end > begin + 2:
        begin += length_of_doing(words.low, begin)
    if kind == "cue" and form == PHRASE and end > begin + 1 and words.low[end - 1] in ("used", "utilized"):
        end -= reading.words.low[end - 2] not in _DENIED  # "NMES not used"
    if kind == "function":
        end -= length_of_goal(words.low, begin, end)
    surface = say(reading, begin, end, inside, kind, form) or words.written(begin, end)
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
    is_told = is_undone(reading, first, last) or is_beside_plan(reading, sentence, first, last)
    if kind == "statement" and sentence.heading == "plan" and not is_undone(reading, first, last):
        kind = "statement" if tells_to_come(words.low, first, last) else "plan"
    if sentence.heading == "plan" and kind not in ("plan", "time") and not is_told:
        polarity = "planned"
    elif head is not None:
        polarity = reading.state(head)
    else:
        states = {reading.state(index) for index in inside if mentions[index].sense.kind not in QUANTITIES}
        polarity = states.pop() if len(states) == 1 else "affirmed"
    if polarity == "planned" and sentence.heading != "plan" and form == PHRASE and plans_later(reading, inside, first):
        polarity = "affirmed"
        kind = "remark"
    if (polarity == "planned" or kind == "plan") and kind != "function":
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
        evidence=gather_evidence(reading, inside),
    )


def _takes_back(reading: Reading, sentence: Sentence, indexes: Sequence[int]) -> bool:
    """The writer corrects himself here: the sentence stays whole, or what was taken back would stand by itself.

    So he may where a dash and a "no" set the other side against the one before ("L side worse - no R side worse"), or a
    dash leads on from a "no": "SPT no -- slide board".
    """
    low = reading.words.low
    words = reading.words
    struck = any(
        low[at] == "no" and words.written(at + 1, at + 2) in LONG_DASHES
        for at in range(sentence.first + 1, sentence.last - 1)
    )
    return (
        struck
        or any(reading.mentions[index].sense.kind == "correction" for index in indexes)
        or any(
            OPPOSITE.get(low[at + 1 + (low[at + 1] == ",")]) in low[sentence.first : at]
            and (low[at - 1] in DASHES or low[at + 1] == ",")
            for at in range(sentence.first + 1, sentence.last - 2)
            if low[at] == "no"
        )
    )


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
    if low[first + 1 : first + 2] == ["term"]:
        return first  # "LTG 150 ft": by when is the goal's
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
