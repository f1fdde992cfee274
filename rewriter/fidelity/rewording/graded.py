"""An amount of assistance told as a deed or a manner: "guarded by hand", "on her own", "the tray was laid out"."""

from collections.abc import Sequence
from itertools import pairwise

from rewriter.fidelity.texts.amounts import AMOUNTS, plain_amount, with_unhelped
from rewriter.fidelity.texts.modifiers import LEVEL, Modifier
from rewriter.fidelity.texts.terms import Terms
from rewriter.reading.sentences import Sentence

_SETTING = frozenset("set setting laid laying put".split())
_RATED = frozenset({"as", "at", '"', ":", "=", "level", "rated", "scored", "listed", "is", "was"})
# An amount of assistance told as a deed or a manner: "guarded by hand", "on her own".
_LEVEL_WORDS = {
    level: frozenset(words.split())
    for level, words in {
        "independent": "independent independently independence alone own unassisted unaided myself herself himself "
        "themselves self self-corrected self-recovered",
        "modified_independent": "independent independently device",
        "setup": "set setup set-up prepared laid arranged",
        "supervision": "supervised supervises supervise supervising oversaw oversees overseen overseeing watched "
        "watching watchful oversight eyes",
        "standby": "stood standing nearby beside ready close alongside",
        "contact_guard": "contact guard guarded guarding touch touching hand hands",
        "minimal": "min minimal minimally minimum slight slightly small",
        "moderate": "mod moderate moderately",
        "maximal": "max maximal maximally maximum",
        "total": "total totally fully dependent full",
        "dependent": "total totally fully dependent full",
    }.items()
}
_SELF = frozenset({("self", "corrected"), ("self", "recovered"), ("self", "righted")})  # beside whatever amount
# What tells an amount in a note beside its own words; a hand on somebody is no amount.
_NOTED = frozenset("independent modified_independent setup supervision minimal moderate maximal".split())


def tells_level(item: Modifier, terms: Terms) -> bool:
    """A sentence that names what was assisted has other words for the amount: "got there on her own"."""
    words = _LEVEL_WORDS.get(item.value, frozenset()) if not terms.is_source or item.value in _NOTED else frozenset()
    low = terms.reading.words.low
    if _is_set_up(item, low) or (not terms.is_source and _is_lettered(item, terms)):
        return True
    if item.value == "supervision" and terms.holds(["an", "eye", "on"]):
        return True
    if item.value == "independent":
        unhelped = with_unhelped(low)
        if terms.is_source and unhelped != low:
            return True  # "no help w/ comb"
        low = low if terms.is_source else unhelped
    if words.isdisjoint(low):
        return False
    if item.value == "supervision" or (terms.is_source and item.value in AMOUNTS and item.value in low):
        return True  # "call that moderate"; "min" is a minute too
    if terms.is_source and "min" in words:
        timed = {terms.reading.mentions[at].last - 1 for at in terms.reading.having("duration")}
        low = ["" if at in timed else word for at, word in enumerate(low)]
    around = item.head | item.near
    numbers = {terms.sentence[index] for key in around for index in terms.by_key.get(key, ())}
    spans = (terms.reading.sentences[number] for number in numbers if number >= 0)
    return any(
        not words.isdisjoint(low[span.first : span.last]) and not (terms.is_source and _has_level(terms, span))
        for span in spans
    )


def tells_plainly(level: str, terms: Terms) -> bool:
    """A note has the amount in plain words itself: "lots of help"."""
    low = terms.reading.words.low
    return any((found := plain_amount(low, at)) is not None and found[0] == level for at in range(len(low)))


def _is_set_up(item: Modifier, low: Sequence[str]) -> bool:
    """Set-up only, as a deed: "things set up", "the tray was laid out for her", "in addition to set-up"."""
    return item.value == "setup" and any(
        (one in _SETTING and two in ("up", "out")) or {one, two} & {"setup", "prepared", "readied"}
        for one, two in pairwise([*low, ""])
        if one not in ("not", "no", "without")
    )


def _is_lettered(item: Modifier, terms: Terms) -> bool:
    """The letter of the scale stands as written: 'listed as I', 'at "I"'."""
    words = terms.reading.words
    return item.value == "independent" and any(
        word == "i" and at and words.low[at - 1] in _RATED and words.written(at, at + 1) == "I"
        for at, word in enumerate(words.low)
        if words.low[at + 1 : at + 2] == [] or not words.low[at + 1].isalpha() or words.low[at + 1] in ("for", "x")
    )


def _has_level(terms: Terms, span: Sentence) -> bool:
    """The sentence gives an amount of help and no more: "min A x1", but "self-corrected x1, min A x1" both."""
    given = any(terms.reading.mentions[at].sense.kind == LEVEL for at in terms.reading.between(span.first, span.last))
    return given and _SELF.isdisjoint(pairwise(terms.reading.words.low[span.first : span.last]))
