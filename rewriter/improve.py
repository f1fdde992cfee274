"""The main path: a note goes in, a result comes out. Read this file to see how the project works."""

from dataclasses import dataclass
from typing import Unpack

from rewriter.carry import VISIT, carry_more, find_objections
from rewriter.case import Case, Rules, open_case
from rewriter.compose import compose
from rewriter.draft import Rendered, render
from rewriter.engine import Engine, Manner
from rewriter.loop import ACCEPTED, State, Task
from rewriter.note import Note
from rewriter.reading.facts import Fact
from rewriter.result import COMPOSER, Result, Status, judge_status, make_result
from rewriter.task import make_free, make_proved
from rewriter.validate import Verdict


@dataclass(frozen=True)
class Begun:
    """A note read and written plainly; `task` is what remains for a model, None where there is nothing for one."""

    case: Case
    plain: Result
    task: Task | None


def improve(note: Note, *, engine: Engine | None = None, **rules: Unpack[Rules]) -> Result:
    """Rewrite a note, with the built-in composer or a model's engine, and judge what came out.

    Raises InputError for a note that cannot be read, PackError for an unknown code or a broken pack.
    """
    begun = begin(note, engine, **rules)
    return begun.plain if engine is None or begun.task is None else conclude(begun, engine, engine.run(begun.task))


async def aimprove(note: Note, *, engine: Engine | None = None, **rules: Unpack[Rules]) -> Result:
    """Do what `improve` does, for callers that run an event loop; the composer itself never waits."""
    begun = begin(note, engine, **rules)
    if engine is None or begun.task is None:
        return begun.plain
    return conclude(begun, engine, await engine.arun(begun.task))


def begin(note: Note, manner: Manner | None, **rules: Unpack[Rules]) -> Begun:
    """Read a note and write it plainly: what must be refused is known before a model is asked. Raises as `improve`."""
    case = open_case(note, **rules)
    plain = write_plainly(case)
    return Begun(case, plain, None if plain.status is Status.REFUSED else _make_task(case, plain, manner))


def write_plainly(case: Case) -> Result:
    """Return the composer's result: what must be refused, and what is asked, is known before any model is."""
    facts, rendered, verdict = write(case)
    return make_result(case, COMPOSER, judge_status(verdict), facts, rendered, verdict)


def write(case: Case) -> tuple[list[Fact], Rendered, Verdict]:
    """Compose a draft, prove it, and judge its text.

    Where either objects, the sentences of the note that it is about stand as they are; then all of them do, and at last
    the note is quoted with its shorthand, marks and lines.
    """
    carried: frozenset[int] = frozenset()
    quoted = False
    while True:
        facts = case.gather_verbatim() if quoted else case.gather(whole=carried)
        all_carried = len(carried - {VISIT}) == len(case.source.sentences) > 0
        draft = compose(facts, case.pack, plain=all_carried, led=VISIT not in carried)
        rendered = render(draft, {fact.id: fact for fact in facts})
        verdict = case.judge(rendered.text, apart=case.find_apart(rendered, facts))
        objections = find_objections(draft, facts, verdict, case.pack)
        if not objections or quoted:
            return facts, rendered, verdict
        quoted = all_carried or not case.source.sentences  # a bare heading has none
        carried = carry_more(carried, objections, rendered, facts, case.source)


def conclude(begun: Begun, manner: Manner, state: State) -> Result:
    """Return the model's result, or the composer's marked as failed with the model's best try beside it."""
    best = state.best
    if state.outcome == ACCEPTED and best and best.rendered and best.verdict:
        status = judge_status(best.verdict)
        if status is not Status.FAILED:
            facts = begun.plain.facts
            return make_result(
                begun.case, manner.name, status, facts, best.rendered, best.verdict, manner.prompt, state
            )
    return begun.plain.failed(manner.prompt, manner.name, state)


def _make_task(case: Case, plain: Result, manner: Manner | None) -> Task | None:
    if manner is None:
        return None
    make = make_proved if manner.style == "proved" else make_free
    left_open = {item.code for item in plain.verdict.findings if item.level == "error"}
    return make(case, plain.facts, manner.prompt, manner.limits, mask=manner.mask, open_codes=left_open)
