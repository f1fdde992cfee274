"""Deeds told in plain words, by any verb of a list: who did it, and whether it was done in the session.

The vocabulary names interventions and cues; people also just say what was done: "had him buckle a belt", "OT guided the
thumb by hand". A list of verbs (`"throw threw thrown"`: what is irregular follows) is data of the rule that asks.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from rewriter.checks.forms import MOST, is_denied
from rewriter.english import BE, HAVE
from rewriter.lexicon import inflect
from rewriter.persons import TREATED
from rewriter.punctuation import BREAKS
from rewriter.reading import Reading
from rewriter.reading.context import REPORTED

THERAPIST, PATIENT, OTHER, UNSAID = "therapist", "patient", "other", ""
PAST, ING, BASE, THIRD, PASSIVE, MADE = "past", "ing", "base", "third", "passive", "made"
MARKS = frozenset({".", ";", "\n", ",", ":", "(", ")"})
# Groups of verbs that tell of skilled work whatever they are done to.
SKILLED = frozenset("facilitate inhibit cue guide modify correct progress".split())
_TREATING = frozenset({"therapist", "assistant"})
# Short names that the reading leaves as they are where it has no need to expand them. Patients are read by then.
_SHORT = frozenset({"i", "we", "ot", "pt", "pta", "ota", "cota", "slp", "clinician"})
_PRONOUNS = frozenset({"he", "she", "client", "child"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "this", "each"})  # "a written report" is no deed
_OPENS = frozenset("the a an this while as when before after until and then but that because , ; : - ( .".split())
_ADVERBS = frozenset("not then also again still always only just first gently lightly slowly manually verbally".split())
# Behind these a verb tells of an aim, an ability or a plan, unless the patient was bidden to do it.
_NOT_YET = frozenset("to can could will would may might must should cannot can't couldn't able".split())
_MAKES = frozenset("had made let have having letting making helped helping".split())
_BIDS = frozenset("asked told instructed cued directed prompted had reminded tried attempted began started".split())
# Before these a gerund is what was worked on; elsewhere it tells of an aim, a lack or a habit.
_WORKS = frozenset(
    "practiced practicing practised worked on trained tried trialed began started continued while".split()
)
# A verb inside these is part of what they name.
_NAMES = frozenset("ability admin boilerplate device diagnosis equipment goal impairment measure symptom".split())
_WHO, _WHAT = "who", frozenset({"which", "that"})
# A sentence is hardly longer; what has no full stop is read so far back.
_LONGEST = 120
_BY_REACH, _BACK = 8, 4


class Deed(NamedTuple):
    """A verb of a list, told as a deed of the session: its word, who did it, and the form that it is told in."""

    word: int
    agent: str
    form: str


@lru_cache(maxsize=64)
def verb_forms(verbs: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """Return, by word, the forms (base, third, past, ing) that it may be.

    >>> sorted(verb_forms(("throw threw thrown",))["threw"]), sorted(verb_forms(("put put putting",))["put"])
    (['past'], ['base', 'past'])
    """
    forms: dict[str, set[str]] = {}
    for line in verbs:
        lemma, *irregular = line.split()
        regular = inflect(lemma)
        if any(not word.endswith("ing") for word in irregular):
            del regular[PAST]
        for form, word in regular.items():
            forms.setdefault(word, set()).add(form)
        for word in irregular:
            forms.setdefault(word, set()).add(ING if word.endswith("ing") and word != lemma else PAST)
    return {word: frozenset(kinds) for word, kinds in forms.items()}


def find_deeds(reading: Reading, verbs: Iterable[str]) -> Iterator[Deed]:
    """Find the verbs that tell of something done today: no aim, plan, denial, ability, habit, report or noun."""
    forms = verb_forms(tuple(verbs))
    for word in [at for at, low in enumerate(reading.words.low) if low in forms][:MOST]:
        low = reading.words.low[word]
        if is_denied(reading, word, word + 1) or _is_reported(reading, word):
            continue
        form = _form_of(reading, word, forms[low])
        if form:
            yield Deed(word, PATIENT if form == MADE else agent_of(reading, word), form)


def _is_reported(reading: Reading, word: int) -> bool:
    return any(bit & REPORTED and left <= word < right for left, right, bit in reading.scopes)


def _form_of(reading: Reading, word: int, forms: frozenset[str]) -> str:
    """Return the form that the verb is told in as a deed; nothing where it is none, or the word joins another."""
    low, start = reading.words.low, reading.sentences[reading.sentence_at(word)].first
    if is_part(reading, word):
        return ""
    at = word - 1
    while at > start and low[at] in _ADVERBS:
        at -= 1
    before = low[at] if at >= start else ""
    if BASE in forms and _is_bidden(reading, at, start):
        return MADE
    if before in _NOT_YET or before in HAVE or (at == word - 1 and before in _ARTICLES):
        return ""
    if PAST in forms:
        return PASSIVE if before in BE else PAST
    opens = before == "" or before in MARKS or before in ("-", "then")
    if ING in forms:
        return ING if opens or before in _WORKS or (before == "and" and low[at - 1].endswith("ing")) else ""
    if BASE in forms:
        return BASE if opens else ""
    return THIRD if before in _PRONOUNS or _ends_patient(reading, at + 1) else ""


def is_part(reading: Reading, word: int) -> bool:
    """Tell whether the word joins another, or is part of a name: "active-assisted", "rolling walker"."""
    if reading.text[reading.words.start[word] - 1 : reading.words.start[word]] == "-":
        return True
    near = (reading.mentions[i] for i in reading.between(max(0, word - _BACK), word + 1))
    return any(item.sense.kind in _NAMES and item.first <= word < item.last for item in near)


def _is_bidden(reading: Reading, at: int, start: int) -> bool:
    """The verb behind the word `at` was bidden: "had him buckle", "asked her to reach"; not by somebody else."""
    low = reading.words.low
    if at < start:
        return False
    if low[at] == "to":
        bids = [i for i in range(max(start, at - _BACK), at) if low[i] in _BIDS]
    elif low[at] in TREATED:
        bids = [i for i in range(max(start, at - _BACK), at) if low[i] in _MAKES]
    else:
        return False
    return bool(bids) and not is_denied(reading, bids[-1], bids[-1] + 1) and agent_of(reading, bids[-1]) != OTHER


def _ends_patient(reading: Reading, word: int) -> bool:
    near = (reading.mentions[i] for i in reading.between(max(0, word - _BACK), word))
    return any(item.sense.kind == "person" and item.sense.group == "patient" and item.last == word for item in near)


def agent_of(reading: Reading, word: int) -> str:
    """Return who does what the verb at `word` tells: whoever is named behind "by", else the subject before it."""
    low = reading.words.low
    sentence = reading.sentences[reading.sentence_at(word)]
    for at in range(word + 1, min(sentence.last - 1, word + _BY_REACH)):
        if low[at] in BREAKS:
            break
        if low[at] == "by":
            named = [party for place in (at + 1, at + 2, at + 3) if (party := party_at(reading, place))]
            if named:
                return named[0]
            if low[at + 1] == "hand":
                return THERAPIST
    at = word - 1
    while at > sentence.first and low[at] in _ADVERBS:
        at -= 1
    if at >= sentence.first and low[at] in BE:
        return UNSAID
    if at >= sentence.first and low[at] in _WHAT:
        return OTHER  # a film, a test or a device did it
    return _subject(reading, sentence.first, word, nearest=low[at] == _WHO)


def _subject(reading: Reading, first: int, word: int, *, nearest: bool) -> str:
    """Return the party that a clause opens with before the word, else (or where asked for) the nearest."""
    low = reading.words.low
    subject = near = UNSAID
    for place in range(max(first, word - _LONGEST), word):
        if low[place] in BREAKS:
            subject = near = UNSAID
        party = party_at(reading, place)
        if party:
            near = party
            if place == first or low[place - 1] in _OPENS:
                subject = party
    return near if nearest else subject or near


def party_at(reading: Reading, word: int) -> str:
    """Return whose name or pronoun begins at the word, if it is one; a student is no therapist."""
    low = reading.words.low
    if word >= len(low):
        return UNSAID
    for index in reading.between(word, word + 1):
        mention = reading.mentions[index]
        if mention.sense.kind == "person" and mention.first == word:
            group = mention.sense.group
            return PATIENT if group == "patient" else THERAPIST if group in _TREATING else OTHER
    if low[word] in _SHORT:
        return THERAPIST
    return PATIENT if low[word] in _PRONOUNS else UNSAID
