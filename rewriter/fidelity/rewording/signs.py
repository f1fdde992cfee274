"""Signs that something is not so, or not yet: what a clause says that the reading's cues do not.

"Son to install rails", "MRI pending", "Held shower", "unable to step", "not met": notes have hundreds of ways. Here
a clause with such a sign is taken as a whole; that is too coarse for the reading, which must be right word by word, but
enough to ask whether the rewrite says anything of the kind.
"""

from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.aspects import DENIAL
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.context import HISTORICAL, PLANNED

_UNDONE = frozenset(
    "deferred refused declined cancelled canceled unable cannot withheld stopped discontinued not n't omitted "
    "skipped".split()
)
_ENDED = frozenset({"stopped", "discontinued"})  # what was stopped had been begun
_HOLDING = frozenset({"held", "hold", "on-hold"})
_COMING = frozenset("pending ordered awaiting rec recs recommend recommended scheduled pends tbd".split())
_PAST = frozenset("history hx resolved former".split())
_PROGRAM = frozenset("program programme exercises regimen schedule drills hep".split())
_STARTING = frozenset("begin resume be".split())
# Who may be told to do something, beside the people that the reading knows: "vendor to quote", "CP to check fit".
_ROLES = frozenset(
    "vendor supplier company rep cp cpo pta ota school clinic team insurance insurer payer facility pharmacy office "
    "hospital agency lab radiology rd sw atp landlord manufacturer shop".split()
)
_DOUBTING = frozenset("maybe perhaps possibly probably likely".split())
_PARTICIPLES = frozenset("met done given taken tried worn present seen able made begun tested".split())
_TELLING = _UNDONE | _HOLDING | _COMING | _PAST | {"could", "to", "next"}
_MARKS = frozenset(".;,\n()!?\u2022")
_TURNS = frozenset("but while whereas although however though".split())
_DEEDS = frozenset({"activity", "task", "function", "treatment", "device", "education", "ability", "vision", "surface"})
# With these one held on to something, or stayed so: "held 20 s", "held elbow in".
_GRIPPED = frozenset({"duration", "part"})
_SUBJECT = 3  # so many words may stand before who is to do something, or name it

Stretch = tuple[int, int, int]


def find_signed(terms: Terms, begin: int = 0, end: int | None = None) -> Iterator[Stretch]:
    """Yield (first, last, bits) of each clause with a sign; with the clause before where it tells of that.

    All clauses, or those of the words `begin:end`.
    """
    clauses = list(_clauses(terms.reading.words.low, begin, end))
    for at, (first, last) in enumerate(clauses):
        bits = _signs(terms, first, last)
        if not bits:
            continue
        if _is_status(terms, first, last):
            before = clauses[at - 1][0] if at else first
            same = terms.sentence_at(before) == terms.sentence_at(first)
            if same and not _signs(terms, *clauses[at - 1]) and not _tells_of_somebody(terms, *clauses[at - 1]):
                first = before
        yield first, last, bits


def _is_status(terms: Terms, first: int, last: int) -> bool:
    """It says of the clause before what became of it: "drive in 2 weeks, not met", "stairs, deferred"."""
    words = terms.reading.words.low[first:last]
    if len(words) == 1:
        return words[0] in _UNDONE - _ENDED or words[0] in _COMING
    return len(words) < 4 and words[0] == "not" and (words[1] in _PARTICIPLES or words[1].endswith("ed"))


def _tells_of_somebody(terms: Terms, first: int, last: int) -> bool:
    """Thus: "wife watched, not trained yet": she watched, and it is she who is not trained."""
    low = terms.reading.words.low
    people = (terms.reading.mentions[at] for at in terms.reading.between(first, last))
    return any(one.sense.kind == "person" and low[one.last].endswith("ed") and one.last < last for one in people)


def _clauses(low: Sequence[str], begin: int, end: int | None) -> Iterator[tuple[int, int]]:
    """Yield the words (first, last) between marks and turns."""
    first = begin
    last = len(low) if end is None else end
    for at in range(begin, last):
        if low[at] in _MARKS or low[at] in _TURNS:
            if at > first:
                yield first, at
            first = at + 1
    if first < last:
        yield first, last


def _signs(terms: Terms, first: int, last: int) -> int:
    words = terms.reading.words.low[first:last]
    bits = 0
    if _TELLING.isdisjoint(words) or not _DOUBTING.isdisjoint(words):
        return bits  # what may be or not is compared as a doubt
    if not _UNDONE.isdisjoint(words) or _is_held(terms, first, last):
        bits |= DENIAL
    coming = _COMING - {"ordered"} if _is_prescribed(terms, first, last) else _COMING
    if not coming.isdisjoint(words) or _is_due(terms, first, last):
        bits |= PLANNED
    if not _PAST.isdisjoint(words) and not _is_settled(words):
        bits |= HISTORICAL
    return bits


def _is_prescribed(terms: Terms, first: int, last: int) -> bool:
    """What is ordered to be done so often is a prescription, and no thing to come: "HEP 3x/d ordered"."""
    kinds = {terms.reading.mentions[at].sense.kind for at in terms.reading.between(first, last)}
    return "frequency" in kinds or not _PROGRAM.isdisjoint(terms.reading.words.low[first:last])


def _is_settled(words: list[str]) -> bool:
    """Thus: "resolved in 20 s": it went away there and then, and is no history."""
    if "resolved" not in words:
        return False
    behind = words[words.index("resolved") + 1 :][:3]
    return any(word[0].isdecimal() for word in behind) or not {"within", "after", "by", "with"}.isdisjoint(behind[:1])


def _is_held(terms: Terms, first: int, last: int) -> bool:
    """Thus: "held shower", "shower held"; not "held 20 s", "holds the rail"."""
    words = terms.reading.words.low[first:last]
    if _HOLDING.isdisjoint((words[0], words[-1])):
        return False
    kinds = {terms.reading.mentions[at].sense.kind for at in terms.reading.between(first, last)}
    return kinds.isdisjoint(_GRIPPED) and not _DEEDS.isdisjoint(kinds)


def _tells_deed(word: str) -> bool:
    """The word has its figure, or the form of what was done: "2x10 next", "walked next"."""
    return word[0].isdecimal() or word.endswith("ed")


def _is_due(terms: Terms, first: int, last: int) -> bool:
    """Thus: "RN to recheck", "marching to begin Monday", "could progress to foam", "brace trial next"."""
    words = terms.reading.words.low[first:last]
    if words[-1] == "next" and len(words) > 1 and not any(map(_tells_deed, words)):
        return True  # "AFO trial next"
    if ":" in words[:-1]:  # "Shower chair: son to purchase"
        first += words.index(":") + 1
        words = terms.reading.words.low[first:last]
    if "could" in words[:2] and "not" not in words:
        return True
    if "to" not in words[1:-1]:
        return False
    to = words.index("to", 1)
    if words[to - 1] == "wants":
        return True
    if words[to + 1] in _STARTING:
        return not any(word.endswith("ed") for word in words[:to])  # "stopped to be fed" was done
    if to <= _SUBJECT and words[to - 1] in _ROLES:
        return True
    people = (terms.reading.mentions[at] for at in terms.reading.between(first, last))
    return any(
        sense.kind == "person" and end == first + to and begin - first < _SUBJECT for sense, begin, end in people
    )
