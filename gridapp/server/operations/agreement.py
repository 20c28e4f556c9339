"""Whether what the county keeps agrees with itself; each question counts what does not."""

from uuid import UUID

from sqlalchemy import Connection, Table, and_, func, or_, select

from gridapp.contract.sync import Verdict
from gridapp.server.database.tables import (
    batch,
    device,
    feed_counter,
    feed_head,
    journal,
    record,
    stub,
)
from gridapp.server.exchange import records, totals
from gridapp.server.exchange.grid import TREE_LOCK
from gridapp.server.exchange.journal import every


def feeds(connection: Connection) -> int:
    """Feeds with another end than their last head, positions beyond it or twice, wrong totals."""
    wrong = _other_ends(connection) | _twice(connection) | totals.wrong(connection)
    for table in (record, stub, feed_head):
        wrong |= _beyond(connection, table)
    return len(wrong)


def changes(connection: Connection) -> int:
    """Changes that were taken in and whose record is not there, or that are not found by their id.

    Reads every batch.
    """
    lost = (
        select(func.count())
        .select_from(journal)
        .outerjoin(batch, batch.c.number == journal.c.batch)
    )
    wrong = int(connection.execute(lost.where(batch.c.number.is_(None))).scalar_one())
    for entries in every(connection):
        taken = {
            (entry.change.kind, entry.change.record_id)
            for entry in entries
            if entry.result.outcome != Verdict.REFUSED
        }
        wrong += len(taken - records.read(connection, taken).keys())
    return wrong


def devices(connection: Connection) -> int:
    """Devices with changes beyond the end of their chain."""
    last = select(batch.c.device_id, func.max(batch.c.last_dseq).label("dseq"))
    ends = last.group_by(batch.c.device_id).subquery()
    wrong = (
        select(func.count())
        .select_from(ends)
        .outerjoin(device, device.c.id == ends.c.device_id)
        .where(or_(device.c.id.is_(None), device.c.last_dseq < ends.c.dseq))
    )
    return int(connection.execute(wrong).scalar_one())


def _other_ends(connection: Connection) -> set[UUID]:
    same = and_(feed_head.c.feed == feed_counter.c.feed, feed_head.c.seq == feed_counter.c.seq)
    other = or_(feed_head.c.chain.is_(None), feed_head.c.chain != feed_counter.c.chain)
    query = select(feed_counter.c.feed).outerjoin(feed_head, same)
    query = query.where(feed_counter.c.feed != TREE_LOCK, feed_counter.c.seq > 0, other)
    return set(connection.execute(query).scalars())


def _beyond(connection: Connection, table: Table) -> set[UUID]:
    last = select(table.c.feed, func.max(table.c.seq).label("seq")).group_by(table.c.feed)
    ends = last.subquery()
    query = select(ends.c.feed).outerjoin(feed_counter, feed_counter.c.feed == ends.c.feed)
    beyond = or_(feed_counter.c.seq.is_(None), feed_counter.c.seq < ends.c.seq)
    return set(connection.execute(query.where(beyond)).scalars())


def _twice(connection: Connection) -> set[UUID]:
    same = and_(record.c.feed == stub.c.feed, record.c.seq == stub.c.seq)
    found = set(connection.execute(select(stub.c.feed).join(record, same)).scalars())
    place = record.c.feed, record.c.seq
    again = select(record.c.feed).group_by(*place).having(func.count() > 1)
    return found | set(connection.execute(again).scalars())
