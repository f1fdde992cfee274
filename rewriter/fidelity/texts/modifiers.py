"""Modifiers: sides, amounts of assistance, figures, cues and persons, each with the words it stands among."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rewriter.body import OPPOSITE
from rewriter.fidelity.texts.amounts import AMOUNTS, OPENINGS, is_amount, is_amount_then, is_help, plain_amount
from rewriter.fidelity.texts.bearers import COMPARING, FIGURES, Places, find_places, head_of, head_of_help
from rewriter.fidelity.texts.bounds import around
from rewriter.fidelity.texts.counting import is_part_of, names_points
from rewriter.fidelity.texts.covers import SIDES_IN_NAMES
from rewriter.fidelity.texts.halves import end_of_both, takes_part
from rewriter.fidelity.texts.roundabout import is_about
from rewriter.fidelity.texts.scoped import find_certain
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.lexicon import Sense
from rewriter.pack import Pack
from rewriter.reading.context import POSSIBLE
from rewriter.reading.mentions import QUANTITIES, SENSES, TROUBLES
from rewriter.reading.quantities import NUMBER_WORDS, ROMAN, components, in_unit
from rewriter.reading.quantities.figures import PERIODS
from rewriter.reading.quantities.numerals import as_float
from rewriter.reading.quantities.units import UNITS

FIGURE, SIDE, LEVEL, PERSON, CUE = "figure", "side", "level", "person", "cue"
_SENSES = SENSES - {"gestural"}
_COUNTING = frozenset(NUMBER_WORDS) | frozenset(ROMAN) | {"i", "v", "x"}
_VALUED = FIGURES | {PERSON, SIDE, CUE, LEVEL}
# Told by a letter: "AIS A", "grade C", "type B".
_GRADED = frozenset({"ais", "asia", "scale", "grade", "type", "class", "category"})
_GRADES = frozenset("abcde")
_ABOUT = frozenset(
    "about approximately approx around roughly nearly almost circa ~ some maybe poss prob possibly probably perhaps "
    "possible probable".split()
)
# Beside the lexicon's names a modifier begins with one of these, or with a figure.
_TELLING = _GRADES | OPENINGS | _COUNTING | {"side", "every"}
_CLAUSE = 25
_CLAUSE_ENDS = SPLITS - COMPARING
_ROW = 10  # a side so far behind another is no next one of its row
_DAY = 86400
# Scales whose steps are told in Roman numerals: behind them "I", "V" and "X" are figures too, and so is "one".
_SCALES = frozenset(
    "level levels grade gr stage class type phase rancho amigos rla gmfcs macs cfcs los zone tier".split()
)
_LETTERS = {"i": 1, "v": 5, "x": 10}
_SPEAKING = frozenset("am can was do did have had feel want need think will would could".split())

Keys = frozenset[str]
_NONE: Keys = frozenset()


class Modifier(NamedTuple):
    """A side, an amount of assistance, a figure or a person, and the words it stands among.

    `head` holds the keys of the words it is directly bound to, `near` those of its clause, `deeds` those of what was
    done in its clause. `figure` is the value in the unit it was written in; `hedged` says that it is told as
    approximate or doubtful, `compared` that it is one side of a comparison ("R > L"): then it is bound to the other,
    not to a word. `by_row` says that its head is that of the one before it in a row.
    """

    kind: str
    family: str
    value: str
    figure: str
    first: int
    last: int
    sentence: int
    hedged: bool
    compared: bool
    head: Keys
    near: Keys
    deeds: Keys
    by_row: bool = False


def find_modifiers(terms: Terms, pack: Pack, skipped: frozenset[int] = frozenset()) -> list[Modifier]:
    """Return the modifiers of a text in order; those in `skipped` sentences are left out."""
    reading = terms.reading
    low = reading.words.low
    places = find_places(terms)
    certain = find_certain(reading)
    found = []
    counted: set[int] = set()
    leveled = set(places.marks.keys() - {at for at, mark in places.marks.items() if not mark.startswith(LEVEL)})
    sided = {reading.mentions[index].first for index in reading.having(SIDE)}
    for index, (sense, first, last) in enumerate(reading.mentions):
        counted.update(range(first, last))
        for at in range(first, last) if sense.kind in TROUBLES and last - first > 1 else ():
            if low[at] in SIDES_IN_NAMES and at not in sided and reading.sentence_of[index] not in skipped:
                sided.add(at)
                named = [places.by_word[one] for one in range(first, last) if one != at and one in places.by_word]
                head = frozenset(key for keys in named for key in keys)
                side = (SIDE, SIDES_IN_NAMES[low[at]], low[at])
                found.append(_modifier(terms, places, side, at, at + 1, False, head))
        if reading.sentence_of[index] in skipped:
            continue
        if sense.kind == "group":  # "4 patients" is a name of a group, and says how many
            counted.difference_update(range(first, last))
        if sense.kind not in _VALUED or (sense.kind == SIDE and takes_part(low, first)):
            continue
        if sense.kind == "number" and names_points(low, last):
            continue
        if sense.kind == "ratio":
            sense = _with_its_unit(sense, low[last : last + 1])
        kind = sense.kind
        about = low[first - 1] in _ABOUT or low[first] in _ABOUT or (kind in QUANTITIES and sense.id.startswith("~"))
        hedged = about or is_about(low, first, last) or bool(reading.bits[index] & POSSIBLE and first not in certain)
        for family, value in _values(sense):
            if kind == LEVEL:
                head = head_of_help(terms, places, first, last)
            else:
                head = head_of(terms, places, first, last, pack, kind)
            figure = sense.group if kind == PERSON else in_unit(sense, value)
            if family == "number" and _is_inches(terms, last):
                value += '"'
            found.append(_modifier(terms, places, (family, value, figure), first, last, hedged, head))
    for at, word in enumerate(low):
        if word not in _TELLING and not word[0].isdecimal():
            continue
        if word in _GRADES and low[at - 1] in _GRADED and reading.words.written(at, at + 1).isupper():
            head = frozenset(places.by_word.get(at - 1, (low[at - 1],)))
            found.append(_modifier(terms, places, ("grade", word, word), at, at + 1, False, head))
        if at in counted or names_points(low, at + 1):
            continue
        if word == "side" and not terms.is_source and (last := end_of_both(low, at)):
            head = head_of(terms, places, at, last, pack, SIDE)
            found.append(_modifier(terms, places, (SIDE, "bilateral", word), at, last, False, head))
        if low[at : at + 2] == ["every", "other"] and PERIODS.keys() & low[at + 2 : at + 3]:
            often = f"1/2 {PERIODS[low[at + 2]]}s"
            head = head_of(terms, places, at, at + 3, pack, "frequency")
            found.append(_modifier(terms, places, ("frequency", often, often), at, at + 3, False, head))
        plain = None if terms.is_source or at in leveled else plain_amount(low, at)
        if plain is not None:
            head = head_of_help(terms, places, at, plain[1])
            found.append(_modifier(terms, places, (LEVEL, plain[0], word), at, plain[1], False, head))
            leveled.update(range(at, plain[1]))
        elif at not in leveled and word in AMOUNTS and _tells_assistance(terms, at):
            head = head_of_help(terms, places, at, at + 1)
            found.append(_modifier(terms, places, (LEVEL, AMOUNTS[word], word), at, at + 1, False, head))
        if not (word in _COUNTING or word[0].isdecimal()) or terms.sentence_at(at) in skipped:
            continue
        if value := _bare_number(terms, at, word):
            head = head_of(terms, places, at, at + 1, pack, "number")
            hedged = at > 0 and (low[at - 1] in _ABOUT or is_about(low, at, at + 1))
            found.append(_modifier(terms, places, ("number", value, value), at, at + 1, hedged, head))
    return list(_with_heads_of_the_row(found))


def _with_heads_of_the_row(items: Iterable[Modifier]) -> Iterator[Modifier]:
    """Give what stands by itself in a row the head of the one before it: "leans R x3, L x5".

    A person does what is told of the person, not what the one before does: "the child played, and mother was there".
    """
    heads: dict[tuple[str, int], Modifier] = {}
    for item in items:
        row = (item.kind, item.sentence)
        if item.head:
            heads[row] = item
        elif row in heads and item.kind != PERSON and (item.kind != SIDE or item.first - heads[row].last < _ROW):
            if item.kind == SIDE and item.near != heads[row].near and _tells_things(item.near):
                heads[row] = item  # "typed with the left, the right being tired"
            else:
                item = item._replace(head=heads[row].head, by_row=True)
        yield item


def _tells_things(near: Keys) -> bool:
    """A clause names things, and gives no figures: with a figure the side is of a row."""
    return bool(near) and not any(key.startswith("figure:") for key in near)


def _values(sense: Sense) -> list[tuple[str, str]]:
    """Return (family, value) for each value of a sense that is a modifier; a person's is who they are."""
    if sense.kind == PERSON:
        return [(PERSON, sense.id)]
    if sense.kind == SIDE:
        return [(SIDE, sense.id)]
    if sense.kind == CUE:
        return [(CUE, sense.group)] if sense.group in _SENSES else []
    if sense.kind == LEVEL:
        return [(LEVEL, sense.group)]
    return components(sense)


