"""What was done told as planned, whatever it was: "practiced car transfers" as "the plan is to practice car transfers".

`turned` looks at the kinds of things that are planned as a rule, `coming` for the same verb. Here each part of the
rewrite with a plain word of plan is held against the one part of the note that tells all of it with a verb of what was
done, or with its dose.
"""

from collections.abc import Iterator

from rewriter.english import ARTICLES
from rewriter.fidelity.contexts.coming import is_done_word
from rewriter.fidelity.texts.aspects import DENYING, DOUBTING, PLANNING
from rewriter.fidelity.texts.bounds import Words
from rewriter.fidelity.texts.excused import is_arranged
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.roundabout import is_due
from rewriter.fidelity.texts.terms import Terms
from rewriter.fidelity.texts.values import NAMES_OF_TIME
from rewriter.reading.context import PLANNED

_PLANS = frozenset({"will", "plan", "plans", "planned", "scheduled"})
_TO_BE = (("is", "to"), ("are", "to"), ("going", "to"))
_BEING = frozenset(words[0] for words in _TO_BE)
# With any of these a part of the note may be of another time than the visit.
_OPEN = (
    PLANNING
    | DENYING
    | DOUBTING
    | NAMES_OF_TIME
    | frozenset(
        "hep home program daily day night nightly nights bid tid qd week wk weekly only wear worn per goal goals stg "
        "ltg to then avoid each every told advised instructed ed educated taught shown min/day agreed".split()
    )
)
_ORDERLY = frozenset({"added", "started", "progressed", "needed", "used", "limited", "seated", "based", "increased"})
_DOSES = frozenset({"duration", "count", "distance", "dose"})
_ROUTINE = frozenset({"education", "frequency", "admin", "goal"})


def find_shelved(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the parts (first, last) of the rewrite that plan what the note plainly tells as done."""
    low = said.reading.words.low
    marks = [
        at for at, word in enumerate(low) if word in _PLANS or (word in _BEING and tuple(low[at : at + 2]) in _TO_BE)
    ]
    marks = [at for at in marks if low[at] != "planned" or low[at - 1] not in ARTICLES]  # "did 4 of a planned 6"
    for first, last in sorted({part_around(said, at, at + 1) for at in marks}):
        span = said.reading.sentences[max(0, said.sentence_at(first))]
        matter = [i for i in said.claiming(first, last) if said.kind(i) not in ("planned", "verb", "person", "proper")]
        matter = [i for i in matter if low[said.place[i]] not in PLANNING]
        if not matter or span.heading == "goal":
            continue
        told = [note.partners(said.keys[index]) for index in matter]
        if not all(told):
            continue
        parts = {part_around(note, note.place[one], note.place[one] + 1) for one in told[0]}
        same = [
            (begin, end) for begin, end in parts if all(any(begin <= note.place[one] < end for one in f) for f in told)
        ]
        every = [part_around(note, note.place[one], note.place[one] + 1) for found in told for one in found]
        if same and all(_was_done(note, *part) for part in same) and not any(_may_come(note, *one) for one in every):
            yield first, last


def _may_come(note: Terms, first: int, last: int) -> bool:
    """The sentence of a part of the note may tell of what is still to come, or goes on."""
    reading = note.reading
    span = reading.sentences[max(0, note.sentence_at(first))]
    low = reading.words.low[span.first : span.last]
    kinds = {reading.mentions[at].sense.kind for at in reading.between(span.first, span.last)}
    planned = any(bit & PLANNED and left < span.last and right > span.first for left, right, bit in reading.scopes)
    return (
        span.heading == "plan" or planned or is_due(low) or not _OPEN.isdisjoint(low) or not _ROUTINE.isdisjoint(kinds)
    )


def _was_done(note: Terms, first: int, last: int) -> bool:
    """A verb of what was done stands in the part, or the dose of what was done."""
    reading = note.reading
    kinds = {reading.mentions[at].sense.kind for at in reading.between(first, last)}
    words = reading.words.low[first:last]
    if is_arranged(note, first, last):
        return False
    return not kinds.isdisjoint(_DOSES) or any(is_done_word(word) and word not in _ORDERLY for word in words)
