"""Puts the county's HTTP application together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import IntegrityError

from gridapp.contract.problems import Problem
from gridapp.server.access import tokens
from gridapp.server.county.county import County
from gridapp.server.exchange.partial import FOLDER, Partials
from gridapp.server.operations.jobs import Jobs
from gridapp.server.operations.metrics import Metrics
from gridapp.server.problems import Refusal
from gridapp.server.routes import blobs, devices, health, sync, uploads
from gridapp.server.routes.described import describe
from gridapp.server.routes.watching import Watched

SECRET = "metrics.secret"
"""A file there, if the operator made one: who shows what it holds may read the metrics."""

log = structlog.get_logger("gridapp.county")


def create_app(county: County) -> FastAPI:
    """The application that serves this county."""
    if county.folder is None:
        raise ValueError("a county is served out of a folder")
    metrics = Metrics()
    partials = Partials(county.folder / FOLDER, tokens.derived(county.token_key, "partial"))

    @asynccontextmanager
    async def at_work(_: FastAPI) -> AsyncIterator[None]:
        jobs = Jobs(county)
        jobs.start()
        yield
        jobs.stop()

    app = FastAPI(title="gridapp county", docs_url=None, redoc_url=None, lifespan=at_work)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]
    app.include_router(devices.routes(county))
    app.include_router(uploads.routes(county, partials))
    app.include_router(blobs.routes(county))
    app.include_router(health.routes(county, metrics, _secret(county.folder / SECRET)))
    app.router.routes.extend(sync.routes(county, partials))
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(IntegrityError, _collided)
    app.add_middleware(Watched, metrics=metrics)
    return app


def _secret(path: Path) -> str | None:
    return path.read_text(encoding="utf-8").strip() or None if path.exists() else None


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)  # noqa: S101 - registered for it alone
    headers = {"retry-after": str(error.retry_after)} if error.retry_after else None
    log.info("refused", code=error.code.value, detail=error.reply.detail)
    return JSONResponse(error.reply.model_dump(), status_code=error.status, headers=headers)


async def _malformed(request: Request, _: Exception) -> Response:
    return await _refused(request, Refusal(Problem.MALFORMED))


async def _collided(request: Request, _: Exception) -> Response:
    """Two transactions wrote the same new thing: whoever comes again finds it there."""
    return await _refused(request, Refusal(Problem.BUSY, retry_after=1, detail="collision"))
