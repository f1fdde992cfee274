"""Models behind an OpenAI-compatible server; with `bulk/batches.py` all that imports openai and tenacity.

One request at a time, tried again only for named faults of transport, with jitter and as late as the server's
`Retry-After` says. The client's own retries are off: two layers would multiply. Where many requests are made at once, a
gate lets each try pass, so that what one meets slows all. What came back is classified, not judged. No text of a
request or a reply is logged or put into an exception.
"""

import asyncio
import hashlib
import hmac
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import openai
from openai import AsyncOpenAI
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt
from tenacity.wait import wait_random_exponential

from rewriter.errors import ModelError
from rewriter.loop import (
    CUT_OFF,
    EMPTY,
    FILTERED,
    LATE,
    OK,
    REFUSED,
    REPLY_SCHEMA,
    UNREACHABLE,
    Ask,
    Limits,
    Reply,
    State,
    Task,
    Try,
    Usage,
    advance,
    start,
)
from rewriter.prompt import Prompt, load_prompt
from rewriter.settings import Settings, load_settings

# At its most talkative the client would log whole requests, and with them the note.
logging.getLogger("openai").setLevel(logging.INFO)

PROVED, FREE = "proved", "free"
PROMPTS: Mapping[str, str] = {PROVED: "arrange", FREE: "prose"}
_LONGEST_PAUSE = 120.0
TRANSIENT = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
# How a try ended, as `Try.outcome` names it: those that whoever makes many requests must heed.
TOO_MANY, NO_MONEY, TIMED_OUT = "429", "insufficient_quota", "timeout"
FILTER = "content_filter"
_RESPONSE_FORMAT: Mapping[str, Any] = {
    "schema": {
        "type": "json_schema",
        "json_schema": {"name": "draft", "strict": True, "schema": dict(REPLY_SCHEMA)},
    },
    "json": {"type": "json_object"},
}

# Told of every step: what is being asked, how many requests there were before, seconds since the start.
Progress = Callable[[str, int, float], None]


# Told how a try ended: `ok` or the name of its fault, and the seconds that the server asks to wait.
Told = Callable[[str, float | None], None]


class Gate(Protocol):
    """What every single try of every request passes."""

    async def enter(self, ask: Ask) -> Told | None:
        """Wait until a request may be tried; return who is told how the try ended, None where it may not be tried."""


class Transport(Protocol):
    """What sends one request and classifies what comes back; it raises nothing but cancellation."""

    async def reply(self, ask: Ask, prompt: Prompt) -> Reply:
        """Return the reply to a request."""

    async def aclose(self) -> None:
        """Close the connections."""


@dataclass
class Server:
    """One model on one server. Connections are opened at the first request and closed by `aclose`."""

    model: str
    settings: Settings
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    gate: Gate | None = None
    _client: AsyncOpenAI | None = field(default=None, repr=False)

    async def reply(self, ask: Ask, prompt: Prompt) -> Reply:
        """Return the reply to a request, whatever became of it."""
        began = time.monotonic()
        tries: list[Try] = []
        clock = _Clock(tries)
        waits = AsyncRetrying(
            stop=stop_after_attempt(self.settings.tries),
            wait=pause,
            sleep=self.sleep,
            retry=retry_if_exception(is_transient),
            after=clock.note,
            reraise=True,
        )
        try:
            completion: Any = await waits(self._try, ask, prompt, clock)
        except _Shut:
            return Reply(UNREACHABLE, seconds=time.monotonic() - began, tries=tuple(tries))
        except (openai.OpenAIError, TimeoutError, ValueError) as error:
            if not tries or not is_transient(error):
                tries.append(Try(name_fault(error), clock.seconds()))
            outcome = FILTERED if name_fault(error) == FILTER else UNREACHABLE
            return Reply(outcome, seconds=time.monotonic() - began, tries=tuple(tries))
        return classify(completion, time.monotonic() - began, tuple(tries))

    async def aclose(self) -> None:
        """Close the connections; the next request opens new ones."""
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    def open(self) -> AsyncOpenAI:
        """Return the client, opened if need be."""
        if self._client is None:
            self._client = AsyncOpenAI(
                api_key=self.settings.api_key.get_secret_value() or "none",
                base_url=self.settings.base_url,
                max_retries=0,
                timeout=self.settings.call_timeout,
            )
        return self._client

    async def _try(self, ask: Ask, prompt: Prompt, clock: "_Clock") -> Any:
        told = await self.gate.enter(ask) if self.gate else _tell_nobody
        if told is None:
            raise _Shut
        clock.begin()
        try:
            completion = await self._send(ask, prompt)
        except (openai.OpenAIError, TimeoutError, ValueError) as error:
            told(name_fault(error), _read_wait(error))
            raise
        told(OK, None)
        return completion

    async def _send(self, ask: Ask, prompt: Prompt) -> Any:
        body = self.body(ask, prompt)
        async with asyncio.timeout(self.settings.call_timeout):  # a slow drip resets the client's own time limits
            # As `extra_body` it goes out as it is: the client's walk through its types is a quarter of a call's CPU.
            return await self.open().chat.completions.create(model=self.model, messages=[], extra_body=body)

    def body(self, ask: Ask, prompt: Prompt) -> dict[str, Any]:
        """Return what is sent; only OpenAI's own server is sent OpenAI's own fields."""
        settings = self.settings
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [{"role": message.role, "content": message.text} for message in ask.messages],
        }
        if settings.output in _RESPONSE_FORMAT:
            body["response_format"] = _RESPONSE_FORMAT[settings.output]
        temperature = prompt.temperature if settings.temperature is None else settings.temperature
        if temperature is not None:
            body["temperature"] = temperature
        if not settings.is_openai:
            return {**body, "max_tokens": ask.most_tokens}
        body |= {"max_completion_tokens": ask.most_tokens, "store": False, "prompt_cache_key": prompt.sha256[:32]}
        if settings.tier != "default":
            body["service_tier"] = settings.tier
        if settings.client:
            key = settings.safety_key.get_secret_value().encode()
            body["safety_identifier"] = hmac.new(key, settings.client.encode(), hashlib.sha256).hexdigest()
        return body


