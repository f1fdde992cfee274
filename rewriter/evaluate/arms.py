"""The arms of a run: the composer, and each model with each prompt."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rewriter.bulk.terms import Terms
from rewriter.engine import Writer
from rewriter.errors import InputError, SettingsError
from rewriter.intake import Options
from rewriter.loop import Limits
from rewriter.model import FREE, PROVED, open_engine
from rewriter.prompt import load_prompt
from rewriter.result import COMPOSER
from rewriter.settings import Settings

_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")
# When a run was begun changes no verdict of an evaluation: signed notes are not its matter.
_NO_DAY = datetime.min


@dataclass(frozen=True)
class Arm:
    """One way to write: `writer` says how a model is asked, None for the composer.

    `settings` say where the model is; None where it is not to be asked, as in a re-scoring. `parameters` are the
    settings that change what a model replies.
    """

    name: str
    writer: Writer | None = None
    settings: Settings | None = field(default=None, repr=False)
    parameters: str = ""

    @property
    def file(self) -> str:
        """The arm's name as that of a file, without an ending."""
        return _UNSAFE.sub("-", self.name)

    def digest(self, options: Options) -> str:
        """Return the digest of everything beside the samples that makes a result what it is: rules, prompt, code."""
        return Terms(options, None, _NO_DAY, self.writer, self.parameters).digest().hex()

    def to_dict(self, options: Options) -> dict[str, Any]:
        """Return the arm as the folder of a run keeps it."""
        told: dict[str, Any] = {"name": self.name, "digest": self.digest(options)}
        if self.writer is not None:
            writer = self.writer
            told |= {
                "model": writer.name,
                "style": writer.style,
                "prompt": writer.prompt.id,
                "prompt_sha256": writer.prompt.sha256,
                "mask": writer.mask,
                "limits": {"tokens": writer.limits.tokens, "reply": writer.limits.reply},
                "parameters": self.parameters,
            }
        return told


def make_arms(models: Mapping[str, Settings], prompts: Sequence[str]) -> list[Arm]:
    """Return the composer's arm and one for each model with each prompt (`name` or `name@version`).

    Raises SettingsError or PromptError, and SettingsError where two arms would have one name.
    """
    arms = [Arm(COMPOSER)]
    for model, settings in models.items():
        for name in prompts:
            style = FREE if "note" in load_prompt(name).inputs else PROVED
            writer = Writer.of(open_engine(model, style=style, prompt=name, settings=settings))
            arms.append(Arm(f"{model} {writer.prompt.id}", writer, settings, settings.parameters))
    if len({arm.file.casefold() for arm in arms}) < len(arms):
        raise SettingsError("a model or a prompt is named twice, or two models have names too much alike")
    return arms


def arms_from(rows: Iterable[Mapping[str, Any]]) -> list[Arm]:
    """Return the arms that the folder of a run tells of, none of which can be asked.

    Raises PromptError where a prompt is missing, InputError where it is not the one that the run had.
    """
    return [_arm_from(row) for row in rows]


def _arm_from(row: Mapping[str, Any]) -> Arm:
    if "model" not in row:
        return Arm(row["name"])
    prompt = load_prompt(row["prompt"])
    if prompt.sha256 != row["prompt_sha256"]:
        raise InputError(f"the prompt {prompt.id} has changed since the run: a change should be a new version")
    writer = Writer(row["model"], row["style"], prompt, row["mask"], Limits(**row["limits"]))
    return Arm(row["name"], writer, None, row["parameters"])
