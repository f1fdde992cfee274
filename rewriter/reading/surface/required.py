"""The help a task took, where the task opens the piece: "roll R min A w/ rail" is "roll right required minimal ...".

All of the piece is read, and tells of nobody else and of no other day; what was done alone "was independent".
"""

from collections.abc import Sequence

from rewriter.reading.mentions import ALONE, Mention
from rewriter.reading.reading import Reading
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell
from rewriter.reading.surface.sided import Part

_WORDS = any_of("thing place gear part side sort motion word manner act ability duration distance count number to det")
_ONE = (
    f"(?:{any_of('thing place gear act')}|(?:sort |side )(?:thing |place |act )|part |word side ){_WORDS}*"
    f"(?:(?:prep |in |joint |arrow )(?:{_WORDS})+)*"
)
_TASK = compile_pattern(_ONE)
# Several, where a colon says that the help was for all: "transfers, gait: min A".
_TASKS = compile_pattern(f"{_ONE}(?:comma {_ONE})+")
_HELP = compile_pattern(
    f"level (?:count )?(?:{any_of('arrow then to')}level (?:count )?|comma then level )*"
    f"(?:(?:prep |in |around |cause |to )(?:{any_of('thing place gear part side word motion number symptom doing')}"
    "|time |det |cue |manner |ordinal |joint )+|distance |duration |count |manner )*"
    # the same of the other side
    "(?:comma side (?:thing |act )?(?:distance )?(?:prep )?level )?"
)
_NO_TASKS = frozenset("rest last first then still also was were best other both all it level history belt".split())
_LONGEST = 12


def find_required(reading: Reading, first: int, last: int, held: Sequence[Mention]) -> list[Part] | None:
    """Return words `first:last` arranged as a task and the help it required; None where they are none."""
    low = reading.words.low
    help_ = next((m for m in held if m.sense.kind == "level"), None)
    if help_ is None or not first < help_.first <= first + _LONGEST or low[first] in _NO_TASKS:
        return None
    end = help_.first - (low[help_.first - 1] in ("with", "w/", ":"))
    if end <= first or all(part.name == "gear" for part in classify_words(reading, first, end)):
        return None  # "guard belt CGA" names no task
    told = spell(classify_words(reading, first, end))
    if not _TASK.fullmatch(told) and not (low[end] == ":" and _TASKS.fullmatch(told)):
        return None
    if not _HELP.fullmatch(spell(classify_words(reading, help_.first, last))):
        return None
    if low[end - 1] in _NO_TASKS or any(m.sense.kind in ("historical", "goal", "planned") for m in held):
        return None
    return [(first, end), "was" if help_.sense.group in ALONE else "required", (help_.first, last)]
