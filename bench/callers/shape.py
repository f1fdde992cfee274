"""The reply as the rivals' libraries want it: a pydantic model that refuses the one fault of the workload."""

from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

from bench.callers.client import WRONG


def make_shape(fault: str) -> Any:
    """Return the model; `fault` is what it says of a sentence that ends in WRONG."""

    class Sentence(BaseModel):
        model_config = ConfigDict(extra="forbid")
        id: str
        text: str

        @field_validator("text")
        @classmethod
        def holds(cls, text: str) -> str:
            if text.endswith(WRONG):
                raise ValueError(fault)
            return text

    class Draft(BaseModel):
        model_config = ConfigDict(extra="forbid")
        sentences: list[Sentence]

    return Draft
