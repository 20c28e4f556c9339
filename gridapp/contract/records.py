"""The base of every record that travels."""

from uuid import UUID

from sqlmodel import Field, SQLModel

from gridapp.contract.columns import IdBytes


class Record(SQLModel):
    """A thing with an own id, owned by one grid unit.

    ``unit_id`` decides who may see it and in which feed it travels. The id is a UUIDv7 made where
    the record is made (grid units of the national list have a UUIDv5 of their area code instead,
    so that two laptops that set up the same county offline mean the same unit).
    """

    id: UUID = Field(primary_key=True, sa_type=IdBytes)
    unit_id: UUID = Field(index=True, sa_type=IdBytes)
