"""The tables of a database's own bookkeeping: operations, outbox, cursors, audit, drafts, facts."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, Index, text
from sqlmodel import Field

from gridapp.contract.columns import IdBytes, UtcMoment
from gridapp.store.tables import NO_ROWID, Local


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
