"""What a clinical word of the note claims, told in plain English with words that claim nothing more.

A list that ends in "too" has its item also; who is taught "when to stop" knows when the activity should end; foam
under both feet is stood on. Each word is judged where it stands.
"""

from collections.abc import Callable, Sequence

from rewriter.fidelity.posture import STANDING_UP, is_on_pad, tells_standing
from rewriter.fidelity.terms import SPLITS, Terms
from rewriter.reading.quantities import NUMBER_WORDS

_MEANS = frozenset({"help", "aid"})
_MEANT = frozenset({"device", "equipment"})
_INTERPRETER = "interpreter"
_ASKING = frozenset("when how what where which whether that why".split())
_TELLING = frozenset("say tell recall remember swear".split())
_UNSURE = frozenset("unsure uncertain ? sure certain unclear recall remember unknown".split())
_UNTIL = frozenset({"til", "till", "until"})
_NOT_YET = frozenset({"no", "not", "never", "without", "avoid", "hold"})
_FINDING_RIGHT = frozenset("was were is got did done it them that".split())
_SWAPPED = frozenset({"<->", "\u2194", "<>"})
_TRANSFERS = frozenset("transfer transfers transferred transferring".split())
_STEPPING = frozenset("step steps stepping tap taps kick kicks lunge lunges".split())
_LIMBS = frozenset({"leg", "foot"})
_BEARING = frozenset("stand stands stood standing weight bearing".split())
_SIDES = frozenset({"left", "right"})
_WATCHING = frozenset({"supervised", "watched", "overseen"})
_PARTS_OF_DAY = {"morning": (4, 12), "afternoon": (12, 18), "evening": (17, 22)}  # hours, the last one excluded
_HALF_DAY = 12
_SUCCEEDING = frozenset("success successes successful successfully succeeded".split())
_DENYING = frozenset({"not", "no", "never", "without"})
_MEANS_REACH, _NEAR, _DENIED_REACH = 6, 5, 8

Texts = Sequence[Terms]
Words = Sequence[str]


