"""Whether a word opens a piece of its own: a cue, an assistance level, a goal, a dosed activity, an age."""

from collections.abc import Sequence

from rewriter.english import ARTICLES
from rewriter.reading.mentions import ALONE, CUEING_THINGS, DOSES, SENSES, TASKS, Mention
from rewriter.reading.pieces.commas import FORMERLY
from rewriter.reading.pieces.deeds import is_helped_deed
from rewriter.reading.pieces.dosed import ends_figure, ends_in_minutes, is_dosed, kinds_dosed
from rewriter.reading.pieces.headings import ends_record, heads_of
from rewriter.reading.pieces.helped import ends_range, opens_own_row, shares_helped, stands_against, tells_held_part
from rewriter.reading.pieces.prose import GOVERNORS
from rewriter.reading.pieces.seams import leads_level
from rewriter.reading.pieces.stays import opens_setting
from rewriter.reading.reading import Reading
from rewriter.reading.shorthand.ages import ends_age

_OPENERS = frozenset({"cue", "level"})
_BREAKS = frozenset({".", ",", ";", "\n", "?", "!"})
# Who treats is told before whom: "OT PD, R rest tremor".
_TREATING = frozenset({"ot", "pt", "otr", "cota", "pta"})
# How a goal stands: what is before it is the goal's.
_STANDINGS = frozenset(
    "not met unmet partially partly progressing ongoing achieved revised upgraded downgraded continued continues "
    "exceeded nearly almost".split()
)
# They lead to a level, or to what it was for, as a condition, a time or an exception.
_CONDITIONS = frozenset(
    "when once if unless until till til whenever while although though because except but than".split()
)
_COUNTED_AS = frozenset({"as", "toward", "towards", "of", "per", "on"})
_CUED_FOR = frozenset({"part", "side", "function", "equipment", "surface", "position", "device", "ability"})
_BARE_CUES = frozenset({"cue", "cues", "cueing", "cuing"})
_OFTEN = frozenset({"throughout", "prn", "intermittently", "continuously", "x"})
_FELT = frozenset({"vital", "symptom"})
_NEAR = 6
_NEAR_CONDITION = 3
_GOING_ON = frozenset("cont continue continued resume start started begin began".split())
_LONGEST_SERVICE = 4
_ADVERBS = frozenset("still now also just then again really only always and but or who".split())
_WISHES = frozenset("wants hopes wishes would desires prefers wanted hoped".split())
AMOUNTS = frozenset(
    "minimal moderate maximal maximum min mod max occasional frequent intermittent constant continuous consistent "
    "multiple repeated repetitive several few light heavy heavier lighter firm gentle increased decreased fewer less "
    "more many".split()
)
_LEVELS = frozenset({"minimal", "moderate", "maximal", "maximum", "min", "mod", "max"})
# When a cue was given, or that it was.
_MEANTIME = frozenset(
    "still now again then also just today initially overall once twice later sometimes often always throughout "
    "required got gave given had has took was were is are".split()
)
# How a cue looks or sounds.
_QUALITIES = frozenset(
    "vertical horizontal diagonal long short large small big wide narrow bright colored loud soft quiet slow fast "
    "quick steady rhythmic clear simple brief single red blue yellow green orange white black".split()
)
_LEADING = frozenset("with w/ using via by at on to from over of in onto along between".split())
_HEADED = frozenset("activity cue level treatment task function impairment surface measure".split())
# These open a piece whatever stands before them.
GIVEN = frozenset({"verbal", "tactile", "manual", "grading"})
_DETERMINED = frozenset({"a", "the", "no", "not", "her", "his", "my", "this", "that", "each"})


def _is_named_so(reading: Reading, at: int, here: Sequence[int]) -> bool:
    """A word that names nothing else stands between a preposition and a thing that cues: "with flashing metronome"."""
    low = reading.words.low
    if not low[at - 1].isalpha() or at < 2 or low[at - 2] not in _LEADING:
        return False
    if any(reading.mentions[i].sense.group in GIVEN for i in here):
        return False
    return all(reading.mentions[i].last < at for i in reading.between(at - 2, at))


