"""Surfaces: a piece of a note in words fit for a sentence.

The words are the note's own, shorthand expanded. What is added claims nothing: articles before body parts, a
preposition between a cue and its place, the unit words of a dose. What could be meant in two ways stays as written.
"""

from bisect import bisect_left
from collections.abc import Sequence

from rewriter.body import SIDES
from rewriter.pattern import late
from rewriter.reading.mentions import QUANTITIES, SENSES, Mention
from rewriter.reading.pieces import PHRASE, THERAPIST
from rewriter.reading.pieces.deeds import takes_help
from rewriter.reading.pieces.helped import ends_range
from rewriter.reading.pieces.prose import STATIONS
from rewriter.reading.pieces.seams import CUE_ENDS, ends_aside, pauses
from rewriter.reading.pluses import is_sign
from rewriter.reading.reading import Reading
from rewriter.reading.shorthand.spelling import english
from rewriter.reading.surface.amounts import lasts, say_quantity
from rewriter.reading.surface.articles import is_part, small_word
from rewriter.reading.surface.bridges import ends_phrase, names_reason
from rewriter.reading.surface.determiners import say_article
from rewriter.reading.surface.gear import gear_word
from rewriter.reading.surface.nouns import say_before_noun
from rewriter.reading.surface.passives import find_passive
from rewriter.reading.surface.repeated import ends_times
from rewriter.reading.surface.times import name_day, tells_morning
from rewriter.reading.surface.toward import compares_sides, find_side_behind, lies_in, side_word
from rewriter.reading.words import Words

_SYMBOLS = {
    "@": "at",
    "&": "and",
    "+": "and",
    "w/": "with",
    "\u2192": ", then",
    "->": ", then",
    "=": "=",
    "<->": "to and from",
    "\n": "",
    "x": "x",
}
_ASKED = frozenset({"?", "!"})
# Of these a phrase may be a sentence but for its "was".
_BARE = frozenset({"person", "remark", "statement", "function"})
# These are told in words in running text too.
_JOINED = frozenset({"@", "+", "&"})
# An arrow behind "to" is what a cue is meant to do.
_TREND = {"\u2193": "decrease", "\u2191": "increase"}
_SITTING = frozenset({"sit", "sits", "sat", "seated", "sitting", "stood", "standing"})
_HANDS = frozenset("hand hands palm palms finger fingers fingertip fingertips forearm forearms".split())
# What an arrow leads between in space.
_PLACED = frozenset({"side", "part", "position", "surface", "equipment", "device", "activity", "task", "function"})
_UNITS_OF_TIME = frozenset({"minutes", "seconds", "hours", "days", "weeks", "months", "years"})
_BEHIND_HISTORY = frozenset(
    "of and or as is was with for per from in on to by at significant form include includes included including "
    "notable remarkable unremarkable positive negative".split()
)
# Of one kind on both sides of a ">" these changed: "mod A > min A"; so did a figure that is not greater: "HR 84 > 108".
_CHANGING = frozenset({"level", "ratio", "pressure"})
_STAGES = frozenset({"week", "day", "month"})
_WAYS = frozenset({"posterior", "anterior", "lateral"})
_JOINING = frozenset({"and", "or", "/", "+", "-", "->", "\u2192"})
_MOST_AROUND = 60
_MEASURED = frozenset({"duration", "distance", "load"})
_SHORT_UNITS = frozenset("s sec secs min mins hr hrs ft in lb lbs # cm mm yd yds kg d wk wks mo mos yr yrs".split())
_SIGNED = late(r"-\d")
# A grade with its minus: "DF 2-", "balance fair-".
_GRADED = late(r"(?<![\w.])(?<!x )(?:[0-5]|trace|poor|fair|good|normal)-[ ,;:]*$")


