"""Words that only one rule needs: lists in its parameters, looked up among the folded words of a text."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rewriter.lexicon import split_form
from rewriter.reading import Reading
from rewriter.reading.events import NOT_DONE

# More than a note has: each is held against every scope of the text.
MOST = 64
_DENIES = frozenset("no not never without don't doesn't won't wouldn't".split())


def find_forms(reading: Reading, forms: Iterable[str]) -> list[tuple[int, int]]:
    """Return the words (first, last) of every form in the text, in order; of two that begin at one word the longer."""
    by_first = _index_forms(tuple(forms))
    low, places = reading.words.low, reading.places
    found = []
    for at in sorted(at for word in by_first.keys() & places.keys() for at in places[word]):
        size = max((len(words) for words in by_first[low[at]] if low[at : at + len(words)] == words), default=0)
        if size:
            found.append((at, at + size))
    return found


@lru_cache(maxsize=512)
def _index_forms(forms: tuple[str, ...]) -> Mapping[str, list[list[str]]]:
    """Return the forms, split into words, by their first word: lists of a pack, asked for at every check."""
    by_first: dict[str, list[list[str]]] = {}
    for form in forms:
        words = split_form(form)
        by_first.setdefault(words[0], []).append(words)
    return by_first


def find_told(reading: Reading, forms: Iterable[str]) -> list[tuple[int, int]]:
    """Return the words of the forms that are asserted of today: not negated, planned, past or refused.

    A form that begins with the word that denies ("does not feel") is asserted.
    """
    places = find_forms(reading, forms)[:MOST]
    return [(first, last) for first, last in places if not is_denied(reading, first, last)]


def is_denied(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a scope says of these words that it was not done today; a form's own denial says nothing."""
    return any(
        bit & NOT_DONE
        and left < last
        and first < right
        and (left < first or _DENIES.isdisjoint(reading.words.low[first:last]))
        for left, right, bit in reading.scopes
    )


def holds_form(label: str, forms: Iterable[str]) -> bool:
    """Tell whether one of the forms stands, as whole words, in a label.

    >>> holds_form("hip abductor", ["hip"]), holds_form("hands at hips", ["hip"])
    (True, False)
    """
    padded = f" {label} "
    return any(f" {form} " in padded for form in forms if form in label)


def told_first(reading: Reading, *kinds: str) -> dict[int, int]:
    """Return, by the number of the sentence, the first word of its first mention of these kinds."""
    places: dict[int, int] = {}
    for index, mention in enumerate(reading.mentions if not reading.kinds.isdisjoint(kinds) else ()):
        if mention.sense.kind in kinds:
            places.setdefault(reading.sentence_of[index], mention.first)
    return places
