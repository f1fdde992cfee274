"""Arrows up and down: "decreased balance", "heart rate increased"; somebody may go up stairs or be up in a chair."""

from rewriter.reading.words import Words

_SAID = {"\u2191": "increased", "\u2193": "decreased"}
_BARE = {"\u2191": "increase", "\u2193": "decrease"}
_TO = frozenset({"to", "will", "can", "should", "must", "may"})
_STOPS = frozenset({".", ",", ";", ":", "\n", "(", ")", "?", "!", "-", "\u2022", "|", "/", "//", "+", "&", "and"})
_ARROWS = frozenset({*_SAID, "->", "\u2192", "\u2190", "/"})
# What one goes up or down.
_CLIMBED = frozenset(
    "stair stairs step steps curb curbs ramp ramps hill hills flight flights ladder ladders incline incline riser "
    "risers floor floors escalator".split()
)
# Where somebody is or goes when up: "up in chair", "up ad lib", "up with assistance".
_WHERE = frozenset("in on to at from out ad with w/ w c s oob x for by onto into til until".split())
_PERSONS = frozenset("pt patient resident client child he she they and then got gets get".split())
_NEAR = 3


def find_arrows(words: Words) -> dict[int, tuple[int, str]]:
    """Return what arrows up and down say, by the word's number: where it ends, and its words.

    What may be a way up or down stays as it was written.
    """
    found = {}
    for at, low in enumerate(words.low):
        if low not in _SAID:
            continue
        before = words.low[at - 1] if at else "\n"
        behind = words.low[at + 1 : at + 1 + _NEAR]
        if before in _ARROWS or (behind and behind[0] in _ARROWS) or not _CLIMBED.isdisjoint(behind):
            continue
        if before in _TO and behind and behind[0][0].isalpha():
            found[at] = (at + 1, _BARE[low])
        elif _has_thing(before, behind):
            found[at] = (at + 1, _SAID[low])
    return found


def _has_thing(before: str, behind: list[str]) -> bool:
    """Something stands before or behind the arrow that can be more or less."""
    named = before not in _STOPS and before[0].isalpha() and before not in _WHERE | _PERSONS
    if not behind or behind[0] in _STOPS or not behind[0][0].isalpha() or behind[0] in _WHERE:
        return named
    return True
