"""What is configured, whether the model server answers, and which features it supports. No secret is shown."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import openai

from rewriter.loop import OK, Ask, Reply
from rewriter.model import Server
from rewriter.prompt import Message, Prompt
from rewriter.settings import OPENAI, Settings

_ROOM = 60
_HELLO = 'Reply with this JSON and nothing else: {"sentences": [{"id": "s1", "text": "ready"}]}'
_FEATURES = {"schema": "strict JSON schema", "json": "JSON mode", "text": "plain replies"}


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing looked at: what, what was found, and whether it is well (None where it is only told).

    `needed` where nothing works without it; a missing feature is only told.
    """

    name: str
    found: str
    well: bool | None = None
    needed: bool = False


def examine(settings: Settings, model: str = "") -> list[Sign]:
    """Return what is configured and what the server does; with no `model`, its first one is tried."""
    return [*_configured(settings), *asyncio.run(_examine_server(settings, model))]


def _configured(settings: Settings) -> Iterator[Sign]:
    key = "set" if settings.api_key.get_secret_value() else "not set"
    yield Sign("server", "OpenAI" if settings.base_url == OPENAI else _without_login(settings.base_url))
    yield Sign("API key", key, None if key == "set" or not settings.is_openai else False, True)
    yield Sign("JSON asked for by", settings.output)
    yield Sign("masking", "on" if settings.mask else "off: names reach the model")
    yield Sign("time limits", f"{settings.call_timeout:g} s a reply, {settings.timeout:g} s a note")
    yield Sign("tokens", f"{settings.reply_tokens:,} a reply, {settings.most_tokens:,} a note")
    yield Sign("transport tries", str(settings.tries))


def _without_login(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path.partition('?')[0]}"


async def _examine_server(settings: Settings, model: str) -> list[Sign]:
    server = Server(model, settings)
    try:
        try:
            known = [item.id async for item in server.open().models.list()]
            signs = [Sign("answers", f"yes, {len(known)} models", True, True)]
        except (openai.OpenAIError, ValueError) as error:
            return [Sign("answers", f"no: {_reason(error)}", False, True)]
        model = model or (known[0] if known else "")
        signs.append(Sign("model tried", model or "none", bool(model), True))
        if model:
            signs += [sign for output in _FEATURES for sign in [await _try(settings, model, output)]]
            signs.append(await _count(settings, model))
        return signs
    finally:
        await server.aclose()


async def _try(settings: Settings, model: str, output: str) -> Sign:
    reply = await _ask(settings, model, output)
    well = reply.outcome == OK and "ready" in reply.text
    trouble = reply.tries[-1].outcome if reply.tries else reply.outcome
    return Sign(_FEATURES[output], "yes" if well else f"no ({trouble})", well, output == settings.output)


async def _count(settings: Settings, model: str) -> Sign:
    usage = (await _ask(settings, model, "text")).usage
    return Sign("counts tokens", "yes" if usage.input else "no: budgets cannot be kept", bool(usage.input))


async def _ask(settings: Settings, model: str, output: Any) -> Reply:
    server = Server(model, settings.model_copy(update={"output": output, "tries": 1}))
    prompt = Prompt("doctor", 1, "", "", (), 0.0, {}, "0" * 64)
    try:
        return await server.reply(Ask("draft", (Message("user", _HELLO),), _ROOM), prompt)
    finally:
        await server.aclose()


def _reason(error: Exception) -> str:
    if isinstance(error, openai.APIStatusError):
        hints = {401: "the key is not accepted", 403: "the key may not do this", 404: "is the path /v1 missing?"}
        return f"status {error.status_code}" + (f", {hint}" if (hint := hints.get(error.status_code)) else "")
    return "no connection" if isinstance(error, openai.APIConnectionError) else "the answer cannot be read"
