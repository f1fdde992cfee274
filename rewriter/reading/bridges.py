"""Small words that belong between two things of a note and claim nothing: "walking with a device", "feeling dizzy"."""

from collections.abc import Sequence

from rewriter.reading.mentions import Mention
from rewriter.reading.reading import Reading

_FELT = frozenset(
    "dizzy lightheaded nauseous nauseated tired fatigued weak unsteady sore stiff woozy foggy anxious faint winded "
    "exhausted sleepy drowsy shaky queasy".split()
)
# What one walks with; bars are walked in, rails held.
_CARRIED = ("walker", "cane", "crutch", "pole", "trainer")
_DONE = frozenset({"activity", "task", "position"})
_GIVEN_FOR = frozenset(
    {"activity", "task", "function", "position", "side", "part", "equipment", "device", "surface", "distance"}
)
# Behind a distance the amount brings its own "with".
_SPANS = frozenset({"count", "duration"})


def link_word(reading: Reading, at: int, inside: Sequence[int], here: Sequence[Mention]) -> str:
    """Return the word between what stands before word `at` of a telegraphic piece and what begins `here`, or ""."""
    low = reading.words.low
    if low[at - 2 : at] == ["complains", "of"] and low[at] in _FELT:
        return "feeling"
    if any(m.sense.id == "parallel_bars" for m in here):
        held = any(reading.mentions[i].last == at and reading.mentions[i].sense.kind in _DONE for i in inside)
        return "in" if held else ""
    device = next((m for m in here if m.sense.kind == "device" and m.sense.id.endswith(_CARRIED)), None)
    if device is None or (device.last < len(low) and low[device.last] in ("to", ">", "->")):
        return ""
    behind = [reading.mentions[i] for i in inside if reading.mentions[i].last == at]
    walked = any(_is_walking(reading.mentions[i]) for i in inside if reading.mentions[i].last <= at)
    led = any(_is_walking(m) or m.sense.kind in _SPANS for m in behind)
    return "with" if walked and led else ""


def _is_walking(mention: Mention) -> bool:
    return mention.sense.id in ("walking", "gait", "gait_training", "stairs", "hopping")


def takes_level(reading: Reading, at: int, inside: Sequence[int]) -> bool:
    """A level of help at word `at` stands bare behind what it was given for: "rolling right minimal assistance"."""
    if reading.words.low[at - 1] in ("static", "dynamic"):
        return True
    return any(reading.mentions[i].last == at and reading.mentions[i].sense.kind in _GIVEN_FOR for i in inside)
