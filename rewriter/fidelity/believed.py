"""What somebody only thinks, told as so: "pt thinks landlord was told" as "the landlord was told".

What a patient feels in the body is often told without "reports"; what somebody thinks, guesses or feels to be the case,
and what is so only "per pt", stays theirs. Any word of saying, thinking or doubting in the sentence keeps it so.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rewriter.fidelity.aspects import DOUBTING
from rewriter.fidelity.parts import predicate_end
from rewriter.fidelity.terms import Terms

_THINKING = frozenset(
    "thinks think thought believes believed suspects suspected guesses guessed assumes assumed supposes supposed "
    "figures reckons".split()
)
_FEELING = frozenset({"feels", "felt"})
_PERSONS = frozenset({"person", "reported"})
_KEEPING = DOUBTING | frozenset(
    "reports reported reporting report states stated stating says said saying saw tells told telling describes "
    "described describing notes noted noting mentions mentioned claims claimed claiming according per feels felt "
    "feeling feel thinks thought thinking think believes believed belief believe opinion view impression mind eyes "
    "perceives perceived perception expects expected expressed expresses voiced shared explained account words "
    "complains complained complaining complaint subjective subjectively denies denied suspects suspected suspicion "
    "guesses guessed guess assumes assumed assumption supposes supposed reckons statement reportedly self-reported "
    "indicated indicates indicating relates related endorses endorsed endorsing announced recalls recalled "
    'considers considered informed self-report understanding understands attributes attributed attributing "'.split()
)
_PARTED = frozenset(".;,\n!?()\u2022")
# A bare feeling is a symptom ("feels tired"); with these it is a judgement.
_JUDGING = frozenset("is are was were that like can could better worse more less should needs".split())
_REACH = 12


def find_affirmed_beliefs(said: Terms, note: Terms) -> Iterator[tuple[int, int, int]]:
    """Yield (first, last) of what the rewrite tells as so, and the place of the note's word that it is a belief."""
    for cue, inside in _beliefs(note):
        told = [said.partners(note.keys[index]) for index in inside]
        if not all(told):
            continue
        sentences = set.intersection(*({said.sentence[one] for one in found} for found in told))
        if not sentences or any(_is_kept(said, number) for number in sentences):
            continue
        number = min(sentences)
        places = sorted(said.place[one] for found in told for one in found if said.sentence[one] == number)
        yield places[0], predicate_end(said, places[-1] + 1), cue


def _beliefs(note: Terms) -> Iterator[tuple[int, list[int]]]:
    """Yield each word of believing with the terms of what is believed."""
    low = note.reading.words.low
    for at, word in enumerate(low):
        if word in _THINKING or word in _FEELING:
            if at and (low[at - 1] in ("pt", "patient", "client", "she", "he", "they") or _is_person(note, at - 1)):
                end = _end(low, at + 1)
                if word in _FEELING and not _judges(low[at + 1 : end]):
                    continue
                if inside := _claims(note, at + 1, end):
                    yield at, inside


def _judges(words: Sequence[str]) -> bool:
    """Thus: "left hand is stronger"; not "tired"."""
    return not _JUDGING.isdisjoint(words) or any(word.endswith("er") for word in words)


def _is_person(note: Terms, place: int) -> bool:
    reading = note.reading
    return any(reading.mentions[at].sense.kind in _PERSONS for at in reading.between(place, place + 1))


def _end(low: Sequence[str], first: int) -> int:
    last = first
    while last < min(len(low), first + _REACH) and low[last] not in _PARTED:
        last += 1
    return last


def _claims(note: Terms, first: int, last: int) -> list[int]:
    inside = range(bisect_left(note.place, first), bisect_left(note.place, last))
    return [index for index in inside if note.claims[index]]


def _is_kept(said: Terms, number: int) -> bool:
    """The sentence says, thinks or doubts something, or stands under what the patient says ("S:")."""
    if number < 0:
        return True
    span = said.reading.sentences[number]
    low = said.reading.words.low[span.first : span.last + 1]
    return not _KEEPING.isdisjoint(low) or span.heading == "subjective"
