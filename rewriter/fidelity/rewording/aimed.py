"""Figures of a goal told as reached, and what was seen told as a goal: "8 s, goal 15 s" as "15 seconds, goal 8".

The words of a goal are compared by `turned`; here its figures and amounts of assistance are, which every goal shares
with what was done.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.bounds import begin_of
from rewriter.fidelity.texts.goals import is_order
from rewriter.fidelity.texts.modifiers import FIGURE, LEVEL, Modifier
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.roundabout import is_due, is_hoped
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading import Reading
from rewriter.reading.mentions import CHANGES

# Words that tell a wish, whatever the reading makes of them.
WISHING = frozenset(
    "goal goals aim aims aimed aiming target targets targeted want wants wanted wish wishes wished wishing hope "
    "hopes hoped hoping desire desires desired like objective objectives aspire aspires aspiration keen eager "
    "toward towards working intend intends intended plan plans planned will expected anticipated eventual "
    "eventually ultimate ultimately long-term short-term stg ltg pending next future able should would could until "
    "if".split()
)
# Of those, what tells nothing but a wish.
_HOPED = frozenset("hope hopes hoped hoping wish wishes wished wishing wants wanted goal desires desired".split())
# Beside those, words by which a note may tell a purpose.
_FOR = frozenset("for to so needs need order".split())
_BOTH = frozenset({"both", "bilateral", "bilaterally", "pair"})
_AIM_REACH = 8
_NOW = frozenset("now today currently present".split())
_MEASURED = frozenset({"duration", "count", "number", "angle", "percent", "ratio"})


def find_misaimed(stated: Shelf, given: Shelf, said: Terms, note: Terms) -> Iterator[Modifier]:
    """Yield the figures and amounts of the rewrite that are a goal on one side and a fact on the other."""
    if not note.aimed and not said.aimed:
        return
    for item in stated.items:
        if not (item.kind == LEVEL or (item.kind == FIGURE and _is_measure(item))):
            continue
        same = given.same(item)
        if not same or (item.value == "2" and _is_both(note)):
            continue
        aimed = [other.first in note.aimed for other in same]
        if item.first in said.aimed:
            is_other = not any(aimed) and not any(_is_wished(note, other) for other in same)
        else:
            is_other = all(aimed) and not _is_wished(said, item)
        if is_other:
            yield item


def find_wished(said: Terms, note: Terms) -> Iterator[int]:
    """Yield the places of words of the rewrite that tell a wish of what the note has, where it tells no wish at all."""
    if not tells_no_aim(note):
        return
    for at, word in enumerate(said.reading.words.low):
        if word in _HOPED and not is_order(said.reading, at):
            sentence = said.sentence_at(at)
            here = range(bisect_left(said.sentence, sentence), bisect_right(said.sentence, sentence))
            if any(said.claims[index] and note.partners(said.keys[index]) for index in here):
                yield at


def _is_both(note: Terms) -> bool:
    """The goal of the note tells a two as both: "goal pull up pants with both hands"."""
    return any(note.reading.words.low[at] in _BOTH for at in note.aimed)


def _is_measure(item: Modifier) -> bool:
    return item.family in _MEASURED or item.family.startswith("distance")


def _is_wished(terms: Terms, item: Modifier) -> bool:
    """A word of wishing stands in its own part of the sentence, or before it with nothing told of today between."""
    low = terms.reading.words.low
    sentence = terms.reading.sentences[item.sentence]
    if sentence.heading in ("plan", "goal", "goals"):
        return True
    first, last = part_around(terms, item.first, item.last)
    if not WISHING.isdisjoint(low[first:last]) or is_hoped(low[sentence.first : sentence.last]):
        return True
    if is_due(low[first:last]):
        return True  # "to go home she needs to walk 200 feet"
    before = low[sentence.first : first]
    return not WISHING.isdisjoint(before) and _NOW.isdisjoint(low[sentence.first : last])


def tells_no_aim(note: Terms) -> bool:
    """Tell whether a note has no word by which it may tell an aim: "for stairs", "goal", "wants to"."""
    return (WISHING | _FOR).isdisjoint(note.reading.words.low) and not note.aimed


def has_untold_aim(note: Terms, lone: Sequence[int]) -> bool:
    """Tell whether one of the `lone` terms of a note, which the rewrite has not, belongs to an aim: "for stairs"."""
    low = note.reading.words.low
    for index in lone:
        place = note.place[index]
        first = begin_of(low, place, SPLITS, max(0, place - _AIM_REACH))
        if note.kind(index) in CHANGES:
            continue  # "moderate assistance for same"
        if place in note.aimed or not (WISHING | _FOR).isdisjoint(low[first : place + 1]):
            return True
    return False


def find_purposes(reading: Reading) -> list[tuple[int, int]]:
    """Return the words of each purpose: from "to improve" and its like to the end of the clause."""
    spans = []
    for index in reading.having("link"):
        mention = reading.mentions[index]
        if mention.sense.group == "purpose" and mention.sense.id != "for_":  # "for 20 feet" is no aim
            end = mention.last
            while end < len(reading.words.low) and reading.words.low[end] not in SPLITS:
                end += 1
            spans.append((mention.first, end))
    return spans
