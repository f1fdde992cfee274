"""What the therapist said, showed or did by hand, in plain words: "told to look up", "guided the thumb by hand"."""

from collections.abc import Sequence

from rewriter.checks.case import Case, shared_words
from rewriter.checks.deeds import (
    BASE,
    ING,
    MADE,
    MARKS,
    OTHER,
    PASSIVE,
    PATIENT,
    THERAPIST,
    UNSAID,
    Deed,
    find_deeds,
    party_at,
    verb_forms,
)
from rewriter.checks.forms import MOST, find_forms, holds_form, is_denied
from rewriter.persons import TREATED
from rewriter.reading import Reading
from rewriter.rule import Rule

_PASSED_OVER = frozenset("the his her their pt's patient's l r left right both each lateral medial upper lower".split())
_SPOKEN = frozenset({"aloud", "verbally"})
_QUOTES = "\"'\u201c\u2018"
_PLACED = frozenset("on at over under along around across behind against through below above beneath".split())
_MINE = "my"
# What stands before a hand that is only a target.
_TARGET = frozenset("for toward towards touch touched touching met hit hits kicked slapped".split())
_ADVERBS, _OBJECT_REACH, _QUOTE_REACH, _OWNER_BACK, _HAND_REACH = 2, 4, 5, 3, 4


def tells_or_shows(case: Case, rule: Rule) -> bool:
    """Tell whether plain words tell what the therapist said, showed or did by hand."""
    return _says(case, rule) or _shows(case, rule) or _handles(case, rule) or _lays(case, rule)


def is_laid(reading: Reading, laid: Sequence[str], word: int) -> bool:
    """A part of the body that patients' own hands do not rest on comes next: "hand on the sternum"."""
    low = reading.words.low
    while word < len(low) and low[word] in _PASSED_OVER:
        word += 1
    if word < len(low) and low[word].removesuffix("s") in laid:
        return True
    return any(
        reading.mentions[i].sense.kind == "part" and holds_form(reading.mentions[i].sense.label, laid)
        for i in reading.between(word, word + 1)
    )


def _says(case: Case, rule: Rule) -> bool:
    """It was said to the patient: "reminded to shift left", "PT said 'big step'", "called each step aloud"."""
    reading, low = case.text, case.text.words.low
    telling = shared_words(case, rule, "telling")
    bidden = verb_forms(tuple(shared_words(case, rule, "bidden")))
    away = {reading.sentence_at(first) for first, _ in find_forms(reading, shared_words(case, rule, "away"))}
    for deed in find_deeds(reading, telling):
        if reading.sentence_at(deed.word) in away or deed.agent == OTHER or deed.form in (BASE, MADE):
            continue
        at = deed.word + 1
        while at < len(low) and at - deed.word <= _ADVERBS and (low[at] in _SPOKEN or low[at].endswith("ly")):
            at += 1
        spoken = at > deed.word + 1 and not _SPOKEN.isdisjoint(low[deed.word + 1 : at])
        bids = low[at : at + 1] == ["to"] and "base" in bidden.get(_word(low, at + 1), ())
        # "Patient asked to stop" is the patient's wish, "patient told to stop" is not.
        if (spoken and deed.agent != PATIENT) or (bids and not (deed.agent == PATIENT and low[deed.word] == "asked")):
            return True
    for deed in find_deeds(reading, (*shared_words(case, rule, "saying"), *telling)):
        if deed.agent != THERAPIST or reading.sentence_at(deed.word) in away:
            continue
        if "aloud" in low[deed.word : _clause_end(reading, deed.word)] or any(
            word[0] in _QUOTES for word in low[deed.word + 1 : deed.word + _QUOTE_REACH]
        ):
            return True
    return False


def _shows(case: Case, rule: Rule) -> bool:
    """The therapist showed it: "OT showed the pinch first"; not "MRI showed", "patient demonstrated good balance"."""
    reading = case.text
    barred = frozenset(shared_words(case, rule, "not_shown"))
    return any(
        deed.agent == THERAPIST
        and deed.word + 1 < len(reading.words.low)
        and barred.isdisjoint(reading.words.low[deed.word + 1 : deed.word + 3])
        for deed in find_deeds(reading, shared_words(case, rule, "showing"))
    )


