"""What a text says, as terms: its content words, each with every key by which another text may say the same.

A word's keys are its stem, the groups of synonyms it (or the phrase around it) belongs to, the groups those may also be
told as, and the concepts of the lexicon that cover it. Figures, sides, assistance and the cues of context are no terms:
they have comparisons of their own.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from rewriter.english import ANDS
from rewriter.fidelity.texts.abbreviated import keys_of_unsure, possible_diagnoses
from rewriter.fidelity.texts.amounts import is_amount, is_help, plain_places
from rewriter.fidelity.texts.aspects import DOUBTS
from rewriter.fidelity.texts.covers import cover, find_labels
from rewriter.fidelity.texts.goals import MARKS, find_goal_words
from rewriter.fidelity.texts.groups import find_groups
from rewriter.fidelity.texts.posture import (
    AIDS,
    PADS,
    STANDING,
    WALKING,
    tells_standing,
    tells_walking,
    walks_in_tandem,
)
from rewriter.fidelity.texts.scoped import find_bits, find_negated_by_prefix
from rewriter.fidelity.texts.values import NAMES_OF_TIME, name_of_time
from rewriter.pack import Pack
from rewriter.paraphrase import stem
from rewriter.punctuation import BREAKS
from rewriter.reading import Reading
from rewriter.reading.context.marks import ONE
from rewriter.reading.mentions import QUANTITIES
from rewriter.reading.quantities import NUMBER_WORDS, ROMAN

_MARKS = frozenset("\u2192\u2190\u2191\u2193\u2022\u00b0\u0394\u00d8\u2264\u2265\u00b1\u03bc")
_ABLE = frozenset({"can", "could", "able"})
_AIMING = frozenset({"so", "goal", "wants", "want", "like", "order", "hopes", "aim"})
_WANTED = frozenset("wants want hopes wishes goal aim".split())
_AIM_REACH, _AIM_AHEAD, _HELP_REACH = 7, 16, 12
_TREATING = frozenset({"i", "therapist", "pta", "cota", "clinician", "pt", "ot"})
_PLACES = frozenset({"behind", "beside", "next", "near", "close"})
_STOOD = frozenset({"stood", "stands", "standing"})
_LEAD = 3
SPLITS = MARKS


@dataclass(frozen=True)
class Terms:
    """The terms of one text, in parallel lists; term `i` is the word at `place[i]`.

    `keys` are its keys, `less` those by which it may be told less exactly, `claims` says whether it claims anything,
    `clause` and `sentence` the numbers of where it stands, `bits` its context, `mention` the longest mention over it
    (or -1). `turned` are the keys that a term has only by being denied ("not sure"). `possible` are the
    keys of unsure readings and of what may be said besides, `beside` for each of the latter the keys of what it goes
    with. `by_key` finds the terms of a key.
    """

    reading: Reading
    place: list[int]
    keys: list[tuple[str, ...]]
    less: list[tuple[str, ...]]
    claims: list[bool]
    clause: list[int]
    sentence: list[int]
    bits: list[int]
    mention: list[int]
    clause_of: list[int]
    possible: frozenset[str]
    beside: dict[str, frozenset[str]]
    is_source: bool
    turned: dict[int, tuple[str, ...]]

    @cached_property
    def unread(self) -> frozenset[int]:
        """The words that no dictionary knows, by place."""
        return frozenset(self.reading.words.unread)

    @cached_property
    def unsure(self) -> frozenset[int]:
        """The abbreviations left as written because they may mean more than one thing, by place."""
        words = self.reading.words
        starts = {item.start for item in words.read_as if not item.sure}
        return frozenset(at for at, start in enumerate(words.start) if start in starts) if starts else frozenset()

    @cached_property
    def named_whole(self) -> frozenset[int]:
        """The words that stand in a name of several, by place: the "hemi" of "hemi technique" stands for no other."""
        return frozenset(
            at
            for sense, first, last in self.reading.mentions
            if last - first > 1 and sense.kind not in QUANTITIES and sense.kind not in ("better", "worse", "historical")
            for at in range(first, last)
        )

    @cached_property
    def measured(self) -> frozenset[int]:
        """The words of amounts, by place: the "wk" of "2x/wk" is a week's, and stands for nothing else."""
        mentions = self.reading.mentions
        return frozenset(at for sense, first, last in mentions if sense.kind in QUANTITIES for at in range(first, last))

    @cached_property
    def quoted(self) -> Set[int]:
        """The words in quotation marks, by place."""
        return self.reading.quoted

    @cached_property
    def written(self) -> frozenset[str]:
        """Every word in lower case as it was written, whatever it was read as."""
        words = self.reading.words
        if words.text.isascii():  # else a letter may be lowered to two
            text = words.text.lower()
            return frozenset([text[start:end] for start, end in zip(words.start, words.end, strict=True)])
        return frozenset([words.text[start:end].lower() for start, end in zip(words.start, words.end, strict=True)])

    def as_written(self, word: int) -> str:
        """Return a word in lower case as it was written."""
        return self.reading.words.written(word, word + 1).lower()

    @cached_property
    def by_key(self) -> dict[str, list[int]]:
        """The terms that have a key, by key."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, keys in enumerate(self.keys):
            for key in keys:
                found[key].append(index)
        return dict(found)

    @cached_property
    def by_less(self) -> dict[str, list[int]]:
        """The terms that may be told by a less exact key, by key."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, keys in enumerate(self.less):
            for key in keys:
                found[key].append(index)
        return dict(found)

    @cached_property
    def by_initial(self) -> dict[str, list[int]]:
        """The places of the words of more than two letters, by the first of them."""
        found: dict[str, list[int]] = {}
        for place, low in enumerate(self.reading.words.low):
            if len(low) > 2 and low.isalpha():
                found.setdefault(low[0], []).append(place)
        return found

    @cached_property
    def running(self) -> str:
        """The words in one line without marks, to look up phrases in."""
        return f" {' '.join([low for low in self.reading.words.low if low[0].isalnum()])} "

    def holds(self, phrase: list[str]) -> bool:
        """Tell whether these words stand in the text in this order, word for word."""
        return f" {' '.join([low for low in phrase if low[0].isalnum()])} " in self.running

    def doubts(self, sentence: int) -> bool:
        """Tell whether a sentence has a word of doubt, whatever the reading makes of it."""
        if sentence < 0:
            return False
        span = self.reading.sentences[sentence]
        return not DOUBTS.isdisjoint(self.reading.words.low[span.first : span.last + 1])

    def sentence_at(self, word: int) -> int:
        """Return the number of the sentence that a word stands in."""
        return bisect_right(self.reading.firsts, word) - 1

    @cached_property
    def diagnoses(self) -> frozenset[int]:
        """The places of abbreviations that may name a diagnosis."""
        return frozenset(possible_diagnoses(self.reading))

    @cached_property
    def aimed(self) -> frozenset[int]:
        """The places of the words that a goal is told in."""
        return frozenset(find_goal_words(self.reading))

    @cached_property
    def claimed(self) -> frozenset[int]:
        """The places of the words that claim something."""
        return frozenset(place for place, claims in zip(self.place, self.claims, strict=True) if claims)

    @cached_property
    def told(self) -> frozenset[int]:
        """The places of the terms."""
        return frozenset(self.place)

    @cached_property
    def contexts(self) -> dict[str, tuple[int, int]]:
        """For each key the context that any of its terms has, and the context that all of them have."""
        found: dict[str, tuple[int, int]] = {}
        for keys, bits in zip(self.keys, self.bits, strict=True):
            for key in keys:
                some, every = found.get(key, (0, -1))
                found[key] = (some | bits, every & bits)
        return found

    def some(self, key: str) -> int:
        """Return the context that any term with a key has."""
        return self.contexts.get(key, (0, 0))[0]

    @cached_property
    def named(self) -> list[frozenset[str]]:
        """For each term its keys, to be compared with those of others."""
        return list(map(frozenset, self.keys))

    @cached_property
    def kinds(self) -> list[str]:
        """For each term the kind of the mention over it, "" for none."""
        mentions = self.reading.mentions
        return [mentions[number].sense.kind if number >= 0 else "" for number in self.mention]

    def kind(self, index: int) -> str:
        """Return the kind of the mention over a term, "" for none."""
        return self.kinds[index]

    def led(self, first: int, most: int = _LEAD) -> int:
        """Return where the words begin that lead up to a word and say how or when it is so: "held for 8 seconds"."""
        low, end = self.reading.words.low, max(0, first - most)
        while first > end and first - 1 not in self.claimed and low[first - 1].isalpha():
            first -= 1
        return first

    def inside(self, first: int, last: int) -> range:
        """Return the terms among the words `first:last`."""
        return range(bisect_left(self.place, first), bisect_left(self.place, last))

    def claiming(self, first: int, last: int) -> list[int]:
        """Return the terms among the words `first:last` that claim something."""
        return [index for index in self.inside(first, last) if self.claims[index]]

    def claims_near(self, index: int, reach: int) -> Iterator[int]:
        """Yield the claims near a term in its sentence."""
        for other in range(max(0, index - reach), min(len(self.place), index + reach + 1)):
            if other != index and self.claims[other] and self.sentence[other] == self.sentence[index]:
                yield other

    def partners(self, keys: Iterable[str]) -> set[int]:
        """Return the terms that share a key."""
        return {index for key in keys for index in self.by_key.get(key, ())}


