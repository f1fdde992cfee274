"""The project's engine, whole and in parts."""

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from bench.callers.bare import make_bare
from bench.callers.client import GOOD, MENDING, Call, Row, load_rows, serve
from rewriter import Note, Visit, aimprove
from rewriter.case import Case, open_case
from rewriter.draft import Draft, Rendered, render
from rewriter.improve import write_plainly
from rewriter.loop import ACCEPTED, EXHAUSTED, Judged, Limits, Task, parse_reply
from rewriter.model import ModelEngine, open_engine
from rewriter.plan import Plan, complete, plan_draft
from rewriter.proof import find_faults
from rewriter.reading import read
from rewriter.result import Result
from rewriter.settings import load_settings
from rewriter.task import make_proved
from rewriter.validate import Verdict, validate


@dataclass(frozen=True)
class Ready:
    """A note with everything that the engine makes once for it, and the model's good draft of it."""

    note: Note
    case: Case
    plain: Result
    plan: Plan
    task: Task
    draft: Draft

    def prove(self, draft: Draft) -> Rendered:
        """Prove a draft and render it. Ends the run where it does not prove."""
        whole = complete(draft, self.plan)
        if find_faults(whole, self.plan.facts, self.case.pack):
            raise SystemExit("a good draft was refused")
        return render(whole, {fact.id: fact for fact in self.plan.facts})


def make_ready(row: Row, engine: ModelEngine) -> Ready:
    """Do what `improve` does before it asks a model."""
    note = Note(row.text, visit=Visit(minutes=row.minutes))
    case = open_case(note)
    plain = write_plainly(case)
    task = make_task(case, plain, engine)
    return Ready(note, case, plain, plan_draft(plain.facts, case.pack), task, parse_reply(row.replies[GOOD][0]))


def make_task(case: Case, plain: Result, engine: ModelEngine) -> Task:
    """Return the task of the engine for a note."""
    open_codes = {item.code for item in plain.verdict.findings if item.level == "error"}
    return make_proved(case, plain.facts, engine.prompt, engine.limits, mask=engine.mask, open_codes=open_codes)


def open_on(model: str, url: str) -> ModelEngine:
    """Return an engine for the server under test; its budget is no limit here."""
    settings = load_settings(base_url=url, api_key="none")
    return replace(open_engine(model, settings=settings), limits=Limits(1_000_000, settings.reply_tokens))


def parts(rows: list[Row], engine: ModelEngine) -> dict[str, Call]:
    """Return the engine's parts as calls: with the network first, then what needs none."""
    ready = {row.sheet: make_ready(row, engine) for row in rows}
    good = {row.sheet: ready[row.sheet].prove(ready[row.sheet].draft).text for row in rows}

    def asked(judge: Callable[[Ready, Draft], Judged]) -> Call:
        tasks = {sheet: replace(one.task, judge=partial(judge, one)) for sheet, one in ready.items()}

        async def call(row: Row) -> None:
            state = await engine.arun(tasks[row.sheet])
            if state.outcome != ACCEPTED:
                raise SystemExit(f"a good draft was not accepted: {state.outcome}")

        return call

    def alone(work: Callable[[Row, Ready], object]) -> Call:
        async def call(row: Row) -> object:
            return work(row, ready[row.sheet])

        return call

    def judge(row: Row, one: Ready, source: bool) -> Verdict:
        reading = read(good[row.sheet], one.case.pack, row.minutes)
        note = one.case.source if source else None
        return validate(reading, one.case.pack, source=note, visit=one.note.visit, mendable=False)

    return {
        "loop": asked(lambda one, draft: Judged(draft)),
        "proof": asked(lambda one, draft: Judged(draft, (), one.prove(draft))),
        "call": asked(lambda one, draft: one.task.judge(draft)),
        "open": alone(lambda row, one: open_case(one.note)),
        "compose": alone(lambda row, one: write_plainly(open_case(one.note))),
        "task": alone(lambda row, one: make_task(one.case, one.plain, engine)),
        "read": alone(lambda row, one: read(good[row.sheet], one.case.pack, row.minutes)),
        "rules": alone(lambda row, one: judge(row, one, False)),
        "judge": alone(lambda row, one: judge(row, one, True)),
    }


async def main() -> None:
    """Serve the calls."""
    rows, url = load_rows(sys.argv[1]), sys.argv[2]
    engine, mending = open_on(GOOD, url), open_on(MENDING, url)

    async def whole(row: Row) -> None:
        result = await aimprove(Note(row.text, visit=Visit(minutes=row.minutes)), engine=engine)
        if result.engine != GOOD:
            raise SystemExit("a good draft was not accepted")

    async def faulty(row: Row) -> None:
        result = await aimprove(Note(row.text, visit=Visit(minutes=row.minutes)), engine=mending)
        if result.state is None or result.state.outcome != EXHAUSTED:
            raise SystemExit("a faulty draft did not end as it should")

    await serve(rows, {"bare": make_bare(), "engine": whole, **parts(rows, engine)}, faulty)


if __name__ == "__main__":
    asyncio.run(main())
