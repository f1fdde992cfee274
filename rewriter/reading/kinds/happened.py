"""What happened while treating: a deficit that came so many times, or a loss of balance, is no reason for treatment."""

from collections.abc import Sequence

from rewriter.reading.pieces.courses import came_with_treatment, is_felt, tells_fall
from rewriter.reading.reading import Reading

# They come and are over; the deficit behind them is another.
_EPISODES = frozenset(
    {"loss_of_balance", "near_loss_of_balance", "stumble", "near_fall", "fall", "falls", "buckling", "tripping"}
)
# Signs of a condition, however often one of them was seen.
_SIGNS = ("freezing", "festinat", "scissor", "hyperext", "knee_hyperext", "clonus", "tremor")
_BETWEEN = frozenset({"side", "part", "impairment", "direction"})
_OFTEN = frozenset("frequent recurrent recurring repeated multiple chronic history".split())
_WAYS = frozenset("posterior posteriorly anterior lateral laterally back backward backwards forward to the".split())
LIMITS = frozenset({"limits", "limiting", "limited", "affects", "affecting", "prevents", "preventing", "due"})
_MOST_COUNTED = 2  # figures


def is_meant(reading: Reading, mentions: Sequence[int], index: int) -> bool:
    """The cue was given for it: "tactile cues at hip for impaired proprioception"."""
    first = reading.mentions[index].first
    sides = (reading.mentions[i] for i in mentions if reading.mentions[i].sense.kind == "side")
    begin = next((side.first for side in sides if side.last == first), first)
    return reading.words.low[begin - 1] == "for"


def is_answer(reading: Reading, mentions: Sequence[int], index: int) -> bool:
    """A symptom that is rated, or told when something had been done, is how the patient answered: "dizzy @ 6 min".

    Where it limits something it is a reason all the same, and so is what the treatment is said to be for.
    """
    at = reading.mentions[index].first
    inside = [reading.mentions[i] for i in mentions]
    words = reading.words.low[inside[0].first : inside[-1].last]
    if not is_felt(reading, mentions, at) or not LIMITS.isdisjoint(words) or is_meant(reading, mentions, index):
        return False
    sentence = reading.sentences[reading.sentence_of[index]]
    if came_with_treatment(reading, index, sentence.last) or tells_fall(reading, sentence.first, sentence.last, index):
        return True
    rated = any(other.sense.kind == "ratio" or other.sense.id == "following" for other in inside)
    done = any(reading.mentions[i].first < at for event in reading.events for i in event.interventions)
    helped = any(reading.mentions[i].sense.kind == "level" and not reading.bits[i] for i in range(index))
    return rated or done or helped


def is_happening(reading: Reading, inside: Sequence[int], index: int) -> bool:
    """Tell whether deficit `index` is told as what happened: "3 LOB lateral", "veers L x2", "LOB w/ head turns".

    What is told before anything was done is what the patient has; so are frequent ones, and signs of a condition:
    "freezing x3".
    """
    low, mention = reading.words.low, reading.mentions[index]
    if mention.sense.id.startswith(_SIGNS) or not _OFTEN.isdisjoint(low[max(0, mention.first - 2) : mention.first]):
        return False
    done = any(reading.mentions[i].first < mention.first for event in reading.events for i in event.interventions)
    return done and (mention.sense.id in _EPISODES or _is_counted(reading, inside, index))


def _is_counted(reading: Reading, inside: Sequence[int], index: int) -> bool:
    low, mention = reading.words.low, reading.mentions[index]
    before = low[mention.first - 1] if mention.first else ""
    if before.isdecimal() and len(before) <= _MOST_COUNTED and low[mention.first - 2 : mention.first - 1] != ["/"]:
        return True
    end = mention.last
    for other in (reading.mentions[i] for i in inside if reading.mentions[i].first >= end):
        while end < other.first and low[end] in _WAYS:
            end += 1
        if other.first > end:
            return False
        if other.sense.kind == "count":
            return other.sense.group == "x"
        if other.sense.kind not in _BETWEEN:
            return False
        end = max(end, other.last)
    return False
