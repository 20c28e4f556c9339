"""Conflicts: two values for one field, kept side by side until a person decides."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from gridapp.contract.columns import IdBytes, UtcMoment
from gridapp.contract.records import Record


class Choice(StrEnum):
    """What a person decided: the county's value, the offered one, or a third."""

    STANDING = "standing"
    OFFERED = "offered"
    OTHER = "other"


class ConflictRecord(Record):
    """Made by the county when a change offers another value for a field that changed meanwhile.

    Its id is the UUIDv5 of the field's name in the change's id. Whoever may write the record may
    settle it: by setting the record's field, and ``settled_at`` and ``choice`` here.
    """

    kind: str
    record_id: UUID = Field(index=True, sa_type=IdBytes)
    household_id: UUID | None = Field(default=None, sa_type=IdBytes)
    """The household that the record moves with, if it does; the conflict goes along."""
    field: str
    standing: Any = Field(default=None, sa_type=JSON)
    offered: Any = Field(default=None, sa_type=JSON)
    standing_by: str = ""
    """Who wrote the value that stands; a name, empty when it is not known any more."""
    offered_by: str = ""
    offered_at: datetime = Field(sa_type=UtcMoment)
    settled_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    settled_by: str = ""
    choice: str = ""
