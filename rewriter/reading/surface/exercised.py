"""An exercise that the lexicon does not name, told by its dose: "pendulums x20 each way", "scap rows red TB 2x12".

Sets or repetitions of a part, a motion or a named thing are done, where nothing else is told in the piece. A few times
("x3") count what happened as often, and what is told beside home, a goal or another day was not done here.
"""

from collections.abc import Sequence

from rewriter.reading.mentions import Mention
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell
from rewriter.reading.surface.sided import Part

_FEWEST = 5
_NAME = any_of("sort side part motion gear place word thing doing")
_NAMED = compile_pattern(f"(?:{_NAME}|status (?=gear )|to (?=side ))+(?:(?:joint |prep )(?:{_NAME}){{1,4}}+)?")
_BEHIND = compile_pattern(
    f"(?:det |side |place |load (?:side )?|status gear |gear |{any_of('prep in')}(?:det )?{any_of('gear place side')}|"
    "det word )?"
)
# What surely belongs to an exercise.
_OF_EXERCISE = frozenset({"part", "motion", "thing", "place", "gear"})
_ELSEWHERE = frozenset(
    "home hep program daily nightly goal hour hours week weekly last prior previous yesterday plan next later "
    "education handout taught told educated instructed log adherence".split()
)
_LONGEST = 9


def find_exercise(
    reading: Reading, sentence: Sentence, first: int, last: int, held: Sequence[Mention]
) -> list[Part] | None:
    """Return words `first:last` as what the treatment included; None where they may be anything else."""
    low = reading.words.low
    doses = [m for m in held if m.sense.kind == "count" and m.sense.group in ("x", "sets")]
    if len(doses) != 1 or sentence.heading not in ("", "objective"):
        return None
    dose = doses[0]
    if dose.first == first or dose.first - first > _LONGEST or low[first] in ("to", "and", "with", "then"):
        return None
    if not _ELSEWHERE.isdisjoint(low[sentence.first : sentence.last]):
        return None
    name = classify_words(reading, first, dose.first)
    behind = spell(classify_words(reading, dose.last, last))
    if not _NAMED.fullmatch(spell(name)) or not _BEHIND.fullmatch(behind):
        return None
    told = {part.name for part in name}
    one = len(name) == 1 and low[first].endswith(("s", "ing"))
    sets = dose.sense.group == "sets"
    if name[0].name == "word" and not one and not (sets and told & _OF_EXERCISE):
        return None  # "spits puree x5"
    if not told & _OF_EXERCISE and not one:
        return None
    if told <= {"side", "part"} and not sets:
        return None  # the limb of something named before
    if not sets and (not dose.sense.id.isdecimal() or int(dose.sense.id) < _FEWEST):
        return None
    counted: Part = (dose.first, dose.last) if sets else f"{dose.sense.id} repetitions"
    parts: list[Part] = ["treatment included", (first, dose.first), "for", counted]
    return [*parts, (dose.last, last)] if dose.last < last else parts
