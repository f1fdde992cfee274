"""The letter p of a chart, "after": it carries a bar by hand, and loses it at a keyboard.

It may as well be pain ("p 5/10", "knee p"), poor ("balance p"), the plan, a person ("2 p transfer") or part of a name
("p bars"): then it stays as it was written.
"""

from collections.abc import Mapping
from itertools import takewhile

from rewriter.lexicon import Node
from rewriter.reading.quantities.units import UNITS
from rewriter.reading.words import Words

AFTER, AFTERWARD = "after", "afterward"
_OPENINGS = frozenset({"\n", ".", "!", "?", "\u2022", "|", "//"})
_STOPS = _OPENINGS | {",", ";", ")", ":"}
_CHARTED = frozenset({"s", "o", "a"})
# What comes next is a plan's, not what was before: "p cont POC".
_PLANNED = frozenset(
    "cont continue continued progress will next dc d/c add try f/u follow plan poc increase advance upgrade see cert "
    "recert resume initiate monitor reassess recheck assess work focus rtc".split()
)
# Behind one of these the letter is a noun, or a grade: "no p", "sitting balance p".
_LEADING = frozenset(
    "no not denies denied c/o complaint complaints of any a an the his her their pt's some mild severe sharp dull achy "
    "burning with w/ w due d/t r/t 2/2 to for from bal control tolerance tol potential prognosis insight judgment "
    "judgement awareness quality carryover o / x vs in".split()
)
# What pain or a plan goes on with, and no time does.
_LINKS = frozenset(
    "in with w/ w w/o at on during when while from is was were are of to and or but if than as per by @ level levels "
    "scale score rating rated free today now still only yet noted reported reports resolved gone persists limits "
    "limiting limited increased increases decreased decreases reduced improved worsened worse better less more mgmt "
    "management relief reduction intensity location behavior onset".split()
)
# What the letter is the first of.
_NAMED = frozenset(
    "value values wave waves bar bars flex flexion flexor flexors flexed fascia fasciitis tib fem m o t r".split()
)
# What is graded poor.
_GRADED = frozenset(
    "bal control tolerance tol safety awareness form technique insight judgment judgement carryover compliance "
    "motivation effort potential prognosis quality sleep recall memory vision grip hygiene tone mechanics "
    "initiation sequencing eccentric concentric rom arom".split()
)
# What is done for an ability, and comes to an end: "tired p balance ex".
_WORKED = frozenset(
    "ex exs exer exercise exercises training work board task tasks activity activities drill drills pad beam test "
    "tests testing circuit program games game".split()
)
_HELPED_BY = frozenset("a assist assistance transfer transfers xfer xfers lift hoyer max mod min dep dependent".split())
_MOST_PERSONS = 4
_GLIDED = frozenset("mob mobs mobilization mobilizations glide glides view film".split())
_NEARLY = frozenset({"~", "about", "approx", "approximately"})
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_TESTED = ("mwt", "mst", "mwd", "xsts")
_NO_UNITS = frozenset({"x", "in", "at", "time", "is", "was", "this", "plus", "yes", "vs"})
# How somebody or something is when what was done is over.
_LEFT = frozenset(
    "tired fatigued winded sleepy dizzy nauseous nauseated queasy shaky exhausted drained wiped breathless lightheaded "
    "calm calmer relaxed looser softer tearful fussy cranky asleep quiet quieter pale flushed sweaty pink red intact "
    "clear ok okay fine stable steady steadier unchanged check checked rechecked iced rested napped".split()
)
_EARLIER = frozenset({"before", "pre", "prior"})


def find_afters(words: Words, shouted: bool, lexicon: Mapping[str, Node]) -> dict[int, str]:
    """Return what single letters p that stand free say, by the word's number: "after", or "afterward" at an end."""
    places = [at for at, low in enumerate(words.low) if low == "p" and _stands_free(words, at)]
    found = {}
    for at in places:
        if not shouted and words.written(at, at + 1) != "p":
            continue
        if _ends_clause(words, at):
            if _is_left(words, at):
                found[at] = AFTERWARD
        elif _may_follow(words, at, lexicon) and (not shouted or words.low[at + 1][0].isdecimal()):
            found[at] = AFTER
    return found


def _stands_free(words: Words, at: int) -> bool:
    return at == 0 or words.gap[at] == " " or words.low[at - 1] in ("\n", "(")


