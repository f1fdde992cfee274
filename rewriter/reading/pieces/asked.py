"""What a cue asked for, told on behind a mark: it is the cue's, and nothing that the patient did.

"VC for big steps + not reaching past BOS", "VC for nose over toes, not to pull on rail", "VC to scoot, keep R foot
flat".
"""

from rewriter.reading.pieces.seams import CUE_ENDS
from rewriter.reading.reading import Reading

_LEADS = frozenset({"for", "to"})
_AMOUNTS = frozenset({"count", "level", "frequency", "duration"})
# What is done or given, and not asked for, has one of these.
_OWN = frozenset({"count", "duration", "distance", "level", "load", "cue"})
_FOUND = frozenset({"ratio", "percent", "number", "symptom", "deficit"})
_MARKS = frozenset({",", ".", ";", "\n", "+", "&", "->", "\u2192"})
# Behind a comma only these still ask: other words there may tell what the patient did.
_ASKING = frozenset({"keep", "let", "avoid", "stay", "don't", "dont"})
# Who is told to keep one part so is told of the next as well: "keep arch up, knee over 2nd toe".
_KEEPING = frozenset("keep keeping hold holding bring bringing let leave put putting".split())
_SO = frozenset(
    "up down in out over under behind above back forward forwards toward towards to on off flat straight bent level "
    "relaxed tall still together apart tucked square away low high wide close between at".split()
)
_WILL = frozenset({"will", "to", "plan", "ask", "pt", "patient"})
_ASKS = frozenset("ask asks call check discuss clarify consult message contact send see sees".split())
# More or less of something is asked for.
MORE = frozenset(
    "wider narrower closer longer shorter bigger larger smaller slower faster higher lower taller softer louder "
    "straighter deeper upright equal even less more full better".split()
)
_HEEDED = frozenset({"ability", "function"})
_NOT_HEEDED = frozenset(
    "impairment symptom level person vital measure diagnosis education goal planned historical cue negation".split()
)
_LONGEST_LISTED, _LONGEST_HEEDED, _LONGEST_FORBIDDEN = 4, 3, 8
# What nobody does by itself, and is cued: the end of its name.
_CUED = frozenset(
    "posture placement position positioning sequence sequencing technique safety alignment pacing mechanics swing "
    "strike clearance awareness midline speed timing width length".split()
)
_HEEDED_SO = frozenset(
    "upright tall equal correct proper safe heel toe step stride body weight walker hand foot arm leg trunk".split()
)
# What a cue says to do, in a bare verb.
_ACTS = frozenset("push pull lean look reach tuck scoot turn step bend lift breathe use hold slide roll".split())
_INFINITIVES = (["not", "to"], ["never", "to"])


def asks_on(reading: Reading, start: int, mark: int) -> bool:
    """Tell whether a cue that begins at word `start` asks for what stands behind the mark as well."""
    low = reading.words.low
    matter = _find_matter(reading, start, mark)
    if matter and low[mark] == "," and "for" in low[start:mark] and _is_listed(reading, start, mark):
        return True
    if matter and low[mark] == "," and _is_heeded(reading, mark):
        return True
    if mark + 2 >= len(low) or not matter:
        return False
    if low[mark] == ",":
        asking = low[mark + 1] in _ASKING or low[mark + 1 : mark + 3] in _INFINITIVES
        return asking or _is_kept_too(reading, matter + (low[matter] in _LEADS), mark)
    if low[mark + 1] == "not":
        return True
    if low[matter] not in _LEADS:
        return False  # "VC posture + reaching": the cue may end there
    end = next((at for at in range(mark + 1, len(low)) if low[at] in _MARKS), len(low))
    behind = end + 1 if low[end : end + 1] == [","] else end
    beside = [reading.mentions[i] for i in reading.between(mark + 1, behind + 1)]
    return all(mention.sense.kind not in _OWN for mention in beside)


