"""Deficits that are told, tied to what was done or only beside it: "poor dexterity: pegboard, 25 pegs"."""

from collections.abc import Collection, Set

from rewriter.checks.case import Case, shared_words
from rewriter.checks.forms import find_told
from rewriter.checks.reasons import is_met
from rewriter.english import BE
from rewriter.reading import Reading
from rewriter.reading.context import REPORTED
from rewriter.reading.events import WHY
from rewriter.rule import Rule

_FIGURES = frozenset({"count", "number", "duration", "ratio"})
_OTHERS = frozenset({"caregiver", "aide", "nurse"})
_ENDED = frozenset("stopped held deferred ended terminated limited skipped paused rested declined refused".split())
_FEWER = (["less"], ["fewer"])
_BEFORE, _BEHIND, _LONGEST = 3, 1, 6


def tied(reading: Reading) -> frozenset[int]:
    """Return the deficits that a link ties to what was done."""
    return frozenset(link.target for link in reading.links if reading.mentions[link.target].sense.kind in WHY)


def untied(case: Case, rule: Rule) -> list[int]:
    """Return the deficits told without a link: found in the patient, and no result of the session.

    The code's own kinds of deficit, and of the others those that are not just felt ("pain 2/10", "fatigued after").
    """
    reading = case.text
    groups = set(case.pack.code.get("addresses", ()))
    targets = tied(reading)
    declined = {reading.sentence_of[i] for i, item in enumerate(reading.mentions) if item.sense.kind == "refusal"}
    at = {mention.first for mention in reading.mentions if mention.sense.kind == "symptom"}
    symptoms = {i for i, mention in enumerate(reading.mentions) if mention.first in at}
    treated = {event.sentence for event in reading.events if event.interventions or event.cues}
    felt, lacks = set(shared_words(case, rule, "felt")), set(shared_words(case, rule, "lacks"))
    return [
        index
        for index, mention in enumerate(reading.mentions)
        if mention.sense.kind in WHY
        and index not in targets
        and not reading.bits[index] & ~REPORTED
        and not is_counted(reading, index)
        and reading.words.low[mention.first - 1 : mention.first] not in _FEWER
        and reading.sentence_of[index] not in declined
        and not of_another(reading, index)
        and not _names_diagnosis(reading, index)
        and (index not in symptoms or reading.sentence_of[index] in treated)
        and (
            (mention.sense.kind == "impairment" and (mention.sense.group in groups or mention.sense.id not in felt))
            or (mention.sense.kind == "ability" and _lacks(reading, lacks, index))
        )
    ]


def is_told(case: Case, rule: Rule) -> bool:
    """Tell whether a deficit is told beside what was done, in the words of the vocabulary or in plain ones."""
    shown = bool(untied(case, rule)) or is_seen(case, rule) or _is_cause(case, shared_words(case, rule, "felt"))
    return shown or is_met(case)


def _is_cause(case: Case, felt: Collection[str]) -> bool:
    """A deficit of the code's own kinds is what a help or cue was due to: it was seen, as one told by itself is.

    What some other thing was done for ("to improve balance") is an aim of that alone; what is `felt` ends work.
    """
    reading, groups = case.text, set(case.pack.code.get("addresses", ()))
    return any(
        reading.mentions[link.link].sense.group == "cause"
        and _is_own(reading, link.target, groups)
        and reading.mentions[link.target].sense.id not in felt
        and not _has_ended(reading, link.link)
        and (reading.events[link.event].cues or reading.events[link.event].interventions)
        for link in reading.links
    )


def _is_own(reading: Reading, index: int, groups: Collection[str]) -> bool:
    """A deficit of one of the groups, told of today."""
    sense = reading.mentions[index].sense
    return sense.kind == "impairment" and sense.group in groups and not reading.bits[index] & ~REPORTED


def _has_ended(reading: Reading, link: int) -> bool:
    """Before the word of cause stands that something was stopped or held."""
    first = reading.sentences[reading.sentence_of[link]].first
    return not _ENDED.isdisjoint(reading.words.low[first : reading.mentions[link].first])


