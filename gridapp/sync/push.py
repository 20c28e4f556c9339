"""What goes up: batches cut to the line, kept as bytes until they are answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from gridapp.contract import SCHEMA, wire
from gridapp.contract.sync import (
    MAX_BODY_BYTES,
    Change,
    Cursor,
    PullRequest,
    PushRequest,
)
from gridapp.store import meta
from gridapp.store.outbox import State
from gridapp.store.tables import BatchRow, ChangeRow

FIRST_SIZE = 500
LARGEST_SIZE = 2000
TARGET_BYTES = 48_000
"""Packed: four to seven seconds of a poor line. Larger batches are cut."""

UNPACKED = MAX_BODY_BYTES * 3 // 4
BYTES_A_CHANGE = 400
TRIES = 2
"""How often a batch is sent as the same bytes before it is cut in half."""


@dataclass(frozen=True)
class Batch:
    """A batch on its way. ``body`` is sent as it is, however often."""

    id: UUID
    change_ids: Sequence[UUID]
    body: bytes
    last: bool
    """Nothing waits behind it; a pull rides along."""


def next_batch(session: Session, device: UUID, pull: PullRequest) -> Batch | None:
    """The batch that was started and not answered, else a new one; None when nothing waits.

    The same changes make the same batch.
    """
    started = session.exec(select(BatchRow)).first()
    if started is not None:
        return _batch(session, started)
    rows = _to_send(session)
    if not rows:
        return None
    rows, batch_id, body = _fitting(session, rows, device, pull)
    row = BatchRow(batch_id=batch_id, first_dseq=rows[0].dseq, last_dseq=rows[-1].dseq, body=body)
    session.add(row)
    session.execute(
        update(ChangeRow)
        .where(col(ChangeRow.dseq).between(row.first_dseq, row.last_dseq))
        .where(col(ChangeRow.batch_id).is_(None))
        .values(batch_id=batch_id)
    )
    session.flush()
    return _batch(session, row)


def _batch(session: Session, row: BatchRow) -> Batch:
    inside = col(ChangeRow.dseq).between(row.first_dseq, row.last_dseq)
    ids = session.exec(select(ChangeRow.change_id).where(inside).order_by(col(ChangeRow.dseq)))
    return Batch(row.batch_id, ids.all(), row.body, row.last_dseq >= _last_waiting(session))


def _last_waiting(session: Session) -> int:
    query = select(func.max(ChangeRow.dseq)).where(col(ChangeRow.state) == State.WAITING)
    return session.exec(query).one() or 0


def first_waiting(session: Session) -> int | None:
    """The first change that the county does not have; after a restore it names an earlier one."""
    query = select(func.min(ChangeRow.dseq)).where(col(ChangeRow.state) == State.WAITING)
    waiting = session.exec(query).one()
    again = sends_again_from(session)
    return min((dseq for dseq in (waiting, again) if dseq is not None), default=None)


def _to_send(session: Session) -> Sequence[ChangeRow]:
    first = first_waiting(session)
    if first is None:
        return []
    query = select(ChangeRow).where(col(ChangeRow.dseq) >= first).order_by(col(ChangeRow.dseq))
    return session.exec(query.limit(meta.get(session, "batch_size", FIRST_SIZE))).all()


def _fitting(
    session: Session,
    rows: Sequence[ChangeRow],
    device: UUID,
    pull: PullRequest,
) -> tuple[Sequence[ChangeRow], UUID, bytes]:
    """As many of the changes as fit the line, the name of the batch, and the body."""
    end = _last_waiting(session)
    while True:
        request = message(session, rows, device)
        request.pull = pull if rows[-1].dseq >= end else None
        body = wire.pack_push(request)
        fits = len(body) <= TARGET_BYTES and sum(map(length, rows)) <= UNPACKED
        if fits or len(rows) == 1:
            return rows, request.batch_id, body
        share = min(TARGET_BYTES / len(body), 0.75)
        rows = rows[: max(1, int(len(rows) * share))]


def length(row: ChangeRow) -> int:
    """About how much a change takes before it is packed; a batch may take ``UNPACKED``."""
    return BYTES_A_CHANGE + len(str(row.fields).encode())


def message(session: Session, rows: Sequence[ChangeRow], device: UUID) -> PushRequest:
    """A batch of these consecutive changes, named after its first change and its end."""
    previous = session.get(ChangeRow, rows[0].dseq - 1)
    return PushRequest(
        batch_id=uuid5(rows[0].change_id, str(rows[-1].dseq)),
        device=device,
        schema_version=SCHEMA,
        previous_head=previous.head if previous else "",
        changes=[_change(row) for row in rows],
    )


def _change(row: ChangeRow) -> Change:
    return Change(
        change_id=row.change_id,
        dseq=row.dseq,
        unit=row.unit_id,
        kind=row.kind,
        record_id=row.record_id,
        op=row.op,
        base_revision=row.base_revision,
        fields=row.fields,
    )


def answered(session: Session, batch: Batch) -> None:
    """The county has answered: the batch is done with, and the line can carry more."""
    started = session.get_one(BatchRow, batch.id)
    sent_again(session, started.last_dseq)
    session.delete(started)
    meta.put(session, "batch_tries", 0)
    if len(batch.change_ids) >= meta.get(session, "batch_size", FIRST_SIZE):
        meta.put(session, "batch_size", min(len(batch.change_ids) * 2, LARGEST_SIZE))


def sends_again_from(session: Session) -> int | None:
    """From which change on the county gets everything again, as it was restored from a backup."""
    again: int | None = meta.get(session, "send_again_from")
    return again


def sent_again(session: Session, last: int) -> None:
    """The county has answered changes up to this one."""
    again = sends_again_from(session)
    if again is not None:
        end, _ = meta.journal_end(session)
        meta.put(session, "send_again_from", last + 1 if last < end else None)


def send_again_from(session: Session, expected: int) -> bool:
    """The county was restored from a backup and waits for changes from this one on.

    False when this laptop does not hold them either, or has just offered them.
    """
    started = session.exec(select(BatchRow)).first()
    offered = started is not None and started.first_dseq == expected
    if offered or session.get(ChangeRow, expected) is None:
        return False
    session.execute(delete(BatchRow))
    meta.put(session, "send_again_from", expected)
    return True


def failed(session: Session, *, too_large: bool = False) -> bool:
    """The line broke under a batch. The same bytes go again; after that, half as much.

    Whether the batch was cut.
    """
    tries = meta.get(session, "batch_tries", 0) + 1
    started = session.exec(select(BatchRow)).first()
    cut = False
    if started is not None and (too_large or tries >= TRIES):
        changes = started.last_dseq - started.first_dseq + 1
        session.delete(started)
        meta.put(session, "batch_size", max(changes // 2, 1))
        cut, tries = changes > 1, 0
    meta.put(session, "batch_tries", tries)
    return cut


def cursors_in(body: bytes) -> dict[str, Cursor]:
    """The cursors with which the pull that rides in a batch asked."""
    riding = wire.unpack_push(body).pull
    return riding.cursors if riding else {}
