"""The words of a piece as letters, one for each stretch, by what it may be: what the grammars of `covered` read.

N what was done, C a cue, L a level of help, I a deficit, D a diagnosis, A an ability, E teaching, s a side, p a part,
u a surface, o a position or vision, e a device, O what a preposition leads to, r a load, d a dose, S a dose of sets,
g a grade ("level 4"), G a rating out of 5, # another figure, m a measure, % a share, Y how often, h a word such as
"poor", T the therapist, Z the patient, P somebody else, H another time, Q a quotation, ! anything else. The letters of
other words are those of `closed`.
"""

from collections.abc import Mapping, Sequence

from rewriter.calendar import WEEKDAYS
from rewriter.pattern import late
from rewriter.reading.context import HISTORICAL
from rewriter.reading.kinds.closed import spell_word
from rewriter.reading.kinds.observed import ROUNDS
from rewriter.reading.kinds.passages import Kind, Passage
from rewriter.reading.mentions import DOSES, Mention
from rewriter.reading.quantities.numerals import ROMAN

# Where one stretch is several things, it is the first of these.
_LETTERS = {
    "cue": "C", "activity": "N", "task": "N", "function": "N", "treatment": "N", "level": "L", "diagnosis": "D",
    "impairment": "I", "symptom": "I", "ability": "A", "education": "E", "side": "s", "part": "p", "position": "o",
    "vision": "o", "device": "e", "equipment": "e", "strategy": "e", "surface": "u", "count": "d", "duration": "d",
    "distance": "d", "load": "r", "rate": "r", "angle": "d", "number": "#", "ordinal": "q", "measure": "m",
    "vital": "m", "deficit": "h", "person": "P", "proper": "W", "intact": "a", "historical": "H", "date": "H",
    "admin": "w", "frequency": "Y", "percent": "%",
}  # fmt: skip
_RANKS = {kind: rank for rank, kind in enumerate(_LETTERS)}
# What the head of a piece is, whatever else it names.
_HEADS = {"activity": "N", "cue": "C", "assist": "L", "diagnosis": "D", "impairment": "I", "education": "E"}
# These name nothing in a piece: they are read as words.
_BY_WORD = frozenset({"verb", "negation", "rulebook", "command"})
_LINKS = {"cause": "c", "purpose": "t", "function": "f", "following": "l"}
_PERSONS = {"therapist": "T", "patient": "Z"}
# A figure behind them is theirs, and no dose.
_GRADED = frozenset("grade gr level lvl stage phase type week wk day speed resistance setting incline pod".split())
_VERTEBRAE = frozenset({"c", "t", "l", "s"})
_EACH = frozenset({"each", "ea"})
_UNITS = ROUNDS | frozenset("length lengths row rows beat beats texture textures".split()) | _EACH
_QUOTED = late(r'"[^"]*"')
_INCHES = late(r'#"')
# "With knees extended": how a part is kept.
_KEPT = late(r"(i[nqsb]*[po])[kX]")
# At most three words side by side that name nothing known are what a preposition leads to.
_OBJECT = late(r"([iv][nqsMpbTkr#uoe]*)[wW]{1,3}(?![wW])")


def spell(passage: Passage, told: Kind) -> str:
    """Return the letters of a piece that was taken for this kind."""
    mentions = passage.reading.mentions
    by_place: dict[int, list[int]] = {}
    for index in passage.inside:
        by_place.setdefault(mentions[index].first, []).append(index)
    kind, head = told
    letters, at = "", passage.first
    while at < passage.last:
        here = by_place.get(at, [])
        if head is not None and head in here:
            letters, at = letters + _HEADS.get(kind, "N"), mentions[head].last
        elif figure := _spell_figure(passage, at, by_place):
            letters, at = letters + figure[0], figure[1]
        elif here:
            chosen = min(here, key=lambda index: _RANKS.get(mentions[index].sense.kind, len(_RANKS)))
            letters += _spell_mention(passage, chosen, letters)
            at = mentions[chosen].last
        else:
            letters, at = letters + spell_word(passage, at), at + 1
    letters = _KEPT.sub(r"\1O", _QUOTED.sub("Q", _INCHES.sub("d", letters)))
    return _OBJECT.sub(r"\1O", letters)


def _spell_figure(passage: Passage, at: int, by_place: Mapping[int, Sequence[int]]) -> tuple[str, int] | None:
    """Return the letter and the end of a grade, a vertebra or a number of rounds: "level 4", "C5-7", "4 laps"."""
    low, last = passage.reading.words.low, passage.last
    following = low[at + 1] if at + 1 < last else ""
    if any(passage.reading.mentions[index].last > at + 1 for index in by_place.get(at, [])):
        return None
    if low[at] in _VERTEBRAE and following.isdecimal():
        ranged = low[at + 2 : at + 3] == ["-"] and at + 3 < last and low[at + 3].isalnum()
        return "p", at + 4 if ranged else at + 2
    if low[at] in _GRADED and following and (following[0].isdecimal() or following in ROMAN or following == "i"):
        return "g", at + 2
    if not low[at].isdecimal() or (at + 1 in by_place and following not in _EACH):
        return None
    if following == "finger":
        return "d", at + 2 + (low[at + 2 : at + 3] in (["breadth"], ["breadths"]))
    return ("d", at + 2) if following in _UNITS else None


def _spell_mention(passage: Passage, index: int, before: str) -> str:
    """Return the letter of a mention; what a word `before` it takes back ("no rail") is told with that word."""
    reading = passage.reading
    mention, bits = reading.mentions[index], reading.bits[index]
    kind, group = mention.sense.kind, mention.sense.group
    if kind == "link":
        return _LINKS.get(group, "x")
    if kind in _BY_WORD or reading.words.low[mention.first] in WEEKDAYS:
        return spell_word(passage, mention.first)
    if bits and "n" not in before:
        return "H" if bits & HISTORICAL else "!"
    if kind == "person":
        return _PERSONS.get(group, "P")
    if kind in DOSES:
        return _spell_dose(mention, reading.words.low[mention.first - 1])
    if kind == "number" and (group == "prime" or mention.sense.id == "0"):
        return "d" if group == "prime" else "!"
    if kind == "admin" and "weight_bearing" in mention.sense.id:
        return "q"
    if kind == "ratio" and mention.sense.id.endswith("/5"):
        return "G"
    if kind == "clock" and ":" in reading.words.low[mention.first : mention.last]:
        return "g"  # "ramp 1:12"
    return _LETTERS.get(kind, "!")


def _spell_dose(mention: Mention, before: str) -> str:
    """Nobody is treated for hours; "every 20 min" says how often."""
    if mention.sense.group == "hour":
        return "!"
    if mention.sense.group == "sets" or "x" in mention.sense.id:
        return "S"
    return "Y" if before == "every" else "d"
