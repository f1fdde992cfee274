"""Verbal cues told by their words: 'cued "big steps"', "was reminded aloud"; not what others were told."""

from collections.abc import Sequence

from rewriter.fidelity.terms import Terms

_SPEAKING = frozenset(
    "reminded reminder reminders prompted prompt prompts told asked instructed encouraged cue cues cued cueing cuing "
    "said says saying".split()
)
_ALOUD = frozenset({'"', "aloud", "loud", "verbally"})
_REACH = 4
_TREATED = frozenset({"patient", "therapist"})


def is_spoken(one: Terms, index: int, texts: Sequence[Terms]) -> bool:
    """Tell whether a verbal cue of a note is told by its very words, or as said aloud."""
    mention = one.mention[index]
    if mention < 0 or one.reading.mentions[mention].sense.group != "verbal":
        return False
    for terms in texts:
        low = terms.reading.words.low
        for at, word in enumerate(low):
            is_aloud = word in _SPEAKING and not _ALOUD.isdisjoint(low[max(0, at - 1) : at + _REACH])
            if is_aloud and not is_of_others(terms, at):
                return True
    return False


def is_of_others(terms: Terms, at: int) -> bool:
    """Tell whether somebody beside patient and therapist stands close to a word: "the nurse was told of the rash"."""
    near = (terms.reading.mentions[index] for index in terms.reading.between(max(0, at - _REACH), at + _REACH))
    return any(one.sense.kind == "person" and one.sense.group not in _TREATED for one in near)
