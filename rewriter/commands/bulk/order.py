"""What was typed for a run becomes what the run needs; what a later run of the same job needs is kept as JSON."""

import argparse
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from rewriter.bulk.answers import Answers, read_answers
from rewriter.bulk.calls import Calls
from rewriter.bulk.columns import Columns, columns_from
from rewriter.bulk.journal import Job
from rewriter.bulk.prices import rates_from
from rewriter.bulk.readers import Source, open_source
from rewriter.bulk.rounds import BatchCalls, open_batch_calls
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.server import Bounds, open_calls
from rewriter.bulk.terms import Terms
from rewriter.commands.numbers import read_number
from rewriter.commands.signed import entry_of
from rewriter.engine import Writer
from rewriter.errors import SettingsError
from rewriter.model import ModelEngine, open_engine
from rewriter.options import check_options
from rewriter.result import COMPOSER
from rewriter.settings import Settings, load_settings

_AT_ONCE = 64
# Of how a command was typed, nothing of this is the job's.
_PASSING = {"run", "format", "color", "journal", "job", "dry_run", "cause"}
_PATHS = ("source", "columns", "answers", "pack")


@dataclass(frozen=True)
class Order:
    """A run as it was asked for. `engine` and `settings` are None where the composer writes."""

    source: Source
    columns: Columns
    answers: Answers
    terms: Terms
    processes: int
    engine: ModelEngine | None
    settings: Settings | None
    bounds: Bounds
    batch_api: bool

    def rows(self) -> Iterator[Row | Reject]:
        """Return the notes with what was answered to their questions. Raises what `open_source` does."""
        return self.answers.add_all(open_source(self.source, self.columns))

    def opener(self, job: Job) -> Callable[[], Calls | BatchCalls] | None:
        """Return what opens the way to the model, within what the job has left to spend; None for the composer."""
        if self.engine is None or self.settings is None:
            return None
        engine, settings, bounds = self.engine, self.settings, self.bounds
        if self.batch_api:
            return lambda: open_batch_calls(engine, settings, bounds, used=job.usage, cost=job.cost)
        return lambda: open_calls(engine, settings, bounds, used=job.usage, cost=job.cost)


def make_order(arguments: argparse.Namespace) -> Order:
    """Return the run that the options ask for. Raises SettingsError, InputError or PackError."""
    columns = columns_from(arguments.column, _path(arguments.columns))
    source = Source(_path(arguments.source), arguments.sql or "", arguments.query or "", arguments.source_format)
    # What one note says for itself stands in its row.
    arguments = argparse.Namespace(**{"visit": None, "minutes": None, "answer": [], **vars(arguments)})
    now = datetime.now()
    engine, settings = _find_engine(arguments)
    terms = Terms(
        check_options(arguments),
        entry_of(arguments, now),
        now,
        Writer.of(engine) if engine else None,
        settings.parameters if settings else "",
    )
    answers = read_answers(Path(arguments.answers)) if arguments.answers else Answers()
    processes = read_number(arguments, "processes", int) or os.cpu_count() or 1
    return Order(
        source, columns, answers, terms, processes, engine, settings, _make_bounds(arguments), bool(arguments.batch_api)
    )


def keep(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the options as a later run of the job needs them; paths are whole.

    Addresses may hold a password: that of a database is not kept, only that there was one.
    """
    kept = {name: value for name, value in vars(arguments).items() if name not in _PASSING}
    for name in _PATHS:
        if kept[name] is not None:
            kept[name] = str(Path(kept[name]).resolve())
    if kept["base_url"] and "@" in kept["base_url"]:
        kept["base_url"] = None
    kept["sql"] = bool(kept["sql"])
    return kept


def recall(config: Mapping[str, Any], said: argparse.Namespace) -> argparse.Namespace:
    """Return the options of a job's next run: what is `said` now, else as the job had it.

    Raises SettingsError where a database is to be read, whose address is not kept.
    """
    now = {name: value for name, value in vars(said).items() if value not in (None, False, [])}
    if config["sql"] and "sql" not in now:
        raise SettingsError("the journal does not keep the address of a database: give it again by --sql")
    return argparse.Namespace(**{**config, "sql": None, **now})


def _find_engine(arguments: argparse.Namespace) -> tuple[ModelEngine | None, Settings | None]:
    if arguments.engine == COMPOSER:
        if arguments.batch_api:
            raise SettingsError("--batch-api sends the requests of a model: name one by --engine")
        return None, None
    settings = load_settings(
        base_url=arguments.base_url,
        mask=False if arguments.no_mask else None,
        tier=arguments.tier,
    )
    return open_engine(arguments.engine, style=arguments.style, prompt=arguments.prompt, settings=settings), settings


def _make_bounds(arguments: argparse.Namespace) -> Bounds:
    return Bounds(
        read_number(arguments, "concurrency", int) or _AT_ONCE,
        read_number(arguments, "requests_per_minute", int),
        read_number(arguments, "tokens_per_minute", int),
        read_number(arguments, "budget", float),
        read_number(arguments, "budget_tokens", int),
        rates_from(arguments.price) if arguments.price else None,
    )


def _path(written: str | None) -> Path | None:
    return Path(written) if written else None
