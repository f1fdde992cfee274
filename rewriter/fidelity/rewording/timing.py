"""When something was or will be, told by the order of two things, a clock, a stretch of time or a plan.

"Before the patient was seen" for "seen after RN OK", "in the morning" for "0930", "formerly every night" for "was
nightly", "three days after" for "POD 3", "OT will screen" for "OT to screen".
"""

from collections.abc import Collection, Sequence

from rewriter.calendar import MONTHS
from rewriter.fidelity.texts.clocks import time_told
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.fidelity.texts.values import plain
from rewriter.paraphrase import stem
from rewriter.reading.context import PLANNED
from rewriter.reading.quantities.units import components

_NEAR, _CLOSE, _FAR = 4, 3, 8
_SEEN = frozenset({"seen", "treated", "visit", "session", "therapy", "treatment", "tx"})
_AFTER = frozenset({"after", "following", "p", "post", "once", "upon"})
_STOPPED = frozenset(
    "stop stops stopped stopping rest rests rested resting quit quits halted ended discontinued break".split()
)
_WAS = frozenset({"was", "were", "had"})
_EARLIER = frozenset("last prev previous previously prior yesterday yest initial initially eval evaluation soc".split())
_ASIDE = frozenset({"(", ",", ";", "-", "\u2014"})
_PARTS_OF_DAY = {"morning": (0, 12), "afternoon": (12, 18), "evening": (17, 24)}
_AHEAD = 3
_DAY = 86400
# What is done again under one word with "re".
_DONE_ANEW = frozenset(
    map(
        stem,
        "test check assess measure screen try tried trial cue cued educate ed instruct train tape wrap bandage "
        "position evaluate eval attempt read do start adjust apply fit schedule weigh direct demonstrate teach "
        "took take".split(),
    )
)
# Behind these a "to" tells what was taught or how far it went, nothing to come.
_TAUGHT = frozenset("taught cued cue cues able unable reach reaches reached up down from back due".split())
_HOUR_REACH = 5
_OPERATION_DAY = frozenset({"postoperative", "operative", "post-op", "postop", "pod"})
_SINCE = frozenset("after following post since out postoperative postoperatively postop post-op from".split())
_OUT_FROM = (("out", "from"), ("removed", "from"), ("out", "of"), ("out", "after"))

Texts = Sequence[Terms]
Words = Sequence[str]


