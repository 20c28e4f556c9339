"""How much of a body that came in part is here."""

from uuid import UUID

from fastapi import APIRouter, Depends, Request
from sqlmodel import SQLModel

from gridapp.contract.problems import Problem
from gridapp.server.county.county import County
from gridapp.server.exchange.partial import Partials
from gridapp.server.routes import access
from gridapp.server.routes.described import TOKEN, refusals


class Received(SQLModel):
    """The bytes of the body that need not be sent again."""

    received: int


def routes(county: County, partials: Partials) -> APIRouter:
    """``GET /v1/sync/push/<batch>``."""
    router = APIRouter(prefix="/v1/sync")

    @router.get(
        "/push/{batch}",
        responses=refusals(Problem.MALFORMED, Problem.TOKEN),
        dependencies=[Depends(TOKEN)],
    )
    def received(request: Request, batch: UUID) -> Received:
        device = access.device_of(county, request)
        return Received(received=len(partials.body(device, batch)))

    return router
