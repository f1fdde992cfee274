"""The main path: a note goes in, a result comes out. Read this file to see how the project works."""

from typing import Unpack

from rewriter.carry import VISIT, carry_more, find_objections
from rewriter.case import Case, Rules, open_case
from rewriter.compose import compose
from rewriter.draft import Rendered, render
from rewriter.engine import Engine
from rewriter.loop import ACCEPTED, State, Task
from rewriter.note import Note
from rewriter.reading.facts import Fact
from rewriter.result import COMPOSER, Result, Status, judge_status, make_result
from rewriter.task import make_free, make_proved
from rewriter.validate import Verdict


def improve(note: Note, *, engine: Engine | None = None, **rules: Unpack[Rules]) -> Result:
    """Rewrite a note, with the built-in composer or a model's engine, and judge what came out.

    Raises InputError for a note that cannot be read, PackError for an unknown code or a broken pack.
    """
    case = open_case(note, **rules)
    plain = write_plainly(case)
    if engine is None or plain.status is Status.REFUSED:
        return plain
    return _conclude(case, plain, engine, engine.run(_make_task(case, plain, engine)))


async def aimprove(note: Note, *, engine: Engine | None = None, **rules: Unpack[Rules]) -> Result:
    """Do what `improve` does, for callers that run an event loop; the composer itself never waits."""
    case = open_case(note, **rules)
    plain = write_plainly(case)
    if engine is None or plain.status is Status.REFUSED:
        return plain
    return _conclude(case, plain, engine, await engine.arun(_make_task(case, plain, engine)))


def write_plainly(case: Case) -> Result:
    """Return the composer's result: what must be refused, and what is asked, is known before any model is."""
    facts, rendered, verdict = write(case)
    return make_result(case, COMPOSER, judge_status(verdict), facts, rendered, verdict)


def write(case: Case) -> tuple[list[Fact], Rendered, Verdict]:
    """Compose a draft, prove it, and judge its text.

    Where either objects, the sentences of the note that it is about stand as they are; at last all of them do.
    """
    carried: frozenset[int] = frozenset()
    while True:
        facts = case.gather(whole=carried)
        last_try = len(carried - {VISIT}) == len(case.source.sentences) > 0
        draft = compose(facts, case.pack, plain=last_try, led=VISIT not in carried)
        rendered = render(draft, {fact.id: fact for fact in facts})
        verdict = case.judge(rendered.text, apart=case.find_apart(rendered, facts))
        objections = find_objections(draft, facts, verdict, case.pack)
        if not objections or last_try:
            return facts, rendered, verdict
        carried = carry_more(carried, objections, rendered, facts, case.source)


def _make_task(case: Case, plain: Result, engine: Engine) -> Task:
    make = make_proved if engine.style == "proved" else make_free
    left_open = {item.code for item in plain.verdict.findings if item.level == "error"}
    return make(case, plain.facts, engine.prompt, engine.limits, mask=engine.mask, open_codes=left_open)


def _conclude(case: Case, plain: Result, engine: Engine, state: State) -> Result:
    """Return the model's result, or the composer's marked as failed with the model's best try beside it."""
    best = state.best
    if state.outcome == ACCEPTED and best and best.rendered and best.verdict:
        status = judge_status(best.verdict)
        if status is not Status.FAILED:
            return make_result(
                case, engine.name, status, plain.facts, best.rendered, best.verdict, engine.prompt, state
            )
    return plain.failed(engine.prompt, engine.name, state)
