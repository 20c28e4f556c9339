"""Households and their members. No labels, no history of petitions: only what mediation needs."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from gridapp.contract.columns import IdBytes, UtcMoment
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
    since: date | None = None
    """First day of a household that moved in or split off; None: from the beginning."""
    until: date | None = None
    """Last day of one that moved out, died out or was merged into another."""


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
    since: date | None = None
    """First day of one who was born or moved in; None: from the beginning."""


class LifeEventKind(StrEnum):
    """What happened in a household, or to it."""

    MOVED_IN = "moved_in"
    MOVED_OUT = "moved_out"
    BORN = "born"
    DIED = "died"
    JOINED = "joined"
    """A member came from another household, by marriage for instance."""
    SPLIT = "split"
    MERGED = "merged"
    HEAD_CHANGED = "head_changed"
    REGROUPED = "regrouped"
    """The household was put into another micro-grid."""
    RETURNED = "returned"
    REVERSED = "reversed"
    """An earlier event had not happened: ``reverses`` names it."""


class LifeEventRecord(Record):
    """A dated change of a household or member, so that the roster of any day can be told.

    ``before`` and ``after`` hold the fields that it changed, as they travel: where somebody
    belongs (``unit_id``, ``household_id``, ``residence``, ``relation``, ``since``, ``until``, …),
    never a name or a number of a person. Append-only; what one act changes shares ``act_id``.
    """

    household_id: UUID = Field(index=True, sa_type=IdBytes)
    """The household with which it moves and in whose sheet it stands."""
    subject_id: UUID = Field(index=True, sa_type=IdBytes)
    """The household or member whose fields changed."""
    act_id: UUID = Field(sa_type=IdBytes)
    kind: str
    happened_on: date
    recorded_at: datetime = Field(sa_type=UtcMoment)
    actor: str = ""
    note: str = ""
    before: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    after: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    reverses: UUID | None = Field(default=None, sa_type=IdBytes)
