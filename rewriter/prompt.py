"""Prompts: versioned files that render to messages.

`prompts/NAME.vN.md` holds TOML between `+++` lines (title, inputs, parameters of the model), then one part under each
`# heading`: `system`, and what the user says in a first request (`ask`), a repair (`repair`) and a last whole try
(`again`). Parts are `string.Template` texts. A released file never changes: `prompts/released.toml` holds its hash and
which version is live. What stays the same comes first, so that servers can keep it; the note comes last.
"""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import Any

from rewriter.errors import PromptError

# Beside the modules in an installed package, beside the package in a working copy.
_FOLDERS = (Path(__file__).parent / "prompts", Path(__file__).parent.parent / "prompts")
_FILE = re.compile(r"([a-z]+)\.v([0-9]+)\.md")
_HEADING = re.compile(r"^# (system|ask|repair|again)\n", re.MULTILINE)
_KEYS = {"title", "notes", "inputs", "temperature"}
PARTS = ("system", "ask", "repair", "again")
# What the loop fills in beside the inputs of the prompt.
_LOOP_INPUTS = {"ask": frozenset[str](), "repair": frozenset({"sentences", "faults", "ids"}), "again": {"faults"}}


@dataclass(frozen=True, slots=True)
class Message:
    """One message to a model: `role` is system or user."""

    role: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class Prompt:
    """One version of a prompt, ready to be rendered."""

    name: str
    version: int
    title: str
    notes: str
    inputs: tuple[str, ...]
    temperature: float
    parts: Mapping[str, str]
    sha256: str

    @property
    def id(self) -> str:
        """The name with its version: `arrange@1`."""
        return f"{self.name}@{self.version}"

    def render(self, part: str, values: Mapping[str, str]) -> tuple[Message, ...]:
        """Return the system message and the user's `part` ("ask", "repair", "again"), filled with `values`.

        Raises PromptError where a value is missing; the message names it.
        """
        try:
            text = Template(self.parts[part]).substitute(values)
        except KeyError as error:
            raise PromptError(f"prompt {self.id}: {part!r} lacks the input {error.args[0]!r}") from None
        return (Message("system", self.parts["system"]), Message("user", text))


def find_folder() -> Path:
    """Return the folder of the prompts. Raises PromptError where the installation lacks it."""
    for folder in _FOLDERS:
        if (folder / "released.toml").is_file():
            return folder
    raise PromptError("the folder of prompts is missing from this installation")


def list_prompts() -> dict[str, list[int]]:
    """Return the versions of each prompt, in order."""
    found: dict[str, list[int]] = {}
    for path in sorted(find_folder().iterdir()):
        if match := _FILE.fullmatch(path.name):
            found.setdefault(match[1], []).append(int(match[2]))
    return {name: sorted(versions) for name, versions in sorted(found.items())}


def released() -> dict[str, Any]:
    """Return what `released.toml` says: `live` (name to version), `sha256` (`name@version` to hash)."""
    with (find_folder() / "released.toml").open("rb") as stream:
        return tomllib.load(stream)


def load_prompt(name: str, version: int | None = None) -> Prompt:
    """Return a prompt, `name` or `name@version`; without a version the live one.

    Raises PromptError where there is none or the file breaks its form.
    """
    name, _, number = name.partition("@")
    known = list_prompts()
    if name not in known or (number and not number.isdecimal()):
        raise PromptError(f"there is no such prompt; there are: {', '.join(known)}")
    version = int(number) if number else version or released()["live"].get(name, known[name][-1])
    if version not in known[name]:
        raise PromptError(f"prompt {name} has no version {version}; it has: {', '.join(map(str, known[name]))}")
    raw = (find_folder() / f"{name}.v{version}.md").read_bytes()
    return parse_prompt(name, version, raw)


def parse_prompt(name: str, version: int, raw: bytes) -> Prompt:
    """Return the prompt in a file's bytes. Raises PromptError where they break the form."""
    where = f"prompt {name}@{version}"
    try:
        _, head, body = raw.decode("utf-8").split("+++\n", 2)
        table = tomllib.loads(head)
    except (ValueError, tomllib.TOMLDecodeError):
        raise PromptError(f"{where}: must open with TOML between +++ lines") from None
    if unknown := sorted(set(table) - _KEYS):
        raise PromptError(f"{where}: unknown key {unknown[0]!r}")
    pieces = _HEADING.split(body)
    parts = {part: text.strip() for part, text in zip(pieces[1::2], pieces[2::2], strict=True)}
    if missing := [part for part in PARTS if not parts.get(part)]:
        raise PromptError(f"{where}: lacks the part {missing[0]!r}")
    inputs = tuple(table.get("inputs", ()))
    for part, own in _LOOP_INPUTS.items():
        if unknown := sorted(set(Template(parts[part]).get_identifiers()) - set(inputs) - own):
            raise PromptError(f"{where}: {part!r} uses the unknown input {unknown[0]!r}")
    return Prompt(
        name,
        version,
        table.get("title", ""),
        table.get("notes", ""),
        inputs,
        float(table.get("temperature", 0.0)),
        parts,
        hashlib.sha256(raw).hexdigest(),
    )
