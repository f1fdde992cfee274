"""What goes in and out, for checking and for the OpenAPI page. What it means is decided by `rewriter.intake`."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, WithJsonSchema

from rewriter.button.problems import MEDIA_TYPE as PROBLEM_TYPE
from rewriter.note import LONGEST
from rewriter.visit import Plan, Visit

SHA256 = r"^[0-9a-f]{64}$"
_NOTE = "Wt shift R 3x10, TC @ R hip, poor propriocep R LE, min A. Goal is to amb to bathroom at home w/ RW. 25 min"
_KEY = r"^[A-Z]{3}[0-9]{3}(@[a-z0-9_.-]{1,40})?$"


def _visit_schema() -> dict[str, Any]:
    """Return the form of a visit, which `visit_from` reads."""
    schema = TypeAdapter(Visit).json_schema()
    plan = schema.pop("$defs")["Plan"]
    schema["properties"]["plan"] = plan
    for part in (schema, plan):
        part["additionalProperties"] = False
        for item in part["properties"].values():
            item.pop("default", None)
    return {**schema, "description": "What is known of the visit. What is unknown is left out."}


def _check_visit(data: dict[str, Any]) -> dict[str, Any]:
    """Refuse keys that nobody knows, without repeating them."""
    known = {item.name for item in fields(Visit)}
    plan = data.get("plan")
    known_plan = {item.name for item in fields(Plan)}
    if set(data) - known or (isinstance(plan, Mapping) and set(plan) - known_plan):
        raise ValueError("the visit has a key that is not known")
    return data


VisitData = Annotated[dict[str, Any], AfterValidator(_check_visit), WithJsonSchema(_visit_schema())]
Text = Annotated[str, Field(min_length=1, max_length=LONGEST)]
Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,40}$", examples=["97112"])]
Hash = Annotated[str, Field(pattern=SHA256)]


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class DatedAnswer(_Body):
    """An answer with the day it was given."""

    text: Text
    date: str | None = None


class Signed(_Body):
    """What is known of an addition to a note that was signed."""

    author: str | None = None
    reason: str | None = None
    basis: str | None = None
    entered: str | None = Field(default=None, examples=["2026-11-20T14:05"])


Answers = Annotated[
    dict[Annotated[str, Field(pattern=_KEY)], Text | DatedAnswer], Field(examples=[{"DOC130": "safe stairs at home"}])
]


class _Judged(_Body):
    """What a text is judged by."""

    cpt: Code | None = Field(default=None, description="the billed code; else the service's own")
    minutes: float | None = Field(default=None, ge=0, le=1440, description="one-on-one minutes of the code")
    visit: VisitData | None = None
    profile: Literal["narrative", "full"] | None = None
    offsets: Literal["code_points", "utf16"] = Field(
        default="code_points", description="how places in texts are counted"
    )
    base_sha256: Hash | None = Field(
        default=None,
        description="SHA-256 of the UTF-8 of the text that the caller means; another text is refused (409)",
    )

    def line(self) -> dict[str, Any]:
        """Return the request as the line of a batch."""
        return self.model_dump(exclude={"profile", "offsets", "base_sha256", "engine"}, exclude_none=True)


class ImproveBody(_Judged):
    """A note to improve."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": _NOTE, "cpt": "97112", "minutes": 25, "offsets": "utf16"}]}
    )

    text: Text
    answers: Answers | None = Field(default=None, description="answers to earlier questions, each by its `key`")
    answered_on: str | None = Field(default=None, description="the day of the answers", examples=["2026-11-20"])
    signed: bool | Signed | None = Field(default=None, description="a signed note gets an addendum, never a rewrite")
    engine: Literal["default", "compose"] = Field(default="default", description="compose: no model sees the note")


class AnswersBody(ImproveBody):
    """The note again, with answers to what was asked about it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"text": "bal ex w/ TC @ R hip, 20 min", "answers": {"DOC130": "safe stairs at home"}}]
        }
    )

    answers: Answers = Field(min_length=1)


class CheckBody(_Judged):
    """A text to judge; with `source`, also beside the note it was made from. `base_sha256` is of `rewrite`."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "rewrite": "Therapist facilitated weight shift to right using tactile cues at the right hip.",
                    "source": "Wt shift R, TC @ R hip",
                    "minutes": 20,
                }
            ]
        }
    )

    rewrite: Text
    source: Text | None = None


class AcceptBody(_Body):
    """What the clinician took over. Hashes and counts: what is in the record is recorded without its text."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"base_sha256": "0" * 64, "text_sha256": "1" * 64, "accepted": 2, "offered": 3}]
        }
    )

    base_sha256: Hash = Field(description="of the note that was improved")
    text_sha256: Hash = Field(description="of the text as it now stands in the field")
    accepted: int = Field(ge=0, le=10_000, description="sentences that were accepted")
    offered: int = Field(ge=0, le=10_000, description="sentences that were offered")
    seconds_ago: int = Field(
        default=0, ge=0, le=10_000_000, description="how long ago, where it could not be told then"
    )


class _Reply(BaseModel):
    """Replies may get more members: ignore those that you do not know."""

    request_id: str
    base_sha256: str
    offsets: Literal["code_points", "utf16"]
    findings: list[dict[str, Any]]
    questions: list[dict[str, Any]]
    segments: list[dict[str, Any]]
    versions: dict[str, str | None]


class ImproveReply(_Reply):
    """A result. `id` goes with the answers to its questions, and with what is accepted."""

    id: str
    status: Literal["accepted", "needs_input", "refused", "failed"]
    engine: str
    rewrite: str | None
    sentences: list[dict[str, Any]]
    parts: list[dict[str, Any]]
    facts: list[dict[str, Any]]
    read_as: list[dict[str, Any]]
    record: dict[str, str | None]


class CheckReply(_Reply):
    """A verdict."""

    verdict: Literal["pass", "revise", "ask", "refuse"]


class RulesReply(BaseModel):
    """Rules, each with why it is there, its source and its examples."""

    pack: str
    pack_sha256: str
    rules: list[dict[str, Any]]


class ProblemReply(BaseModel):
    """What went wrong, as RFC 9457 has it. It never holds text of a note."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "urn:note-rewriter:problem:stale",
                    "title": "The note is not the one this is about.",
                    "status": 409,
                    "request_id": "6f1c0e9a-2f57-4f0e-9b39-0d9a8a3f4c11",
                }
            ]
        }
    )

    type: str
    title: str
    status: int
    detail: str | None = None
    request_id: str | None = None
    errors: list[dict[str, str]] | None = None


# How the OpenAPI page has what any problem answers.
PROBLEM: dict[str, Any] = {"content": {PROBLEM_TYPE: {"schema": ProblemReply.model_json_schema()}}}


def known_names() -> frozenset[str]:
    """Return every name that a body may have, so that a message can name it."""
    names = {"body", "query", "path", "header", "id", "name"}
    for model in (ImproveBody, AnswersBody, CheckBody, AcceptBody, DatedAnswer, Signed):
        names |= set(model.model_fields)
    return frozenset(names | {item.name for part in (Visit, Plan) for item in fields(part)})
