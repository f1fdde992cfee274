"""The SMART app's routes, for a service that has sites."""

import time
from collections.abc import Callable

from fastapi import APIRouter, FastAPI

from rewriter.button.settings import ServeSettings
from rewriter.button.smart import launching, working
from rewriter.button.smart.guard import Smart


def add_routes(app: FastAPI, settings: ServeSettings, *, now: Callable[[], float] = time.time) -> None:
    """Add the routes to a service; without sites there are none. `now` is seconds since the epoch."""
    if not settings.sites:
        return
    app.state.smart = Smart(settings, now)
    routers: tuple[APIRouter, ...] = (launching.router, working.router)
    for router in routers:
        app.include_router(router)
