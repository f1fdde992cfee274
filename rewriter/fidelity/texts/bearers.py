"""What a modifier is bound to: the words of a text by place and by clause, and which of them bears which modifier."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rewriter.english import BE, DETERMINERS
from rewriter.fidelity.texts.halves import is_answer, keys_of_its_own
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.pack import Pack
from rewriter.reading.mentions import QUANTITIES, TROUBLES
from rewriter.reading.quantities import components

FIGURES = QUANTITIES - {"code", "units"}
COMPARING = frozenset({"than", ">", "<", "versus", "vs", "compared", "exceeds", "exceeded", "exceeding"})
_NOUN_REACH, _BACK_REACH, _CLOSE = 4, 4, 2
_NOTHING: frozenset[str] = frozenset()
_DEEDS = frozenset({"activity", "task", "function", "surface", "device", "position", "vision", "treatment"})
_HELPED = _DEEDS | TROUBLES
# Function words that part nothing from what stands behind them: "tactile cues at the hip", "verbal cues for posture".
_DETERMINERS = DETERMINERS | {"of", "its", "my", "our", "your"}
# No head of what stands beside them, nor the words of how many times.
_RESTRICTING = frozenset({"only", "just", "alone", "also", "too", "all", "each", "every", "always"})
_CUE_LINKS = _DETERMINERS | {"at", "to", "on", "for", "over", "along"}
_SIDE_LINKS = _DETERMINERS | BE  # "the left is blocked"
_MEASURED = frozenset({"duration", "distance", "rate", "angle", "percent", "ratio", "pressure"})
_TIMES = frozenset({"x", "once", "twice"})  # what was done so often stands before it: "LOB x2 min A"
_JOINING = frozenset({"and", "but", "while", "whereas"})
_TOWARD = (["to"], ["toward"], ["towards"], ["to", "the"], ["toward", "the"], ["towards", "the"])


@dataclass
class Places:
    """The keys of a text's terms by word and by clause, what was done by clause, and its sides and levels by word.

    `acts` are the verbs. `compares` says that it has a word of comparison at all.
    """

    by_word: dict[int, tuple[str, ...]]
    by_clause: dict[int, frozenset[str]]
    deeds: dict[int, frozenset[str]]
    helped: frozenset[int]
    acts: frozenset[int]
    marks: dict[int, str]
    compares: bool


def find_places(terms: Terms) -> Places:
    """Return what a text's modifiers may be bound to."""
    reading = terms.reading
    by_word: dict[int, tuple[str, ...]] = {}
    clauses: dict[int, set[str]] = defaultdict(set)
    deeds: dict[int, set[str]] = defaultdict(set)
    helped: set[int] = set()
    acts: set[int] = set()
    columns = zip(terms.claims, terms.place, terms.keys, terms.clause, terms.mention, strict=True)
    for claims, place, keys, clause, mention in columns:
        if not claims:
            continue
        clauses[clause].update(keys)
        if reading.words.low[place] in _RESTRICTING:
            continue
        by_word[place] = keys
        kind = reading.mentions[mention].sense.kind if mention >= 0 else ""
        if kind == "verb":
            acts.add(place)  # "stood 4 minutes"
        if kind in _HELPED:
            helped.add(place)
            if kind in _DEEDS:
                deeds[clause].update(keys)
    marks = {}
    for sense, first, last in reading.mentions:
        if sense.kind in FIGURES:
            figures = [f"{way}:{value}" for _, value in components(sense) for way in ("figure", "value")]
            clauses[terms.clause_of[first]].update(figures)
        if sense.kind in ("side", "level") and not is_answer(reading.words.low, first):
            for at in range(first, last):
                marks[at] = f"{sense.kind}:{sense.id if sense.kind == 'side' else sense.group}"
    return Places(
        by_word,
        {clause: frozenset(keys) for clause, keys in clauses.items()},
        {clause: frozenset(keys) for clause, keys in deeds.items()},
        frozenset(helped),
        frozenset(acts),
        marks,
        not COMPARING.isdisjoint(reading.words.low),
    )