def comes_after(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "the RN gave the OK before the patient was seen" for "seen after RN OK"."""
    left = [at for at in one.claims_near(index, _CLOSE + 1) if at < index][-2:]
    right = [at for at in one.claims_near(index, _CLOSE + 1) if at > index][:2]
    seen = not _SEEN.isdisjoint(one.reading.words.low[one.place[index] + 1 : one.place[index] + 1 + _NEAR])
    for terms in texts:
        low = terms.reading.words.low
        begun = {terms.place[place] for at in right for place in terms.partners(one.keys[at])}
        for first in begun | ({at for at, word in enumerate(low) if word in _SEEN} if seen else set()):
            for word in range(first + 1, min(len(low), first + _NEAR + 1)):
                if low[word] in SPLITS:
                    break
                if low[word] in _AFTER:
                    ends = {terms.place[end] for at in left for end in terms.partners(one.keys[at])}
                    if any(word < end <= word + _CLOSE for end in ends):
                        return True
    return False


def is_turned_round(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether the "before" of a note is told as "after": "hung IV before tx", "seen after the IV was hung"."""
    return any(
        low in _AFTER and follows_in_order(terms, at, one, one.place[index])
        for terms in texts
        for at, low in enumerate(terms.reading.words.low)
    )


def follows_in_order(said: Terms, after: int, note: Terms, before: int) -> bool:
    """Behind the "after" of a rewrite stands what the note has before its "before", and what follows there before it.

    The visit itself may stand for what follows.
    """
    low = note.reading.words.low
    first = [at for at in note.claiming(max(0, before - _FAR), before) if note.sentence[at] == note.sentence_at(before)]
    behind = low[before + 1 : before + 1 + _NEAR]
    told = said.inside(after + 1, after + 1 + _FAR)
    if not first or not any(at in told for at in said.partners(note.keys[first[-1]])):
        return False
    last = note.claiming(before + 1, before + 1 + _NEAR)
    number = said.sentence_at(after)
    return not _SEEN.isdisjoint(behind) or any(
        said.sentence[at] == number and at not in told for one in last for at in said.partners(note.keys[one])
    )


def is_done_anew(one: Terms, index: int, texts: Sequence[Terms]) -> bool:
    """Thus: "was not repeated" for "not retested", "with further cueing" for "recued": a "re" in the other text."""
    near = list(one.claims_near(index, _NEAR))
    for terms in texts:
        for at, word in enumerate(terms.reading.words.low):
            if not word.startswith("re") or stem(word.removeprefix("re").removeprefix("-")) not in _DONE_ANEW:
                continue
            told = {stem(word.removeprefix("re").removeprefix("-")), stem(word)}
            number = terms.sentence_at(at)
            if any(
                not told.isdisjoint(one.keys[other])
                or any(terms.sentence[partner] == number for partner in terms.partners(one.keys[other]))
                for other in near
            ):
                return True
    return False


def is_before_stop(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "went on for 9 minutes before it was stopped" for "9 min, stopped"."""
    low, at = one.reading.words.low, one.place[index]
    behind = next((word for word in low[at + 1 : at + 1 + _CLOSE + 1] if word in _STOPPED), "")
    ahead = next((word for word in reversed(low[max(0, at - _CLOSE) : at]) if word[0].isdecimal()), "")
    if not behind or not ahead:
        return False
    return any(
        word == ahead and not _STOPPED.isdisjoint(words[place + 1 : place + 1 + _NEAR])
        for terms in texts
        for words in (terms.reading.words.low,)
        for place, word in enumerate(words)
    )


def was_so(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "compared with 8 to 96 before" for "was 8-96", "formerly every night" for "was nightly"."""
    low, at = one.reading.words.low, one.place[index]
    behind = low[at + 1] if at + 1 < len(low) else "."
    if behind not in SPLITS and not behind[0].isdecimal() and low[at] in ("before", "earlier"):
        return False
    span = low[max(0, at - _FAR) : at + _FAR]
    ahead = [plain(word) for word in low[at + 1 : at + _NEAR] if word[0].isdecimal()]
    near = ahead[:1] or [plain(word) for word in low[max(0, at - _CLOSE) : at] if word[0].isdecimal()][-1:]
    if any(_is_former_figure(terms.reading.words.low, near) for terms in texts):
        return True
    keys = [key for other in one.claims_near(index, _NEAR) for key in one.keys[other]]
    for terms in texts:
        words = terms.reading.words.low
        known = {terms.place[partner] for partner in terms.partners(keys)}
        for place, word in enumerate(words[:-1]):
            if word not in _WAS or not _is_aside(words, place):
                continue
            told = words[place + 1]
            if (told[0].isdecimal() and told in span) or not known.isdisjoint((place + 1, place + 2)):
                return True
    return False


def _is_former_figure(words: Words, figures: Collection[str]) -> bool:
    """One of the figures stands in brackets behind another, or beside a word for an earlier time: ".71 (.64)"."""
    for at, word in enumerate(words):
        broken = words[at - 1] == "."  # ".64"
        if not word[0].isdecimal() or plain(f"0.{word}" if broken else word) not in figures:
            continue
        bracketed = words[at - 1 - broken] == "(" and any(
            one[0].isdecimal() for one in words[max(0, at - _CLOSE - 1) : at]
        )
        if bracketed or not _EARLIER.isdisjoint([*words[max(0, at - 2) : at], *words[at + 1 : at + _CLOSE]]):
            return True
    return False


def _is_aside(words: Words, at: int) -> bool:
    """Thus: "(was 8-96)", "22 s, was 31"; "BP was 120/70" tells of now."""
    return at > 0 and (words[at - 1] in _ASIDE or words[at - 1][0].isdecimal())


def is_at_that_hour(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "at 9:30 in the morning" for "0930", "9:30 am"; not in the evening."""
    low, at = one.reading.words.low, one.place[index]
    first, last = _PARTS_OF_DAY[low[at]]
    near = [one.reading.mentions[number].sense for number in one.reading.between(max(0, at - _HOUR_REACH), at)]
    told = {figure for sense in near if sense.kind == "clock" for _, figure in components(sense)}
    told |= {time_told(low, place, place + 1) for place in range(max(0, at - _HOUR_REACH), at)}
    for terms in texts:
        for number in terms.reading.having("clock"):
            ((_, figure),) = components(terms.reading.mentions[number].sense)
            hour, _, minutes = figure.partition(":")
            twelve = f"{(int(hour) + 11) % 12 + 1}:{minutes}"
            if first <= int(hour) < last and (not any(told) or not told.isdisjoint((figure, twelve))):
                return True
    return False


def is_all_planned(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "next visit we add dual task" for "dual task next visit"; what is added today is a deed."""
    if not one.bits[index] & PLANNED:
        return False
    return any(terms.bits[partner] & PLANNED for terms, partner in _partners_ahead(one, index, texts))


def is_yet_to_do(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "OT will screen" for "OT to screen", "OT will see her this afternoon" for "OT to see pm"."""
    return any(
        terms.bits[partner] & PLANNED or _is_led_by_to(terms.reading.words.low, terms.place[partner])
        for terms, partner in _partners_ahead(one, index, texts)
    )


def _is_led_by_to(low: Words, place: int) -> bool:
    """A "to" behind a word stands right before, or a verb farther: "OT to see pm"."""
    if not low[place].isalpha():
        return False
    before = next((at for at in (place - 1, place - 2) if at > 0 and low[at] == "to"), 0)
    return before > 0 and low[before - 1].isalpha() and low[before - 1] not in _TAUGHT


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


def is_day_after(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "three days after", "on day 24 following" for "POD 24"."""
    words, at = one.reading.words.low, one.place[index]
    if words[at] == "day" and words[at - 1] not in _OPERATION_DAY:
        return False
    figure = next((word for word in words[at + 1 : at + 4] if word.isdecimal()), "")
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


def is_out_from(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "three weeks out from Botox" for "Botox 3 wks ago", "45 min out from levodopa" for "45 min post"."""
    at = one.place[index]
    values = {
        sense.id for sense, first, last in one.reading.mentions if sense.kind == "duration" and _beside(at, first, last)
    }
    return any(
        sense.id in values and tuple(terms.reading.words.low[last : last + 2]) in _OUT_FROM
        for terms in texts
        for sense, _, last in terms.reading.mentions
        if sense.kind == "duration"
    )


def _beside(at: int, first: int, last: int) -> bool:
    return 0 <= at - last <= 1 or 0 < first - at <= 1


def is_month_of_date(one: Terms, index: int, texts: Texts) -> bool:
    """Thus: "3 November" for "11/3", which may be read as a ratio."""
    low, at = one.reading.words.low, one.place[index]
    near = low[max(0, at - _CLOSE) : at] + low[at + 1 : at + 1 + _CLOSE]
    days = {digits for word in near if (digits := word.rstrip("sthndr")).isdecimal()}
    month = str(MONTHS[low[at]])
    return any(
        words[place].lstrip("0") == month and words[place + 1] == "/" and words[place + 2].lstrip("0") in days
        for terms in texts
        for words in (terms.reading.words.low,)
        for place in range(len(words) - 2)
    )
