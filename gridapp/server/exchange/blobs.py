"""The bytes of attachments at the county: who may bring and read them, and what is kept.

Whoever may see an attachment's record may fetch its bytes; whoever may see it or wrote it may
bring them. They are what the record says: as long as its size, with its hash.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, select, update

from gridapp.contract.problems import Problem
from gridapp.contract.sync import Op
from gridapp.domain.disputes.attachments import MOST_BYTES
from gridapp.server.access import devices
from gridapp.server.access.devices import Status
from gridapp.server.database import driver, settings
from gridapp.server.database.tables import blob, blob_piece, record
from gridapp.server.exchange import grid, journal
from gridapp.server.exchange.view import sight_of
from gridapp.server.problems import Refusal

KIND = "attachment"

QUOTA = 50 << 30
"""Bytes of all attachments together, unless the county has set another sum: a county's photos of
some ten years. Text must never be without room because of photos.
"""


@dataclass(frozen=True)
class Named:
    """The bytes that a record names."""

    sha256: str
    size: int


def seen(connection: Connection, device: UUID, ids: Iterable[UUID]) -> dict[UUID, Named]:
    """Those of the attachments that the device may see."""
    known = devices.known(connection, device)
    if known.status == Status.REVOKED:
        return {}
    tree = grid.load(connection)
    sight = sight_of(known.person, devices.grants_of(connection, device), tree)
    return _named(
        {
            id_: fields
            for id_, unit, readers, fields in _records(connection, ids)
            if sight.sees(KIND, unit, readers)
        }
    )


def written(connection: Connection, device: UUID, ids: Iterable[UUID]) -> dict[UUID, Named]:
    """Those that the device itself brought, under this or an earlier name, wherever they are."""
    former = "SELECT former_id FROM shared_history WHERE device_id = ?"
    names = {device, *(UUID(bytes=id_) for (id_,) in driver.ask(connection, former, device.bytes))}
    mine = [
        entry.change.record_id
        for entry in journal.about(connection, ids)
        if entry.change.op == Op.CREATE and entry.device in names
    ]
    return _named({id_: fields for id_, _, _, fields in _records(connection, mine)})


def received(connection: Connection, asked: Iterable[Named]) -> dict[Named, int]:
    """How many bytes are here of those of which there are any."""
    wanted = set(asked)
    query = select(blob.c.sha256, blob.c.size, blob.c.received)
    rows = connection.execute(query.where(blob.c.sha256.in_({one.sha256 for one in wanted})))
    found = {Named(sha256, size): here for sha256, size, here in rows}
    return {one: found[one] for one in wanted & found.keys()}


def append(connection: Connection, named: Named, offset: int, content: bytes, now: datetime) -> int:
    """Keep the next bytes of a file; how many are here now: none when the whole is unsound.

    Raises Refusal: not where it goes on, too large, no room.
    """
    here = received(connection, [named]).get(named)
    if offset != (here or 0):
        raise Refusal(Problem.OFFSET, expected=here or 0)
    end = offset + len(content)
    if named.size > MOST_BYTES or end > named.size:
        raise Refusal(Problem.TOO_LARGE)
    if here is None:
        _begin(connection, named, now)
    if content:
        piece = {"sha256": named.sha256, "start": offset, "content": content}
        connection.execute(insert(blob_piece).values(piece))
    mine = update(blob).where(blob.c.sha256 == named.sha256)
    connection.execute(mine.values(received=end, at=now))
    if end < named.size or _is_sound(connection, named.sha256):
        return end
    drop(connection, [named.sha256])
    return 0


def _begin(connection: Connection, named: Named, now: datetime) -> None:
    """Make room for a file. One of another size with this hash was begun in error."""
    drop(connection, [named.sha256])
    taken = connection.execute(select(func.coalesce(func.sum(blob.c.size), 0))).scalar_one()
    if taken + named.size > quota(connection):
        raise Refusal(Problem.DISK_FULL, detail="quota of attachments")
    row = {"sha256": named.sha256, "size": named.size, "received": 0, "at": now}
    connection.execute(insert(blob).values(row))


def _is_sound(connection: Connection, sha256: str) -> bool:
    """Whether the bytes of a file are what its hash says."""
    hashed = hashlib.sha256()
    query = select(blob_piece.c.content).where(blob_piece.c.sha256 == sha256)
    for content in connection.execute(query.order_by(blob_piece.c.start)).scalars():
        hashed.update(content)
    return hashed.hexdigest() == sha256


def part(connection: Connection, named: Named, offset: int, most: int) -> bytes | None:
    """At most so many bytes of a whole file from an offset on; None while it is not whole."""
    if received(connection, [named]).get(named) != named.size:
        return None
    end = min(offset + most, named.size)
    rows = connection.execute(
        select(blob_piece.c.start, blob_piece.c.content)
        .where(blob_piece.c.sha256 == named.sha256, blob_piece.c.start < end)
        .where(blob_piece.c.start + func.length(blob_piece.c.content) > offset)
        .order_by(blob_piece.c.start)
    ).all()
    first = rows[0].start if rows else offset
    return b"".join(row.content for row in rows)[offset - first : end - first]


def drop(connection: Connection, hashes: Iterable[str]) -> None:
    """Remove these files."""
    for sha256 in hashes:
        for table in (blob_piece, blob):
            connection.execute(delete(table).where(table.c.sha256 == sha256))


def quota(connection: Connection) -> int:
    """How many bytes the files may take together."""
    return int(settings.get(connection, settings.BLOB_QUOTA) or QUOTA)


def expire(connection: Connection, begun_before: datetime | None = None) -> int:
    """Remove files that no attachment names, and those begun long ago; how many they were."""
    living = (record.c.kind == KIND) & record.c.deleted.is_(False) & record.c.erased.is_(False)
    query = select(record.c.fields).where(living).execution_options(yield_per=5000)
    named = {json.loads(fields).get("sha256") for fields in connection.execute(query).scalars()}
    dead = [
        sha256
        for sha256, size, here, at in connection.execute(select(blob).order_by(blob.c.sha256))
        if sha256 not in named or (begun_before and here < size and at < begun_before)
    ]
    drop(connection, dead)
    return len(dead)


def _records(connection: Connection, ids: Iterable[UUID]) -> list[tuple[UUID, UUID, str, str]]:
    """(id, unit, readers, fields) of the living ones among these attachments."""
    rows = driver.ask_among(
        connection,
        "SELECT id, unit_id, readers, fields FROM record"
        " WHERE kind = ? AND NOT deleted AND NOT erased AND id IN ids",
        [one.bytes for one in ids],
        KIND,
    )
    return [(UUID(bytes=id_), UUID(bytes=unit), *more) for id_, unit, *more in rows]


def _named(found: dict[UUID, str]) -> dict[UUID, Named]:
    """What records say of their bytes; a record that says nothing usable names none."""
    named = {}
    for id_, text in found.items():
        fields = json.loads(text)
        sha256, size = fields.get("sha256"), fields.get("size")
        if isinstance(sha256, str) and isinstance(size, int) and size > 0:
            named[id_] = Named(sha256, size)
    return named
