"""Said to be so, said not to be: a denial told right at the word that the note affirms, and the reverse.

`denied` and `dropped` judge whole sentences, so that any denial beside excuses one. Here the "not" stands at the word
it denies ("was not notified", "neither of which", "is not 0", "not resolved"), and only the parts of the note that tell
of that word count: "stairs held, RN notified by PTA" denies nothing of the notifying.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from rewriter.fidelity.texts.aspects import DENIAL, DENYING, FORMER, PLANNING, denies
from rewriter.fidelity.texts.parts import PAST, part_around
from rewriter.fidelity.texts.terms import SPLITS, Terms
from rewriter.reading.context import HISTORICAL, PLANNED
from rewriter.reading.quantities.numerals import NUMBER_WORDS

_NOT = frozenset({"not", "never"})
_NONE_OF = frozenset({"neither", "none"})
_BEFORE = frozenset(
    "was were is are be been being has have had did does do could can would will may might must it they he she".split()
)
# Between a "not" and the word that it denies.
_LEADING = frozenset("be been being to able fully quite yet currently at all him her them it then ever".split())
_SHADING = frozenset(  # "not fully" is no denial, "not sure" a doubt
    "fully quite yet only always entirely completely just sure certain think thinks thought believe believes know "
    "known clear confident convinced likely certainly necessarily expected ready well".split()
)
_ENDED = frozenset(
    "gone resolved cleared settled subsided ceased absent eased disappeared stopped abolished relieved abated vanished "
    "resolving".split()
)
_LASTING = frozenset(
    "not still persists persisted persisting remains remained remain continues continued ongoing unchanged same "
    "present lasting lasted unresolved yet residual constant until".split()
)
_TRIED = frozenset(
    "tried attempted done trialed trialled tested assessed performed used given worn taken completed started "
    "introduced offered applied scored measured checked".split()
)
_FAILING = frozenset(
    "forgot forgets forgotten forgetting failed fails unable needs needed stopped hard difficult".split()
)
_PRESENT = frozenset({"present", "found", "noted", "seen", "observed", "evident"})
_NO = frozenset({"no", "without", "denies", "denied"})
_FINDINGS = frozenset({"symptom", "impairment", "diagnosis"})
_TELLING = _NOT | _NONE_OF | _PRESENT | _TRIED
_REACH, _ABOUT = 4, 8
_EXCEPTING = frozenset("if unless until except but only other than without rather instead or".split())

Words = tuple[int, int]


def find_reversed_claims(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words (first, last) of the rewrite that deny what the note affirms, or affirm what it denies."""
    low = said.reading.words.low
    for at in said.reading.at_any([word for word in said.reading.places if word in _TELLING or word.endswith("n't")]):
        word = low[at]
        if word in _NOT or (word in _NONE_OF and low[at + 1 : at + 2] == ["of"]) or word.endswith("n't"):
            yield from _denied(said, note, at)
        elif word in _PRESENT:
            yield from _present(said, note, at)
        elif word in _TRIED and not PAST.isdisjoint(low[max(0, at - 2) : at]):
            yield from _done(said, note, at)


def _denied(said: Terms, note: Terms, at: int) -> Iterator[Words]:
    """Yield the denial at word `at` where the note affirms what it denies."""
    low = said.reading.words.low
    place = at + 1
    end = min(len(low), at + 1 + _REACH + _REACH * (low[at] in _NONE_OF))
    while place < end and low[place] not in SPLITS and (low[place] in _LEADING or not _is_term(said, place)):
        if low[place][0].isdecimal() or low[place] in _SHADING or low[place] in _ENDED:
            break
        place += 1
    if place >= end or low[place] in SPLITS or low[place] in _SHADING:
        return
    first, last = part_around(said, at, place + 1)
    if low[at] not in _NONE_OF and at and low[at - 1] not in _BEFORE and low[place] not in _ENDED:
        return  # "told not to drive", "keys, not buttons"
    if not _EXCEPTING.isdisjoint(low[place + 1 : last]) or not NUMBER_WORDS.keys().isdisjoint(
        low[max(first, at - 2) : at]
    ):
        return  # "two were not"
    if low[place] in _ENDED:
        if _ends(said, note, (first, last), place):
            yield at, place + 1
    elif low[place][0].isdecimal():
        if low[place - 1] in _NOT and _gives(said, note, (first, place), low[place]):
            yield at, place + 1
    elif _affirms(said, note, (first, last), place):
        yield at, place + 1


def _is_term(terms: Terms, place: int) -> bool:
    index = _index(terms, place)
    return index is not None and terms.kind(index) != "person"


def _index(terms: Terms, place: int) -> int | None:
    return next(iter(terms.inside(place, place + 1)), None)


def _part(note: Terms, index: int) -> Words:
    place = note.place[index]
    return part_around(note, place, place + 1)


