"""What was typed for a run becomes what the run needs."""

import argparse
from pathlib import Path

from rewriter.bulk.prices import rates_from
from rewriter.bulk.server import Bounds
from rewriter.commands.evaluate.chosen import choose_samples
from rewriter.commands.numbers import read_number
from rewriter.evaluate.arms import make_arms
from rewriter.evaluate.order import Order
from rewriter.intake import Options, find_pack, find_payer
from rewriter.settings import Settings, load_settings
from rewriter.visit import Visit

_AT_ONCE = 8
_PROMPT = "arrange"


def make_order(arguments: argparse.Namespace) -> Order:
    """Return the run that the options ask for. Raises SettingsError, InputError, PackError or PromptError."""
    prompts = _parts(arguments.prompt) or [_PROMPT]
    return Order(
        make_arms(_models(arguments), prompts),
        choose_samples(arguments.samples, arguments.tag, read_number(arguments, "limit", int)),
        make_options(arguments),
        read_number(arguments, "epochs", int) or 1,
        Bounds(
            read_number(arguments, "concurrency", int) or _AT_ONCE,
            money=read_number(arguments, "budget", float),
            tokens=read_number(arguments, "budget_tokens", int),
            rates=rates_from(arguments.price) if arguments.price else None,
        ),
        bool(arguments.offline),
        Path(arguments.replies) if arguments.replies else None,
    )


def make_options(arguments: argparse.Namespace) -> Options:
    """Return the rules that the options ask for. Raises SettingsError or PackError."""
    overlay = Path(arguments.pack) if arguments.pack is not None else None
    payer = find_payer(arguments.payer, Visit())
    find_pack(arguments.cpt, overlay, payer)
    return Options(arguments.cpt, Visit(), (), arguments.profile, overlay, payer)


def _models(arguments: argparse.Namespace) -> dict[str, Settings]:
    """Return the settings of each model; one may name its own server."""
    models: dict[str, Settings] = {}
    for written in _parts(arguments.model):
        name, _, url = written.partition("=")
        models[name] = load_settings(base_url=url or arguments.base_url, mask=False if arguments.no_mask else None)
    return models


def _parts(written: str | None) -> list[str]:
    parts = [part.strip() for part in (written or "").split(",")]
    return [part for part in parts if part]
