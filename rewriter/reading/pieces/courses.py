"""How a symptom or a value went on: that is no deed."""

from rewriter.punctuation import CLAUSE_ENDS
from rewriter.reading.reading import Reading

# What a patient does, and what a value or a symptom does as often.
_BACK = frozenset("returned recovered dropped fell rose climbed came went increased decreased improved".split())
_PASSING = frozenset("cleared settled recovered recov eased improved passed lifted faded subsided resolved".split())
_RECOVERED = frozenset({"recovered", "recov"})
# What comes and goes again; a patient comes back as often, but not "in flexion" or "with turns".
_COMING = frozenset("returned recurred reappeared".split())
_WHILE = frozenset("in with on during when while after upon as by at".split())
_POSED = frozenset({"position", "activity", "task", "impairment", "part", "duration"})
_LIMITS = frozenset({"<", ">", "~", "within", "approximately", "almost", "immediately"})
_FELT = frozenset({"symptom", "vital", "pressure"})
_LEVELS = frozenset("baseline normal".split())
_WITHIN = frozenset("in within after with w/ by on when once quickly fully spontaneously".split())
_ARROWS = frozenset({"->", "\u2192"})
_TRAILING = frozenset({"during", "after", "afterward", "afterwards", "post", "p"})


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
    if low[first] in _RECOVERED and behind < len(low) and low[behind][0].isdecimal():
        return True  # nobody is treated for "recov 1 min"
    said = behind >= len(low) or low[behind] in _WITHIN | CLAUSE_ENDS | _LIMITS or low[behind][0].isdecimal()
    return said and _speaks_of_felt(reading, first - 1)


def tells_end_of_felt(reading: Reading, comma: int) -> bool:
    """Behind the comma it is told how what stands right before it went on: "dizzy x1 sitting up, cleared <1 min"."""
    low = reading.words.low
    if low[comma + 1] not in _PASSING | _COMING or not tells_course(reading, comma + 1):
        return False
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in CLAUSE_ENDS), 0)
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
    if behind >= len(low) or low[behind] in CLAUSE_ENDS:
        return True
    if low[behind] not in _WHILE or behind + 1 >= len(low):
        return low[behind] in _TRAILING
    senses = [reading.mentions[i].sense for i in reading.between(behind, behind + 3)]
    return any(sense.kind in _POSED for sense in senses) and all(sense.kind != "device" for sense in senses)


def _speaks_of_felt(reading: Reading, comma: int) -> bool:
    """What stands before a comma in its sentence tells of something felt or measured."""
    low = reading.words.low
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in CLAUSE_ENDS - {","}), 0)
    return any(reading.mentions[i].sense.kind in _FELT for i in reading.between(begin, comma))


def find_end_of_change(reading: Reading, start: int, arrow: int, last: int) -> int:
    """Return where a chain of arrows ends that leads by a cue to how it was then: "toe catch x4 -> vc up -> x1".

    It is 0 for none. Torn apart, the last figure would be told of the cue.
    """
    low, mentions = reading.words.low, reading.mentions
    end = next((at for at in range(arrow, last) if low[at] in CLAUSE_ENDS or low[at] == ","), last)
    arrows = [at for at in range(arrow, end) if low[at] in _ARROWS]
    if len(arrows) < 2 or not any(mentions[i].sense.kind == "cue" for i in reading.between(arrow, arrows[-1])):
        return 0
    counted = any(mentions[i].sense.kind == "count" for i in reading.between(start, arrow))
    behind = [mentions[i] for i in reading.between(arrows[-1] + 1, end)]
    return end if counted and behind and all(m.sense.kind in ("count", "number") for m in behind) else 0
