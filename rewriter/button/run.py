"""The service as a process: bound, logged, and ended in good order."""

import logging
import socket
import sys
from types import FrameType

import uvicorn

from rewriter.button.app import create_app
from rewriter.button.core import Core
from rewriter.button.settings import ServeSettings
from rewriter.errors import SettingsError

# They log addresses, and with them queries that may name a patient.
_TALKATIVE = ("httpx2", "httpcore2", "openai", "uvicorn.access")
_KEEP_ALIVE_SECONDS = 15
_MOST_HEADER_BYTES = 32_768


class _Server(uvicorn.Server):
    """A server that says at once that it is about to end."""

    def __init__(self, config: uvicorn.Config, core: Core) -> None:
        super().__init__(config)
        self._core = core

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End once what is in work is done; at a second Ctrl+C, at once."""
        self._core.is_stopping = True
        super().handle_exit(sig, frame)


def serve(settings: ServeSettings) -> None:
    """Serve until SIGTERM or Ctrl+C; then what is in work may end within `grace_seconds`, and is cancelled after that.

    Raises SettingsError where the address cannot be had, JournalError where the audit cannot be kept.
    """
    app = create_app(settings)
    core: Core = app.state.core
    with _bind(settings) as listening:
        core.trail.open()
        _log_to_stderr()
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="on",
            ws="none",
            loop="asyncio",
            http="h11",
            h11_max_incomplete_event_size=_MOST_HEADER_BYTES,
            timeout_keep_alive=_KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=max(1, round(settings.grace_seconds)),
            ssl_certfile=settings.certificate,
            ssl_keyfile=settings.certificate_key,
        )
        print(f"Serving at {_address(settings, listening)} (Ctrl+C ends it)", file=sys.stderr, flush=True)
        _Server(config, core).run(sockets=[listening])


def _bind(settings: ServeSettings) -> socket.socket:
    kind = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named as TCP, so that asyncio turns Nagle's algorithm off: with it each reply waits 40 ms for the client's system.
    listening = socket.socket(kind, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        raise SettingsError(f"the service cannot listen at this host and port: {error.strerror}") from None
    return listening


def _address(settings: ServeSettings, listening: socket.socket) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{'https' if settings.certificate else 'http'}://{host}:{listening.getsockname()[1]}/"


def _log_to_stderr() -> None:
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
