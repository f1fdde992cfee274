"""What a clinical word of the note claims, told in plain English with words that claim nothing more.

A list that ends in "too" has its item also; who is taught "when to stop" knows when the activity should end; foam
under both feet is stood on. Each word is judged where it stands.
"""

from collections.abc import Callable, Sequence

from rewriter.fidelity.rewording.implied import is_implied, is_implied_there
from rewriter.fidelity.rewording.reworded import is_reworded, is_told_in_words
from rewriter.fidelity.texts.clocks import time_told
from rewriter.fidelity.texts.posture import STANDING_UP, is_on_pad, tells_standing
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.context import PLANNED
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.units import UNITS, components

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
_WATCHING = frozenset({"supervised", "watched", "overseen", "supervising", "overseeing"})
_SUCCEEDING = frozenset("success successes successful successfully succeeded".split())
_DENYING = frozenset({"not", "no", "never", "without"})
_MEANS_REACH, _NEAR, _DENIED_REACH = 6, 5, 8
_LIKING = frozenset("like likes liked".split())
_DEGREES = frozenset({"better", "best", "more", "most"})
_PREFERRING = frozenset("prefer prefers preferred preference preferring".split())
_REMOVED = frozenset("remove removes removed removing removal doff doffed doffing".split())
_PARTS_OF_DAY = {"morning": (0, 12), "afternoon": (12, 18), "evening": (17, 24)}
_ALWAYS = frozenset({"all", "each", "every", "100"})
_HELP = frozenset({"help", "assistance", "assist"})
_OFTEN = {"daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour"}
_SHORT_PERIODS = {"day": ("day", "d"), "week": ("week", "wk"), "month": ("month", "mo"), "hour": ("hour", "hr")}
_ADDING = frozenset("add adds adding introduce introduces introducing".split())
_AHEAD = 3
# What several plain words say of a word of the note.
_PHRASES = {
    "resumed": ("went on", "carried on", "kept going", "went back to it", "got going again", "continued"),
    "unchanged": ("remains at", "remained at", "stays at", "stayed at", "still at", "the same as before", "as before"),
    "rest": ("sat it out", "sat out", "sit out"),
    "new": ("started to", "has begun", "have begun", "began to", "have started", "has started"),
    "prefers": ("likes better", "liked better"),
}
_WENT = frozenset("went goes put set puts sets written wrote writing noted jotted taken marked".split())
_ALONE = frozenset({"alone", "solely", "exclusively"})
_RESTING = frozenset("rest rested rests break breaks broke paused pause".split())

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
        or (word in _SUCCEEDING and _is_counted(low, at) and any(terms.reading.having("ratio") for terms in texts))
        or (word in _LIMBS and low[at - 1] in _SIDES and _says(texts, _is_step_of(low[at - 1])))
        or is_reworded(one, index, texts)
        or is_implied(one, index, texts)
        or (word == "before" and low[at - 1] == "than")
        or (word == "standing" and _is_standing_so_long(low, at))
        or (word == "down" and low[at - 1] in _WENT and low[at + 1 : at + 2] in (["as"], ["on"]))
        or ((word in _LIKING or word in _DEGREES) and _is_liked_better(low, at) and _has(texts, _PREFERRING))
        or (word in _REMOVED and _has(texts, _OFF))
        or (word in _PARTS_OF_DAY and _is_at_that_hour(one, at, texts))
        or (word == "always" and _is_each_time(one, index, texts))
        or (word in _HELP and "no" in low[max(0, at - 2) : at] and any(map(_is_alone_done, texts)))
        or (word in _OFTEN and any(_is_so_often(terms, _OFTEN[word]) for terms in texts))
        or (word in UNITS and _counts_along(low, at, texts))
        or (word in _ADDING and _is_all_planned(one, index, texts))
        or (word == "will" and _is_yet_to_do(one, index, texts))
        or (word == "sat" and low[at + 1 : at + 3] == ["it", "out"] and _has(texts, _RESTING))
    )


