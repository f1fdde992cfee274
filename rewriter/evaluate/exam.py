"""The exam of the validator itself: does it catch untrue changes, at their place, and leave faithful rewrites alone.

A change is caught where the changed text draws an error of faithfulness (FIDxxx) that the faithful one does not, and at
its place where that error lies on the changed words, or for a dropped fact on the lost words of the source. Any such
error against a faithful rewrite is false. Intervals are Wilson's: they take changes of one note as independent, so a
set of few notes with many changes each knows less than they say; the figures tell the number of notes too.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rewriter.carry import is_unfaithful
from rewriter.check import check
from rewriter.evaluate.mutants import Mutant, Papers, Source, Span, mutate
from rewriter.evaluate.statistics import Interval, wilson
from rewriter.findings import REWRITE, SOURCE, Finding

# Returns the findings of a text against its source: the validator under exam.
Judge = Callable[[Source, str], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, over so many notes."""

    hits: int
    count: int
    notes: int

    @property
    def rate(self) -> float | None:
        """The share; None of none."""
        return self.hits / self.count if self.count else None

    @property
    def interval(self) -> Interval:
        """Wilson's interval of the share, 95 %."""
        return wilson(self.hits, self.count)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the validator made of one mutant: `codes` are those of the errors that the change drew."""

    mutant: Mutant
    note: str
    codes: tuple[str, ...]
    at_place: bool

    @property
    def caught(self) -> bool:
        """Whether the change drew an error anywhere."""
        return bool(self.codes)


@dataclass(frozen=True, slots=True)
class Accusation:
    """The errors against one faithful rewrite, each a false one."""

    rewrite: str
    note: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Marks:
    """How the validator did: an answer a mutant, an accusation a faithful rewrite (most are empty)."""

    answers: tuple[Answer, ...]
    faithful: tuple[Accusation, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of change, those least often caught at their place first."""
        kinds = {answer.mutant.op for answer in self.answers}
        return tuple(sorted(kinds, key=lambda op: (self.at_place(op).rate or 0.0, op)))

    def caught(self, op: str | None = None) -> Share:
        """Return the share of changes that were caught anywhere, of one kind or all."""
        return _share((answer.note, answer.caught) for answer in self.answers if op in (None, answer.mutant.op))

    def at_place(self, op: str | None = None) -> Share:
        """Return the share of changes that were caught at their place, of one kind or all."""
        return _share((answer.note, answer.at_place) for answer in self.answers if op in (None, answer.mutant.op))

    @property
    def accused(self) -> Share:
        """The share of faithful rewrites with a false error."""
        return _share((item.note, bool(item.findings)) for item in self.faithful)

    @property
    def false_errors(self) -> int:
        """How many false errors there are."""
        return sum(len(item.findings) for item in self.faithful)


def examine(papers: Papers, judge: Judge | None = None) -> Marks:
    """Return how the validator does on the papers; `judge` is another one's, ours where there is none."""
    judge = judge or _judge_fidelity
    errors = {
        name: tuple(filter(is_unfaithful, judge(papers.sources[rewrite.note], rewrite.text)))
        for name, rewrite in papers.rewrites.items()
    }
    faithful = [Accusation(name, papers.rewrites[name].note, found) for name, found in errors.items()]
    answers = [_answer(mutant, papers, errors[mutant.rewrite], judge) for mutant in papers.mutants]
    return Marks(tuple(answers), tuple(faithful))


def _judge_fidelity(source: Source, text: str) -> Sequence[Finding]:
    """Return the findings of `rewriter check` for a text with its source."""
    return check(text, source=source.text, cpt=source.cpt, visit=source.known_visit()).findings


def _answer(mutant: Mutant, papers: Papers, known: Iterable[Finding], judge: Judge) -> Answer:
    rewrite = papers.rewrites[mutant.rewrite]
    source = papers.sources[rewrite.note]
    before = {(item.code, item.side, item.text) for item in known}
    text, spans = mutate(rewrite.text, mutant)
    new = [
        item for item in filter(is_unfaithful, judge(source, text)) if (item.code, item.side, item.text) not in before
    ]
    lost = [(source.text.index(mutant.lost), source.text.index(mutant.lost) + len(mutant.lost))] if mutant.lost else []
    at_place = _touches(new, REWRITE, spans) or _touches(new, SOURCE, lost)
    return Answer(mutant, rewrite.note, tuple(item.code for item in new), at_place)


def _touches(findings: Iterable[Finding], side: str, spans: Sequence[Span]) -> bool:
    return any(
        item.side == side and item.start is not None and item.end is not None and item.end > start and item.start < end
        for item in findings
        for start, end in spans
    )


def _share(told: Iterable[tuple[str, bool]]) -> Share:
    rows = list(told)
    return Share(sum(hit for _, hit in rows), len(rows), len({note for note, _ in rows}))
