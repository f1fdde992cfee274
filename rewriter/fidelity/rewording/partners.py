"""The first net: every word of the one text has its partner in the other.

A word of the rewrite without one was added; a word of the note without one was left out. It is decided by keys (see
`terms`), so it needs no knowledge of what a word means, only of which words say the same.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rewriter.fidelity.rewording.clipped import LONGEST_CLIP, MOST_LONE, is_short, is_shortened, stands_in
from rewriter.fidelity.rewording.glossed import licensed_words
from rewriter.fidelity.rewording.handled import (
    is_absence_told,
    is_anew_told,
    is_level_told,
    is_limit_told,
    is_often_told,
    is_order_told,
    is_past_told,
    is_refusal_told,
    is_unit_told,
)
from rewriter.fidelity.rewording.licensed import is_licensed, is_same_denial
from rewriter.fidelity.rewording.phrasing import is_deed
from rewriter.fidelity.rewording.plainly import is_plain
from rewriter.fidelity.rewording.spoken import is_of_others, is_spoken
from rewriter.fidelity.rewording.timed_tests import is_test_told
from rewriter.fidelity.texts.spellings import in_one_spelling
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.pack import Pack
from rewriter.paraphrase import stem
from rewriter.reading.facts import evidence_of
from rewriter.reading.mentions import TROUBLES
from rewriter.reading.shorthand.spelling import english

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
_MOST_CLIPS = 200
WORD, VERB, INTENT, PHRASE = "30", "10", "31", "32"
OF_MEASURES = frozenset("level score scores scale test assessment index rating".split())
_CUEING = frozenset("cue cues cued cueing cuing".split())
_PROMPTING = frozenset("reminded reminder reminders prompted prompt prompts told asked instructed encouraged".split())
_DENYING = frozenset({"no", "without"})
# Of these a finding is the occasion, and no evidence: "modified the splint" where the note has redness.
_DEEDS = frozenset(
    map(
        stem,
        "modified adapted adjusted graded upgraded downgraded simplified regressed titrated tailored individualized "
        "altered analyzed interpreted differentiated correlated".split(),
    )
)
# What a word of the note may be told by, other than by its words.
_TOLD_OTHERWISE = (
    is_spoken,
    is_unit_told,
    is_past_told,
    is_often_told,
    is_order_told,
    is_refusal_told,
    is_level_told,
    is_limit_told,
    is_anew_told,
    is_absence_told,
    is_test_told,
)
# What is told of a part of the body, or of how somebody stood, is true only of what it is told with.
_WITH = frozenset({"w", "w/", "with", "using"})
_ENDS = ([], *([mark] for mark in SPLITS))
_LOCAL = frozenset({"part", "position"})


@dataclass(frozen=True)
class Held:
    """What one side holds, ready to be asked: the terms of one or several texts.

    Words of the first that are `private`, as an address, stand for no others.
    """

    texts: tuple[Terms, ...]
    private: frozenset[int] = frozenset()

    @cached_property
    def keys(self) -> frozenset[str]:
        """All keys, those of unsure readings and of less exact expressions too."""
        return frozenset().union(
            *(terms.by_key for terms in self.texts),
            self.possible,
            *(terms.by_less for terms in self.texts),
            *(
                {f"level:{terms.reading.mentions[at].sense.group}"}
                for terms in self.texts
                for at in terms.reading.having("level")
            ),
        )

    @cached_property
    def entailed(self) -> frozenset[str]:
        """The keys that stand here only because something else entails them."""
        return self.possible.difference(*(keys for terms in self.texts for keys in (terms.by_key, terms.by_less)))

    @cached_property
    def possible(self) -> frozenset[str]:
        """The keys of unsure readings, and of what is entailed."""
        return frozenset().union(*(terms.possible for terms in self.texts))

    @cached_property
    def firm(self) -> frozenset[str]:
        """The keys of what it says; what may only be said besides is left out."""
        return frozenset().union(
            *(terms.by_key for terms in self.texts),
            *(terms.by_less for terms in self.texts),
            *(terms.possible - terms.beside.keys() for terms in self.texts),
        )

    def beside(self, keys: Iterable[str]) -> frozenset[str]:
        """Return the keys of that beside which a term with these keys may be said."""
        return frozenset().union(*(terms.beside.get(key, ()) for terms in self.texts for key in keys))

    @cached_property
    def clips(self) -> dict[str, list[str]]:
        """Words that no dictionary knows, by each of their letters: cut short or mistyped, they may stand for others.

        What they stand for begins with one of their letters.
        """
        known = english()
        short = {
            low
            for terms in self.texts
            if terms.is_source
            for at, low in enumerate(terms.reading.words.low)
            if 1 < len(low) <= LONGEST_CLIP and low.isalpha() and low not in known and at not in terms.named_whole
            if terms is not self.texts[0] or at not in self.private
        }
        unread = {terms.reading.words.low[at] for terms in self.texts for at in terms.reading.words.unread}
        unsure = {item.text.lower() for terms in self.texts for item in terms.reading.read_as if not item.sure}
        found: dict[str, list[str]] = {}
        for clip in sorted(short | unread | unsure)[:_MOST_CLIPS]:
            for letter in set(clip):
                found.setdefault(letter, []).append(clip)
        return found

    @cached_property
    def units(self) -> frozenset[str]:
        """Words that stand in amounts only: the "wk" of "2x/wk" is a week's, and no two words' initials."""
        places = [(terms, at) for terms in self.texts for at in range(len(terms.reading.words.low))]
        amounts, others = set[str](), set[str]()
        for terms, at in places:
            (amounts if at in terms.measured else others).add(terms.reading.words.low[at])
        return frozenset(amounts - others)

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
    def licensed(self) -> frozenset[str]:
        """Words that claim nothing beside what stands here."""
        return licensed_words(self.texts)

    @cached_property
    def written(self) -> frozenset[str]:
        """Every word as it was written."""
        return frozenset().union(*(terms.written for terms in self.texts))

    @cached_property
    def respelled(self) -> frozenset[str]:
        """Every word as it was written, in one spelling."""
        return frozenset(map(in_one_spelling, self.written))

    def sentences(self, keys: Iterable[str]) -> set[tuple[int, int]]:
        """Return where any of the keys stands, or what may be told as it: (text, sentence)."""
        return {
            (number, terms.sentence[index])
            for number, terms in enumerate(self.texts)
            for key in keys
            for index in (*terms.by_key.get(key, ()), *terms.by_less.get(key, ()))
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
        if not one.claims[index]:
            continue
        told = not other.keys.isdisjoint(keys) and not _is_made_up(one, index, other)
        if told and not _is_far(one, index, other) and not _denies_entailed(one, index, other):
            if not _names_unsure(one, index, other):
                continue
            lone.append(index)
            continue
        low = one.reading.words.low[one.place[index]]
        if in_one_spelling(one.as_written(one.place[index])) in other.respelled:
            continue
        if is_same_denial(one, index, other.texts) or (
            low in OF_MEASURES and one.kind(index) == "measure" and _is_named(one, index, other)
        ):
            continue
        if (
            one.is_source
            and low in _CUEING
            and _is_alone(one, index)
            and any(not _PROMPTING.isdisjoint(terms.written) for terms in other.texts)
        ):
            continue
        if one.is_source and any(is_so(one, index, other.texts) for is_so in _TOLD_OTHERWISE):
            continue
        if low in other.licensed or (not one.is_source and is_licensed(one, index, other.texts)):
            continue
        if is_plain(one, index, other.texts, pack.plain):
            continue
        family = family_of(one, index, pack)
        if family and _shows_skill(one, low, other.evidence.intersection(pack.licences[family])):
            continue
        if low.isascii() and len(lone) < MOST_LONE and is_shortened(one, index, other.clips, other.units):
            continue
        if one.less[index] and is_told_less(one, index, other, strange):
            continue
        if (
            one.is_source
            and (one.place[index] in one.unread or is_short(low))
            and one.place[index] not in one.diagnoses
            and len(lone) < MOST_LONE
            and any(stands_in(one.as_written(one.place[index]), terms) for terms in other.texts)
        ):
            continue
        lone.append(index)
    return lone


def _is_made_up(one: Terms, index: int, other: Held) -> bool:
    """A trouble of several words that the other text has not, one of which may only be said beside it: "foot drop".

    Before brackets it may be what they gloss: "shuffling steps (festination)".
    """
    if one.is_source or one.kind(index) not in TROUBLES:
        return False
    _, first, last = one.reading.mentions[one.mention[index]]
    named = one.inside(first, last)
    told = [one.keys[at] for at in named]
    return (
        len(told) > 1
        and one.reading.words.low[last : last + 1] != ["("]
        and all(not other.keys.isdisjoint(keys) for keys in told)
        and any(other.entailed.issuperset(other.keys.intersection(keys)) for keys in told)
        and not any(terms.partners(keys) for terms in other.texts for keys in told)
    )


def _shows_skill(one: Terms, low: str, shown: frozenset[str]) -> bool:
    """What the other text holds is the evidence of a verb of skill; a finding is none that anything was changed."""
    return any(not name.startswith("kind:") for name in shown) or (
        bool(shown) and (one.is_source or stem(low) not in _DEEDS)
    )


def _is_far(one: Terms, index: int, other: Held) -> bool:
    """A part or a posture is told that may only be said beside something, and that stands in another sentence."""
    keys = one.keys[index]
    if one.is_source or one.kind(index) not in _LOCAL or not other.firm.isdisjoint(keys):
        return False
    beside = other.beside(keys)
    if not beside:
        return False
    number = one.sentence[index]
    near = range(bisect_left(one.sentence, number), bisect_right(one.sentence, number))
    return not any(at != index and not beside.isdisjoint(one.keys[at]) for at in near)


def _names_unsure(one: Terms, index: int, other: Held) -> bool:
    """A person is told of whom the other text has letters only, with which something was done: "SLS w ST".

    Letters of several meanings may be a thing then. Who helped, or by whom it was done, is somebody: "PCA helped".
    """
    if one.is_source or one.kind(index) != "person":
        return False
    found = [(terms, terms.place[at]) for terms in other.texts for at in terms.partners(one.keys[index])]
    return bool(found) and all(
        at in terms.unsure
        and terms.reading.words.low[at - 1] in _WITH
        and terms.reading.words.low[at + 1 : at + 2] in _ENDS
        for terms, at in found
    )


def _denies_entailed(one: Terms, index: int, other: Held) -> bool:
    """What the other text only entails cannot be denied: "no device" of who walks with a cane."""
    low, at = one.reading.words.low, one.place[index]
    return (
        not one.is_source
        and low[at - 1] in _DENYING
        and other.entailed.issuperset(other.keys.intersection(one.keys[index]))
    )


def _is_alone(one: Terms, index: int) -> bool:
    """The word is named by itself or first: "cued to look up", "cues to slow down", not "verbal cues"."""
    mention = one.mention[index]
    if mention < 0:
        return True
    _, first, last = one.reading.mentions[mention]
    return last - first == 1 or (first == one.place[index] and one.reading.words.low[first + 1] in ("to", "for"))


def _is_named(one: Terms, index: int, other: Held) -> bool:
    """The measure is named by its other words: "PASS score" for "PASS 19"."""
    mention = one.reading.mentions[one.mention[index]]
    return any(
        one.as_written(at) in other.written for at in range(mention.first, mention.last) if at != one.place[index]
    )


def is_told_less(one: Terms, index: int, other: Held, strange: frozenset[int]) -> bool:
    """Tell whether the other text has one of the less exact keys of a term, and not beside a `strange` word.

    What tells something else of this text exactly does not count: the "cues" of "tactile cues" are those of the TC, and
    tell no VC.
    """
    return any(
        not _is_patient(terms, partner)
        and strange.isdisjoint((terms.place[partner] - 1, terms.place[partner] + 1))
        and not _tells_another(one, index, terms.keys[partner])
        and not (one.kind(index) == "cue" and is_of_others(terms, terms.place[partner]))
        for terms in other.texts
        for partner in terms.partners(one.less[index])
    )


def _is_patient(terms: Terms, index: int) -> bool:
    """The patient is no less exact word for anything; "per patient" only says who reports."""
    mention = terms.mention[index]
    return mention >= 0 and terms.reading.mentions[mention].sense[:2] == ("person", "patient")


def _tells_another(one: Terms, index: int, keys: Sequence[str]) -> bool:
    """Another thing of this text has the very keys, and not the term nor what it is named with."""
    told = one.partners(keys)
    if not told or index in told:
        return False
    return one.mention[index] < 0 or one.mention[index] not in {one.mention[at] for at in told}


def family_of(terms: Terms, index: int, pack: Pack) -> str:
    """Return the skilled-verb family of a term, or ""."""
    mention = terms.mention[index]
    sense = terms.reading.mentions[mention].sense if mention >= 0 else None
    if sense is not None and sense.kind == "verb" and not is_deed(terms, terms.place[index]):
        return ""
    return sense.group if sense is not None and sense.kind == "verb" and pack.licences.get(sense.group) else ""


def rule_of(terms: Terms, index: int, pack: Pack) -> str:
    """Return the suffix of the rules for a term: of its kind, of a skilled verb, or of any other word."""
    if family_of(terms, index, pack):
        return VERB
    mention = terms.mention[index]
    if mention < 0 and terms.is_source and terms.place[index] in terms.diagnoses:
        return "06"
    return RULES.get(terms.reading.mentions[mention].sense.kind, WORD) if mention >= 0 else WORD