def is_told_plainly(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a word of a note is told by a plain one: "too" by "also", "correct" by "was right"."""
    low, at = one.reading.words.low, one.place[index]
    if is_implied_there(one, index, texts):
        return True
    if low[at] == "too":  # "too fast" claims
        return at + 1 == len(low) or low[at + 1] in SPLITS
    if low[at] == "correct":
        return _says(texts, _is_right)
    if low[at] == "off":
        return _has(texts, _REMOVED)
    if low[at] == "only":
        return _is_told_alone(one, index, texts)
    if low[at] in _PREFERRING:
        return any(_is_liked_better(terms.reading.words.low, place) for terms in texts for place in _likings(terms))
    if is_told_in_words(one, index, texts):
        return True
    return any(f" {phrase} " in terms.running for phrase in _PHRASES.get(low[at], ()) for terms in texts)


def _says(texts: Texts, is_there: Callable[[Words, int], bool]) -> bool:
    """Tell whether some place of some text is such a place."""
    return any(is_there(terms.reading.words.low, at) for terms in texts for at in range(len(terms.reading.words.low)))


_OFF = frozenset({"off"})


def _is_standing_so_long(low: Words, at: int) -> bool:
    """Thus: "of three weeks' standing"."""
    unit = low[at - 2] if low[at - 1] in ("'", "\u2019") else low[at - 1]
    return unit != low[at - 1].rstrip("s'") and unit.rstrip("'\u2019") in UNITS and "of" in low[max(0, at - _NEAR) : at]


def _has(texts: Texts, words: frozenset[str]) -> bool:
    """Tell whether any text has any of these words."""
    return any(not words.isdisjoint(terms.reading.words.low) for terms in texts)


def _likings(terms: Terms) -> list[int]:
    return [place for place, word in enumerate(terms.reading.words.low) if word in _LIKING]


def _is_liked_better(low: Words, at: int) -> bool:
    """Thus: both words of "likes the pen better"."""
    if low[at] in _LIKING:
        ahead = low[at + 1 : at + 1 + _MEANS_REACH]
        return any(word in _DEGREES and SPLITS.isdisjoint(ahead[:place]) for place, word in enumerate(ahead))
    before = low[max(0, at - _MEANS_REACH) : at]
    last = next((place for place in reversed(range(len(before))) if before[place] in _LIKING), None)
    return last is not None and SPLITS.isdisjoint(before[last:])


def _is_at_that_hour(one: Terms, at: int, texts: Texts) -> bool:
    """Thus: "at 9:30 in the morning" for "0930", "9:30 am"; not in the evening."""
    first, last = _PARTS_OF_DAY[one.reading.words.low[at]]
    near = [one.reading.mentions[number].sense for number in one.reading.between(max(0, at - _NEAR), at)]
    told = {figure for sense in near if sense.kind == "clock" for _, figure in components(sense)}
    low = one.reading.words.low
    told |= {time_told(low, place, place + 1) for place in range(max(0, at - _NEAR), at)}
    for terms in texts:
        for number in terms.reading.having("clock"):
            ((_, figure),) = components(terms.reading.mentions[number].sense)
            hour, _, minutes = figure.partition(":")
            twelve = f"{(int(hour) + 11) % 12 + 1}:{minutes}"
            if first <= int(hour) < last and (not any(told) or not told.isdisjoint((figure, twelve))):
                return True
    return False


def _is_each_time(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "always to the left" for "all to L", of what stands beside it there too."""
    near = [at for at in (index - 2, index - 1, index + 1, index + 2) if 0 <= at < len(one.place) and one.claims[at]]
    keys = [key for at in near if one.sentence[at] == one.sentence[index] for key in one.keys[at]]
    for terms in texts:
        for partner in terms.partners(keys):
            span = terms.reading.sentences[terms.sentence[partner]] if terms.sentence[partner] >= 0 else None
            if span is not None and not _ALWAYS.isdisjoint(terms.reading.words.low[span.first : span.last]):
                return True
    return False


def _is_alone_done(terms: Terms) -> bool:
    levels = terms.reading.having("level")
    return any(terms.reading.mentions[number].sense.group == "independent" for number in levels)


def _is_so_often(terms: Terms, period: str) -> bool:
    """Thus: "one pad daily" for "1 pad/d"; the figure is compared on its own."""
    low, names = terms.reading.words.low, _SHORT_PERIODS[period]
    if any(terms.reading.mentions[number].sense.group == period for number in terms.reading.having("frequency")):
        return True
    return any(word in names and low[at - 1] in ("/", "per", "a", "each", "every") for at, word in enumerate(low) if at)


def _counts_along(low: Words, at: int, texts: Texts) -> bool:
    """Thus: "in week six" for "@ 6 wks"; the figure is compared on its own."""
    kind, unit, _ = UNITS[low[at]]
    if kind != "duration" or not low[at + 1 : at + 2] or not (low[at + 1] in NUMBER_WORDS or low[at + 1].isdecimal()):
        return False
    value = str(NUMBER_WORDS.get(low[at + 1], low[at + 1]))
    return any(
        terms.reading.mentions[number].sense.group == unit
        and value in terms.reading.words.low[slice(*terms.reading.mentions[number][1:3])]
        for terms in texts
        for number in terms.reading.having("duration")
    )


def _partners_ahead(one: Terms, index: int, texts: Texts) -> list[tuple[Terms, int]]:
    """Return what the texts have of the next claims of a sentence."""
    ahead = [at for at in range(index + 1, min(len(one.place), index + 1 + _AHEAD)) if one.claims[at]]
    return [
        (terms, partner)
        for at in ahead
        if one.sentence[at] == one.sentence[index]
        for terms in texts
        for partner in terms.partners(one.keys[at])
    ]


def _is_all_planned(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "next visit we add dual task" for "dual task next visit"; what is added today is a deed."""
    if not one.bits[index] & PLANNED:
        return False
    return any(terms.bits[partner] & PLANNED for terms, partner in _partners_ahead(one, index, texts))


def _is_yet_to_do(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "OT will screen" for "OT to screen"."""
    return any(
        terms.bits[partner] & PLANNED or (low[place - 1] == "to" and low[place].isalpha() and low[place - 2].isalpha())
        for terms, partner in _partners_ahead(one, index, texts)
        for low, place in ((terms.reading.words.low, terms.place[partner]),)
    )


def _is_told_alone(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "oriented to self alone" for "self only"; who lives alone is another thing."""
    before = one.reading.words.low[one.place[index] - 1]
    for terms in texts:
        low = terms.reading.words.low
        if any(word in _ALONE and place and low[place - 1] == before for place, word in enumerate(low)):
            return True
    near = [at for at in range(max(0, index - 2), min(len(one.place), index + 3)) if at != index and one.claims[at]]
    keys = [key for at in near if one.clause[at] == one.clause[index] for key in one.keys[at]]
    return any(
        not _ALONE.isdisjoint(low[place + 1 : place + 3])
        for terms in texts
        for low in (terms.reading.words.low,)
        for partner in terms.partners(keys)
        for place in (terms.place[partner],)
    )


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
