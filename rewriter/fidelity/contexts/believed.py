"""What somebody only thinks, told as so: "pt thinks landlord was told" as "the landlord was told".

What a patient feels in the body is often told without "reports"; what somebody thinks, guesses or feels to be the case,
and what is so only "per pt", stays theirs. Any word of saying, thinking or doubting in the sentence keeps it so.
"""

from collections.abc import Iterator, Sequence, Set

from rewriter.fidelity.texts.aspects import DOUBTING
from rewriter.fidelity.texts.bounds import begin_of, end_of
from rewriter.fidelity.texts.parts import part_around
from rewriter.fidelity.texts.terms import Terms
from rewriter.punctuation import FULL_STOPS
from rewriter.reading.mentions import BODILY

_THINKING = frozenset(
    "thinks think thought believes believed suspects suspected guesses guessed assumes assumed supposes supposed "
    "figures reckons".split()
)
_FEELING = frozenset({"feels", "felt"})
_SAYING = frozenset("says said states stated reports reported claims claimed".split())
_TELLING = _THINKING | _FEELING | _SAYING | {"per"}
_LAY = frozenset({"patient", "caregiver", "aide", "nurse", "student"})  # what a clinician says is an order or a finding
_STAFF = frozenset({"nurse", "aide", "student"})
_WHO = frozenset({"pt", "patient", "client", "she", "he", "they"})
_PERSONS = frozenset({"person", "reported"})
_CLINICAL = frozenset("ct mri xray x-ray imaging labs chart protocol report md np pa order pt ot slp rt neuro".split())
KEEPING = DOUBTING | frozenset(
    "reports reported reporting report states stated stating says said saying saw tells told telling describes "
    "described describing notes noted noting mentions mentioned claims claimed claiming according per feels felt "
    "feeling feel thinks thought thinking think believes believed belief believe opinion view impression mind eyes "
    "perceives perceived perception expects expected expressed expresses voiced shared explained account words "
    "complains complained complaining complaint subjective subjectively denies denied suspects suspected suspicion "
    "guesses guessed guess assumes assumed assumption supposes supposed reckons statement reportedly self-reported "
    "indicated indicates indicating relates related endorses endorsed endorsing announced recalls recalled "
    "considers considered informed self-report understanding understands attributes attributed attributing estimation "
    'reckoning perspective viewpoint judgment judgement testimony telling "'.split()
    + "comments commented commenting remarks remarked remarking admits admitted admitting acknowledges acknowledged "
    "acknowledging concedes conceded confides confided insists insisted recounts recounted recounting relays relayed "
    "replies replied reveals revealed discloses disclosed declares declared asserts asserted exclaimed joked explains "
    "explaining verbalizes verbalized rates rated quotes quoted alleges alleged hearsay".split()
)
_PARTED = FULL_STOPS | {",", "(", ")"}
# A bare feeling is a symptom ("feels tired"); with these it is a judgement.
_JUDGING = frozenset("is are was were that like can could better worse more less should needs".split())
# Behind a person these name no word of saying: "per pt preference".
_WISHES = frozenset(
    "pref preference preferences request requests req choice tolerance wish wishes comfort convenience schedule order "
    "orders goal goals response need needs".split()
)
_REACH = 12


def find_affirmed_beliefs(said: Terms, note: Terms) -> Iterator[tuple[int, int, int]]:
    """Yield (first, last) of what the rewrite tells as so, and the place of the note's word that it is a belief."""
    for cue, words in _beliefs(note):
        here = note.inside(words.start, words.stop)
        told = [said.partners(note.keys[index]) for index in here if note.claims[index]]
        if not told or not all(told):
            continue
        sentences = set.intersection(*({said.sentence[one] for one in found} for found in told))
        saying = [index for index in here if note.reading.words.low[note.place[index]] in KEEPING]
        own = {said.place[one] for index in saying for one in said.partners(note.keys[index])}
        if not sentences or any(
            _is_kept(said, number, own)
            or is_done_by(said, number, note, cue)
            or _is_repeated(said, number, note.reading.words.low[cue])
            for number in sentences
        ):
            continue
        number = min(sentences)
        places = sorted(said.place[one] for found in told for one in found if said.sentence[one] == number)
        first, last = part_around(said, places[0], places[-1] + 1)
        yield min(first, places[0]), max(last, places[-1] + 1), cue