def say(reading: Reading, first: int, last: int, inside: list[int], kind: str, form: str) -> str:
    """Return the surface of words `first:last`, whose mentions are `inside`."""
    words = reading.words
    if form == PHRASE and kind == "diagnosis" and (day := _ends_day(words, first, last)):
        parted = [[i for i in inside if (reading.mentions[i].first < day) is early] for early in (True, False)]
        named = say(reading, day, last, parted[1], kind, form)
        return f"{named}, {say(reading, first, day, parted[0], 'finding', form)}"  # "POD 2 L THA"
    starts: dict[int, list[Mention]] = {}
    for index in inside:
        starts.setdefault(reading.mentions[index].first, []).append(reading.mentions[index])
    parts: list[str] = []
    prose = form == "sentence"
    quoted = words.quoted() if '"' in words.low[first:last] else frozenset()
    lacking, was = find_passive(reading, first, last) if prose or kind in _BARE else (-1, "")
    at, closes, turned = first, 0, -1
    while at < last:
        if at == turned:
            at += 1  # "loss of balance posterior" was told as "posterior loss of balance"
            continue
        if closes == at > first:
            _append(parts, ")", "")
        if not prose and at > first and (pauses(reading, at, inside) or (kind == "diagnosis" and _dates(words, at))):
            _append(parts, ",", "")
        if not prose and at >= closes and at > first and (end := ends_aside(reading, at, last, inside)):
            _append(parts, "(", " ")
            closes = end
        if at > first and lies_in(reading, inside, at) and compares_sides(reading, at, last):
            _append(parts, ",", "")
        if ends_times(parts, words.low, at):
            _append(parts, ",", "")
        if at in quoted:
            _append(parts, words.shown(at), words.gap[at])
            at += 1
            continue
        if words.low[at] == "." and words.gap[at] == "" and first < at < last - 1 and at - 1 in words.said:
            at += 1  # the dot of a form that was put into words: "approx. 20 ft", "median n. glide"
            continue
        if words.low[at] == "." and words.gap[at] and at + 1 < last and words.low[at + 1][0].isdecimal():
            parts.append(" ." if parts else ".")  # ".54" begins with its point
            at += 1
            continue
        if at == lacking:
            _append(parts, was, " ")
        here = starts.get(at, [])
        before = words.low[at - 1] if at > first else ""
        quantity = next((m for m in here if m.sense.kind in QUANTITIES), None)
        led = "" if prose else gear_word(reading, at, first, last, inside)
        _append(parts, led, " ")
        if quantity is not None and not prose:
            beats = before == "metronome" and quantity.sense.kind in ("number", "rate")
            _append(parts, "at" if beats else say_article(reading, at, parts, last, inside), " ")
        if quantity is not None and (not prose or _is_dose(words, quantity) or _is_short(words, quantity)):
            _append(
                parts,
                say_quantity(reading, quantity, _around(reading, inside, at), first, last, kind),
                words.gap[at] or _before_figure(quantity, before),
            )
            at = quantity.last
            continue
        word = words.low[at]
        if before == "history" and _follows_history(words, at):
            _append(parts, "of", " ")
        if prose and takes_help(reading, first, at, here):
            _append(parts, ", with" if "with" in words.low[first:at] else "with", " ")
        if prose and quantity is not None and lasts(reading, quantity, first, last):
            _append(parts, "for", " ")
        if prose and before in _SITTING and words.low[at : at + 2] == ["edge", "of"]:
            _append(parts, "at", " ")
        if at == first and form == THERAPIST and is_part(reading, first, last, inside):
            _append(parts, "the", " ")
        if word in SIDES and (sided := side_word(reading, at, first, last, here, prose=prose)):
            _append(parts, sided, " ")
        elif not prose and not led and (added := small_word(reading, at, first, last, inside, here, before, kind)):
            _append(parts, added, " ")
        if not prose and at > first and words.gap[at] == "-" and any(m.sense.kind == "level" for m in here):
            _append(parts, "to " if ends_range(reading, at) else "", " ")  # "CGA-SBA"
        if quantity is None and (article := _say_a(reading, at, parts, first, last, inside, kind)):
            _append(parts, article, " ")
        owner = _owner(words.low, at) if not prose else 0
        if owner:
            _append(parts, "the therapist's", " ")
            at += owner
            continue
        as_written = (prose and word not in _JOINED) or is_sign(words, at)
        shown = words.shown(at) if as_written else _SYMBOLS.get(word, words.shown(at))
        if word in _TREND and before == "to" and not as_written:
            shown = _TREND[word]
        elif word == ">" and (not prose or {before, *words.low[at + 1 : at + 2]} == SIDES):
            shown = _more_or_to(reading, at, inside)
        elif weekday := name_day(words.low, at, words.shown(at)):
            shown = weekday
        elif is_name(reading, word) and (word != "bell" or words.low[at + 1 : at + 2] == ["palsy"]):
            shown = shown.capitalize()
        elif word == "am" and tells_morning(words.low, at):
            shown = "the morning" if before == "in" else "morning"
        elif word == "continue" and before == "patient":
            shown = "continues"
        elif word == "down" and words.low[at + 1 : at + 2] == ["syndrome"]:
            shown = "Down"
        elif _is_opening_capital(reading, at):
            shown = word if not _inside_word(reading, at) else words.shown(at)
        elif before == "1" and word in _UNITS_OF_TIME:
            shown = shown[:-1]
        elif word == "gluteal" and before != "/" and (ends_phrase(reading, at + 1) or words.low[at + 1] in SIDES):
            shown = "gluteal muscles"
        elif word == "for" and kind == "activity" and names_reason(reading, at, inside):
            shown = "to address"
        elif word == "cues" and at > first + 1 and words.low[at - 2] in ("1", "a", "an", "one") and before in SENSES:
            shown = "cue"
        elif word == "loss" and words.low[at + 1 : at + 3] == ["of", "balance"]:
            shown = "losses" if _counts_many(words, at, first) else shown
            if not prose and (way := _names_way(reading, at + 3, last)):
                shown, turned = f"{way} {shown}", at + 3
        elif word == "after" and not prose and before != "and" and _ends_there(words, at + 1):
            shown = "afterward"
        if not prose and (behind := find_side_behind(reading, at, last, inside)) > at:
            shown, turned = f"{words.shown(behind)} {shown}", behind
        if word in ("\u2192", "->"):
            shown = _arrow(reading, at, inside) if parts else ""
        said = shown != words.shown(at) and shown.lower() != words.shown(at).lower()
        _append(parts, shown, " " if said and not words.gap[at] else words.gap[at])
        if said and at + 1 < last and words.gap[at + 1] == "" and words.low[at + 1] not in _ASKED:
            parts.append(" ")
        at += 1
    if closes == last:
        _append(parts, ")", "")
    return _tidy("".join(parts))