def _with_its_unit(ratio: Sense, after: list[str]) -> Sense:
    """Read a ratio before a unit of time as two times: "16 of 40 min"."""
    kind, unit, factor = UNITS.get(after[0], ("", "", 1)) if after else ("", "", 1)
    if kind != "duration" or factor >= _DAY:  # "3 of 7 d": so many days of so many
        return ratio
    part, _, whole = ratio.id.partition("/")
    return ratio._replace(kind=kind, group=unit, id=f"{part}-{as_float(whole) * factor:g}")


def _is_inches(terms: Terms, last: int) -> bool:
    """A mark for inches is written onto the figure, and closes no quotation: 'an 18" mat'."""
    words = terms.reading.words
    return words.low[last : last + 1] == ['"'] and words.gap[last] == "" and last - 1 not in terms.quoted


def _tells_assistance(terms: Terms, at: int) -> bool:
    """The sentence speaks of assistance elsewhere: "assistance began at maximal and was down to moderate"."""
    low, number = terms.reading.words.low, terms.sentence_at(at)
    if not is_amount(low[at], source=terms.is_source):
        return is_amount_then(low, at)
    first = terms.reading.sentences[number].first
    if number and ";" in low[max(0, first - 2) : first + 1]:
        first = terms.reading.sentences[number - 1].first
    return any(map(is_help, low[first : terms.reading.sentences[number].last]))


