"""Running text: whether words of a note are a sentence with subject and verb, or prose by its small words."""

from rewriter.english import SPEAKERS
from rewriter.reading.reading import Reading

GOVERNORS = frozenset(
    "\u2192 -> > - with w/ using via by at @ for to of no without and & + / or on in per from only as than after "
    "during against versus into onto over under up down through plus not need needed requires required needs "
    "given".split()
)
# Positions and places that an arrow leads between: "floor -> stand", "sit -> stand".
STATIONS = frozenset(
    "sit stand sitting standing supine prone sidelying kneel quadruped squat half tall floor chair bed mat wheelchair "
    "toilet".split()
)
_BE = frozenset(
    "is are was were am has have had will would can could did does do may might should cannot didn't couldn't doesn't "
    "wasn't isn't keeps hasnt havent hadnt didnt doesnt couldnt wouldnt wasnt isnt werent arent shouldnt".split()
)
_PRONOUNS = frozenset("he she they we i it who there this that these".split())
_SMALL = frozenset(
    "the a an of that which who was were is are has had have been be his her he she they this these those it its as "
    "there will would and or to in for by on at with from but not".split()
)
# Words that shorthand leaves out first: without one of these a fragment is no sentence.
_FULL = frozenset(
    "the a an of that which who was were is are has had have been his her their this these will would".split()
)
_NAMED = frozenset({"impairment", "symptom", "diagnosis", "ability", "level", "activity"})
_IRREGULAR_PAST = frozenset("ran saw told went sat stood took held did".split())
# Behind a person: of a piece by itself, since a comma may part what follows from them.
_OF_PERSONS = frozenset(
    "said felt came gave brought drove fell got knew reports says states feels thinks notes asks wants drives brings "
    "helps assists gives repeats".split()
)
_OWN = frozenset({"got", "came", "arrived"})
# What leads on from the sentence before is no shorthand, however short.
_LEADING_ON = frozenset("however therefore thus otherwise meanwhile moreover furthermore nevertheless".split())
_LEAST_PROSE, _SMALL_SHARE = 8, 0.3
_SESSIONS = frozenset({"treatment", "session", "therapy", "intervention", "interventions"})


def is_clause(reading: Reading, first: int, last: int, indexes: list[int]) -> bool:
    """Tell whether words `first:last` are a sentence with subject and verb, to be kept whole."""
    low = reading.words.low
    for at in range(first + 1, last):
        if (
            low[at] in _BE
            and low[at - 1] not in ("to", ",")
            and (low[at] != "am" or low[at - 1] == "i")
            and _subject_before(reading, first, at, indexes)
        ):
            return True
    start = first + (low[first] in ("the", "a", "this") and first + 1 < last)
    if any(
        low[at] in SPEAKERS and low[at + 1].isalpha() and low[at + 1] not in ("x", "of")
        for at in range(first, last - 1)
    ):
        return True
    persons = [i for i in indexes if reading.mentions[i].sense.kind == "person" and reading.mentions[i].first == start]
    if persons or low[start] in _PRONOUNS or low[start] in _SESSIONS:
        after = reading.mentions[persons[0]].last if persons else start + 1
        return any(looks_finite(reading, at, indexes) for at in range(after, min(after + 3, last)))
    return False


def tells_of_person(reading: Reading, first: int, indexes: list[int]) -> bool:
    """Tell whether a piece opens with a person and what that person does: "wife drives him", "patient felt drunk"."""
    ends = [reading.mentions[i].last for i in indexes if reading.mentions[i].first == first]
    persons = [reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].first == first]
    return "person" in persons and not _OF_PERSONS.isdisjoint(reading.words.low[max(ends) : max(ends) + 1])


def is_prose(reading: Reading, first: int, last: int) -> bool:
    """Running text, by its share of small words: shorthand leaves them out."""
    if reading.words.low[first] in _OWN and "," not in reading.words.low[first:last]:
        return False  # "got up from commode at home alone this am": who did it is left out
    if reading.words.low[first] in _LEADING_ON:
        return True
    words = [word for word in reading.words.low[first:last] if word[0].isalpha()]
    small = sum(word in _SMALL for word in words)
    return len(words) >= _LEAST_PROSE and small >= _SMALL_SHARE * len(words) and not _FULL.isdisjoint(words)


def _subject_before(reading: Reading, first: int, at: int, indexes: list[int]) -> bool:
    """A noun stands before the verb: any word that is not itself a bare quantity or mark."""
    low = reading.words.low
    return any(low[k][0].isalpha() and low[k] not in GOVERNORS for k in range(first, at)) and "," not in low[first:at]


def looks_finite(reading: Reading, at: int, indexes: list[int]) -> bool:
    """Tell whether word `at`, behind a subject, is its verb."""
    low = reading.words.low[at]
    named = {reading.mentions[i].sense.kind for i in indexes if reading.mentions[i].first == at}
    if named & _NAMED and "verb" not in named:
        return False  # "patient loss of balance x2": no verb, however it ends
    if reading.words.low[at - 1] in ("patient", "he", "she") and low.endswith("s") and len(low) > 3:
        return True
    if low in _BE or low in _IRREGULAR_PAST:
        return True
    if any(
        reading.mentions[i].sense.kind == "verb"
        and reading.mentions[i].first == at
        and reading.mentions[i].sense.label in ("past", "third")
        for i in indexes
    ):
        return True
    return low.endswith("ed") and len(low) > 4
