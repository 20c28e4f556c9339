"""Puts the county's HTTP application together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Any

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import IntegrityError

from gridapp.contract.problems import Problem
from gridapp.server.county import County
from gridapp.server.jobs import Jobs
from gridapp.server.problems import Refusal
from gridapp.server.routes import devices, health, sync

log = structlog.get_logger("gridapp.county")


def create_app(county: County) -> FastAPI:
    """The application that serves this county."""

    @asynccontextmanager
    async def at_work(_: FastAPI) -> AsyncIterator[None]:
        jobs = Jobs(county)
        jobs.start()
        yield
        jobs.stop()

    app = FastAPI(title="gridapp county", docs_url=None, redoc_url=None, lifespan=at_work)
    app.include_router(devices.routes(county))
    app.include_router(sync.routes(county))
    app.include_router(health.routes(county))
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(IntegrityError, _collided)
    app.middleware("http")(_logged)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)  # noqa: S101 - registered for it alone
    headers = {"retry-after": str(error.retry_after)} if error.retry_after else None
    log.info("refused", path=request.url.path, code=error.code.value, detail=error.reply.detail)
    return JSONResponse(error.reply.model_dump(), status_code=error.status, headers=headers)


async def _malformed(request: Request, _: Exception) -> Response:
    return await _refused(request, Refusal(Problem.MALFORMED))


async def _collided(request: Request, _: Exception) -> Response:
    """Two transactions wrote the same new thing: whoever comes again finds it there."""
    return await _refused(request, Refusal(Problem.BUSY, retry_after=1, detail="collision"))


async def _logged(request: Request, call_next: Any) -> Response:
    """One line per request: path, status, time. Never a body, a name or a header."""
    started = perf_counter()
    response: Response = await call_next(request)
    log.info(
        "request",
        path=request.url.path,
        status=response.status_code,
        ms=round((perf_counter() - started) * 1000),
    )
    return response
