"""Abbreviations spelled out word by word: "DBS" as "dorsal blocking splint", whatever we read it as.

Who rewrites a note may know better than a list which words an abbreviation of the note stands for. Where the words of
the rewrite begin with its very letters, one after the other, they are its words.
"""

from collections import defaultdict
from collections.abc import Iterator, Set

from rewriter.fidelity.texts.terms import Terms
from rewriter.once import once
from rewriter.pack import Pack
from rewriter.reading.shorthand.spelling import english

_FEWEST, _MOST, _STEM = 3, 6, 4
# What an abbreviation ends in may claim nothing: "VSS", the Vancouver Scar Scale.
_TAILS = frozenset(
    "scale test index score program therapy training exercise exercises technique assessment questionnaire inventory "
    "screen tool profile survey".split()
)
_THIN = frozenset("and for of the to - /".split())
_LETTERED = frozenset({"on", "in", "at", "by", "with"})  # their letters count within: "MOW", meals on wheels
_STOPS = frozenset(".;:!?\n")

Words = tuple[int, int]


def find_spelled(said: Terms, note: Terms) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of the rewrite's words that spell out an abbreviation of the note, and of its words there."""
    told: set[int] = set()
    given: set[int] = set()
    for letters, places in _find_short(note).items():
        read = {low for words in places for low in note.reading.words.low[slice(*words)]}
        spans = [words for words in _spelled(said, letters) if _is_name(said, words, read)]
        for words in spans:
            told.update(range(*words))
        for first, last in places if spans else ():
            given.update(range(first, last))
    return frozenset(told), frozenset(given)


def find_misspelled(said: Terms, note: Terms, pack: Pack) -> Iterator[tuple[int, Words]]:
    """Yield the word that is wrong where the rewrite spells out an abbreviation of the note, and its place there.

    A pack says what it stands for: "ACL" is no "anterior collateral ligament", though that has its letters.
    """
    low = said.reading.words.low
    for letters, places in _find_short(note).items():
        names = [name for name in _find_names(letters, pack) if len(name) == len(letters)]
        for words in _spelled(said, letters) if names else ():
            at = [place for place in range(*words) if low[place] not in _THIN]
            changed = [
                [one for one, word in zip(at, name, strict=True) if not _is_same(low[one], word)] for name in names
            ]
            fewest = min(changed, key=len)
            if 0 < len(fewest) < len(at) and all(_is_strange(said, note, one) for one in fewest):
                yield fewest[0], places[0]


def _find_names(letters: str, pack: Pack) -> Iterator[list[str]]:
    """Yield the words of all that the packs say an abbreviation stands for."""
    for short in pack.shorthand.get(letters, {}).get("", ()):
        for say in [short.say] if short.say else [choice.say for choice in short.choices]:
            yield [word for word in say.lower().split() if word not in _THIN]


def _is_same(word: str, name: str) -> bool:
    """Words are the same but for their ending: "therapy", "therapist"."""
    return word[:_STEM] == name[:_STEM] or word.startswith(name) or name.startswith(word)


def _is_strange(said: Terms, note: Terms, at: int) -> bool:
    """The word claims something, and the note has neither it nor one that says the same."""
    if at not in said.claimed or said.reading.words.low[at] in note.reading.words.low:
        return False
    return not any(note.partners(said.keys[one]) for one in said.inside(at, at + 1))


@once
def _find_short(note: Terms) -> dict[str, list[Words]]:
    """Return the places of a note's abbreviations by their letters."""
    short: dict[str, list[Words]] = {}
    loud = note.reading.words.text.isupper()
    for first, last in _as_written(note):
        written = note.reading.words.written(first, last).strip(".")
        letters = written.replace(".", "").lower()
        named = letters not in english() or (written.isupper() and not loud)
        if _FEWEST <= len(letters) <= _MOST and letters.isalpha() and named:
            short.setdefault(letters, []).append((first, last))
    return short


def _is_name(said: Terms, words: Words, read: Set[str]) -> bool:
    """All but what joins them claim something: "patient then attained" spells out no "PTA".

    They are none of those it is `read` as: "cubital tunnel release" is a "CTR" with one word changed.
    """
    low = said.reading.words.low
    places = range(words[0], words[1] - (low[words[1] - 1] in _TAILS))
    return read.isdisjoint(low[slice(*words)]) and all(
        at in said.claimed or low[at] in _THIN or (low[at] in _LETTERED and at + 1 < places.stop) for at in places
    )


def _as_written(terms: Terms) -> Iterator[Words]:
    """Yield the words (first, last) that were written as one: an abbreviation is read as several."""
    start = terms.reading.words.start
    first = 0
    for at in range(1, len(start) + 1):
        if at == len(start) or start[at] != start[first]:
            yield first, at
            first = at


@once
def _by_letter(terms: Terms) -> dict[str, list[int]]:
    """Return the places of the words of more than one letter, by the first of them."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(terms.reading.words.low):
        if len(word) > 1:
            found[word[0]].append(place)
    return dict(found)


def _spelled(said: Terms, letters: str) -> Iterator[Words]:
    """Yield the words that begin with these letters, one after the other; what only joins them may have none."""
    low = said.reading.words.low
    for first in _by_letter(said).get(letters[0], ()):
        at, found = first, 0
        while at < len(low) and found < len(letters) and low[at] not in _STOPS:
            if low[at][0] == letters[found] and len(low[at]) > 1 and low[at] not in _THIN:
                found += 1
            elif low[at] not in _THIN:
                break
            at += 1
        if found == len(letters):
            yield first, at
