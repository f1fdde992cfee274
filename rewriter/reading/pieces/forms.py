"""How a piece fits a sentence: a noun phrase, a whole sentence, or what stands behind an unnamed subject."""

from rewriter.english import OBJECTS
from rewriter.reading.pieces.courses import tells_course
from rewriter.reading.pieces.deeds import is_helped_deed, is_shown_first, is_state, may_be_patients, moves_own_part
from rewriter.reading.pieces.prose import STATIONS, is_clause, tells_of_person
from rewriter.reading.pieces.treated import QUALITIES
from rewriter.reading.reading import Reading

PHRASE, SENTENCE, THERAPIST, PATIENT = "phrase", "sentence", "therapist", "patient"
# What no sentence may claim anything of: it is told as it was written.
NOTED = "noted"

_ADJECTIVES = frozenset(
    "increased decreased reduced improved limited delayed slowed noted challenged restored integrated".split()
)
_NOMINAL = frozenset({"activity", "cue", "function", "task", "equipment", "part", "surface"})
# Deeds that say nothing of who did them: "did 3 sets".
_ANYBODYS = frozenset(
    "do run work complete perform carry touch turn slide tilt lift release hold keep get pick grasp squeeze "
    "cross".split()
)
# What a joint does by itself: "buckled x3" behind the knee that was told of.
_OF_JOINTS = frozenset({"buckle", "hyperextend", "sublux", "lock"})
# Verbs only, and only a patient's: "ambulates 50 ft", "cruises 3 steps L".
_PATIENTS_OWN = frozenset("ambulates climbs crawls creeps cruises negotiates navigates propels".split())
# "Needs 2 cues": no noun is counted behind these.
_NO_NOUNS = _PATIENTS_OWN | {"needs", "requires"}
_NOUN_ENDS = frozenset({"x", ",", ".", ":", "per", "and", "-"})
TRYING = frozenset({"tried", "trialed", "trialled", "attempted"})
_OF_FALLS = frozenset("efficacy prevention risk education history hx log diary class program".split())
_DEEDS = frozenset({"facilitate", "inhibit"})
_FAR = 5
_MOST = 60  # minutes that somebody sat
_SMALL = frozenset("the a an his her their patient him them to of for with in on at and or by then".split())
# What is done and counted, and what a person does: right before help or a cue it is the thing.
_STEPS = frozenset(
    "steps turns reaches lifts squats stands sits walks rolls scoots kicks throws taps marches shifts transfers bends "
    "lunges jumps hops climbs slides pushes pulls".split()
)


def find_verb_form(reading: Reading, first: int, indexes: list[int]) -> str | None:
    """Return THERAPIST or PATIENT if a piece begins with a finite verb, else None.

    "Steps onto curb" may begin with a verb or a noun: where its words are also a thing done, the noun stands.
    """
    senses = reading.lexicon.get(reading.words.low[first], {}).get("", ())
    names = {reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].first == first}
    nouns = {sense.kind for sense in senses} & _NOMINAL
    groups = {
        sense.group
        for sense in senses
        if sense.kind == "verb" and (sense.label == "past" or (sense.label == "third" and not nouns))
    }
    following = reading.words.low[first + 1 : first + 2]
    named = {reading.mentions[i].sense.kind for i in reading.between(first + 1, first + 3)}
    if reading.words.low[first] in _PATIENTS_OWN and following and following[0] not in _NOUN_ENDS | OBJECTS:
        return PATIENT if "person" not in named else None
    if (
        following
        and reading.words.low[first].endswith("s")
        and reading.words.low[first] not in _NO_NOUNS
        and (following[0][0].isdecimal() or following[0] in ("x", ",", ".", ":"))
    ):
        return None  # "falls x2": a noun
    if reading.words.low[first] in _STEPS and _is_given(reading, first + 1):
        return None  # "steps VC x2", "lifts min A": help with a thing
    if reading.words.low[first] in ("needed", "required", "needs") and following in (["for"], ["to"]):
        return None  # what was needed is told before
    if reading.words.low[first] == "falls" and following and following[0] in _OF_FALLS:
        return None  # "falls prevention reviewed"
    beside = first + (reading.words.low[first] == "modified")
    if any(reading.mentions[i].sense.kind == "measure" for i in reading.between(first, beside + 1)):
        return None  # "Falls Efficacy Scale", "modified Oswestry"
    if is_terse_deed(reading, first):
        return THERAPIST
    if is_helped_deed(reading, first):
        return PATIENT
    if is_shown_first(reading, first):
        return None
    if is_state(reading.words.low[first], reading.words.low[first + 1 : first + 4]):
        return None
    if (
        reading.words.low[first] in ("sat", "sats")
        and following
        and following[0].isdecimal()
        and int(following[0]) > _MOST
    ):
        return None  # "sat 93 RA": the saturation
    if reading.words.low[first] in QUALITIES and _is_dosed_thing(reading, first):
        return None  # "modified plank 3x20s"
    if reading.words.low[first] == "supported" and following and following[0] in STATIONS:
        return None  # "supported stand at bench"
    if any(sense.id in _OF_JOINTS for sense in senses if sense.kind == "verb"):
        return None
    past = any(sense.kind == "verb" and sense.label == "past" for sense in senses)
    if past and (any(sense.id in _ANYBODYS for sense in senses) or tells_course(reading, first)):
        return None
    if reading.words.low[first] in TRYING and _is_cue(reading, first + 1):
        return None  # "tried hand under hand": whoever gives the cue
    if "patient" in groups or moves_own_part(reading, first, senses):
        return PATIENT
    longer = any(
        reading.mentions[i].first == first
        and reading.mentions[i].last > first + 1
        and reading.mentions[i].sense.kind != "education"
        for i in indexes
    )
    if not past:
        return None  # "works as cashier": therapists write of their own deeds in the past
    # "increased tone" tells of the patient, "modified Ashworth" of a scale: only clear deeds are the therapist's.
    if (
        not groups
        or longer
        or names & {"deficit", "better", "worse", "same"}
        or reading.words.low[first] in _ADJECTIVES
    ):
        return None
    return None if may_be_patients(reading, first) else THERAPIST


