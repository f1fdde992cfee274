"""Commas of a telegraphic sentence behind which the piece before them goes on."""

from collections.abc import Sequence

from rewriter.body import OPPOSITE
from rewriter.calendar import NAMED_DATES
from rewriter.reading.mentions import ALONE, DOSES, QUANTITIES, Mention
from rewriter.reading.pieces.courses import tells_end_of_felt
from rewriter.reading.reading import Reading

PREPOSITIONS = frozenset(
    "on at in with w/ during after before by from when while until despite especially mostly only".split()
)
FORMERLY = frozenset({"was", "were", "previously", "formerly", "prior", "prev"})
_PARTICLES = frozenset("down up out back in off over away forward today again here there".split())
# They tell of what stands before them: "falls x2, both turning in kitchen", "3 errors, all to left".
_OF_THEM = frozenset({"both", "all", "neither"})
# How a goal stands: "150 ft not met, cont".
_STANDINGS = frozenset(
    "cont continue continued continues ongoing met revised upgraded downgraded likely unlikely doubtful realistic "
    "unrealistic attainable close almost nearly behind ahead expired deferred discontinued unchanged unmet".split()
)
_OFTEN = frozenset({"frequency", "count"})
_RATED = frozenset({"ratio", "number", "angle", "percent"})
_BEFOREHAND = frozenset({"pre", "before", "initially", "prior", "start"})
_AFTERWARD = frozenset({"post", "after", "p", "afterward", "afterwards"})
_SCORES = frozenset({"ratio", "percent", "pressure"})
_FIGURES = frozenset({"number", "duration", "distance", "angle"})
_OCCASIONS = frozenset("position treatment historical duration date number ordinal vision device link admin".split())
_LONGEST_OCCASION = 4
_LONGEST_TRIAL = 480  # seconds
# What a limb does by itself.
_WENT = frozenset("clears drags lags hikes drifts drops catches buckles circumducts scuffs".split())
# What is measured, how much it is, and where or when it was so.
_MEASURED = frozenset({"vital", "measure", "symptom"})
_VALUES = frozenset({"number", "ratio", "pressure", "percent", "angle"})
_WHERE = frozenset({"part", "side", "position"})
# What was done when it was so.
_MEANWHILE = frozenset({"activity", "task", "function", "surface", "equipment", "device"})
_DIGITS = frozenset({"toe", "toes", "finger", "fingers", "digit", "digits"})
# So many nobody does of anything: a pulse, or a saturation.
_LEAST_RATE = 50
_WHEN = frozenset(
    "rest resting sit sitting stand standing supine seated lying after before pre post start end now "
    "initially initial prior last while yesterday today then eval baseline first at on during in with w/ "
    "range end-range activity exercise wt/wb".split()
)
OTHER_WAYS = OPPOSITE | {"up": "down", "down": "up", "in": "out", "out": "in", "on": "off", "off": "on"}
OTHER_WAYS |= {"don": "doff", "doff": "don"}
_STOPS = frozenset({".", ";", "\n", ":", "-", "(", ")"})
_LONGEST_VALUE, _FAR = 8, 16
_ENDS = frozenset({",", "-", "\u2192", "->"})


# How long what was seen stayed.
_GONE = frozenset("gone resolved faded fades cleared blanched blanches settled resolves clears".split())
_WITHIN = frozenset({"in", "within", "after", "by", "<", "~", "at", "under"})
# Days and months of another visit.
_DAYS = NAMED_DATES | {"yesterday", "yest"}
_WITH_DAY = _DAYS | {"x", "only", "in", "on", "+", "~", ">", "<"}


