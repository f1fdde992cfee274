"""Clinical judgement in a bare list: work held or stopped because of a sign, or a special test with its result.

Thus "held step ups - calf tender", "had to stop ball toss, nauseous", "Homans neg". That the patient declined, was
tired or held a posture for 30 seconds shows none.
"""

from rewriter.reading import Reading
from rewriter.reading.context import HISTORICAL, NEGATED, PLANNED
from rewriter.reading.mentions import BODILY

_STOPPED = frozenset("held stopped deferred halted withheld paused terminated discontinued aborted".split())
_MUST = frozenset({"had", "have", "needed", "did"})
# They stand between what was stopped and the sign; a "so" stands between the sign and what was stopped.
_MARKS = frozenset(", - ( : ; due secondary because as since for with w w/ when at \u2013 \u2014 given after".split())
_SO = frozenset({"so", "->", "\u2192"})
_SIGNS = frozenset(
    "sharp tender painful swollen swelling warmth warm redness catching clicking popping pinching sore numb tingling "
    "bleeding drainage dehisced pale clammy diaphoretic desat desats desatted desaturated".split()
)
_WEARY = frozenset({"fatigue", "tired", "exhaustion", "muscle_fatigue", "easily_fatigued"})
_HANDS = frozenset({"hand", "hands", "gaze", "breath", "posture", "position"})
_TESTS = frozenset(
    "homans homan finkelstein spurling spurlings lachman lachmans phalen phalens tinel tinels hawkins neer neers slump "
    "thompson hallpike mcmurray mcmurrays faber ober obers empty-can yergason froment allen".split()
)
_RESULTS = frozenset({"+", "-", "(", "neg", "negative", "pos", "positive", "equivocal"})
_REACH, _NEAR = 10, 4
# More than a session has.
_MOST = 32


def shows_judgement(reading: Reading) -> bool:
    """Tell whether work was held or stopped because of a sign, or a special test was done."""
    low = reading.words.low
    stops = [at for at, word in enumerate(low) if word in _STOPPED or (word == "stop" and _had_to(low, at))]
    if any(_is_of_treatment(reading, at) and _has_sign(reading, at) for at in stops[:_MOST]):
        return True
    return any(word in _TESTS and not _RESULTS.isdisjoint(low[at + 1 : at + _NEAR]) for at, word in enumerate(low))


def _had_to(low: list[str], at: int) -> bool:
    return at > 1 and low[at - 1] == "to" and low[at - 2] in _MUST


def _is_of_treatment(reading: Reading, at: int) -> bool:
    """Nobody held a posture or a hand, and it is neither a plan nor what the patient did."""
    low = reading.words.low
    timed = low[at + 1 : at + 2] and low[at + 1][0].isdecimal()
    before = low[at - 1] if at else ""
    if (low[at] == "held" and (timed or before in _HANDS)) or before in ("not", "pt", "patient", "he", "she"):
        return False
    return not reading.is_scoped(PLANNED | HISTORICAL, at, at + 1)


def _has_sign(reading: Reading, at: int) -> bool:
    """A sign stands behind it in its sentence, marked off as its reason, or before it with "so" between."""
    low, sentence = reading.words.low, reading.sentences[reading.sentence_at(at)]
    for sign in _find_signs(reading, max(sentence.first, at - _REACH), min(sentence.last, at + _REACH)):
        if sign > at and not _MARKS.isdisjoint(low[at + 1 : sign]):
            return True
        if sign < at and not _SO.isdisjoint(low[sign:at]):
            return True
    return False


def _find_signs(reading: Reading, first: int, last: int) -> list[int]:
    """Return the words at which a symptom, a deficit or a vital sign is told of today; to be weary is none."""
    signs = [at for at in range(first, last) if reading.words.low[at] in _SIGNS]
    weary = {reading.mentions[i].first for i in reading.between(first, last) if reading.mentions[i].sense.id in _WEARY}
    for index in reading.between(first, last):
        mention = reading.mentions[index]
        if mention.sense.kind in BODILY and mention.first not in weary and not reading.bits[index] & NEGATED:
            signs.append(mention.first)
    return signs
