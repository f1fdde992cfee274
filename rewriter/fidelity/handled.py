"""Words that only say how a thing of the other text was used, or that it came about.

Stairs are climbed, walkers pushed, water is drunk; who grew tired is tired; with somebody standing by is standby
assistance. Such a word claims nothing beside the thing, which is compared on its own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rewriter.fidelity.aspects import FORMER, is_former
from rewriter.fidelity.below import has_minus
from rewriter.fidelity.terms import SPLITS, Terms
from rewriter.reading.context import REFUSED
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.units import UNITS

# (how a thing is used, the things): one of the things stands beside the word, and the other text has it too. Only
# things that serve nothing else: a cup may be reached for, a door walked through, tape lie on the floor.
_USES = tuple(
    (frozenset(verbs.split()), frozenset(things.split()))
    for verbs, things in (
        ("push pushes pushed pushing", "walker rollator rw fww"),
        ("lean leans leaned leaning", "cane walker rollator"),
        ("watch watches watched watching", "mirror video screen monitor"),
        ("look looks looked looking", "mirror"),
        ("drink drinks drank drunk drinking", "juice coffee tea"),
        ("eat eats ate eaten eating", "puree pureed"),
        ("swallow swallowed swallowing", "sips pill pills"),
        ("read reads reading", "menu newspaper book"),
        ("ride rides rode riding pedal pedals pedaled pedaling", "bike bicycle ergometer nustep"),
        ("squeeze squeezed squeezing", "putty"),
        ("pull pulls pulled pulling", "band bands theraband tubing pulley pulleys"),
        ("lift lifts lifted lifting", "dumbbell dumbbells"),
        ("blow blows blew blown blowing", "bubbles whistle pinwheel straw"),
        ("cut cuts cutting snip snips snipped snipping", "scissors"),
        ("stir stirs stirred stirring", "whisk ladle"),
        ("steer steers steered steering drive drives drove driven driving", "joystick"),
    )
)
_CLIMBING = frozenset("climb climbs climbed climbing".split())
_STAIRS = frozenset({"stair", "stairs", "staircase", "flight", "flights"})
_STEPS = frozenset({"step", "steps", "curb"})
_DOWN = frozenset("down descend descends descended descending descent".split())
_UP_AND_DOWN = frozenset({"up", "down"})
_WAYS = _DOWN | frozenset("up ascend ascends ascended ascending ascent \u2191 \u2193".split())
_BECOMING = frozenset("grew grow growing grown became become".split())
_STANDING = frozenset("stand stands stood standing".split())
_NEARBY = (("by",), ("close", "by"), ("near", "by"), ("nearby",), ("ready",))
_WATCHED = frozenset({"standby", "supervision"})
_STAFF = frozenset("staff people persons helpers therapists clinicians".split())
_ORDERS = {
    "post": frozenset("after afterward afterwards following subsequently then".split()),
    "pre": frozenset("before beforehand prior initially first".split()),
}
_HISTORY = frozenset({"history", "hx", "pmh"})
_THAT = frozenset({"that", "this", "those", "these"})
_LACKING = frozenset("lack lacks lacked lacking short minus negative".split())
_REFUSING = frozenset("refused refuses refuse refusing declined declines declining".split())
_ALONE = frozenset({"alone", "solo", "unaided"})
_DWELLING = frozenset("live lives lived living home house apartment stay stays staying left be".split())
_REACH, _COUNT_REACH = 8, 3

Texts = Sequence[Terms]


def is_handling(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a term of a rewrite only says how something of the texts was used, or that it came about."""
    low, at = one.reading.words.low, one.place[index]
    return (
        _is_use(one, index, texts)
        or (low[at] in _CLIMBING and _is_climbing(one, at, texts))
        or (low[at] in _BECOMING and _became_known(one, index, texts))
        or (low[at] in _UP_AND_DOWN and _is_up_and_down(one, at, texts))
        or (low[at] in _STANDING and _stands_by(low, at, texts))
        or (low[at] in _STAFF and _is_helped_by(low, at, texts))
        or (low[at] == "same" and low[at - 1] in _THAT)
        or (low[at] == "will" and _is_scheduled(one, at, texts))
        or (low[at] in _LACKING and _is_figured(low, at) and any(map(has_minus, texts)))
    )


def is_unit_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a unit beside its figure ("wk 8") is told with the figure, as the unit of any figure."""
    low, at = one.reading.words.low, one.place[index]
    kind, unit, _ = UNITS.get(low[at], ("", "", 0))
    if not unit or not low[at + 1 : at + 2] or not low[at + 1][0].isdecimal():
        return False
    return any(
        terms.reading.mentions[number].sense.group == unit for terms in texts for number in terms.reading.having(kind)
    )


def is_order_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the "pre" or "post" of a note is told by another word of order: "and afterward 3 out of 10"."""
    words = _ORDERS.get(one.reading.words.low[one.place[index]])
    return words is not None and any(not words.isdisjoint(terms.reading.words.low) for terms in texts)


