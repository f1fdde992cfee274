"""Who did what a fragment without a subject tells: the patient, or a noun that opens the piece itself.

"Came in tired" is the patient's, "told to slow down" was said to the patient, "cane kept ending up in right hand" is a
sentence as it stands. What somebody else named shortly before may have done is nobody's.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from rewriter.reading.mentions import Mention
from rewriter.reading.pieces.commas import PREPOSITIONS
from rewriter.reading.pieces.deeds import is_state
from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence

# A patient's own deeds in the present: therapists write of theirs in the past.
_DOES = frozenset(
    "ambulates answers appears asks attends avoids bears benefits bites bumps catches chews circumducts climbs "
    "closes clenches comes completes compensates complains copes copies coughs counts crawls cries cruises denies "
    "dislikes does drags draws drifts drinks drives drools eats enjoys falls fatigues fears feeds festinates "
    "fixates follows forgets freezes gets goes grabs grasps grimaces grips grunts guards has hates hesitates "
    "holds hops hyperextends ignores initiates jumps keeps kicks knows lacks laughs leads leans likes lives locks "
    "looks loses maintains makes manages misses moves mouths navigates neglects opens overreaches overshoots "
    "parks pauses plays points prefers presents props propels pulls pushes reaches reads recalls recognizes "
    "refuses releases remembers repeats resists responds rests rolls runs rushes says scans scoots seems selects "
    "self-corrects self-cues self-feeds self-initiates self-propels sequences shifts shows shuffles sits skips "
    "sleeps smiles speaks squats stands starts steps stops struggles substitutes swallows sways swings takes "
    "talks tends throws tilts tires toe-walks tolerates tracks transfers tries trips turns types understands uses "
    "vaults veers voids walks wants watches wears winces w-sits works writes".split()
)
# Deeds in the past that only a patient can have done in a visit.
_DID = frozenset(
    "ambulated ate blinked chewed coughed crawled cried drank drooled dozed fainted festinated forgot froze "
    "gagged giggled grimaced hesitated hopped laughed leaked napped overreached overshot perspired protested "
    "recalled remembered scooted self-corrected self-cued self-fed self-initiated self-propelled shuffled sighed "
    "slept smiled sneezed stumbled swallowed sweated teared tripped veered voided vomited wandered whimpered "
    "winced yawned".split()
)
# Deeds in the past that are a patient's with these words behind them: "came in tired", not "came off in shower".
# Of these a person alone is the subject, and no part of the body told before.
_PERSONAL = frozenset(
    "ambulates answers asks attends chooses complains cries denies forgets follows goes hates initiates "
    "kneels knows laughs leads likes looks manages needs notices prefers props pushes reads recalls refuses "
    "remembers repeats requires responds says seems self-corrects self-cues self-feeds self-initiates "
    "self-propels sits sleeps smiles speaks stands talks tires tolerates uses walks wants watches wears "
    "writes".split()
)
# Nouns as often as verbs: told as a deficit they stay nouns.
_NOUNS = frozenset("falls freezes leans limits rests stops trips turns shifts swings".split())
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
    }.items()
}
# Told or taught with "to" behind it: the patient was.
_BIDDEN = frozenset("told instructed advised reminded warned encouraged cautioned".split())
# What a patient is not doing, and no therapist: "not driving", "not wearing brace".
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
_MOST_OF_SUBJECT, _MOST_BEFORE = 6, 2
_SMALL = frozenset({"of", "to", "and", "&", "/", "-", "'", "'s", "or", "+"})
_TREATED = frozenset({"patient"})


def opens_deed(reading: Reading, sentence: Sentence, first: int, last: int, held: Sequence[Mention]) -> bool:
    """The piece opens with what the patient does or did: "follows 1-step commands", "cried with doffing".

    What may be a noun ("turns x3", "leans") is a deed only where no dose is told of it.
    """
    low = reading.words.low
    if low[first] in _DID or (low[first] == "self" and f"self-{low[first + 1]}" in _DID):
        return True
    personal = low[first] in _PERSONAL
    if not personal and (low[first] not in _DOES or first not in (sentence.first, sentence.label)):
        return False
    is_noun = low[first] in _NOUNS
    if last < first + 2 or is_state(low[first], low[first + 1 : first + 4]):
        return False
    behind = low[first + 1]
    dosed = any(mention.sense.kind in ("count", "duration", "distance", "frequency") for mention in held)
    joined = first + 2 < last and reading.words.gap[first + 2] == "-"  # "1-step commands"
    rated = not is_noun and any(mention.sense.kind == "ratio" and mention.first == first + 1 for mention in held)
    said = (behind[0].isalpha() or joined or rated) and behind not in ("x", "and", "or", "per")
    return said and (not dosed or personal)


def is_persons_deed(word: str) -> bool:
    """A deed in the present that is nobody's but a person's: "walks hall without bumping left"."""
    return word in _PERSONAL


def is_own_deed(word: str) -> bool:
    """A deficit told by a verb and not by a noun: "shuffles last 10 ft", "veers L", but not "falls x2"."""
    return word in _DOES and word not in _NOUNS


def did_so(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """A deed with a word behind it that makes it the patient's: "came in tired", "took break"."""
    low = reading.words.low
    did = first + 1 < last and low[first + 1] in _DID_SO.get(low[first], ())
    return did and not follows_others(reading, sentence)


def follows_others(reading: Reading, sentence: Sentence) -> bool:
    """A sentence shortly before opens with somebody else, who may have done what is told: "Wife in. Came late"."""
    number = bisect_right(reading.firsts, sentence.first) - 1
    openings = [one.label for one in reading.sentences[max(0, number - _MOST_BEFORE) : number]]
    senses = [reading.mentions[i].sense for at in openings for i in reading.between(at, at + 2)]
    return any(sense.kind == "person" and sense.group not in _TREATED for sense in senses)


def bids_or_denies(low: Sequence[str], first: int, last: int) -> str:
    """Return who was told, or is not doing, what the piece opens with: "told to slow down", "not driving"; else ""."""
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
