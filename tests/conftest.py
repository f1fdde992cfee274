"""Property tests run the same examples every time, so that a red run can be run again.

`pytest --hypothesis-profile=explore` looks for new ones. A cassette is played only for the very request it answered.
Pools that a test opens fork their processes from one that has loaded the packs; services and runs in processes of their
own, and `test_processes`, start theirs as users' do.
"""

import gc
import json
import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import certifi
import pytest
from hypothesis import settings

from tests.postgres import serve

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None, max_examples=5000)
settings.load_profile("repeatable")

# What only one maker's server is sent: a recording from any server plays back.
_OWN = ("store", "prompt_cache_key", "safety_identifier", "max_completion_tokens", "max_tokens")


def pytest_configure(config: pytest.Config) -> None:
    """Where tests are spread, give each worker modules in a row: what a module shares is then seldom opened twice."""
    if config.getoption("dist", "no") == "load":
        config.option.dist = "worksteal"


def pytest_collection_finish() -> None:
    """Leave modules, packs and tests out of what the garbage collector goes through again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def warmed() -> Iterator[None]:
    multiprocessing.set_forkserver_preload(["tests.warmed"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rewriter.processes._METHOD", "forkserver")
        yield


@pytest.fixture(scope="session", autouse=True)
def few_certificates(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One certificate in place of all: each client of a model reads them, and no server of the tests shows one."""
    if request.config.getoption("record_mode", "none") not in (None, "none"):  # a model's own server does
        yield
        return
    certificate, end, _ = Path(certifi.where()).read_text("ascii", "ignore").partition("-----END CERTIFICATE-----\n")
    path = tmp_path_factory.mktemp("certificates") / "one.pem"
    path.write_text(certificate + end)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(path))
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of an empty PostgreSQL database, on a server of the test run's own; skips where none is installed."""
    with serve() as url:
        yield url


def pytest_recording_configure(config: object, vcr: Any) -> None:
    vcr.register_matcher("asked", asked)


def asked(one: Any, two: Any) -> None:
    """Match requests by all of their body but what differs by server."""
    assert _asked(one) == _asked(two), "another request"


def _asked(request: Any) -> tuple[dict[str, Any], int]:
    body = json.loads(request.body)
    room = body.get("max_completion_tokens") or body.get("max_tokens")
    return {key: value for key, value in body.items() if key not in _OWN}, room
