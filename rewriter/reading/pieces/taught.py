"""What was taught, told in a list: "edu on sitting to groom, cool water, fan on", "taught wife brakes, leg rests".

The list is one thing told. Help, a cue, a dose, a finding or a deed of the past behind a comma is none of it.
"""

from rewriter.english import PASTS
from rewriter.reading.mentions import Mention
from rewriter.reading.pieces.treated import QUALITIES
from rewriter.reading.reading import Reading

_ABOUT = frozenset("on re regarding about in concerning to how for".split())
# No topic holds one of these: it was given, done or found.
_NO_TOPIC = frozenset(
    "level cue count duration distance ratio percent pressure vital measure symptom better worse same goal "
    "planned refusal code units".split()
)
_TAUGHT = frozenset({"grading", "setup"})
_TEACHING = frozenset("education educated taught instructed trained".split())
_PROVIDED = frozenset("given provided done completed reviewed".split())
_THINGS = frozenset({"surface", "equipment", "device", "position", "function", "activity", "task"})
_TOPICS = frozenset("activity task function equipment device part side admin verb position surface negation".split())
_DOSED = frozenset({"level", "count", "duration", "distance"})
# What came of the teaching.
_CAME_OF_IT = frozenset("good fair poor great excellent needs".split())
# What a thing that cues or is dosed is taught for.
_USES = frozenset("use wear care placement setup technique safety".split())
_MARKS = frozenset({"-", "->", "\u2192", ";", ":"})
_LONGEST_TOPIC = 6


def find_end_of_taught(reading: Reading, start: int, comma: int, last: int) -> int:
    """Return where the list of topics that goes on behind the comma ends, 0 where none does."""
    if not _opens_topics(reading, start, comma):
        return 0
    low = reading.words.low
    kept, at = 0, comma
    while at < last and low[at] == ",":
        end = next((stop for stop in range(at + 1, last) if low[stop] == "," or low[stop] in _MARKS), last)
        if not _is_topic(reading, at + 1, end):
            break
        kept = at = end
    return kept


def _opens_topics(reading: Reading, start: int, comma: int) -> bool:
    """Who was taught, or about what, is told behind a word of teaching: not "HEP given"."""
    low, mentions = reading.words.low, reading.mentions
    here = [mentions[i] for i in reading.between(start, comma)]
    if low[start] == "ed" and low[start + 1] != ",":
        return all(m.sense.kind in _TOPICS for m in here)  # a short form that was not read
    taught = next((m for m in here if m.sense.kind == "education" and m.first == start), None)
    if taught is None or taught.sense.id == "home_exercise_program":
        return False
    if any(_is_given(m) and m.sense.kind != "duration" for m in here):
        return False
    begun = taught.last + (low[taught.last] in _PROVIDED)
    if low[taught.last - 1] in _ABOUT or low[begun] in _ABOUT:
        return begun < comma
    plainly = low[taught.last - 1] in _TEACHING
    return taught.last < comma and (plainly or any(m.sense.kind == "person" and m.first == taught.last for m in here))


def _is_given(mention: Mention) -> bool:
    """What is paced, rested or set up may be taught; a cue that was given, or a dose, is none."""
    return mention.sense.kind in _NO_TOPIC and mention.sense.group not in _TAUGHT


def _is_topic(reading: Reading, first: int, last: int) -> bool:
    low, mentions = reading.words.low, reading.mentions
    if not first < last <= first + _LONGEST_TOPIC or low[first] in _CAME_OF_IT:
        return False
    here = [mentions[i] for i in reading.between(first, last)]
    if low[last - 1] in _USES and all(m.sense.kind not in _DOSED for m in here):
        return True  # "mirror use"
    if any(_is_given(m) or (m.sense.kind == "person" and m.first == first) for m in here):
        return False
    past = any(m.sense.kind == "verb" and m.sense.label in ("past", "third") for m in here if m.first == first)
    thing = any(m.first == first and m.sense.kind in _THINGS for m in here)
    quality = low[first] in QUALITIES and last > first + 1
    done = low[first] in PASTS or (low[first].endswith("ed") and not thing and not quality)
    return not past and not done