def _leads_value(reading: Reading, at: int) -> bool:
    """What was measured, with its figure, stands right behind a level of help."""
    low = reading.words.low
    behind = max((reading.mentions[i].last for i in reading.between(at, at + 1)), default=at + 1)
    if behind >= len(low) or not low[behind][0].isdecimal():
        return False
    ended = [reading.mentions[i] for i in reading.between(max(0, at - _NEAR), at)]
    count = next((m.first for m in ended if m.last == at and m.sense.kind == "count"), at)
    return any(m.last in (at, count) and m.sense.kind == "level" for m in ended)


def _tells_behind_help(reading: Reading, at: int, here: Sequence[int]) -> bool:
    """What the patient does with it stands right behind a level of help."""
    senses = [reading.mentions[i].sense for i in here]
    does = any(sense.kind == "verb" and sense.group == "patient" and sense.label == "third" for sense in senses)
    return does and any(
        m.last == at and m.sense.kind == "level" for m in map(reading.mentions.__getitem__, reading.between(at - 2, at))
    )


def _ends_cued(reading: Reading, start: int, at: int) -> bool:
    """The bare word "cues" ends a piece that names what they were for, and nothing that was done: "LE over tub cues".

    How often they were given may stand behind it: "posterior pelvic tilt cueing throughout".
    """
    low = reading.words.low
    closed = low[at] in _BARE_CUES and (at + 1 >= len(low) or low[at + 1] in _BREAKS | _OFTEN)
    told = [reading.mentions[i] for i in reading.between(start, at)]
    if any(m.last == at and m.first > start and low[m.first - 1] in _LEADING for m in told):
        return closed  # "90 s with pursed lip breathing cues"
    wanted = _CUED_FOR | ({"impairment", "motion", "activity", "task"} if low[at].endswith("ing") else set())
    return closed and all(m.sense.kind in wanted for m in told)


def _counts_cues(reading: Reading, at: int, start: int) -> bool:
    """A figure behind a cue counts the cues that follow, since no cue is dosed: "journal cue 2 VC"."""
    low = reading.words.low
    if at <= start or not low[at].isdecimal() or low[at - 1].isdecimal():
        return False
    near = [reading.mentions[i] for i in reading.between(at - 3, at + 2)]
    behind = any(mention.first == at + 1 and mention.sense.group in GIVEN for mention in near)
    return behind and any(mention.last == at and mention.sense.kind == "cue" for mention in near)


def is_anothers_wish(reading: Reading, start: int, at: int) -> bool:
    """Somebody else wishes at word `at`: "boss wants note", "insurance wants d/c"; not in "still wants home"."""
    low = reading.words.low
    if low[at] not in _WISHES or at <= start or not low[at - 1].isalpha() or low[at - 1] in _ADVERBS:
        return False
    named = [m for m in map(reading.mentions.__getitem__, reading.between(max(start, at - _NEAR), at)) if m.last == at]
    return all(m.sense.kind in ("admin", "person") and m.sense.group != "patient" for m in named)


def _names_service(reading: Reading, start: int, at: int) -> bool:
    """A note may open with who treats: "OT PD, R rest tremor", "home OT ALS"."""
    low = reading.words.low
    if start > 0 or at > _LONGEST_SERVICE or not _GOING_ON.isdisjoint(low[:at]):
        return False
    therapy = low[at - 1] == "therapy" and low[max(0, at - 2)] in ("occupational", "physical")
    return therapy or low[at - 1] in _TREATING


def _joins_amounts(low: list[str], at: int) -> bool:
    """The two ends of a range: "minimal to moderate verbal cues"."""
    return (
        low[at] in ("to", "-", "/") and low[at - 1] in AMOUNTS and low[at + 1 : at + 2] != [] and low[at + 1] in AMOUNTS
    )


def _leans(reading: Reading, start: int, at: int) -> bool:
    """A word since the last comma takes a level to another time, or makes a condition or an exception of it.

    "Was 30 ft minimal assistance", "stairs when minimal assistance", "level except at doors minimal assistance".
    """
    low = reading.words.low
    begin = next((comma + 1 for comma in range(at - 1, start - 1, -1) if low[comma] == ","), start)
    return not (FORMERLY | _CONDITIONS).isdisjoint(low[begin:at])