def goes_on(reading: Reading, comma: int, last: int, indexes: Sequence[int]) -> bool:
    """What follows a comma belongs to what stands before it: "FOG x3, on R turns only", "UT overactive, cued down".

    The comma is word `comma` of a sentence that ends before word `last` and mentions `indexes`.
    """
    low = reading.words.low
    end = next((at for at in range(comma + 1, last) if low[at] in _ENDS), last)
    if low[comma + 1 : comma + 2] == ['"'] and low[comma - 1] != '"':
        return True  # "cues for eyes up, "reach and open""
    if low[comma + 1 : comma + 2] and (low[comma + 1] in PREPOSITIONS or low[comma + 1] in FORMERLY):
        return True  # "texture 6/10, was 4/10"
    if low[comma + 1 : comma + 2] == ["previous"] and comma + 2 < last and low[comma + 2][0].isdecimal():
        return True  # "19/30, previous 16"
    if comma + 1 < last and tells_end_of_felt(reading, comma):
        return True  # "dizzy x1, cleared in 2 min", "tingling less during, returned in sitting"
    if comma + 2 < last and low[comma + 1] in _GONE and _was_seen(reading, comma):
        return True  # "red spot at heel, gone 10 min"
    if _sets_against(reading, comma, end) or _is_between_times(reading, comma, indexes):
        return True
    if _tells_rating_after(reading, comma, last):
        return True
    if comma + 2 < last and low[comma + 1] in _OF_THEM and _tells_how(low[comma + 2]):
        return True
    if _tells_how_often(reading, comma, last, indexes):
        return True
    if _tells_how_taught(reading, comma, indexes):
        return True
    if end - comma <= 3 and _tells_standing(reading, comma, last, indexes):
        return True
    if (
        low[comma + 1 : comma + 2] in (["left"], ["right"])
        and comma + 2 < last
        and (low[comma + 2][0].isdecimal() or low[comma + 2] in ("x", "~"))
    ):
        return True  # "R arm 4x, L 1x"
    if comma + 2 < last and (_tells_other_side(reading, comma, indexes) or _names_other_place(reading, comma, end)):
        return True
    if _tells_last_time(reading, comma, end):
        return True
    if comma + 2 < last and (_helps_other_way(reading, comma, end) or _repeats_other_side(reading, comma, end)):
        return True
    if _doses_other_side(reading, comma, last) or _tells_value_elsewhere(reading, comma, last):
        return True
    senses = reading.lexicon.get(low[comma + 1], {}).get("", ()) if comma + 1 < last else ()
    return (
        end - comma <= 3
        and any(sense.kind == "verb" and sense.label == "past" for sense in senses)
        and low[end - 1] in _PARTICLES
    )


def _was_seen(reading: Reading, comma: int) -> bool:
    """How long it stayed follows the comma, and before it nothing is told that was done."""
    low = reading.words.low
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in _ENDS or low[at] in ".;:\n"), 0)
    told = {reading.mentions[i].sense.kind for i in reading.between(begin, comma)}
    return told.isdisjoint(_MEANWHILE | {"cue", "duration", "level"}) and (
        low[comma + 2] in _WITHIN or low[comma + 2][0].isdecimal()
    )


def _sets_against(reading: Reading, comma: int, end: int) -> bool:
    """A value of the same kind follows, and when it was so: "7/10 by end, 4/10 at start", "18 s, goal 12".

    Apart from what stands before it, it would say nothing.
    """
    low, mentions = reading.words.low, reading.mentions
    value = next((mentions[i] for i in reading.between(comma + 1, comma + 2) if mentions[i].first == comma + 1), None)
    if low[comma + 1 : comma + 2] == ["goal"] and comma + 3 == end and low[comma + 2][0].isdecimal():
        return any(mentions[i].sense.kind in _SCORES | _FIGURES for i in reading.between(comma - 4, comma))
    if value is None or value.sense.kind not in _SCORES or not value.last < end <= value.last + _LONGEST_OCCASION:
        return False
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in _ENDS or low[at] in ".;:\n"), 0)
    before = [mentions[i].sense.kind for i in reading.between(begin, comma)]
    if value.sense.kind not in before or "count" in before:
        return False
    told = {mentions[i].sense.kind for i in reading.between(value.last, end)}
    return (low[value.last] in _WHEN or "position" in told) and told <= _OCCASIONS


