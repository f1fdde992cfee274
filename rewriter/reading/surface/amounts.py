"""Amounts in words: a dose by what it counts, its unit before a noun, its "for" where none stands."""

from rewriter.english import PASTS
from rewriter.reading.mentions import Mention
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.pieces.seams import CUE_ENDS, WALKED, kinds_leading, leads_level, leads_noun, takes_for
from rewriter.reading.reading import Reading
from rewriter.reading.shorthand.spelling import english
from rewriter.reading.surface.poses import may_be_seconds
from rewriter.reading.surface.repeated import count_times, counts_deeds, lasts_each, repeats, say_repeated
from rewriter.reading.surface.verbs import NEEDED

_NOUN_KINDS = frozenset({"activity", "equipment", "device", "surface", "function", "task"})
_DONE = frozenset({"activity", "task"})
_DEVICES = frozenset({"device"})
# What is so high or wide, and is no form of the lexicon.
_FURNITURE = frozenset(
    "box boxes riser risers block blocks bolster foam ball hurdle hurdles table plinth pad cushion target targets "
    "bench stool dowel gap ledge lip threshold step steps chair bed mat seat obstacle obstacles cone cones".split()
)
_COUNTED_AS_TIMES = frozenset({"impairment", "cue", "verb", "symptom", "ability", "correction"})
# How often it went to and fro, told by a noun of its own.
_GOES = frozenset(
    "passes laps loops rounds bouts lengths circuits cycles crossings tosses throws catches reaches hops".split()
)
_GROUNDS = frozenset("carpet grass gravel tile linoleum sidewalk turf sand pavement asphalt".split())
# Done for a while; "took 5 min", "needed 2 min" are none.
_LASTING = frozenset(
    "sat stood held maintained tolerated rested knelt lay balanced leaned marched pedaled practiced worked walked "
    "ambulated stayed remained kneeled supported".split()
)
_TOWARD = frozenset("from for to at toward across over around onto into".split())
_LONGEST_OBJECT = 4
# These tell how or where something was done, and are not counted; sizes are none either but right before the figure.
_BESIDE = frozenset({"side", "part", "position", "vision", "surface", "equipment", "count"})
_SIZES = frozenset({"distance", "load", "angle"})
# Behind a load these are no things of that weight: "grip 18# R", "32# to 41# post", "lift 10# ongoing".
_NO_THINGS = PREPOSITIONS | frozenset(
    "left right bilateral bilaterally both post pre then now today yesterday still again ongoing was were is met not "
    "last less more max maximum min minimum up down total overall per vs versus bilat since prior over than but so "
    "because until".split()
)
_NOT_WHERE = frozenset("after before within until by every than last first past x".split())
_SHORT_HELP = frozenset(
    "min mod max minimal moderate maximal light assist assistance help cga sba dep dependent total contact guard "
    "standby supervision setup units unit charge charges tech aide person people staff level".split()
)
# "Oriented x3" is to so many things, "stairs x6" may be so many stairs, "vertical x2" a way of the exercise.
_OF_THEIR_OWN = frozenset(
    "oriented stairs stair steps step horizontal vertical horiz vert yaw pitch gaze stabilization viewing nerve".split()
)
# Which doses belong to what is told as one of these kinds.
_DOSED_KINDS = {
    "sets": frozenset({"activity"}),
    "duration": frozenset({"activity", "cue"}),
    "distance": frozenset({"activity"}),
}
# Behind these a figure is another's: so high, so much, or what was best.
_NO_DEEDS = frozenset(
    "level grade grades max min only best average total approximately about was were least most up down under over "
    "near far every rest rests hold holds delay latency height inches inch apart away now then no not target targets "
    "lag gap goal wide high deep long than x".split()
)
# What goes on behind a number of sets.
_HOW_DONE = frozenset(
    "left right bilateral bilaterally both active passive gravity assisted resisted alternating".split()
)
# What is carried or pushed is so heavy by itself.
_HANDLED = frozenset(
    "carry carries carrying carried lift lifts lifting lifted push pushes pushing pull pulls pulling hold holding drag "
    "sled crate box bag sack bucket basket tote grip pinch bearing press deadlift deadlifts".split()
)
_ONE_OR_BOTH = frozenset({"1 foot", "2 foot"})
_LEAPT = frozenset("jump jumps jumping hop hops hopping land lands landing leap leaps bounce bouncing".split())
_AGO = frozenset("ago old out post postoperative later since before and or with w/ in on".split())
_SHORT = frozenset({"second", "minute", "hour"})
_LONGEST_PLACE = 8
_NEAR_HELP = 8
# "x2" behind them counts helpers as often as times.
_HELP = frozenset({"assist", "assistance", "help"})


