"""The tables of a person's database: one per kind of record, and our own bookkeeping."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, Index, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from gridapp.contract.attachments import AttachmentRecord
from gridapp.contract.casework import AgreementRecord, TaskRecord
from gridapp.contract.columns import IdBytes, UtcMoment
from gridapp.contract.conflicts import ConflictRecord
from gridapp.contract.disputes import CaseEventRecord, DisputeRecord, PartyRecord
from gridapp.contract.grids import PostRecord, UnitRecord
from gridapp.contract.households import HouseholdRecord, MemberRecord
from gridapp.contract.receptions import MeetingRecord, ReceptionRecord
from gridapp.contract.rules import CalendarDayRecord, RuleRecord
from gridapp.contract.screening import RoundRecord, VisitRecord

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

    __table_args__ = (Index("ix_household_walk", "unit_id", "walk_order"), NO_ROWID)


class Member(MemberRecord, Kept, table=True):
    """Members of households."""

    __table_args__ = NO_ROWID


class Round(RoundRecord, Kept, table=True):
    """Screening rounds."""


class Visit(VisitRecord, Kept, table=True):
    """Visits of households in rounds."""

    __table_args__ = (
        Index("ix_visit_latest", "round_id", "household_id", "recorded_at"),
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
    __table_args__ = (Index("ix_case_event_story", "dispute_id", "kind", "happened_on"), NO_ROWID)


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
    "rule": Rule,
    "calendar_day": CalendarDay,
    "conflict": Conflict,
}
"""The table of each kind of ``contract.kinds.KINDS``."""


class OperationRow(Local, table=True):
    """One thing a person did, with its name; its changes travel and are undone together."""

    __tablename__: ClassVar[str] = "operation"

    id: UUID = Field(primary_key=True, sa_type=IdBytes)
    what: str
    """A code such as ``visit.recorded``; with ``name`` the screens make a sentence of it."""
    name: str = ""
    made_at: datetime = Field(sa_type=UtcMoment)
    undone: bool = False
    undoes: UUID | None = Field(default=None, sa_type=IdBytes)


class ChangeRow(Local, table=True):
    """The journal and outbox: a person's changes in order, until the county has them."""

    __tablename__: ClassVar[str] = "change"
    __table_args__ = (
        Index("ix_change_waiting", "dseq", sqlite_where=text("state = 'waiting'")),
        Index("ix_change_problem", "dseq", sqlite_where=text("problem <> ''")),
        Index("ix_change_forget", "dseq", sqlite_where=text("forget = 1")),
    )

    dseq: int = Field(primary_key=True)
    change_id: UUID = Field(unique=True, sa_type=IdBytes)
    operation_id: UUID = Field(index=True, sa_type=IdBytes)
    unit_id: UUID = Field(sa_type=IdBytes)
    kind: str
    record_id: UUID = Field(index=True, sa_type=IdBytes)
    op: str
    base_revision: int
    fields: dict[str, Any] = Field(sa_type=JSON)
    before: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """The values that were replaced, for undo."""
    head: str
    """Head of the hash chain after this change."""
    batch_id: UUID | None = Field(default=None, sa_type=IdBytes)
    """The batch in which one change of each operation was first sent: then no silent undo."""
    state: str = "waiting"  # see outbox.State
    problem: str = ""
    answered_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    forget: bool = False
    """Its record has left this laptop: the values go as soon as the county has them."""


class BatchRow(Local, table=True):
    """A batch on its way: the very bytes, sent again unchanged until the county answers."""

    __tablename__: ClassVar[str] = "batch"

    batch_id: UUID = Field(primary_key=True, sa_type=IdBytes)
    first_dseq: int
    last_dseq: int
    body: bytes


class CursorRow(Local, table=True):
    """How far each feed has been read."""

    __tablename__: ClassVar[str] = "cursor"

    feed: str = Field(primary_key=True)
    pos: int = 0
    head_seq: int = 0
    head_chain: str = ""


class CarriedRow(Local, table=True):
    """A record that this program cannot read; kept as it came until a newer program can."""

    __tablename__: ClassVar[str] = "carried"
    __table_args__ = NO_ROWID

    kind: str = Field(primary_key=True)
    id: UUID = Field(primary_key=True, sa_type=IdBytes)
    unit_id: UUID = Field(sa_type=IdBytes)
    revision: int
    fields: dict[str, Any] = Field(sa_type=JSON)


class AuditRow(Local, table=True):
    """What was done, by whom, when: append-only, chained by hash, without values."""

    __tablename__: ClassVar[str] = "audit"

    seq: int = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcMoment)
    actor: str
    action: str
    detail: str
    """Kinds, ids and field names as JSON; never values."""
    hash: str


class DraftRow(Local, table=True):
    """A half-written form, kept through crashes."""

    __tablename__: ClassVar[str] = "draft"

    key: str = Field(primary_key=True)
    body: dict[str, Any] = Field(sa_type=JSON)
    saved_at: datetime = Field(sa_type=UtcMoment)


class MetaRow(Local, table=True):
    """Facts about this database itself: its person, its device, its last exchange."""

    __tablename__: ClassVar[str] = "meta"

    key: str = Field(primary_key=True)
    value: Any = Field(default=None, sa_type=JSON)
