"""What a word, a sign or a bare figure of the note says, told in a few plain words that claim nothing more.

"R>L tightness" is tighter on the right; "goal 1250 not yet" is a goal not yet reached; the 24 of "POD 24" are days
after; contact guard is a hand in contact; "supine" is "on the back". Each word is judged where it stands.
"""

from collections.abc import Sequence, Set

from rewriter.fidelity.rewording.compounds import is_apart, is_told_apart
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.paraphrase import stem
from rewriter.reading.quantities import NUMBER_WORDS

_SIGNS = frozenset({">", "<", "greater", "less", "more"})
_SHORTEST_ROOT = 4
_REACHING = frozenset("reached reach met achieved attained accomplished fulfilled unmet unachieved unreached".split())
_DENYING = frozenset({"not", "never", "yet", "still", "no"})
_DENIED_REACH = 4
_TOUCHING = frozenset("hand hands contact touch touching touched".split())
_GUARDING = frozenset("guard guards guarded guarding contact touch touching on".split())
_GUARD_REACH = 5
_GUARD_AIMS = frozenset({"for", "as", "to", "while"})
_LOADS = frozenset({"load", "loads", "weight", "weights", "resistance"})
_GRAFTS = {"double": "2", "triple": "3", "quadruple": "4", "quintuple": "5"}
_BYPASSES = frozenset({"bypass", "cabg", "coronary"})
_SCHEDULE = frozenset({"schedule", "schedules", "regimen", "frequency"})
_TIMED = frozenset({"frequency", "duration"})
_SCHEDULE_REACH = 6
_LYING = frozenset({"supine"})
_OWN = frozenset({"the", "his", "her", "their", "your"})
_ROUTES = frozenset("reaching reached reaches extending extends extended running runs going goes down far into".split())
_ROUTE_REACH = 7
_OPERATION_DAY = frozenset({"postoperative", "operative", "post-op", "postop", "pod"})
_SINCE = frozenset("after following post since out postoperative postoperatively postop post-op from".split())
_DAY = 86400
_WHETHER_REACH = 5
_DURING = frozenset({"looked", "watched", "observed", "watch", "observe", "observing", "watching"})
_ONE_LEG = frozenset({"single", "sls", "one"})
_LEGS = frozenset({"leg", "limb", "extremity", "foot"})
_LOTS = frozenset("lot lots passes runs trips goes".split())
_ORDINALS = frozenset("first second third fourth fifth last final".split())
_SPIROMETRY = frozenset({"incentive", "spirometer", "spirometry"})
_STAIRS = frozenset({"stair", "stairs", "step", "steps", "curb", "flight"})
_STAIR_WORDS = {
    "up": frozenset("ascend ascends ascended ascending ascent climb climbs climbed climbing".split()),
    "down": frozenset("descend descends descended descending descent".split()),
}
_ON_STAIRS = {word: way for way, words in _STAIR_WORDS.items() for word in words}
_WAYS = {"up": "up", "down": "down", "dn": "down"}
_STAIR_REACH = 12
_RETURNING = frozenset("settling settled settles returning returned returns down recovering recovered dropping".split())

Texts = Sequence[Terms]
Words = Sequence[str]