def _ends_day(words: Words, first: int, last: int) -> int:
    """Return where the day behind an operation ends, if it is told before the operation itself; else 0."""
    low, day = words.low, first + 3
    told = low[first : first + 2] == ["postoperative", "day"] and day < last and low[day - 1].isdecimal()
    return day if told and low[day].isalpha() and low[day] not in CUE_ENDS else 0


def _dates(words: Words, at: int) -> bool:
    """A week or a day by its number begins behind what was diagnosed: "R RCR wk 8", "TKA POD 9"."""
    low = words.low
    begin = at + (low[at] == "postoperative")
    named = low[at - 1].isalpha() and low[at - 1] not in CUE_ENDS | {"postoperative", "post"}
    return named and low[begin : begin + 1] != [] and low[begin] in _STAGES and _is_figure(low, begin + 1)


def _is_figure(low: Sequence[str], at: int) -> bool:
    return at < len(low) and low[at].isdecimal()


def _say_a(reading: Reading, at: int, parts: list[str], first: int, last: int, inside: list[int], kind: str) -> str:
    """Return the article that belongs before word `at`, unless one was said."""
    before = parts[-1].split()[-1:] if parts else []
    if before and before[0] in ("the", "a", "an"):
        return ""
    article = say_before_noun(reading, at, first, last, before[0] if before else "", kind)
    return article or say_article(reading, at, parts, last, inside)


