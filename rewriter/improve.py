"""The main path: a note goes in, a result comes out. Read this file to see how the project works."""

from collections.abc import Sequence
from pathlib import Path

from rewriter.compose import compose
from rewriter.draft import Rendered, render
from rewriter.findings import Finding
from rewriter.gather import gather_facts, says_nothing
from rewriter.note import Note
from rewriter.pack import Pack, load_pack
from rewriter.proof import prove
from rewriter.reading import Reading, read
from rewriter.reading.facts import Fact
from rewriter.result import COMPOSER, Result, Status, place_facts
from rewriter.validate import ASK, PASS, REFUSE, Verdict, validate

_STATUS = {PASS: Status.ACCEPTED, ASK: Status.NEEDS_INPUT, REFUSE: Status.REFUSED}


def improve(note: Note, *, profile: str = "narrative", overlay: Path | None = None) -> Result:
    """Rewrite a note with the built-in composer and judge what came out.

    Raises InputError for a note that cannot be read, PackError for an unknown code or a broken pack.
    """
    pack = load_pack(note.cpt, overlay)
    source = read(note.text, pack, note.visit.minutes)
    answers = [read(answer.text, pack) for answer in note.answers]
    facts, rendered, verdict = write(note, source, answers, pack, profile)
    status = _STATUS.get(verdict.verdict, Status.FAILED)
    if status is not Status.REFUSED and any(is_unfaithful(item) for item in verdict.findings):
        status = Status.FAILED  # a question to the clinician does not excuse it
    withheld = status in (Status.REFUSED, Status.FAILED)
    return Result(
        status=status,
        engine=COMPOSER,
        rewrite=None if withheld else rendered.text,
        segments=() if withheld else place_facts(verdict.segments, rendered),
        facts=tuple(facts),
        source=source,
        verdict=verdict,
        pack=pack,
    )


async def aimprove(note: Note, *, profile: str = "narrative", overlay: Path | None = None) -> Result:
    """Do what `improve` does, for callers that run an event loop; the composer itself never waits."""
    return improve(note, profile=profile, overlay=overlay)


def write(
    note: Note, source: Reading, answers: Sequence[Reading], pack: Pack, profile: str
) -> tuple[list[Fact], Rendered, Verdict]:
    """Compose a draft, prove it, and judge its text.

    Where either objects, say it more plainly: each fact in a sentence of its own, and at last each sentence of the note
    as it stands.
    """
    for plain, whole in ((False, False), (True, False), (True, True)):
        facts = gather_facts(note, source, answers, pack, whole=whole)
        draft = compose(facts, pack, plain=plain)
        faults = prove(draft, facts, pack)
        rendered = render(draft, {fact.id: fact for fact in facts})
        verdict = validate(
            read(rendered.text, pack, note.visit.minutes),
            pack,
            source=source,
            answers=answers,
            answered=[answer.code for answer in note.answers if not says_nothing(answer.text)],
            visit=note.visit,
            profile=profile,
            mendable=False,
        )
        if not faults and not any(is_unfaithful(item) for item in verdict.findings):
            break
    return facts, rendered, verdict


def is_unfaithful(finding: Finding) -> bool:
    """Tell whether a finding says that something was invented or lost."""
    return finding.level == "error" and finding.code.startswith("FID")