def is_plain(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a term of a rewrite says in plain English no more than a word or a sign of the texts."""
    low, at = one.reading.words.low, one.place[index]
    word = low[at]
    return (
        (word in _MEANS and _is_by_means(one, at))
        or (word == "should" and not _ASKING.isdisjoint(low[max(0, at - _NEAR) : at]) and _says(texts, _is_asking))
        or (word == "could" and _is_unsure(low, at) and any(not _UNSURE.isdisjoint(terms.written) for terms in texts))
        or (word == "before" and _says(texts, _is_not_until))
        or (word in _WATCHING and any(_is_watched(terms) for terms in texts))
        or (word == "half" and any(_has_half(terms) for terms in texts))
        or (word in _TRANSFERS and any(_is_swapped(terms) for terms in texts))
        or (word in STANDING_UP and is_on_pad(low, at) and any(_stands_on_pad(terms) for terms in texts))
        or (word == "down" and low[at - 1] == "back" and any(_is_swapped(terms) for terms in texts))
        or (word in _PARTS_OF_DAY and any(_has_hour(terms, *_PARTS_OF_DAY[word]) for terms in texts))
        or (word in _SUCCEEDING and _is_counted(low, at) and any(terms.reading.having("ratio") for terms in texts))
        or (word in _LIMBS and low[at - 1] in _SIDES and _says(texts, _is_step_of(low[at - 1])))
    )


def is_told_plainly(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a word of a note is told by a plain one: "too" by "also", "correct" by "was right"."""
    low, at = one.reading.words.low, one.place[index]
    if low[at] == "too":  # "too fast" claims
        return at + 1 == len(low) or low[at + 1] in SPLITS
    return low[at] == "correct" and _says(texts, _is_right)


def _says(texts: Texts, is_there: Callable[[Words, int], bool]) -> bool:
    """Tell whether some place of some text is such a place."""
    return any(is_there(terms.reading.words.low, at) for terms in texts for at in range(len(terms.reading.words.low)))


def _is_by_means(one: Terms, at: int) -> bool:
    """Thus: "with the help of an interpreter", "with the aid of a walker"; people help in earnest."""
    words = one.reading.words.low
    if words[at - 2 : at] != ["with", "the"] or words[at + 1 : at + 2] != ["of"]:
        return False
    near = (one.reading.mentions[number].sense for number in one.reading.between(at + 2, at + _MEANS_REACH))
    return any(sense.kind in _MEANT or _INTERPRETER in (sense.group, sense.id) for sense in near)


def _is_asking(low: Words, at: int) -> bool:
    """Thus: "when to stop"."""
    return low[at] == "to" and at > 0 and low[at - 1] in _ASKING


def _is_unsure(low: Words, at: int) -> bool:
    """Thus: "could not say for certain"."""
    return low[at + 1 : at + 2] == ["not"] and not _TELLING.isdisjoint(low[at + 2 : at + 4])


def _is_not_until(low: Words, at: int) -> bool:
    """Thus: "no lifting til 12/3"."""
    return low[at] in _UNTIL and not _NOT_YET.isdisjoint(low[max(0, at - _DENIED_REACH) : at])


def _is_watched(terms: Terms) -> bool:
    mentions, levels = terms.reading.mentions, terms.reading.having("level")
    return any(mentions[number].sense.group == "supervision" for number in levels)


def _is_swapped(terms: Terms) -> bool:
    """Thus: "sit<->stand", both ways."""
    return not _SWAPPED.isdisjoint(terms.reading.words.low)


def _has_hour(terms: Terms, first: int, last: int) -> bool:
    """A time of day from one hour to before another: "called at 0930" was in the morning."""
    clocks = (terms.reading.mentions[number].sense.id.replace(":", "") for number in terms.reading.having("clock"))
    hours = [int(clock[:-2]) for clock in clocks if len(clock) > 2 and clock.isdecimal()]
    return any(first <= hour < last or (hour < _HALF_DAY <= first and hour + _HALF_DAY < last) for hour in hours)


def _is_counted(low: Words, at: int) -> bool:
    """Thus: "was successful 8 times out of 10"; who was "not successful" is another thing."""
    ahead = low[at + 1 : at + 1 + _NEAR]
    figured = any(word[0].isdecimal() or word in NUMBER_WORDS for word in ahead)
    return figured and not {"of", "/"}.isdisjoint(ahead) and _DENYING.isdisjoint(low[max(0, at - 3) : at])


def _has_half(terms: Terms) -> bool:
    """Thus: "4/8 correct"."""
    for number in terms.reading.having("ratio"):
        part, _, whole = terms.reading.mentions[number].sense.id.partition("/")
        if part.isdecimal() and whole.isdecimal() and 2 * int(part) == int(whole):
            return True
    return False


def _stands_on_pad(terms: Terms) -> bool:
    """A sentence tells of balance on a pad, and of no posture but standing."""
    low = terms.reading.words.low
    return any(tells_standing(low[span.first : span.last]) for span in terms.reading.sentences)


def _is_step_of(side: str) -> Callable[[Words, int], bool]:
    """Return a test for a step of a side told without the limb: "delayed step L", "stood at walker on L"."""

    def is_step(low: Words, at: int) -> bool:
        if low[at] == side and low[at - 1] == "on" and not _BEARING.isdisjoint(low[max(0, at - _NEAR) : at]):
            return True
        return low[at] == side and not _STEPPING.isdisjoint((*low[max(0, at - 1) : at], *low[at + 1 : at + 2]))

    return is_step


def _is_right(low: Words, at: int) -> bool:
    """Thus: "that was right six times"; a right side has a noun behind it."""
    return low[at] == "right" and at > 0 and low[at - 1] in _FINDING_RIGHT