def _bare_number(terms: Terms, at: int, low: str) -> str:
    """Return the value of a number that stands without a unit: "twelve reaches", "GMFCS III"; "one" is an article."""
    if low[0].isdecimal():
        return low
    number = NUMBER_WORDS.get(low, 0)
    words = terms.reading.words
    if low == "one" and is_part_of(words.low, at + 1):
        return "1"
    scaled = at > 0 and words.low[at - 1] in _SCALES
    if not number and (low in ROMAN or (scaled and low in _LETTERS)) and words.written(at, at + 1).isupper():
        spoken = low == "i" and words.low[at + 1 : at + 2] != [] and words.low[at + 1] in _SPEAKING
        number = 0 if spoken else ROMAN.get(low) or _LETTERS[low]
    return str(number) if number > (not scaled) else ""


def _modifier(
    terms: Terms, places: Places, value: tuple[str, str, str], first: int, last: int, hedged: bool, head: Keys
) -> Modifier:
    clause, sentence = terms.clause_of[first], terms.sentence_at(first)
    kind = value[0] if value[0] in (SIDE, LEVEL, PERSON, CUE) else FIGURE
    near, deeds = places.by_clause.get(clause, _NONE), places.deeds.get(clause, _NONE)
    low = terms.reading.words.low
    paired = value[1] in OPPOSITE and OPPOSITE[value[1]] in low[max(0, first - 2) : last + 2]
    compared = paired or (places.compares and not COMPARING.isdisjoint(_clause(low, first, last)))
    return Modifier(kind, *value, first, last, sentence, hedged, compared, head, near, deeds)


def _clause(low: list[str], first: int, last: int) -> list[str]:
    """Return the words between the marks around `first:last`."""
    return low[slice(*around(low, first, last, _CLAUSE_ENDS, _CLAUSE))]