def _has_former_figure(reading: Reading, start: int, at: int, here: Sequence[int]) -> bool:
    """Behind the level stands what a score before it was, a bare figure: it tells no former level."""
    low, mentions = reading.words.low, reading.mentions
    end = max((mentions[i].last for i in here if mentions[i].sense.kind == "level"), default=at)
    if low[end : end + 1] != [","] or end + 2 >= len(low) or low[end + 1] not in FORMERLY:
        return False
    figure = low[end + 2].isdecimal() and (end + 3 >= len(low) or low[end + 3] in _BREAKS)
    before = {mentions[i].sense.kind for i in reading.between(start, at)}
    return figure and "ratio" in before and before.isdisjoint({"count", "duration", "distance"})


def _cues_unnamed(reading: Reading, start: int, at: int, here: Sequence[int]) -> bool:
    """So many cues stand behind words that name nothing known, but are not the cue's own: "self-bandage max VC".

    What says when they were given, or that they were needed, is.
    """
    low = reading.words.low
    if low[at] not in _LEVELS or not any(reading.mentions[i].sense.group in GIVEN for i in here):
        return False
    told = low[start:at]
    if not all(word.isalpha() or word == "-" for word in told) or told[-1].endswith(("ly", "ed")):
        return False
    verbs = any(reading.mentions[i].sense.kind == "verb" for i in reading.between(start, at))
    return not verbs and (GOVERNORS | _MEANTIME | AMOUNTS | _QUALITIES).isdisjoint(told)


