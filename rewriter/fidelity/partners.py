"""The first net: every word of the one text has its partner in the other.

A word of the rewrite without one was added; a word of the note without one was left out. It is decided by keys (see
`terms`), so it needs no knowledge of what a word means, only of which words say the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rewriter.fidelity.shortened import may_stand_for
from rewriter.fidelity.terms import Terms, concept
from rewriter.pack import Pack
from rewriter.reading.facts import evidence_of
from rewriter.reading.spelling import english

# The suffix of the rules of a kind: FID1nn added, FID2nn left out; any other word is "30".
RULES = {
    "device": "04",
    "equipment": "04",
    "measure": "05",
    "vital": "05",
    "diagnosis": "06",
    "cue": "07",
    "function": "08",
    "better": "09",
    "worse": "09",
    "same": "09",
    "impairment": "20",
    "symptom": "20",
}
_SHORT = 4
_MOST_LONE, _MOST_CLIPS = 200, 200  # beyond this the texts have too little in common for guesses
WORD, VERB, INTENT = "30", "10", "31"
_WHOLE = frozenset(RULES) - {"better", "worse", "same"} | {"activity", "task", "part", "surface", "position"}
# Words for the signs ">", "<" and the arrow.
_COMPARING = frozenset("greater more worse higher larger stronger less fewer smaller lower weaker".split())
_TURNING = frozenset("after before pre post progressed advanced progressing advancing changed became".split())
_ORDERING = frozenset(
    "then first afterward afterwards subsequently later initially finally previously earlier start end still "
    "remained".split()
)
_ARROWS = frozenset("\u2192 -> >".split())
_ORDERS = _ARROWS | frozenset("then after was were p pre post b4 start end first last ago prior".split())


@dataclass(frozen=True)
class Held:
    """What one side holds, ready to be asked: the terms of one or several texts."""

    texts: tuple[Terms, ...]

    @cached_property
    def keys(self) -> frozenset[str]:
        """All keys, those of unsure readings and of less exact expressions too."""
        return frozenset().union(
            *(terms.by_key for terms in self.texts),
            *(terms.possible for terms in self.texts),
            *(keys for terms in self.texts for keys in terms.less),
            *(
                {f"level:{terms.reading.mentions[at].sense.group}"}
                for terms in self.texts
                for at in terms.reading.having("level")
            ),
        )

    @cached_property
    def clips(self) -> tuple[str, ...]:
        """Words that no dictionary knows: cut short or mistyped, they may stand for something."""
        known = english()
        short = {
            low
            for terms in self.texts
            if terms.is_source
            for low in terms.reading.words.low
            if 1 < len(low) <= _SHORT and low.isalpha() and low not in known
        }
        unread = {terms.reading.words.low[at] for terms in self.texts for at in terms.reading.words.unread}
        unsure = {item.text.lower() for terms in self.texts for item in terms.reading.read_as if not item.sure}
        return tuple(sorted(short | unread | unsure)[:_MOST_CLIPS])

    @cached_property
    def evidence(self) -> frozenset[str]:
        """What it holds that licenses skilled verbs, nothing of it denied or planned."""
        return frozenset(
            name
            for terms in self.texts
            for mention, bits in zip(terms.reading.mentions, terms.reading.bits, strict=True)
            if not bits
            for name in evidence_of(mention.sense)
        )

    @cached_property
    def orders(self) -> bool:
        """There is an arrow or a word of order, which may be said in other words."""
        return any(not _ORDERS.isdisjoint(terms.reading.words.low) for terms in self.texts)

    @cached_property
    def turns(self) -> bool:
        """There is an arrow ("4 -> 2")."""
        return any(not _ARROWS.isdisjoint(terms.reading.words.low) for terms in self.texts)

    @cached_property
    def compares(self) -> bool:
        """There is a sign of comparison ("R>L"), which may be said in words."""
        return any(not {"<", ">"}.isdisjoint(terms.reading.words.low) for terms in self.texts)

    def sentences(self, keys: Iterable[str]) -> set[tuple[int, int]]:
        """Return where any of the keys stands: (text, sentence)."""
        return {
            (number, terms.sentence[index])
            for number, terms in enumerate(self.texts)
            for key in keys
            for index in terms.by_key.get(key, ())
        }


def find_unpartnered(one: Terms, other: Held, pack: Pack, strange: frozenset[int] = frozenset()) -> list[int]:
    """Return the terms of `one` that no term of `other` matches, in order.

    A term may be matched less exactly ("walker" for "rolling walker"), but not beside a `strange` word, one that the
    other text added ("platform walker").

    A verb of the therapist's skill needs no partner where the other text shows its evidence: hands on the pelvis
    license "facilitated".
    """
    lone: list[int] = []
    for index, keys in enumerate(one.keys):
        if not one.claims[index] or not other.keys.isdisjoint(keys):
            continue
        low = one.reading.words.low[one.place[index]]
        if (
            (other.compares and low in _COMPARING)
            or (other.orders and low in _ORDERING)
            or (other.turns and low in _TURNING)
        ):
            continue
        family = family_of(one, index, pack)
        if family and not other.evidence.isdisjoint(pack.licences[family]):
            continue
        if low.isascii() and len(lone) < _MOST_LONE and _is_shortened(one, index, other.clips):
            continue
        if one.less[index] and _is_told_less(one.less[index], other, strange):
            continue
        if (
            one.is_source
            and (one.place[index] in one.unread or _is_short(low))
            and len(lone) < _MOST_LONE
            and any(_stands_in(low, terms) for terms in other.texts)
        ):
            continue
        lone.append(index)
    return lone


def _stands_in(short: str, terms: Terms) -> bool:
    """Some word of the text may be what `short` was written for."""
    return any(may_stand_for(short, terms.reading.words.low, place) for place in terms.place)


def _is_shortened(one: Terms, index: int, clips: Sequence[str]) -> bool:
    low = one.reading.words.low
    return any(may_stand_for(clip, low, one.place[index]) for clip in clips)


def _is_short(low: str) -> bool:
    """A few letters that are no English word: shorthand, whatever a pack makes of it."""
    return len(low) <= _SHORT and low not in english()


def _is_told_less(keys: Sequence[str], other: Held, strange: frozenset[int]) -> bool:
    return any(
        strange.isdisjoint((terms.place[index] - 1, terms.place[index] + 1))
        for terms in other.texts
        for index in terms.partners(keys)
    )


def find_rejoined(one: Terms, other: Held, lone: Sequence[int]) -> Iterator[int]:
    """Yield the mentions of `one` whose words all have partners, but nowhere together: another thing made of them."""
    known = {key for key in other.keys if key[0] == "@"}
    missing = set(lone)
    words: dict[int, list[int]] = {}
    for index, mention in enumerate(one.mention):
        if mention >= 0 and one.claims[index]:
            words.setdefault(mention, []).append(index)
    for mention, indexes in words.items():
        sense = one.reading.mentions[mention].sense
        if sense.kind not in _WHOLE or "@" + concept(sense) in known or missing & set(indexes):
            continue
        if sense.id[-1].isdecimal() and sense.kind in ("activity", "task"):  # "VOR x2" is not "VOR x1" said twice
            yield mention
        if len(indexes) < 2:
            continue
        together = set.intersection(*(other.sentences(one.keys[index]) or {(-1, -1)} for index in indexes))
        if not together:
            yield mention


def family_of(terms: Terms, index: int, pack: Pack) -> str:
    """Return the skilled-verb family of a term, or ""."""
    mention = terms.mention[index]
    sense = terms.reading.mentions[mention].sense if mention >= 0 else None
    return sense.group if sense is not None and sense.kind == "verb" and pack.licences.get(sense.group) else ""


def rule_of(terms: Terms, index: int, pack: Pack) -> str:
    """Return the suffix of the rules for a term: of its kind, of a skilled verb, or of any other word."""
    if family_of(terms, index, pack):
        return VERB
    mention = terms.mention[index]
    return RULES.get(terms.reading.mentions[mention].sense.kind, WORD) if mention >= 0 else WORD
