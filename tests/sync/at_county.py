"""What has come to the county, read from its database."""

from uuid import UUID

from sqlalchemy import select

from gridapp.server.county.county import County
from gridapp.server.database.tables import record


def homes_at(county: County) -> set[UUID]:
    """The households that the county has."""
    with county.reading() as connection:
        query = select(record.c.id).where(record.c.kind == "household")
        return set(connection.execute(query).scalars())
