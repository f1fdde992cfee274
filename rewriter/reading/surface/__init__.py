"""Surfaces: a piece of a note in words fit for a sentence.

The words are the note's own, shorthand expanded. What is added claims nothing: articles before body parts, a
preposition between a cue and its place, the unit words of a dose. What could be meant in two ways stays as written.
"""

import re
from bisect import bisect_left

from rewriter.lexicon import nominal
from rewriter.reading.mentions import QUANTITIES, Mention
from rewriter.reading.pieces.deeds import takes_help
from rewriter.reading.pieces.prose import STATIONS
from rewriter.reading.pieces.seams import CUE_ENDS, ends_aside, leads_level, pauses
from rewriter.reading.pluses import is_sign
from rewriter.reading.reading import Reading
from rewriter.reading.shorthand.spelling import english
from rewriter.reading.surface.amounts import lasts, say_quantity
from rewriter.reading.surface.bridges import cue_word, link_word, takes_level
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
# An arrow behind "to" is what a cue is meant to do.
_TREND = {"\u2193": "decrease", "\u2191": "increase"}
_PLACES = frozenset("on onto at in to of over for from into through behind toward against".split())
_WAYS = frozenset({"to", "on", "onto", "toward", "towards", "from"})
_SIDES = frozenset({"left", "right"})
_SITTING = frozenset({"sit", "sits", "sat", "seated", "sitting", "stood", "standing"})
_DETERMINED = frozenset("the a an his her their my both bilateral each affected this that one no".split())
_HANDS = frozenset("hand hands palm palms finger fingers fingertip fingertips forearm forearms".split())
# What an arrow leads between in space.
_CUED = frozenset({"verbal", "tactile", "visual", "manual", "auditory", "gestural"})
_PLACED = frozenset({"side", "part", "position", "surface", "equipment", "device", "activity", "task", "function"})
_UNITS_OF_TIME = frozenset({"minutes", "seconds", "hours", "days", "weeks", "months", "years"})
_ALONE = frozenset({"independent", "modified_independent"})
_BEHIND_HISTORY = frozenset("of and or as is was with for per from in on to by at significant form".split())
# Of one kind on both sides of a ">" these changed: "mod A > min A"; so did a figure that is not greater: "HR 84 > 108".
_CHANGING = frozenset({"level", "ratio", "pressure"})
# What help is given for.
_HELPED = frozenset({"activity", "task", "function"})
_MOST_AROUND = 60


_MEASURED = frozenset({"duration", "distance", "load"})
_SHORT_UNITS = frozenset("s sec secs min mins hr hrs ft in lb lbs # cm mm yd yds kg d wk wks mo mos yr yrs".split())
_SIGNED = re.compile(r"-\d")


def say(reading: Reading, first: int, last: int, inside: list[int], kind: str, form: str) -> str:
    """Return the surface of words `first:last`, whose mentions are `inside`."""
    words = reading.words
    starts: dict[int, list[Mention]] = {}
    for index in inside:
        starts.setdefault(reading.mentions[index].first, []).append(reading.mentions[index])
    parts: list[str] = []
    prose = form == "sentence"
    quoted = words.quoted() if '"' in words.low[first:last] else frozenset()
    at, closes = first, 0
    while at < last:
        if closes == at > first:
            _append(parts, ")", "")
        if not prose and at > first and pauses(reading, at, inside):
            _append(parts, ",", "")
        if not prose and at >= closes and at > first and (end := ends_aside(reading, at, last, inside)):
            _append(parts, "(", " ")
            closes = end
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
        here = starts.get(at, [])
        before = words.low[at - 1] if at > first else ""
        quantity = next((m for m in here if m.sense.kind in QUANTITIES), None)
        if quantity is not None and (not prose or _is_dose(quantity) or _is_short(words, quantity)):
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
            _append(parts, "with", " ")
        if prose and quantity is not None and lasts(reading, quantity, first, last):
            _append(parts, "for", " ")
        if prose and before in _SITTING and words.low[at : at + 2] == ["edge", "of"]:
            _append(parts, "at", " ")
        if not prose and (added := _bridge(reading, at, first, last, inside, here, before, kind)):
            _append(parts, added, " ")
        owner = _owner(words.low, at) if not prose else 0
        if owner:
            _append(parts, "the therapist's", " ")
            at += owner
            continue
        as_written = (prose and word != "@") or is_sign(words, at)
        shown = words.shown(at) if as_written else _SYMBOLS.get(word, words.shown(at))
        if word in _TREND and before == "to" and not as_written:
            shown = _TREND[word]
        elif word == ">" and not prose:
            shown = _more_or_to(reading, at, inside)
        elif is_name(reading, word) and (word != "bell" or words.low[at + 1 : at + 2] == ["palsy"]):
            shown = shown.capitalize()
        elif word == "down" and words.low[at + 1 : at + 2] == ["syndrome"]:
            shown = "Down"
        elif _is_opening_capital(reading, at):
            shown = word if not _inside_word(reading, at) else words.shown(at)
        elif before == "1" and word in _UNITS_OF_TIME:
            shown = shown[:-1]
        elif word == "gluteal" and before != "/" and (_ends_phrase(reading, at + 1) or words.low[at + 1] in _SIDES):
            shown = "gluteal muscles"
        elif word == "cues" and at > first + 1 and words.low[at - 2] in ("1", "a", "an", "one") and before in _CUED:
            shown = "cue"
        elif word == "loss" and words.low[at + 1 : at + 3] == ["of", "balance"] and _counts_many(words, at, first):
            shown = "losses"
        if word in ("\u2192", "->") and not prose:
            shown = _arrow(reading, at, inside) if parts else ""
        said = shown != words.shown(at) and shown.lower() != words.shown(at).lower()
        _append(parts, shown, " " if said and not words.gap[at] else words.gap[at])
        if said and at + 1 < last and words.gap[at + 1] == "":
            parts.append(" ")
        at += 1
    if closes == last:
        _append(parts, ")", "")
    return _tidy("".join(parts))


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
    beside = {
        reading.mentions[i].sense.kind
        for i in inside
        if at - 3 <= reading.mentions[i].last <= at or at < reading.mentions[i].first <= at + 2
    }
    return ", then" if beside & (QUANTITIES | {"level"}) else "->"


