"""What patients did out of the session, by somebody's telling or by when it is: it is no intervention of today's."""

from collections.abc import Collection, Sequence

from rewriter.checks.deeds import OTHER, PATIENT, agent_of, verb_forms
from rewriter.checks.forms import MOST, find_forms
from rewriter.english import SOMEBODY
from rewriter.punctuation import BREAKS
from rewriter.reading import Reading

_JOINS = BREAKS | {",", ":", "and", "then", "but", "while"}
_HERE = frozenset({"today", "clinic", "here", "session", "visit", "then"})
# Before a time these compare with it, or make it an aim: "longer than every evening", "to be done daily".
_LOOKS = frozenset("than from since as like over vs versus compared for to".split())
_GIVEN = frozenset({"cue", "link", "level"})
_SUBJECT_REACH, _VERB_REACH = 2, 3


def elsewhere(reading: Reading, tells: Sequence[str], does: Sequence[str], away: Sequence[str]) -> list[range]:
    """Return the words that tell what the patient or somebody else did out of the session.

    Told by somebody ("he says he did ball toss"), or done when no session is ("she does weight shifts every evening");
    not what was felt during the work ("she said she felt steady"), nor what the work is compared with or meant for.
    """
    if not tells and not away:
        return []
    verbs = frozenset(verb_forms(tuple(does)))
    return [*_told(reading, tells, verbs), *_apart(reading, away, verbs)]


def _told(reading: Reading, tells: Sequence[str], verbs: Collection[str]) -> list[range]:
    places = []
    low = reading.words.low
    for _, last in find_forms(reading, tells)[:MOST]:
        end = reading.sentences[reading.sentence_at(last - 1)].last
        stop = next((at for at in range(last, end) if low[at] in BREAKS), end)
        subject = next((at for at in range(last, min(stop, last + _SUBJECT_REACH)) if low[at] in SOMEBODY), None)
        if subject is None or not _HERE.isdisjoint(low[last:stop]):
            continue
        if any(low[at] in verbs for at in range(subject + 1, min(stop, subject + 1 + _VERB_REACH))):
            places.append(range(last, stop))
    return places


def _apart(reading: Reading, away: Sequence[str], verbs: Collection[str]) -> list[range]:
    places = []
    low = reading.words.low
    for first, last in find_forms(reading, away)[:MOST]:
        sentence = reading.sentences[reading.sentence_at(first)]
        start = next((at + 1 for at in range(first - 1, sentence.first - 1, -1) if low[at] in _JOINS), sentence.first)
        stop = next((at for at in range(last, sentence.last) if low[at] in _JOINS), sentence.last)
        if not _LOOKS.isdisjoint(low[start:first]) or not _HERE.isdisjoint(low[sentence.first : sentence.last]):
            continue
        if any(reading.mentions[i].sense.kind in _GIVEN for i in reading.by_sentence[reading.sentence_at(first)]):
            continue
        if any(low[at] in verbs and agent_of(reading, at) in (PATIENT, OTHER) for at in range(start, stop)):
            places.append(range(start, stop))
    return places
