"""A reason told without a word of cause: a deficit that changed, that hands met, or beside help or a cue.

Thus "to R mod A x2 (neglect L)", "pusher - corrected w/ mirror", "lateral lean, better w tactile cues",
"min A catches LOB", "freezing at the door 5 -> 2".
"""

from collections.abc import Collection

from rewriter.checks.case import HELPED, Case
from rewriter.reading import Reading
from rewriter.reading.context import REPORTED

_MARKS = frozenset({"-", "(", "->", "=>", "\u2192", "\u2013", "\u2014", ":"})
_STOPS = frozenset({".", ",", ";", "\n", "|"})
_MENDED = frozenset(
    "improves improved improve better corrected corrects correctable correctable fixed fixes less decreased reduced "
    "resolved catches catch caught prevents prevented stops stopped".split()
)
_WITH = frozenset({"with", "w", "w/", "by", "using", "via"})
_CHANGED = frozenset({"->", "=>", "\u2192", "was", "vs", "from", "now", "softer", "better", "less", "improved"})
_SO = frozenset({"so", "->", "=>", "\u2192"})
_GIVEN = frozenset("assist assisted tactile tc vc mirror cue cued cues hand hands blocked guided held verbal".split())
_HANDS = frozenset("blocked blocking caught catching steadied prevented helped helps".split())
_ALONE = frozenset({"self", "not", "no", "never"})
_RIGHTED = (["to", "recover"], ["to", "correct"], ["to", "regain"])
_SHOWN = frozenset({"impairment", "symptom", "ability", "part", "side", "worse", "verb", "deficit"})
_MOST = 32
# How many words stand between a deficit and the help or cue that it is the reason of; and without any mark.
_REACH, _BESIDE = 6, 2


def has_reason(case: Case) -> bool:
    """Tell whether the note gives a deficit of the code's own kinds as a reason, without a word of cause."""
    reading, groups = case.note, set(case.pack.code.get("addresses", ()))
    own = [
        index
        for index, mention in enumerate(reading.mentions)
        if mention.sense.kind == "impairment" and mention.sense.group in groups and not reading.bits[index] & ~REPORTED
    ]
    return is_met(case) or _is_answered(reading) or _is_given(reading, own)


def is_met(case: Case) -> bool:
    """Tell whether hands met a deficit of the code's own kinds: "knee buckled x3, blocked", "LOB, min A to recover"."""
    reading, groups = case.note, set(case.pack.code.get("addresses", ()))
    low = reading.words.low
    for index in reading.having("impairment")[:_MOST]:
        mention, sentence = reading.mentions[index], reading.sentences[reading.sentence_of[index]]
        if mention.sense.group not in groups or reading.bits[index] & ~REPORTED:
            continue
        first, last = max(sentence.first, mention.first - _REACH), min(sentence.last, mention.last + _REACH)
        if any(low[at] in _HANDS and low[at - 1] not in _ALONE for at in range(first, last)):
            return True
        helped = any(reading.mentions[i].sense.kind == "level" for i in reading.between(first, last))
        if helped and any(low[at : at + 2] in _RIGHTED for at in range(first, last)):
            return True
    return False


def _is_given(reading: Reading, own: Collection[int]) -> bool:
    """Tell whether one of the deficits changed, or stands beside help or a cue."""
    return any(_is_changed(reading, index) or _is_marked_off(reading, index) for index in own)


def _is_answered(reading: Reading) -> bool:
    """Tell whether help or a cue answers what showed: "R harder -> assist at pelvis", "shrugging, so tactile R shldr".

    From one amount of help to another there is no reason: "mod A -> min A".
    """
    low = reading.words.low
    for at in [at for at, word in enumerate(low) if word in _SO and at][:_MOST]:
        behind = low[at + 1 : at + 1 + _BESIDE]
        given = {reading.mentions[i].sense.kind for i in reading.between(at + 1, at + 1 + _BESIDE)}
        if _GIVEN.isdisjoint(behind) and not given & {"cue", "level"}:
            continue
        before = low[at - 1] if low[at - 1] != "," else low[max(0, at - 2)]
        near = (reading.mentions[i] for i in reading.between(max(0, at - _REACH), at))
        values = any(item.last >= at - 1 and item.sense.kind not in _SHOWN for item in near)
        if before.isalpha() and not values:
            return True
    return False


def _is_changed(reading: Reading, index: int) -> bool:
    """A word of change or comparison follows it: what came of the treatment shows what it was for."""
    at = reading.mentions[index].last
    last = min(at + _REACH, reading.sentences[reading.sentence_of[index]].last)
    return not _CHANGED.isdisjoint(reading.words.low[at:last])


def _is_marked_off(reading: Reading, index: int) -> bool:
    """Only a mark, or a word of mending, stands between the deficit and help or a cue of its sentence."""
    mention, number = reading.mentions[index], reading.sentence_of[index]
    low = reading.words.low
    for other in (reading.mentions[i] for i in reading.by_sentence[number]):
        if other.sense.kind != "cue" and (other.sense.kind != "level" or other.sense.group not in HELPED):
            continue
        if other.last <= mention.first:
            between = low[other.last : mention.first]
            if len(between) <= _BESIDE and (not between or _STOPS.isdisjoint(between)):
                return True
        else:
            between = low[mention.last : other.first]
            if not _MENDED.isdisjoint(between) and not _WITH.isdisjoint(between):
                return len(between) <= _REACH and "." not in between
        if len(between) <= _REACH and not _MARKS.isdisjoint(between) and _STOPS.isdisjoint(between):
            return True
    return False
