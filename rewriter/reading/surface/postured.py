"""How the patient was placed, told by a posture and a place alone: "supine on mat" is "patient was supine on the mat".

Behind a value, a complaint or a cue the posture may be when it was so, or what was asked for, and it stays as written.
"""

from collections.abc import Sequence

from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell

_POSTURES: Sequence[tuple[str, ...]] = tuple(
    tuple(words.split())
    for words in (
        "long sitting",
        "short sitting",
        "side lying",
        "sitting",
        "standing",
        "seated",
        "supine",
        "prone",
        "sidelying",
        "reclined",
        "semi-reclined",
        "hooklying",
    )
)
_THING = f"(?:det )?(?:{any_of('sort side part word')}){{0,2}}{any_of('gear place thing')}"
_WHERE = compile_pattern(
    f"(?:(?:prep |in |to )?{_THING}(?:no (?:{any_of('sort part side')}){{0,2}}{any_of('gear word')})?)?"
)
_LONGEST = 10


def is_posture(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether words `first:last` are a posture and a place, and what stands before them tells of neither."""
    low = reading.words.low
    length = next((len(words) for words in _POSTURES if tuple(low[first : first + len(words)]) == words), 0)
    if not length or last - first > _LONGEST:
        return False
    behind = {reading.mentions[i].sense.kind for i in reading.between(last, last + 2)}
    if first != sentence.label or not behind.isdisjoint(QUANTITIES):
        return False  # "BP 118/70, sitting"; "seated, 30 s x4"
    return _WHERE.fullmatch(spell(classify_words(reading, first + length, last))) is not None