def say_quantity(reading: Reading, quantity: Mention, inside: list[int], first: int, last: int, kind: str) -> str:
    """Return the words for a quantity inside words `first:last` of a piece of this kind."""
    low = reading.words.low
    following = low[quantity.last] if quantity.last < last else ""
    sense = quantity.sense
    if sense.group == "prime" and sense.label.endswith("m"):
        if quantity.first and reading.words.start[quantity.first - 1] == reading.words.start[quantity.first]:
            return sense.label  # "q30m" is one word: how often is told before it
        return reading.written(quantity)  # "71M" is a man, "2.0M" a size of print, "20m" a way or a time
    if sense.group == "foot" and sense.id in _ONE_OR_BOTH and not _LEAPT.isdisjoint(low[first : quantity.first]):
        return reading.written(quantity)  # "jump 2 ft 5x": on both feet, or so far
    repeated = say_repeated(reading, quantity, first, last)
    label = repeated or sense.label
    noun = _names_noun(reading, quantity.last, inside) or (
        sense.kind == "load" and following.isalpha() and following not in CUE_ENDS | _NO_THINGS
    )
    if sense.kind == "distance" and sense.group in WALKED and _names_noun(reading, quantity.last, inside, _DEVICES):
        goes = kind == "activity" and quantity.first > first and _DONE & kinds_leading(reading, quantity.first, inside)
        paused = "," if repeated else ""
        walled = reading.words.low[quantity.last] == "parallel"  # one walks in parallel bars
        aided = "" if walled else " with"
        return f"{'for ' if goes and label[0].isdecimal() else ''}{label}{paused}{aided}"  # "amb 120 ft RW"
    if sense.kind == "distance" and sense.group in WALKED and following in _GROUNDS:
        return f"{sense.label} on"  # "5 ft carpet"
    if sense.kind == "distance" and sense.group in WALKED:
        noun = noun and quantity.first == first and _names_noun(reading, quantity.last, inside, _DONE)
    elif sense.kind == "distance":
        noun = noun or following in _FURNITURE
    if sense.kind in ("distance", "load", "angle") and noun and sense.label[0].isdecimal():
        number, _, _ = sense.label.partition(" ")
        return f"{number}-{sense.group}"
    if sense.group == "sets":
        before = [reading.mentions[i] for i in inside if reading.mentions[i].last == quantity.first]
        paused = ", " if any(m.sense.kind in ("count", "duration") for m in before) else ""  # "2x45 s 1x60"
        if paused or may_be_seconds(reading, quantity, first):
            return paused + (sense.id.replace("x", " x ") if may_be_seconds(reading, quantity, first) else label)
    if leads_noun(reading, quantity, first, last, inside):
        count, cross, each = sense.label.rpartition(" x ")  # "5 x 10-second holds"
        return count + cross + each.removesuffix("s").replace(" ", "-")
    if sense.kind == "count" and sense.group == "x" and following in _GOES:
        return f"for {sense.id}" if kind in _DONE else sense.id  # "step over tape x8 passes"
    if sense.kind == "count" and sense.group == "x":
        return _times(reading, quantity, inside, first, kind)
    if (
        sense.kind == "duration"
        and sense.label.startswith("for ")
        and quantity.first > first
        and low[quantity.first - 1] == "for"
    ):
        return sense.label[4:]
    if sense.kind == "duration" and "diagnosis" in kinds_leading(reading, quantity.first, inside):
        return sense.label if _is_of_next(reading, quantity.last, last) else ", " + sense.label
    if sense.group == "time" and sense.id == "1":
        return count_times(sense.id)
    if sense.kind == "frequency" and sense.label.startswith("1 time "):
        return sense.label.replace("1 time", count_times("1"))
    if sense.kind == "load" and kind == "activity" and _weights(reading, quantity, first, last, inside):
        return f"with {sense.label}"
    joins = _doses(reading, quantity, first, last, kind, inside)
    joins = joins or (kind in ("activity", "cue", "assist") and takes_for(reading, quantity, first, last, inside))
    joins = joins or _is_tried(reading, quantity, first, kind) or lasts(reading, quantity, first, last)
    joins = joins or (repeated != "" and lasts_each(reading, quantity.first, first))
    return ("for " if joins and not label.startswith("for ") else "") + label