def _affirms(said: Terms, note: Terms, part: Words, place: int) -> bool:
    """Every part of the note that tells the denied word affirms it, and one tells of the same."""
    index = _index(said, place)
    if index is None or note.partners(said.turned.get(index, ())):
        return False
    meant = note.partners(said.keys[index])
    about = {key for one in said.claiming(*part) if one != index for key in said.keys[one]}
    low = note.reading.words.low
    shared = False
    for one in meant:
        first, last = _part(note, one)
        around = [low[at] for at in range(max(0, first - 1), last) if at != note.place[one]]
        if low[note.place[one]] in DENYING:
            return False  # "NT" is not tested
        if note.bits[one] & (DENIAL | PLANNED) or low[note.place[one] - 1] in ("to", "be") or denies(around):
            return False
        if not _LASTING.isdisjoint(around) or not _FAILING.isdisjoint(around):
            return False
        beside = [two for two in note.claiming(first, last) if two != one]
        # "dizzy", "I charted"; "doing 1x" tells nothing of "could not do tandem"
        alone = not beside and (said.claims[index] or not about)
        shared = shared or alone or any(not about.isdisjoint(note.keys[two]) for two in beside)
    return shared


def _ends(said: Terms, note: Terms, part: Words, place: int) -> bool:
    """What is told as not gone is told as gone, or as absent, wherever the note tells of it."""
    low = note.reading.words.low
    about = [index for index in said.claiming(*part) if said.place[index] != place]
    if not about:  # the part before tells of what: "tingling once flexed; not resolved by resting"
        about = said.claiming(max(0, part[0] - _ABOUT), part[0] - 1)
    ended = False
    for index in about:
        for one in note.partners(said.keys[index]):
            span = note.reading.sentences[max(0, note.sentence[one])]
            words = low[span.first : span.last]
            if not (_LASTING - {"present", "until"}).isdisjoint(words):
                return False
            first, last = _part(note, one)
            part_words = low[first:last]
            ended = ended or not _ENDED.isdisjoint(words) or "no" in part_words or bool(note.bits[one] & DENIAL)
    return ended


def _gives(said: Terms, note: Terms, part: Words, figure: str) -> bool:
    """The note gives the figure to what is told here, and denies nothing there."""
    low = note.reading.words.low
    about = {key for index in said.claiming(*part) for key in said.keys[index]}
    given = [at for at, word in enumerate(low) if word == figure]
    parts = [part_around(note, at, at + 1) for at in given]
    same = [one for one in parts if any(not about.isdisjoint(note.keys[index]) for index in note.claiming(*one))]
    return bool(same) and not any(denies([word for word in low[one:two] if word != figure]) for one, two in parts)


def _done(said: Terms, note: Terms, at: int) -> Iterator[Words]:
    """Yield what is told as done at word `at` where the note only denies that it was."""
    low, there = said.reading.words.low, note.reading.words.low
    first, last = part_around(said, at, at + 1)
    part = low[first:last]
    if denies(part) or not PLANNING.isdisjoint(part) or denies(low[max(0, first - 2) : first]):
        return
    things = [index for index in said.claiming(first, at) if said.place[index] < at]
    if not things:
        return
    shared = Counter(
        part
        for index in things
        for part in {_part(note, one) for one in note.partners(said.keys[index])}
        if PLANNING.isdisjoint(there[slice(*part)])
    )
    most = max(shared.values(), default=0)
    for index in things:
        if any(
            denies(low[slice(*part_around(said, said.place[two], said.place[two] + 1))])
            for two in said.partners(said.keys[index])
        ):
            return
    likest = [there[slice(*part)] for part, count in shared.items() if count == most]
    if likest and all(_is_undone(words) for words in likest):
        yield first, at + 1


def _is_undone(words: Sequence[str]) -> bool:
    """A part of the note tells of the same only that it was not done."""
    tried = [word for word in words if word in _TRIED]  # "not done, CNA had just done" has a deed too
    return (
        "not" in words
        and not _TRIED.isdisjoint(words[words.index("not") :])
        and len(tried) <= words.count("not")
        and _is_plain(words)
    )


def _present(said: Terms, note: Terms, at: int) -> Iterator[Words]:
    """Yield what is told as present at word `at` where the note denies it, or has it only as past."""
    low, there = said.reading.words.low, note.reading.words.low
    first, last = part_around(said, at, at + 1)
    if denies(low[first:last]) or denies(low[max(0, first - 2) : first]) or not FORMER.isdisjoint(low[first:last]):
        return
    things = [index for index in said.claiming(first, at) if said.kind(index) in _FINDINGS]
    if not things or said.bits[things[-1]] & (DENIAL | HISTORICAL):
        return
    meant = note.partners(said.keys[things[-1]])
    denied = [one for one in meant if note.bits[one] & DENIAL and _says_no(there, note.place[one])]
    if denied and all(
        one in denied or note.bits[one] & HISTORICAL or not FORMER.isdisjoint(there[slice(*_part(note, one))])
        for one in meant
    ):
        yield first, at + 1


def _says_no(low: Sequence[str], place: int) -> bool:
    return not _NO.isdisjoint(low[max(0, place - 2) : place])


def _is_plain(words: Sequence[str]) -> bool:
    return len(DENYING.intersection(words)) == 1
