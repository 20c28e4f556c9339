"""The messages of one sync cycle, see ``resources/docs/sync.md`` for their meaning.

Structs and not models: ten thousand changes are read in the time that models need for a few
hundred. ``contract/wire.py`` says how they look as bytes.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from msgspec import Struct, field

from gridapp.contract.people import Grant

MAX_BODY_BYTES = 1 << 20
"""Largest body of a request, before compression."""

MOST_CHANGES = 10_000
"""Changes of one push: columns that are all alike take no bytes, but work at the county."""


class Op(StrEnum):
    """What a change does to its record.

    erase: a legal erasure; it beats every other change and leaves no value anywhere.
    set_aside: stands in the chain for a change that the county could not read, and does nothing.
    """

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    ERASE = "erase"
    SET_ASIDE = "set_aside"


class Verdict(StrEnum):
    """What became of a change at the county."""

    APPLIED = "applied"
    MERGED = "merged"
    CONFLICT = "conflict"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


class Message(Struct, gc=False):
    """What travels between a laptop and the county. Unknown fields are passed over.

    No message is part of itself: the collector of rings need not look at them.
    """


class Change(Message):
    """One edit of one record. ``fields`` holds JSON values of the changed fields only."""

    change_id: UUID
    dseq: int
    unit: UUID
    kind: str
    record_id: UUID
    op: str
    base_revision: int
    fields: dict[str, Any]


class Cursor(Message):
    """How far a laptop has read a feed, and the head of the feed's chain it saw then."""

    pos: int = 0
    head_seq: int = 0
    head_chain: str = ""


class PullRequest(Message, omit_defaults=True):
    """Ask for what has changed; ``cursors`` by feed (unit id as text).

    ``own_too``: what this device wrote itself as well, as it drops what it does not hear of.
    """

    device: UUID
    schema_version: int
    ack: tuple[int, str]
    cursors: dict[str, Cursor]
    limit: int = 2000
    own_too: bool = False


class PushRequest(Message):
    """A batch of changes with consecutive ``dseq``; ``pull`` rides along in the same round trip."""

    batch_id: UUID
    device: UUID
    schema_version: int
    previous_head: str
    changes: Sequence[Change]
    pull: PullRequest | None = None


class FieldConflict(Message):
    """Two values for one field: the county's stands until a person decides."""

    field: str
    standing: Any
    offered: Any


class ChangeResult(Message):
    """The county's verdict on one change."""

    change_id: UUID
    outcome: str
    revision: int = 0
    position: int = 0
    code: str | None = None
    conflicts: list[FieldConflict] = field(default_factory=list)


class Row(Message, kw_only=True):
    """The current state of a record at its feed position."""

    kind: str
    id: UUID
    unit: UUID
    revision: int
    position: int
    deleted: bool = False
    erased: bool = False
    """Erased by law: the laptop forgets every value of it that it still has, anywhere."""
    fields: dict[str, Any]


class Stub(Message):
    """A record that left what the laptop may see; it is erased there."""

    kind: str
    id: UUID
    position: int


class FeedPage(Message):
    """What is new in one feed. ``reset``: forget the feed and take these rows from the start."""

    rows: list[Row] = field(default_factory=list)
    stubs: list[Stub] = field(default_factory=list)
    to: int = 0
    head_seq: int = 0
    head_chain: str = ""
    more: bool = False
    count: int | None = None
    """Records of the feed that the laptop may see; given on the last page."""
    digest: str | None = None
    reset: bool = False


class PullReply(Message, kw_only=True):
    """Pages by feed (unit id as text). ``revoked`` feeds are erased on the laptop."""

    feeds: dict[str, FeedPage]
    grants: list[Grant]
    revoked: list[str] = field(default_factory=list)
    backup_hwm: int = 0
    """The device's last ``dseq`` in the county's last verified backup."""
    mark: str = ""
    """Names what the device has now seen; with it a laptop asks whether there is news."""
    server_time: datetime


class PushReply(Message):
    """One result per change, in order, and the page that rode along."""

    status: str
    results: Sequence[ChangeResult]
    last_dseq: int
    server_time: datetime
    pull: PullReply | None = None