def is_refusal_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the "refused" of a note is told in other words that the reading knows: "would not do"."""
    if one.reading.words.low[one.place[index]] not in _REFUSING:
        return False
    return any(bit & REFUSED for terms in texts for _, _, bit in terms.reading.scopes) or any(
        terms.holds(["said", "no", "to"]) or terms.holds(["says", "no", "to"]) for terms in texts
    )


def is_level_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether what was done "alone" is told as done independently; who lives alone is another thing."""
    low, at = one.reading.words.low, one.place[index]
    if low[at] not in _ALONE or not _DWELLING.isdisjoint(low[max(0, at - 2) : at]):
        return False
    near = {key for other in range(max(0, index - 3), index) if one.claims[other] for key in one.keys[other]}
    return any(
        terms.reading.mentions[number].sense.group == "independent"
        and any(
            terms.sentence[partner] == terms.sentence_at(terms.reading.mentions[number].first)
            for partner in terms.partners(near)
        )
        for terms in texts
        for number in terms.reading.having("level")
    )


def is_past_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the "Hx" of a note is told by a year or another word for what is over."""
    low = one.reading.words.low[one.place[index]]
    return low in _HISTORY and any(
        is_former(terms.reading.words.low) or not FORMER.isdisjoint(terms.reading.words.low) for terms in texts
    )


def _around(one: Terms, at: int) -> range:
    """Return the words near a word, in its sentence."""
    sentence = one.reading.sentences[max(0, one.sentence_at(at))]
    return range(max(sentence.first, at - _REACH), min(sentence.last, at + _REACH + 1))


def _is_use(one: Terms, index: int, texts: Texts) -> bool:
    low, at = one.reading.words.low, one.place[index]
    things = next((things for verbs, things in _USES if low[at] in verbs), None)
    if things is None:
        return False
    for near in _around(one, at):
        if low[near] in things:
            first, last = bisect_left(one.place, near), bisect_right(one.place, near)
            keys = one.keys[first] if first < last else ()
            if any(low[near] in terms.written or terms.partners(keys) for terms in texts):
                return True
    return False


def _is_climbing(one: Terms, at: int, texts: Texts) -> bool:
    """Stairs, or a number of steps, that the other text has and does not tell as gone down."""
    low, near = one.reading.words.low, _around(one, at)
    stairs = any(low[place] in _STAIRS for place in near)
    counted = any(
        low[place] in _STEPS and any(_is_count(word) for word in low[max(0, place - _COUNT_REACH) : place])
        for place in near
    )
    if not (stairs or counted):
        return False
    met = _STAIRS if stairs and not counted else _STAIRS | _STEPS
    return any(not met.isdisjoint(terms.written) and _DOWN.isdisjoint(terms.written) for terms in texts)


def _is_up_and_down(one: Terms, at: int, texts: Texts) -> bool:
    """Stairs told both ways, where the other text has them and neither way: "up and down the steps at home"."""
    low = one.reading.words.low
    if ("up", "and", "down") not in (tuple(low[at : at + 3]), tuple(low[max(0, at - 2) : at + 1])):
        return False
    met = _STAIRS | _STEPS
    if not any(low[near] in met for near in _around(one, at)):
        return False
    return any(not _STAIRS.isdisjoint(terms.written) and _WAYS.isdisjoint(terms.written) for terms in texts)


def _is_figured(low: Sequence[str], at: int) -> bool:
    """A figure stands close behind: "lacks 10 degrees", "lacking the last ten degrees"."""
    return any(word[0].isdecimal() or word in NUMBER_WORDS for word in low[at + 1 : at + 1 + _COUNT_REACH])


def _is_count(word: str) -> bool:
    return word[0].isdecimal() or word in NUMBER_WORDS


def _became_known(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "grew frustrated", where the other text has the frustration."""
    ahead = index + 1
    if ahead >= len(one.place) or one.place[ahead] - one.place[index] > 2:
        return False
    return any(terms.partners(one.keys[ahead]) for terms in texts)


def _stands_by(low: Sequence[str], at: int, texts: Texts) -> bool:
    """Somebody stood by without a hand on the patient; "stood by the bed" names the bed."""
    for words in _NEARBY:
        end = at + 1 + len(words)
        if tuple(low[at + 1 : end]) == words and (end >= len(low) or low[end] in SPLITS or low[end] in _GOING_ON):
            return any(
                terms.reading.mentions[number].sense.group in _WATCHED
                for terms in texts
                for number in terms.reading.having("level")
            )
    return False


_GOING_ON = frozenset("for while throughout and as to during at in because when".split())


def _is_scheduled(one: Terms, at: int, texts: Texts) -> bool:
    """What comes on a day that the other text names: "wear check Fri"."""
    near = _around(one, at)
    keys = (key for index, place in enumerate(one.place) if place in near for key in one.keys[index])
    days = [key for key in keys if key.startswith("day:")]
    return any(terms.partners(days) for terms in texts)


def _is_helped_by(low: Sequence[str], at: int, texts: Texts) -> bool:
    """Thus: "assistance of two staff" for "mod A x2"."""
    count = str(NUMBER_WORDS.get(low[at - 1], low[at - 1])) if at else ""
    return any(
        {"x", "+", "of"} & {terms.reading.words.low[last]} and terms.reading.words.low[last + 1] == count
        for terms in texts
        for last in (terms.reading.mentions[number].last for number in terms.reading.having("level"))
        if last + 1 < len(terms.reading.words.low)
    )
