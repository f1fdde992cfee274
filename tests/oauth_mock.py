"""The npm package `oauth2-mock-server` in a process of its own: a login that nobody here wrote."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.npm import environment

_SCRIPT = Path(__file__).with_name("oauth_mock.js")


@dataclass(frozen=True)
class OauthMock:
    """The server. `issuer` is its address, and what its tokens name."""

    issuer: str
    process: "subprocess.Popen[str]"

    def prepare(self, reply: Mapping[str, Any], claims: Mapping[str, Any], wanted: Mapping[str, str]) -> None:
        """Say what the next launch is given: members of the reply, claims of the tokens.

        `wanted` is what the launch must ask for; one that asks for anything else gets no code.
        """
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"reply": reply, "claims": claims, "wanted": wanted}) + "\n")
        self.process.stdin.flush()
        assert self._read() == "ready"

    def _read(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    @property
    def endpoints(self) -> dict[str, str]:
        """Return what a SMART configuration says of the server."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
        }


@contextmanager
def running() -> Iterator[OauthMock]:
    """Run a server. The test is skipped where the package is not installed."""
    command = ["node", str(_SCRIPT)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True, env=environment("oauth2-mock-server")
    ) as process:
        try:
            assert process.stdout is not None
            yield OauthMock(process.stdout.readline().strip(), process)
        finally:
            process.terminate()