def _counts_many(words: Words, at: int, first: int) -> bool:
    """A bare figure above one stands right before word `at`: "3 LOB", not "min A x2 LOB"."""
    figure = words.low[at - 1] if at > first else ""
    return figure.isdecimal() and figure != "1" and words.low[at - 2 : at - 1] != ["x"]


def _more_or_to(reading: Reading, at: int, inside: list[int]) -> str:
    """Say what ">" means: it compares two sides ("R>L"), or leads from one position, level or value to the next.

    Anywhere else it stays as written.
    """
    before = {reading.mentions[i].sense.kind for i in inside if reading.mentions[i].last == at}
    after = {reading.mentions[i].sense.kind for i in inside if reading.mentions[i].first == at + 1}
    if "side" in after and before & {"side", "part"}:
        return "greater than"
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
    text = " ".join(text.split()).strip(" ,;:-") if not _SIGNED.match(text) else text.rstrip(" ,;:-")
    return text.replace(" ,", ",").replace("( ", "(").replace(" )", ")")


def _is_dose(quantity: Mention) -> bool:
    """In running text only a dose in shorthand ("x10") is put in words."""
    return quantity.sense.kind == "count" and quantity.sense.group in ("x", "sets")


def _is_short(words: Words, quantity: Mention) -> bool:
    """So much time, way or weight with its unit in shorthand: "30 sec", "12s", "2 lb", not "one minute"."""
    if quantity.sense.kind not in _MEASURED or words.low[quantity.last - 1] not in _SHORT_UNITS:
        return False
    return quantity.sense.label.removeprefix("for ")[0].isdecimal()


def _inside_word(reading: Reading, at: int) -> bool:
    return (
        reading.words.low[at] not in ("\u2192", "->") and reading.words.gap[at] == "" and reading.words.low[at] == "x"
    )


