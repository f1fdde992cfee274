"""Property tests run the same examples every time, so that a red run can be run again.

`pytest --hypothesis-profile=explore` looks for new ones. Pools that a test opens fork their processes from one that has
loaded the packs; services and runs in processes of their own, and `test_processes`, start theirs as users' do.

What holds for all tests is set by hooks here, not by fixtures: one that each test has costs every test some time.
"""

import gc
import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import certifi
import pytest
from hypothesis import settings

from rewriter import processes
from tests.postgres import serve
from tests.replayed import IS_RECORDING

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None, max_examples=5000)
settings.load_profile("repeatable")

_PATCH = pytest.MonkeyPatch()
_MEMORY = Path("/dev/shm")
_ROOM = 1 << 30  # a whole run writes 75 MB


def pytest_configure(config: pytest.Config) -> None:
    """Where tests are spread, give each worker modules in a row: what a module shares is then seldom opened twice."""
    if config.getoption("dist", "no") == "load":
        config.option.dist = "worksteal"
    multiprocessing.set_forkserver_preload(["tests.warmed"])
    _PATCH.setattr(processes, "_METHOD", "forkserver")
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM and "PYTEST_DEBUG_TEMPROOT" not in os.environ:
        # Journals and audits wait for the disk at each record, which no test can tell from memory.
        _PATCH.setenv("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))
    if not IS_RECORDING:  # a model's own server shows a certificate
        config.add_cleanup(_keep_one_certificate())
    config.add_cleanup(_PATCH.undo)


def _keep_one_certificate() -> Callable[[], None]:
    """Put one certificate in place of all: each client of a model reads them, and no server of the tests shows one."""
    certificate, end, _ = Path(certifi.where()).read_text("ascii", "ignore").partition("-----END CERTIFICATE-----\n")
    folder = tempfile.TemporaryDirectory()
    path = Path(folder.name) / "one.pem"
    path.write_text(certificate + end)
    _PATCH.setenv("SSL_CERT_FILE", str(path))
    return folder.cleanup


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect no garbage while modules, packs and tests are loaded: they stay, and a fifth of the time went there."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """Leave modules, packs and tests out of what the garbage collector goes through again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of an empty PostgreSQL database, on a server of the test run's own; skips where none is installed."""
    with serve() as url:
        yield url
