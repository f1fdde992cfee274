"""Text for those who run models: the trace of a result, prompts and their messages, the doctor's signs."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rewriter.prompt import Message, Prompt
from rewriter.result import Result, step_dict

_MARKS = {True: "ok ", False: "NO ", None: "   "}


def trace(result: Result) -> str:
    """Return one line for each request to the model: what, how it ended, tokens, seconds, rule codes. Never text."""
    if result.state is None:
        return "trace: no model was asked"
    lines = [_step(step_dict(number, step)) for number, step in enumerate(result.state.steps, 1)]
    usage = result.state.usage
    return "\n".join([*lines, f"trace: {result.state.outcome}; {usage.input} tokens in, {usage.output} out"])


def _step(step: Mapping[str, Any]) -> str:
    codes = f" [{' '.join(step['codes'])}]" if step["codes"] else ""
    tries = "".join(f" after {one['outcome']}" for one in step["tries"])
    kept = "" if step["kept"] else ", not kept"
    cost = f"{step['input_tokens']} + {step['output_tokens']} tokens, {step['seconds']:.1f} s"
    return f"trace: {step['ask']}. {step['kind']}: {step['outcome']}{kept}, {cost}{tries}{codes}"


def prompts(table: Iterable[Mapping[str, Any]]) -> str:
    """Return the prompts with their versions, one a line."""
    return "\n".join(
        f"{row['name']}: "
        + ", ".join(f"{number}{' (live)' if number == row['live'] else ''}" for number in row["versions"])
        for row in table
    )


def messages(items: Sequence[Message]) -> str:
    """Return messages under their roles."""
    return "\n\n".join(f"--- {item.role} ---\n{item.text}" for item in items)


def difference(before: Prompt, after: Prompt) -> str:
    """Return what changed between two prompts, as a unified diff."""
    old, new = (messages([Message(part, text) for part, text in one.parts.items()]) for one in (before, after))
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), before.id, after.id, lineterm="")
    return "\n".join(lines) or "no difference"


def sign(name: str, found: str, well: bool | None) -> str:
    """Return one line of the doctor's."""
    return f"{_MARKS[well]}{name}: {found}"
