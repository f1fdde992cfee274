"""One sample through the main path, and scored: `perform` asks a model, `replay` judges what it once replied."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from rewriter.bulk.prices import Price
from rewriter.evaluate.arms import Arm
from rewriter.evaluate.record import Request, Run, Scored, run_from
from rewriter.evaluate.sample import Sample
from rewriter.evaluate.score import Trial
from rewriter.evaluate.scores import score
from rewriter.improve import Begun, begin, conclude
from rewriter.intake import Options, take_line
from rewriter.loop import OK, Reply, State, Usage, advance, start
from rewriter.model import ModelEngine, Transport

# How a replay ends where the present rules would ask once more than was asked then.
NOT_ASKED = "not_asked"
# Notes of an evaluation are not signed: no entry to a record is dated by this.
_DAY = datetime.min


async def perform(
    sample: Sample,
    epoch: int,
    arm: Arm,
    options: Options,
    transport: Transport | None = None,
    price: Price | None = None,
) -> Scored:
    """Return the record of a sample; `transport` asks the arm's model and is None for the composer.

    Its seconds are those of reading the note and writing it plainly, and of the requests: kept replies bring theirs
    along. Raises what `take_line` and the transport do.
    """
    began = time.perf_counter()
    begun = _begin(sample, arm, options)
    seconds = time.perf_counter() - began
    writer, settings = arm.writer, arm.settings
    if writer is None or settings is None or transport is None or begun.task is None:
        return _record(sample, epoch, begun, arm, None, seconds, None)
    engine = ModelEngine(
        writer.name, writer.style, writer.prompt, writer.mask, writer.limits, settings.timeout, transport
    )
    state = await engine.arun(begun.task)
    seconds += sum(step.reply.seconds for step in state.steps)
    cost = float(sum(price(step.reply.usage) for step in state.steps)) if price else None
    return _record(sample, epoch, begun, arm, state, round(seconds, 3), cost)


def replay(sample: Sample, record: Scored, arm: Arm, options: Options) -> Scored:
    """Return the record of a sample judged by the present rules from the replies that were kept; nothing is asked.

    Where the rules would ask once more, the model has failed with what it said, and `outcome` is NOT_ASKED. Seconds and
    cost are those of then. Raises what `take_line` does.
    """
    begun = _begin(sample, arm, options)
    state = None
    if arm.writer is not None and begun.task is not None:
        state = start(begun.task)
        for reply in _replies(record):
            if state.ask is not None:
                state = advance(state, reply)
        if state.ask is not None:
            state = replace(state, ask=None, outcome=NOT_ASKED)
    return _record(sample, record.epoch, begun, arm, state, record.run.seconds, record.run.cost)


def _begin(sample: Sample, arm: Arm, options: Options) -> Begun:
    intake = take_line(sample.line, options, None, _DAY)
    return begin(intake.note, arm.writer, **intake.rules)


def _record(
    sample: Sample, epoch: int, begun: Begun, arm: Arm, state: State | None, seconds: float, cost: float | None
) -> Scored:
    plain: Run | None = None
    result = begun.plain
    replies: tuple[str, ...] = ()
    if arm.writer is not None:
        plain = run_from(begun.plain.to_dict())
        if state is not None:
            result = conclude(begun, arm.writer, state)
            replies = tuple(step.reply.text for step in state.steps)
    run = run_from(result.to_dict(), seconds=seconds, cost=cost)
    return Scored(sample.id, epoch, sample.text, run, score(Trial(sample, run, plain)), sample.tags, replies)


def _replies(record: Scored) -> Sequence[Reply]:
    return [_reply(request, text) for request, text in zip(record.run.trace, record.replies, strict=False)]


def _reply(request: Request, text: str) -> Reply:
    used = Usage(request.input_tokens, request.output_tokens)
    return Reply(OK if text else request.outcome, text, used, seconds=request.seconds)
