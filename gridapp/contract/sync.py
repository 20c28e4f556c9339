"""The messages of one sync cycle, see ``resources/docs/sync.md`` for their meaning."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from gridapp.contract.people import Grant

MAX_BODY_BYTES = 1 << 20
"""Largest body of a request, before compression."""


class Op(StrEnum):
    """What a change does to its record."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


class Verdict(StrEnum):
    """What became of a change at the county."""

    APPLIED = "applied"
    MERGED = "merged"
    CONFLICT = "conflict"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


class Change(SQLModel):
    """One edit of one record. ``fields`` holds JSON values of the changed fields only."""

    change_id: UUID
    dseq: int
    unit: UUID
    kind: str
    record_id: UUID
    op: str
    base_revision: int
    fields: dict[str, Any]


class Cursor(SQLModel):
    """How far a laptop has read a feed, and the head of the feed's chain it saw then."""

    pos: int = 0
    head_seq: int = 0
    head_chain: str = ""


class PullRequest(SQLModel):
    """Ask for what has changed; ``cursors`` by feed (unit id as text)."""

    device: UUID
    schema_version: int
    ack: tuple[int, str]
    cursors: dict[str, Cursor]
    limit: int = 2000


class PushRequest(SQLModel):
    """A batch of changes with consecutive ``dseq``; ``pull`` rides along in the same round trip."""

    batch_id: UUID
    device: UUID
    schema_version: int
    previous_head: str
    changes: list[Change]
    pull: PullRequest | None = None


class FieldConflict(SQLModel):
    """Two values for one field: the county's stands until a person decides."""

    field: str
    standing: Any
    offered: Any


class ChangeResult(SQLModel):
    """The county's verdict on one change."""

    change_id: UUID
    outcome: str
    revision: int = 0
    position: int = 0
    code: str | None = None
    conflicts: list[FieldConflict] = Field(default_factory=list)


class Row(SQLModel):
    """The current state of a record at its feed position."""

    kind: str
    id: UUID
    unit: UUID
    revision: int
    position: int
    deleted: bool = False
    fields: dict[str, Any]


class Stub(SQLModel):
    """A record that left what the laptop may see; it is erased there."""

    kind: str
    id: UUID
    position: int


class FeedPage(SQLModel):
    """What is new in one feed. ``reset``: forget the feed and take these rows from the start."""

    rows: list[Row] = Field(default_factory=list)
    stubs: list[Stub] = Field(default_factory=list)
    to: int = 0
    head_seq: int = 0
    head_chain: str = ""
    more: bool = False
    count: int | None = None
    """Records of the feed that the laptop may see; given on the last page."""
    digest: str | None = None
    reset: bool = False


class PullReply(SQLModel):
    """Pages by feed (unit id as text). ``revoked`` feeds are erased on the laptop."""

    feeds: dict[str, FeedPage]
    grants: list[Grant]
    revoked: list[str] = Field(default_factory=list)
    backup_hwm: int = 0
    server_time: datetime


class PushReply(SQLModel):
    """One result per change, in order, and the page that rode along."""

    status: str
    results: list[ChangeResult]
    last_dseq: int
    server_time: datetime
    pull: PullReply | None = None


class EnrolRequest(SQLModel):
    """A one-time code against a device; keys are hex."""

    code: str
    device: UUID
    sign_key: str
    box_key: str
    person: str
    schema_version: int


class EnrolReply(SQLModel):
    """What the device is now: its short number (for case numbers), grants and a token."""

    device: UUID
    device_number: int
    county_name: str
    grants: list[Grant]
    token: str
    token_until: datetime
    server_time: datetime


class TokenRequest(SQLModel):
    """Ask for a new token; the request carries the device's signature."""

    device: UUID


class TokenReply(SQLModel):
    """An access token of 15 minutes."""

    token: str
    token_until: datetime
