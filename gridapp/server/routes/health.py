"""Whether the county answers."""

from datetime import datetime

from fastapi import APIRouter
from sqlalchemy import select
from sqlmodel import SQLModel

from gridapp.contract import MIN_SCHEMA, SCHEMA
from gridapp.server.county import County


class Health(SQLModel):
    """The county is up, its database answers, and it speaks these versions."""

    schema_version: int
    min_schema: int
    server_time: datetime


def routes(county: County) -> APIRouter:
    """``GET /v1/health``."""
    router = APIRouter(prefix="/v1")

    @router.get("/health")
    def health() -> Health:
        with county.reading() as connection:
            connection.execute(select(1))
        return Health(schema_version=SCHEMA, min_schema=MIN_SCHEMA, server_time=county.now())

    return router
