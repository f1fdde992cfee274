"""Pieces that name a deed and tell of none: a value of it, or what the patient does by himself."""

from collections.abc import Sequence

from rewriter.reading.reading import Reading

_DOSED = frozenset({"count", "duration", "distance", "frequency"})
_OWN_DEEDS = frozenset({"donned", "doffed"})
_ARROWS = frozenset({"->", "\u2192"})
# What is measured of a deed: "handwriting size 4 mm".
_MEASURED = frozenset("size speed velocity quality legibility tolerance accuracy height score rate ratio".split())
# So far one turns: "turns 180/360 around cones".
_TURNED = frozenset({"45", "90", "180", "270", "360"})
_GRIPS = frozenset({"grip", "pinch", "gripping", "pinching"})
_COURSES = frozenset({"back", "up", "down", "returned", "recovered"})
_TREATING = frozenset({"pt", "ot", "pta", "cota"})


def is_measured(reading: Reading, inside: Sequence[int], head: int) -> bool:
    """A value is told of it, and no dose: "gait 7/10" in a test, "lateral pinch left 6, right 9 pounds"."""
    mentions = [reading.mentions[i] for i in inside]
    if not _MEASURED.isdisjoint(reading.words.low[reading.mentions[head].last :][:1]):
        return any(mention.sense.kind not in ("activity", "task") for mention in mentions)
    if any(mention.sense.kind in _DOSED for mention in mentions):
        return False
    ratios = [m for m in mentions if m.sense.kind == "ratio" and m.first == reading.mentions[head].last]
    if any(not _TURNED.issuperset(mention.sense.id.split("/")) for mention in ratios):
        return True
    low = reading.words.low
    if any(mention.sense.kind == "number" and low[mention.first - 1] in _ARROWS for mention in mentions):
        return True  # "rest + PLB -> 93"
    sides = {mention.last for mention in mentions if mention.sense.kind == "side"}
    sided = [m for m in mentions if m.sense.kind in ("number", "load") and m.first in sides]
    gripped = not _GRIPS.isdisjoint(reading.words.low[reading.mentions[head].first : reading.mentions[head].last])
    return len(sided) > 1 or (gripped and any(mention.sense.kind == "load" for mention in mentions))


def tells_own_deed(reading: Reading, inside: Sequence[int], first: int) -> bool:
    """What one does elsewhere, or did by himself: "lifts 12 lb baby", "donned liner"; not "lifts 5 lb x10"."""
    word = reading.words.low[first]
    if word in _OWN_DEEDS or (word in _TREATING and _is_past(reading, first + 1)):
        return True
    mentions = [reading.mentions[i] for i in inside]
    if any(mention.sense.kind in _DOSED for mention in mentions):
        return False
    senses = reading.lexicon.get(word, {}).get("", ())
    third = any(sense.kind == "verb" and sense.label == "third" for sense in senses)
    return third and any(mention.sense.kind == "load" and mention.first == first + 1 for mention in mentions)


def returns_to(reading: Reading, first: int) -> bool:
    """How far a value went: "back to 93 in 2 minutes seated with pursed lip breathing", "up to 7/10"."""
    low = reading.words.low
    return (
        low[first] in _COURSES
        and low[first + 1 : first + 2] == ["to"]
        and low[first + 2 : first + 3] != []
        and (low[first + 2][0].isdecimal() or low[first + 2] == "baseline")
    )


def _is_past(reading: Reading, at: int) -> bool:
    senses = reading.lexicon.get(reading.words.low[at], {}).get("", ()) if at < len(reading.words.low) else ()
    return any(sense.kind == "verb" and sense.label == "past" for sense in senses)
