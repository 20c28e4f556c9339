"""The tables of a person's database: one per kind of record."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, Index, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from gridapp.contract.attachments import AttachmentRecord
from gridapp.contract.casework import AgreementRecord, TaskRecord
from gridapp.contract.columns import IdBytes
from gridapp.contract.conflicts import ConflictRecord
from gridapp.contract.disputes import CaseEventRecord, DisputeRecord, PartyRecord
from gridapp.contract.grids import PostRecord, UnitRecord
from gridapp.contract.households import HouseholdRecord, LifeEventRecord, MemberRecord
from gridapp.contract.receptions import MeetingRecord, ReceptionRecord
from gridapp.contract.reports import ReportRecord
from gridapp.contract.rules import CalendarDayRecord, RuleRecord
from gridapp.contract.screening import RoundRecord, VisitRecord
from gridapp.domain.households.history import GONE
from gridapp.domain.reports.metrics import MOVING

_KINDS = ", ".join(f"'{kind.value}'" for kind in sorted(MOVING))
MOVES = f"kind IN ({_KINDS})"
"""Of a step that moves a case in or out of the balance; a question in these very words finds the
index of such steps.
"""

_AWAY = ", ".join(f"'{residence}'" for residence in sorted(GONE))
GONE_MEMBER = f"residence IN ({_AWAY})"
"""Of a member who moved away or died; likewise."""

NO_ROWID = {"sqlite_with_rowid": False}
"""UUIDv7 keys sort by time: rows kept in key order are four times faster to write."""


class Local(SQLModel, registry=registry()):
    """Base of the laptop's tables; the county has its own."""


class Kept(Local):
    """What the laptop keeps beside a record's fields."""

    revision: int = 0
    """The county's revision that this row is based on; 0 while it is known here only."""
    extra: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """Fields of a newer program, carried as they came."""


class Unit(UnitRecord, Kept, table=True):
    """Grid units."""


class Post(PostRecord, Kept, table=True):
    """Leaders of units, from–to."""


class Household(HouseholdRecord, Kept, table=True):
    """Households."""

    __table_args__ = (Index("ix_household_walk", "unit_id", "until", "walk_order"), NO_ROWID)


class Member(MemberRecord, Kept, table=True):
    """Members of households."""

    household_id: UUID = Field(sa_type=IdBytes)
    __table_args__ = (
        Index("ix_member_of_household", "household_id", "place", "id", "name"),
        Index("ix_member_gone", "unit_id", sqlite_where=text(GONE_MEMBER)),
        NO_ROWID,
    )


class LifeEvent(LifeEventRecord, Kept, table=True):
    """What happened to households and members, dated."""

    __tablename__: ClassVar[str] = "life_event"
    __table_args__ = NO_ROWID


class Round(RoundRecord, Kept, table=True):
    """Screening rounds."""


class Visit(VisitRecord, Kept, table=True):
    """Visits of households in rounds."""

    __table_args__ = (
        Index(
            "ix_visit_latest", "round_id", "household_id", "recorded_at", "outcome", "visited_on"
        ),
        Index("ix_visit_day", "visited_on"),
        NO_ROWID,
    )


class Dispute(DisputeRecord, Kept, table=True):
    """Cases."""

    __table_args__ = (
        Index("ix_dispute_state_due", "state", "due_on"),
        Index("ix_dispute_number", "number"),
        Index("ix_dispute_repeat", "repeat_of", sqlite_where=text("repeat_of IS NOT NULL")),
        NO_ROWID,
    )


class Party(PartyRecord, Kept, table=True):
    """Parties of cases."""

    __table_args__ = NO_ROWID


class CaseEvent(CaseEventRecord, Kept, table=True):
    """Timelines of cases."""

    __tablename__: ClassVar[str] = "case_event"
    __table_args__ = (
        Index("ix_case_event_story", "dispute_id", "kind", "happened_on"),
        Index("ix_case_event_when", "kind", "happened_on", "dispute_id"),
        Index(
            "ix_case_event_moves",
            *("dispute_id", "recorded_at", "id", "kind", "happened_on", "conclusion"),
            sqlite_where=text(MOVES),
        ),
        NO_ROWID,
    )


class Task(TaskRecord, Kept, table=True):
    """What is owed in a case or a meeting, by whom, until when."""

    __table_args__ = (
        Index("ix_task_open", "asked_on", sqlite_where=text("done_on IS NULL")),
        Index("ix_task_rejected", "rejected_on", sqlite_where=text("rejected_on IS NOT NULL")),
        NO_ROWID,
    )


class Agreement(AgreementRecord, Kept, table=True):
    """Mediation agreements."""

    __table_args__ = NO_ROWID


class Attachment(AttachmentRecord, Kept, table=True):
    """Files of cases; their bytes lie elsewhere."""

    __table_args__ = NO_ROWID


class Reception(ReceptionRecord, Kept, table=True):
    """Receptions of residents by leaders, planned and held."""

    __table_args__ = NO_ROWID


class Meeting(MeetingRecord, Kept, table=True):
    """Meetings on open cases."""

    __table_args__ = NO_ROWID


class Report(ReportRecord, Kept, table=True):
    """Reports that were handed in."""

    __table_args__ = NO_ROWID


class Rule(RuleRecord, Kept, table=True):
    """What the county sets for itself."""


class CalendarDay(CalendarDayRecord, Kept, table=True):
    """Days that the county knows better than the shipped calendar."""

    __tablename__: ClassVar[str] = "calendar_day"


class Conflict(ConflictRecord, Kept, table=True):
    """Conflicts, open and settled."""

    __table_args__ = NO_ROWID


RecordRow = (
    Unit
    | Post
    | Household
    | Member
    | Round
    | Visit
    | Dispute
    | Party
    | CaseEvent
    | Task
    | Agreement
    | Attachment
    | Reception
    | Meeting
    | LifeEvent
    | Report
    | Rule
    | CalendarDay
    | Conflict
)

TABLES: dict[str, type[RecordRow]] = {
    "unit": Unit,
    "post": Post,
    "household": Household,
    "member": Member,
    "round": Round,
    "visit": Visit,
    "dispute": Dispute,
    "party": Party,
    "case_event": CaseEvent,
    "task": Task,
    "agreement": Agreement,
    "attachment": Attachment,
    "reception": Reception,
    "meeting": Meeting,
    "life_event": LifeEvent,
    "report": Report,
    "rule": Rule,
    "calendar_day": CalendarDay,
    "conflict": Conflict,
}
"""The table of each kind of ``contract.kinds.KINDS``."""
