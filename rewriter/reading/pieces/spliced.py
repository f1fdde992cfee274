"""Where a sentence that is carried whole is several: "half kneel 3 x 30 s, I had hands on pelvis, mod A on L".

A comma parts it where what stands on both sides is told for itself. What leans on the words before it stays with them:
a list, a dose, an opening ("when tired, he leans"), and all behind what somebody reports, wants or is to do.
"""

from collections.abc import Sequence

from rewriter.calendar import WEEKDAYS
from rewriter.reading.mentions import DOSES, QUANTITIES
from rewriter.reading.pieces.prose import is_clause, looks_finite
from rewriter.reading.reading import Reading

_SUBJECTS = frozenset("i we he she they patient therapist".split())
_CLOSE = frozenset("mom mother dad father wife husband spouse daughter son caregiver".split())
_MANNERS = frozenset("then also still just now again mostly only".split())
# A sentence that they open, or that holds them, may go on behind its comma.
_LEANING = frozenset(
    "if when whenever while once because since unless until till although though as after before whether that "
    "lest whereas so than like despite during per which who whose".split()
)
_INTRODUCING = frozenset(
    "in on at with w/ without for from to by during over under upon about given using due secondary initially today "
    "currently overall otherwise however also then first finally yesterday last next this and but or not no".split()
)
# Told by somebody, wished, of another day, or yet to be: what follows may be so too.
_UNSURE = frozenset("reported planned goal possible historical instruction correction copied refusal education".split())
OTHER_TIMES = WEEKDAYS | frozenset(
    "says said say tells told thinks feels felt wants wanted claims knows explained asked yesterday ago last week "
    "weekend weeks month months previously prior earlier home usually always normally sometimes often tonight tomorrow "
    "next will would should may might could can".split()
)
_HAPPENED = frozenset("loss losses lob lobs fall falls pain dizziness symptoms nausea redness".split())
_GIVEN = frozenset({"verbal", "tactile", "manual"})
_TOLD = frozenset({"level", "vital", "measure"})
_TURNS = frozenset("set sets rep reps trial lap round bout rest end halfway midway".split())
_LEAST = 3


def find_splices(reading: Reading, first: int, last: int, indexes: Sequence[int]) -> list[int]:
    """Return the commas at which the running sentence at words `first:last` parts into sentences of their own."""
    low = reading.words.low
    if '"' in low[first:last] or ":" in low[first:last]:
        return []
    commas = _open_commas(low, first, last)
    if not commas:
        return []
    ends = [*commas[1:], last]
    found: list[int] = []
    begin = first
    for comma, end in zip(commas, ends, strict=True):
        if _leans(reading, begin, comma, indexes):
            continue
        if (_opens_sentence(reading, comma + 1, end, indexes) and _stands(reading, begin, comma, indexes)) or (
            _tells_help(reading, comma + 1, last, [*commas, last], indexes)
            and is_clause(reading, begin, comma, list(indexes))
            and _is_of_patient(reading, begin)
        ):
            found.append(comma)
            begin = comma + 1
    return found


def _open_commas(low: Sequence[str], first: int, last: int) -> list[int]:
    """Return the commas that no bracket holds."""
    depth, found = 0, []
    for at in range(first, last):
        depth += (low[at] in ("(", "[")) - (low[at] in (")", "]"))
        if low[at] == "," and depth <= 0:
            found.append(at)
    return found


def _leans(reading: Reading, begin: int, comma: int, indexes: Sequence[int]) -> bool:
    """What is told up to the comma may reach over it, or only leads to what follows."""
    low = reading.words.low
    told = low[begin:comma]
    if len(told) < _LEAST or told[0] in _INTRODUCING or not _LEANING.isdisjoint(told):
        return True
    if not OTHER_TIMES.isdisjoint(told) or low[comma + 1 : comma + 2] == [","]:
        return True
    if any(left < comma < right - 1 for left, right, _ in reading.scopes):
        return True
    return any(reading.mentions[i].sense.kind in _UNSURE for i in indexes if begin <= reading.mentions[i].first < comma)


def _opens_sentence(reading: Reading, at: int, end: int, indexes: Sequence[int]) -> bool:
    """A subject and its verb open what stands behind the comma: "I had hands on pelvis"; not "he says"."""
    low = reading.words.low
    at += low[at : at + 2] == ["the", "therapist"]
    if end - at < _LEAST or low[at] not in _SUBJECTS | _CLOSE:
        return False
    verb = at + 1 + (low[at + 1] in _MANNERS)
    return verb < end and looks_finite(reading, verb, list(indexes)) and low[at + 1] not in ("and", "or", "&", "+")


def _stands(reading: Reading, begin: int, comma: int, indexes: Sequence[int]) -> bool:
    """What is told before is a sentence, or something that opens with its name and has a dose."""
    if is_clause(reading, begin, comma, list(indexes)):
        return True
    here = [reading.mentions[i] for i in indexes if begin <= reading.mentions[i].first < comma]
    named = reading.words.low[begin][0].isalpha() and reading.words.low[begin] not in _TURNS
    return named and any(mention.sense.kind in DOSES and mention.first > begin for mention in here)


def _is_of_patient(reading: Reading, begin: int) -> bool:
    """The clause is the patient's or the therapist's, so that the help told behind it was the patient's."""
    low = reading.words.low
    begin += low[begin : begin + 2] == ["the", "therapist"]
    return low[begin] in _SUBJECTS - {"they"}


def _tells_help(reading: Reading, at: int, last: int, commas: Sequence[int], indexes: Sequence[int]) -> bool:
    """Help, a cue or a value opens what stands behind the comma, and no dose of what stands before comes later."""
    low = reading.words.low
    if at >= last:
        return False
    here = [reading.mentions[i].sense for i in indexes if reading.mentions[i].first == at]
    if low[at] == "no" and not _HAPPENED.isdisjoint(low[at + 1 : at + 2]):
        return True
    if all(sense.kind not in _TOLD and not (sense.kind == "cue" and sense.group in _GIVEN) for sense in here):
        return False
    return not any(
        reading.mentions[i].first == comma + 1 and reading.mentions[i].sense.kind in QUANTITIES
        for i in indexes
        for comma in commas
        if comma >= at
    )
