"""Puts the county's HTTP application together."""

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import IntegrityError

from gridapp.contract.problems import Problem
from gridapp.server import tokens
from gridapp.server.county import County
from gridapp.server.metrics import Metrics
from gridapp.server.partial import Partials
from gridapp.server.problems import Refusal
from gridapp.server.routes import devices, health, sync, uploads
from gridapp.server.watching import Watched

PARTIAL = "partial"
"""The folder of bodies that came in part, in the county's folder."""

log = structlog.get_logger("gridapp.county")


def create_app(county: County, metrics_secret: str | None = None) -> FastAPI:
    """The application that serves this county.

    ``metrics_secret``: who shows it may read the metrics from elsewhere than this machine.
    """
    if county.folder is None:
        raise ValueError("a county is served out of a folder")
    metrics = Metrics()
    partials = Partials(county.folder / PARTIAL, tokens.derived(county.token_key, "partial"))
    app = FastAPI(title="gridapp county", docs_url=None, redoc_url=None)
    app.include_router(devices.routes(county))
    app.include_router(uploads.routes(county, partials))
    app.include_router(health.routes(county, metrics, metrics_secret))
    app.router.routes.extend(sync.routes(county, partials))
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(IntegrityError, _collided)
    app.add_middleware(Watched, metrics=metrics)
    return app


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
