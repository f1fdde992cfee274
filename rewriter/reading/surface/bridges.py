"""Small words that belong between two things of a note and claim nothing: "walking with a device", "feeling dizzy"."""

from collections.abc import Sequence, Set

from rewriter.reading.mentions import COLOURS, QUANTITIES, Mention
from rewriter.reading.pieces.seams import CUE_ENDS
from rewriter.reading.reading import Reading

# What says when, how often or why begins anew: "with cane today".
_WHEN = frozenset(
    "today yesterday tomorrow tonight now then again still already daily nightly weekly throughout when while because "
    "so if before after until till since this last today's twice once but however instead too yet otherwise".split()
)
_FELT = frozenset(
    "dizzy lightheaded nauseous nauseated tired fatigued weak unsteady sore stiff woozy foggy anxious faint winded "
    "exhausted sleepy drowsy shaky queasy".split()
)
# What one walks with; bars are walked in, rails held.
_CARRIED = ("walker", "cane", "crutch", "pole", "trainer")
_DONE = frozenset({"activity", "task", "position"})
# What the eyes are open or closed at.
_STOOD = _DONE | {"surface", "measure"}
_EYES = frozenset({"eyes_open", "eyes_closed"})
# What one stands or walks on; "on" belongs before it where nothing that it names follows: not "foam pad transfers".
_UNDERFOOT = ("foam", "airex", "board", "bosu", "disc", "surface", "carpet", "gravel", "grass", "sidewalk", "beam")
_ON_FOOT = frozenset({"balance", "gait"})
_GOES_ON = QUANTITIES | {"vision", "level", "side", "position"}
_GIVEN_FOR = frozenset(
    "activity task function position side part equipment device surface distance count duration".split()
)
_AIDS = frozenset({"device", "part"})
_LONGEST_NAME = 12
_SCORED = frozenset({"duration", "number", "rate"})
# Behind a distance the amount brings its own "with".
_SPANS = frozenset({"count", "duration"})

_BARE_VERBS = frozenset(
    "keep set look find squeeze push lift slow breathe watch say shift hold turn bend straighten tuck widen relax stay "
    "lean stand activate recruit engage correct maintain increase decrease use avoid open close extend flex scoot "
    "compare attend alternate slide lock unlock exhale inhale swallow chew blink bring kick wait pause".split()
)
# Behind a cue of no sense only these are sure to be what somebody is to do: "cue use 50%".
BIDDEN = _BARE_VERBS - frozenset("use set hold turn shift watch stand lean look find push lift kick pause".split()) | {
    "look"
}
# A step or a reach is a thing, but not with one of these behind it.
_THINGS_TOO = frozenset({"step", "reach", "walk", "roll", "point"})
_ON_THE_WAY = frozenset({"into", "up", "over", "out", "in", "onto", "toward"})
# What goes on behind a cue and says nothing of what it was for: when, where and how much, and what became of it.
_TURNS = frozenset(
    "yet still so but today again now then until if because since despite when after before fewer less than most more "
    "down up off over under above below near beside behind between against toward towards along around across past "
    "about into onto out upon without within instead until till alone together apart once twice always often sometimes "
    "occasionally seldom rarely never soon later earlier initially too well almost nearly just quite rather very "
    "due secondary faded fading weaned weaning tapered tapering".split()
)
_SET_UP = frozenset({"setup", "set-up", "set"})
# The back is a part of the body, but not in "back to neutral".
_NONE = frozenset({"nil", "none"})
_WAYS = frozenset({"to", "down", "up", "at", "in", "into"})
# What a cue forbids stands behind a colon, but not: "verbal cues no longer needed".
_FORBIDDING = frozenset({"no", "not", "don't", "dont", "never"})
_NO_MORE = frozenset("longer more further needed required given necessary used provided at".split())
# What is done against a band.
_BANDED = frozenset({"activity", "motion", "ability", "part", "side"})
_LEADS = frozenset({"side", "part", "deficit"})
_CUES = frozenset({"cue", "cues", "cueing"})
_SENSES = frozenset({"verbal", "visual", "auditory", "tactile"})
_SHOWN = frozenset({"visual", "auditory"})
_THINGS = frozenset({"equipment", "device", "surface", "cue", "proper"})
_AMOUNTS = frozenset({"level", "count", "duration", "frequency"})


