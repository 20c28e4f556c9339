"""The proof that a legal erasure has reached every laptop that could have held the record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from gridapp.contract.sync import Op
from gridapp.domain.sync.scope import Scope, scope_of
from gridapp.server.access import contacts, devices
from gridapp.server.access.contacts import Contact
from gridapp.server.access.devices import Status
from gridapp.server.database.tables import device, erasure, record, stub
from gridapp.server.exchange import grid, journal


@dataclass(frozen=True)
class Proof:
    """One erasure: which devices could have held the record, and which are known not to."""

    kind: str
    id: UUID
    erased_at: datetime
    confirmed: list[int]
    waiting: list[int]
    revoked: list[int]


def proofs(connection: Connection) -> Iterator[Proof]:
    """Every erasure, and how far it has come."""
    audience = list(_audience(connection))
    erased = select(record.c.kind, record.c.id).where(record.c.erased).order_by(record.c.id)
    for kind, record_id in connection.execute(erased).all():
        at, places = _moment(connection, kind, record_id), _places(connection, kind, record_id)
        proof = Proof(kind, record_id, at, [], [], [])
        for one in audience:
            if one.saw(kind, places):
                heap = proof.confirmed if one.is_free_of(kind, places, at) else proof.waiting
                (heap if one.active or heap is proof.confirmed else proof.revoked).append(
                    one.number
                )
        yield proof


@dataclass(frozen=True)
class _Place:
    """Where a record is or was: its feed and unit, and the position that takes it from there."""

    feed: str
    unit: UUID
    seq: int


@dataclass(frozen=True)
class _Reader:
    """A device, what it sees and ever saw, and how far it has read."""

    number: int
    active: bool
    sees: Scope
    has_seen: Scope
    contact: Contact

    def saw(self, kind: str, places: list[_Place]) -> bool:
        """Whether the record may have come to this device."""
        return any(self.has_seen.sees(kind, place.unit) for place in places)

    def is_free_of(self, kind: str, places: list[_Place], at: datetime) -> bool:
        """Whether the device has told that it has read past the erasure, or dropped the feed."""
        held = self.contact.held or {}
        return all(
            held[place.feed] >= place.seq
            if place.feed in held
            else not self.sees.sees(kind, place.unit) and self.contact.at > at
            for place in places
            if self.has_seen.sees(kind, place.unit)
        )


def _audience(connection: Connection) -> Iterator[_Reader]:
    tree, heard = grid.load(connection), contacts.read(connection)
    rows = select(device.c.id, device.c.number, device.c.status, device.c.enrolled_at)
    for id_, number, status, enrolled_at in connection.execute(
        rows.order_by(device.c.number)
    ).all():
        granted = devices.all_grants_of(connection, id_)
        yield _Reader(
            number,
            status == Status.ACTIVE,
            scope_of([grant for grant, ended in granted if not ended], tree),
            scope_of([grant for grant, _ in granted], tree),
            heard.get(id_, Contact(enrolled_at)),
        )


def _places(connection: Connection, kind: str, record_id: UUID) -> list[_Place]:
    here = select(record.c.feed, record.c.unit_id, record.c.seq).where(
        record.c.kind == kind, record.c.id == record_id
    )
    gone = select(stub.c.feed, stub.c.from_unit, stub.c.seq).where(
        stub.c.kind == kind, stub.c.id == record_id
    )
    rows = [*connection.execute(here), *connection.execute(gone)]
    return [_Place(str(feed), unit, seq) for feed, unit, seq in rows]


def _moment(connection: Connection, kind: str, record_id: UUID) -> datetime:
    """When it was ordered here, or came from a laptop."""
    ordered = select(erasure.c.at).where(erasure.c.kind == kind, erasure.c.id == record_id)
    moments: list[datetime] = list(connection.execute(ordered).scalars())
    moments += [
        datetime.fromisoformat(entry.at)
        for entry in journal.about(connection, [record_id])
        if (entry.change.kind, entry.change.op) == (kind, Op.ERASE)
    ]
    return max(moments)