def _around(reading: Reading, inside: list[int], at: int) -> list[int]:
    """Return the mentions near word `at`: in a sentence of thousands of words the far ones say nothing of it."""
    if len(inside) <= _MOST_AROUND:
        return inside
    place = bisect_left(inside, at, key=lambda index: reading.mentions[index].first)
    return inside[max(0, place - _MOST_AROUND) : place + _MOST_AROUND]


def _before_figure(quantity: Mention, before: str) -> str:
    """Keep "T6" and "555-0142" together, but not "VC3x"."""
    return "" if quantity.sense.kind in ("number", "ordinal", "ratio") or not before.isalnum() else " "


def _follows_history(words: Words, at: int) -> bool:
    """Behind "hx" stands what there was, not a preposition or what was done with the history: "hx L TKA"."""
    word = words.low[at]
    return word[0].isalpha() and word not in _BEHIND_HISTORY and not word.endswith("ed") and words.gap[at] != ""


def _owner(low: list[str], at: int) -> int:
    """Return how many words from `at` say whose hands they are: "my", "physical therapist" before "hands"."""
    if low[at] == "my":
        return 1
    for owner in (["physical", "therapist"], ["occupational", "therapist"], ["therapist"]):
        behind = low[at + len(owner) : at + len(owner) + 1]
        if low[at : at + len(owner)] == owner and behind and behind[0] in _HANDS:
            return len(owner)
    return 0


def _arrow(reading: Reading, at: int, inside: list[int]) -> str:
    """An arrow leads from one value or level to the next in time, or from one place to another; else it stays."""
    before = {reading.mentions[i].sense.kind for i in inside if reading.mentions[i].last == at}
    after = {reading.mentions[i].sense.kind for i in inside if reading.mentions[i].first == at + 1}
    low = reading.words.low
    moved = after - {"activity", "task", "function"} if before <= {"part", "side"} else after
    if (before & _PLACED and moved & _PLACED) or (
        low[at - 1] in STATIONS and low[at + 1 : at + 2] and low[at + 1] in STATIONS
    ):
        return "to"
    if after == {"number"} and _follows_load(reading, at, inside):
        return "->"  # "1 pound right ankle -> 3": of what the figure is, is not said
    beside = {
        reading.mentions[i].sense.kind
        for i in inside
        if at - 3 <= reading.mentions[i].last <= at or at < reading.mentions[i].first <= at + 2
    }
    return ", then" if beside & (QUANTITIES | {"level"}) else "->"


def _follows_load(reading: Reading, at: int, inside: list[int]) -> bool:
    """The last figure before word `at` is a weight, and other words stand between."""
    figures = [m for i in inside if (m := reading.mentions[i]).last <= at and m.sense.kind in QUANTITIES]
    return bool(figures) and figures[-1].sense.kind == "load" and figures[-1].last < at


def _counts_many(words: Words, at: int, first: int) -> bool:
    """A bare figure above one stands right before word `at`: "3 LOB", not "min A x2 LOB"."""
    figure = words.low[at - 1] if at > first else ""
    return figure.isdecimal() and figure != "1" and words.low[at - 2 : at - 1] != ["x"]


def _names_way(reading: Reading, at: int, last: int) -> str:
    """Return the word at `at` where it says which way somebody lost balance, and nothing is joined to it."""
    low = reading.words.low
    if at >= last or low[at] not in _WAYS:
        return ""
    behind = {reading.mentions[i].sense.kind for i in reading.between(at + 1, at + 2)} if at + 1 < last else set()
    ends = at + 1 == last or not behind.isdisjoint(QUANTITIES) or low[at + 1] in CUE_ENDS - _JOINING
    return low[at] if ends or low[at + 1].endswith("ed") else ""


