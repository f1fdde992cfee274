"""A browser and a service for the tests alone: Debian's Chromium, and `rewriter serve` in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_STARTS = "Serving at "


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Yield the browser that is installed; skip where there is none. Nothing is downloaded."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


@dataclass
class Site:
    """Another site on this machine: the page that it serves, and under which policy."""

    origin: str
    page: str = ""
    policy: str = ""


@contextmanager
def open_site() -> Iterator[Site]:
    """Yield a site that serves one page, whatever is asked for."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", site.policy)
            self.end_headers()
            self.wfile.write(site.page.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site = Site(f"http://127.0.0.1:{server.server_port}")
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield site
        server.shutdown()
        thread.join()


class Served(NamedTuple):
    """A service that runs: where it is, and the file of its audit."""

    url: str
    audit: Path


@contextmanager
def serve(folder: Path, settings: Mapping[str, Any]) -> Iterator[Served]:
    """Yield a service with these settings, once it is ready; its files are in `folder`."""
    audit, log = folder / "audit", folder / "log"
    command = [sys.executable, "-m", "rewriter", "serve", "--port", "0", "--audit", str(audit)]
    given = {f"REWRITER_SERVE_{name.upper()}": json.dumps(value) for name, value in settings.items()}
    with log.open("wb") as sink, subprocess.Popen(command, stderr=sink, env={**os.environ, **given}) as process:
        try:
            yield Served(_wait_until_ready(process, log), audit)
        finally:
            process.terminate()


def _wait_until_ready(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """Return where the service is, once it answers."""
    while process.poll() is None:
        time.sleep(0.05)
        written = log.read_text(encoding="utf-8")
        if not written.startswith(_STARTS) or "\n" not in written:
            continue
        url = written.removeprefix(_STARTS).split()[0]
        try:
            with urlopen(f"{url}readyz"):
                return url
        except URLError:  # bound, and not listening yet
            continue
    pytest.fail(f"the service ended: {log.read_text(encoding='utf-8')}")


def find_faults(page: Page) -> list[str]:
    """Return what axe-core finds serious about a page, its shadow trees included."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.evaluate(script)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]