def is_seen(case: Case, rule: Rule) -> bool:
    """Tell whether plain words tell what goes wrong with the patient: "cannot tell where her foot is"."""
    reading = case.text
    signs = find_told(reading, shared_words(case, rule, "signs"))
    if any(not _is_read(reading, first) and not _is_of_another(reading, first) for first, _ in signs):
        return True
    felt = set(shared_words(case, rule, "felt"))
    return any(_says_more(reading, last, felt) for _, last in find_told(reading, shared_words(case, rule, "causes")))


def _is_read(reading: Reading, word: int) -> bool:
    """The vocabulary has the word in a deficit, or as what is wanting in an ability: that decides."""
    near = [reading.mentions[i] for i in reading.between(word - _LONGEST, word + _BEFORE + 1)]
    return any(
        (item.sense.kind == "impairment" and item.first <= word < item.last)
        or (item.sense.kind == "ability" and item.first > word)
        for item in near
    )


def _says_more(reading: Reading, word: int, felt: Set[str]) -> bool:
    """What follows a word of cause or aim in its sentence is neither a diagnosis nor just felt."""
    last = reading.sentences[reading.sentence_at(word - 1)].last
    senses = [reading.mentions[i].sense for i in reading.between(word, last)]
    return last - word > 1 and not any(sense.kind == "diagnosis" or sense.id in felt for sense in senses)


def _names_diagnosis(reading: Reading, index: int) -> bool:
    """It is part of a diagnosis' name: "spastic diplegia"."""
    last = reading.mentions[index].last
    return any(reading.mentions[i].sense.kind == "diagnosis" for i in reading.between(last, last + 1))


def _lacks(reading: Reading, lacks: Set[str], index: int) -> bool:
    """A word of lack stands beside the ability: "poor dexterity", "midline loss"; not "assistance was reduced"."""
    mention = reading.mentions[index]
    low = reading.words.low
    sentence = reading.sentences[reading.sentence_of[index]]
    before = low[max(sentence.first, mention.first - _BEFORE) : mention.first]
    behind = low[mention.last : min(sentence.last, mention.last + _BEHIND + 1)]
    near = reading.between(max(sentence.first, mention.first - _BEFORE), mention.first)
    if any(reading.mentions[i].sense.kind == "deficit" for i in near) or any(word in lacks for word in before):
        return True
    after = reading.between(mention.last, min(sentence.last, mention.last + _BEHIND + 2))
    return any(word in lacks for word in behind) or any(
        reading.mentions[i].sense.kind == "deficit" and low[reading.mentions[i].first - 1] not in BE for i in after
    )


def is_counted(reading: Reading, index: int) -> bool:
    """A figure touches what was seen: "loss of balance x2", "freezing 5 -> 2"."""
    mention = reading.mentions[index]
    return any(
        other.sense.kind in _FIGURES and (0 <= other.first - mention.last <= 1 or other.last == mention.first)
        for other in reading.mentions[max(0, index - 3) : index + 4]
        if reading.sentence_of[index] == reading.sentence_at(other.first)
    )


def was_seen(reading: Reading, index: int) -> bool:
    """The fault showed: counted, told by a verb, or with more words; not just named beside the work."""
    mention = reading.mentions[index]
    near = reading.between(mention.first, mention.last)
    if is_counted(reading, index) or any(reading.mentions[i].sense.kind == "verb" for i in near):
        return True
    number = reading.sentence_of[index]
    sentence, low = reading.sentences[number], reading.words.low
    beside = low[max(sentence.first, mention.first - 1) : mention.first] + low[mention.last : mention.last + 1]
    if any(word[0].isalnum() for word in beside):
        return True
    return not any(event.sentence == number and (event.interventions or event.cues) for event in reading.events)


def of_another(reading: Reading, index: int) -> bool:
    """Somebody else has it: "husband has Alzheimer's disease"."""
    return _is_of_another(reading, reading.mentions[index].first)


def _is_of_another(reading: Reading, word: int) -> bool:
    sentence = reading.sentences[reading.sentence_at(word)]
    near = (reading.mentions[i].sense for i in reading.between(sentence.first, word))
    persons = [sense.group for sense in near if sense.kind == "person"]
    return bool(persons) and persons[-1] in _OTHERS
