"""Whose deed a verb without a subject tells: what the patient may have done as well is not called the therapist's.

"Facilitated weight shift" is a therapist's deed. "Sequenced 4/5 steps", "steadied self", "tracked the ball" may be the
patient's: nothing is said of who did it.
"""

from collections.abc import Sequence

from rewriter.lexicon import Sense
from rewriter.persons import TREATED
from rewriter.punctuation import BREAKS, MARKS
from rewriter.reading.mentions import ALONE, Mention
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.reading import Reading

_ENDS = frozenset({".", ",", ";", "\n", "?", "!", "(", "->", "\u2192", "|"})
_LONGEST = 30
# These are said of a patient who does it.
_OWN = frozenset(
    "self himself herself themselves oneself own independently correctly incorrectly error errors mistake mistakes "
    "accurately accuracy spontaneously".split()
)
_COUNTED = frozenset({"ratio", "percent"})
_SCORED = frozenset({"measure", "vital", "pressure", "symptom"})
# Deeds of patients as often as of therapists.
_OF_BOTH = frozenset(
    "initiate track check identify determine select plan measure sequence catch steady secure brace protect lead "
    "position reposition support stabilize align adjust adapt apply create develop update model show explain pace "
    "direct redirect remind signal correct restore normalize integrate shape refine test interpret differentiate "
    "target handle guide assist advance activate recruit trigger spot steer block scale vary alter implement "
    "establish use utilize".split()
)
# Hands on the patient, or a task made harder or easier: the therapist's.
_BY_HAND = frozenset({"manual", "tactile", "technique", "grading"})
_FITTED = frozenset("adjust adapt apply create select develop update establish implement".split())
_GEAR = frozenset({"device", "equipment", "education"})
# What is used to cue is the therapist's; a cane, a rail or a hand may be the patient's.
_USING = frozenset({"use", "utilize"})
# Hands on these are the therapist's: nobody guides their own hips.
_HOLDING = frozenset("guide support stabilize position reposition steady align steer handle assist".split())
_PROXIMAL = frozenset(
    "hip hips pelvis trunk scapula ribs rib shoulder shoulders knee knees elbow thorax sternum sacrum head".split()
)
# What patients do for themselves; with help told of it, it is theirs.
_SELF_CARE = frozenset(
    "donned doffed dons doffs washed washes brushed brushes combed combs wiped wipes bathed bathes dressed dresses "
    "groomed grooms fed feeds toileted toilets showered showers shaved shaves propelled propels transferred transfers "
    "self-fed self-bathed".split()
)
_PERFORMED = frozenset({"performed", "performs"})
_ABOUT_FALLS = frozenset("prevention risk education recovery screen screening history precautions precaution".split())
_HOUSE = frozenset("home house enter entry entrance apartment apt garage porch building basement".split())
_LOST = frozenset({"loss_of_balance", "buckling", "fall", "falls", "stumble", "near_fall"})
_BARE = frozenset("with needs needed requires required was is now and or then at only all".split())
_NEAR = 6
_TREATED = frozenset({"patient", "therapist"})
# A joint whose neighbour is held still moves by itself: "blocked DIP flexion x10" is the patient's exercise.
_MOTIONS = frozenset({"flexion", "flex", "extension", "ext"})
# The joints of a finger, whose exercises are called so: "blocked dip x10".
_OF_FINGERS = frozenset("dip dips pip pips mcp mp ip interphalangeal metacarpophalangeal digitorum pollicis".split())
# Past forms that tell of a patient, or of tissue, as often as of what was done; and what makes a deed of them.
_STATES = frozenset("guarded braced blocked secured protected steadied positioned supported".split())
# What is done once to show it, and then by the patient.
_SHOWN = frozenset("demonstrated performed completed practiced displayed held lifted carried reached stepped".split())
_STOPS = frozenset({".", "\n"})
_MANNERS = frozenset("throughout slightly mildly still today again somewhat overall initially".split())


