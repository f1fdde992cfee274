"""Items: the clinical pieces of a sentence, one for each place, ready to be bound to each other.

A mention is an item; so is what only its place gives a meaning: a bare "min" in a row headed "assist", a number word
that counts ("eight of them"), a cell of a row of figures. What the writer took back ("twenty no sorry eighteen") is
an item too, but marked: it is no finding of the visit.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rewriter.calendar import NAMED_DATES
from rewriter.reading.context import NAMES
from rewriter.reading.mentions import CHANGES, QUANTITIES, Mention
from rewriter.reading.quantities import NUMBER_WORDS
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.typed.clauses import HEADERS, MARKS, Clause
from rewriter.reading.typed.tables import find_cells, find_former, find_header, is_of_many_days

DEEDS = frozenset({"activity", "task", "treatment", "function"})
FINDINGS = frozenset({"measure", "vital", "impairment", "symptom", "diagnosis", "ability", "goal", "education"})
SETTINGS = frozenset({"surface", "position", "vision", "equipment", "device"})
FIGURES = QUANTITIES - {"code", "units", "date", "clock"}
# Deeds of a patient that are told by a verb: "stood at the walker", "leans to the right".
MOTIONS = frozenset("stand sit walk ambulate step lean reach tilt turn slide squeeze grasp cross".split())
DETAILS = frozenset({"level", "side", "part", "deficit"}) | FIGURES | SETTINGS | CHANGES
CLINICAL = DEEDS | FINDINGS | DETAILS | {"cue", "date", "clock"}
# A place that is read in several ways has the first of these kinds.
_ORDER = (
    "treatment", "activity", "measure", "vital", "cue", "impairment", "symptom", "diagnosis", "ability", "task",
    "function", "education", "goal", "level", *sorted(CHANGES), "position", "surface", "device", "equipment", "vision",
    "part", "side", "deficit", *sorted(QUANTITIES - {"code"}), "code", "verb",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_AMOUNTS = {
    "min": "minimal", "minimal": "minimal", "mod": "moderate", "moderate": "moderate",
    "max": "maximal", "maximal": "maximal",
}  # fmt: skip
# Visits before this one, and what was measured there.
EARLIER = frozenset("eval evaluation initial admission adm soc baseline prev previously pn".split())
_HELP = frozenset({"assist", "assistance", "assists", "level", "levels", "help", "a"})
# What may stand behind a bare amount of help: "min by the end", "mod at the hips".
_BEHIND_AMOUNT = MARKS | frozenset(
    "by at to on for with when then and or of from during only all both again today /".split()
)
# "In the first min": a minute.
_IN_TURNS = frozenset("first last next each every per one another a second third whole full".split())
_REACH = 10
# A run of words longer than any train of thought is not bound: its parts could not be told apart anyway.
LONGEST = 400
# Words that name nothing: they make no head. The headers of a table and the words that tell of a figure are among them.
SMALL = NAMED_DATES | frozenset(
    "the a an of to in on at by for from with w/ as than that which who this these those it its he she they we i "
    "his her their my me him them us himself herself itself and or no not only just then so but while was were is "
    "are am be been being has have had do does did will would could can might still also again too very both each "
    "all any some one there here where when if about approximately out up off over into onto around because since "
    "what x rep repetition repetitions now today per get got make made uses used using use needs needed need give "
    "gave call say says said vs versus try tried trying pre post last best worst longest total first base above "
    "below more most less least such forward fwd backward bwd back sideways past before after prior during within "
    "until till s l sec secs want wants able unable start started end beginning finish".split()
)
_ENDINGS = ("'s", "'ll", "'re", "'t", "'d")
_MOST_PLAIN = 3
_NUMBERED = frozenset({"act", "activity", "task", "item", "level"})  # "act 1", "level 2"
AFFIRMED, RETRACTED = "affirmed", "retracted"


@dataclass(slots=True)
class Item:
    """A typed piece at words `first:last`: its kind, canonical value and label.

    `mention` is its mention, if it has one; `state` its context in one word, `retracted` where the writer took it back.
    `head` is the number of the item that it belongs to. `sure` is false where that, or the kind itself, is a guess.
    `replaces` is what the writer took back for it.
    """

    kind: str
    value: str
    label: str
    first: int
    last: int
    mention: int | None
    state: str
    head: int | None = None
    sure: bool = True
    replaces: "Item | None" = None


def find_items(reading: Reading, number: int) -> list[Item]:
    """Return the items of sentence `number` in order."""
    sentence = reading.sentences[number]
    low, gap = reading.words.low, reading.words.gap
    items: list[Item] = []
    taken: set[int] = set()
    cells = set(find_cells(low, gap, sentence.first, sentence.last))
    for index, mention in _primary(reading, reading.by_sentence[number]):
        if mention.first in taken:
            continue
        taken.update(range(mention.first, mention.last))
        inner = cells.intersection(range(mention.first + 1, mention.last))
        state = reading.state(index)
        if inner:  # "41 / 44" in a row of a table: two cells, no ratio
            items += _figures_between(low, sorted(inner), mention, state)
        else:
            sense = mention.sense
            label = reading.words.written(mention.first, mention.last) if sense.kind == "verb" else sense.label
            items.append(Item(sense.kind, sense.id, label, mention.first, mention.last, index, state))
    if sentence.last - sentence.first > LONGEST:
        return sorted(items, key=lambda item: item.first)
    items += _unmentioned(reading, number, taken, items)
    items.sort(key=lambda item: item.first)
    for item in items:
        if item.kind in FIGURES and item.state == AFFIRMED and low[item.first - 1] in EARLIER:
            item.state = "historical"  # "Berg 29 (eval 21, PN 30)"
    items = [item for item in items if low[item.first] not in EARLIER]
    if any(reading.mentions[index].sense.kind == "instruction" for index in reading.by_sentence[number]):
        for item in items:
            item.sure = False  # told to whoever writes, not of the visit
    _take_back(reading, number, items)
    if cells:
        _place_in_columns(reading, number, items)
    return items


def _place_in_columns(reading: Reading, number: int, items: list[Item]) -> None:
    """Mark what stands in a column of an earlier visit; leave out the words of the header, which tell nothing."""
    sentence, low = reading.sentences[number], reading.words.low
    if HEADERS.issuperset(word for word in low[sentence.first : sentence.last] if word[0].isalpha()):
        items.clear()
    header = find_header(reading, number)
    if header is not None and reading.sentences[number].first <= header[0]:
        items[:] = [item for item in items if item.first >= header[1]]
    for first, last in find_former(reading, number):
        for item in items:
            if first <= item.first < last and item.state == AFFIRMED:
                item.state = "historical"
    if is_of_many_days(reading, number):
        for item in items:
            item.sure = item.sure and item.kind not in FIGURES | {"level"}


def _primary(reading: Reading, indexes: Sequence[int]) -> Iterator[tuple[int, Mention]]:
    """Yield one mention for each place: the one of the foremost kind."""
    best: dict[int, int] = {}
    refused = {reading.mentions[index].first for index in indexes if reading.mentions[index].sense.kind == "refusal"}
    for index in indexes:
        mention = reading.mentions[index]
        rank = _RANK.get(mention.sense.kind)
        if rank is None or (mention.sense.kind in CHANGES and mention.first in refused):
            continue
        other = best.get(mention.first)
        if other is None or rank < _RANK[reading.mentions[other].sense.kind]:
            best[mention.first] = index
    for index in best.values():
        yield index, reading.mentions[index]


def _figures_between(low: list[str], marks: list[int], mention: Mention, state: str) -> Iterator[Item]:
    for begin, end in zip([mention.first, *(mark + 1 for mark in marks)], [*marks, mention.last], strict=True):
        for at in range(begin, end):
            if low[at][0].isdecimal():
                yield Item("number", low[at], low[at], at, at + 1, None, state)


def _unmentioned(reading: Reading, number: int, taken: Collection[int], items: Sequence[Item]) -> Iterator[Item]:
    """Yield bare amounts of help and bare numbers that no form of the lexicon covers."""
    low, sentence = reading.words.low, reading.sentences[number]
    helped = _speaks_of_help(reading, number)
    other = any(item.kind == "level" for item in items)
    for at in range(sentence.first, sentence.last):
        if at in taken:
            continue
        word = low[at]
        if word in _AMOUNTS and _is_help(low, at, sentence) and (at - 1 in taken or not _names(low, at - 1)):
            value = _AMOUNTS[word]
            label = f"{value} assistance"
            yield Item(
                "level", label.replace(" ", "_"), label, at, at + 1, None, _state(reading, at), None, helped or other
            )
        elif word[0].isdecimal() or NUMBER_WORDS.get(word, 1) != 1:
            value = word if word[0].isdecimal() else str(NUMBER_WORDS[word])
            former = low[at - 1] in ("was", "were") or low[at - 2 : at] == ["was", "a"]
            yield Item("number", value, value, at, at + 1, None, _state(reading, at), None, not former)


def _state(reading: Reading, at: int) -> str:
    """Return the context of a word without a mention: that of the scopes it stands in."""
    bits = 0
    for first, last, bit in reading.scopes:
        if first <= at < last:
            bits |= bit
    return next((name for bit, name in NAMES.items() if bits & bit), AFFIRMED)


def _speaks_of_help(reading: Reading, number: int) -> bool:
    """A label of the sentence, or the header of its table, names help."""
    low, sentence = reading.words.low, reading.sentences[number]
    labels = [at for at in range(sentence.first, sentence.last) if low[at] in _HELP - {"a"}]
    lettered = any(low[at] == "a" and low[at + 1 : at + 2] == [":"] for at in range(sentence.first, sentence.last))
    if labels or lettered:
        return True
    header = find_header(reading, number)
    return header is not None and not _HELP.isdisjoint(low[header[0] : header[1]])


def _is_help(low: list[str], at: int, sentence: Sentence) -> bool:
    """A bare amount stands where help would: behind no figure, and before no noun."""
    before = low[at - 1] if at > sentence.first else ""
    behind = low[at + 1] if at + 1 < sentence.last else "."
    stands = behind in _BEHIND_AMOUNT or low[at + 2 : at + 3] == [":"]
    return stands and not before[:1].isdecimal() and before not in NUMBER_WORDS and before not in _IN_TURNS


# --- words of no kind -------------------------------------------------------------------------------------------------


def add_plain(reading: Reading, clauses: Sequence[Clause], items: list[Item]) -> None:
    """Add the runs of words that are typed as nothing: what is told of them may still be bound to them."""
    low = reading.words.low
    covered = {at for item in items for at in range(item.first, item.last)}
    for index in reading.between(clauses[0].first, clauses[-1].last) if clauses else ():
        if reading.mentions[index].sense.kind != "proper":
            covered.update(range(reading.mentions[index].first, reading.mentions[index].last))
    for clause in clauses:
        at = clause.first
        while at < clause.last:
            end = at
            while end < clause.last and end not in covered and _names(low, end):
                end += 1
            if end - at == 1 and len(low[at]) == 1 and not _is_figure(low, end):
                end = at  # a single letter names nothing but what stands right behind it: "T 99.1"
            if end > at:
                begin = max(at, end - _MOST_PLAIN)
                items.append(Item("plain", "", reading.words.written(begin, end), begin, end, None, AFFIRMED))
            at = max(end, at + 1)
    items.sort(key=lambda item: item.first)


def _is_figure(low: list[str], at: int) -> bool:
    return at < len(low) and low[at][0].isdecimal()


def _names(low: list[str], at: int) -> bool:
    word = low[at]
    if word in HEADERS:
        return word in _NUMBERED and _is_figure(low, at + 1)
    return word not in SMALL | EARLIER and word[0].isalpha() and not word.endswith(_ENDINGS)


# --- what was taken back ---------------------------------------------------------------------------------------------


def _take_back(reading: Reading, number: int, items: list[Item]) -> None:
    """Mark what a correction replaces: the nearest thing before it of the kind that stands behind it.

    Where nothing behind it fits, how far back it reaches cannot be known: then nothing of its clause is sure.
    """
    low = reading.words.low
    sentence = reading.sentences[number]
    corrections = [
        reading.mentions[index]
        for index in reading.by_sentence[number]
        if reading.mentions[index].sense.kind == "correction"
    ]
    spans = _joined_corrections(corrections, low)
    for first, last, struck in spans:
        behind = next((item for item in items if last <= item.first < last + _REACH), None)
        before = [item for item in items if first - _REACH <= item.first < first and item.state != RETRACTED]
        if behind is None:
            for item in before:
                item.sure = False
            continue
        replaced = next((item for item in reversed(before) if _family(item) == _family(behind)), None)
        if struck and replaced is not None and behind.value == replaced.value:
            behind.state = RETRACTED  # "strike right": the word itself
        earlier = [item for item in items if first - _REACH <= item.first < first and item.state == RETRACTED]
        if replaced is None:
            behind.replaces = next((item for item in reversed(earlier) if _family(item) == _family(behind)), None)
        if replaced is not None:
            replaced.state = RETRACTED
            behind.replaces = replaced
        elif behind.replaces is None and low[first:last] != ["no"]:
            for item in before:
                item.sure = False
    for before_, behind_ in pairwise(items):
        between = [word for word in low[before_.last : behind_.first] if word != ","]
        bare = between == ["no"] and before_.kind == behind_.kind and before_.kind in FIGURES | {"level", "side"}
        if bare and before_.first >= sentence.first:
            before_.state, behind_.state = RETRACTED, AFFIRMED  # "to the side ten no twelve"
            behind_.replaces = before_


def _joined_corrections(corrections: Sequence[Mention], low: list[str]) -> list[tuple[int, int, bool]]:
    """Return the words of each correction, those beside each other as one, and whether it strikes what follows."""
    spans: list[tuple[int, int, bool]] = []
    for mention in corrections:
        struck = low[mention.first] in ("strike", "not") or low[mention.last - 1] in ("not", "strike")
        if spans and mention.first == spans[-1][1]:
            spans[-1] = (spans[-1][0], mention.last, struck)
        else:
            spans.append((mention.first, mention.last, struck))
    return spans


def _family(item: Item) -> str:
    return "figure" if item.kind in FIGURES else item.kind
