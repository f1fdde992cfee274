"""A condition left off, or told as met: "AAROM next week if MD ok" as "the physician has approved AAROM".

What is planned under a condition is no plan yet. The sentence of the rewrite that tells the plan, or one beside it,
must have a word of condition or of doubt.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.aspects import DOUBTING, PLANNING
from rewriter.fidelity.texts.bounds import Words, begin_of, end_of
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.roundabout import is_tied
from rewriter.fidelity.texts.terms import Terms
from rewriter.fidelity.texts.values import NAMES_OF_TIME
from rewriter.punctuation import FULL_STOPS
from rewriter.reading.context import PLANNED

_IFS = frozenset({"if", "pending", "unless", "assuming"})
_CONSENT = frozenset("approval go-ahead permission clearance consent okay ok blessing authorization".split())
_GIVEN = frozenset("has have had gave gives given granted received was were been obtained with-approval".split())
_LOOSE = frozenset("sure certain think thinks looks thought believed without opinion impression rule ruled".split())
_KEEPING = (DOUBTING - _CONSENT - _LOOSE) | frozenset(
    "once until upon only should awaiting awaits assumes allow allows allowing would case event clears tolerated "
    "tolerates stays remains safe await permission-permitting".split()
)
_SAFE = frozenset({"safe", "tolerated", "tolerates", "stays", "remains"})
_AHEAD = PLANNING | NAMES_OF_TIME | frozenset("week wk d/c dc discharge visit session advance progress start".split())
_BACK = 4


def find_unconditional(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) that tell a plan of the note without its condition."""
    low = note.reading.words.low
    doubted = {mention.first for mention in note.reading.mentions if mention.sense.kind == "possible"}
    for at in [at for at, word in enumerate(low) if word in _IFS and (at in doubted or word != "if")]:
        begin = begin_of(low, at, FULL_STOPS | {","})
        plan = [index for index in note.claiming(begin, at) if note.kind(index) not in ("planned", "proper")]
        end = end_of(low, at + 1, FULL_STOPS | {","})
        terms = note.claiming(at + 1, end)
        if not plan or not note.inside(at + 1, end) or not _is_planned(note, begin, at):
            continue
        shares: dict[int, set[int]] = {}
        for index in note.inside(begin, at):
            for one in said.partners(note.keys[index]):
                shares.setdefault(said.sentence[one], set()).add(index)
        most = max(map(len, shares.values()), default=0)
        best = [number for number, told in shares.items() if len(told) == most and number >= 0]
        near = {said.sentence[one] for index in terms for one in said.partners(note.keys[index])} | shares.keys()
        if (
            not best
            or 2 * len(shares[best[0]].intersection(plan)) <= len(plan)
            or any(_is_kept(said, number) for number in near)
        ):
            continue
        number = min(best)
        places = [said.place[one] for index in plan for one in said.partners(note.keys[index])]
        inside = [place for place in places if said.sentence_at(place) == number]
        first, last = part_around(said, min(inside), max(inside) + 1)
        yield first, max(last, max(inside) + 1)


def _is_planned(note: Terms, begin: int, at: int) -> bool:
    span = note.reading.sentences[max(0, note.sentence_at(at))]
    bits = any(bit & PLANNED and left <= begin < right for left, right, bit in note.reading.scopes)
    return span.heading == "plan" or bits or not _AHEAD.isdisjoint(note.reading.words.low[begin:at])


def _is_kept(said: Terms, number: int) -> bool:
    """The sentence or one beside it sets a condition or doubts."""
    sentences = said.reading.sentences
    first, last = sentences[max(0, number - 1)].first, sentences[min(number + 1, len(sentences) - 1)].last
    low: Sequence[str] = said.reading.words.low[first : last + 1]
    own = said.reading.words.low[sentences[number].first : sentences[number].last]
    if not (_KEEPING - _SAFE).isdisjoint(low) or is_tied(low):
        return not _is_granted(own)
    return any(word in _CONSENT and _GIVEN.isdisjoint(own) for word in own)


def _is_granted(low: Sequence[str]) -> bool:
    """Thus: "approval has been given", "the physician gave permission"; whatever else is doubted."""
    return any(
        word in _CONSENT and not _GIVEN.isdisjoint([*low[max(0, at - _BACK) : at], *low[at + 1 : at + _BACK]])
        for at, word in enumerate(low)
    )
