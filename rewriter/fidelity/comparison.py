"""The two sides of a comparison, and the findings that it makes of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest

from rewriter.fidelity.related.alike import likeness
from rewriter.fidelity.related.pairs import Pair
from rewriter.fidelity.related.rows import Streams, find_streams
from rewriter.fidelity.rewording.partners import VERB, Held
from rewriter.fidelity.texts.identifiers import find_remarks, find_retracted
from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, PERSON, SIDE, Modifier
from rewriter.fidelity.texts.shelf import Shelf
from rewriter.fidelity.texts.terms import Terms
from rewriter.findings import CLINICIAN, MODEL, REWRITE, SOURCE, Evidence, Finding, found
from rewriter.pack import Pack
from rewriter.visit import Visit

CODES = {FIGURE: "01", SIDE: "02", LEVEL: "03", PERSON: "30", CUE: "07"}
ADMINISTRATIVE = "it is administrative, and kept with the visit"
_SHOWN = 3
_PRIVATE = "it names a person, a place or a date, or is a record number"
_REMARKED = "it tells of the record, not of the visit"
_RETRACTED = "the writer may have taken it back; ask which words hold"

Words = tuple[int, int]


@dataclass(frozen=True)
class Comparison:
    """The two sides: the note (with the clinician's answers, `given`) and the rewrite (`said`), ready to be compared.

    `asked` are the modifiers that the note holds, `known` those of the answers too, `stated` those of the rewrite;
    `asked_pairs` and `stated_pairs` what is ordered or compared among them, `asked_eras` and `told_eras` which of them
    are told as former or present.
    `skipped` are sentences of the note that instruct the writer, `private` its words that need not be told: who the
    patient is, and what the writer took back.
    """

    note: Terms
    given: tuple[Terms, ...]
    said: Terms
    asked: Shelf
    known: Shelf
    stated: Shelf
    asked_pairs: Sequence[Pair]
    stated_pairs: Sequence[Pair]
    asked_eras: Mapping[Modifier, str]
    told_eras: Mapping[Modifier, str]
    skipped: frozenset[int]
    private: frozenset[int]
    visit: Visit
    pack: Pack

    @cached_property
    def held(self) -> Held:
        """What the note and the answers hold."""
        return Held(self.given, self.private)

    @cached_property
    def told_streams(self) -> Streams:
        """The rows of the rewrite."""
        return find_streams(self.said, self.stated.items)

    @cached_property
    def given_streams(self) -> Streams:
        """The rows of the note."""
        return find_streams(self.note, self.asked.items)


def make_finding(
    case: Comparison,
    rule: str,
    side: str,
    at: Words,
    others: Iterable[Words] = (),
    values: Mapping[str, object] | None = None,
) -> Finding:
    """Return a finding at the words `at`; a bare suffix becomes the code for what was added or left out.

    `others` are words of the other side that belong to it: the evidence.
    """
    code = rule if rule.startswith("FID") else f"FID{1 if side == REWRITE else 2}{rule}"
    words, across = case.said.reading.words, case.note.reading.words
    opposite = SOURCE
    if side == SOURCE:
        words, across, opposite = across, words, REWRITE
    shown = [
        Evidence(across.start[first], across.end[last - 1], opposite, "counterpart")
        for first, last in list(others)[:_SHOWN]
    ]
    return found(
        case.pack.rules[code],
        words.text,
        side=side,
        span=(words.start[at[0]], words.end[at[1] - 1]),
        mend=CLINICIAN if rule == VERB else MODEL,  # only the clinician knows what skill was used
        evidence=tuple(shown),
        values=values,
    )


def tell_left_out(case: Comparison, words: Words, reason: str) -> Finding:
    """Return the finding that tells of words of the note that may be left out, and why."""
    return make_finding(case, "FID241", SOURCE, words, values={"reason": reason})


def say_reason(case: Comparison, place: int) -> str:
    """Say why a private word need not be told."""
    if place in find_remarks(case.note.reading):
        return _REMARKED
    return _RETRACTED if place in find_retracted(case.note.reading) else _PRIVATE


def name_rivals(item: Modifier, others: Shelf) -> list[Words]:
    """Return what the other side has of the same family, the likest first."""
    likest = nlargest(_SHOWN, others.family(item), key=lambda other: likeness(item, other))
    return [(other.first, other.last) for other in likest]
