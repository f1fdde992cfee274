"""At the start or at the end; until then or since then; long ago or still ahead.

"Recalled 3/3 at end" as "at the start", "on NG til 9 mo" as "since nine months", "recent cataract sx" as "awaiting
cataract surgery": every word of the matter stands in both texts, only when it was is turned.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.contexts.redated import DURING
from rewriter.fidelity.texts.aspects import PLANNING, is_former
from rewriter.fidelity.texts.clocks import half_of_day
from rewriter.fidelity.texts.contents import contents
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms
from rewriter.fidelity.texts.values import NAMES_OF_TIME, WEEKS
from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.quantities.numerals import NUMBER_WORDS
from rewriter.reading.quantities.units import components

_STAGES = {
    **dict.fromkeys("start beginning outset onset".split(), "start"),
    **dict.fromkeys("end close conclusion finish".split(), "end"),
}
_AT = frozenset({"at", "by", "@", "toward", "towards", "near", "from"})
_ARTICLES = frozenset({"the", "very", "session's", "visit's"})
_VISIT = frozenset("session visit treatment tx class".split())
_UNTIL, _SINCE = frozenset({"until", "til", "till"}), frozenset({"since"})
_AWAITING = frozenset({"awaiting", "awaits", "await", "upcoming", "waiting", "forthcoming"})
_PAST = frozenset(
    "hx history s/p status post recent recently previous prior previously ago since last after pmh former old".split()
)
_NAMING = _ARTICLES | {"this", "today's"}
_DATING = frozenset({"this", "last", "past", "previous"})
_DENYING = frozenset({"no", "not", "none", "compared", "versus", "vs", "than"})
_NIGHT = frozenset("night nights noc hs bedtime nocturnal overnight nightly".split())
_DAYS = frozenset("time night day session year yr evening weekend appt visits sessions".split())
_TURNS = frozenset("set sets rep reps repetition bout bouts lap laps trial trials step steps few couple round".split())
_NOON, _LATEST = 12, 7  # hours; what is told as 8 to 12 is of the morning
_REACH, _FEWEST = 4, 2

Words = tuple[int, int]
_About = list[frozenset[str]]


def find_misstaged(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) of the rewrite that say when, and say the opposite of what the note says."""
    yield from _turned_stages(said, note)
    yield from _turned_spans(said, note)
    yield from _awaited(said, note)
    yield from _narrowed(said, note)
    yield from _turned_halves(said, note)
    yield from _reached_back(said, note)


def _stages(terms: Terms) -> list[tuple[int, int, str]]:
    """Return the words (first, last) that say start or end of the visit, and which."""
    low = terms.reading.words.low
    found = []
    for at, word in enumerate(low):
        if word not in _STAGES:
            continue
        first = at
        while first and low[first - 1] in _ARTICLES:
            first -= 1
        if not first or low[first - 1] not in _AT:
            continue
        behind = low[at + 1 : at + 4]
        if behind[:1] == ["of"] and _VISIT.isdisjoint(behind):
            continue  # "at the end of the bar"
        found.append((first - 1, at + 1, _STAGES[word]))
    return found