def head_of(terms: Terms, places: Places, first: int, last: int, pack: Pack, kind: str) -> frozenset[str]:
    """Return the keys of the words that a modifier is directly bound to.

    What is measured stands before its measure ("eyes open 30 s"); else what follows at once ("left knee", "3 falls"),
    else the nearest before ("taps on the left"). For a figure a side or an amount of assistance counts as a word too
    ("R 9 s", "6 seconds to the left", "max A x2").
    """
    low = terms.reading.words.low
    functions = pack.paraphrases.functions
    marks = places.marks if kind in QUANTITIES else {}
    if kind in _MEASURED and (near := _word_before(low, places, marks, first, _CLOSE)):
        return near
    if kind == "side" and (own := keys_of_its_own(low, places.by_word, first, last)):
        return own
    is_way = low[first - 1 : first] in _TOWARD or low[first - 2 : first] in _TOWARD
    if kind == "side" and is_way and last not in places.by_word:
        head = _word_before(low, places, marks, first, _BACK_REACH)
        if head := head or _deed_before(terms, first):
            return head  # "pushes to the left following a stroke"
    behind = low[first] in _TIMES or low[last - 1] == "times" or (low[first][0] == "x" and low[first][1:].isdecimal())
    return (
        _words_behind(low, places, functions, last, _passed(low, first, kind))
        or (_word_before(low, places, marks, first, _CLOSE) if behind else _NOTHING)
        or (_mark_ahead(low, places, marks, last, functions) if marks else _NOTHING)
        or _word_before(low, places, marks, first, _BACK_REACH)
    )


def head_of_help(terms: Terms, places: Places, first: int, last: int) -> frozenset[str]:
    """Return the keys of what was assisted: the nearest deed, deficit or symptom before it, else after it."""
    number = terms.sentence_at(first)
    sentence = terms.reading.sentences[number] if number >= 0 else None
    low, high = (sentence.first, sentence.last) if sentence is not None else (0, len(terms.reading.words.low))
    for things in (places.helped, places.acts):
        for at in (*range(first - 1, low - 1, -1), *range(last, high)):
            if at in things:
                return frozenset(places.by_word[at])
    return _NOTHING


def _deed_before(terms: Terms, first: int) -> frozenset[str]:
    """Return the keys of the word that leads to a side though it claims nothing: "turns to the left"."""
    low = terms.reading.words.low
    at = first - 1 - (low[first - 1] == "the") - 1
    return frozenset(key for index in terms.inside(at, at + 1) for key in terms.keys[index])


def _passed(low: list[str], first: int, kind: str) -> frozenset[str]:
    """Return the words that do not end what follows a modifier; both sides at once are no single limb's."""
    if kind == "cue":
        return _CUE_LINKS
    return _SIDE_LINKS if kind == "side" and low[first] in ("left", "right") else _DETERMINERS


def _words_behind(
    low: list[str], places: Places, functions: frozenset[str], last: int, passed: frozenset[str]
) -> frozenset[str]:
    """Return the keys of the words that follow at once, up to a mark or a function word that is not `passed`."""
    keys: set[str] = set()
    for at, word in enumerate(low[last : last + _NOUN_REACH], last):
        if word in SPLITS or (word in functions and word not in passed):
            break
        if at in places.by_word:
            keys.update(places.by_word[at])
    return frozenset(keys)


def _word_before(low: list[str], places: Places, marks: Mapping[int, str], first: int, reach: int) -> frozenset[str]:
    """Return the keys of the nearest word before, no further than `reach` words back."""
    for at in range(first - 1, max(-1, first - 1 - reach), -1):
        if low[at] in SPLITS and low[at] != ":":  # "Lean: to the left"
            break
        if at in places.by_word:
            return frozenset(places.by_word[at])
        if low[at] in _JOINING:
            marks = {}  # "eight with the right and five with the left"
        if at in marks:
            return frozenset({marks[at]})
    return _NOTHING


def _mark_ahead(
    low: list[str], places: Places, marks: Mapping[int, str], last: int, functions: frozenset[str]
) -> frozenset[str]:
    """Return the side that a figure is given for behind it: "6 seconds to the left", "five leading with the left"."""
    for at in range(last, min(last + _NOUN_REACH, len(low))):
        if at in marks:
            return frozenset({marks[at]})
        if (low[at] not in functions and (at in places.by_word or not low[at].endswith("ing"))) or low[at] in _JOINING:
            break
    return _NOTHING
