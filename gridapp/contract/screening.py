"""Screening rounds (排查轮次) and visits (入户排查)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from gridapp.contract.columns import IdBytes, UtcMoment
from gridapp.contract.records import Record


class RoundKind(StrEnum):
    """Why a round is walked: routine (常态), dynamic (动态), centralised (集中)."""

    ROUTINE = "routine"
    DYNAMIC = "dynamic"
    CENTRALISED = "centralised"


class Outcome(StrEnum):
    """What was found at the door, in the order of the keys 1 to 5."""

    QUIET = "quiet"
    DISPUTE = "dispute"
    ABSENT = "absent"
    UNRECEPTIVE = "unreceptive"
    MOVED = "moved"


class RoundRecord(Record):
    """A named walk over all households of the unit that owns it, first and last day included."""

    kind: str
    name: str
    starts_on: date
    ends_on: date
    opened_by: str = ""


class VisitRecord(Record):
    """One household seen in one round. Append-only; the latest of a round counts."""

    round_id: UUID = Field(index=True, sa_type=IdBytes)
    household_id: UUID = Field(index=True, sa_type=IdBytes)
    outcome: str
    visited_on: date
    recorded_at: datetime = Field(sa_type=UtcMoment)
    visitor: str = ""
    note: str = ""