def _handles(case: Case, rule: Rule) -> bool:
    """The therapist handled a part of the body: "steered the elbow", "wrist supported from below by OT"."""
    reading = case.text
    alone = shared_words(case, rule, "handling_alone")
    for deed in find_deeds(reading, (*alone, *shared_words(case, rule, "handling"))):
        if deed.agent == THERAPIST and (_has_part(reading, deed.word) or _is_done_to(reading, deed)):
            return True
    return any(
        deed.agent == UNSAID and deed.form not in (PASSIVE, ING) and _has_part(reading, deed.word)
        for deed in find_deeds(reading, alone)
    )


def _has_part(reading: Reading, word: int) -> bool:
    """Its object is the patient, a part of the body or the belt: "steered the L elbow", "tugged the gait belt"."""
    low = reading.words.low
    if _word(low, word + 1) in TREATED:
        return True
    for at in range(word + 1, min(len(low), word + 1 + _OBJECT_REACH)):
        if low[at] in MARKS:
            return False
        if low[at] == "belt" or any(reading.mentions[i].sense.kind == "part" for i in reading.between(at, at + 1)):
            return True
    return False


def _is_done_to(reading: Reading, deed: Deed) -> bool:
    """A part of the body stands before it, as in a passive: "her thumb was brought out", "wrist supported"."""
    first = deed.word - 1 if deed.form == PASSIVE else deed.word
    near = (reading.mentions[i] for i in reading.between(max(0, first - _OBJECT_REACH), first))
    return any(item.sense.kind == "part" and item.last == first for item in near)


def _lays(case: Case, rule: Rule) -> bool:
    """A hand of the therapist's is told, or where the therapist was: "my palm at the ribs", "OT at elbow"."""
    reading, low = case.text, case.text.words.low
    nouns = frozenset(shared_words(case, rule, "hand_nouns"))
    owners = frozenset(shared_words(case, rule, "owners"))
    laid = shared_words(case, rule, "laid")
    for word in [at for at, word in enumerate(low) if word in nouns or word in _PLACED][: 4 * MOST]:
        if is_denied(reading, word, word + 1):
            continue
        if low[word] in nouns:
            first = reading.sentences[reading.sentence_at(word)].first
            back = range(word - 1, max(first, word - _OWNER_BACK) - 1, -1)
            owner = next((at for at in back if low[at] in owners), None)
            # What patients say of their own stands in the note, too: "I can feel my palm".
            if owner is None or (low[owner] == _MINE and _PLACED.isdisjoint(low[word + 1 : word + _HAND_REACH])):
                continue
            if _TARGET.isdisjoint(low[max(first, owner - 2) : owner]):
                return True
        if low[word] in _PLACED and is_laid(reading, laid, word + 1) and _stands_before(reading, word):
            return True
    return False


def _stands_before(reading: Reading, word: int) -> bool:
    """The therapist, or a hand of his, is named right before the word: "PT palm at", "OT at"."""
    low = reading.words.low
    at = word - 2 if low[word - 1 : word] and low[word - 1] in ("hand", "hands", "palm", "fingers") else word - 1
    if at < 0:
        return False
    if party_at(reading, at) == THERAPIST:
        return True
    near = reading.between(max(0, at - 2), at)
    return any(
        reading.mentions[i].last == at + 1 and party_at(reading, reading.mentions[i].first) == THERAPIST for i in near
    )


def _word(low: Sequence[str], at: int) -> str:
    return low[at] if at < len(low) else ""


def _clause_end(reading: Reading, word: int) -> int:
    """Return the end of the clause that the word stands in: a semicolon or the end of its sentence."""
    low, last = reading.words.low, reading.sentences[reading.sentence_at(word)].last
    return next((at for at in range(word, last) if low[at] in (";", "\n")), last)