def _ends_clause(words: Words, at: int) -> bool:
    """A mark stands right behind the letter, and no letter behind that: not "p.o."."""
    if at + 1 == len(words.low):
        return True
    if words.low[at + 1] not in _STOPS - {":"}:
        return False
    return at + 2 == len(words.low) or words.gap[at + 2] != "" or words.low[at + 1] == "\n"


def _is_left(words: Words, at: int) -> bool:
    """Thus: "tired p, BP 118/70", "skin check p", "BP 120/70 before, 134/80 p"; a "knee p" may be painful."""
    before = words.low[at - 1] if at else "."
    if before in _LEFT:
        return True
    first = next((k + 1 for k in range(at - 1, -1, -1) if words.low[k] in _OPENINGS | {";"}), 0)
    return before[0].isdecimal() and not _EARLIER.isdisjoint(words.low[first:at])


def _may_follow(words: Words, at: int, lexicon: Mapping[str, Node]) -> bool:
    """What stands behind the letter can have been before, and the letter is nothing else."""
    low = words.low
    before, behind = low[at - 1] if at else "\n", low[at + 1]
    helped = before == "a" and words.written(at - 1, at) == "A"  # "min A p cue"
    if words.gap[at + 1] != " " or (before in _LEADING and not helped):
        return False
    if at and _has_kind(before, lexicon, "ability"):
        return False
    if before == "s" and not (at > 1 and low[at - 2][-1].isdecimal()):
        return False  # "s p TKA"
    if before in _OPENINGS and (behind in _PLANNED or _is_charted(words)):
        return False
    counted = before.isdecimal() and int(before) <= _MOST_PERSONS and low[at - 2 : at - 1] != ["/"]
    if counted and behind in _HELPED_BY:
        return False  # so many persons
    if behind in _NEARLY and at + 2 < len(low):
        return _counts_something(words, at + 2, lexicon)
    if behind[0].isdecimal():
        return _counts_something(words, at + 1, lexicon)
    return _names_something(words, at + 1, lexicon)


def _is_charted(words: Words) -> bool:
    """The note's other headings are single letters in lower case: "s pt tired. o amb 50 ft"."""
    return any(
        low in _CHARTED and (at == 0 or words.low[at - 1] in _OPENINGS) and words.written(at, at + 1) == low
        for at, low in enumerate(words.low)
    )


def _counts_something(words: Words, at: int, lexicon: Mapping[str, Node]) -> bool:
    """A figure with what it counts: "20 min", "2nd set", "3 laps", "2x10"; "5/10" and a bare "5" may rate pain."""
    low, gap = words.low, words.gap
    if low[at + 1 : at + 2] == ["-"] and low[at + 2 : at + 3] and low[at + 2][0].isdecimal():
        at += 2
    if not low[at][0].isdecimal() or at + 1 >= len(low):
        return False
    unit = low[at + 1]
    if gap[at + 1] == "" and (unit in _ORDINALS or unit == "'"):
        return True
    if unit == "x":
        return low[at + 2 : at + 3] != [] and low[at + 2][0].isdecimal()
    if len(unit) < 2 or unit in _NO_UNITS or _has_kind(unit, lexicon, "part"):
        return False
    named = gap[at + 1] == "" and unit.isalpha() and unit.startswith(_TESTED)
    return named or unit in UNITS or (unit.isalpha() and unit.endswith("s"))


def _names_something(words: Words, at: int, lexicon: Mapping[str, Node]) -> bool:
    """A noun stands here, with no ability that may be poor and no bare part of the body that may hurt."""
    run = list(takewhile(lambda word: word[0].isalpha(), words.low[at : at + 4]))
    if not run or run[0] in _LINKS | _NAMED:
        return False
    if run[0] in ("a", "l", "r"):
        if len(run) < 2 or len(run[1]) < 2 or run[1] in _GLIDED:
            return False
        run = run[1:]
    if len(run[0]) < 2 or run[0] in _GRADED or not (_GRADED - {"technique"}).isdisjoint(run[1:2]):
        return False
    graded = next((n for n, word in enumerate(run[:2]) if _has_kind(word, lexicon, "ability")), None)
    if graded is not None and _WORKED.isdisjoint(run[graded + 1 : graded + 2]):
        return False
    goes_on = len(run) > 1 and run[1] not in _LINKS and len(run[1]) > 1
    return goes_on or not _has_kind(run[0], lexicon, "part")


def _has_kind(word: str, lexicon: Mapping[str, Node], kind: str) -> bool:
    return any(sense.kind == kind for sense in lexicon.get(word, {}).get("", ()))
