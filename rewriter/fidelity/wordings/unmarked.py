"""Where a lost word is missing: "mom taught" told as "the coach was taught", "less than Mon" as "more than on Monday".

Some words of a note tell nothing by themselves but how, when or by whom the words beside them are so: what they were
compared with, a day, a person, a refusal. Where such a word has no partner in the rewrite, whatever is told there of
the words beside it is told without it; the finding at the note's word has its like at that place of the rewrite.
Of any other word but a deed only those right beside it count: "marching" for "marching on foam".
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.aspects import DENYING, DOUBTING, FORMER, PLANNING
from rewriter.fidelity.texts.bounds import around
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.fidelity.texts.values import NAMES_OF_TIME
from rewriter.reading.typed.items import DEEDS

_DENIED, _DOUBTED, _PLANNED, _TIMED, _CHANGED, _NAMED = "FID121", "FID122", "FID123", "FID124", "FID109", "FID130"
_KINDS = {
    "negation": _DENIED, "refusal": _DENIED, "possible": _DOUBTED, "planned": _PLANNED, "historical": _TIMED,
    "better": _CHANGED, "worse": _CHANGED, "same": _CHANGED, "person": _NAMED,
}  # fmt: skip
_DONE_WITH = frozenset("stopped stop stops quit ended until forgot skip decide tolerated asymptomatic".split())
_WORDS = (
    (_TIMED, FORMER | NAMES_OF_TIME | frozenset({"today", "tonight", "late", "early"})),
    (_PLANNED, PLANNING - DENYING),
    (_DENIED, (DENYING | _DONE_WITH) - {"off"}),  # "on" in the place of "off" is found by itself
    (_DOUBTED, DOUBTING),
)
_ENDS = SPLITS - {":", ","}
_OPEN_OR_CLOSED = frozenset({"eyes_open", "eyes_closed"})
# A sentence with these tells of the eyes, or points to where they were told of.
_POINTING = frozenset("eye eyes vision visual sight it this that these those both same again then also".split())
_REACH = 5

Words = tuple[int, int]


class Unmarked(NamedTuple):
    """The words `first:last` of the rewrite that tell the rest, and the place of the note's word that they lack.

    The rule is "" for what is simply missing.
    """

    rule: str
    first: int
    last: int
    mark: int


def find_unmarked(note: Terms, said: Terms, lost: Sequence[int]) -> Iterator[Unmarked]:
    """Yield the parts of the rewrite that tell what stands beside a lost word of this kind; `lost` are terms."""
    low, gone = note.reading.words.low, frozenset(lost)
    for index in lost:
        rule = _rule(note, index)
        at = note.place[index]
        first, last = around(low, at, at + 1, _ENDS if rule else SPLITS, _REACH)
        beside = [one for one in note.claiming(first, last) if one not in gone]
        if not rule and note.kind(index) in DEEDS and not any(note.kind(one) in DEEDS for one in beside):
            continue
        parts: Counter[tuple[int, int]] = Counter()
        for one in beside:
            parts.update({_part(said, said.place[two]) for two in said.partners(note.keys[one])})
        if not rule and not parts:
            figures = {word for word in low[first:last] if word[0].isdecimal()}
            parts.update({_part(said, two) for two, word in enumerate(said.reading.words.low) if word in figures})
        most = max(parts.values(), default=0)
        best = [part for part, count in parts.items() if count == most]
        if len(best) == 1:
            yield Unmarked(rule, *best[0], at)


def find_bare_of_vision(note: Terms, said: Terms) -> Iterator[tuple[Words, Words]]:
    """Yield where the rewrite tells without "eyes closed" what the note tells with it, and the note's words for it.

    Only where the rewrite has these words of something else: "LOB x3 EC" beside a Romberg with eyes open and closed.
    """
    low = note.reading.words.low
    every = [note.reading.mentions[at] for at in note.reading.having("vision")]
    seen = [one for one in every if one.sense.id in _OPEN_OR_CLOSED]
    told: dict[int, set[str]] = defaultdict(set)
    for at in said.reading.having("vision"):
        told[said.sentence_at(said.reading.mentions[at].first)].add(said.reading.mentions[at].sense.id)
    for sense, first, last in seen:
        part = around(low, first, last, SPLITS)
        if sum(part[0] <= one.first < part[1] for one in seen) > 1 or not any(sense.id in ids for ids in told.values()):
            continue  # "EO/EC": nobody can tell which
        beside = [one for one in note.claiming(*part) if not first <= note.place[one] < last]
        parts = {_part(said, said.place[two]) for one in beside for two in said.partners(note.keys[one])}
        if len(parts) != 1:
            continue
        (where,) = parts
        sentence = said.sentence_at(where[0])
        here = said.reading.sentences[max(0, sentence)]
        if told[sentence - 1] != {sense.id} and _POINTING.isdisjoint(said.reading.words.low[here.first : here.last]):
            yield where, (first, last)


def _part(said: Terms, place: int) -> tuple[int, int]:
    return part_around(said, place, place + 1)


def _rule(note: Terms, index: int) -> str:
    """Return the rule for what a word tells of those beside it; "" where it tells something of its own."""
    kind = _KINDS.get(note.kind(index), "")
    word = note.reading.words.low[note.place[index]]
    return kind or next((rule for rule, words in _WORDS if word in words), "")