def _tells_other_side(reading: Reading, comma: int, indexes: Sequence[int]) -> bool:
    """The other side and its help, or what it does, stand alone: "rolls L indep, R mod A", "L foot drags, R clears"."""
    low = reading.words.low
    other = {"left": "right", "right": "left"}.get(low[comma + 1])
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in _ENDS | {"."}), 0)
    if other not in low[begin:comma]:
        return False
    at = comma + 2 + (low[comma + 2] in ("with", "w/"))
    before = {reading.mentions[i].sense.kind for i in indexes if begin <= reading.mentions[i].first < comma}
    helped = any(reading.mentions[i].first == at and reading.mentions[i].sense.kind == "level" for i in indexes)
    if helped and "level" in before:
        return low[begin].endswith("s")
    return low[comma - 1].endswith("s") and low[comma + 2].endswith("s") and low[comma + 2] in _WENT


def _tells_last_time(reading: Reading, comma: int, end: int) -> bool:
    """Nothing but the figure of an earlier time stands there: "lost count x2, last wk x5", "8 s EC, 5 s last visit"."""
    low = reading.words.low
    here = [m for m in map(reading.mentions.__getitem__, reading.between(comma + 1, end)) if low[m.first] not in _DAYS]
    kinds = {m.sense.kind for m in here}
    covered = {at for m in here for at in range(m.first, m.last)}
    dated = end - comma > 2 and low[end - 1] in _DAYS and low[comma + 1][0].isdecimal()
    if not (dated or "historical" in kinds) or not kinds & QUANTITIES or not kinds <= QUANTITIES | {"historical"}:
        return False
    if any(at not in covered and low[at] not in _WITH_DAY for at in range(comma + 1, end)):
        return False
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in _ENDS or low[at] in ".;:\n"), 0)
    return any(reading.mentions[i].sense.kind in QUANTITIES for i in reading.between(begin, comma))


def _helps_other_way(reading: Reading, comma: int, end: int) -> bool:
    """Nothing but the other way or side and its help stand there: "ramp up min A, down CGA", "L indep, R min A".

    So it is with the help that came then: "min A first 3, then CGA".
    """
    low, mentions = reading.words.low, reading.mentions
    begin = next((at + 1 for at in range(comma - 1, -1, -1) if low[at] in _ENDS or low[at] in ".;:\n"), 0)
    told = next((mentions[i] for i in reading.between(begin, comma) if mentions[i].sense.kind == "level"), None)
    given = next((mentions[i] for i in reading.between(comma + 2, end) if mentions[i].sense.kind == "level"), None)
    if told is None or given is None:
        return False
    if low[comma + 1] == "then":
        return given.first == comma + 2
    other, named = OTHER_WAYS.get(low[comma + 1]), low[comma + 2 : given.first]
    if other is None or len(named) > 1 or (end > given.last and low[given.last] != "x"):
        return False
    return any(low[at] == other and low[at + 1 : at + 1 + len(named)] == named for at in range(begin, told.first))


def _repeats_other_side(reading: Reading, comma: int, end: int) -> bool:
    """The same is told of the other side, with a dose of its own: "tandem 20 s R lead, 12 s L lead"."""
    low, mentions = reading.words.low, reading.mentions
    dose = next((mentions[i] for i in reading.between(comma + 1, comma + 2) if mentions[i].sense.kind in DOSES), None)
    if dose is None or not dose.last < end or low[dose.last] not in OPPOSITE:
        return False
    length = end - dose.last
    if low[comma - length : comma] != [OPPOSITE[low[dose.last]], *low[dose.last + 1 : end]]:
        return False
    return any(
        mentions[i].last == comma - length and mentions[i].sense.kind == dose.sense.kind
        for i in reading.between(comma - length - _LONGEST_VALUE, comma - length)
    )


