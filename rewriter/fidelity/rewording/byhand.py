"""The hand that goes without saying: that holds a spoon, of "no UE support", on a muscle, of contact guard."""

from collections.abc import Sequence

from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.paraphrase import stem

LEFT, RIGHT = frozenset({"left", "l", "lt"}), frozenset({"right", "r", "rt"})
_HANDS = frozenset({"hand", "hands"})
_ARMS = frozenset({"hand", "hands", "arm", "arms", "extremity", "extremities", "ue", "ues"})
_UPPER = frozenset({"ue", "ues", "bue", "bues", "upper"})
_EXTREMITY = frozenset({"extremity", "extremities"})
# What is done with a hand and with nothing else of the body.
_BY_HAND = frozenset(
    "hold holds held holding type types typed typing write writes wrote written writing uncap uncaps uncapped "
    "uncapping grasp grasps grasped grasping grip grips gripped gripping pinch pinches pinched pinching button buttons "
    "buttoned buttoning unbutton unbuttoned scoop scoops scooped scooping stir stirs stirred stirring cut cuts "
    "cutting thread threads threaded threading pour pours poured pouring comb combs combed combing draw draws drew "
    "drawing trace traces traced tracing stabilize stabilizes stabilized stabilizing pick picks picked".split()
)
_IRREGULAR = {"held": "hold", "wrote": "write", "written": "write", "drew": "draw"}
_ROOT = 3  # "type", "typed"; the deeds listed differ in their first letters
_BEARING = frozenset(
    "support supported supports supporting assist use used using uses help without no w/o push pushing pushed "
    "push-off hold holding held hold-on propped prop".split()
)
_THERAPISTS = frozenset({"pt", "ot", "therapist", "therapist's", "pta", "cota", "my"})
_HOLDING = frozenset("held holds holding steadied steadies steadying kept keeping".split())
_TOUCH = frozenset("hand hands palm palms finger fingers fingertip fingertips thumb".split())
_CONTACT = frozenset({"contact", "contacts", "touch"})
_GUARDING = frozenset("guard guards guarded guarding contact touch touching on".split())
_GUARD_AIMS = frozenset({"for", "as", "to", "while"})
_NEAR, _CLOSE, _FAR = 4, 3, 8
_GUARD_REACH = 5

Texts = Sequence[Terms]
Words = Sequence[str]


def is_hand_implied(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a hand, or its contact, in a rewrite goes without saying beside what the texts tell."""
    low, at = one.reading.words.low, one.place[index]
    if _is_guard(low, at, texts):
        return True
    if low[at] in _CONTACT:
        return _is_hand_there(low, at, texts)
    return low[at] in _HANDS and (_is_working_hand(one, index, texts) or _is_support(low, at, texts))


def is_hand_implied_there(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the hand of a note goes without saying in the texts of a rewrite."""
    low, at = one.reading.words.low, one.place[index]
    word = low[at]
    return (
        (word in _UPPER or (word in _EXTREMITY and low[at - 1] == "upper")) and _is_support_told(low, at, texts)
    ) or (word in _HANDS and low[at - 1] in _THERAPISTS and _is_held(one, index, texts))


def side_of(words: Words) -> frozenset[str]:
    """Return the spellings of the last side among some words, or none."""
    for word in reversed(words):
        for side in (LEFT, RIGHT):
            if word in side:
                return side
    return frozenset()


def _is_working_hand(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "the left hand was used to type" for "typed L only"; the side stands by the deed in the note."""
    low, at = one.reading.words.low, one.place[index]
    side = side_of(low[max(0, at - 2) : at])
    if not side:
        return False
    deeds = {_root(word) for word in low[max(0, at - _FAR) : at + _FAR] if word in _BY_HAND}
    return any(
        word in _BY_HAND
        and _root(word) in deeds
        and not side.isdisjoint((*words[max(0, place - 2) : place], *words[place + 1 : place + 2]))
        for terms in texts
        for words in (terms.reading.words.low,)
        for place, word in enumerate(words)
    )


def _root(word: str) -> str:
    return stem(_IRREGULAR.get(word, word))[:_ROOT]


def _is_support(low: Words, at: int, texts: Texts) -> bool:
    """Thus: "one hand was used for support", "hands not used" for "1 UE support", "no UE"."""
    near = _clause(low, at)
    if _BEARING.isdisjoint(near):
        return False
    denied = not {"no", "not", "without", "never"}.isdisjoint(near)
    return any(_bears(terms.reading.words.low, denied) for terms in texts)


def _clause(low: Words, at: int) -> Words:
    """Return the words close to a word, up to the next marks."""
    first, last = at, at + 1
    while first and at - first < _NEAR and low[first - 1] not in SPLITS:
        first -= 1
    while last < len(low) and last - at <= _NEAR and low[last] not in SPLITS:
        last += 1
    return (*low[first:at], *low[at + 1 : last])


def _bears(low: Words, denied: bool) -> bool:
    """The upper extremities of a text are told as a support, or as none."""
    for at, word in enumerate(low):
        if word in _UPPER and (word != "upper" or not _EXTREMITY.isdisjoint(low[at + 1 : at + 2])):
            near = (*low[max(0, at - 2) : at], *low[at + 1 : at + 4])
            no = not {"no", "without", "w/o", "s\u0304", "not"}.isdisjoint(low[max(0, at - 2) : at])
            held = not {"support", "assist", "->", "\u2192", "hold", "push"}.isdisjoint(near)
            if no == denied and (no or held):
                return True
    return False


def _is_support_told(low: Words, at: int, texts: Texts) -> bool:
    """The other way round, for the words of a note."""
    if low[at] in _EXTREMITY:
        at -= 1
    before = low[max(0, at - 2) : at]
    denied = not {"no", "without", "w/o", "s\u0304"}.isdisjoint(before)
    held = not {"support", "assist", "->", "\u2192", "hold", "push"}.isdisjoint(low[at + 1 : at + 4])
    if not (denied or held):
        return False
    for terms in texts:
        words = terms.reading.words.low
        for place, word in enumerate(words):
            if word not in _ARMS:
                continue
            near = _clause(words, place)
            no = not {"no", "not", "without", "never", "hands-free"}.isdisjoint(near)
            if no == denied and not _BEARING.isdisjoint(near):
                return True
    return False


def _is_held(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "PT held the shoulder down" for "PT hands on shoulder to keep it down"."""
    near = range(max(0, index - _CLOSE), min(len(one.place), index + _CLOSE + 1))
    keys = [key for other in near if one.kind(other) == "part" for key in one.keys[other]]
    return any(
        low[place] in _HOLDING and low[place - 1] in _THERAPISTS
        for terms in texts
        for low in (terms.reading.words.low,)
        for partner in terms.partners(keys)
        for place in range(max(1, terms.place[partner] - _NEAR), terms.place[partner])
    )


def _is_hand_there(low: Words, at: int, texts: Texts) -> bool:
    """Thus: "light contact of my finger" for "my finger light on the muscle"."""
    touching = _TOUCH.intersection(low[max(0, at - _CLOSE) : at + _NEAR])
    return any(
        word in touching and "on" in words[place + 1 : place + _CLOSE + 1]
        for terms in texts
        for words in (terms.reading.words.low,)
        for place, word in enumerate(words)
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
