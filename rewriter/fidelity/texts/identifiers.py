"""What need not be told: who the patient is (names, addresses, record and telephone numbers), what was taken back.

A rewrite that leaves them out has lost nothing.
"""

from rewriter.pack import Pack
from rewriter.reading import Reading
from rewriter.reading.words import is_shouted

_LONG_NUMBER = 5
_BACK = 7
_BRACKETS = {"[": "]", "(": ")"}
_COPIED = frozenset("same copied copy copies pasted cloned identical carried verbatim duplicate duplicated".split())
_RECORD = frozenset("text note notes entry entries wording narrative forward record template documentation".split())
_LABELS = frozenset({"dos", "dob"})
_STREETS = frozenset("st street ave avenue rd road dr drive ln lane blvd boulevard ct court pl place pkwy cir".split())


def find_identifiers(reading: Reading, pack: Pack) -> frozenset[int]:
    """Return the places of words that look like parts of names, addresses, dates and record numbers.

    A name is a word with a capital inside a sentence that no pack knows; in a text in capitals nothing shows one.
    """
    words = reading.words
    if is_shouted(words.text):
        return frozenset()
    found: set[int] = set()
    for at, low in enumerate(words.low):
        if low[0].isalpha():
            if low not in pack.vocabulary and at not in reading.openings and at not in words.said:
                written = words.written(at, at + 1)
                if written[0].isupper() and (len(written) == 1 or written[1:].islower()):
                    found.add(at)
        elif low.isdecimal() and (low[0] == "0" or len(low) >= _LONG_NUMBER or _is_telephone(reading, at)):
            found.add(at)
    dates = {
        at for mention in reading.mentions if mention.sense.kind == "date" for at in range(mention.first, mention.last)
    }
    if not (found or dates):
        return frozenset()
    initials = {
        at
        for at, low in enumerate(words.low)
        if len(low) == 1 and low.isalpha() and {at - 1, at + 1} & found and words.written(at, at + 1).isupper()
    }
    houses = {
        at for at, low in enumerate(words.low) if low.isdecimal() and at + 1 in found and words.low[at + 1].isalpha()
    }
    streets = {
        at + 1
        for at in found
        if words.low[at + 1 : at + 2] and words.low[at + 1] in _STREETS and words.written(at + 1, at + 2)[0].isupper()
    }
    labels = {at for at, low in enumerate(words.low) if low in _LABELS and not dates.isdisjoint((at + 1, at + 2))}
    return frozenset(found | initials | houses | streets | dates | labels)


def find_retracted(reading: Reading) -> frozenset[int]:
    """Return the places of words that the writer may have taken back: before "scratch that", and the phrase itself.

    How far back it reaches nobody knows; the note as written stands, and the clinician is asked (SRC506).
    """
    found: set[int] = set()
    for index, mention in enumerate(reading.mentions):
        if mention.sense.kind == "correction":
            sentence = reading.sentences[reading.sentence_of[index]]
            found.update(range(max(sentence.first, mention.first - _BACK), mention.last))
    return frozenset(found)


def find_remarks(reading: Reading) -> frozenset[int]:
    """Return the places of words in brackets that tell of the record, not of the visit: "[same text 11/12, 11/14]"."""
    low = reading.words.low
    found: set[int] = set()
    for first in reading.at_any(_BRACKETS):
        last = next((at for at in range(first, len(low)) if low[at] == _BRACKETS[low[first]]), first)
        words = low[first + 1 : last]
        if not _COPIED.isdisjoint(words) and (
            not _RECORD.isdisjoint(words) or (low[first] == "[" and _has_date(reading, first, last))
        ):
            found.update(range(first, last + 1))
    return frozenset(found)


def _has_date(reading: Reading, first: int, last: int) -> bool:
    return any(reading.mentions[at].sense.kind in ("date", "ratio") for at in reading.between(first, last))


def _is_telephone(reading: Reading, at: int) -> bool:
    """Figures joined by hyphens, three and four of them."""
    low = reading.words.low
    before = at > 1 and low[at - 1] == "-" and low[at - 2].isdecimal() and len(low[at]) == 4 and len(low[at - 2]) == 3
    after = (
        at + 2 < len(low)
        and low[at + 1] == "-"
        and low[at + 2].isdecimal()
        and len(low[at]) == 3 == len(low[at + 2]) - 1
    )
    return before or after
