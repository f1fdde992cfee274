"""A quality told where the note has another that excludes it: "receptive aphasia" for expressive, above for below.

Each word may have its partner by a synonym or a less exact word, or claim nothing. But who tells one quality of a
family that the note never tells, and leaves out the one that it does, has put it in the other's place.
"""

from collections.abc import Iterator, Mapping

from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.exclusive import Forms, families
from rewriter.fidelity.texts.terms import Terms

_DENYING = frozenset("no not never without nor neither non less than rather instead un vs versus".split())
_DENIAL_REACH, _BESIDE = 3, 3
_LINKS = frozenset({"in", "on", "at"})  # they stand everywhere, and tell a place more often than a quality


def find_supplanted(said: Terms, note: Terms) -> Iterator[tuple[Words, Words]]:
    """Yield the words of a quality in the rewrite, and those of the note's that it stands for."""
    here, there = said.reading.places, note.reading.places
    for qualities, beside, openings in families():
        if there.keys().isdisjoint(openings):
            continue
        given = [_places(note, there, sure) for sure, _ in qualities]
        for number, (sure, unsure) in enumerate(qualities if any(given) else ()):
            told = [one for one in _places(said, here, sure) if said.reading.words.low[one[0]] not in _LINKS]
            same = [*given[number], *_places(note, there, unsure)] if told else []
            for other, meant in enumerate(given):
                if other == number or not meant:
                    continue
                kept = _places(said, here, qualities[other][0] | qualities[other][1]) if told else []
                for one in told:
                    if any(_is_same(said, one, note, two, beside) for two in same):
                        continue
                    match = next((two for two in meant if _is_same(said, one, note, two, beside)), None)
                    if match is None or any(_is_same(said, two, note, match, beside) for two in kept):
                        continue
                    if not (_is_denied(said, one) or _is_denied(note, match) or _may_be_read(said, one, note)):
                        yield one, match


def _places(terms: Terms, by_word: Mapping[str, list[int]], forms: Forms) -> list[Words]:
    """Return where any of the expressions stands, in order."""
    low = terms.reading.words.low
    return sorted(
        (at, at + len(form))
        for form in forms
        for at in by_word.get(form[0], ())
        if tuple(low[at : at + len(form)]) == form
    )


def _may_be_read(said: Terms, words: Words, note: Terms) -> bool:
    """The note may tell it by an abbreviation of several meanings, left as written: "LB" of "lower body"."""
    unsure = {item.start for item in note.reading.words.read_as if not item.sure}
    return any(
        note.reading.words.start[note.place[two]] in unsure
        for one in said.inside(*words)
        for two in note.partners(said.keys[one])
    )


def _is_denied(terms: Terms, words: Words) -> bool:
    low = terms.reading.words.low
    return not _DENYING.isdisjoint(low[max(0, words[0] - _DENIAL_REACH) : words[0]])


def _is_same(said: Terms, one: Words, note: Terms, two: Words, beside: bool) -> bool:
    """Both texts name the same thing right beside it, where that is asked for."""
    return not beside or not _beside(said, one).isdisjoint(_beside(note, two))


def _beside(terms: Terms, words: Words) -> frozenset[str]:
    """Return the keys of what stands right before and behind some words, up to the next mark."""
    low, (first, last) = terms.reading.words.low, words
    while first > max(0, words[0] - _BESIDE) and low[first - 1][0].isalnum():
        first -= 1
    while last < min(len(low), words[1] + _BESIDE) and low[last][0].isalnum():
        last += 1
    indexes = [*terms.inside(first, words[0]), *terms.inside(words[1], last)]
    return frozenset(key for index in indexes for key in terms.keys[index])
