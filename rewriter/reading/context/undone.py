"""What a clause of its own says was not done: "taping R patella - pt allergic, not done", "foam EC x3, pt declined".

It speaks of the nearest thing told before it that could have been done.
"""

from rewriter.reading.context.places import Line

_JOINTS = frozenset({",", "-", "\u2013", "\u2014"})
_STOPS = frozenset({";", ":", "->", "\u2192", "|", "but", "then"})
_SUBJECTS = frozenset("patient pt but however she he was were it this that".split())
_NOT = frozenset("done performed attempted tried completed initiated started used given".split())
_UNDONE = frozenset("deferred declined refused skipped omitted withheld cancelled canceled held".split())
# What may follow: a reason or a time. "Held for 10 seconds" and "declined to 3/10" tell something else.
_REASONS = frozenset("due secondary because since today per this until at as by 2/2".split())
_DEEDS = frozenset({"activity", "cue", "treatment", "surface", "task", "function", "education"})
_VALUED = frozenset({"measure", "vital", "ratio", "pressure"})

Span = tuple[int, int]


def find_undone(line: Line) -> list[tuple[Span, int]]:
    """Return the words of each thing that was not done, and where the clause ends that says so."""
    low = line.low
    if _UNDONE.isdisjoint(low[line.first : line.last]) and "not" not in low[line.first : line.last]:
        return []
    found = []
    joints = [at for at in range(line.first + 1, line.last) if low[at] in _JOINTS or low[at] in _STOPS]
    for number, joint in enumerate(joints):
        if low[joint] not in _JOINTS:
            continue
        end = joints[number + 1] if number + 1 < len(joints) else line.last
        if not _says_undone(low, joint + 1, end):
            continue
        begins = [line.first, *(at + 1 for at in joints[:number])]
        for begin in reversed(begins):
            kinds = set(line.kinds_in(begin, joint))
            if begin > line.first and low[begin - 1] in _STOPS and kinds.isdisjoint(_DEEDS):
                break
            if not kinds.isdisjoint(_DEEDS):
                if kinds.isdisjoint(_VALUED):
                    found.append(((begin, joint), end))
                break
    return found


def _says_undone(low: list[str], first: int, last: int) -> bool:
    while first < last and low[first] in _SUBJECTS:
        first += 1
    if low[first : first + 1] == ["not"]:
        first += 1
        if first < last and low[first] == "yet":
            first += 1
        done = first < last and low[first] in _NOT
    else:
        done = first < last and low[first] in _UNDONE
    return done and (first + 1 == last or low[first + 1] in _REASONS)