def _is_dosed_thing(reading: Reading, first: int) -> bool:
    """A word or a few, none of them small, and a dose stand behind word `first`: it tells what kind of exercise."""
    low = reading.words.low
    dose = next(
        (
            reading.mentions[i]
            for i in reading.between(first + 1, first + _FAR)
            if reading.mentions[i].sense.kind in ("count", "duration")
        ),
        None,
    )
    told = low[first + 1 : dose.first] if dose is not None else []
    return told != [] and all(word.isalpha() for word in told) and _SMALL.isdisjoint(told)


def _is_given(reading: Reading, at: int) -> bool:
    """Help or a cue begins at word `at`."""
    return any(
        reading.mentions[i].first == at and reading.mentions[i].sense.kind in ("cue", "level")
        for i in reading.between(at, at + 1)
    )


def _is_cue(reading: Reading, at: int) -> bool:
    return any(
        reading.mentions[i].first == at and reading.mentions[i].sense.kind == "cue" for i in reading.between(at, at + 1)
    )


def is_terse_deed(reading: Reading, at: int) -> bool:
    """Word `at` is a skilled deed written as a bare verb, as shorthand does: "inhibit UT with manual block".

    What may also be a noun ("block", "support"), an order or a plan is none.
    """
    senses = reading.lexicon.get(reading.words.low[at], {}).get("", ())
    deeds = [sense for sense in senses if sense.kind == "verb" and sense.label == "base" and sense.group in _DEEDS]
    if not deeds or len(deeds) < len(senses) or reading.words.low[at - 1 : at] == ["to"]:
        return False
    sentence = next((one for one in reading.sentences if one.first <= at < one.last), None)
    in_scope = any(left <= at < right for left, right, _ in reading.scopes)
    if sentence is None or sentence.heading == "plan" or in_scope:
        return False
    return all(reading.mentions[i].sense.kind != "goal" for i in reading.between(sentence.first, at))


def _names_doer(reading: Reading, first: int, last: int, indexes: list[int]) -> bool:
    """Who did it is told behind it: "blocked at knee by PT"."""
    persons = (reading.mentions[i] for i in indexes if reading.mentions[i].sense.kind == "person")
    return any(first < m.first < last and reading.words.low[m.first - 1] == "by" for m in persons)


def find_form(reading: Reading, first: int, last: int, indexes: list[int]) -> str:
    """Return the form of a piece that is words `first:last` of a telegraphic sentence."""
    form = find_verb_form(reading, first, indexes)
    if form in (THERAPIST, PATIENT) and _names_doer(reading, first, last, indexes):
        return PHRASE
    whole = is_clause(reading, first, last, indexes) or tells_of_person(reading, first, indexes)
    return form or (SENTENCE if whole else PHRASE)
