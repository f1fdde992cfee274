"""Bodies have the form that the OpenAPI page shows."""

from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from rewriter.button.bodies import AcceptBody, AnswersBody, CheckBody, ImproveBody, VisitData, known_names
from rewriter.visit import visit_from
from tests.button import FULL

VISIT = {"minutes": 20, "units": 2, "people": ["x"], "plan": {"started": "2026-11-01", "content": {"goals": "x"}}}


@pytest.mark.parametrize("model", [ImproveBody, AnswersBody, CheckBody, AcceptBody])
def test_every_example_is_a_body(model: type[BaseModel]) -> None:
    for example in model.model_json_schema()["examples"]:
        model.model_validate(example)


def test_a_body_is_the_line_of_a_batch() -> None:
    body = ImproveBody(text=FULL, minutes=20, visit=VISIT, profile="full", answers={"DOC130": "stairs"})
    assert body.line() == {"text": FULL, "minutes": 20, "visit": VISIT, "answers": {"DOC130": "stairs"}}
    assert CheckBody(rewrite="a", source="b").line() == {"rewrite": "a", "source": "b"}


def test_the_form_of_a_visit_is_that_of_the_visit_itself() -> None:
    schema = TypeAdapter(VisitData).json_schema()
    assert set(VISIT) <= set(schema["properties"])
    assert schema["properties"]["plan"]["properties"]["started"]["type"] == "string"
    assert schema["additionalProperties"] is False
    assert "$defs" not in schema
    assert visit_from(VISIT)


@pytest.mark.parametrize("visit", [{"planted": 1}, {"plan": {"planted": 1}}])
def test_keys_of_a_visit_that_nobody_knows_are_not_repeated(visit: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        ImproveBody(text=FULL, visit=visit)
    assert "planted" not in str(caught.value)


def test_names_that_messages_may_hold_are_those_of_bodies() -> None:
    assert {"text", "visit", "base_sha256", "started", "basis"} <= known_names()
