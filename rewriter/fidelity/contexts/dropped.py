"""A context left behind: what the note denies, doubts, plans or has in the past is told as plain fact.

Where `turned` goes from words of the rewrite to the note, this goes from the cues and signs of the note to the rewrite:
each stretch of the note looks for the sentence of the rewrite that tells most of its words, and the part of that
sentence that tells them must tell them so too.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

from rewriter.fidelity.contexts.daily import is_kept_of_day
from rewriter.fidelity.contexts.denied import REPEATED
from rewriter.fidelity.rewording.signs import find_signed
from rewriter.fidelity.texts.aspects import (
    ASPECTS,
    CLOSELY,
    DENIAL,
    DENYING,
    FORMER,
    LOOSELY,
    Aspect,
    denies,
    is_former,
)
from rewriter.fidelity.texts.excused import is_capped, is_denied_behind
from rewriter.fidelity.texts.groups import is_denied
from rewriter.fidelity.texts.opposites import denied_forms
from rewriter.fidelity.texts.parts import part_around, predicate_end, without_distant
from rewriter.fidelity.texts.roundabout import goes_on, is_due, is_tied
from rewriter.fidelity.texts.terms import Terms
from rewriter.paraphrase import stem
from rewriter.reading.context import HISTORICAL, PLANNED, POSSIBLE

_ONGOING = frozenset({"continue", "continued", "continuing", "resume"})
_GOING_ON = frozenset("ongoing continues continuing carries carrying proceeds proceeding persists".split())
_SERVICES = frozenset(
    "occupational physical speech therapy ot pt slp services visits treatment outpatient home plan care poc".split()
)
_PARTS = frozenset({"but", "while", "whereas", "although", "though"})
_DONE = frozenset({"was", "were", "did", "been"})
_OBJECTS = frozenset({"goal"})
_OCCASIONS = frozenset("visit session time week appointment treatment day month".split())
_AFFIRMING = frozenset("was were is are had has needed required".split())
_ANY_DEED = frozenset("performed completed attempted initiated started tried used needed".split())
_DEEDS = frozenset({"activity", "task"})
_AFTER = frozenset({"after", "following"})
_NEW_PART = frozenset("no not without there the he she patient".split())


class Drop(NamedTuple):
    """Words of the rewrite told as plain fact, and the words of the note whose context they lost."""

    rule: str
    first: int
    last: int
    note_first: int
    note_last: int


def find_dropped(note: Terms, said: Terms, skipped: frozenset[int]) -> Iterator[Drop]:
    """Yield the contexts of the note that the rewrite does not keep."""
    for aspect, inside in _stretches(note):
        if note.sentence[inside[0]] in skipped:
            continue
        told = [said.partners(note.keys[index]) for index in inside]
        shares: dict[int, set[int]] = {}
        for index, found in zip(inside, told, strict=True):
            for one in found:
                shares.setdefault(said.sentence[one], set()).add(index)
        most = max(map(len, shares.values()), default=0)
        if 2 * most < len(inside):
            continue
        best = [number for number, indexes in shares.items() if len(indexes) == most and number >= 0]
        terms = {
            number: sorted({one for found in told for one in found if said.sentence[one] == number}) for number in best
        }
        whole = all(told)
        aspect = _without_own(aspect, note, inside)
        if aspect.mask == PLANNED and _is_carried_on(note, inside) and _goes_on(said, best):
            continue  # "cont 2x/wk", told as "visits stay at two a week"
        if best and not (
            any(_keeps(said, ones, aspect, whole) or _is_copied(said, number, note) for number, ones in terms.items())
            or _is_status_kept(note, said, inside[-1])
            or (aspect.mask == DENIAL and is_kept_of_day(note, [note.place[index] for index in inside], said))
            or (
                aspect.mask == DENIAL
                and any(is_capped(said, one, (note,), [(0, index) for index in inside]) for one in terms[best[0]])
            )
            or any(said.partners(note.turned.get(index, ())) for index in inside)
            or any(
                said.bits[one] & DENIAL & aspect.mask for one in told[-1]
            )  # what stands at the sign itself is told so
        ):
            places = [said.place[one] for one in terms[best[0]]]
            where = note.place[inside[0]], note.place[inside[-1]] + 1
            yield Drop(aspect.rule, places[0], _end(said, places[-1]), *where)


def _is_status_kept(note: Terms, said: Terms, index: int) -> bool:
    """A status behind what it is of ("VI per team, not rescored") is told where the rewrite denies its own words."""
    low, last = note.reading.words.low, note.place[index] + 1
    behind = low[last : last + 4] if "not" in low[last : last + 2] else low[last - 2 : last + 2]
    words = {word for word in behind if len(word) > 3 and word.isalpha()}
    told = said.reading.words.low
    return "not" in behind and any(word in words and is_denied(told, at) for at, word in enumerate(told))


def _is_carried_on(note: Terms, inside: Sequence[int]) -> bool:
    """The note says no more than that it goes on: "cont 2x/wk", "cont OT 3x/wk"."""
    words = {note.reading.words.low[note.place[index]] for index in inside[1:]}
    return note.reading.words.low[note.place[inside[0]]] in _ONGOING and words <= _SERVICES


def _goes_on(said: Terms, numbers: Sequence[int]) -> bool:
    """The rewrite tells that something goes on: "visits stay at two a week", or in these sentences "OT ongoing"."""
    low = said.reading.words.low
    spans = (said.reading.sentences[number] for number in numbers)
    return goes_on(low) or any(not _GOING_ON.isdisjoint(low[span.first : span.last]) for span in spans)


def _stretches(note: Terms) -> Iterator[tuple[Aspect, list[int]]]:
    """Yield each run of claiming terms of a sentence that stand in one context, nowhere told otherwise."""
    signed = list(find_signed(note))
    met = reduce(or_, (bits for _, _, bits in signed), reduce(or_, note.bits, 0))
    for aspect in ASPECTS:
        if not met & aspect.mask:
            continue
        runs = list(_runs(note, aspect.mask))
        read = {index for run in runs for index in run}
        for first, last, bits in signed:
            if not bits & aspect.mask:
                continue
            run = _matter(note, note.inside(first, last))
            if run and read.isdisjoint(run):
                runs.append(run)
        marked = {index for run in runs for index in run}
        for run in runs:
            inside = [index for index in run if marked.issuperset(note.by_key[note.keys[index][0]])]
            if inside and not (aspect.mask == HISTORICAL and _are_marks(note, inside)):
                yield aspect, inside


def _are_marks(note: Terms, inside: Sequence[int]) -> bool:
    """Nothing stands there but the word that says when: "meds 1 hr prior"."""
    return FORMER.issuperset(note.reading.words.low[note.place[index]] for index in inside)


def _matter(note: Terms, inside: Sequence[int]) -> list[int]:
    """Return those of some terms that claim something; if none does, those that name a deed by themselves."""
    return [i for i in inside if note.claims[i]] or [i for i in inside if _names_deed(note, i)]


def _names_deed(note: Terms, index: int) -> bool:
    """A deed that claims nothing by itself, or a participle that says what was or was not done: "not trained yet"."""
    word = note.reading.words.low[note.place[index]]
    return note.kind(index) in _DEEDS or (word.endswith("ed") and word not in _ANY_DEED)


def _without_own(aspect: Aspect, note: Terms, inside: Sequence[int]) -> Aspect:
    """Words of the note beside these tell no context: the goal of "OTR to update goal", "stopped, not repeated"."""
    low = note.reading.words.low
    if aspect.mask == PLANNED:
        own = _OBJECTS.intersection(low[note.place[inside[0]] : note.place[inside[-1]] + 1])
        span = note.reading.sentences[note.sentence[inside[0]]]
        deeds = {
            stem(low[at])
            for at in range(span.first + 2, span.last)
            if low[at - 1] == "to" or low[at - 2 : at] == ["to", "be"]
        }
        own |= {word for word in aspect.words if stem(word) in deeds}  # "Hoyer to be ordered", told as "was ordered"
    elif aspect.mask == DENIAL:
        span = note.reading.sentences[note.sentence[inside[0]]]
        own = (aspect.words - DENYING).intersection(low[span.first : span.last])
        own -= {low[note.place[index]] for index in inside}
        aspect = aspect._replace(words=aspect.words | denied_forms(low[span.first : span.last]))
    else:
        return aspect
    return aspect._replace(words=aspect.words - own) if own else aspect


def _runs(note: Terms, mask: int) -> Iterator[list[int]]:
    """Yield the claiming terms of each scope of the reading."""
    run: list[int] = []
    for index, bits in enumerate(note.bits):
        if run and (not bits & mask or note.sentence[index] != note.sentence[run[0]]):
            yield _matter(note, run)
            run = []
        if bits & mask:
            run.append(index)
    if run:
        yield _matter(note, run)


def _keeps(said: Terms, told: Sequence[int], aspect: Aspect, whole: bool) -> bool:
    """Tell whether the part of a sentence around these terms has a context of this kind, by any word for it.

    Where not the `whole` of what the note says is told by these terms, the rest of the sentence may tell it.
    """
    number = said.sentence[told[0]]
    sentence = said.reading.sentences[number]
    first, last = sentence.first, min(sentence.last + 1, len(said.reading.words.low))
    if whole:
        first, last = _part(said, said.place[told[0]], said.place[told[-1]], aspect.mask == PLANNED)
    if whole and aspect.mask == DENIAL and _is_affirmed(said, told, aspect):
        return False
    close = LOOSELY if aspect.mask == POSSIBLE else CLOSELY
    low = without_distant(said, first, last, said.place[told[0]], close)
    if _DONE.isdisjoint(low) and any(said.bits[one] & aspect.mask for one in told):
        return True
    if (aspect.mask == PLANNED and goes_on(low)) or (aspect.mask == DENIAL and is_due(low)):
        return True
    if aspect.mask == POSSIBLE and is_tied(low):
        return True
    if aspect.mask == PLANNED:
        places = [said.place[one] for one in told]
        return _keeps_plan(said, next((at for at in places if _is_done(said, at)), places[-1]), (first, last), aspect)
    if aspect.mask == DENIAL:
        return (
            _keeps_denial(low, aspect)
            or said.reading.is_scoped(DENIAL, first, last)
            or is_denied_behind(said, max(last, said.place[told[-1]] + 1))
        )
    if not aspect.words.isdisjoint(low) or denies(low):
        return True
    if aspect.mask == HISTORICAL and (is_former(low) or not _AFTER.isdisjoint(low)):
        return True  # "one hour after taking them" for "meds 1 hr prior"
    return said.reading.is_scoped(aspect.mask, first, last)


def _keeps_plan(said: Terms, place: int, words: tuple[int, int], aspect: Aspect) -> bool:
    """A word of what is to come stands among the `words`, or those beside `place` deny that it was done.

    Where its own words tell it as done, others tell of others: "a ramp is intended, and alignment was checked". Then
    "next" says only what came first: "glue was refused, paint was tried next".
    """
    low = said.reading.words.low
    part = part_around(said, place, place + 1)
    near = low[slice(*part)]
    if denies(near):
        return True
    first, last = part if _is_done(said, place) else words
    inside = low[first:last]
    ahead = aspect.words.intersection(inside)
    if ahead == {"next"} and not _DONE.isdisjoint(near):
        return any(word == "next" and behind in _OCCASIONS for word, behind in pairwise(inside))
    if ahead or said.reading.is_scoped(PLANNED, first, last):
        return True
    sentence = said.reading.sentences[said.sentence_at(place)]
    return _DONE.isdisjoint(near) and any(  # told in the note's own manner: "CP to check fit"
        bits & PLANNED and begin <= place < end for begin, end, bits in find_signed(said, sentence.first, sentence.last)
    )


def _is_done(said: Terms, place: int) -> bool:
    """The word at `place` is itself the deed, told as done: "was checked"."""
    low = said.reading.words.low
    return low[place].endswith("ed") and not _DONE.isdisjoint(low[max(0, place - 2) : place])


def _keeps_denial(low: Sequence[str], aspect: Aspect) -> bool:
    return denies(low) or not (aspect.words - DENYING).isdisjoint(low)


def _is_affirmed(said: Terms, told: Sequence[int], aspect: Aspect) -> bool:
    """All of it stands in a part with a verb of its own that denies nothing, nor does what follows that part.

    Thus: "cueing was required, and balance was never lost", whatever is denied behind.
    """
    low, number = said.reading.words.low, said.sentence[told[0]]
    parts = {part_around(said, said.place[one], said.place[one] + 1) for one in told}
    if len(parts) != 1 or not REPEATED.isdisjoint(said.kind(one) for one in told):
        return False  # a posture or a deed is told again and again
    first, last = parts.pop()
    end = said.reading.sentences[number].last
    words = low[first:last]
    return (
        not _AFFIRMING.isdisjoint(words)
        and not _keeps_denial(words, aspect)
        and not denies(low[max(said.reading.sentences[number].first, first - 3) : first])
        and not _denies_that(said, last, min(end, last + 3))
        and not said.reading.is_scoped(DENIAL, first, last)
        and not any(said.bits[one] & DENIAL for one in told)
    )


def _denies_that(said: Terms, first: int, last: int) -> bool:
    """The words behind a part deny it, and nothing of their own: "drills, not done"; not "drills, with no nausea"."""
    scoped = any(
        bit & DENIAL and first <= left < last and said.claiming(left, right) for left, right, bit in said.reading.scopes
    )
    return denies(said.reading.words.low[first:last]) and not scoped


def _part(said: Terms, first: int, last: int, semicolons: bool) -> tuple[int, int]:
    """Return the part of a sentence between its turns (and `semicolons`) that holds the words `first` to `last`."""
    sentence = said.reading.sentences[said.sentence_at(first)]
    low = said.reading.words.low
    while first > sentence.first and not _begins_part(low, first, semicolons):
        first -= 1
    end = last + 1
    while end < min(sentence.last + 1, len(low)) and not _begins_part(low, end, semicolons):
        end += 1
    return first, end


def _begins_part(low: list[str], at: int, semicolons: bool) -> bool:
    """A turn begins a part, and an "and" with a denial or a subject of its own behind it."""
    if low[at] == ";":
        return semicolons
    return low[at] in _PARTS or (low[at] == "and" and not _NEW_PART.isdisjoint(low[at + 1 : at + 2]))


def _is_copied(said: Terms, number: int, note: Terms) -> bool:
    """The sentence stands in the note word for word; a heading that it stood under may be gone."""
    span = said.reading.sentences[number]
    return note.holds(said.reading.words.low[span.first : span.last])


def _end(said: Terms, place: int) -> int:
    """Return the end of what is said of the word at `place`: what affirms it belongs to it: "gripping is fine"."""
    low = said.reading.words.low
    end = place + 1
    while end < len(low) and low[end].isalnum() and end not in said.claimed:
        end += 1
    return max(end, predicate_end(said, place + 1))
