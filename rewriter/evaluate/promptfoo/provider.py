"""A provider and an assertion for promptfoo: the note goes through the main path, and its status decides."""

import json
from typing import Any

from rewriter import Note, Status, improve
from rewriter.model import open_engine


def call_api(prompt: str, options: dict[str, Any], context: dict[str, Any]) -> dict[str, Any]:
    """Return the result of the note that `prompt` is; `config.model` names a model, else the composer writes."""
    model = options.get("config", {}).get("model")
    result = improve(Note(prompt), engine=open_engine(model) if model else None).to_dict()
    usage = result["usage"]
    return {"output": json.dumps(result), "tokenUsage": {"total": usage["input_tokens"] + usage["output_tokens"]}}


def get_assert(output: str, context: dict[str, Any]) -> bool:
    """Return whether the run ended with the status that the test expects."""
    return bool(json.loads(output)["status"] == context["vars"].get("expected", Status.ACCEPTED))
