"""How a symptom or a value went on: what came during treatment and passed again is no reason for it, and no deed."""

from collections.abc import Sequence

from rewriter.reading.reading import Reading

# What a patient does, and what a value or a symptom does as often.
_BACK = frozenset("returned recovered dropped fell rose climbed came went increased decreased improved".split())
_PASSING = frozenset("cleared settled recovered eased improved passed lifted faded subsided resolved".split())
# What comes and goes again; a patient comes back as often, but not "in flexion" or "with turns".
_COMING = frozenset("returned recurred reappeared".split())
_WHILE = frozenset("in with on during when while after upon as by at".split())
_POSED = frozenset({"position", "activity", "task", "impairment", "part", "duration"})
_LIMITS = frozenset({"<", ">", "~", "within", "approximately", "almost", "immediately"})
# What stirs a posture or a movement for the while.
_STIRRED = frozenset({"after", "with", "when"})
_STIRRING = frozenset(
    "excitement excited crying cries tantrum laughing laughter sneezing startle startled scared frightened upset "
    "yawning coughing effort exertion".split()
)
_FELT = frozenset({"symptom", "vital", "pressure"})
_LEVELS = frozenset("baseline normal".split())
_WITHIN = frozenset("in within after with w/ by on when once quickly fully spontaneously".split())
_ENDS = frozenset({",", ";", ".", "\n"})
_ARROWS = frozenset({"->", "\u2192"})
# What the patient or the treatment did because of it.
_ANSWERED = frozenset(
    "sat rested rest resolved cleared subsided settled eased stopped returned resumed recovered passed relieved paused "
    "break gone reclined laid lay".split()
)
_TRAILING = frozenset({"during", "after", "afterward", "afterwards", "post", "p"})
# When it came: "at end", "last rep", "during".
_POINTS = frozenset("end min minute minutes rep reps set round lap".split())
_LATE = frozenset({"last", "1st", "2nd", "3rd", "4th", "5th", "first", "second", "third", "final", "start", "end"})


def tells_course(reading: Reading, first: int) -> bool:
    """A verb at word `first` tells how a value or a symptom went: "returned 94 in 1 min", "cleared 2 min sitting".

    What it speaks of stands before its comma; nobody is said to have done it.
    """
    low = reading.words.low
    behind = first + 1
    if low[first] in _COMING and _comes_again(reading, first):
        return True
    if low[first] in _BACK:
        behind += low[behind : behind + 1] == ["to"]
        return behind < len(low) and (low[behind][0].isdecimal() or low[behind] in _LEVELS)
    if low[first] not in _PASSING or first == 0 or low[first - 1] != ",":
        return False
    said = behind >= len(low) or low[behind] in _WITHIN | _ENDS | _LIMITS or low[behind][0].isdecimal()
    return said and _speaks_of_felt(reading, first - 1)


def tells_end_of_felt(reading: Reading, comma: int) -> bool:
    """Behind the comma it is told how what stands right before it went on: "dizzy x1 sitting up, cleared <1 min"."""
    low = reading.words.low
    if low[comma + 1] not in _PASSING | _COMING or not tells_course(reading, comma + 1):
        return False
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in _ENDS), 0)
    return any(reading.mentions[i].sense.kind == "symptom" for i in reading.between(begin, comma))


def _comes_again(reading: Reading, first: int) -> bool:
    """What was felt before the comma came again: "tingling less during, returned in sitting".

    A place to go to is the patient's: "dizzy, returned to room", "in wheelchair".
    """
    low = reading.words.low
    comma = first - 1 - (low[first - 1] in ("but", "then", "and") if first else 0)
    if comma < 1 or low[comma] != "," or not _speaks_of_felt(reading, comma):
        return False
    behind = first + 1
    if behind >= len(low) or low[behind] in _ENDS:
        return True
    if low[behind] not in _WHILE or behind + 1 >= len(low):
        return low[behind] in _TRAILING
    senses = [reading.mentions[i].sense for i in reading.between(behind, behind + 3)]
    return any(sense.kind in _POSED for sense in senses) and all(sense.kind != "device" for sense in senses)


def _speaks_of_felt(reading: Reading, comma: int) -> bool:
    """What stands before a comma in its sentence tells of something felt or measured."""
    low = reading.words.low
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in _ENDS - {","}), 0)
    return any(reading.mentions[i].sense.kind in _FELT for i in reading.between(begin, comma))


def came_with_treatment(reading: Reading, index: int, last: int) -> bool:
    """What is felt came up while treating: at a moment of it, or the patient rested for it until it went.

    `last` is the first word behind its sentence. "Dizzy @ 6 min -> rest 1 min", "lightheaded at end, cleared 2 min
    sitting", "spasm x2 during"; "dizzy with turns" tells of no moment.
    """
    low, mention = reading.words.low, reading.mentions[index]
    end = next((at for at in range(mention.last, last) if low[at] in _ENDS), last)
    behind = low[mention.last : end]
    if not _ARROWS.isdisjoint(behind) or low[end - 1] in _TRAILING:
        return True
    for at in range(mention.last, end):
        if low[at] in ("at", "@") and at + 1 < end and _is_moment(reading, at + 1, end):
            return True
        if low[at] in _LATE and at + 1 < end and low[at + 1] in _POINTS:
            return True
        if low[at] in _LATE and at + 2 < end and low[at + 1].isdecimal() and low[at + 2] in _POINTS:
            return True
    clauses = (at for at in range(end, last - 1) if low[at] == ",")
    return any(not _ANSWERED.isdisjoint(low[at + 1 : min(at + 3, last)]) for at in clauses)


def _is_moment(reading: Reading, at: int, end: int) -> bool:
    low = reading.words.low
    if low[at] in ("end", "start") and (at + 1 == end or low[at + 1] in ("of", "only")):
        return True
    return any(
        reading.mentions[i].sense.kind == "duration" and reading.mentions[i].first == at
        for i in reading.between(at, at + 1)
    )


def was_brought_on(low: Sequence[str], end: int) -> bool:
    """Behind a deficit that ends before word `end` is told what stirred it: "hand fisted after excitement"."""
    behind = low[end : end + 2]
    return behind[:1] != [] and behind[0] in _STIRRED and not _STIRRING.isdisjoint(behind[1:])


def tells_fall(reading: Reading, first: int, last: int, index: int) -> bool:
    """A blood pressure stands beside what is felt in one sentence: the test, not the treatment, brought it on."""
    low = reading.words.low
    pressures = [i for i in reading.between(first, last) if reading.mentions[i].sense.kind == "pressure"]
    far = range(reading.mentions[index].first - 12, reading.mentions[index].last + 12)
    return any(reading.mentions[i].first in far for i in pressures) and "due" not in low[first:last]


def is_felt(reading: Reading, mentions: Sequence[int], at: int) -> bool:
    """What begins at word `at` is something that the patient feels: a symptom, or a deficit that is a pain."""
    here = (reading.mentions[i].sense for i in mentions if reading.mentions[i].first == at)
    return any(sense.kind == "symptom" or sense.id.endswith("_pain") for sense in here)
