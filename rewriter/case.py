"""One note, read and ready to be written and judged."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypedDict, Unpack

from rewriter.draft import Rendered
from rewriter.gather import gather_facts, gather_verbatim, says_nothing
from rewriter.note import Answer, Note
from rewriter.pack import PAYER, Pack, load_pack
from rewriter.reading import Reading, read
from rewriter.reading.facts import Fact
from rewriter.record import is_of_treatment
from rewriter.sections import judge_section, split_by_code
from rewriter.source import find_corrected
from rewriter.split import Section
from rewriter.validate import Verdict, validate


@dataclass(frozen=True)
class Case:
    """A note with its reading, those of the answers, its pack, and the profile it is judged by."""

    note: Note
    pack: Pack
    source: Reading
    answers: Sequence[Reading]
    profile: str

    def gather(self, *, whole: Collection[int] = ()) -> list[Fact]:
        """Return the facts that a draft may use; the sentences of the note numbered in `whole` are one each."""
        whole = self.corrected.union(whole)
        return gather_facts(self.note, self.source, self.answers, self.pack, whole=whole, apart=self.apart)

    def gather_verbatim(self) -> list[Fact]:
        """Return the facts of a draft that quotes the note as it was written."""
        return gather_verbatim(self.note, self.source, self.answers, self.pack, apart=self.apart)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections of a note that serves several codes, this one among them; else none."""
        sections = split_by_code(self.source, self.note.visit)
        return sections if self.pack.name in (section.code for section in sections) else ()

    @cached_property
    def corrected(self) -> frozenset[int]:
        """The numbers of the note's sentences that its writer takes something back of: they stand as they are."""
        rules = (rule for rule in self.pack.rules.values() if rule.check == "self_correction")
        return frozenset().union(*(find_corrected(self.source, rule) for rule in rules))

    @cached_property
    def apart(self) -> frozenset[int]:
        """The numbers of the note's sentences that tell of other codes: they are carried over, never mixed in."""
        words = self.source.words
        others = [span for section in self.sections if section.code != self.pack.name for span in section.spans]
        return frozenset(
            number
            for number, sentence in enumerate(self.source.sentences)
            if any(
                start <= words.start[sentence.first] and words.end[sentence.last - 1] <= end for start, end in others
            )
        )

    def find_apart(self, rendered: Rendered, facts: Sequence[Fact]) -> list[tuple[int, int]]:
        """Return the spans of a rendered text's sentences that tell of other codes alone."""
        if not self.apart:
            return []
        others = {fact.id for fact in facts if fact.origin == "note" and fact.event in self.apart}
        held: dict[str, set[str]] = {}
        for placed in rendered.placed:
            held.setdefault(placed.sentence, set()).add(placed.fact)
        return [(start, end) for name, start, end in rendered.sentences if held.get(name) and held[name] <= others]

    def judge(self, text: str, *, mendable: bool = False, apart: Collection[tuple[int, int]] = ()) -> Verdict:
        """Return the verdict on a rewrite of the note; `mendable` where its writer can try again.

        `apart` are the spans that tell of other codes: the rules of form do not read them.
        """
        run = partial(
            validate,
            answers=self.answers,
            answered=[answer.key for answer in self.note.answers if not says_nothing(answer.text)],
            visit=self.note.visit,
            profile=self.profile,
            mendable=mendable,
        )
        reading = read(text, self.pack, self.note.visit.minutes)
        if self.sections:
            return judge_section(reading, self.pack, apart, self.source, self.sections, run)
        return run(reading, self.pack, source=self.source)


class Rules(TypedDict, total=False):
    """What a note is judged by: how much must be there, a pack file on top of the code's, and the payer."""

    profile: str
    overlay: Path | None
    payer: Path | str


def open_case(note: Note, **rules: Unpack[Rules]) -> Case:
    """Read a note and its answers.

    Raises InputError for a note that cannot be read, PackError for an unknown code or a broken pack.
    """
    pack = load_pack(note.cpt, rules.get("overlay"), rules.get("payer", PAYER))
    source = read(note.text, pack, note.visit.minutes)
    note = replace(note, answers=tuple(_read_as(answer, source, pack) for answer in note.answers))
    answers = [read(answer.text if is_of_treatment(answer.code, pack) else "", pack) for answer in note.answers]
    return Case(note, pack, source, answers, rules.get("profile", "narrative"))


def _read_as(answer: Answer, source: Reading, pack: Pack) -> Answer:
    """Return an answer with the note's words that it is about, where its rule reads an offered answer with them."""
    rule = pack.rules.get(answer.code)
    form = rule.parameters.get("read_as") if rule else None
    asked = next((one for one in source.mentions if str(source.span(one)[0]) == answer.place), None)
    if rule is None or form is None or asked is None or answer.text not in rule.options:
        return answer
    return replace(answer, text=form.format(answer=answer.text, text=source.written(asked)))
