"""How things stood, told without a verb: what was worn, where a limb lay, what was allowed, breathed or scored.

"AFO on" is "ankle foot orthosis was on", "WBAT" is "patient was weight bearing as tolerated".
"""

from collections.abc import Sequence

from rewriter.persons import PATIENTS
from rewriter.reading.mentions import QUANTITIES, Mention
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell
from rewriter.reading.surface.postured import is_posture

WORN = frozenset(
    "orthosis orthoses afo afos brace braces splint splints sling slings helmet binder binders ted teds cast casts "
    "collar c-collar boot boots shoe shoes sock socks glove gloves vest alarm alarms monitor belt immobilizer harness "
    "prosthesis prostheses liner mask goggles patch glasses garment garments sleeve stockings wrap wraps tape oxygen "
    "telemetry lights light music tv opponens shrinker".split()
)
# "Heat bad so vest on" begins with another statement, "no showers until splint off" with a rule.
_JOINS = frozenset("so but because today until till til once when while if unless after before no".split())
# "On at night" and "on when up" are rules, and not how it was.
_HOW_LONG = frozenset({"throughout", "during", "for", "with", "w/", "now", "today", "since"})
_ON_IT = frozenset(
    "pillow pillows wedge counter countertop table tabletop armrest tray lap bolster towel stool rail wall mat chair "
    "bench ottoman footrest footplate trough".split()
)
_AT = frozenset({"on", "in", "at", "over", "under"})
# A limb beside one of these may be where it was to be put.
_TOLD_TO = frozenset({"cue", "education", "instruction", "activity", "task", "level", "treatment", "verb", "function"})
_BEHIND_WEIGHT = frozenset({"on", "through", "in", "per", "with", "w/", "thru", "at"})
_DOMINANT = frozenset({"dominant", "handed"})
_LIMBS = frozenset({"left", "right", "hand", "hands", "arm", "arms", "both"})
_DWELLS = frozenset({"lives", "resides", "works", "stays"})
_DWELT = frozenset({"with", "w/", "alone", "in", "at", "as", "on"})
_ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})
_GRADES = frozenset("abcde")
_LEFT_AT = frozenset("home car school room clinic hospital upstairs downstairs facility work bedside".split())
_THINGS = compile_pattern(f"(?:{any_of('det side sort thing gear place part word')})+")
_VERBAL = frozenset(", ; : - by if when and then but so for".split())
_GRADED = {"level": "level was", "stage": "stage was", "category": "category was", "grade": "grade was"}
_ENDS = frozenset({"(", "on", "at", "in", "today", "per", ",", "with", "w/"})


# What a patient is told, where nobody else is named.
_TOLD = frozenset(
    "reminded educated instructed cautioned encouraged redirected reoriented told advised counseled warned".split()
)
_TOLD_OF = frozenset("on re regarding to about that in not no of against for if when".split())


def find_stood(
    reading: Reading,
    sentence: Sentence,
    first: int,
    last: int,
    held: Sequence[Mention],
    *,
    alone: bool,
    sure: bool,
) -> tuple[int, str, str] | None:
    """Return the word before which words are left out, these, and what is left out before all; else None.

    `alone` says that nobody else is named in the sentence before, `sure` that nobody is named shortly before it either.
    """
    low = reading.words.low
    if alone and (end := _ends_weight(low, first, last, held)):
        leg = "on the" if low[end:last][:1] in (["left"], ["right"]) else ""
        return end, leg, "patient was"
    if alone and _tells_dominance(low, first, last):
        return first, "patient was", ""
    if alone and is_posture(reading, sentence, first, last):
        return first, "patient was", ""
    if alone and (air := _tells_air(low, first, last, held)):
        return first, air, ""
    behind = low[first + 1] if first + 1 < last else ""
    if alone and low[first] in _TOLD and behind in _TOLD_OF:
        return (first, "patient was", "") if sure else None
    if (first, last) == (sentence.label, sentence.last) and low[first] in _DWELLS and behind in _DWELT:
        return first, "patient", ""
    found = (
        _find_worn(reading, first, last, held)
        or _find_placed(reading, sentence, first, last, held)
        or _find_grade(reading, first, last, held)
        or _find_left(low, first, last, held)
        or _find_to_be(reading, first, last)
        or _find_seen(low, first, last)
    )
    return (*found, "") if found else None