def _beliefs(note: Terms) -> Iterator[tuple[int, range]]:
    """Yield each word of believing with the words of what is believed."""
    low = note.reading.words.low
    for at in note.reading.at_any(_TELLING):
        word = low[at]
        # "Feels memory is fine."; not "supposed to do steps"
        opens = (at == 0 or low[at - 1] in _PARTED) and low[at + 1 : at + 2] != ["to"]
        if (word in _THINKING or word in _FEELING) and (opens or low[at - 1] in _WHO or _is_person(note, at - 1)):
            end = end_of(low, at + 1, _PARTED, at + 1 + _REACH)
            if end == at + 1 and word in _THINKING and not opens:  # "clenches at night she thinks"
                yield at, range(begin_of(low, at, _PARTED, max(0, at - _REACH)), at - 1)
            elif word in _THINKING or _judges(low[at + 1 : end]):
                yield at, range(at + 1, end)
        elif word in _SAYING and at and (is_lay(note, at - 1) or _is_any_speaker(note, at - 1)):
            words = range(at + 1, end_of(low, at + 1, _PARTED, at + 1 + _REACH))
            if not any(note.kind(index) in BODILY for index in note.inside(words.start, words.stop)):
                yield at, words
        elif cites(note, at) and low[at - 1] not in _PARTED:
            begin = begin_of(low, at, _PARTED, max(0, at - _REACH))
            if not any(note.kind(index) in BODILY for index in note.inside(begin, at)):
                yield at, range(begin, at)


def cites(note: Terms, at: int) -> bool:
    """Somebody's word is cited there: "per pt", "per report"; not "per pt preference"."""
    low = note.reading.words.low
    told = is_lay(note, at + 1) or low[at + 1 : at + 2] == ["report"]
    return low[at] == "per" and told and _WISHES.isdisjoint(low[at + 2 : at + 3])


def _judges(words: Sequence[str]) -> bool:
    """Thus: "left hand is stronger"; not "tired"."""
    return not _JUDGING.isdisjoint(words) or any(word.endswith("er") for word in words)


def _is_person(note: Terms, place: int) -> bool:
    reading = note.reading
    return any(reading.mentions[at].sense.kind in _PERSONS for at in reading.between(place, place + 1))


def is_lay(note: Terms, place: int) -> bool:
    """The patient or the family: what a clinician says is an order, or a finding."""
    reading = note.reading
    if "".join(reading.words.low[place : place + 1]) in _WHO:
        return True
    senses = (reading.mentions[at].sense for at in reading.between(place, place + 1))
    return any(sense.kind in _PERSONS and sense.group in _LAY for sense in senses)  # not "stand", which patients do


def _is_any_speaker(note: Terms, place: int) -> bool:
    """A word alone at the head of its clause speaks, whatever it is: "work says light duty is ok"; no clinician's."""
    low = note.reading.words.low
    kinds = {note.reading.mentions[at].sense.kind for at in note.reading.between(place, place + 1)}
    return (
        low[place].isalpha()
        and low[place] not in _CLINICAL
        and (place == 0 or low[place - 1] in _PARTED)
        and ("person" not in kinds)
    )


def is_done_by(said: Terms, number: int, note: Terms, cue: int) -> bool:
    """Staff who are cited may have done it: "Hoyer to chair per nsg" as "nursing completed the transfer"."""
    if note.reading.words.low[cue] != "per":
        return False
    mentions = note.reading.mentions
    staff = any(mentions[at].sense.group in _STAFF for at in note.reading.between(cue + 1, cue + 2))
    named = {one for index in note.inside(cue + 1, cue + 2) for one in said.partners(note.keys[index])}
    return staff and any(said.sentence[one] == number for one in named)


def _is_repeated(said: Terms, number: int, cue: str) -> bool:
    """The sentence has the note's own word of saying, which may be like a word of what is said."""
    span = said.reading.sentences[number]
    return number >= 0 and cue in said.reading.words.low[span.first : span.last]


def _is_kept(said: Terms, number: int, own: Set[int]) -> bool:
    """The sentence says, thinks or doubts something, or stands under what the patient says ("S:").

    What is thought may hold such words of its `own`: "the landlord was told".
    """
    if number < 0:
        return True
    span = said.reading.sentences[number]
    low = said.reading.words.low
    end = min(span.last + 1, len(low))
    return span.heading == "subjective" or any(low[at] in KEEPING for at in range(span.first, end) if at not in own)