def link_word(reading: Reading, at: int, inside: Sequence[int], here: Sequence[Mention]) -> str:
    """Return the word between what stands before word `at` of a telegraphic piece and what begins `here`, or ""."""
    low = reading.words.low
    if low[at - 2 : at] == ["complains", "of"] and low[at] in _FELT:
        return "feeling"
    if any(m.sense.id in _EYES for m in here):
        stood = any(reading.mentions[i].last == at and reading.mentions[i].sense.kind in _STOOD for i in inside)
        return "with" if stood else ""  # "foam eyes closed"
    if _is_banded(reading, at, inside):
        return "with"
    ground = next((m for m in here if m.sense.kind == "surface" and m.sense.id.endswith(_UNDERFOOT)), None)
    if ground is not None:
        return "on" if _is_stood_on(reading, ground, inside) else ""
    if any(m.sense.id == "parallel_bars" for m in here):
        held = any(reading.mentions[i].last == at and reading.mentions[i].sense.kind in _DONE for i in inside)
        return "in" if held else ""
    if low[at] == "no" and (unaided := _says_unaided(reading, at, inside)):
        return unaided
    device = next((m for m in here if m.sense.kind == "device" and m.sense.id.endswith(_CARRIED)), None)
    if device is None or (device.last < len(low) and low[device.last] in ("to", ">", "->")):
        return ""
    behind = [reading.mentions[i] for i in inside if reading.mentions[i].last == at]
    if any(m.sense.kind in _SCORED and _is_score(reading, m) for m in behind):
        return "with"  # "TUG 34 s SPC"
    before = [reading.mentions[i] for i in inside if reading.mentions[i].last <= at]
    led = any(_is_walking(m) or m.sense.kind in _SPANS for m in behind)
    return "with" if led and any(map(_is_walking, before)) else ""


def _is_banded(reading: Reading, at: int, inside: Sequence[int]) -> bool:
    """A band stands bare behind an exercise: "rows red TB 2x10", "hip abd YTB", but not "red TB rows"."""
    low = reading.words.low
    band = at + (low[at] in COLOURS)
    if low[band : band + 1] not in (["theraband"], ["theratube"], ["theraputty"]) or not low[at - 1].isalpha():
        return False
    if low[at - 1] in CUE_ENDS | COLOURS | _TURNS or low[at - 1].endswith("ly"):
        return False
    done = [reading.mentions[i] for i in inside if reading.mentions[i].last == at]
    exercise = any(m.sense.kind in _BANDED for m in done) or low[at - 1].endswith("s")
    dosed = [reading.mentions[i].sense.kind for i in inside if reading.mentions[i].first == band + 1]
    return exercise and (ends_phrase(reading, band + 1) or "count" in dosed)


def ends_phrase(reading: Reading, at: int) -> bool:
    """Nothing follows that would make the part a modifier: "at shoulder height" is no shoulder."""
    low = reading.words.low
    return at >= len(low) or not low[at][0].isalpha() or low[at] in CUE_ENDS | _WHEN


def reaches_part(reading: Reading, at: int, inside: Sequence[int]) -> bool:
    """The words from `at` are [side] [part] in the singular, so that "the" may stand before them."""
    for index in inside:
        mention = reading.mentions[index]
        if (
            mention.sense.kind == "part"
            and ends_phrase(reading, mention.last)
            and (
                mention.first == at
                or any(
                    reading.mentions[k].first == at
                    and reading.mentions[k].sense.kind == "side"
                    and reading.mentions[k].last == mention.first
                    for k in inside
                )
            )
        ):
            return True
    return False


def _is_stood_on(reading: Reading, ground: Mention, inside: Sequence[int]) -> bool:
    """A stance or walking stands right before a surface, and nothing right behind it that it would belong to."""
    behind = [reading.mentions[i].sense for i in inside if reading.mentions[i].last == ground.first]
    stands = any(sense.group in _ON_FOOT or sense.kind == "position" for sense in behind)
    at = ground.last
    follows = {reading.mentions[i].sense.kind for i in inside if reading.mentions[i].first == at}
    return stands and (ends_phrase(reading, at) or not follows.isdisjoint(_GOES_ON))


