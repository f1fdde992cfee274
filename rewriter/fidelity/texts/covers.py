"""What the lexicon's mentions say of a text's words: which name a concept, which claim nothing, which go together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rewriter.fidelity.texts.abbreviated import concept
from rewriter.lexicon import split_form
from rewriter.pack import Pack
from rewriter.reading import Reading
from rewriter.reading.mentions import QUANTITIES, TROUBLES

# Compared otherwise.
_APART = QUANTITIES | {"side", "level"}
_ARTICLES = frozenset({"the", "a", "an", "each", "this", "that", "i", "pressure", "rate", "saturation"})
# Concepts that gather unlike things: a wife and a husband, two days of the week, last week and yesterday.
_NAMING = frozenset({"person", "proper", "historical", "planned"})
# Names whose words claim something together, though one alone may not ("timed up and go"); a function of life claims
# in one word too, unless an article makes it another word ("the reading was 71").
_STRICT = frozenset({"measure", "diagnosis", "device", "function"})
# Claims nothing of its own, unless the word names something else too ("goal" is a heading and a goal): what they say of
# other words is compared as context.
_SILENT = frozenset({"negation", "possible", "reported", "code", "admin", "units", "instruction", "correction"})
# The sides that names may hold, "left lean": they are compared as such.
SIDES_IN_NAMES = {"left": "left", "right": "right", "leftward": "left", "rightward": "right"}
_HEADING = 4


@dataclass
class Covers:
    """For each word, what mentions say of it."""

    apart: set[int] = field(default_factory=set)
    idle: set[int] = field(default_factory=set)
    strict: set[int] = field(default_factory=set)
    concept: dict[int, list[str]] = field(default_factory=dict)
    longest: dict[int, int] = field(default_factory=dict)


def cover(reading: Reading, pack: Pack, *, source: bool) -> Covers:
    """Return what the mentions of a text say of its words; a rewrite may name the billed service of any `source`."""
    covers = Covers()
    low = reading.words.low
    silent: set[int] = set()
    billed = frozenset() if source else _find_billed(low, pack)
    concepts, longest_at = covers.concept, covers.longest
    covers.idle.update(billed)
    for index, (sense, first, last) in enumerate(reading.mentions):
        places = range(first, last)
        kind = sense.kind
        if kind in _APART:
            covers.apart.update(places)
            continue
        if kind in TROUBLES and last - first > 1:
            covers.apart.update(at for at in places if low[at] in SIDES_IN_NAMES)
        if kind == "link" or (kind == "treatment" and sense.label == pack.code.get("names", "")):
            covers.idle.update(places)
        elif kind in _SILENT and sense.group != "pseudo" and not _is_order(sense.id):
            silent.update(places)
            continue
        if (
            kind in _STRICT
            and not billed.issuperset(places)
            and (last - first > 1 or (kind == "function" and low[first - 1] not in _ARTICLES))
        ):
            covers.strict.update(places)
        if kind not in _NAMING:
            named = "@" + concept(sense)
            for at in places:
                concepts.setdefault(at, []).append(named)
        for at in places:
            longest_at.setdefault(at, index)
    covers.idle |= silent.difference(covers.longest)
    return covers


def _find_billed(low: Sequence[str], pack: Pack) -> frozenset[int]:
    """Return the words that name the billed service: the code licenses it."""
    name = split_form(pack.code.get("names", ""))
    size = len(name)
    starts = (at for at in range(len(low) - size + 1) if name and low[at] == name[0] and low[at : at + size] == name)
    return frozenset(at + number for at in starts for number in range(size))


def _is_order(concept_id: str) -> bool:
    """What the patient must or must not do is told, though it came with the referral."""
    return "weight_bearing" in concept_id or concept_id.endswith("precautions")


def find_labels(reading: Reading, covers: Covers) -> set[int]:
    """Return the words of headings ("O:", "Treatment:") that name nothing of the lexicon."""
    low = reading.words.low
    named = {
        at
        for sentence in reading.sentences
        for at in range(max(0, sentence.first - 2), sentence.label)
        if at not in covers.longest and (at >= sentence.first or low[at + 1] == ":")
    }
    if "#" in low or "*" in low:
        named |= _marked_headings(low)
    return named


def _marked_headings(low: list[str]) -> set[int]:
    """Return the words of lines that are all heading: "**Caregiver**", "## Departure"."""
    found: set[int] = set()
    first = 0
    for last in (*(at for at, word in enumerate(low) if word == "\n"), len(low)):
        line = low[first:last]
        words = [first + at for at, word in enumerate(line) if word.isalpha()]
        bold = line[:2] == ["*", "*"] and line[-2:] == ["*", "*"]
        if (bold or line[:1] == ["#"]) and len(words) <= _HEADING and not any(word[0].isdecimal() for word in line):
            found.update(words)
        first = last + 1
    return found