def _names_other_place(reading: Reading, comma: int, end: int) -> bool:
    """Nothing but another place of the body stands there: "monofilament absent L great toe, R toes 1-3"."""
    low, mentions = reading.words.low, reading.mentions
    if low[comma + 1] not in ("left", "right", "bilateral"):
        return False
    behind = [mentions[i] for i in reading.between(comma + 1, end)]
    parts = {at for m in behind if m.sense.kind == "part" for at in range(m.first, m.last)}
    parts |= {at for at in range(comma + 1, end) if low[at] in _DIGITS}
    covered = {at for m in behind if m.sense.kind == "side" for at in range(m.first, m.last)} | parts
    numbered = {
        at for m in behind if m.sense.kind == "number" and m.first - 1 in parts for at in range(m.first, m.last)
    }
    if not parts or any(at not in covered | numbered for at in range(comma + 1, end)):
        return False
    before = [mentions[i] for i in reading.between(max(0, comma - _FAR), comma)]
    ended = next((m for m in before if m.last == comma and m.sense.kind == "part"), None)
    return ended is not None and any(m.last == ended.first and m.sense.kind == "side" for m in before)


def _doses_other_side(reading: Reading, comma: int, last: int) -> bool:
    """Nothing but the other side and its dose stand behind the dose of one: "step taps, 2x8 R, 2x6 L"."""
    low, mentions = reading.words.low, reading.mentions
    other = {"left": "right", "right": "left"}.get(low[comma - 1])
    dose = next((mentions[i] for i in reading.between(comma + 1, comma + 2)), None)
    if other is None or dose is None or dose.sense.kind != "count" or low[dose.last : last][:1] != [other]:
        return False
    counted = any(
        mentions[i].sense.kind == "count" and mentions[i].last == comma - 1 for i in reading.between(comma - 5, comma)
    )
    return counted and (dose.last + 1 >= last or not low[dose.last + 1][0].isalnum())


def _tells_value_elsewhere(reading: Reading, comma: int, last: int) -> bool:
    """A second value, and where or when it was so: "BP 128/74 supine, 110/68 stand", "SWM IF 3.61, thumb 4.31".

    Torn from its name it would say nothing.
    """
    low, mentions = reading.words.low, reading.mentions
    end = next((at for at in range(comma + 1, last) if low[at] in _ENDS), last)
    behind = [mentions[i] for i in reading.between(comma + 1, end)]
    values = [m for m in behind if m.sense.kind in _VALUES]
    if len(values) != 1 or end - comma > _LONGEST_VALUE or (end < last and low[end] != ","):
        return False
    where = _WHERE | _MEANWHILE if _is_no_count(reading, values[0]) else _WHERE
    covered = {at for m in behind if m.sense.kind in _VALUES | where for at in range(m.first, m.last)}
    if any(at not in covered and low[at] not in _WHEN for at in range(comma + 1, end)):
        return False
    first = values[0].first == comma + 1
    if not first and values[0].last != end:
        return False
    if first and values[0].last == end:
        return False  # a bare figure
    before = list(reversed([mentions[i] for i in reading.between(max(0, comma - _FAR), comma)]))
    named = next((at for at, m in enumerate(before) if m.sense.kind in _MEASURED), None)
    if named is None:
        return False
    since = [m for m in before[:named] if m.sense.kind not in where]
    if not since or any(m.sense.kind not in _VALUES | {"link", "verb"} for m in since):
        return False
    if _STOPS & set(low[before[named].last : comma]):
        return False
    told = next((m for m in since if m.sense.kind in _VALUES), None)
    if told is not None and {told.sense.kind, values[0].sense.kind} == {"ratio"}:
        return told.sense.id.rpartition("/")[2] == values[0].sense.id.rpartition("/")[2]  # not "pain 3/10, 5/5 steps"
    return told is not None and (
        told.sense.kind == values[0].sense.kind or {told.sense.kind, values[0].sense.kind} <= _RATED
    )


