"""Disputes (矛盾纠纷): the case, its parties and its append-only timeline."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from gridapp.contract.columns import IdBytes, UtcMoment
from gridapp.contract.records import Record


class State(StrEnum):
    """Where a case stands in its life."""

    REGISTERED = "registered"
    HANDLED = "handled"
    CONCLUDED = "concluded"
    STRUCK_OFF = "struck_off"


class Conclusion(StrEnum):
    """How a case ended; only a substantive end counts as resolved (化解)."""

    SUBSTANTIVE = "substantive"
    INTERIM = "interim"
    PROCEDURAL = "procedural"


class EventKind(StrEnum):
    """What an entry of the timeline tells."""

    REGISTERED = "registered"
    HANDLED = "handled"
    CONCLUDED = "concluded"
    STRUCK_OFF = "struck_off"
    REOPENED = "reopened"


class Side(StrEnum):
    """On which side a party stands: first (甲方) or second (乙方)."""

    FIRST = "first"
    SECOND = "second"


class DisputeRecord(Record):
    """A case, owned by the unit where it arose, whoever handles it."""

    number: str
    title: str
    category: str
    """Four-digit leaf (or ``99``) of ``codes.CATEGORIES``."""
    summary: str = ""
    scale: str = "01"
    source: str = "screening"
    state: str = State.REGISTERED.value
    conclusion: str | None = None
    registered_on: date
    concluded_on: date | None = None
    struck_off_on: date | None = None
    due_on: date
    registered_by: str = ""
    handler: str = ""
    household_id: UUID | None = Field(default=None, sa_type=IdBytes)
    visit_id: UUID | None = Field(default=None, sa_type=IdBytes)


class PartyRecord(Record):
    """A person on one side of a case; linked to a household when it came from a visit."""

    dispute_id: UUID = Field(index=True, sa_type=IdBytes)
    side: str
    name: str
    phone: str = ""
    household_id: UUID | None = Field(default=None, sa_type=IdBytes)
    place: int = 0


class CaseEventRecord(Record):
    """One entry of the timeline. ``happened_on`` is the day it took place, ``recorded_at`` when it
    was written down; paper entered later keeps both.
    """

    dispute_id: UUID = Field(index=True, sa_type=IdBytes)
    kind: str
    happened_on: date
    recorded_at: datetime = Field(sa_type=UtcMoment)
    actor: str
    text: str = ""
    conclusion: str | None = None
