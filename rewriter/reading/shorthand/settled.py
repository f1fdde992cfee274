"""What a form that could mean several things stands for: the one reading that has its context beside it.

In two passes: what is certain decides what is not. A form that nearly always means one thing means it where no other
of its readings has its context.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rewriter.glossary import Short
from rewriter.lexicon import Node, split_form
from rewriter.reading.shorthand.beside import find_kinds_before, find_kinds_behind
from rewriter.reading.words import Words

STOPS = frozenset({".", ",", ";", "\n", ":"})
_SENTENCE_STOPS = frozenset({".", ";", "\n", "|", "//", "?", "!", "\u2022"})
# What a pack writes for figures and past forms.
_LOOSE = frozenset({"#", "*ed"})
_COUNTED = frozenset({"x", "times", "reps", "repetitions"})
NO_MEANINGS: Mapping[str, Node] = {}

Doubt = tuple[int, int, Short]


class _Clause(NamedTuple):
    """Words `first:last` between two marks, and how often each word is said there, with sure shorthand in full."""

    first: int
    last: int
    said: Mapping[str, int]


def settle(
    words: Words, doubtful: list[Doubt], certain: dict[int, list[str]], lexicon: Mapping[str, Node] = NO_MEANINGS
) -> list[str | None]:
    """Return what each doubtful form stands for, in order; None where its context does not tell.

    What one form turned out to be may decide for its neighbour ("2/2 dec balance"): what is left is tried once more.
    Meanings of the `lexicon` beside a form decide too, where its readings name their kinds.
    """
    certain = certain | _settle_usual(words, doubtful, certain, lexicon)
    fitting = _find_all_fitting(words, doubtful, certain, lexicon)
    more = {at: split_form(*says) for (at, _, _), says in zip(doubtful, fitting, strict=True) if len(says) == 1}
    if more and len(more) < len(doubtful):
        again = iter(_find_all_fitting(words, [one for one in doubtful if one[0] not in more], certain | more, lexicon))
        fitting = [says if len(says) == 1 else next(again) for says in fitting]
    settled = [next(iter(says)) if len(says) == 1 else None for says in fitting]
    for number, (_, _, short) in enumerate(doubtful):
        if settled[number] is None and short.steady:
            said = {say for say, (_, _, same) in zip(settled, doubtful, strict=True) if same is short and say}
            settled[number] = said.pop() if len(said) == 1 else None
        if settled[number] is None and not fitting[number]:
            settled[number] = _usual(short)
    return settled


def _settle_usual(
    words: Words, doubtful: list[Doubt], certain: dict[int, list[str]], lexicon: Mapping[str, Node]
) -> dict[int, list[str]]:
    """Return what forms say that nearly always mean one thing, where nothing speaks for another: it may decide too."""
    usual = [one for one in doubtful if _usual(one[2])]
    fitting = _find_all_fitting(words, usual, certain, lexicon)
    return {
        at: split_form(say)
        for (at, _, short), says in zip(usual, fitting, strict=True)
        if not says and (say := _usual(short))
    }


def _usual(short: Short) -> str | None:
    return next((choice.say for choice in short.choices if choice.usual), None)


def _find_all_fitting(
    words: Words, doubtful: list[Doubt], certain: dict[int, list[str]], lexicon: Mapping[str, Node]
) -> list[set[str]]:
    """Return for each doubtful form the readings that have their context: beside it, else in the sentence or note."""
    found: list[set[str]] = []
    clause: _Clause | None = None
    wider = _Wider(words, certain)
    for at, end, short in doubtful:
        if clause is None or not clause.first <= at <= end <= clause.last:
            clause = _find_clause(words, at, end, certain, STOPS)
        here = _find_fitting(words, at, end, short, certain, clause, lexicon)
        found.append(here or wider.find_fitting(at, end, short))
    return found


def _find_clause(words: Words, at: int, end: int, certain: dict[int, list[str]], stops: frozenset[str]) -> _Clause:
    """Return the clause that the form at words `at:end` stands in: what lies between the marks before and behind it."""
    first, last = at, end
    while first and words.low[first - 1] not in stops:
        first -= 1
    while last < len(words.low) and words.low[last] not in stops:
        last += 1
    said = _tally(_all_said(words, first, last, certain))
    # A form with a mark in it ("p.t.") joins two clauses for itself alone.
    alone = not stops.isdisjoint(words.low[at:end])
    return _Clause(first, at if alone else last, said)


def _find_fitting(
    words: Words,
    at: int,
    end: int,
    short: Short,
    certain: dict[int, list[str]],
    clause: _Clause,
    lexicon: Mapping[str, Node],
) -> set[str]:
    """Return the readings whose context stands beside the form or in its clause."""
    before = _names(_said(words, at - 1, certain)[-1] if at else ".")  # so is its beginning
    behind = end + _is_own_dot(words, end)
    after = _names(_said(words, behind, certain)[0] if behind < len(words.low) else ".")  # the end is a stop
    if at:
        before += (words.low[at - 1],)
    if behind < len(words.low):
        after += (words.low[behind],)
    if short.kinded:
        before += find_kinds_before(words, at, certain, lexicon)
        after += find_kinds_behind(words, behind, certain, lexicon)
    own = _tally(words.low[at:end])
    return {
        choice.say
        for choice in short.choices
        if not choice.before.isdisjoint(before)
        or not choice.after.isdisjoint(after)
        or _is_told(choice.near, clause.said, own)
    }


def _is_own_dot(words: Words, at: int) -> bool:
    """The dot at word `at` belongs to the abbreviation before it, and ends nothing: "approx. 20 ft"."""
    if words.low[at : at + 1] != ["."] or words.gap[at] != "" or at + 1 >= len(words.low):
        return False
    following = words.shown(at + 1)[0]
    return following.islower() or following.isdecimal()


class _Wider:
    """What is said in the sentence and in the whole note around a form whose own clause is silent."""

    def __init__(self, words: Words, certain: dict[int, list[str]]) -> None:
        """Look at `words`, with the shorthand that is `certain` in full."""
        self._words, self._certain = words, certain
        self._note: Mapping[str, int] | None = None

    def find_fitting(self, at: int, end: int, short: Short) -> set[str]:
        """Return the readings with a word in the sentence that decides for them, else with one anywhere.

        What is counted says nothing so far away, and a topic of the note speaks against any other reading.
        """
        if self._note is None:
            self._note = _tally(_all_said(self._words, 0, len(self._words.low), self._certain))
        own = _tally(self._words.low[at:end])
        topical = {c.say for c in short.choices if _is_told(c.topic, self._note, own)}
        sentence = _find_clause(self._words, at, end, self._certain, _SENTENCE_STOPS)
        near = {c.say for c in short.choices if _is_told(c.near - _LOOSE, sentence.said, own)}
        return near | topical


def _said(words: Words, at: int, certain: dict[int, list[str]]) -> list[str]:
    """Return word `at`, or what the sure shorthand there stands for."""
    return certain.get(at) or [words.low[at]]


def _all_said(words: Words, first: int, last: int, certain: dict[int, list[str]]) -> list[str]:
    """Return words `first:last`, what is sure shorthand among them in full, and then as it was written."""
    said = [word for at in range(first, last) for word in certain.get(at) or (words.low[at],)]
    return said + [words.low[at] for at in range(first, last) if at in certain]


def _is_told(deciding: frozenset[str], said: Mapping[str, int], own: Mapping[str, int]) -> bool:
    """Tell whether one of the words that decide is said beside the form's own."""
    return not deciding.isdisjoint(said) and any(said[word] > own.get(word, 0) for word in deciding if word in said)


def _names(word: str) -> tuple[str, ...]:
    """Return what a word is for a pack's choices: figures and counted things are "#" too, past forms "*ed"."""
    counted = ("#",) if word[0].isdecimal() or word in _COUNTED else ()
    return (word, *counted, "*ed") if word.endswith("ed") else (word, *counted)


def _tally(words: Iterable[str]) -> Mapping[str, int]:
    """Count words by all that they are for a pack's choices."""
    counts: dict[str, int] = defaultdict(int)
    for word in words:
        counts[word] += 1
        if word[0].isdecimal() or word in _COUNTED:
            counts["#"] += 1
        if word.endswith("ed"):
            counts["*ed"] += 1
    return counts