def does_now(reading: Reading, at: int) -> bool:
    """What the patient does, or is to do, stands at word `at`: "sits", "stand"."""
    senses = [sense for word in reading.words.low[at : at + 1] for sense in reading.lexicon.get(word, {}).get("", ())]
    return any(s.kind == "verb" and s.group == "patient" and s.label in ("base", "third") for s in senses)


def tells_deed(reading: Reading, first: int) -> bool:
    """Tell whether a verb in the past stands at word `first`, and may tell what the patient did."""
    senses = reading.lexicon.get(reading.words.low[first], {}).get("", ())
    past = any(sense.kind == "verb" and sense.label == "past" and sense.group != "patient" for sense in senses)
    return past and reading.words.low[first] != "supported" and may_be_patients(reading, first)  # "supported stand"


def may_be_patients(reading: Reading, first: int) -> bool:
    """Tell whether the past verb at word `first`, which has no subject, may tell what the patient did."""
    low = reading.words.low
    stop = min(len(low), first + _LONGEST)
    end = next((at for at in range(first, stop) if low[at] in _ENDS), stop)
    told = low[first:end]
    senses = [reading.mentions[i].sense for i in reading.between(first, end)]
    kinds = {sense.kind for sense in senses}
    if not _OWN.isdisjoint(told) or (kinds & _COUNTED and not kinds & _SCORED):
        return True
    lemmas = {sense.id for sense in senses if sense.kind == "verb"} & {
        sense.id for sense in reading.lexicon.get(low[first], {}).get("", ()) if sense.kind == "verb"
    }
    if lemmas.isdisjoint(_OF_BOTH):
        return False
    if "block" in lemmas:
        return not (_MOTIONS | _OF_FINGERS).isdisjoint(told)
    if not _MOTIONS.isdisjoint(told) and any(sense.group == "sets" for sense in senses):
        return True  # "assisted knee flexion 2x10": an exercise may be called so
    if any(sense.kind == "person" and sense.group == "patient" for sense in senses):
        return False
    if not lemmas.isdisjoint(_USING):
        return "cue" not in kinds or low[first + 1] in PREPOSITIONS  # "used w 2 VC": who used it
    if not lemmas.isdisjoint(_HOLDING) and "duration" not in kinds and _holds_trunk(reading, first + 1):
        return False
    if not lemmas.isdisjoint(_FITTED) and kinds & _GEAR:
        return False
    return not any(sense.kind == "cue" and sense.group in _BY_HAND for sense in senses)


def is_shown_first(reading: Reading, first: int) -> bool:
    """Who did it before the patient then did is not told: "demo'd, then pt did R sock", "demo'd pivot, pt then tried".

    It was hardly the patient, who is named as somebody else.
    """
    low = reading.words.low
    if low[first] not in _SHOWN:
        return False
    stop = min(len(low), first + _LONGEST)
    end = next((at for at in range(first, stop) if low[at] in _STOPS), stop)
    persons = [reading.mentions[i] for i in reading.between(first + 1, end)]
    return any(
        m.sense.group == "patient" and (low[m.first - 1] == "then" or low[m.last : m.last + 1] == ["then"])
        for m in persons
        if m.sense.kind == "person"
    )


def find_other_subject(reading: Reading, firsts: list[int], told: list[bool]) -> int | None:
    """Return the number of the piece that somebody else opens and a later verb without a subject goes on with.

    `firsts` are the first words of a sentence's pieces; `told` says which of them open with a patient's verb. In
    "husband learning wrap, needs verbal cues" nobody says that it is the patient who needs them.
    """
    for number, first in enumerate(firsts):
        at = first + (reading.words.low[first] in ("the", "a", "his", "her"))
        senses = reading.lexicon.get(reading.words.low[min(at, len(reading.words.low) - 1)], {}).get("", ())
        groups = {sense.group for sense in senses if sense.kind == "person"}
        if groups and groups.isdisjoint(_TREATED) and any(told[number + 1 :]):
            return number
    return None