def _ends_weight(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> int:
    """Return where it is told how much weight may be borne: "WBAT", "TTWB R LE"; for how long yet is a plan."""
    named = next((m for m in held if m.first == first and m.sense.kind == "admin"), None)
    if named is None or "weight_bearing" not in named.sense.id:
        return 0
    behind = [m for m in held if m.first >= named.last]
    if any(m.sense.kind not in ("side", "part", "person", "device", "equipment") for m in behind):
        return 0
    told = named.last == last or low[named.last] in _BEHIND_WEIGHT | {"left", "right"}
    return named.last if told else 0


def _tells_dominance(low: Sequence[str], first: int, last: int) -> bool:
    return low[last - 1] in _DOMINANT and 1 < last - first < 4 and _LIMBS.issuperset(low[first : last - 1])


def _tells_air(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> str:
    """What the patient breathed, and nothing that was measured on it: "2 L NC", "on RA"."""
    begin = first + (low[first] == "on")
    opened = low[begin : begin + 2]
    wait = begin + (opened[:1] == ["oxygen"])
    flow = low[wait : wait + 1] != [] and low[wait][0].isdecimal() and low[wait + 1 : wait + 2] == ["liters"]
    through = low[wait + 2 : wait + 4] == ["nasal", "cannula"]
    end = begin + 2 if opened == ["room", "air"] else wait + 4 if flow and through else 0
    end = wait + 2 if flow and wait > begin and not end else end  # "oxygen 2 liters"
    measured = any(m.sense.kind in QUANTITIES | {"vital"} and m.first >= end for m in held)
    if not end or (measured and low[end : end + 1] != ["("]):
        return ""
    if end < last and low[end] not in ("(", "throughout", "at", "during", "with", "w/"):
        return ""
    return "patient was" if begin > first else "patient was on"


def _find_worn(reading: Reading, first: int, last: int, held: Sequence[Mention]) -> tuple[int, str] | None:
    """A splint, a garment or an alarm was on or off; "on 2 hours, off 2" is a schedule."""
    low = reading.words.low
    at = next((at for at in range(first + 1, last) if low[at] in ("on", "off")), None)
    if at is None or low[at - 1] not in WORN or (at + 1 < last and low[at + 1] not in _HOW_LONG):
        return None
    # "brace" and "monitor" are verbs too
    named = {m.first for m in held if m.sense.kind in ("device", "equipment")}
    others = [m for m in held if m.sense.kind != "verb" or m.first not in named | {at - 1}]
    if any(m.sense.kind in QUANTITIES | {"verb", "level", "cue"} for m in others) or not _JOINS.isdisjoint(
        low[first:at]
    ):
        return None
    if not all(word[0].isalpha() or word in ("/", "-", "&", "+") for word in low[first:at]):
        return None
    noun = low[at - 1]
    plural = noun in ("teds", "glasses", "goggles") or (noun.endswith("s") and not noun.endswith(("ss", "is", "ens")))
    return at, "were" if plural or "and" in low[first:at] or "&" in low[first:at] else "was"


def _find_placed(
    reading: Reading, sentence: Sentence, first: int, last: int, held: Sequence[Mention]
) -> tuple[int, str] | None:
    """A limb lay on or in something: "L arm on pillow"; beside a cue or what was taught it may be an order."""
    low = reading.words.low
    if any(reading.mentions[i].sense.kind in _TOLD_TO for i in reading.between(sentence.first, last)):
        return None
    if any(m.sense.kind in QUANTITIES for m in held) or last - first > 6 or low[last - 1] not in _ON_IT:
        return None
    end = first
    while (named := next((m for m in held if m.first == end and m.sense.kind in ("side", "part")), None)) is not None:
        end = named.last
    if end == first or end >= last or low[end] not in _AT or low[end - 1] in ("left", "right"):
        return None
    return end, "were" if low[end - 1].endswith("s") else "was"


def _find_grade(reading: Reading, first: int, last: int, held: Sequence[Mention]) -> tuple[int, str] | None:
    """The level or grade of a scale stands right behind its name: "GMFCS II", "H&Y 3", "RASS -1"."""
    low, words = reading.words.low, reading.words
    scale = next((m for m in held if m.first == first and m.sense.kind == "measure"), None)
    if scale is None or scale.last >= last:
        return None
    at = scale.last
    signed = low[at] in ("-", "+") and at + 1 < last and words.gap[at + 1] == "" and low[at + 1].isdecimal()
    value = at + signed
    graded = scale.sense.group in _GRADED
    letter = low[at] in _GRADES and words.shown(at).isupper() and scale.sense.group == "grade"
    roman = low[at] in _ROMAN and words.shown(at).isupper() and graded
    number = low[value].replace(".", "").isdecimal() and (signed or graded)
    if not (letter or roman or number) or (value + 1 < last and low[value + 1] not in _ENDS):
        return None
    told = _GRADED.get(scale.sense.group, "was")
    return at, "was" if told.split()[0] in low[first:at] else told


def _find_left(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> tuple[int, str] | None:
    """What was left somewhere: "AFO left at home", "glasses left in car"; no side stands before a place."""
    end = next((m.last for m in held if m.first == first and m.sense.kind in ("device", "equipment")), last)
    if end >= last or low[end] != "left" or any(m.sense.kind in QUANTITIES | {"verb"} for m in held):
        return None
    behind = low[end + 1 : last]
    if behind[:1] in (["at"], ["in"], ["with"]):
        behind = behind[1:]
    if not behind or behind[0] not in _LEFT_AT or len(behind) > 2:
        return None
    return end, "were" if low[end - 1].endswith("s") and not low[end - 1].endswith(("ss", "is")) else "was"


def _find_to_be(reading: Reading, first: int, last: int) -> tuple[int, str] | None:
    """What is still to be done to a thing: "grab bar to be installed Friday"."""
    low = reading.words.low
    at = next((at for at in range(first + 1, last - 2) if low[at : at + 2] == ["to", "be"]), None)
    if at is None or not low[at + 2].endswith("ed") or not all(word.isalpha() for word in low[first:at]):
        return None
    if not _THINGS.fullmatch(spell(classify_words(reading, first, at))):
        return None
    return at, "are" if low[at - 1].endswith("s") and not low[at - 1].endswith(("ss", "is")) else "is"


def _find_seen(low: Sequence[str], first: int, last: int) -> tuple[int, str] | None:
    """Where or how somebody was seen: "pt seen bedside", "resident seen in gym"."""
    told = low[first] in PATIENTS and low[first + 1 : first + 2] == ["seen"] and last > first + 2
    return (first + 1, "was") if told and _VERBAL.isdisjoint(low[first + 2 : last]) else None
