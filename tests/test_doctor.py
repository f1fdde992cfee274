import json
from collections.abc import Mapping
from typing import Any

import pytest

from rewriter.doctor import examine
from rewriter.settings import Settings, load_settings
from tests.fault_server import Answer, FaultServer, completion, error

MODELS = Answer(body=json.dumps({"object": "list", "data": [{"id": "m1", "object": "model"}]}).encode())
READY = completion('{"sentences": [{"id": "s1", "text": "ready"}]}')


def settings_for(server: FaultServer, **flags: Any) -> Settings:
    return load_settings(base_url=server.url, api_key="sk-planted", call_timeout=2.0, **flags)


def told(settings: Settings) -> dict[str, tuple[str, bool | None]]:
    return {sign.name: (sign.found, sign.well) for sign in examine(settings)}


def test_a_sound_server_has_every_feature() -> None:
    def script(number: int, request: Mapping[str, Any]) -> Answer:
        return READY if request else MODELS

    with FaultServer(script) as server:
        signs = told(settings_for(server))
    assert signs["answers"] == ("yes, 1 models", True)
    assert signs["model tried"] == ("m1", True)
    for feature in ("strict JSON schema", "JSON mode", "plain replies", "counts tokens"):
        assert signs[feature] == ("yes", True)


def test_a_missing_feature_is_told_and_the_rest_is_tried() -> None:
    def script(number: int, request: Mapping[str, Any]) -> Answer:
        if request.get("response_format", {}).get("type") == "json_schema":
            return error(400)
        return READY if request else MODELS

    with FaultServer(script) as server:
        signs = told(settings_for(server, output="json"))
    assert signs["strict JSON schema"] == ("no (400)", False)
    assert signs["JSON mode"] == ("yes", True)


@pytest.mark.parametrize(("status", "said"), [(401, "the key is not accepted"), (404, "is the path /v1 missing?")])
def test_a_refusing_server_is_told_with_what_to_do(status: int, said: str) -> None:
    with FaultServer(lambda number, request: error(status)) as server:
        found, well = told(settings_for(server))["answers"]
    assert said in found
    assert well is False


def test_a_server_that_is_not_there_is_told() -> None:
    assert told(load_settings(base_url="http://127.0.0.1:9/v1"))["answers"] == ("no: no connection", False)


def test_no_secret_is_shown() -> None:
    signs = examine(load_settings(base_url="http://user:planted@127.0.0.1:9/v1?key=planted", api_key="sk-planted"))
    assert "planted" not in repr(signs)