def _counts_deed(reading: Reading, at: int, number: str) -> bool:
    """A word that names no amount of help stands before "x4": so often it was; "x1" may be a way of doing it."""
    before = reading.words.low[at - 1] if at else ""
    return (
        number.isdecimal()
        and number != "1"
        and before.isalpha()
        and len(before) > 2
        and before not in _SHORT_HELP | _OF_THEIR_OWN
    )


def _doses(reading: Reading, quantity: Mention, first: int, last: int, kind: str, inside: list[int]) -> bool:
    """So many sets, so long or so far, right behind the words for what was done: "heel slides w/ strap 2x10"."""
    low, sense, at = reading.words.low, quantity.sense, quantity.first
    if kind not in _DOSED_KINDS.get(sense.group if sense.kind == "count" else sense.kind, ()) or at == first:
        return False
    if sense.kind == "distance" and sense.group not in WALKED:
        return False  # how high or how far out
    before, behind = low[at - 1], low[quantity.last] if quantity.last < last else "."
    loaded = any(reading.mentions[i].last == at and reading.mentions[i].sense.kind == "load" for i in inside)
    if loaded and sense.kind == "count":
        return True
    if not before.isalpha() or before in CUE_ENDS | _NOT_WHERE | _NO_DEEDS or before.endswith("ly"):
        return False
    if before in ("left", "right"):
        return False  # "left for" would be a verb
    kinds = [reading.mentions[i].sense.kind for i in inside]
    if sense.kind != "count" and (kinds.count(sense.kind) > 1 or kinds.count("vision") > 1):
        return False  # a row of figures
    return not behind[0].isalpha() or behind in CUE_ENDS or (sense.kind == "count" and behind in _HOW_DONE)


def _weights(reading: Reading, quantity: Mention, first: int, last: int, inside: list[int]) -> bool:
    """An exercise was done with so much, where its dose follows at once: "LAQ 2# 2x10", but not "carry 10# x5"."""
    low, at = reading.words.low, quantity.first
    dosed = any(
        reading.mentions[i].first == quantity.last and reading.mentions[i].sense.kind == "count" for i in inside
    )
    if at == first or not dosed or not low[at - 1].isalpha() or low[at - 1] in CUE_ENDS | _NOT_WHERE | _NO_DEEDS:
        return False
    return _HANDLED.isdisjoint(low[first:at]) and quantity.sense.label[0].isdecimal()


def _reaches_for(reading: Reading, done: Mention, at: int) -> bool:
    """What is counted at word `at` is the deed, not what it is for: "reaching across midline for cones x12"."""
    low = reading.words.low
    if done.sense.id.endswith("transfer") and done.last == at:
        return True
    last = max((k for k in range(done.last - 1, at) if low[k] in _TOWARD), default=None)
    deed = done.sense.kind == "activity" and done.sense.group != "gait"
    return deed and last is not None and at - last <= _LONGEST_OBJECT and all(map(str.isalpha, low[done.last : at]))


def _is_tried(reading: Reading, quantity: Mention, first: int, kind: str) -> bool:
    """So many trials of something done, counted with an "x": "scanning to edge of tray x 15 trials"."""
    low = reading.words.low
    counted = quantity.sense.group in ("trial", "repetition") and low[quantity.first] == "x"
    return kind == "activity" and counted and quantity.first > first and low[quantity.first - 1].isalpha()


def lasts(reading: Reading, quantity: Mention, first: int, last: int) -> bool:
    """So long somebody sat, stood or held: nothing but the place stands between: "sat at edge of bed 8 min"."""
    low, sense = reading.words.low, quantity.sense
    at = quantity.first
    if sense.kind != "duration" or sense.group not in _SHORT or sense.label.startswith("for ") or at == first:
        return False
    if not low[at - 1].isalpha() or low[at - 1] in CUE_ENDS | _NOT_WHERE:
        return False
    behind = low[quantity.last] if quantity.last < last else "."
    if behind[0].isalpha() and behind not in CUE_ENDS and not _begins_level(reading, quantity.last):
        return False
    verb = next((k for k in range(at - 1, max(first, at - _LONGEST_PLACE) - 1, -1) if low[k] in _LASTING), None)
    return verb is not None and all(
        word.isalpha() and word not in _NOT_WHERE and word not in ("and", "or", "then") for word in low[verb + 1 : at]
    )


def _begins_level(reading: Reading, at: int) -> bool:
    levels = any(reading.mentions[i].sense.kind == "level" for i in reading.between(at, at + 1))
    return levels or leads_level(reading, at + 1)


