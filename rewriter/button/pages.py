"""The files of `static/`: pages, scripts and styles, the same for everybody."""

import os
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import PathLike, StaticFiles
from starlette.types import Scope

_FOLDER = Path(__file__).parent / "static"


class Pages(StaticFiles):
    """Serves the files. Other sites may embed them; whether these may ask the service is decided elsewhere."""

    def __init__(self) -> None:
        super().__init__(directory=_FOLDER, html=True)

    def file_response(
        self,
        full_path: PathLike,
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Return a file, to be kept only with a look whether it is still the same."""
        reply = super().file_response(full_path, stat_result, scope, status_code)
        reply.headers["Cache-Control"] = "no-cache"
        reply.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return reply
