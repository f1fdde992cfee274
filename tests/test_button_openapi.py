"""The OpenAPI page is true: whatever it is asked, the service answers as the page says, and never with a fault."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from rewriter.button.app import create_app
from tests.button import make_settings

pytestmark = pytest.mark.slow

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    """The page of a service that runs, bound to it."""
    folder = tmp_path_factory.mktemp("openapi")
    local = {"limits": {"per_minute": 1_000_000, "burst": 1_000_000}, "may": ["notes", "metrics"]}
    app = create_app(make_settings(folder, local=local))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
    port = server.servers[0].sockets[0].getsockname()[1]
    schema = schemathesis.openapi.from_dict(app.openapi())
    schema.config.update(base_url=f"http://127.0.0.1:{port}")
    yield schema
    server.should_exit = True
    thread.join()


def list_operations(page: schemathesis.BaseSchema) -> list[Any]:
    operations = []
    for found in page.get_all_operations():
        assert isinstance(found, Ok)
        operations.append(found.ok())
    return operations


def test_every_route_is_on_the_page(page: schemathesis.BaseSchema) -> None:
    assert {operation.label for operation in list_operations(page)} == {
        "GET /healthz",
        "GET /metrics",
        "GET /readyz",
        "GET /v1/rules",
        "POST /v1/check",
        "POST /v1/improve",
        "POST /v1/improve/{id}/accept",
        "POST /v1/improve/{id}/answers",
    }


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_whatever_is_asked_is_answered_as_the_page_says(
    page: schemathesis.BaseSchema, mode: schemathesis.GenerationMode
) -> None:
    for operation in list_operations(page):
        if mode is schemathesis.GenerationMode.NEGATIVE and not operation.path.startswith("/v1/"):
            continue  # a question without anything in it cannot be asked wrongly

        @given(operation.as_strategy(generation_mode=mode))
        @settings(
            max_examples=25,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],
        )
        def ask(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(checks=CHECKS)

        ask()