def cue_word(reading: Reading, at: int, inside: Sequence[int], kinds: Set[str]) -> str:
    """Return what belongs between a cue and word `at` behind it, of these kinds: "for", "to", "at", a colon, or ""."""
    low = reading.words.low
    led = {reading.mentions[i].sense.group for i in inside if reading.mentions[i].last == at and _is_cue(reading, i)}
    if low[at - 1] in _CUES and led and led.isdisjoint(_SENSES) and low[at] in BIDDEN and not kinds & _AMOUNTS:
        return "to"  # "cues look up"
    if low[at - 1] not in _CUES or led.isdisjoint(_SENSES) or kinds & (_AMOUNTS | {"historical"}):
        return ""  # "4 verbal cues last week 7"
    begun = {m.sense.group for i in inside if _is_cue(reading, i) and (m := reading.mentions[i]).first == at}
    if begun and begun.isdisjoint(led | {"general", "technique"}) and led.isdisjoint(_SHOWN):
        return "and"  # "VC mirror": both were used
    if low[at] in _FORBIDDING and low[at + 1 : at + 2] != [] and low[at + 1] not in _NO_MORE:
        return ":"
    if low[at] == "back" and low[at + 1 : at + 2] != [] and low[at + 1] in _WAYS:
        return ""
    if low[at] in CUE_ENDS | _TURNS | _NONE or not low[at][0].isalpha() or low[at].endswith("ly"):
        return ""
    if not led.isdisjoint(_SHOWN) and (not kinds or kinds & _THINGS) and low[at] not in _BARE_VERBS:
        return ""  # "visual cue tape strips": what is seen or heard is the cue itself
    moves = low[at] in _THINGS_TOO and low[at + 1 : at + 2] != [] and low[at + 1] in _ON_THE_WAY
    return "at" if "tactile" in led and "part" in kinds else "to" if low[at] in _BARE_VERBS or moves else "for"


def _is_cue(reading: Reading, index: int) -> bool:
    return reading.mentions[index].sense.kind == "cue"


def _says_unaided(reading: Reading, at: int, inside: Sequence[int]) -> str:
    """Behind the value of a test, or so far walked, "no AD" is how it was done."""
    aids = [m for m in map(reading.mentions.__getitem__, reading.between(at + 1, at + 2)) if m.sense.kind in _AIDS]
    if not any(ends_phrase(reading, m.last) for m in aids):
        return ""
    behind = [reading.mentions[i] for i in inside if reading.mentions[i].last == at]
    walked = any(_is_walking(reading.mentions[i]) for i in inside if reading.mentions[i].last <= at)
    told = any((walked and m.sense.kind in _SPANS | {"distance"}) or _is_score(reading, m) for m in behind)
    return "with" if told else ""


def _is_score(reading: Reading, value: Mention) -> bool:
    """A value stands right behind the test that it is of."""
    named = (reading.mentions[i] for i in reading.between(max(0, value.first - _LONGEST_NAME), value.first))
    return any(m.sense.kind == "measure" and m.last == value.first for m in named)


def _is_walking(mention: Mention) -> bool:
    return mention.sense.id in ("walking", "gait", "gait_training", "stairs", "hopping")


def takes_level(reading: Reading, at: int, inside: Sequence[int]) -> bool:
    """A level of help at word `at` stands bare behind what it was given for: "rolling right minimal assistance"."""
    if reading.words.low[at - 1] in ("static", "dynamic", "blocked"):
        return True
    if reading.words.low[at] in _SET_UP and any(reading.mentions[i].sense.kind == "education" for i in inside):
        return False  # "aide shown transfer setup": how it is set up was shown
    return any(reading.mentions[i].last == at and reading.mentions[i].sense.kind in _GIVEN_FOR for i in inside)


def names_reason(reading: Reading, at: int, inside: Sequence[int]) -> bool:
    """The "for" at word `at` names the deficit that something was done for: "step taps x10 for poor foot clearance"."""
    mentions = reading.mentions
    linked = any(mentions[i].first == at and mentions[i].sense.id == "for_" for i in inside)
    behind = [mentions[i].sense.kind for i in inside if mentions[i].first > at and mentions[i].sense.kind not in _LEADS]
    beside = [mentions[i].sense.kind for i in inside if mentions[i].first == at + 1]
    lacks = "deficit" in beside and behind[:1] == ["ability"]
    return linked and at + 1 < len(reading.words.low) and (behind[:1] == ["impairment"] or lacks)
