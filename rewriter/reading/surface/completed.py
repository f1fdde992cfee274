"""The verb that shorthand leaves out: "skin intact" is "skin was intact", "no edema" is "there was no edema".

Only words that claim nothing are put in, and only where the piece can be read in one way: its subject stands before the
predicate, or is the patient because nobody else is named. What is a plan, a wish or a doubt stays as written.
"""

from collections.abc import Sequence

from rewriter.reading.mentions import Mention
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.surface.predicates import (
    BEHIND,
    FELT,
    FOUND,
    MANNERS,
    MARKS,
    Lack,
    ends_predicate,
    find_course,
    find_predicate,
    find_value,
    is_many,
)
from rewriter.reading.surface.stood import find_stood, is_alone
from rewriter.reading.surface.subjects import (
    bids_or_denies,
    did_so,
    follows_others,
    is_own_deed,
    opens_deed,
    tells_itself,
)

__all__ = ["Lack", "find_lack"]

_ABLE = frozenset({"able", "unable"})
_MODAL = frozenset({"cannot", "can't", "could", "couldn't", "can", "may", "might"})
_MAY, _WANTS = frozenset({"may", "might"}), frozenset({"need", "require", "benefit"})
# What a deficit does to a function.
_HINDERS = frozenset("limits limit affects affect prevents prevent impairs impair hinders causes makes".split())
_OF_BREATH = (["out", "of", "breath"], ["short", "of", "breath"])
_SAYING = frozenset(
    "says said reports reported states stated feels felt thinks notes noted admits denies denied".split()
)
_NONE = frozenset(
    "falls fever chills change changes complaints difficulty drainage injury injuries concerns response "
    "issues signs symptoms episodes errors progress tremor contact eye".split()
)
# What is found more or less of.
_DEGREED = frozenset(
    "less more fewer increased decreased improved reduced slight mild moderate severe occasional some minimal "
    "good poor fair better limited delayed".split()
)
_HAPPENED = frozenset(
    "rest rests break breaks error errors miss misses episode episodes reversal reversals pause pauses stop "
    "stops stumble stumbles catches freezes trips drops hesitation hesitations area areas blister blisters".split()
)
_AROUND = frozenset("seated standing sitting brief short long open new small more other further full".split())
_FINDABLE = frozenset({"symptom", "impairment"})
_UNSURE = frozenset({"planned", "goal", "possible", "reported", "correction", "copied", "instruction"})
_HALTS = frozenset({'"', "?", ":", ";", "=", "[", "\n", "<->", "vs", "versus", "goal", "if", "until", "till", "next"})
_UNTIL = frozenset({"until", "till"})
_FINITE = frozenset(
    "is are was were am be been has have had will would can could did does do may might should cannot didn't "
    "couldn't doesn't wasn't isn't weren't don't".split()
)
# What is told under a label of its own where it is no sentence, and what is told by its name.
_LABELLED = frozenset({"remark", "finding", "response", "education", "person"})
_NAMED = frozenset({"impairment", "diagnosis"})
_ASSERTED = frozenset({"affirmed", "negated", "intact"})
# What is diagnosed and can be looked at.
_SEEN = frozenset("wound wounds incision ulcer rash graft flap blister fracture".split())
_NEAR = 3
_PATIENTS = frozenset({"patient", "resident", "client", "child"})


def find_lack(
    reading: Reading, sentence: Sentence, first: int, last: int, inside: Sequence[int], kind: str, polarity: str
) -> Lack | None:
    """Return what words `first:last`, a phrase of this kind, lack to be a sentence; None where that is unsure."""
    low = reading.words.low
    held = [reading.mentions[i] for i in inside]
    undone = kind == "activity" and polarity == "negated"  # "ambulation held"
    if not (kind in _LABELLED | _NAMED | {"admin"} or undone) or not _may_be_told(reading, sentence, first, last, held):
        return None
    if low[first] in _PATIENTS and last > first + 2 and low[first + 1] in _SAYING:
        return Lack(first, "")  # a sentence as it stands
    if low[first] == "history" and polarity == "historical" and last > first + 1:
        return Lack(first, "patient had a")
    if (
        low[first] in _PATIENTS
        and last > first + 1
        and low[first + 1] in FELT
        and ends_predicate(low, first + 1, last, held)
    ):
        return Lack(first + 1, "was")
    alone = sentence.heading != "subjective" and is_alone(reading, sentence, inside)
    if kind in _LABELLED | {"admin"} and polarity in _ASSERTED:
        unshared = alone and not follows_others(reading, sentence)
        standing = find_stood(reading, sentence, first, last, held, alone=unshared)
        if standing or kind == "admin":
            return Lack(*standing) if standing else None
    if alone and _opens_ability(low, first, last):
        return Lack(first, "patient")
    if alone and did_so(reading, sentence, first, last):
        return Lack(first, "patient")
    if kind in _LABELLED and tells_itself(low, first, last, held):
        return Lack(first, "")
    if alone and not follows_others(reading, sentence) and (bidden := bids_or_denies(low, first, last)):
        return Lack(first, bidden)
    if polarity not in _ASSERTED or not _FINITE.isdisjoint(low[first:last]):
        return None
    if undone:
        return find_predicate(reading, first, last, held)
    if alone and _opens_state(low, first, last):
        return Lack(first, "patient was")
    if last == first + 1:
        return None
    if (kind in _LABELLED or low[first] == "no" or low[first].isdecimal()) and _tells_what_there_was(
        low, first, last, held
    ):
        if lack := find_predicate(reading, first, last, held):
            return lack  # "no redness seen"
        many = is_many(low, first + (low[first] == "no"), _end_of_noun(low, first, last))
        return Lack(first, "there were" if many else "there was")
    if kind == "impairment" and alone and is_own_deed(low[first]):
        return Lack(first, "patient")
    if kind == "impairment" and not _HINDERS.isdisjoint(low[first + 1 : last - 1]):
        return Lack(first, "") if _names_hindered(low, first, held) else None
    if kind in _NAMED:
        if course := find_course(low, first, last, held):
            return course
        seen = low[first] in _SEEN or _opens_with_part(first, held)
        lack = find_predicate(reading, first, last, held) if seen else None
        return lack if lack and not FOUND.isdisjoint(low[lack.at : lack.at + 3]) else None
    if alone and opens_deed(reading, sentence, first, last, held):
        return Lack(first, "patient")
    if lack := find_predicate(reading, first, last, held):
        return lack
    return None if is_own_deed(low[first]) else find_value(low, first, last, held)


