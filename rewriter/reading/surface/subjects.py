"""Who did what a fragment without a subject tells: the patient, or a noun that opens the piece itself.

"Came in tired" is the patient's, "told to slow down" was said to the patient, "cane kept ending up in right hand" is a
sentence as it stands. What somebody else named shortly before may have done is nobody's.
"""

from collections.abc import Mapping, Sequence

from rewriter.reading.mentions import Mention
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.pieces.deeds import is_state
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence
from rewriter.reading.surface.acts import goes_on_plainly, is_patients
from rewriter.reading.surface.grammar import FREE, find_place
from rewriter.reading.surface.verbs import DOES, NOUNS

# Of these a person alone is the subject, and no part of the body told before.
_PERSONAL = frozenset(
    "ambulates answers asks attends chooses complains cries denies forgets follows goes hates initiates kneels "
    "knows laughs leads likes looks manages needs notices prefers props pushes reads recalls refuses remembers "
    "repeats requires responds says seems self-corrects self-cues self-feeds self-initiates self-propels sits "
    "sleeps smiles speaks stands talks tires tolerates uses walks wants watches wears writes quits wakes spits "
    "leans retropulses overshoots overreaches slouches slumps perseverates shrugs rushes loses finds avoids "
    "compensates guesses hesitates fatigues recovers hikes tends keeps stocks climbs cooks".split()
)
# Deeds in the past that are a patient's with these words behind them: "came in tired", not "came off in shower".
_DID_SO: Mapping[str, frozenset[str]] = {
    verb: frozenset(behind.split())
    for verb, behind in {
        "came": "in back late early",
        "arrived": "late early tired fatigued on in with w/",
        "got": "up out tired dizzy winded lightheaded nauseous nauseated frustrated upset anxious tearful emotional",
        "took": "break breaks rest rests",
        "ran": "off",
        "spit": "up",
        "threw": "up",
        "woke": "up",
        "sat": "down",
        "fed": "self",
        "dressed": "self",
        "bathed": "self",
        "washed": "self",
        "caught": "self",
        "steadied": "self",
        "did": "less better well worse great fine ok okay",
        "felt": "better worse good fine ok okay great dizzy tired unsteady off weak stronger steadier lightheaded sick "
        "safer anxious scared nervous wobbly woozy",
        "needed": "rest rests break breaks",
        "lives": "alone",
    }.items()
}
# Told or taught with "to" behind it: the patient was.
_BIDDEN = frozenset("told instructed advised reminded warned encouraged cautioned".split())
# What a patient is not doing, and no therapist: "not driving", "not wearing brace".
_DID_NOT = (["didn't"], ["didnt"], ["did", "not"], ["doesn't"], ["does", "not"], ["hasn't"], ["has", "not"])
# What patients do or leave; "didn't retest", "did not progress" are the therapist's.
_LEFT_UNDONE = frozenset(
    "ice wear worn shower showered sleep slept take taken eat eaten drink drive driven use used bring brought tolerate "
    "tolerated remember recall follow feel felt fall fallen walk walked call bathe dress sit stand wake nap ask want "
    "like know understand see hear come smoke smoked self-correct self-cue recognize notice cry sweat cough".split()
)
_NOT_DOING = frozenset(
    "driving working sleeping wearing using eating drinking smoking running walking tolerating doing taking".split()
)
# Finite verbs that are no participles: behind a noun they make a sentence of it.
_FINITE_DEEDS = frozenset(
    "helped worked came went gave took fell ran began got did does kicks comes goes gets helps works drives brings "
    "starts seems seemed wants".split()
)
_NO_SUBJECTS = _FINITE_DEEDS | frozenset(
    "none no nothing then so and but or which that when if to for patient otherwise rest not never also still now "
    "again too very only".split()
)
_MOST_OF_SUBJECT = 6
_SMALL = frozenset({"of", "to", "and", "&", "/", "-", "'", "'s", "or", "+"})


def opens_deed(reading: Reading, sentence: Sentence, first: int, last: int, *, deficit: bool = False) -> bool:
    """The piece opens with what the patient does or did: "follows 1-step commands", "cried with doffing".

    What others and things do as well is the patient's only where it opens its sentence or is told as a deficit.
    """
    low = reading.words.low
    if is_state(low[first], low[first + 1 : first + 4]):
        return False
    personal = low[first] in _PERSONAL
    own = low[first] in DOES and low[first] not in NOUNS and (deficit or first in (sentence.first, sentence.label))
    return is_patients(reading, first, last, present=personal or own)


def is_persons_deed(word: str) -> bool:
    """A deed in the present that is nobody's but a person's: "walks hall without bumping left"."""
    return word in _PERSONAL


def did_so(reading: Reading, first: int, last: int) -> bool:
    """A deed with a word behind it that makes it the patient's: "came in tired", "took break"."""
    low = reading.words.low
    did = first + 1 < last and low[first + 1] in _DID_SO.get(low[first], ())
    return did and goes_on_plainly(reading, first + 1, last)


def bids_or_denies(reading: Reading, first: int, last: int) -> str:
    """Return who was told, or is not doing, what the piece opens with: "told to slow down", "not driving"; else ""."""
    low = reading.words.low
    if find_place(reading, first + 1, last, FREE) is None:
        return ""
    for denial in _DID_NOT:
        verb = first + len(denial)
        if low[first:verb] == denial and verb < last and low[verb] in _LEFT_UNDONE:
            return "patient"
    if low[first] in _BIDDEN and low[first + 1 : first + 2] == ["to"] and last > first + 2:
        return "patient was"
    if low[first] == "not" and first + 1 < last and low[first + 1] in _NOT_DOING:
        return "patient is"
    return ""


def tells_itself(low: Sequence[str], first: int, last: int, held: Sequence[Mention]) -> bool:
    """A noun and its verb: "mirror helped some", "cane kept ending up in right hand"."""
    for at in range(first + 1, min(last, first + _MOST_OF_SUBJECT)):
        going_on = low[at] == "kept" and at + 1 < last and low[at + 1].endswith("ing")
        if low[at] in _FINITE_DEEDS or going_on:
            return (
                all(word[0].isalpha() for word in low[first:at])
                and low[at - 1] not in _SMALL | PREPOSITIONS
                and low[first] not in _SMALL | PREPOSITIONS | _NO_SUBJECTS
                and not any(mention.sense.kind == "verb" and mention.first < at for mention in held)
            )
    return False