def asks_about(reading: Reading, start: int, mark: int) -> bool:
    """Who will be asked about what is in doubt is told behind the mark: "?light duty, will ask MD"."""
    low = reading.words.low
    doubted = low[start] == "?" and low[mark] == ","
    return doubted and not _WILL.isdisjoint(low[mark + 1 : mark + 2]) and not _ASKS.isdisjoint(low[mark + 1 : mark + 4])


def _is_kept_too(reading: Reading, matter: int, mark: int) -> bool:
    """Nothing but another part and how it is to be stands behind the comma."""
    low = reading.words.low
    if low[matter] not in _KEEPING:
        return False
    end = next((at for at in range(mark + 1, len(low)) if low[at] in _MARKS), len(low))
    told = [reading.mentions[i] for i in reading.between(mark + 1, end)]
    so = next((at for at in range(mark + 2, end) if low[at] in _SO), 0)
    if not so or any(mention.sense.kind in _OWN | _FOUND for mention in told):
        return False
    return all(m.sense.kind in ("side", "part") for m in told if m.first < so) and told[:1] != []


def _is_listed(reading: Reading, start: int, mark: int) -> bool:
    """Nothing but one more thing to be heeded follows: "cues for heel strike, wider BOS", "for breathing, pacing"."""
    low, mentions = reading.words.low, reading.mentions
    end = next((at for at in range(mark + 1, len(low)) if low[at] in _MARKS), len(low))
    told = low[mark + 1 : end]
    here = [mentions[i].sense for i in reading.between(mark + 1, end)]
    held = {sense.kind for sense in here if sense.group not in ("grading", "cue")}
    if not 0 < len(told) <= _LONGEST_LISTED or not all(map(str.isalpha, told)) or not held.isdisjoint(_NOT_HEEDED):
        return False
    before = {mentions[i].sense.kind for i in reading.between(start, mark)}
    more = len(told) > 1 and told[0] in MORE
    done = len(told) == 1 and told[0].endswith("ing") and "task" not in held and "activity" not in held
    return (more or done or (held <= _HEEDED and len(told) == 1)) and before.isdisjoint(_OWN - {"cue"})


def _is_heeded(reading: Reading, mark: int) -> bool:
    """What is only ever asked for, or forbidden, follows: "VC heel strike, upright posture", "push up not pull"."""
    low = reading.words.low
    end = next((at for at in range(mark + 1, len(low)) if low[at] in _MARKS), len(low))
    told = low[mark + 1 : end]
    here = [reading.mentions[i] for i in reading.between(mark + 1, end)]
    if not told or len(told) > _LONGEST_FORBIDDEN or any(m.sense.kind in _OWN | _FOUND for m in here):
        return False
    forbids = "not" in told[1:-1] and told[0] in _ACTS
    if forbids or len(told) > _LONGEST_HEEDED or told[-1] not in _CUED:
        return forbids
    parts = {at for m in here if m.sense.kind in ("part", "side") for at in range(m.first, m.last)}
    return all(at in parts or low[at] in _HEEDED_SO for at in range(mark + 1, end - 1))


def _find_matter(reading: Reading, start: int, mark: int) -> int:
    """Return where a cue, however many, tells what it was for, 0 if nowhere: "verbal cues 4 times for big steps"."""
    low, mentions = reading.words.low, reading.mentions
    cue = next((mentions[i] for i in reading.between(start, mark) if mentions[i].sense.kind == "cue"), None)
    if cue is None:
        return 0
    before = [mentions[i].sense.kind for i in reading.between(start, cue.first)]
    if not set(before) <= _AMOUNTS or cue.first - start > len(before) + 1:
        return 0
    at = cue.last
    for amount in (mentions[i] for i in reading.between(cue.last, mark)):
        if amount.first == at and amount.sense.kind in _AMOUNTS:
            at = amount.last
    told = low[at] in _LEADS or (low[at].isalpha() and low[at] not in CUE_ENDS)
    return at if told and at + (low[at] in _LEADS) < mark else 0