def opens_piece(reading: Reading, at: int, start: int, indexes: list[int]) -> bool:
    """A cue or an assistance level begins a new piece, unless a word before it governs it."""
    low = reading.words.low
    before = low[at - 1]
    behind = at
    while behind < len(low) and (low[behind] in AMOUNTS | _QUALITIES or (behind > at and _joins_amounts(low, behind))):
        behind += 1
    behind += leads_level(reading, behind) if behind > at else 0
    if _counts_cues(reading, at, start) or opens_setting(reading, start, at):
        return True
    if at - 1 > start and _counts_cues(reading, at - 1, start):
        return False
    here = [i for i in indexes if reading.mentions[i].first == behind]
    if all(reading.mentions[i].sense.kind != "cue" for i in here):
        here = [i for i in indexes if reading.mentions[i].first == at]
    elif (before in AMOUNTS | _QUALITIES and not ends_figure(reading, at)) or _is_named_so(reading, at, here):
        return False  # "moderate verbal cues", "with vertical tape line": what stands before is the cue's
    kinds = {reading.mentions[i].sense.kind for i in here}
    if any(reading.mentions[i].first < at < reading.mentions[i].last for i in reading.between(at - 2, at)):
        return False  # the "min" of "2 min tactile cues" counts minutes
    if low[at].isalnum() and ends_age(low, start, at):
        return True  # "86-year-old female 2 falls in November"
    aged = before == "old" and low[at - 2].startswith(("year", "month", "day"))
    if (aged or _names_service(reading, start, at)) and kinds & {"diagnosis", "impairment", "side"}:
        return True  # "7 years old dyspraxia", "OT PD"
    if ends_record(reading, start, at, kinds, indexes):
        return True  # "97140 15 min | L DRF 8 wk"
    if kinds & _FELT and _leads_value(reading, at):
        return True  # "CGA HR 96", "SBA x5 RPE 12"
    if _tells_behind_help(reading, at, here):
        return True  # "SBA veers R"
    if "cue" in kinds and _ends_cued(reading, start, at):
        return False  # "LE over tub cues"
    if "level" in kinds and (ends_range(reading, at) or stands_against(reading, start, at)):
        return False
    if "level" in kinds and (_leans(reading, start, at) or "goal" in heads_of(reading, start, at, indexes)):
        return False  # "moderate, was 30 ft maximal assistance"; "LTG dressing modified independent"
    if "cue" in kinds and not _CONDITIONS.isdisjoint(low[max(start, at - _NEAR_CONDITION) : at]):
        return False  # "missed left side until mirror cue": the cue ended it
    if "cue" in kinds and before == "then":
        return False  # "hand over hand first then verbal cues only": one came after the other
    if "level" in kinds and _has_former_figure(reading, start, at, here):
        return False  # "buttons 3 of 4 independent, was 1"
    if "level" in kinds and before == "then" and "level" in heads_of(reading, start, at, indexes):
        return False  # "moderate assistance at first then minimal assistance by the end"
    if "level" in kinds and low[start] in ("for", "to") and heads_of(reading, start, at, indexes) & TASKS:
        return False  # "for stairs independent": the level is what it is for
    if "level" in kinds and before != "," and low[start - 1] == "," and opens_own_row(reading, start - 1):
        return False  # "from low chair x2 minimal assistance": the row is told with its help
    if low[start] == "per":
        return False  # "per flow sheet sit to stand independent": the source speaks for all of it
    heads = heads_of(reading, start, at, indexes)
    if before == '"' and "cue" in kinds and low[at] in ("cue", "cues", "cueing"):
        return False  # ""big step" cue": the words are the cue's
    if "goal" in kinds:
        if before == ",":
            return False  # what the comma did not cut: "44/56 today, goal 48"
        named = before in _DETERMINED or any(
            reading.mentions[i].last == at and reading.mentions[i].sense.kind in ("admin", "person") for i in indexes
        )
        if named or is_anothers_wish(reading, start, at):
            return False  # "not a goal yet", "IEP goal", "patient wants home", "team wants SNF"
        if before in _COUNTED_AS:
            return False  # "not counted as goal work"
        if low[at + 1 : at + 2] != [] and low[at + 1] in _STANDINGS and reading.words.gap[at] == " ":
            return False  # "reciprocal stairs goal not met"
        return at + 1 < len(low) and low[at + 1] not in _BREAKS
    if "level" in kinds and "education" in heads:
        return False  # "HEP - add STS with wife SBA": the level is part of what was taught
    if not heads & (_HEADED | kinds_dosed(reading, at)):
        return not heads and _cues_unnamed(reading, start, at, here)
    if "level" in heads and tells_held_part(reading, at, indexes):
        return True
    if before in ARTICLES:
        return False  # "picture cards and a verbal cue"
    governor = low[at - 2] if before.isdecimal() and at - 2 >= start else before  # "with 2 seated rests"
    if governor in GOVERNORS or before[0] in "/(":
        return False
    governed = any(
        reading.mentions[i].last == at
        and reading.mentions[i].sense.kind in ("deficit", "verb", "negation", "link", "part", "side", "cue")
        for i in indexes
    )
    if "level" in kinds and (shares_helped(reading, start, at, indexes) or is_helped_deed(reading, start)):
        return False
    if "cue" in kinds and _is_used_in_dose(reading, start, at, here):
        return False
    if "level" in kinds and _follows_bare_cue(reading, start, at, here):
        return True  # "STS x10 VC min A"
    if (kinds & _OPENERS and not governed) or ("duration" in kinds and ends_in_minutes(reading, here, at, indexes)):
        return True
    led = {
        reading.mentions[i].sense.group
        for i in indexes
        if reading.mentions[i].last == at and reading.mentions[i].sense.kind == "cue"
    }
    # "verbal cues arm swing" is what the cue was about, "verbal cues squats x10" an activity of its own
    return "activity" in kinds and (
        bool(led & {"manual", "tactile"}) or ("verbal" in led and is_dosed(reading, at, here))
    )


def _is_used_in_dose(reading: Reading, start: int, at: int, here: Sequence[int]) -> bool:
    """Between what was done and its dose stands with what: "SLS mirror 3x20 s", "gait metronome 4x40 ft"."""
    before = [reading.mentions[i].sense.kind for i in reading.between(start, at)]
    thing = any(reading.mentions[i].sense.id in CUEING_THINGS for i in here)
    return thing and not TASKS.isdisjoint(before) and DOSES.isdisjoint(before) and is_dosed(reading, at, here)


def _follows_bare_cue(reading: Reading, start: int, at: int, here: Sequence[int]) -> bool:
    """Help stands right behind a cue of which no more is told than its kind, and behind that what was done."""
    low = reading.words.low
    cue = next((m for m in map(reading.mentions.__getitem__, reading.between(start, at)) if _is_bare_cue(m, at)), None)
    if cue is None or any(reading.mentions[i].sense.group in ALONE for i in here):
        return False
    return cue.first == start or (cue.first > start and low[cue.first - 1] not in GOVERNORS)


def _is_bare_cue(mention: Mention, at: int) -> bool:
    return mention.sense.kind == "cue" and mention.last == at and mention.sense.group in SENSES
