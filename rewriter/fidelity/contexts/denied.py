"""Denials of the rewrite's own: what it denies stands in the note, and nothing there denies it."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator

from rewriter.fidelity.rewording.partners import Held
from rewriter.fidelity.texts.aspects import CONTRASTING, DENIAL, denies
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms

# A thing done, but not well, is a poor one: "was not contracting well" for "poor contraction".
_QUALITY = frozenset("well good properly adequately adequate sufficiently sufficient enough smoothly firmly".split())
_TROUBLES = frozenset(
    "problem problems issue issues trouble difficulty difficulties incident incidents complication complications "
    "hitch concern concerns".split()
)
_LEADING = frozenset("without no any a an further there were was and or difficulty major".split())
_WELL = frozenset("ok okay okayed well fine good easily easy safely smoothly independently independent".split())
_POOR = frozenset(
    "poor poorly weak weakly limited decreased reduced partial incomplete trace fair diminished inadequate "
    "insufficient difficulty trouble bad minimal faint sluggish suboptimal impaired lacks".split()
)
_INSTEAD = frozenset({"instead", "rather", "place", "lieu"})
_FEWEST_SHARED, _LONGEST = 2, 24
REPEATED = frozenset({"activity", "task", "position", "surface"})  # told again and again


def find_false_negations(said: Terms, held: Held) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) of each denial of the rewrite that the note tells without any.

    What is denied, or where only a word without a claim is ("the vest was not worn") what its clause tells of, stands
    in the note; and no sentence of the note that tells of it denies anything.
    """
    for left, right, bit in said.reading.scopes:
        if not bit & DENIAL:
            continue
        terms = said.claiming(left, right)
        if not terms and left < right:
            clauses = said.clause_of[left:right]
            near = range(bisect_left(said.clause, clauses[0]), bisect_right(said.clause, clauses[-1]))
            terms = [index for index in near if said.claims[index]]
        told = {
            (number, held.texts[number].sentence[one])
            for index in terms
            for number in range(len(held.texts))
            for one in held.texts[number].partners(said.keys[index])
        }
        if any(not held.keys.isdisjoint(said.turned.get(index, ())) for index in terms):
            continue
        if _is_figure_set_apart(said, left, right, held):
            continue
        if told and not any(sets_apart(held.texts[number], sentence) for number, sentence in told):
            at = said.sentence_at(left)
            if _is_smooth(said, left, right, held, told):
                continue
            if not (is_quality(said, left, right, held, told) or is_spent(said, at, held)):
                yield left, right


def is_set_against(said: Terms, index: int, held: Held, partners: Collection[tuple[int, int]]) -> bool:
    """What is denied is one of two, which the note too sets against each other, or a thing of a figure denied there."""
    place = said.place[index]
    scopes = [scope for scope in said.reading.scopes if scope[0] <= place < scope[1] and scope[2] & DENIAL]
    if any(_is_figure_set_apart(said, left, right, held) for left, right, _ in scopes):
        return True
    low = said.reading.words.low
    return any(not _INSTEAD.isdisjoint(low[max(0, left - 1) : left + 2]) for left, _, _ in scopes) and any(
        sets_apart(held.texts[text], held.texts[text].sentence[one]) for text, one in partners
    )


def _is_figure_set_apart(said: Terms, first: int, last: int, held: Held) -> bool:
    """What is denied is a thing of one figure, which the note denies, or a figure alone, told against another.

    Thus: "a 30-pound lift was not tried" for "30# not tried"; "5 degrees instead of 12", of which each is compared.
    """
    low = said.reading.words.low
    figures = {word for word in low[first:last] if word[0].isdecimal()}
    if not figures:
        return False
    if not _INSTEAD.isdisjoint(low[max(0, first - 1) : first + 2]):
        return not said.claiming(first, last) and all(
            any(word in terms.reading.words.low for terms in held.texts) for word in figures
        )
    return any(
        denies_within(terms, *part_around(terms, at, at + 1))
        for terms in held.texts
        for at, word in enumerate(terms.reading.words.low)
        if word in figures and terms.sentence_at(at) >= 0
    )


def _is_smooth(said: Terms, first: int, last: int, held: Held, told: Collection[tuple[int, int]]) -> bool:
    """Only that something went wrong is denied, and the note says that all was well: "without a problem" for "ok"."""
    words = set(said.reading.words.low[first:last])
    if words.isdisjoint(_TROUBLES) or not words <= _TROUBLES | _LEADING:
        return False
    return any(_WELL & {*held.texts[number].reading.words.low[slice(*_span(held, number, at))]} for number, at in told)


def _span(held: Held, number: int, sentence: int) -> tuple[int, int]:
    span = held.texts[number].reading.sentences[max(0, sentence)]
    return span.first, span.last


def is_quality(said: Terms, first: int, last: int, held: Held, told: Collection[tuple[int, int]]) -> bool:
    """Only how well it was done is denied, and the note calls it poor: "was not contracting well"."""
    end = part_around(said, first, last)[1]
    if _QUALITY.isdisjoint(said.reading.words.low[first:end]):
        return False
    for number, sentence in told:
        reading = held.texts[number].reading
        span = reading.sentences[max(0, sentence)]
        if not _POOR.isdisjoint(reading.words.low[span.first : span.last]):
            return True
    return False


def is_spent(said: Terms, number: int, held: Held) -> bool:
    """A sentence denies no more often than the one of the note that it tells: "hands not used" for "no UE"."""
    if number < 0:
        return False
    shared: dict[tuple[int, int], int] = {}
    for index in range(bisect_left(said.sentence, number), bisect_right(said.sentence, number)):
        if said.claims[index]:
            for place in held.sentences(said.keys[index]):
                shared[place] = shared.get(place, 0) + 1
    best = max(shared, key=lambda place: shared[place], default=None)
    if best is None or shared[best] < _FEWEST_SHARED or _is_run_on(held.texts[best[0]], best[1]):
        return False
    given = _count_denials(held.texts[best[0]], best[1])
    return 0 < _count_denials(said, number) <= given


def _is_run_on(terms: Terms, number: int) -> bool:
    """A sentence too long to be one statement: dictated without marks."""
    span = terms.reading.sentences[max(0, number)]
    return span.last - span.first > _LONGEST


def _count_denials(terms: Terms, number: int) -> int:
    """Return how many of the cues of a sentence deny."""
    span = terms.reading.sentences[max(0, number)]
    return len(
        {(left, right) for left, right, bit in terms.reading.scopes if bit & DENIAL and span.first <= left < span.last}
    )


def denies_in(terms: Terms, sentence: int) -> bool:
    """Tell whether a sentence denies anything, in whatever way."""
    if sentence < 0:
        return True
    span = terms.reading.sentences[sentence]
    return denies_within(terms, span.first, span.last)


def sets_apart(terms: Terms, sentence: int) -> bool:
    """Tell whether a sentence denies anything or sets it against something else: "unless cued", "9 vs 6"."""
    if denies_in(terms, sentence):
        return True
    span = terms.reading.sentences[sentence]
    return not CONTRASTING.isdisjoint(terms.reading.words.low[span.first : span.last])


def denies_within(terms: Terms, first: int, last: int) -> bool:
    """Tell whether the words `first:last` deny, by themselves or by a cue before or behind them."""
    words = terms.reading.words.low[first:last]
    if denies(words):
        return True
    return terms.reading.is_scoped(DENIAL, first, last)
