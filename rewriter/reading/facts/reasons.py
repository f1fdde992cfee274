"""What a fact states that may be the reason for the treatment: a deficit of the code's own groups, as a noun."""

from collections.abc import Mapping, Sequence

from rewriter.lexicon import Node, Sense, longest, nominal
from rewriter.reading.facts.fact import Fact
from rewriter.reading.kinds.happened import LIMITS, is_answer, is_happening, is_meant
from rewriter.reading.kinds.tested import names_test
from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.pieces import PHRASE, SENTENCE
from rewriter.reading.pieces.courses import was_brought_on
from rewriter.reading.reading import Reading
from rewriter.reading.surface import is_name

_HINDERED = frozenset("held stopped declined refused slowed deferred cancelled withheld".split())
_GONE = frozenset("gone resolved cleared ceased abolished normalized".split())
_UNTESTED = frozenset(
    "tested attempted done tried performed assessed given completed cleared addressed treated targeted trained worked "
    "limiting".split()
)
_LESSENED = frozenset(
    "\u2193 dec decreased decreasing reduced reducing lessened lessening less fewer improved improving".split()
)
_RESTS = frozenset({"rest", "rests", "rested", "break", "breaks"})
_KIN = 4  # letters
# Words between "decreased" and the ability: "hip extension strength and trunk control".
_LONGEST_NAME, _LONGEST_PAIR = 3, 6
# How a patient feels for the while.
_STATES = frozenset("tired fatigued tiring tiredness sleepy drowsy winded exhausted".split())
# Pieces of these kinds tell what the patient has.
_HAVING = frozenset({"impairment", "diagnosis"})
_BESIDE = frozenset({"side", "part", "deficit"})
_BECAUSE = frozenset({"for", "because"})
_DAYS = frozenset({"day", "week", "month", "year"})
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def find_reason(reading: Reading, fact: Fact, groups: frozenset[str]) -> str:
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
        if names_test(reading.words.low, mentions[index]) or _describes_unread(reading, index):
            continue
        meant = is_meant(reading, fact.mentions, index)
        if fact.form == PHRASE and not _may_give(reading, fact, index):
            continue
        behind_cue = mentions[index].first > cued and not meant
        if sense.kind == "impairment" and (behind_cue or is_answer(reading, fact.mentions, index)):
            continue
        if sense.kind == "impairment" and not meant and is_happening(reading, fact.mentions, index):
            continue
        if reading.words.low[mentions[index].first] in _STATES and LIMITS.isdisjoint(told):
            continue  # "tired from OT": how he came, and nothing that was treated
        if any(mentions[i].sense.group == "sets" and mentions[i].first > mentions[index].first for i in fact.mentions):
            continue  # "hip hikes 3x10": an exercise
        around = (*reading.words.low[: mentions[index].first][-1:], *reading.words.low[mentions[index].last :][:2])
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


def _may_give(reading: Reading, fact: Fact, index: int) -> bool:
    """A piece that tells a deficit or a diagnosis and nothing else gives a reason; in any other it is said to be one.

    What lasted so many days is how the patient came: "sore 2 days". A piece that opens with what is poor or decreased
    tells a deficit, whatever comes behind.
    """
    mentions = [reading.mentions[i] for i in fact.mentions]
    begin, end = reading.mentions[index].first, reading.mentions[index].last
    if fact.kind == "finding" and all(other.sense.kind not in QUANTITIES for other in mentions):
        return True  # "gait unsteady"
    if mentions[0].sense.kind == "deficit" and reading.words.start[mentions[0].first] == fact.start:
        return reading.mentions[index].sense.kind == "ability"
    if fact.kind in _HAVING:
        return all(other.first != end or other.sense.group not in _DAYS for other in mentions)
    while beside := [other for other in mentions if other.last == begin and other.sense.kind in _BESIDE]:
        begin = beside[0].first
    caused = any(other.last == begin and other.sense.group == "cause" for other in mentions)
    return caused or reading.words.low[begin - 1] in _BECAUSE


def _may_be_done(reading: Reading, fact: Fact, index: int) -> bool:
    """What also names a thing done is no deficit for sure: "lateral leans x10"."""
    at = reading.mentions[index].first
    return any(reading.mentions[i].first == at and reading.mentions[i].sense.kind == "activity" for i in fact.mentions)


def _describes_unread(reading: Reading, index: int) -> bool:
    """An adjective stands before a word that is not read: what is so is not known ("spastic dip cp")."""
    mention, low = reading.mentions[index], reading.words.low
    if not low[mention.last - 1].endswith("ic") or mention.last >= len(low):
        return False
    return low[mention.last].isalpha() and not reading.between(mention.last, mention.last + 1)


def _acts_in(reading: Reading, fact: Fact) -> bool:
    """A running sentence gives a reason only where it tells of something done, or ties the deficit to it."""
    number = reading.sentence_of[fact.mentions[0]]
    return any(event.sentence == number and (event.interventions or event.cues) for event in reading.events)


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
