"""Denied right before its words on one side, affirmed on the other: "not date" as "to date", "w/ cue" as "without".

The other nets judge a sentence, and let any denial in it excuse one. Here the "no" stands before what it denies, all of
that has its partners on the other side, and none of those stands behind or before a denial there.
"""

from collections.abc import Iterator

from rewriter.english import WITHOUT
from rewriter.fidelity.texts.aspects import CONTRASTING, DENIAL, DENYING, denies
from rewriter.fidelity.texts.bounds import Words, begin_of
from rewriter.fidelity.texts.opposites import denied_forms
from rewriter.fidelity.texts.terms import SPLITS, Terms

_CUES = frozenset({"no", "not", "none", "without", "nor", "w/o", "w/out"})
_LACKING = frozenset({"no", "without"})
# What only denies, wherever it stands: "held" and "off" may.
_PLAINLY = _CUES | frozenset(
    "never nothing nobody neither cannot unable absent absence lacks lacking denied denies denying declined refused "
    "missed failed zero 0 free negative neg nt unaided unassisted uncued".split()
)
_CORRECTING = frozenset({"mean", "meant", "sorry", "oops", "/"})  # and "yes/no"
# Behind these a "no" or "not" says something else: "no longer", "not only", "not to lean".
_OTHERWISE = frozenset(
    "longer more less fewer greater worse better further only to always all every yet fully quite just as so other "
    "than matter sure certain been be being".split()
)
_EITHER = (["with", "and"], ["with", "or"])
_TURNS = frozenset("but while whereas although though however except vs versus".split())
_ENDS = (
    SPLITS
    | _TURNS
    | {"and", "/", "(", ")", "+", "&", "when", "until", "unless", "if", "because", "was", "were", "is", "are"}
)
_LIMITS = frozenset(
    "limit limits limited limiting restricted restriction restrictions precaution precautions under below past beyond "
    "> < \u2265 \u2264 over avoid until unless before except only".split()
)
_NAMING = frozenset({"", "cue"})
_ANEW = frozenset("there it he she they the".split())  # behind an "and" something else is told
_NEEDED = frozenset("needed required necessary given".split())
_LONGEST = 6


def find_contradicted(said: Terms, note: Terms) -> Iterator[Words]:
    """Yield the words of the rewrite that deny what the note affirms, or affirm what it denies.

    The rewrite denies more often than the note where it has a denial of its own, less often where it lost one.
    """
    more = _count(said) - _count(note)
    for first, last in _denied(said, _LACKING) if more > 0 else ():
        told = [index for index in said.inside(first, last) if _tells(said, index)]
        if any(said.claims[index] for index in told) and _are_free(said, told, note):
            yield first - 1, last
    for first, last in _denied(note, _CUES) if more < 0 else ():
        meant = [index for index in note.inside(first, last) if _tells(note, index)]
        here = set(note.inside(first, last))
        if not meant or any(note.partners(note.keys[index]) - here for index in meant):
            continue
        if _are_free(note, meant, said):
            places = [said.place[one] for one in said.partners(note.keys[meant[-1]])]
            yield min(places), min(places) + 1


def _count(terms: Terms) -> int:
    places = terms.reading.places
    return sum([len(places[word]) for word in places if word in _PLAINLY or word.endswith("n't")])


def _denied(terms: Terms, cues: frozenset[str]) -> Iterator[Words]:
    """Yield the words behind each denial, up to the next mark or turn."""
    low = terms.reading.words.low
    for at, word in enumerate(low):
        if word not in cues or low[max(0, at - 1)] in _CORRECTING or low[max(0, at - 2) : at] in _EITHER:
            continue
        last = at + 1
        while last < min(len(low), at + 1 + _LONGEST) and low[last] not in _ENDS:
            if low[last] in WITHOUT and last > at + 1:
                break  # "not ready w/o cane"
            last += 1
        if low[last - 1] == "yet" and last - 1 > at:
            last -= 1  # "not step-through yet"
        behind = low[at + 1 : last]
        if word == "not" and last == at + 2 and behind[0] in _NEEDED:
            first = begin_of(low, at, _ENDS, max(0, at - _LONGEST))  # "cues not needed"
            if first < at and not _marks(low[first:at]):
                yield first, at
        if not behind or behind[0] in _OTHERWISE:
            continue
        if not _marks(behind) and _LIMITS.isdisjoint(low[last : last + 1]):
            yield at + 1, last


def _tells(terms: Terms, index: int) -> bool:
    """A word that names something, whether it claims or not: "date", "cues", no verb that only carries the sentence."""
    return terms.claims[index] or (
        terms.kind(index) in _NAMING and not terms.reading.words.low[terms.place[index]].endswith("ed")
    )


def _marks(words: list[str]) -> bool:
    return denies(words) or not (_LIMITS | CONTRASTING).isdisjoint(words)


def _is_none_behind(terms: Terms, index: int) -> bool:
    """Behind it in its sentence stands that there was none: "2 falls last week, none since"."""
    span = terms.reading.sentences[max(0, terms.sentence[index])]
    return "none" in terms.reading.words.low[terms.place[index] : span.last + 1]


def _are_free(one: Terms, indexes: list[int], other: Terms) -> bool:
    """All of these terms stand on the other side, close together, and nowhere there beside a denial."""
    found = [other.partners(one.keys[index]) for index in indexes]
    if not all(found) or any(other.partners(one.turned.get(index, ())) for index in indexes):
        return False  # "without vision" is with closed eyes
    together = set.intersection(*({other.sentence[at] for at in partners} for partners in found))
    undone = denied_forms(one.reading.words.low[one.place[index]] for index in indexes)
    return bool(together) and not any(
        _is_denied(other, at)
        or other.reading.words.low[other.place[at]] in undone
        or other.reading.words.low[other.place[at]].startswith("non")
        or _is_none_behind(other, at)
        for partners in found
        for at in partners
    )


def _is_denied(terms: Terms, index: int) -> bool:
    """A word of denial stands before a term in its sentence, with no turn between, or behind it up to the next mark."""
    low, place = terms.reading.words.low, terms.place[index]
    span = terms.reading.sentences[max(0, terms.sentence[index])]
    if "none" in low[span.first : span.last]:
        return True  # of whatever stands before: "VC on the L, none R"
    first, last = place, place + 1
    ends = _TURNS | (SPLITS if terms.is_source else {";"})  # in a list of a note the reading has the denials
    while first > span.first and low[first - 1] not in ends:
        first -= 1
    behind = SPLITS - {":"} | _TURNS | (frozenset() if terms.is_source else WITHOUT)
    while last < min(span.last + 1, len(low)) and low[last] not in behind:
        if low[last] == "and" and not _ANEW.isdisjoint(low[last + 1 : last + 2]):
            break
        last += 1
    around = low[first:last]
    return bool(terms.bits[index] & DENIAL) or _marks(around) or not DENYING.isdisjoint(around)