def find_terms(reading: Reading, pack: Pack, *, source: bool) -> Terms:
    """Return the terms of a text. What a `source` tells may be told less exactly: its terms know by which keys."""
    words = reading.words
    low = words.low
    data = pack.paraphrases
    covers = cover(reading, pack, source=source)
    groups, less, idle, also, turned = find_groups(low, data, source=source)
    if source and tells_standing(low):
        also.setdefault(STANDING, set()).update(map(stem, PADS))
    if source and tells_walking(low):
        also.setdefault(WALKING, set()).update(map(stem, AIDS))
    if source and walks_in_tandem(low):
        for key in (WALKING, "@tandem_walk"):
            also.setdefault(key, set()).add("tandem")
    bits = find_bits(reading)
    functions, neutral, scaffold = data.functions, data.neutral, pack.scaffold
    apart, concepts = covers.apart, covers.concept
    unsure = keys_of_unsure(reading, pack, source)
    quoted = reading.quoted
    strange = set() if words.text.isascii() else {at for at, word in enumerate(low) if _is_strange(word)}
    # A picture in the note may go, none may be added.
    loud = covers.strict | quoted | {at for at in strange if low[at].isalnum() or not source}
    if source:
        loud |= possible_diagnoses(reading)
    idle = idle | strange | find_labels(reading, covers) | covers.idle | (set() if source else plain_places(low))
    if source:
        idle |= {at - 1 for at in find_negated_by_prefix(reading)}  # the word behind it is denied
    place = [
        at
        for at, word in enumerate(low)
        if ((at not in apart and word[0].isalpha()) or at in strange)
        and (word not in functions or (at in quoted and not _is_inserted(low, at)))
        and word not in NUMBER_WORDS
        and not (word in _STOOD and (_is_valued(low, at) or _is_where(low, at)))
        and not (word in ROMAN and words.written(at, at + 1).isupper())
    ]
    keys = [(stem(low[at]), *groups.get(at, ()), *concepts.get(at, ())) for at in place]
    for index, at in enumerate(place):
        if len(low[at]) == 2 and low[at][1] == "s" and words.written(at, at + 1)[0].isupper():
            keys[index] = (*keys[index], low[at][0])  # "Ws and Ys"
    if unsure or not NAMES_OF_TIME.isdisjoint(low):
        for index, at in enumerate(place):
            named = name_of_time(low, at, words.written(at, at + 1), at in reading.openings)
            keys[index] = (*keys[index], *unsure.get(at, ()), *([named] if named else ()))
    clause_of = _number_clauses(low)
    claims = [
        at in loud
        or not (
            (at in idle or len(word) == 1 or word.removesuffix("'s") in neutral or word in neutral or word in scaffold)
            or (word in _ABLE and _is_aim(low, at))
            or (is_amount(word, source=source) and _is_amount(low, at))
        )
        for at, word in zip(place, [low[at] for at in place], strict=True)
    ]
    firsts = reading.firsts
    return Terms(
        reading,
        place,
        keys,
        [less.get(at, ()) for at in place] if source else [()] * len(place),
        claims,
        [clause_of[at] for at in place],
        [bisect_right(firsts, at) - 1 for at in place],
        [bits[at] for at in place],
        [covers.longest.get(at, -1) for at in place],
        clause_of,
        frozenset(key for keys in unsure.values() for key in keys) | (also.keys() if source else frozenset()),
        {key: frozenset(keys) for key, keys in also.items()} if source else {},
        source,
        {index: turned[at] for index, at in enumerate(place) if at in turned} if turned else {},
    )