def _ends_there(words: Words, at: int) -> bool:
    """Nothing that the word before could belong to stands at word `at`, nor a value of another time beside it."""
    beside = words.low[at : at + 2] if at < len(words.low) else ["."]
    return beside[0] in (".", ";", ")") or (beside[0] == "," and not beside[-1][0].isdecimal())


def _more_or_to(reading: Reading, at: int, inside: list[int]) -> str:
    """Say what ">" means: it compares two sides ("R>L"), or leads from one position, level or value to the next.

    Anywhere else it stays as written.
    """
    before = {reading.mentions[i].sense.kind for i in inside if reading.mentions[i].last == at}
    after = {reading.mentions[i].sense.kind for i in inside if reading.mentions[i].first == at + 1}
    if "side" in after and before & {"side", "part"}:
        return "greater than" if lies_in(reading, inside, at - 1) else ">"
    one, other = reading.words.low[at - 1], reading.words.low[at + 1 : at + 2]
    rises = one.isdecimal() and other != [] and other[0].isdecimal() and int(one) < int(other[0])
    if before & after & _CHANGING or (before & after and rises):
        return ", then"
    if "position" in before and ("position" in after or reading.words.low[at + 1 : at + 2] in (["sit"], ["stand"])):
        return "to"
    return ">"


def is_name(reading: Reading, word: str) -> bool:
    """Names such as "Romberg" and "Airex" carry a capital however they were typed."""
    return any(sense.kind == "proper" for sense in reading.lexicon.get(word, {}).get("", ()))


def _is_opening_capital(reading: Reading, at: int) -> bool:
    """A capital that only opens the note's sentence is not the word's own: "Poor balance", not "Romberg" or "PT"."""
    shown, low = reading.words.shown(at), reading.words.low[at]
    if shown != reading.words.text[reading.words.start[at] : reading.words.end[at]]:
        return False  # an expansion has its own capitals
    if not shown[:1].isupper() or (not shown[1:].islower() and len(shown) > 1) or shown == "I":
        return False
    senses = reading.lexicon.get(low, {})
    if any(sense.kind == "proper" for sense in senses.get("", ())) or not (
        senses or low in english() or low.endswith("n't")
    ):
        return False
    return len(shown) > 1 and at in reading.openings


def _append(parts: list[str], piece: str, gap: str) -> None:
    if not piece:
        return
    if parts and not parts[-1].endswith((" ", "(", "[")) and not piece.startswith((",", ".", ";", ":")):
        parts.append(gap)
    parts.append(piece)


def _tidy(text: str) -> str:
    text = " ".join(text.split())
    minus = "-" if _GRADED.search(text) else ""
    text = (text.strip(" ,;:-") if not _SIGNED.match(text) else text.rstrip(" ,;:-")) + minus
    return text.replace(" ,", ",").replace("( ", "(").replace(" )", ")")


def _is_dose(words: Words, quantity: Mention) -> bool:
    """In running text only a dose in shorthand ("x10", "5x/day") is put in words."""
    sense = quantity.sense
    crossed = any(word in ("x", "x/") for word in words.low[quantity.first : quantity.last])
    often = sense.kind == "frequency" and " time" in sense.label and crossed
    return often or (sense.kind == "count" and sense.group in ("x", "sets"))


def _is_short(words: Words, quantity: Mention) -> bool:
    """So much time, way or weight with its unit in shorthand: "30 sec", "12s", "2 lb", not "one minute"."""
    if quantity.sense.kind not in _MEASURED or words.low[quantity.last - 1] not in _SHORT_UNITS:
        return False
    return quantity.sense.label.removeprefix("for ")[0].isdecimal()


def _inside_word(reading: Reading, at: int) -> bool:
    return (
        reading.words.low[at] not in ("\u2192", "->") and reading.words.gap[at] == "" and reading.words.low[at] == "x"
    )