def _is_no_count(reading: Reading, value: Mention) -> bool:
    """A value of what was measured, and not so many of what follows: "6/10 stairs", "112 stairs", not "10 squats"."""
    if value.sense.kind != "number":
        return True
    behind = reading.words.low[value.last : value.last + 1]
    counted = behind != [] and behind[0].endswith("s") and not behind[0].endswith("ss")
    return value.sense.id.isdecimal() and (not counted or int(value.sense.id) >= _LEAST_RATE)


def _tells_rating_after(reading: Reading, comma: int, last: int) -> bool:
    """The rating before treatment stands before the comma, that after it behind: "pain 5/10 pre, 3/10 post"."""
    low = reading.words.low
    if low[comma - 1] not in _BEFOREHAND:
        return False
    rated = [reading.mentions[i] for i in reading.between(comma - 4, comma) if reading.mentions[i].sense.kind in _RATED]
    again = next((reading.mentions[i] for i in reading.between(comma + 1, comma + 2)), None)
    if again is None or again.sense.kind not in {mention.sense.kind for mention in rated}:
        return False
    return again.last < last and low[again.last] in _AFTERWARD


def _is_between_times(reading: Reading, comma: int, indexes: Sequence[int]) -> bool:
    """One time after the other, each that of one trial: "stood 90 sec, 2 min, 2 min"."""
    times = [reading.mentions[i] for i in indexes if reading.mentions[i].sense.kind == "duration"]
    following = next((time for time in times if time.first == comma + 1), None)
    if following is None or all(time.last != comma for time in times):
        return False
    if following.sense.group == "hour" or float(following.sense.id.rpartition("x")[2]) > _LONGEST_TRIAL:
        return False  # the session's
    end, low = following.last, reading.words.low
    helped = any(reading.mentions[i].first == end and reading.mentions[i].sense.kind == "level" for i in indexes)
    return helped or end >= len(low) or not low[end][0].isalnum()


def _tells_how(word: str) -> bool:
    return word in PREPOSITIONS or word in ("to", "left", "right") or word.endswith("ing")


def _tells_how_often(reading: Reading, comma: int, last: int, indexes: Sequence[int]) -> bool:
    """Nothing but how often stands behind what was taught: "HEP quick flicks 10, 3x/d", "coached spoon, 2x/meal"."""
    mentions, low = reading.mentions, reading.words.low
    often = next(
        (mentions[i] for i in indexes if mentions[i].first == comma + 1 and mentions[i].sense.kind in _OFTEN), None
    )
    taught = (mentions[i].sense for i in indexes if mentions[i].last <= comma)
    if often is None or not any(sense.kind == "education" or sense.group == "instruct" for sense in taught):
        return False
    end = often.last
    if often.sense.kind == "count":
        if low[end : end + 1] != ["/"]:
            return False
        end += 2
    return end >= last or low[end] in _ENDS


def _tells_how_taught(reading: Reading, comma: int, indexes: Sequence[int]) -> bool:
    """How somebody else did who was taught, and not the patient: "wife trained hoyer x1, indep"."""
    mentions = reading.mentions
    alone = any(mentions[i].first == comma + 1 and mentions[i].sense.group in ALONE for i in indexes)
    told = [mentions[i].sense for i in indexes if mentions[i].last <= comma]
    others = any(
        (sense.kind == "person" and sense.group != "patient") or sense.id.endswith("_training") for sense in told
    )
    return alone and others and any(sense.kind == "education" or sense.group == "instruct" for sense in told)


def _tells_standing(reading: Reading, comma: int, last: int, indexes: Sequence[int]) -> bool:
    """A word or two behind a goal say how it stands, and not what was done."""
    told = reading.words.low[comma + 1 : min(comma + 3, last)]
    degree = told[:1] != [] and told[0] in ("not", "partially", "partly", "very", "still")
    stands = not _STANDINGS.isdisjoint(told[degree : degree + 1])
    return stands and any(
        reading.mentions[i].sense.kind == "goal" for i in indexes if reading.mentions[i].last <= comma
    )