def _number_clauses(low: Sequence[str]) -> list[int]:
    """Return the number of each word's clause. What is joined to a "no" with an article of its own is not denied."""
    if "no" not in low:
        return list(accumulate(map(SPLITS.__contains__, low), initial=0))[1:]
    number, denied = 0, False
    numbers: list[int] = []
    for at, word in enumerate(low):
        if word in SPLITS or (denied and word in ANDS and not ONE.isdisjoint(low[at + 1 : at + 2])):
            number += 1
            denied = False
        denied = denied or word == "no"
        numbers.append(number)
    return numbers


def _is_inserted(low: list[str], at: int) -> bool:
    """Who quotes puts a word that the sentence needs in square brackets: "buttons [are] still a pain"."""
    return low[at - 1 : at] == ["["] and low[at + 1 : at + 2] == ["]"]


def _is_amount(low: list[str], at: int) -> bool:
    """An amount of assistance told apart from the word: it is compared as one."""
    return any(map(is_help, low[max(0, at - _HELP_REACH) : at + _HELP_REACH]))


def _is_valued(low: list[str], at: int) -> bool:
    """A value stands there, and nobody: "fatigue stood at four out of ten"."""
    behind = low[at + 2 : at + 3]
    return low[at + 1 : at + 2] == ["at"] and (
        behind[:1] != [] and (behind[0][0].isdecimal() or behind[0] in NUMBER_WORDS)
    )


def _is_where(low: list[str], at: int) -> bool:
    """Where who treats stood says no more than "PT behind"; which place it was is told by the next word."""
    return at > 0 and low[at - 1] in _TREATING and low[at + 1 : at + 2] != [] and low[at + 1] in _PLACES


def _is_strange(low: str) -> bool:
    """A word or a sign that is not plain after folding: it may be a disguise, so only the very same one matches it."""
    return not low.isascii() and low not in _MARKS


def _is_aim(low: list[str], at: int) -> bool:
    """A word of ability in an aim is none: "so that she can dress", "to be able to dress is what she wants"."""
    if not _AIMING.isdisjoint(low[max(0, at - _AIM_REACH) : at]):
        return True
    ahead = low[at + 1 : at + 1 + _AIM_AHEAD]
    end = next((place for place, word in enumerate(ahead) if word in BREAKS), len(ahead))
    return low[max(0, at - 2) : at] == ["to", "be"] or not _WANTED.isdisjoint(ahead[:end])