def _holds_trunk(reading: Reading, at: int) -> bool:
    """A part near the trunk follows at once, or behind its side."""
    low = reading.words.low
    at += any(reading.mentions[i].sense.kind == "side" for i in reading.between(at, at + 1))
    return low[at : at + 1] != [] and low[at] in _PROXIMAL


def is_state(word: str, following: list[str]) -> bool:
    """Who did it, or what was so, is not told: "guarded", "braced at end range"; "blocked L knee" is a deed.

    Nor are steps that a home has what somebody did: "steps into home 3, no rail".
    """
    if word == "staggered":
        return following[:1] == ["stance"]
    if word == "falls":
        return not _ABOUT_FALLS.isdisjoint(following[:1])
    if word in ("steps", "stairs"):
        return not _HOUSE.isdisjoint(following)
    if word not in _STATES:
        return False
    behind = following[0] if following else "."
    if word == "guarded":
        return behind not in TREATED
    return not behind[0].isalpha() or behind in PREPOSITIONS or behind in _MANNERS


def lacks_patient(reading: Reading, first: int, last: int) -> bool:
    """Who was caught is left out behind a loss of balance: "LOB x1, PT caught"; it may be a ball elsewhere."""
    low = reading.words.low
    if last - first not in (2, 3) or low[last - 1] not in ("caught", "steadied") or low[last - 2] != "therapist":
        return False
    begin = max(0, first - _LONGEST)
    here = next((at + 1 for at in range(first - 1, begin - 1, -1) if low[at] in BREAKS), begin)
    return any(reading.mentions[i].sense.id in _LOST for i in reading.between(here, first))


def is_helped_deed(reading: Reading, first: int) -> bool:
    """A deed of self-care at word `first` with the help it took: "donned glove min A", "dons AFO SBA"; not a noun.

    Whoever else is named beside it may have done it.
    """
    low = reading.words.low
    if low[first] not in _SELF_CARE:
        return False
    stop = min(len(low), first + _LONGEST)
    end = next((at for at in range(first, stop) if low[at] in MARKS), stop)
    told = [reading.mentions[i] for i in reading.between(first, end)]
    levels = [mention.first for mention in told if mention.sense.kind == "level"]
    if not levels or levels[0] < first + 1 or any(mention.sense.kind == "person" for mention in told):
        return False
    counted = low[first] in ("transfers", "toilets") or low[first + 1][0].isdecimal() or low[first + 1] == "x"
    return not counted and all(mention.sense.kind not in ("goal", "negation", "planned") for mention in told)


def takes_help(reading: Reading, first: int, at: int, here: Sequence[Mention]) -> bool:
    """A level of help at word `at` stands bare behind a deed of the patient's: "patient donned shirt min A"."""
    low = reading.words.low
    counted = any(reading.mentions[i].sense.kind == "count" for i in reading.between(at - 2, at))
    if at == first or not (low[at - 1].isalpha() or counted) or low[at - 1] in PREPOSITIONS or low[at - 1] in _BARE:
        return False
    if not any(mention.sense.kind == "level" and mention.sense.group not in ALONE for mention in here):
        return False
    for number in range(at - 1, max(first, at - _NEAR) - 1, -1):
        if low[number] in MARKS:
            return False
        senses = [reading.mentions[i].sense for i in reading.between(number, number + 1)]
        own = any(sense.kind == "verb" and sense.group == "patient" for sense in senses)
        if own or low[number] in _SELF_CARE | _PERFORMED:
            return True
    return False


def moves_own_part(reading: Reading, first: int, senses: Sequence[Sense]) -> bool:
    """What one does with a part of one's own body: "lifts head to 45 degrees"; "lifts x10" are an exercise."""
    third = any(sense.kind == "verb" and sense.label == "third" for sense in senses)
    behind = first + 1 + any(reading.mentions[i].sense.kind == "side" for i in reading.between(first + 1, first + 2))
    return third and any(reading.mentions[i].sense.kind == "part" for i in reading.between(behind, behind + 1))