def _bridge(
    reading: Reading,
    at: int,
    first: int,
    last: int,
    inside: list[int],
    here: list[Mention],
    before: str,
    kind: str,
) -> str:
    """Return the small word that belongs before word `at`: an article, or a cue's preposition."""
    kinds = {m.sense.kind for m in here}
    low = reading.words.low
    if at == first or before in _DETERMINED or reading.words.gap[at] == "-":
        return ""  # a joined word is one: "in-toe"
    if linked := link_word(reading, at, inside, here):
        return linked
    if (
        (any(m.sense.kind == "level" and m.sense.group not in _ALONE for m in here) or leads_level(reading, at + 1))
        and before not in CUE_ENDS
        and before[0].isalnum()
        and (kind in ("impairment", "response", "finding") or takes_level(reading, at, inside))
    ):
        led = (before in _SIDES and low[at - 2] == "with") or before == "blocked"
        return ", with" if led else "with"
    if kind == "assist" and kinds & _HELPED and before not in CUE_ENDS and _ends_level(reading, at, inside):
        return "for"  # "CGA amb"
    if low[at : at + 2] == ["edge", "of"] and before[0].isalnum() and before not in _PLACES:
        return "at"
    fallen = any(reading.mentions[i].last == at and reading.mentions[i].sense.id == "loss_of_balance" for i in inside)
    if "side" in kinds and fallen and not _reaches_part(reading, at, inside):
        return "to the"
    if kinds & {"side", "part"} and not _is_bilateral(here):
        done = kind == "action" and any(
            reading.mentions[i].last == at and reading.mentions[i].sense.kind == "verb" for i in inside
        )
        if (before in _PLACES or before == "@" or done) and _reaches_part(reading, at, inside):
            return "the"
        cue_before = any(
            reading.mentions[i].last == at
            and reading.mentions[i].sense.kind == "cue"
            and reading.mentions[i].sense.group in ("manual", "tactile")
            for i in inside
        )
        if cue_before and _runs_on_parts(reading, at, last, inside):
            return "to the"
        deficit = (
            any(
                reading.mentions[i].last == at and reading.mentions[i].sense.kind in ("impairment", "ability")
                for i in inside
            )
            and nominal([low[at - 1]], {}) == low[at - 1]
        )
        if kind in ("impairment", "finding") and deficit and _reaches_part(reading, at, inside):
            return "of the"
    if "side" in kinds and before in _WAYS and not _is_bilateral(here) and low[at - 2] not in _SIDES:
        behind = low[at + 1 : last][:1]
        if behind != ["to"] and (not behind or behind[0] in CUE_ENDS | {"side"} or not behind[0][0].isalnum()):
            return "the"  # "weight shift to right in parallel bars", but "right to left"
    closed = at + 1 == last or low[at + 1] in (",", "/", "and")
    if closed and "side" in kinds and not _is_bilateral(here) and _ends_sets(reading, at, inside):
        return "on the"  # "3x8 R, 2x8 L"
    sides = [i for i in inside if reading.mentions[i].sense.kind == "side"]
    if (
        "side" in kinds
        and at + 1 == last
        and len(sides) == 1
        and not _is_bilateral(here)
        and (
            _aftersay_quantity(reading, at, inside)
            or (kind == "assist" and _ends_level(reading, at, inside))
            or (kind == "action" and any(reading.mentions[i].last == at and _is_muscle(reading, i) for i in inside))
        )
    ):
        return "on the"
    return cue_word(reading, at, inside, kinds) if before else ""


def _is_muscle(reading: Reading, index: int) -> bool:
    return reading.mentions[index].sense.kind == "part" and reading.mentions[index].sense.group == "muscle"


def _is_bilateral(here: list[Mention]) -> bool:
    return any(m.sense.id in ("bilateral", "both") for m in here)


def _reaches_part(reading: Reading, at: int, inside: list[int]) -> bool:
    """The words from `at` are [side] [part] in the singular, so that "the" may stand before them."""
    for index in inside:
        mention = reading.mentions[index]
        if (
            mention.sense.kind == "part"
            and _ends_phrase(reading, mention.last)
            and (
                mention.first == at
                or any(
                    reading.mentions[k].first == at
                    and reading.mentions[k].sense.kind == "side"
                    and reading.mentions[k].last == mention.first
                    for k in inside
                )
            )
        ):
            return True
    return False


def _ends_phrase(reading: Reading, at: int) -> bool:
    """Nothing follows that would make the part a modifier: "at shoulder height" is no shoulder."""
    low = reading.words.low
    return at >= len(low) or not low[at][0].isalpha() or low[at] in CUE_ENDS


def _aftersay_quantity(reading: Reading, at: int, inside: list[int]) -> bool:
    return any(reading.mentions[i].last == at and reading.mentions[i].sense.kind in QUANTITIES for i in inside)


def _ends_sets(reading: Reading, at: int, inside: list[int]) -> bool:
    return any(reading.mentions[i].last == at and reading.mentions[i].sense.group == "sets" for i in inside)


def _ends_level(reading: Reading, at: int, inside: list[int]) -> bool:
    return any(reading.mentions[i].last == at and reading.mentions[i].sense.kind == "level" for i in inside)


def _runs_on_parts(reading: Reading, at: int, last: int, inside: list[int]) -> bool:
    """Only sides, parts and "and" follow: "glutes and abdominals", not "toes up"."""
    covered = at
    while covered < last:
        step = [
            reading.mentions[i].last
            for i in inside
            if reading.mentions[i].first == covered and reading.mentions[i].sense.kind in ("side", "part")
        ]
        if step:
            covered = max(step)
        elif reading.words.low[covered] in (
            "and",
            "+",
            "&",
            "/",
            "lateral",
            "medial",
            "lower",
            "upper",
            "anterior",
            "posterior",
        ):
            covered += 1
        else:
            break
    return covered == last or reading.words.low[covered] in ("for", "to", "during", "with", "x")