def _turned_stages(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the stages of the rewrite whose part stands in the note at the other stage only, all of it or most.

    Most of it is enough where the part tells of one stage: "held 3 s at the start and 9 s at the end" has two.
    """
    given = [(stage, contents(note, *part_around(note, first, last))) for first, last, stage in _stages(note)]
    told = _stages(said) if given else []
    for first, last, stage in told:
        part = part_around(said, first, last)
        about = contents(said, *part)
        shared = [(sum(any(one & keys for keys in there) for one in about), other) for other, there in given]
        most = max(count for count, _ in shared)
        alone = sum(part[0] <= begin < part[1] for begin, _, _ in told) == 1
        enough = most == len(about) > 0 or (alone and most >= _FEWEST and 2 * most > len(about))
        if enough and all(other != stage for count, other in shared if count == most):
            yield first, last


def _holds(there: _About, about: _About) -> bool:
    """All of what the one part is about stands in the other."""
    return bool(about) and all(any(one & keys for keys in there) for one in about)


def _turned_spans(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield "since nine months" for the note's "til 9 mo", and the reverse."""
    given = {True: _ends(note, _UNTIL), False: _ends(note, _SINCE)}
    if not given[True] and not given[False]:
        return
    for is_until, cues in ((True, _UNTIL), (False, _SINCE)):
        for value, (first, last) in _ends(said, cues).items():
            if value in given[not is_until] and value not in given[is_until]:
                yield first, last


def _ends(terms: Terms, cues: frozenset[str]) -> dict[str, Words]:
    """Return the figures and days behind words like "until", with the words of both."""
    low, reading = terms.reading.words.low, terms.reading
    found = {}
    for at, word in enumerate(low):
        if word not in cues:
            continue
        for number in reading.between(at + 1, at + 2):
            sense, first, last = reading.mentions[number]
            if sense.kind in QUANTITIES and first == at + 1:
                found[f"{sense.kind}:{sense.id}"] = (at, last)
        for index in terms.inside(at + 1, at + 2):
            for key in terms.keys[index]:
                if key.startswith(("day:", "month:")):
                    found[key] = (at, at + 2)
    return found


def _awaited(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield what is told as awaited that the note has as past: "recent cataract sx"."""
    for at in said.reading.at_any(_AWAITING):
        first, last = part_around(said, at, at + 1)
        inside = said.claiming(max(first, at - _REACH), min(last, at + 1 + _REACH))
        meant = [one for index in inside for one in note.partners(said.keys[index])]
        if meant and all(_is_past(note, note.place[one]) for one in meant):
            yield at, max(at + 1, min(last, said.place[inside[-1]] + 1))


def _is_past(note: Terms, place: int) -> bool:
    first, last = part_around(note, place, place + 1)
    words = note.reading.words.low[first:last]
    return (not _PAST.isdisjoint(words) or is_former(words)) and PLANNING.isdisjoint(words)


def _narrowed(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield what is told as of the visit that the note has of weeks: "2 falls this mo" as "during the session"."""
    there, low = note.reading.words.low, said.reading.words.low
    wide = [at for at, word in enumerate(there) if word in WEEKS and at and there[at - 1] in _DATING]
    parts = [contents(note, *part_around(note, at, at + 1)) for at in wide]
    for at in [at for at, word in enumerate(low) if word in _VISIT] if wide else ():
        first = at
        while first and low[first - 1] in _NAMING:
            first -= 1
        if not first or low[first - 1] not in DURING:
            continue
        begin, end = part_around(said, at, at + 1)
        about = contents(said, begin, end)
        if len(about) < _FEWEST or not _DENYING.isdisjoint(low[begin:end]):
            continue
        if any(_holds(part, about) for part in parts):
            yield first, at + 1


def _turned_halves(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield "in the p.m." where the note has the morning only, and the reverse; an hour is compared as a figure."""
    there, low = note.reading.words.low, said.reading.words.low
    given = {half_of_day(there, at) for at in range(len(there))} - {""}
    hours = [note.reading.mentions[at].sense for at in note.reading.having("clock")]
    given |= {half for sense in hours for half in _halves_of(components(sense)[0][1])}
    if len(given) != 1 or not _NIGHT.isdisjoint(there):
        return
    for at in range(len(low)):
        half = half_of_day(low, at)
        if half and half not in given and not low[at - 1][0].isdecimal():
            yield at, at + 1


def _halves_of(time: str) -> tuple[str, ...]:
    """Return the halves of the day that a time may be of: of "8:00" either, of "14:30" one."""
    hour = int(time.partition(":")[0])
    return ("pm",) if hour > _NOON else ("am",) if hour > _LATEST else ("am", "pm")


def _reached_back(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield "last visit" where the note has a "last" of the visit only, and nothing former: "fatigued last 5 min"."""
    there, low = note.reading.words.low, said.reading.words.low
    if "last" not in there or not (_PAST - {"last", "after", "since", "post"}).isdisjoint(there):
        return
    if not all(_counts(there, at + 1) for at, word in enumerate(there) if word == "last"):
        return
    for at, word in enumerate(low):
        if word in _DATING - {"this"} and _spans(low, at + 1):
            yield at, at + 2


def _counts(low: Sequence[str], at: int) -> bool:
    """So much of the visit stands there: "last 5 min", "last rep"; not "0.44 last", "last Fri"."""
    return at < len(low) and (low[at][0].isdecimal() or low[at] in NUMBER_WORDS or low[at] in _TURNS)


def _spans(low: Sequence[str], at: int) -> bool:
    """A word of time stands there: "last week", "last Fri"; not "last 5 min"."""
    return at < len(low) and (low[at] in WEEKS or low[at] in _VISIT or low[at] in NAMES_OF_TIME or low[at] in _DAYS)
