"""Before, during or after: "while I finished the eval" told as "after I finished", "nausea before, not during".

A word of a closed class says how what is told lies in time to what stands beside it. Where the sentence of the note
that tells the same has such a word, and none of that side, the rewrite has put it elsewhere in time.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from rewriter.fidelity.rewording.timing import follows_in_order
from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.contents import contents
from rewriter.fidelity.texts.terms import Terms
from rewriter.once import once

_SIDES = {
    **dict.fromkeys("before beforehand pre prior preceding arrival outset".split(), "before"),
    **dict.fromkeys("during while throughout amid mid".split(), "during"),
    **dict.fromkeys("after afterward afterwards post departure".split(), "after"),
}
# These tell a side in their own way, or turn it: "then", "until", "since", "-> 3".
_OTHER = frozenset(
    "then until til till since once when following later subsequently \u2192 -> end start initially last op operative "
    "again upon".split()
)
_WAS = frozenset("was were prev previously prior from".split())
_FEWEST = 2


def find_displaced(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) that put what is told on another side in time than the note does."""
    low = said.reading.words.low
    if _SIDES.keys().isdisjoint(note.reading.words.low):
        return
    for at in [at for at, word in enumerate(low) if word in _SIDES and _SIDES[word] != "during"]:
        number = said.sentence_at(at)
        span = said.reading.sentences[max(0, number)]
        about = contents(said, span.first, span.last)
        having = _having(note)
        counts = Counter(other for one in about for other in {other for key in one for other in having.get(key, ())})
        most = max(counts.values(), default=0)
        best = [other for other, count in counts.items() if count == most]
        if most < _FEWEST or 2 * most < len(about) or len(best) != 1:
            continue
        there = note.reading.sentences[best[0]]
        words = note.reading.words.low[there.first : there.last + 1]
        sides = {_SIDES[word] for word in words if word in _SIDES}
        told = {_SIDES[word] for word in low[span.first : span.last + 1] if word in _SIDES}
        turned = low[at] == "after" and any(
            follows_in_order(said, at, note, place)
            for place in range(there.first, there.last)
            if note.reading.words.low[place] == "before"
        )
        if _SIDES[low[at]] == "before" and not _WAS.isdisjoint(words):
            continue  # "gone after, was 4"
        if sides == {"before"} and low[at] == "after" and _follows_deed(said, at, note, there.first, there.last):
            continue
        if sides and not turned and told.isdisjoint(sides) and _OTHER.isdisjoint(words):
            yield at, at + 1


def _follows_deed(said: Terms, at: int, note: Terms, first: int, last: int) -> bool:
    """Told "after" a deed that the note tells behind its "before": "118/70 pre, sat 3 min 112/68"."""
    low = note.reading.words.low
    before = max((place for place in range(first, last) if _SIDES.get(low[place]) == "before"), default=last)
    deeds = said.inside(at + 1, at + 2) if "".join(said.reading.words.low[at + 1 : at + 2]).endswith("ing") else ()
    return any(before < note.place[one] < last for index in deeds for one in note.partners(said.keys[index]))


@once
def _having(note: Terms) -> dict[str, set[int]]:
    """Return the sentences that tell of a key, by key."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, span in enumerate(note.reading.sentences):
        for key in frozenset().union(*contents(note, span.first, span.last)):
            found[key].add(number)
    return dict(found)
