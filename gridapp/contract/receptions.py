"""Receptions (接访) and meetings."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from gridapp.contract.columns import IdBytes
from gridapp.contract.records import Record


class ReceptionRecord(Record):
    """A leader receives residents: planned in the year's roster or ad hoc, then held and logged.

    ``groups`` (批) and ``people`` (人次) count who came; nobody is named here.
    """

    planned_on: date
    planned: bool = True
    """In the roster; False for one that was not planned."""
    leader: str
    post: str = ""
    """What the leader is, as the roster prints it."""
    place: str = ""
    hours: str = ""
    field: str = ""
    """Policy field (code table)."""
    held_on: date | None = None
    groups: int = 0
    people: int = 0
    result: str = ""


class Rhythm(StrEnum):
    """How often a meeting of a series takes place."""

    ONCE = "once"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class MeetingRecord(Record):
    """A meeting on open cases. Its actions are tasks with its id."""

    series: str = ""
    """Name of the series; meetings of one series follow each other."""
    rhythm: str = Rhythm.ONCE.value
    title: str
    planned_on: date
    held_on: date | None = None
    chair: str = ""
    place: str = ""
    minutes: str = ""
    previous_id: UUID | None = Field(default=None, sa_type=IdBytes)
    agenda: list[str] = Field(default_factory=list, sa_type=JSON)
    """Ids of the cases that are discussed, in their order."""
