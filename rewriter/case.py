"""One note, read and ready to be written and judged."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, Unpack

from rewriter.gather import gather_facts, says_nothing
from rewriter.note import Note
from rewriter.pack import PAYER, Pack, load_pack
from rewriter.reading import Reading, read
from rewriter.reading.facts import Fact
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
        return gather_facts(self.note, self.source, self.answers, self.pack, whole=whole)

    def judge(self, text: str, *, mendable: bool = False) -> Verdict:
        """Return the verdict on a rewrite of the note; `mendable` where its writer can try again."""
        return validate(
            read(text, self.pack, self.note.visit.minutes),
            self.pack,
            source=self.source,
            answers=self.answers,
            answered=[answer.code for answer in self.note.answers if not says_nothing(answer.text)],
            visit=self.note.visit,
            profile=self.profile,
            mendable=mendable,
        )


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
    answers = [read(answer.text, pack) for answer in note.answers]
    return Case(note, pack, read(note.text, pack, note.visit.minutes), answers, rules.get("profile", "narrative"))