class _Shut(Exception):
    """The gate lets no more tries of a request pass."""


def _tell_nobody(outcome: str, wait: float | None) -> None:
    """Stand in where there is no gate."""


class _Clock:
    """Notes each failed try with its seconds."""

    def __init__(self, tries: list[Try]) -> None:
        self._tries = tries
        self._began = time.monotonic()

    def begin(self) -> None:
        self._began = time.monotonic()

    def note(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        if error is not None:
            self._tries.append(Try(name_fault(error), self.seconds()))

    def seconds(self) -> float:
        return time.monotonic() - self._began


def is_transient(error: BaseException) -> bool:
    """Return whether the same request may succeed later."""
    if isinstance(error, openai.APIStatusError):
        return error.status_code in TRANSIENT and error.code != NO_MONEY
    return isinstance(error, openai.APIConnectionError | openai.APIResponseValidationError | TimeoutError | ValueError)


def name_fault(error: BaseException) -> str:
    """Return a short name for a fault: its code, its status or its kind, never its message."""
    if isinstance(error, openai.APIStatusError):
        return error.code if error.code in (NO_MONEY, FILTER) else str(error.status_code)
    if isinstance(error, TimeoutError | openai.APITimeoutError):
        return TIMED_OUT
    return "connection" if isinstance(error, openai.APIConnectionError) else "unreadable"


_jitter = wait_random_exponential(multiplier=0.5, max=20)


def pause(state: RetryCallState) -> float:
    """Return the seconds to wait: what the server asks for, else a random time that grows."""
    jitter = _jitter(state)
    asked = _read_wait(state.outcome.exception() if state.outcome else None)
    return jitter if asked is None else asked + jitter * 0.1


def _read_wait(error: BaseException | None) -> float | None:
    """Return the seconds that the server asks to wait; None where it asks for none, or for too many."""
    if not isinstance(error, openai.APIStatusError):
        return None
    try:
        asked = float(error.response.headers.get("retry-after", ""))
    except ValueError:
        return None
    return asked if 0 <= asked <= _LONGEST_PAUSE else None


def classify(completion: Any, seconds: float = 0.0, tries: tuple[Try, ...] = ()) -> Reply:
    """Return the reply in a completion, the client's object or its JSON: refused, filtered, cut off, empty or ok."""
    usage = _get(completion, "usage")
    counted = Usage(
        _get(usage, "prompt_tokens") or 0,
        _get(usage, "completion_tokens") or 0,
        _get(_get(usage, "prompt_tokens_details"), "cached_tokens") or 0,
    )
    choices = _get(completion, "choices") or []
    message = _get(choices[0], "message") if choices else None
    text = _get(message, "content") or ""
    reason = _get(choices[0], "finish_reason") if choices else None
    if _get(message, "refusal"):
        outcome = REFUSED
    elif reason == FILTER:
        outcome = FILTERED
    elif reason == "length":
        outcome = CUT_OFF
    else:
        outcome = OK if isinstance(text, str) and text.strip() else EMPTY
    return Reply(
        outcome,
        text if outcome == OK else "",
        counted,
        str(_get(completion, "_request_id") or _get(completion, "id") or ""),
        str(_get(completion, "model") or ""),
        seconds,
        tries,
    )


def _get(data: Any, name: str) -> Any:
    return data.get(name) if isinstance(data, Mapping) else getattr(data, name, None)


@dataclass(frozen=True)
class ModelEngine:
    """An engine that writes drafts with a model: `name` is the model's, `style` proved or free."""

    name: str
    style: str
    prompt: Prompt
    mask: bool
    limits: Limits
    timeout: float
    transport: Transport
    progress: Progress | None = None

    async def arun(self, task: Task) -> State:
        """Return the loop's last state for a task; one deadline stands over all of it. Cancelling cancels."""
        began = time.monotonic()
        state = start(task)
        try:
            async with asyncio.timeout(self.timeout):
                while state.ask is not None:
                    if self.progress:
                        self.progress(state.ask.kind, len(state.steps), time.monotonic() - began)
                    state = advance(state, await self.transport.reply(state.ask, task.prompt))
        except TimeoutError:
            state = advance(state, Reply(LATE, seconds=time.monotonic() - began))
        return state

    def run(self, task: Task) -> State:
        """Do what `arun` does, for callers without an event loop. Raises ModelError inside of one."""

        async def once() -> State:
            try:
                return await self.arun(task)
            finally:
                await self.transport.aclose()  # connections do not outlive the event loop

        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return asyncio.run(once())
        raise ModelError("improve() cannot wait for a model inside an event loop: use aimprove()")


def open_engine(
    model: str,
    *,
    style: str = PROVED,
    prompt: str | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> ModelEngine:
    """Return the engine for a model; nothing is sent yet.

    Raises SettingsError for settings that cannot be used, PromptError for an unknown prompt.
    """
    settings = settings or load_settings()
    return ModelEngine(
        name=model,
        style=style,
        prompt=load_prompt(prompt or PROMPTS[style]),
        mask=settings.mask,
        limits=Limits(settings.most_tokens, settings.reply_tokens),
        timeout=settings.timeout,
        transport=Server(model, settings),
        progress=progress,
    )