def _may_be_told(reading: Reading, sentence: Sentence, first: int, last: int, held: Sequence[Mention]) -> bool:
    """What is a plan, a wish, a doubt, a list or somebody's words stays as written."""
    low = reading.words.low
    if sentence.heading == "plan" or not low[first][0].isalnum() or low[last : last + 1] == ["?"]:
        return False
    unsure = _UNSURE
    if low[first] in _MODAL:
        unsure = _UNSURE - {"possible"}
    elif low[first] in _PATIENTS:
        unsure = _UNSURE - {"reported"}
    halts = _HALTS - _UNTIL if low[first] == "not" else _HALTS
    aims = {at for at in range(first + 1, last - 1) if low[at] == "goal" and low[at - 1] == ","}  # "44/56, goal 48"
    return all(mention.sense.kind not in unsure or mention.first in aims for mention in held) and halts.isdisjoint(
        low[at] for at in range(first, last) if at not in aims
    )


def _opens_with_part(first: int, held: Sequence[Mention]) -> bool:
    """A part of the body, with its side, opens the piece: "knees sore on mat"."""
    begin = next((mention.last for mention in held if mention.first == first and mention.sense.kind == "side"), first)
    return any(mention.first == begin and mention.sense.kind == "part" for mention in held)


def _opens_ability(low: Sequence[str], first: int, last: int) -> bool:
    """The piece opens with what the patient can do, or may need; "may trial reacher" is the therapist's plan."""
    if low[first] not in _MODAL or last == first + 1 or not low[first + 1].isalpha():
        return False
    return low[first] not in _MAY or low[first + 1] in _WANTS


def _opens_state(low: Sequence[str], first: int, last: int) -> bool:
    """The piece opens with how the patient felt or what the patient could do: "dizzy x1", "unable to stand"."""
    if list(low[first : first + 3]) in _OF_BREATH and last >= first + 3:
        return True
    if low[first] in _ABLE:
        return low[first + 1 : first + 2] == ["to"]
    begin = first + (low[first] in MANNERS and first + 1 < last)
    if low[begin] not in FELT:
        return False
    behind = begin + 1
    return behind == last or low[behind] in BEHIND or low[behind] == "," or low[behind][0].isdecimal()


def _names_hindered(low: Sequence[str], first: int, held: Sequence[Mention]) -> bool:
    """A deficit is the subject of what it hinders: "decreased trunk control limits reach"."""
    begin = first + (low[first] in MANNERS)
    return any(mention.first == begin and mention.sense.kind in ("deficit", "impairment") for mention in held)


def _tells_what_there_was(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> bool:
    """The piece opens with "no", with how much or how many there was of something found: "no edema", "3 LOB"."""
    if "per" in low[first:last]:
        return False
    counted = low[first].isdecimal()
    if counted and not low[first + 1].isalpha():
        return False
    behind = first + 1
    while behind < last - 1 and low[behind] in _AROUND:
        behind += 1
    if counted and low[behind] in _HAPPENED:
        return True
    if low[first] == "no" and low[first + 1] in _NONE:
        return True
    if low[first] != "no" and not counted and low[first] not in _DEGREED:
        return False
    near = first + 1 if counted else first + _NEAR
    return any(m.sense.kind in _FINDABLE and first <= m.first <= near and m.last > first + 1 for m in held)


def _end_of_noun(low: Sequence[str], first: int, last: int) -> int:
    """Return where a noun ends that words `first:last` open with: "no complaints voiced", "no falls at home"."""
    ends = (at for at in range(first + 2, last) if low[at] in BEHIND or low[at] in MARKS or low[at].endswith("ed"))
    return next(ends, last)
