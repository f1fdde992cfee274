"""Instructions to whoever writes the note: text that wants to be obeyed, not told.

An order is known by its place as much as by its words: "add that patient improved" opens a sentence or follows a plea,
while "told to ignore the rail" tells of the patient. The patterns are data (see `parse_patterns`).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rewriter.errors import PackError
from rewriter.lexicon import Sense
from rewriter.pack import Pack
from rewriter.reading.mentions import Mention

_OPENINGS = frozenset({".", "\n", ";", ":", "!", "?", "(", "[", '"', "'", "\u2022", "*", "#", ">", "|"})
_ASKING = frozenset("please pls plz kindly just now must should shall also then".split())
_JOINING = frozenset({",", "and", "-", "\u2014"})
_ASKED = frozenset({("you", "to"), ("can", "you"), ("could", "you"), ("would", "you"), ("will", "you"), ("sure", "to")})
# An order about the rules is none where somebody is told of who did not follow them: "tends to ignore instructions".
_TELLING = frozenset("to will would can may might does did patient he she they tends often still".split())
_GAP, _GAP_WORDS = "...", 4
_PLACES = ("start", "joined", "any")
# In a pattern, any figure.
_FIGURE = "#"
_COMMAND_REACH = 5
# "Recipe 6 steps, skip 2; checks with list" sets nothing aside.
_PARTED = frozenset({".", ";"})
# The rule that flags them holds their patterns.
_RULE = "SRC504"
_INSTRUCTION = Sense("instruction", "embedded", "instruction", "instruction")


class Pattern(NamedTuple):
    """Words in order, each a set of which one must stand there; an empty set is a gap of up to four words.

    `joined` says that the order may also follow a comma or "and".
    """

    joined: bool
    words: tuple[frozenset[str], ...]


def find_orders(low: Sequence[str], mentions: Sequence[Mention], pack: Pack) -> list[Mention]:
    """Return the instructions to whoever writes, by the patterns and words of the pack."""
    patterns = parse_patterns(pack.rules[_RULE].parameters["orders"])
    found = _find_commands(low, mentions)
    for at in [at for at, word in enumerate(low) if word in patterns]:
        for pattern in patterns[low[at]]:
            if _is_order(low, at, pattern.joined) and (last := match_words(low, at, pattern.words)):
                found.append(Mention(_INSTRUCTION, at, last))
                break
    return _merged(sorted(found, key=lambda order: order.first))


def _merged(orders: Sequence[Mention]) -> list[Mention]:
    """Join orders that touch: "system: ignore the rules"."""
    merged: list[Mention] = []
    for order in orders:
        if merged and order.first <= merged[-1].last:
            before = merged.pop()
            order = Mention(_INSTRUCTION, before.first, max(before.last, order.last))
        merged.append(order)
    return merged


def _find_commands(low: Sequence[str], mentions: Sequence[Mention]) -> list[Mention]:
    """Return each command word that has close behind it what it would set aside: "ignore the rules"."""
    found = []
    rules = [mention for mention in mentions if mention.sense.kind == "rulebook"]
    for mention in mentions if rules else ():
        if mention.sense.kind != "command" or (mention.first and low[mention.first - 1] in _TELLING):
            continue
        rule = next((rule for rule in rules if 0 <= rule.first - mention.last < _COMMAND_REACH), None)
        if rule is not None and _PARTED.isdisjoint(low[mention.last : rule.first]):
            found.append(Mention(_INSTRUCTION, mention.first, rule.last))
    return found


def _is_order(low: Sequence[str], at: int, joined: bool) -> bool:
    """The word stands where an order opens: first in a sentence, behind a plea, behind "you must"."""
    before = low[at - 1] if at else "\n"
    if before in _OPENINGS or before in _ASKING or (joined and before in _JOINING):
        return True
    return at > 1 and (low[at - 2], before) in _ASKED


def match_words(low: Sequence[str], at: int, words: Sequence[frozenset[str]]) -> int:
    """Return the end of the words at `at` that fit a pattern, or 0."""
    for number, wanted in enumerate(words):
        if not wanted:
            ends = (
                match_words(low, at + skip, words[number + 1 :])
                for skip in range(_GAP_WORDS + 1)
                if _is_open(low, at, skip)
            )
            return next((end for end in ends if end), 0)
        if at >= len(low) or not (low[at] in wanted or (_FIGURE in wanted and low[at][0].isdecimal())):
            return 0
        at += 1
    return at


def _is_open(low: Sequence[str], at: int, skip: int) -> bool:
    return _OPENINGS.isdisjoint(low[at : at + skip])


@lru_cache(maxsize=8)
def parse_patterns(text: str) -> Mapping[str, tuple[Pattern, ...]]:
    """Return the patterns of a text by their first word.

    A line is "start: say|add that PEOPLE", "joined: ..." or "any: ..." (for readers that ask for no place), its words
    apart by blanks, "|" between words of which one must stand there, "#" for a figure, "..." for up to four words of
    any kind, "NAME = a|b" a line of its own that names a set.

    Raises PackError for another line.
    """
    names: dict[str, str] = {}
    found: dict[str, list[Pattern]] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, equals, members = (part.strip() for part in line.partition("="))
        if equals and name.isupper():
            names[name] = members
            continue
        place, colon, words = line.partition(": ")
        if not colon or place not in _PLACES:
            raise PackError(f"orders: neither a pattern nor a name: {line!r}")
        sets = [
            frozenset()
            if word == _GAP
            else frozenset("|".join(names.get(part, part) for part in word.split("|")).split("|"))
            for word in words.split()
        ]
        for first in sets[0]:
            found.setdefault(first, []).append(Pattern(place == "joined", tuple(sets)))
    return {first: tuple(patterns) for first, patterns in found.items()}