def _names_noun(reading: Reading, at: int, inside: list[int], kinds: frozenset[str] = _NOUN_KINDS) -> bool:
    return any(reading.mentions[i].first == at and reading.mentions[i].sense.kind in kinds for i in inside)


# Behind these "x2" is so many helpers, or an exercise that is called so: "stand w x2", "VOR up to x2".
_LEADING = frozenset({"with", "w/", "w", "to"})


def _times(reading: Reading, quantity: Mention, inside: list[int], first: int, kind: str) -> str:
    """Say "x10" by what it counts: repetitions of an activity, times of anything else; else as written."""
    number = quantity.sense.id
    before = [reading.mentions[i] for i in inside if reading.mentions[i].last <= quantity.first]
    adjacent = [m.sense.kind for m in before if m.last == quantity.first]
    # what is so high, so heavy or used is not what was counted
    own = reading.words.low[quantity.first - 1] in _OF_THEIR_OWN
    sized = own or "distance" in adjacent
    counted = [m for m in before if m.sense.kind not in _BESIDE and (sized or m.sense.kind not in _SIZES)]
    kinds = {m.sense.kind for m in counted if m.first == counted[-1].first}
    last_kind = next((kind for kind in ("activity", *sorted(_COUNTED_AS_TIMES), *sorted(kinds)) if kind in kinds), "")
    times = count_times(number)
    repeated = f"for {number} {'repetition' if number == '1' else 'repetitions'}"
    persons = "level" in adjacent or "person" in adjacent or reading.words.low[quantity.first - 1] in _HELP | NEEDED
    persons = persons or (number in ("1", "2") and reading.words.low[quantity.first - 1] in _LEADING)
    governed = kind == "activity" and bool(counted) and _reaches_for(reading, counted[0], quantity.first)
    if not persons and governed:
        return repeated
    shared = reading.words.low[quantity.last : quantity.last + 1] == ["/"]  # "x10/side"
    near = reading.between(_begin(reading, quantity.first), quantity.first)
    helped = any(reading.mentions[i].sense.kind == "level" for i in near)  # "min A from chair x2" may count helpers
    plain = kind != "time" and not (shared or helped or own) and counts_deeds(reading, quantity, before)
    unnamed = last_kind in ("function", "task", "") and not shared and not helped
    unnamed = unnamed and (_counts_deed(reading, quantity.first, number) or _happened(reading, first, quantity.first))
    done = [reading.mentions[i] for i in near if reading.mentions[i].sense.kind == "activity"]
    if "level" in adjacent and kind == "assist" and number.isdecimal() and repeats(int(number), done):
        return times  # nobody takes so many helpers
    if persons or (
        last_kind in ("level", "treatment", "code", "function", "task", "")
        and kind != "response"
        and not (unnamed or "load" in adjacent or plain)
    ):
        return quantity.sense.label
    if {"duration", "distance"} & set(adjacent):
        return ", " + times  # "2 minutes, 3 times"
    lifted = "load" in adjacent and last_kind in ("", "function", "task", "load")
    if unnamed or lifted or last_kind in _COUNTED_AS_TIMES or kind in ("response", "action"):
        return times
    if last_kind == "activity" and kind in ("activity", "cue"):
        return repeated
    return times if plain else quantity.sense.label


def _begin(reading: Reading, at: int) -> int:
    """Return where the words right before word `at` begin: a comma parts "CGA, curb x3"."""
    farthest = max(0, at - _NEAR_HELP)
    return next((k + 1 for k in range(at - 1, farthest - 1, -1) if reading.words.low[k] in (",", ".", ";")), farthest)


def _happened(reading: Reading, first: int, at: int) -> bool:
    """The piece opens with a past verb, so that "x1" behind it is how often it came: "spilled water x1"."""
    verb = reading.words.low[first]
    past = verb in PASTS or (verb.endswith("ed") and verb in english())
    return (
        past
        and reading.words.low[at - 1] not in _OF_THEIR_OWN
        and all(word.isalpha() for word in reading.words.low[first:at])
    )


def _is_of_next(reading: Reading, at: int, last: int) -> bool:
    """A word that is not known stands behind the time: which of the two it is of, is not said ("TKA 5 wks HH")."""
    low = reading.words.low
    known = at >= last or not low[at][0].isalpha() or low[at] in _AGO
    return not known and not any(reading.mentions[i].first == at for i in reading.between(at, at + 1))
