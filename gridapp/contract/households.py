"""Households and their members. No labels, no history of petitions: only what mediation needs."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from gridapp.contract.columns import IdBytes
from gridapp.contract.records import Record


class Residence(StrEnum):
    """Where a member is now (状态)."""

    PRESENT = "present"
    AWAY = "away"
    MOVED = "moved"
    DEAD = "dead"


class HouseholdRecord(Record):
    """A household (户), owned by its micro-grid, or by its village until one is formed."""

    number: str = ""
    """户号 as the roster writes it."""
    group_name: str = ""
    """村民组 in its canonical form, e.g. ``1组``."""
    address: str = ""
    walk_order: int = 0
    """Position in the door-to-door walk of its unit, from 1."""
    note: str = ""


class MemberRecord(Record):
    """A person of a household. Empty text means unknown."""

    household_id: UUID = Field(index=True, sa_type=IdBytes)
    name: str
    relation: str = ""
    """GB/T 4761 code; ``02`` is the head of the household."""
    sex: str = "0"
    """GB/T 2261.1 code."""
    citizen_number: str = ""
    """GB 11643, as found; a doubtful one is kept and flagged, never altered."""
    born_on: date | None = None
    phone: str = ""
    residence: str = Residence.PRESENT.value
    place: int = 0
    """Order within the household, the head first."""
    note: str = ""
