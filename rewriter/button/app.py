"""The service put together."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware

from rewriter.button import api, cds, signs
from rewriter.button.core import make_core
from rewriter.button.pages import Pages
from rewriter.button.problems import show_problem
from rewriter.button.settings import ServeSettings
from rewriter.button.shield import Shield
from rewriter.button.smart import routes as smart
from rewriter.errors import JournalError
from rewriter.model import ModelEngine, open_engine
from rewriter.result import COMPOSER, VERSION

# Other ways in (hooks, launches) add their routers here: each guards its routes itself.
ROUTERS: Sequence[APIRouter] = (signs.health, signs.counted, api.router)
_ABOUT = (
    "Rewrites terse therapy notes into complete, true documentation, or asks for what they lack. What comes out is a "
    "draft for the treating clinician. Nothing of a note is kept. Errors are RFC 9457 problems without text of a note."
)
# By default the framework would hand messages of exceptions, with what they quote, to whoever collects traces.
_NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}


def create_app(
    settings: ServeSettings, *, engine: ModelEngine | None = None, routers: Sequence[APIRouter] = ROUTERS
) -> FastAPI:
    """Return the service; nothing is opened before it starts. `engine` stands in place of the settings' own.

    Raises SettingsError, PackError or PromptError.
    """
    if engine is None and settings.engine != COMPOSER:
        engine = open_engine(settings.engine, style=settings.style, prompt=settings.prompt)
    core = make_core(settings, engine)

    @asynccontextmanager
    async def live(app: FastAPI) -> AsyncIterator[None]:
        try:
            await core.start()
            yield
        finally:
            await core.stop()

    app = FastAPI(
        title="Note rewriter",
        version=VERSION,
        description=_ABOUT,
        lifespan=live,
        docs_url=None,  # its pages need scripts from elsewhere, and inline ones
        redoc_url=None,
        telemetry=_NO_TELEMETRY,
        exception_handlers=dict.fromkeys((HTTPException, JournalError, TimeoutError), show_problem),
    )
    app.state.core = core
    for router in routers:
        app.include_router(router)
    cds.add_routes(app, settings)
    smart.add_routes(app, settings)
    app.mount("/", Pages())
    app.add_middleware(
        CORSMiddleware,
        allow_origins=sorted({origin for grant in settings.grants for origin in grant.origins}),
        allow_methods=["GET", "POST"],
        allow_headers=["Authorization", "Content-Type", "X-Request-Id", "If-None-Match"],
        expose_headers=["X-Request-Id", "Retry-After", "ETag"],
        max_age=600,
    )
    app.add_middleware(Shield, settings=settings, count=core.metrics.count_request)
    return app
