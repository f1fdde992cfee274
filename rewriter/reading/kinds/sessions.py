"""The time of the session: minutes, codes and units with nothing beside them."""

from collections.abc import Sequence

from rewriter.reading.kinds.passages import Kind, Passage
from rewriter.reading.mentions import DOSES
from rewriter.reading.pieces.dosed import is_of_device, is_repeated, is_short
from rewriter.reading.pieces.forms import PHRASE
from rewriter.reading.reading import Reading

_ADMIN = frozenset({"code", "units", "admin", "treatment", "duration"})
_DONE = frozenset({"activity", "task", "technique", "equipment", "surface", "part", "grade", "device"})
_TIME_WORDS = frozenset(
    "for of x total time session visit today billed charged provided completed done and the only w/ with one on direct "
    "ot pt occupational physical therapy therapist individual individually".split()
)
# What is counted in a timed test: "WCPA 5 errors, 22 min".
_ERRORS = frozenset("error errors mistake mistakes omission omissions item items misses correct".split())
_CLAUSE_MARKS = frozenset({",", ".", ";", "\n", "|", "//", ":"})


def tell_session(passage: Passage) -> Kind | None:
    """Thus: "12 min", "97112 x 12'", "PT evaluation 30 min"."""
    reading, by_kind = passage.reading, passage.by_kind
    kinds = set(by_kind) - {"number", "person", "count", "link"}
    if not (
        kinds
        and kinds <= _ADMIN
        and kinds & {"duration", "code", "units", "treatment"}
        and passage.form == PHRASE
        and is_session_time(reading, by_kind.get("duration"))
        and says_no_more(reading, passage.inside, passage.first, passage.last)
    ):
        return None
    treated = by_kind.get("treatment")
    if treated is not None and reading.mentions[treated].sense.id == "evaluation" and "number" in by_kind:
        return "finding", treated  # "heel walk weak, eval 3+": what was found then
    if treated is not None and reading.mentions[treated].sense.group == "general":
        return "treatment", treated
    return "time", passage.find("duration", "code", "treatment")


def is_session_time(reading: Reading, duration: int | None) -> bool:
    """Sessions last minutes or hours; "30 s" is a dose, and so are a row of times and the minutes of a current."""
    if duration is None:
        return True
    mentions, low = reading.mentions, reading.words.low
    mention = mentions[duration]
    if mention.sense.group not in ("minute", "hour") or is_repeated(reading, duration):
        return False
    if is_of_device(reading, duration):
        return False
    if mention.first == 0 or low[mention.first - 1] != ",":
        return True
    begin = next((at + 1 for at in range(mention.first - 2, -1, -1) if low[at] in _CLAUSE_MARKS), 0)
    before = reading.between(begin, mention.first - 1)
    senses = [mentions[i].sense for i in before]
    in_row = any(
        mentions[i].sense.kind == "duration" and mentions[i].first == mention.last + 1
        for i in reading.between(mention.last, mention.last + 2)
    )
    if _is_of_one_of_several(reading, mention.first):
        return False
    scored = not _ERRORS.isdisjoint(low[begin : mention.first])
    if is_short(reading, duration) and not any(_may_be_session(reading, i) for i in before):
        return False  # "stood 2 min, rest, 3 min"
    return not in_row and not scored and not any(sense.id.endswith("stimulation") for sense in senses)


def _is_of_one_of_several(reading: Reading, at: int) -> bool:
    """The time ends a sentence that tells what was done, and more that was done comes in the next ones.

    "Inf + post GH glides gr III, 10 min. Wall slides x15."
    """
    number = reading.sentence_at(at)
    here = [reading.mentions[i].sense for i in reading.between(reading.sentences[number].first, at)]
    if any(sense.kind in _ADMIN - {"duration"} for sense in here) or not any(sense.kind in _DONE for sense in here):
        return False
    later = (reading.by_sentence[n] for n in range(number + 1, len(reading.sentences)))
    return any(
        not {"activity", "task"}.isdisjoint(kinds) and not DOSES.isdisjoint(kinds)
        for kinds in ({reading.mentions[i].sense.kind for i in inside} for inside in later)
    )


def _may_be_session(reading: Reading, index: int) -> bool:
    """A code, a treatment, or a time long enough for one."""
    sense = reading.mentions[index].sense
    long = sense.group in ("minute", "hour") and not is_short(reading, index)
    return sense.kind in ("treatment", "code") or (sense.kind == "duration" and long)


def says_no_more(reading: Reading, inside: Sequence[int], first: int, last: int) -> bool:
    """Tell whether the piece holds nothing beside its times and codes."""
    low = reading.words.low
    covered = {at for index in inside for at in range(reading.mentions[index].first, reading.mentions[index].last)}
    return all(at in covered or not low[at][0].isalpha() or low[at] in _TIME_WORDS for at in range(first, last))
