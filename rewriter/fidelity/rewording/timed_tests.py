"""Tests that are named by a figure, told as what was done: "six stands in 30 seconds" for "30s STS = 6".

The figure of the name belongs to the test, so it is told with the deed or not at all, and with no other figure.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rewriter.fidelity.texts.modifiers import Modifier
from rewriter.fidelity.texts.terms import Terms

Texts = Sequence[Terms]


class _Test(NamedTuple):
    """The figure in the name of a test, its kind, and the words that tell its deed."""

    kind: str
    value: str
    deed: frozenset[str]


_WALKED = frozenset("walk walks walked walking ambulate ambulated ambulation covered went".split())
_STOOD = frozenset("sit sits chair rise rises rose rising stands".split())
_POSTURES = frozenset("leg legged limb tandem romberg foam stance".split())  # held for so long, not done so often
_TESTS = {
    "thirty_second_chair_stand": _Test("duration", "30", _STOOD),
    "five_times_sit_to_stand": _Test("count", "5", _STOOD),
    "six_minute_walk": _Test("duration", "360", _WALKED),
    "two_minute_walk": _Test("duration", "120", _WALKED),
    "ten_meter_walk": _Test("distance", "10 meter", _WALKED),
    "timed_25_foot_walk": _Test("distance", "25 foot", _WALKED),
}
_FIVE = frozenset({"five", "5"})


def is_figure_of_test(item: Modifier, said: Terms, held: Texts) -> bool:
    """Tell whether a figure of the rewrite is that of a test of the texts, among the words of its deed."""
    return any(
        item.family.startswith(test.kind)
        and test.value in (item.value, f"{item.value} {item.family.rpartition(' ')[2]}")
        and _tells_deed(said, item.sentence, test)
        for terms in held
        for test in _tests(terms)
    )


def is_test_told(one: Terms, index: int, texts: Texts) -> bool:
    """Tell whether a term belongs to a test that a text tells by its figure and its deed."""
    sense, *_ = one.reading.mentions[one.mention[index]] if one.kind(index) == "measure" else (None,)
    test = _TESTS.get(sense.id) if sense is not None else None
    return test is not None and any(
        _tells_deed(terms, number, test) and _has_figure(terms, number, test)
        for terms in texts
        for number in range(len(terms.reading.sentences))
    )


def _tests(terms: Terms) -> list[_Test]:
    named = (terms.reading.mentions[at].sense.id for at in terms.reading.having("measure"))
    return [_TESTS[name] for name in named if name in _TESTS]


def _tells_deed(terms: Terms, sentence: int, test: _Test) -> bool:
    if sentence < 0:
        return False
    span = terms.reading.sentences[sentence]
    low = terms.reading.words.low[span.first : span.last]
    return not test.deed.isdisjoint(low) and _POSTURES.isdisjoint(low)


def _has_figure(terms: Terms, sentence: int, test: _Test) -> bool:
    span = terms.reading.sentences[sentence]
    if test.kind == "count":
        return not _FIVE.isdisjoint(terms.reading.words.low[span.first : span.last])
    return any(
        terms.reading.mentions[at].sense.kind == test.kind and terms.reading.mentions[at].sense.id == test.value
        for at in terms.reading.between(span.first, span.last)
    )
