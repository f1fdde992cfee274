"""Rests: "2 seated rests" is "there were 2 seated rests", "rest 2 min between sets" is "there was rest ..."."""

from rewriter.reading.reading import Reading
from rewriter.reading.surface.classes import any_of, classify_words, compile_pattern, spell

_HOW = frozenset("seated standing sitting supine brief short long rest quick several frequent".split())
_ONE, _MANY = frozenset({"rest", "break", "pause"}), frozenset({"rests", "breaks", "pauses"})
_COUNTED = frozenset({"one", "two", "three", "a"})
_UNITS = frozenset("minute minutes min mins second seconds sec secs".split())
_TAIL = compile_pattern(
    f"(?:{any_of('duration ordinal number time place symptom cause prep happening thing to around count det')})*"
)


def find_rests(reading: Reading, first: int, last: int) -> tuple[int, str, str] | None:
    """Return the word before which words are left out in words `first:last`, these, and what is left out before all."""
    low = reading.words.low
    begin = first + (low[first].isdecimal() or low[first] in _COUNTED)
    lasting = first < begin < last and low[begin] in _UNITS
    begin += lasting
    at = begin
    while at < last - 1 and low[at] in _HOW and low[at + 1] in _HOW | _ONE | _MANY:
        at += 1
    if at >= last or low[at] not in _ONE | _MANY or not _TAIL.fullmatch(spell(classify_words(reading, at + 1, last))):
        return None
    many = low[at] in _MANY
    following = {reading.mentions[i].sense.kind for i in reading.between(at + 1, at + 2)} if at + 1 < last else set()
    if begin == first and not many:
        if at + 1 == last or "count" in following or low[at] != "rest":
            return None  # "rest x2", "break"
        told = "for" if "duration" in following and low[at + 1] != "for" else ""
        return (at + 1, told, "there was")
    if lasting:
        rest = low[begin : at + 1] != ["break"]
        return (first, "there were", "") if many else (begin, "of", _were(low[first])) if rest else None
    return (first, "there were" if many else _were(low[first]), "")


def _were(figure: str) -> str:
    return "there was" if figure in ("1", "one", "a") else "there were"
