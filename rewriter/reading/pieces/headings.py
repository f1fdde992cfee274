"""Headings inside a sentence: which say what their sentence says, and which are pieces of their own."""

from collections.abc import Set

from rewriter.reading.reading import Reading
from rewriter.reading.sentences import Sentence

# What a heading that names a condition may hold, and one that is a time record.
_CONDITION = frozenset(
    {"person", "diagnosis", "side", "part", "measure", "number", "link", "duration", "ratio", "proper"}
)
_RECORD = frozenset({"code", "duration", "units", "number", "count", "admin"})
_DISCIPLINES = frozenset("pt ot physical occupational therapy for of total".split())
_OF_PATIENT = frozenset({"diagnosis", "side", "part", "impairment", "symptom", "activity", "treatment"})
_LONGEST_HEADING = 10
_SERVICES = {
    "occupational therapy": "occupational",
    "ot": "occupational",
    "physical therapy": "physical",
    "pt": "physical",
}
_SERVED = frozenset({"treatment", "session", "note", "visit", "daily"})
_TREATED = frozenset({"activity", "treatment", "side", "diagnosis", "position", "task"})
# What only says of which kind the lines below it are.
_OF_KIND = frozenset(
    "treatment treatments intervention interventions exercise exercises activity activities deficit deficits "
    "impairment impairments problem problems finding findings response today".split()
)


def find_own_piece(reading: Reading, sentence: Sentence, indexes: list[int]) -> int:
    """Return the place of the colon behind a heading that is a piece of its own, else 0.

    It names the patient's condition, and what was done follows ("PD H&Y 3: big steps x10"), or it is a time record
    ("97112-GP x2u (30 min): ...").
    """
    words, first = reading.words, sentence.first
    behind = range(first + 1, min(first + _LONGEST_HEADING, sentence.last - 1))
    colon = next((at for at in behind if words.low[at] == ":" and words.gap[at + 1] == " "), 0)
    heads = heads_of(reading, first, colon, indexes)
    body = heads_of(reading, colon, sentence.last, indexes)
    named = "diagnosis" in heads and heads <= _CONDITION and bool(body & {"activity", "cue"})
    recorded = {"code", "duration"} <= heads and heads <= _RECORD and bool(body)
    return colon if named or recorded else 0


def heads_of(reading: Reading, first: int, last: int, indexes: list[int]) -> set[str]:
    """Return the kinds of what words `first:last` mention."""
    return {reading.mentions[i].sense.kind for i in indexes if first <= reading.mentions[i].first < last}


def says_the_same(reading: Reading, sentence: Sentence, indexes: list[int], own: list[str]) -> bool:
    """Tell whether the sentence that follows says what its heading says.

    It does for "HEP:", "goal:", "S:" and the name of the code itself (`own`); any other heading, another code's among
    them, stays as written.
    """
    last = sentence.label - 1
    if names_only_service(reading, sentence):
        return True
    if sentence.label == sentence.last or (sentence.heading and last - sentence.first == 1):
        return False
    if reading.words.low[sentence.first : last] == own:
        return True
    return any(
        sentence.first == reading.mentions[i].first
        and reading.mentions[i].last == last
        and reading.mentions[i].sense.kind in ("goal", "education")
        for i in indexes
    )


def names_only_service(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether the heading that opens the note only names whose note it is: "OT: R hemi UE".

    Not so where another service has a heading too, and "PT: feels better" may be the patient.
    """
    low = reading.words.low
    heading = _service(low, sentence)
    if sentence != reading.sentences[0] or heading is None or sentence.label == sentence.last:
        return False
    if any(_service(low, other) not in (None, heading) for other in reading.sentences[1:]):
        return False
    begun = {reading.mentions[i].sense.kind for i in reading.between(sentence.label, sentence.label + 1)}
    return heading == "occupational" or not begun.isdisjoint(_TREATED)


def _service(low: list[str], sentence: Sentence) -> str | None:
    """Return the service that a sentence's heading is, or None for any other heading or none."""
    heading = low[sentence.first : max(sentence.first, sentence.label - 1)]
    while heading[2:] and heading[-1] in _SERVED:
        heading = heading[:-1]
    return _SERVICES.get(" ".join(heading))


def is_bare(reading: Reading, sentence: Sentence, own: list[str]) -> bool:
    """Tell whether a heading alone on its line only says of what kind the lines below are: "Treatment:", "Response:".

    The sentences of a draft say it by themselves, and the name of the code itself (`own`) is told in the first.
    """
    if sentence.label != sentence.last or sentence.last - sentence.first < 2:
        return False
    heading = reading.words.low[sentence.first : sentence.last - 1]
    return heading == own or _OF_KIND.issuperset(heading)


def opens_education(reading: Reading, sentence: Sentence, indexes: list[int]) -> bool:
    """Tell whether a sentence opens with a word of teaching ("HEP: ...")."""
    return any(
        reading.mentions[i].first == sentence.first and reading.mentions[i].sense.kind == "education" for i in indexes
    )


def ends_record(reading: Reading, start: int, at: int, kinds: Set[str], indexes: list[int]) -> bool:
    """Tell whether a code, with its minutes or without, opened the piece, and the patient's own begins at word `at`.

    `kinds` are those of what begins there: "97140 15 min | L DRF 8 wk".
    """
    before = [i for i in indexes if start <= reading.mentions[i].first < at]
    held = {reading.mentions[i].sense.kind for i in before}
    if "code" not in held or not held <= _RECORD or not kinds & _OF_PATIENT or kinds & _RECORD:
        return False
    covered = {word for i in before for word in range(reading.mentions[i].first, reading.mentions[i].last)}
    low = reading.words.low
    return all(word in covered or not low[word][0].isalpha() or low[word] in _DISCIPLINES for word in range(start, at))
