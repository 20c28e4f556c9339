"""Whether the county lives, whether it answers, and what it counts."""

import hmac
from datetime import datetime

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import select
from sqlmodel import SQLModel

from gridapp.contract import MIN_SCHEMA, SCHEMA
from gridapp.contract.problems import Problem
from gridapp.server.county.county import County
from gridapp.server.operations.metrics import Metrics
from gridapp.server.problems import Refusal
from gridapp.server.routes.described import AT_ANY_TIME, TOKEN, refusals

LOOPBACK = {"127.0.0.1", "::1"}
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
"""Headers by which a proxy on this machine says that somebody else asks."""


class Health(SQLModel):
    """The county is up, its database answers, and it speaks these versions."""

    schema_version: int
    min_schema: int
    server_time: datetime


def routes(county: County, metrics: Metrics, secret: str | None) -> APIRouter:
    """``GET /v1/health``, ``/v1/live`` and ``/metrics``."""
    router = APIRouter()

    @router.get("/v1/health", responses=refusals(*AT_ANY_TIME))
    def health() -> Health:
        with county.reading() as connection:
            connection.execute(select(1))
        return Health(schema_version=SCHEMA, min_schema=MIN_SCHEMA, server_time=county.now())

    @router.get("/v1/live", status_code=204)
    async def live() -> None:
        """The process answers; nothing is said of its database."""

    @router.get(
        "/metrics",
        response_class=Response,
        responses={200: {"content": {"text/plain": {}}}, **refusals(Problem.TOKEN)},
        dependencies=[Depends(TOKEN)],
    )
    def give_metrics(request: Request) -> Response:
        if not (_is_local(request) or _knows(request, secret)):
            raise Refusal(Problem.TOKEN)
        return Response(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    return router


def _is_local(request: Request) -> bool:
    """Whether this very machine asks, and not through a proxy."""
    forwarded = any(name in request.headers for name in FORWARDED)
    return request.client is not None and request.client.host in LOOPBACK and not forwarded


def _knows(request: Request, secret: str | None) -> bool:
    shown = request.headers.get("authorization", "")
    return secret is not None and hmac.compare_digest(shown.encode(), f"Bearer {secret}".encode())