def is_reworded(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a term of a rewrite only words what the texts say in a sign, a figure or another word."""
    low, at = one.reading.words.low, one.place[index]
    word = low[at]
    return (
        (word in _REACHING and _is_not_yet(low, at, texts))
        or (word in _TOUCHING and _is_guard(low, at, texts))
        or (word in _LOADS and _is_load(one, at, texts))
        or (word in _GRAFTS and _is_bypass(low, at, texts))
        or (word in _SCHEDULE and _is_timed(one, at))
        or (word in _ROUTES and _is_route(one, index, texts))
        or (word == "will" and "whether" in low[max(0, at - _WHETHER_REACH) : at] and _has(texts, {"?"}))
        or (word in _LOTS and _is_counted(low, at))
        or (word == "initial" and _has(texts, {"1st", "first"}))
        or (word in _SPIROMETRY and any(_has_spirometer(terms) for terms in texts))
        or (
            word in _ON_STAIRS
            and _is_by_stairs(low, at)
            and any(_goes_by_stairs(terms, _ON_STAIRS[word]) for terms in texts)
        )
        or (word == "only" and _is_only(low, at, texts))
        or (word.endswith("er") and _is_comparative(word, texts))
        or is_apart(one, index, texts)
    )


def is_told_in_words(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a word of a note is told in other words of the texts: "supine" by "on the back", "POD 3" by days."""
    low, at = one.reading.words.low, one.place[index]
    word = low[at]
    return (
        (word in _LYING and any(_on_back(terms.reading.words.low) for terms in texts))
        or (word in _OPERATION_DAY and _is_day_after(one, at, texts))
        or (word == "day" and low[at - 1] in _OPERATION_DAY and _is_day_after(one, at, texts))
        or (word in _WAYS and _goes_by_stairs(one, _WAYS[word]) and _has(texts, _STAIR_WORDS[_WAYS[word]]))
        or (word == "back" and _is_return_told(low, at, texts))
        or (word in ("hands-on", "hands") and _is_watched_only(one, at, texts))
        or (_is_compared(one, at) and any(_has_comparative(terms, one, index) for terms in texts))
        or is_told_apart(one, index, texts)
    )


def _has(texts: Texts, words: Set[str]) -> bool:
    return any(not words.isdisjoint(terms.reading.words.low) for terms in texts)


def _is_not_yet(low: Words, at: int, texts: Texts) -> bool:
    """Thus: "has not been reached yet", "still unmet" for "goal 1250 not yet"."""
    denied = low[at].startswith("un") or not _DENYING.isdisjoint(low[max(0, at - _DENIED_REACH) : at])
    return denied and any(
        word == "yet" and terms.reading.words.low[place - 1] == "not"
        for terms in texts
        for place, word in enumerate(terms.reading.words.low)
    )


def _is_guard(low: Words, at: int, texts: Texts) -> bool:
    """Thus: "a guarding hand in contact", "a hand on for guarding" for contact guard assistance."""
    if "on" in low[at + 1 : at + 3] and _GUARD_AIMS.isdisjoint(low[at + 2 : at + 4]):
        return False  # "hands-on prompts"
    near = {*low[max(0, at - _GUARD_REACH) : at], *low[at + 1 : at + 1 + _GUARD_REACH]}
    if not any(word.startswith("guard") for word in near) or near.isdisjoint(_GUARDING):
        return False
    return any(
        terms.reading.mentions[number].sense.group == "contact_guard"
        for terms in texts
        for number in terms.reading.having("level")
    )


def _is_load(one: Terms, at: int, texts: Texts) -> bool:
    """A load told beside its figure: "against a 3-pound load", "a 40-pound load was carried"."""
    loads = [one.reading.mentions[number] for number in one.reading.having("load")]
    return any(
        0 <= at - mention.last <= 1 or 0 < mention.first - at <= 2
        for mention in loads
        if any(terms.reading.having("load") for terms in texts)
    )


def _is_bypass(low: Words, at: int, texts: Texts) -> bool:
    """Thus: "triple bypass" for "CABG x3"."""
    if _BYPASSES.isdisjoint(low[at + 1 : at + 4]):
        return False
    count = _GRAFTS[low[at]]
    return any(
        word in _BYPASSES and any(f"x{count}" in (one, "".join(pair)) for one, *pair in _after(terms, place))
        for terms in texts
        for place, word in enumerate(terms.reading.words.low)
    )


def _after(terms: Terms, place: int) -> list[tuple[str, str, str]]:
    low = terms.reading.words.low
    return [(low[at], low[at], low[at + 1]) for at in range(place, min(place + 5, len(low) - 1))]


def _is_timed(one: Terms, at: int) -> bool:
    """A schedule that is told by its figures: "a splint schedule of 2 hours on and 2 hours off"."""
    low = one.reading.words.low
    for kind in _TIMED:
        for number in one.reading.having(kind):
            first = one.reading.mentions[number].first
            if at < first <= at + _SCHEDULE_REACH and SPLITS.isdisjoint(low[at:first]):
                return True
    return False


def _is_route(one: Terms, index: int, texts: Texts) -> bool:
    """How far a symptom goes: "symptoms reaching the calf", "down as far as the calf" for "sx to calf"."""
    low, at = one.reading.words.low, one.place[index]
    ahead = next((other for other in range(index + 1, len(one.place)) if one.kind(other) == "part"), None)
    if ahead is None or one.place[ahead] - at > _ROUTE_REACH or not SPLITS.isdisjoint(low[at : one.place[ahead]]):
        return False
    before = range(max(0, index - _ROUTE_REACH), index)
    if not any(one.kind(other) in ("symptom", "impairment") or low[one.place[other]] == "symptoms" for other in before):
        return False
    return any(
        terms.reading.words.low[terms.place[partner] - 1] in ("to", "into", "\u2192", "->")
        for terms in texts
        for partner in terms.partners(one.keys[ahead])
    )


def _is_only(low: Words, at: int, texts: Texts) -> bool:
    """Thus: "observed only" for "watched, no hands-on"; "on the left leg only" for a single leg stance."""
    near = (*low[max(0, at - 3) : at], *low[at + 1 : at + 3])
    if not _DURING.isdisjoint(near) and _has(texts, {"hands-on"} | {"hands"}):
        return any("no" in terms.reading.words.low for terms in texts)
    return not _LEGS.isdisjoint(near) and any(
        word in _ONE_LEG and not _LEGS.isdisjoint(terms.reading.words.low[place + 1 : place + 3])
        for terms in texts
        for place, word in enumerate(terms.reading.words.low)
    )


def _root(word: str) -> str:
    """Return the stem of what a comparative compares: "tighter", "weaker", "heavier"."""
    base = word.removesuffix("er")
    if base.endswith("i"):
        base = base[:-1] + "y"
    return stem(base) if len(base) >= _SHORTEST_ROOT else ""


def _is_comparative(word: str, texts: Texts) -> bool:
    """Thus: "tighter on the right" where the texts compare the tightness by a sign."""
    root = _root(word)
    return bool(root) and any(
        _is_compared(terms, terms.place[partner]) for terms in texts for partner in terms.partners((root,))
    )


def _is_compared(terms: Terms, at: int) -> bool:
    """Two sides are compared by a sign close by: "R>L suboccipital tightness"."""
    low = terms.reading.words.low
    for place in range(max(1, at - 4), min(len(low) - 1, at + 4)):
        if low[place] in (">", "<") and {low[place - 1], low[place + 1]} in ({"l", "r"}, {"left", "right"}):
            return True
    return False


def _has_comparative(terms: Terms, one: Terms, index: int) -> bool:
    keys = one.keys[index]
    return any(word.endswith("er") and _root(word) in keys for word in terms.reading.words.low if len(word) > 5)


def _on_back(low: Words) -> bool:
    """Thus: "on the back", "on back"."""
    return any(
        word == "back" and (low[at - 1] == "on" or (low[at - 1] in _OWN and low[at - 2] == "on"))
        for at, word in enumerate(low)
        if at > 1
    )


def _is_day_after(one: Terms, at: int, texts: Texts) -> bool:
    """Thus: "three days after", "on day 24 following" for "POD 24"."""
    figure = next((word for word in one.reading.words.low[at + 1 : at + 4] if word.isdecimal()), "")
    if not figure:
        return False
    for terms in texts:
        low = terms.reading.words.low
        for number in terms.reading.having("duration"):
            sense, first, last = terms.reading.mentions[number]
            if sense.id == f"{int(figure) * _DAY:g}" and not _SINCE.isdisjoint(low[max(0, first - 2) : last + 3]):
                return True
        if any(
            low[place : place + 2] == ["day", figure] and not _SINCE.isdisjoint(low[max(0, place - 3) : place + 5])
            for place in range(len(low) - 1)
        ):
            return True
    return False


def _is_watched_only(one: Terms, at: int, texts: Texts) -> bool:
    """Thus: "watched, no hands-on", told as "observed only"."""
    if "no" not in one.reading.words.low[max(0, at - 2) : at]:
        return False
    return any(
        word == "only" and not _DURING.isdisjoint(terms.reading.words.low[max(0, place - 3) : place + 3])
        for terms in texts
        for place, word in enumerate(terms.reading.words.low)
    )


def _is_counted(low: Words, at: int) -> bool:
    """Lots are counted as sets are: "three lots of ten", "the second lot"; "a lot of pain" says how much."""
    before = low[at - 1] if at else ""
    return before[:1].isdecimal() or before in _ORDINALS or NUMBER_WORDS.get(before, 0) > 1


def _has_spirometer(terms: Terms) -> bool:
    """The IS of a note is no verb before a figure: "IS 750 mL"."""
    low = terms.reading.words.low
    return any(
        word == "is"
        and low[at + 1][0].isdecimal()
        and terms.reading.words.written(at, at + 1) == "IS"
        and not terms.reading.words.text.isupper()
        for at, word in enumerate(low[:-1])
    )


def _is_by_stairs(low: Words, at: int) -> bool:
    """Stairs stand close by, and no figure is told to climb."""
    return not _STAIRS.isdisjoint(low[max(0, at - _STAIR_REACH) : at + _STAIR_REACH])


def _goes_by_stairs(terms: Terms, way: str) -> bool:
    """Stairs are told with the way close behind: "12 stairs R rail, SBA up, CGA down"."""
    low = terms.reading.words.low
    ways = {word for word, told in _WAYS.items() if told == way}
    return any(word in _STAIRS and not ways.isdisjoint(low[at : at + _STAIR_REACH]) for at, word in enumerate(low))


def _is_return_told(low: Words, at: int, texts: Texts) -> bool:
    """Thus: "back to 2 in 1 min", told as "settling to 2"; "and back", of a way between two things."""
    if low[at + 1 : at + 2] == ["to"] and at + 2 < len(low):
        return any(
            word in _RETURNING and low[at + 2] in terms.reading.words.low[place + 1 : place + 3]
            for terms in texts
            for place, word in enumerate(terms.reading.words.low)
        )
    return low[at - 1] == "and" and _has(texts, {"between"})
