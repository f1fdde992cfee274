"""What a check is given, and what several checks share: the case, spans of evidence, what is missing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rewriter.earlier import Earlier
from rewriter.figure import Figure, pick
from rewriter.findings import ASKED, CLINICIAN, MODEL, REWRITE, SOURCE, Evidence, Finding, found
from rewriter.pack import Pack
from rewriter.reading import Reading
from rewriter.rule import Rule
from rewriter.visit import Visit, parse_date

HELPED = frozenset({"contact_guard", "minimal", "moderate", "maximal", "total", "standby"})
T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """What is judged: the text, the source it was made from (if any), the visit, the pack.

    `mendable` says that whoever wrote the text can try again: then what the source holds is theirs to mend, else the
    clinician is asked. `answers` are the clinician's replies. `earlier` are the notes of earlier visits in order, as
    `recall` gives them.
    """

    text: Reading
    source: Reading | None
    visit: Visit
    pack: Pack
    profile: str = "narrative"
    mendable: bool = True
    answers: tuple[Reading, ...] = ()
    earlier: tuple[Earlier, ...] = ()

    def figure(self, name: str) -> Figure | None:
        """Return the figure of the pack that holds on the visit's date."""
        return pick(self.pack.figures.get(name, ()), parse_date(self.visit.date))

    @property
    def told(self) -> tuple[Reading, ...]:
        """All that the clinician said: the note, then the answers."""
        return self.note, *self.answers

    @property
    def note(self) -> Reading:
        """The source where there is one, else the text itself: what visit rules are read from."""
        return self.source or self.text

    @property
    def note_side(self) -> str:
        """The side that `note` is on."""
        return SOURCE if self.source is not None else REWRITE


Check = Callable[[Case, Rule], list[Finding]]
Chain = tuple[tuple[int, str], ...]
Finder = Callable[[Case, Rule], Chain]
# Words (first, last) of a reading, and what finds them.
Place = tuple[int, int]
Find = Callable[[Reading, Rule], Place | None]


def shared_words(case: Case, rule: Rule, name: str) -> list[str]:
    """Return a list of the rule's parameters, or of those of the rule that its `words_of` names."""
    holder = case.pack.rules.get(str(rule.parameters.get("words_of")), rule)
    return list(holder.parameters.get(name, ()))


def evidence(reading: Reading, chain: Iterable[tuple[int, str]], side: str = REWRITE) -> tuple[Evidence, ...]:
    """Return mentions (by index, with their role) as spans."""
    return tuple(Evidence(*reading.span(reading.mentions[index]), side, role) for index, role in chain)


def whole(reading: Reading) -> tuple[int, int]:
    """Return the span of the first sentence: the anchor of what is missing from the whole text."""
    if not reading.sentences:
        return 0, len(reading.text)
    first = reading.sentences[0]
    return reading.words.start[first.first], reading.words.end[first.last - 1]


def missing(case: Case, rule: Rule, kinds: Sequence[str], anchor: tuple[int, int] | None = None) -> list[Finding]:
    """Return the finding of something absent; a model may mend it only if the source has it."""
    held = case.source.having(*kinds) if case.source is not None else []
    if "impairment" in kinds:
        groups = case.pack.code.get("addresses", ())
        held = [i for i in held if case.note.mentions[i].sense.group in groups]
    return [
        found(
            rule,
            case.text.text,
            anchor=anchor or whole(case.text),
            mend=mender(case, bool(held)),
            evidence=evidence(case.source, [(i, "source") for i in held[:3]], SOURCE)
            if case.source is not None
            else (),
        )
    ]


def mender(case: Case, in_source: bool) -> str:
    """Return who can mend what the text lacks: its writer, if the source has it and the writer can try again."""
    return MODEL if in_source and case.mendable else CLINICIAN


def lacking(case: Case, rule: Rule, find: Find) -> list[Finding]:
    """Return the finding of something told without a part of it, as `find` finds it in a reading.

    Where the source tells it in full the text's writer can mend that; else its words are evidence, to be asked about.
    """
    bare = find(case.text, rule)
    if bare is None:
        return []
    in_source = find(case.source, rule) if case.source is not None else None
    return [
        found(
            rule,
            case.text.text,
            span=_offsets(case.text, bare),
            mend=mender(case, case.source is not None and in_source is None),
            evidence=(Evidence(*_offsets(case.source, in_source), SOURCE, ASKED),)
            if case.source is not None and in_source is not None
            else (),
        )
    ]


def _offsets(reading: Reading, place: Place) -> tuple[int, int]:
    return reading.words.start[place[0]], reading.words.end[place[1] - 1]
