"""Who writes a draft, where it is not the composer."""

from dataclasses import dataclass
from typing import Protocol

from rewriter.loop import Limits, State, Task
from rewriter.prompt import Prompt


class Manner(Protocol):
    """How a model is asked to write."""

    @property
    def name(self) -> str:
        """The model's name."""

    @property
    def style(self) -> str:
        """`proved`: it arranges slots; `free`: it writes prose."""

    @property
    def prompt(self) -> Prompt:
        """What it is asked with."""

    @property
    def mask(self) -> bool:
        """Whether names and identifiers are hidden from it."""

    @property
    def limits(self) -> Limits:
        """Its budget for a note."""


@dataclass(frozen=True, slots=True)
class Writer:
    """How a model is asked (the `Manner` of an engine), without a connection: it can be sent to other processes."""

    name: str
    style: str
    prompt: Prompt
    mask: bool
    limits: Limits

    @classmethod
    def of(cls, manner: Manner) -> "Writer":
        """Return the writer that asks as `manner` does."""
        return cls(manner.name, manner.style, manner.prompt, manner.mask, manner.limits)


class Engine(Manner, Protocol):
    """What asks a model and waits for it: `rewriter.model.open_engine` returns one."""

    def run(self, task: Task) -> State:
        """Return the loop's last state for a task."""

    async def arun(self, task: Task) -> State:
        """Return the loop's last state for a task."""
