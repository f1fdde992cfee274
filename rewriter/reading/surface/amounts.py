"""Amounts in words: a dose by what it counts, its unit before a noun, its "for" where none stands."""

from rewriter.reading.mentions import Mention
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.pieces.seams import CUE_ENDS, WALKED, kinds_leading, leads_level, leads_noun, takes_for
from rewriter.reading.reading import Reading
from rewriter.reading.surface.poses import may_be_seconds

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
# Behind a load these are no things of that weight: "grip 18# R", "32# to 41# post", "lift 10# ongoing".
_NO_THINGS = PREPOSITIONS | frozenset(
    "left right bilateral bilaterally both post pre then now today yesterday still again ongoing was were is met not "
    "last less more max maximum min minimum up down total overall per vs versus bilat since prior over than but so "
    "because until".split()
)
_NOT_WHERE = frozenset("after before within until by every than last first past x".split())
_SHORT = frozenset({"second", "minute", "hour"})
_LONGEST_PLACE = 8
# "x2" behind them counts helpers as often as times.
_HELP = frozenset({"assist", "assistance", "help"})
_NEEDS = frozenset({"needs", "needed", "need", "requires", "required"})


def say_quantity(reading: Reading, quantity: Mention, inside: list[int], first: int, last: int, kind: str) -> str:
    """Return the words for a quantity inside words `first:last` of a piece of this kind."""
    low = reading.words.low
    following = low[quantity.last] if quantity.last < last else ""
    sense = quantity.sense
    if sense.group == "prime" and sense.label.endswith("m"):
        return reading.written(quantity)  # "71M" is a man, "2.0M" a size of print, "20m" a way or a time
    noun = _names_noun(reading, quantity.last, inside) or (
        sense.kind == "load" and following.isalpha() and following not in CUE_ENDS | _NO_THINGS
    )
    if sense.kind == "distance" and sense.group in WALKED and _names_noun(reading, quantity.last, inside, _DEVICES):
        goes = kind == "activity" and quantity.first > first and _DONE & kinds_leading(reading, quantity.first, inside)
        return f"{'for ' if goes and sense.label[0].isdecimal() else ''}{sense.label} with"  # "amb 120 ft RW"
    if sense.kind == "distance" and sense.group in WALKED and following in _GROUNDS:
        return f"{sense.label} on"  # "5 ft carpet"
    if sense.kind == "distance" and sense.group in WALKED:
        noun = noun and quantity.first == first and _names_noun(reading, quantity.last, inside, _DONE)
    elif sense.kind == "distance":
        noun = noun or following in _FURNITURE
    if sense.kind in ("distance", "load", "angle") and noun and sense.label[0].isdecimal():
        number, _, _ = sense.label.partition(" ")
        return f"{number}-{sense.group}"
    if sense.group == "sets" and may_be_seconds(reading, quantity, first):
        return sense.id.replace("x", " x ")
    if leads_noun(reading, quantity, first, last, inside):
        count, cross, each = sense.label.rpartition(" x ")  # "5 x 10-second holds"
        return count + cross + each.removesuffix("s").replace(" ", "-")
    if sense.kind == "count" and sense.group == "x" and following in _GOES:
        return f"for {sense.id}" if kind in _DONE else sense.label  # "step over tape x8 passes"
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
        return ", " + sense.label
    joins = kind in ("activity", "cue", "assist") and takes_for(reading, quantity, first, last, inside)
    joins = joins or _is_tried(reading, quantity, first, kind) or lasts(reading, quantity, first, last)
    return ("for " if joins and not sense.label.startswith("for ") else "") + sense.label


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


def _times(reading: Reading, quantity: Mention, inside: list[int], first: int, kind: str) -> str:
    """Say "x10" by what it counts: repetitions of an activity, times of anything else; else as written."""
    number = quantity.sense.id
    before = [reading.mentions[i] for i in inside if reading.mentions[i].last <= quantity.first]
    counted = [m for m in before if m.sense.kind not in ("side", "part", "position", "vision", "surface", "equipment")]
    kinds = {m.sense.kind for m in counted if m.first == counted[-1].first}
    last_kind = next((kind for kind in ("activity", *sorted(_COUNTED_AS_TIMES), *sorted(kinds)) if kind in kinds), "")
    adjacent = [m.sense.kind for m in before if m.last == quantity.first]
    times = f"{number} {'time' if number == '1' else 'times'}"
    persons = "level" in adjacent or "person" in adjacent or reading.words.low[quantity.first - 1] in _HELP | _NEEDS
    governed = kind == "activity" and bool(counted) and _reaches_for(reading, counted[0], quantity.first)
    if not persons and governed:
        return f"for {number} {'repetition' if number == '1' else 'repetitions'}"
    if persons or (last_kind in ("level", "treatment", "code", "function", "task", "") and kind != "response"):
        return quantity.sense.label
    if {"duration", "distance"} & set(adjacent):
        return ", " + times  # "2 minutes, 3 times"
    if last_kind in _COUNTED_AS_TIMES or kind in ("response", "action"):
        return times
    if last_kind == "activity" and kind in ("activity", "cue"):
        return f"for {number} {'repetition' if number == '1' else 'repetitions'}"
    return quantity.sense.label
